"""The page of the search: a place for it, which a script fills, and below it the ways to browse without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from florilegium.model import Collection, OutputFile, Placed, Works
from florilegium.pages import places
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape
from florilegium.pages.theme_pages import CONTEXT_QUESTION
from florilegium.pages.views import Link, made_from, theme_ids, theme_title

TITLE = "Search"
DESCRIPTION = "Find paragraphs, notes, works and subjects by their words, and narrow what is found by theme and source."


@dataclass(frozen=True, slots=True)
class _Theme:
    """A theme by which a reader may browse, all Markdown."""

    id: str
    question: Link


def search_page(collection: Collection, placed: Sequence[Placed], works: Works) -> OutputFile:
    """Return the page of the search; what stands on it without scripts leads to all that the search finds."""
    path = places.SEARCH_PAGE
    records = [one.source.record for one in placed]
    return page(
        "search.md.j2",
        path,
        {"title": TITLE, "description": DESCRIPTION, "hide": ["toc"], "cited_as": ""},
        made_from(collection, placed),
        collection.edition,
        crumbs=(Link("Home", places.link(path, places.HOME_PAGE)), Link(TITLE)),
        title=TITLE,
        themes=tuple(_theme(theme, collection) for theme in theme_ids(collection.themes)),
        sources=tuple(Link(escape(one.short), places.link(path, places.source_page(one.id))) for one in records),
        subjects=places.link(path, places.SUBJECT_INDEX_PAGE),
        works=places.link(path, places.BIBLIOGRAPHY_PAGE) if works.cited else "",
        script=places.served_link(path, places.SEARCH_SCRIPT),
    )


def _theme(theme: str, collection: Collection) -> _Theme:
    question = next((one.question for one in collection.themes if one.id == theme), CONTEXT_QUESTION)
    name = escape(theme_title(theme, collection.themes))
    return _Theme(
        theme, Link(f"**{name}** {escape(question)}", places.link(places.SEARCH_PAGE, places.theme_page(theme)))
    )
