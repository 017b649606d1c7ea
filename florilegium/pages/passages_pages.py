"""What one source says on one theme: its passages in source order, with their frame, their notes, and ways on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from florilegium.model import AUTHORS_TEXT, CONTEXT, Block, Collection, OutputFile, Placed, Theme
from florilegium.pages import places
from florilegium.pages.blocks import PageMark, Setting, blocks_markdown, cite_link, cited_notes, notes_markdown
from florilegium.pages.crossings import Crossings
from florilegium.pages.elsewhere import Elsewhere, elsewhere
from florilegium.pages.environment import page
from florilegium.pages.frames import Gap, Run, framed
from florilegium.pages.margin_terms import TermsByPlace, term_labels, term_lists
from florilegium.pages.margins import page_marks, theme_classes, theme_label
from florilegium.pages.markdown import escape
from florilegium.pages.neighbours import Near, neighbours, sources_named
from florilegium.pages.note_works import work_links
from florilegium.pages.passage_ways import passage_ways
from florilegium.pages.printed import part_shown, printed_source
from florilegium.pages.views import (
    author_line,
    count,
    has_passages,
    heading_path,
    linked_from,
    notices,
    numbers,
    pages_note,
    source_head,
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
    cite: str
    """The way to citing it, where it is more than a ¶; empty else."""
    text: str
    framed: bool
    """Whether some of it stands elsewhere and is shown for the sake of the rest."""
    elsewhere: Elsewhere | None
    """What other sources hold that belongs to it."""
    gap: str = ""
    """What lies between it and the run before."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it is being set: what every part of it must know."""

    theme: str
    placed: Placed
    themes: Sequence[Theme]
    known: Crossings
    beside: Mapping[str, str]
    """The way to the index terms of each ¶ that has any."""

    @property
    def path(self) -> str:
        """Where it stands."""
        return places.passages_page(self.theme, self.placed.source.record.id)

    @property
    def whole(self) -> str:
        """The page of the whole text."""
        return places.source_page(self.placed.source.record.id)

    @property
    def cite(self) -> str:
        """Link to the page that says how the text is cited."""
        return places.link(self.path, places.cite_page(self.placed.source.record.id))


def passages_pages(
    theme: str,
    collection: Collection,
    placed: tuple[Placed, ...],
    works: WorksGrouped,
    terms: TermsByPlace,
    known: Crossings,
) -> tuple[OutputFile, ...]:
    """Return a page for each source that speaks of a theme, each with the way to the one before and after."""
    sources = [one for one in placed if has_passages(theme, one)]
    return tuple(_passages_page(theme, collection, near, works, terms, known) for near in neighbours(sources))


def _passages_page(
    theme: str,
    collection: Collection,
    near: Near,
    works: WorksGrouped,
    terms: TermsByPlace,
    known: Crossings,
) -> OutputFile:
    placed = near[1]
    source = placed.source.record
    under = tuple(one.block for one in placed.placings if one.theme == theme)
    also = tuple(one.block for one in placed.placings if theme in one.also)
    beside = term_labels(source.id, placed.document, terms, (*under, *also))
    this = _Page(theme, placed, collection.themes, known, beside)
    shown = [block for block in placed.document.blocks if block.id in (*under, *also)]
    pieces = framed(under, placed)
    citations = works.citations.get(source.id, ())
    runs, closing_gap = _runs(this, pieces)
    others = _also(this, also, pieces)
    name = theme_title(theme, collection.themes)
    named = sources_named(near, known.joined_to(source.id, (*under, *also)))
    return page(
        "passages.md.j2",
        this.path,
        {
            "title": f"{name} in {source.short}",
            "description": f"What {title(placed)} says under {name}, with its notes.",
            "canonical": places.address(this.whole),
            "head_tags": source_head(placed, works.references),
            "layout": "reading",
        },
        ("mkdocs.yml", *linked_from(collection, named)),
        collection.edition,
        printed=printed_source(
            placed, works.entries, collection.edition, this.path, part_shown(theme, name, under, also)
        ),
        ways=passage_ways(theme, near, collection.themes, this.path),
        theme=escape(name),
        title=escape(title(placed)),
        author_line=escape(author_line(placed)),
        cite=cite_link(this.cite, "text", "this text", "Cite this text"),
        extent=_extent(len(under), len(also), len(placed.placings)),
        notices=notices(placed),
        pages_note=pages_note(placed),
        whole=places.link(this.path, this.whole),
        runs=runs,
        closing_gap=closing_gap,
        also=others,
        notes=notes_markdown(
            cited_notes(placed.document.notes, shown),
            work_links(citations, works.references, this.path),
            this.cite,
        ),
        linked=bool(citations),
        terms=term_lists(source.id, placed.document, terms, (*under, *also), this.path),
        doubtful=any(marker.doubtful for block in shown for marker in block.markers),
    )


def _runs(this: _Page, pieces: Sequence[Run | Gap]) -> tuple[list[_Shown], str]:
    """Return the runs, each with what was left out before it, and what is left out after the last."""
    runs: list[_Shown] = []
    for before, piece in pairwise((None, *pieces)):
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
    fresh = {block.id for before, block in pairwise((None, *text)) if block and (not before or before.id not in shown)}
    marks = page_marks(text, record.first_page, fresh)
    return _Shown(
        headings=heading_path(run.headings),
        numbers=numbers(run.wanted),
        anchor=f"passage-{run.wanted[0]}",
        target=places.link(this.path, this.whole, run.wanted[0]),
        cite=_cite(this, run.wanted),
        text=blocks_markdown((block, _setting(this, block, run, marks[block.id])) for block in run.blocks),
        framed=len(run.blocks) > len(run.wanted),
        elsewhere=elsewhere(record.id, run.wanted, this.known, this.path),
        gap=gap,
    )


def _cite(this: _Page, wanted: Sequence[str]) -> str:
    """Return the way to citing a passage whole; ¶ that others part are cited one by one."""
    first, last = wanted[0], wanted[-1]
    if first == last or int(last[1:]) - int(first[1:]) >= len(wanted):
        return ""
    return cite_link(this.cite, f"{first}-{last}", numbers(wanted), "Cite this passage")


def _setting(this: _Page, block: Block, run: Run, marks: tuple[PageMark, ...]) -> Setting:
    """Put beside a ¶ what else it speaks of; one that only frames, or stands elsewhere, names its own theme first.

    Terms of the index are named beside those that are shown for their own sake.
    """
    source = this.placed.source.record
    placing = next(one for one in this.placed.placings if one.block == block.id)
    framing = block.id not in run.wanted
    labels = [
        theme_label(theme, source.id, block.id, this.themes, this.path, also=theme != placing.theme)
        for theme in (placing.theme, *placing.also)
        if framing or theme != this.theme
    ]
    labels += [this.beside[block.id]] if block.id in this.beside and not framing else []
    return Setting(
        classes=("frame", source.fidelity) if framing else (*theme_classes(placing.theme), source.fidelity),
        labels=tuple(labels),
        page_marks=marks,
        home=places.link(this.path, this.whole),
        framing=framing,
        cite="" if framing else this.cite,
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
    return f"{under} of {count(whole, 'paragraph', 'paragraphs')}" + (
        f"; {also} more {'speaks' if also == 1 else 'speak'} of it as well" if also else ""
    )
