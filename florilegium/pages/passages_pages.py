"""What one source says on one theme: its passages in source order, with their frame, their notes, and ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from florilegium.model import AUTHORS_TEXT, CONTEXT, Block, Collection, OutputFile, Placed, Theme
from florilegium.pages import places
from florilegium.pages.blocks import PageMark, Setting, blocks_markdown, cited_notes, notes_markdown
from florilegium.pages.environment import page
from florilegium.pages.frames import Gap, Run, framed
from florilegium.pages.margins import page_marks, theme_classes, theme_label
from florilegium.pages.markdown import escape
from florilegium.pages.note_works import work_links
from florilegium.pages.views import (
    Link,
    author_line,
    has_passages,
    heading_path,
    made_from,
    notices,
    numbers,
    pages_note,
    source_head,
    theme_ids,
    theme_title,
    title,
)
from florilegium.pages.works_grouped import WorksGrouped


@dataclass(frozen=True, slots=True)
class _Shown:
    """A run of ¶ with its heading, all Markdown."""

    headings: str
    numbers: str
    anchor: str
    """Id of its heading on this page."""
    target: str
    """Link to its first ¶ in the whole text."""
    text: str
    framed: bool
    """Whether some of it stands elsewhere and is shown for the sake of the rest."""
    gap: str = ""
    """What lies between it and the run before."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it is being set: what every part of it must know."""

    theme: str
    placed: Placed
    themes: Sequence[Theme]
    path: str

    @property
    def whole(self) -> str:
        """The page of the whole text."""
        return places.source_page(self.placed.source.record.id)


def passages_pages(
    theme: str, collection: Collection, placed: tuple[Placed, ...], works: WorksGrouped
) -> tuple[OutputFile, ...]:
    """Return a page for each source that speaks of a theme, each with the way to the one before and after."""
    sources = [one for one in placed if has_passages(theme, one)]
    return tuple(
        _passages_page(theme, collection, one, before, after, works)
        for before, one, after in zip((None, *sources), sources, (*sources[1:], None), strict=False)
    )


def _passages_page(
    theme: str, collection: Collection, placed: Placed, before: Placed | None, after: Placed | None, works: WorksGrouped
) -> OutputFile:
    source = placed.source.record
    this = _Page(theme, placed, collection.themes, places.passages_page(theme, source.id))
    under = tuple(one.block for one in placed.placings if one.theme == theme)
    also = tuple(one.block for one in placed.placings if theme in one.also)
    shown = [block for block in placed.document.blocks if block.id in (*under, *also)]
    pieces = framed(under, placed)
    citations = works.citations.get(source.id, ())
    runs, closing_gap = _runs(this, pieces)
    others = _also(this, also, pieces)
    name = theme_title(theme, collection.themes)
    return page(
        "passages.md.j2",
        this.path,
        {
            "title": f"{name} in {source.short}",
            "description": f"What {title(placed)} says under {name}, with its notes.",
            "canonical": places.address(this.whole),
            "head_tags": source_head(placed, works.references),
        },
        made_from(collection, tuple(one for one in (before, placed, after) if one)),
        collection.edition,
        by_theme=(
            Link("Home", places.link(this.path, places.HOME_PAGE)),
            Link(escape(name), places.link(this.path, places.theme_page(theme))),
            Link(escape(source.short)),
        ),
        by_source=(
            Link("Sources", places.link(this.path, places.SOURCES_PAGE)),
            Link(escape(source.short), places.link(this.path, this.whole)),
            Link(escape(name)),
        ),
        theme=escape(name),
        title=escape(title(placed)),
        author_line=escape(author_line(placed)),
        extent=_extent(len(under), len(also), len(placed.placings)),
        notices=notices(placed),
        pages_note=pages_note(placed),
        whole=places.link(this.path, this.whole),
        runs=runs,
        closing_gap=closing_gap,
        also=others,
        framed=any(run.framed for run in (*runs, *others)),
        notes=notes_markdown(
            cited_notes(placed.document.notes, shown),
            work_links(citations, works.references, this.path),
        ),
        linked=bool(citations),
        doubtful=any(marker.doubtful for block in shown for marker in block.markers),
        before=_other_source(this, before),
        after=_other_source(this, after),
        other_themes=_other_themes(this),
    )


