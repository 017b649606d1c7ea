"""The page of each theme: its question, its introduction, and source by source where the texts speak of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import (
    CONTEXT,
    Block,
    Collection,
    CrossReference,
    Introduction,
    OutputFile,
    Passage,
    PlaceCited,
    Placed,
    Placing,
    Reference,
    WorkCited,
)
from florilegium.pages import places
from florilegium.pages.crossings import Crossings
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape
from florilegium.pages.printed import printed_page
from florilegium.pages.speaking import speaking
from florilegium.pages.views import (
    Link,
    Notices,
    author_line,
    count,
    has_passages,
    heading_path,
    linked_from,
    notices,
    numbers,
    opening,
    place_named,
    spoken,
    theme_ids,
    theme_title,
    title,
    work_named,
)
from florilegium.pages.works_grouped import WorksGrouped

CONTEXT_QUESTION = "What the sources say that is first of all about none of the themes."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A passage in a list, all Markdown."""

    headings: str
    """Empty where the passage stands under no heading."""
    numbers: str
    opening: str
    target: str
    extent: str
    """How much it is, and of what else it speaks."""
    filed: Link | None = None
    """Under what a ¶ stands that speaks of this theme as well."""


@dataclass(frozen=True, slots=True)
class _SourceView:
    """A source on the page of a theme, all Markdown."""

    title: str
    author_line: str
    notices: Notices
    target: str
    passages: tuple[_Entry, ...]
    also: tuple[_Entry, ...]


def theme_page(
    theme: str,
    collection: Collection,
    placed: tuple[Placed, ...],
    introductions: Sequence[Introduction],
    works: WorksGrouped,
    crossings: Crossings,
    crossed: Sequence[CrossReference],
) -> OutputFile:
    """Return the page of a theme, or of the context: source by source each passage.

    `crossed` are the cross-references under it.
    """
    path = places.theme_page(theme)
    known = next((one for one in collection.themes if one.id == theme), None)
    question = known.question if known else CONTEXT_QUESTION
    name = theme_title(theme, collection.themes)
    introduction = next((one for one in introductions if one.theme == theme), None)
    return page(
        "theme.md.j2",
        path,
        {"title": name, "description": question, "theme": theme},
        linked_from(collection, placed),
        collection.edition,
        printed=printed_page(name, collection.edition, path),
        crumbs=(Link("Home", places.link(path, places.HOME_PAGE)), Link(escape(name))),
        title=escape(name),
        question=escape(question),
        extent=_extent(theme, placed),
        introduction=_introduction(introduction, works.references, placed, path) if introduction else "",
        speaking=speaking(crossed, crossings, path),
        works=_works(theme, works.cited_under.get(theme, 0), path),
        sources=[_source(theme, one, collection, path) for one in placed if has_passages(theme, one)],
        other_themes=[
            Link(escape(theme_title(one, collection.themes)), places.link(path, places.theme_page(one)))
            for one in theme_ids(collection.themes)
            if one != theme
        ],
    )


def _introduction(
    introduction: Introduction, works: Mapping[str, Reference], placed: Sequence[Placed], path: str
) -> str:
    """Return an introduction as Markdown, each place cited a link to where it stands, each work one to its entry."""
    short = {one.source.record.id: one.source.record.short for one in placed}
    shown = []
    for piece in introduction.pieces:
        if isinstance(piece, PlaceCited):
            shown.append(_citation(piece, short[piece.source], path))
        elif isinstance(piece, WorkCited):
            shown.append(_work_citation(piece, works[piece.reference], path))
        else:
            shown.append(piece)
    return "".join(shown)


def _work_citation(cited: WorkCited, reference: Reference, path: str) -> str:
    target = places.link(path, places.BIBLIOGRAPHY_PAGE, cited.reference)
    return f'<span class="citation">[{escape(work_named(cited, reference))}]({target})</span>'


def _works(theme: str, cited: int, path: str) -> Link | None:
    """Return the way to the works cited under a theme, if there are any."""
    if not cited:
        return None
    said = f"{count(cited, 'work', 'works')} cited under this theme"
    return Link(said, places.link(path, places.bibliography_page(theme)))


def _citation(place: PlaceCited, short: str, path: str) -> str:
    target = places.range_link(path, places.source_page(place.source), place.first, place.last)
    # No attribute list: one would reach to the last brace of the editor's line.
    return f'<span class="citation">[{escape(place_named(place, short))}]({target})</span>'


def _extent(theme: str, placed: Sequence[Placed]) -> str:
    """Say how much stands under a theme."""
    counts = [spoken(theme, (one,)) for one in placed]
    under, also = (sum(numbers) for numbers in zip(*counts, strict=True))
    sources = count(sum(bool(one) for one, _ in counts), "source", "sources")
    said = f"{count(under, 'paragraph', 'paragraphs')} in {sources}"
    if not also:
        return said
    where = count(sum(bool(one) for _, one in counts), "source", "sources")
    return f"{said}; {also} more, in {where}, {'speaks' if also == 1 else 'speak'} of it as well"


def _source(theme: str, placed: Placed, collection: Collection, path: str) -> _SourceView:
    target = places.passages_page(theme, placed.source.record.id)
    blocks = {block.id: block for block in placed.document.blocks}
    return _SourceView(
        title=escape(title(placed)),
        author_line=escape(author_line(placed)),
        notices=notices(placed),
        target=places.link(path, target),
        passages=tuple(
            _entry([blocks[block] for block in passage.blocks], path, target, also=_also(passage, placed, collection))
            for passage in placed.passages
            if passage.theme == theme
        ),
        also=tuple(
            _entry([blocks[one.block]], path, target, filed=_filed(one, placed, collection, path))
            for one in placed.placings
            if theme in one.also
        ),
    )


def _filed(placing: Placing, placed: Placed, collection: Collection, path: str) -> Link:
    name = escape(theme_title(placing.theme, collection.themes))
    page_path = places.passages_page(placing.theme, placed.source.record.id)
    label = f"{'in' if placing.theme == CONTEXT else 'under'} {name}"
    return Link(label, places.link(path, page_path, placing.block))


def _also(passage: Passage, placed: Placed, collection: Collection) -> str:
    """Say of which further themes a passage speaks."""
    further = {theme for one in placed.placings if one.block in passage.blocks for theme in one.also}
    names = [theme.title for theme in collection.themes if theme.id in further]
    return f"also {escape(', '.join(names))}" if names else ""


def _entry(
    blocks: Sequence[Block], from_page: str, to_page: str, *, filed: Link | None = None, also: str = ""
) -> _Entry:
    """Return a passage with a link to it."""
    notes = sum(len(block.markers) for block in blocks)
    extent = ["item of a list"] if blocks[0].kind == "list_item" else []
    extent += [f"{len(blocks)} paragraphs"] if len(blocks) > 1 else []
    extent += [count(notes, "note", "notes")] if notes else []
    extent += [also] if also else []
    return _Entry(
        headings=heading_path(blocks[0].headings),
        numbers=numbers([block.id for block in blocks]),
        opening=escape(opening(blocks[0])),
        target=places.link(from_page, to_page, blocks[0].id),
        extent=", ".join(extent),
        filed=filed,
    )
