"""The home page: what this is, and the matrix of sources and themes."""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.model import Collection, OutputFile, Placed, Works
from florilegium.pages import places
from florilegium.pages.drawn_strips import drawn_squares
from florilegium.pages.environment import page
from florilegium.pages.markdown import attribute, escape, escape_cell
from florilegium.pages.strip_views import strips_at_home
from florilegium.pages.views import (
    Link,
    author_line,
    count,
    made_from,
    spoken,
    theme_ids,
    theme_title,
    title,
)

PATH = places.HOME_PAGE
DESCRIPTION = "Research briefs by theme, with every footnote in its place."


@dataclass(frozen=True, slots=True)
class _Row:
    """A source in the matrix, all Markdown."""

    title: Link
    author_line: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Theme:
    """A theme with its question, Markdown but for the id."""

    id: str
    title: Link
    question: str


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane of the strips."""

    theme: str
    title: str
    """Markdown."""


def home_page(collection: Collection, placed: tuple[Placed, ...], works: Works) -> OutputFile:
    """Return the home page."""
    edition = collection.edition
    themes = theme_ids(collection.themes)
    notes = sum(len(one.document.notes) for one in placed)
    return page(
        "home.md.j2",
        PATH,
        {
            "title": "Home",
            "description": DESCRIPTION,
            "cited_as": edition.title,
        },
        made_from(collection, placed),
        edition,
        title=escape(edition.title),
        extent=(
            f"{count(len(placed), 'text', 'texts')}, {sum(len(one.placings) for one in placed)} numbered paragraphs, "
            f"{notes} notes"
        ),
        heads=[_head(theme, collection) for theme in themes],
        rows=[_row(one, collection) for one in placed],
        totals=[_total(theme, collection, placed) for theme in themes],
        strips=strips_at_home(placed, collection.themes),
        lanes=[_Lane(theme, escape(theme_title(theme, collection.themes))) for theme in themes],
        themes=[
            _Theme(one.id, Link(escape(one.title), places.link(PATH, places.theme_page(one.id))), escape(one.question))
            for one in collection.themes
        ],
        search=places.served_link(PATH, places.address(places.SEARCH_PAGE)),
        sources=places.link(PATH, places.SOURCES_PAGE),
        works=places.link(PATH, places.BIBLIOGRAPHY_PAGE) if works.cited else "",
        example=_example(placed),
    )


def _head(theme: str, collection: Collection) -> str:
    name = escape_cell(theme_title(theme, collection.themes))
    return f"[{name}]({places.link(PATH, places.theme_page(theme))})"


def _row(placed: Placed, collection: Collection) -> _Row:
    record = placed.source.record
    return _Row(
        title=Link(escape_cell(title(placed)), places.link(PATH, places.source_page(record.id))),
        author_line=escape_cell(
            author_line(placed) + (" – paraphrased copy" if record.fidelity == "paraphrased" else "")
        ),
        cells=tuple(_cell(theme, placed, collection) for theme in theme_ids(collection.themes)),
    )


def _cell(theme: str, placed: Placed, collection: Collection) -> str:
    """Return how many ¶ of a source stand under a theme, and how many more speak of it."""
    name = theme_title(theme, collection.themes)
    primary, also = spoken(theme, (placed,))
    shown = f"{primary} +{also}" if also else f"{primary}"
    if primary or also:
        said = f"{placed.source.record.short} on {name}: {count(primary, 'paragraph', 'paragraphs')}"
        said += f", and {also} filed elsewhere" if also else ""
        target = places.link(PATH, places.passages_page(theme, placed.source.record.id))
        shown += f" {drawn_squares(theme, primary, also)}"
    else:
        said = f"{placed.source.record.short} says nothing on {name}: to the theme"
        target = places.link(PATH, places.theme_page(theme))
    return _named(f"[{shown}]({target}){{: title={attribute(said)} }}", name)


def _total(theme: str, collection: Collection, placed: tuple[Placed, ...]) -> str:
    name = theme_title(theme, collection.themes)
    primary, also = spoken(theme, placed)
    shown = f"{primary} +{also}" if also else f"{primary}"
    return _named(f"[{shown}]({places.link(PATH, places.theme_page(theme))})", name)


def _named(cell: str, name: str) -> str:
    """Return a cell that knows its column, which a narrow screen shows beside it."""
    return f"{cell} {{: data-theme={attribute(name)} }}"


def _example(placed: tuple[Placed, ...]) -> str:
    """Return the address of a ¶, as an example."""
    source = placed[0].source.record.id
    return f"{places.address(places.source_page(source))}#{placed[0].placings[0].block}" if placed[0].placings else ""