def _runs(this: _Page, pieces: Sequence[Run | Gap]) -> tuple[list[_Shown], str]:
    """Return the runs, each with what was left out before it, and what is left out after the last."""
    runs: list[_Shown] = []
    for before, piece in zip((None, *pieces), pieces, strict=False):
        if isinstance(piece, Run):
            where = "In between" if runs else "Before this"
            runs.append(_run(this, piece, _gap(this, before, where) if isinstance(before, Gap) else ""))
    last = pieces[-1]
    return runs, _gap(this, last, "After this") if runs and isinstance(last, Gap) else ""


def _also(this: _Page, ids: Sequence[str], pieces: Sequence[Run | Gap]) -> list[_Shown]:
    """Return the ¶ that stand elsewhere; what would frame them is left out if it stands on the page already."""
    there = {block.id for piece in pieces if isinstance(piece, Run) for block in piece.blocks}
    runs = (piece for piece in framed(ids, this.placed) if isinstance(piece, Run))
    return [
        _run(this, replace(run, blocks=tuple(one for one in run.blocks if one.id in run.wanted or one.id not in there)))
        for run in runs
    ]


def _run(this: _Page, run: Run, gap: str = "") -> _Shown:
    record = this.placed.source.record
    # What else the text holds is not shown here, and with it would go the mark of a page that begins there.
    text = [block for block in this.placed.document.blocks if block.kind in AUTHORS_TEXT]
    shown = {block.id for block in run.blocks}
    fresh = {
        block.id for before, block in zip((None, *text), text, strict=False) if not before or before.id not in shown
    }
    marks = page_marks(text, record.first_page, fresh)
    return _Shown(
        headings=heading_path(run.headings),
        numbers=numbers(run.wanted),
        anchor=f"passage-{run.wanted[0]}",
        target=places.link(this.path, this.whole, run.wanted[0]),
        text=blocks_markdown((block, _setting(this, block, run, marks[block.id])) for block in run.blocks),
        framed=len(run.blocks) > len(run.wanted),
        gap=gap,
    )


def _setting(this: _Page, block: Block, run: Run, marks: tuple[PageMark, ...]) -> Setting:
    """Put beside a ¶ what else it speaks of; one that only frames, or stands elsewhere, names its own theme first."""
    source = this.placed.source.record
    placing = next(one for one in this.placed.placings if one.block == block.id)
    framing = block.id not in run.wanted
    labels = (
        theme_label(theme, source.id, block.id, this.themes, this.path, also=theme != placing.theme)
        for theme in (placing.theme, *placing.also)
        if framing or theme != this.theme
    )
    return Setting(
        classes=("frame", source.fidelity) if framing else (*theme_classes(placing.theme), source.fidelity),
        labels=tuple(labels),
        page_marks=marks,
        home=places.link(this.path, this.whole),
        framing=framing,
    )


def _gap(this: _Page, gap: Gap, where: str) -> str:
    """Say what is left out, and where it stands."""
    source = this.placed.source.record.id
    parts = []
    for part in gap.parts:
        target = places.link(this.path, places.passages_page(part.theme, source), part.blocks[0])
        word = "in" if part.theme == CONTEXT else "under"
        parts.append(f"{numbers(part.blocks)} {word} [{escape(theme_title(part.theme, this.themes))}]({target})")
    return f"{where}: {', '.join(parts)}"


def _extent(under: int, also: int, whole: int) -> str:
    return f"{under} of {whole} ¶" + (
        f"; {also} more {'speaks' if also == 1 else 'speak'} of it as well" if also else ""
    )


def _other_source(this: _Page, other: Placed | None) -> Link | None:
    """Return the way to what another source says on this theme."""
    if other is None:
        return None
    record = other.source.record
    name = f"{escape(record.short)} on {escape(theme_title(this.theme, this.themes))}"
    return Link(name, places.link(this.path, places.passages_page(this.theme, record.id)))


def _other_themes(this: _Page) -> tuple[Link, ...]:
    """Return the ways to what this source says on other themes."""
    source = this.placed.source.record.id
    return tuple(
        Link(escape(theme_title(theme, this.themes)), places.link(this.path, places.passages_page(theme, source)))
        for theme in theme_ids(this.themes)
        if theme != this.theme and has_passages(theme, this.placed)
    )
