"""Where pages stand, and how one links to another. Addresses that papers will cite are made here alone."""

from __future__ import annotations

from pathlib import PurePosixPath

HOME_PAGE = "index.md"
SOURCES_PAGE = "sources/index.md"


def source_page(source: str) -> str:
    """Return the page that holds the full text of a source, the home of its permalinks."""
    return f"sources/{source}/index.md"


def theme_page(theme: str) -> str:
    """Return the page of a theme, or of the context."""
    return f"{theme}/index.md"


def passages_page(theme: str, source: str) -> str:
    """Return the page of what one source says under one theme."""
    return f"{theme}/{source}.md"


def source_data(source: str) -> str:
    """Return the export of a source."""
    return f"data/sources/{source}.json"


def link(from_page: str, to_page: str, anchor: str = "") -> str:
    """Return a relative link between two files in docs/, as Markdown wants it."""
    start = PurePosixPath(from_page).parent.parts
    goal = PurePosixPath(to_page).parts
    common = 0
    while common < min(len(start), len(goal) - 1) and start[common] == goal[common]:
        common += 1
    path = "/".join([".."] * (len(start) - common) + list(goal[common:]))
    return path + (f"#{anchor}" if anchor else "")


def range_link(from_page: str, to_page: str, first: str, last: str) -> str:
    """Return a link to a run of ¶: the anchor is its first, so that it works everywhere; `to` names its last."""
    path = link(from_page, to_page)
    return f"{path}#{first}" if first == last else f"{path}?to={last}#{first}"


def address(page: str) -> str:
    """Return the address of a page inside the site: `sources/…/` for `sources/…/index.md`."""
    stem = page.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"
