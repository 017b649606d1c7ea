"""The home page: what this is, and the matrix of themes and sources."""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.model import Collection, OutputFile, Placed
from florilegium.pages import places
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape, escape_cell
from florilegium.pages.views import made_from, theme_ids, theme_title

PATH = "index.md"


@dataclass(frozen=True, slots=True)
class _Row:
    """A theme in the matrix, all Markdown."""

    title: str
    target: str
    question: str
    cells: tuple[str, ...]


def home_page(collection: Collection, placed: tuple[Placed, ...]) -> OutputFile:
    """Return the home page."""
    edition = collection.edition
    questions = {theme.id: theme.question for theme in collection.themes}
    rows = [
        _Row(
            title=escape(theme_title(theme, collection.themes)),
            target=places.link(PATH, places.theme_page(theme)),
            question=escape(questions.get(theme, "")),
            cells=tuple(_cell(theme, one) for one in placed),
        )
        for theme in theme_ids(collection.themes)
    ]
    heads = [
        f"[{escape_cell(one.source.record.short)}]({places.link(PATH, places.source_page(one.source.record.id))})"
        for one in placed
    ]
    return page(
        "home.md.j2",
        PATH,
        {"title": "Home", "description": "Research briefs by theme, with every footnote in its place."},
        ("mkdocs.yml", *made_from(collection, placed)),
        title=escape(edition.title),
        edition=escape(f"{edition.publisher}, version {edition.version}, {edition.date}"),
        heads=heads,
        rows=rows,
        themes=[row for row in rows if row.question],
        paraphrased=[escape(one.source.record.short) for one in placed if one.source.record.fidelity == "paraphrased"],
    )


def _cell(theme: str, placed: Placed) -> str:
    """Return how many ¶ of a source stand under a theme, and how many more speak of it."""
    primary = sum(placing.theme == theme for placing in placed.placings)
    also = sum(theme in placing.also for placing in placed.placings)
    target = places.link(PATH, places.passages_page(theme, placed.source.record.id))
    shown = f"[{primary}]({target})" if primary else "0"
    return f"{shown} (+{also})" if also else shown
