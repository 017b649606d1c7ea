"""The notes of a source to what can be found: each with the ¶ at which it is cited, and under the themes of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.model import Block, Kind, Note, Placed, SearchRecord
from florilegium.pages.views import numbers
from florilegium.search.standing import address_of, themes_by_place

ELSEWHERE: Mapping[Kind, str] = {
    "heading": "in a heading",
    "pull_quote": "in a pull quote",
    "front_matter": "before the title",
    "byline": "in the byline",
}
"""Where a marker may stand, if in no ¶."""


def note_records(placed: Placed) -> tuple[SearchRecord, ...]:
    """Return the notes in the order of their numbers."""
    themes = themes_by_place(placed)
    blocks = {block.id: block for block in placed.document.blocks}
    return tuple(_note(note, placed, themes[note.id], blocks) for note in placed.document.notes)


def _note(note: Note, placed: Placed, themes: Sequence[str], blocks: Mapping[str, Block]) -> SearchRecord:
    record = placed.source.record
    return SearchRecord(
        kind="note",
        address=address_of(placed, note.id),
        label=f"n.\N{NO-BREAK SPACE}{note.number}",
        title=record.short,
        text=note.text,
        words_of=record.fidelity,
        about=_cited([blocks[one] for one in note.cited_from if one in blocks]),
        theme="".join(themes[:1]),
        also=tuple(themes[1:]),
        sources=(record.id,),
        place=note.id,
    )


def _cited(blocks: Sequence[Block]) -> str:
    """Say where the markers of a note stand: `cited at ¶ 12`; nothing where they stand in nothing that is shown."""
    paragraphs = [block.id for block in blocks if block.kind not in ELSEWHERE]
    at = [f"at {numbers(paragraphs)}"] if paragraphs else []
    at += dict.fromkeys(ELSEWHERE[block.kind] for block in blocks if block.kind in ELSEWHERE)
    return f"cited {' and '.join(at)}" if at else ""
