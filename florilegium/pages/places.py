"""Where pages stand, and how one links to another. Addresses that papers will cite are made here alone."""

from __future__ import annotations

from pathlib import PurePosixPath

from florilegium.works import ALL, exported_as

HOME_PAGE = "index.md"
SOURCES_PAGE = "sources/index.md"
TITLE_ANCHOR = "title"
"""Of a text that prints no title of its own on its page."""
BIBLIOGRAPHY_PAGE = "bibliography/index.md"
BIBLIOGRAPHY_SCRIPT = "assets/bibliography.js"
SUBJECT_INDEX_PAGE = "subject-index.md"
SUBJECT_INDEX_SCRIPT = "assets/subject-index.js"
SEARCH_PAGE = "search.md"
SEARCH_SCRIPT = "assets/search/page.js"
CITE_PAGE = "cite.md"
CITING_PAGE = "citing.md"
TERMS_DATA = "data/terms.json"


def source_page(source: str) -> str:
    """Return the page that holds the full text of a source, the home of its permalinks."""
    return f"sources/{source}/index.md"


def cite_page(source: str) -> str:
    """Return the page that says how a source is cited."""
    return f"sources/{source}/cite.md"


def theme_page(theme: str) -> str:
    """Return the page of a theme, or of the context."""
    return f"{theme}/index.md"


def passages_page(theme: str, source: str) -> str:
    """Return the page of what one source says under one theme."""
    return f"{theme}/{source}.md"


def bibliography_page(works: str) -> str:
    """Return the page of a list of works: of all, of those cited under a theme, or of those that a source cites."""
    if works == ALL:
        return BIBLIOGRAPHY_PAGE
    return f"bibliography/{works.replace('cited-by/', 'by-source/', 1)}/index.md"


def works_data(works: str, ending: str) -> str:
    """Return the export of a list of works: `data/references/peace.ris`."""
    return f"{exported_as(works)}.{ending}"


def work_link(from_page: str, key: str) -> str:
    """Return a link to a work in the bibliography: its anchor there is its key, and lasts."""
    return link(from_page, BIBLIOGRAPHY_PAGE, key)


def term_link(from_page: str, anchor: str) -> str:
    """Return a link to a term in the subject index."""
    return link(from_page, SUBJECT_INDEX_PAGE, anchor)


def record_data(source: str, ending: str) -> str:
    """Return the record of a source for citation managers: `data/records/brief-2022.ris`."""
    return f"data/records/{source}.{ending}"


def source_data(source: str) -> str:
    """Return the export of a source."""
    return f"data/sources/{source}.json"


def source_previews(source: str, part: str) -> str:
    """Return the file of what is said of some ¶ or notes of a source where something links to them."""
    return f"assets/previews/sources/{source}/{part}.json"


def works_previews(shard: str) -> str:
    """Return the file of what is said of works where something links to them: those of one first letter."""
    return f"assets/previews/works/{shard}.json"


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


def served_link(from_page: str, asset: str) -> str:
    """Return a relative link to an asset for raw HTML, which MkDocs leaves alone: from where the page is served."""
    return "../" * address(from_page).count("/") + asset


def address(page: str) -> str:
    """Return the address of a page inside the site: `sources/…/` for `sources/…/index.md`."""
    stem = page.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index") + "/"
