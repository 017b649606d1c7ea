"""The list of sources: the record of each text, and the themes of which it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from florilegium.model import Collection, OutputFile, Placed, Theme
from florilegium.pages import places
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape
from florilegium.pages.views import (
    Fact,
    Link,
    Notices,
    author_line,
    facts,
    made_from,
    notices,
    spoken,
    theme_ids,
    theme_title,
    title,
)


@dataclass(frozen=True, slots=True)
class _Theme:
    """A theme of which a source speaks, its label and target Markdown."""

    id: str
    label: str
    """With how many ¶ stand under it, and how many more speak of it."""
    target: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A source in the list of sources, all Markdown."""

    title: str
    target: str
    author_line: str
    notices: Notices
    facts: tuple[Fact, ...]
    themes: tuple[_Theme, ...]


def sources_page(collection: Collection, placed: tuple[Placed, ...]) -> OutputFile:
    """Return the list of sources."""
    path = places.SOURCES_PAGE
    entries = [
        _Entry(
            title=escape(title(one)),
            target=places.link(path, places.source_page(one.source.record.id)),
            author_line=escape(author_line(one)),
            notices=notices(one),
            facts=facts(one),
            themes=_themes(one, collection.themes, path),
        )
        for one in placed
    ]
    description = "The texts of this collection and what is known of them."
    metadata: dict[str, object] = {"title": "Sources", "description": description}
    return page(
        "sources.md.j2",
        path,
        metadata,
        made_from(collection, placed),
        collection.edition,
        crumbs=(Link("Home", places.link(path, places.HOME_PAGE)), Link("Sources")),
        sources=entries,
    )


def _themes(placed: Placed, themes: Sequence[Theme], path: str) -> tuple[_Theme, ...]:
    """Return the themes of which a source speaks, each with its number of ¶."""
    source = placed.source.record.id
    links = []
    for theme in theme_ids(themes):
        primary, also = spoken(theme, (placed,))
        if primary or also:
            label = f"{escape(theme_title(theme, themes))} {primary}" + (f" +{also}" if also else "")
            links.append(_Theme(theme, label, places.link(path, places.passages_page(theme, source))))
    return tuple(links)
