"""A placed source to what may be shown of it: the whole, or an excerpt where its owner allows no more.

An excerpt keeps headings, the first sentence of each ¶, and all notes. What is cut is marked `[…]`; the markers that
stood in it follow that sign, so that every note can still be reached and leads back.
"""

from __future__ import annotations

from dataclasses import replace

from florilegium.model import AUTHORS_TEXT, Block, Correction, Placed, Repair
from florilegium.sentences import sentence_ends

CUT = "[…]"
"""How editors mark an omission."""


def as_published(placed: Placed) -> Placed:
    """Return a source as its record says it may be shown."""
    if placed.source.record.publish == "full":
        return placed
    document = placed.document
    shown = tuple(_excerpt(block) for block in document.blocks if block.kind in AUTHORS_TEXT or block.kind == "heading")
    texts = [block.text for block in shown] + [note.text for note in document.notes]
    record = placed.source.record
    corrections = tuple(_quoting_what_is_shown(one, texts) for one in record.corrections)
    return replace(
        placed,
        source=replace(placed.source, record=replace(record, corrections=corrections)),
        document=replace(
            document,
            blocks=shown,
            left_out=tuple(replace(one, text=CUT) for one in document.left_out),
            repairs=tuple(_quoted_if_shown(one, texts) for one in document.repairs),
            doubts=tuple(replace(one, detail=CUT) for one in document.doubts),
        ),
    )


def _excerpt(block: Block) -> Block:
    """Return a block with no more than its first sentence; of a table, its head."""
    if block.kind == "heading":
        return block
    if block.kind == "table":
        head = " ".join(cell for cell in block.rows[0] if cell)
        if len(block.rows) == 1:
            return block
        last = (CUT, *("" for _ in block.rows[0][1:]))
        return _cut(replace(block, rows=(block.rows[0], last)), len(head))
    ends = sentence_ends(block.text)
    return _cut(block, ends[0]) if ends and ends[0] < len(block.text) else block


def _cut(block: Block, end: int) -> Block:
    """Return a block that ends at an offset, what follows marked as left out."""
    text = f"{block.text[:end]} {CUT}"
    markers = tuple(
        replace(one, offset=_held(one.offset, end, text), found_at=_held(one.found_at, end, text))
        for one in block.markers
    )
    pages = tuple((page, offset) for page, offset in block.pages if offset <= end)
    return replace(block, text=text, markers=markers, pages=pages)


def _held(offset: int, end: int, text: str) -> int:
    """Return where a marker stands in a cut text: where it stood, or after the sign."""
    return offset if offset <= end else len(text)


def _quoting_what_is_shown(correction: Correction, texts: list[str]) -> Correction:
    """Return a correction with its words only where these are shown anyway."""
    begins, after = (
        words if words is None or any(words in text for text in texts) else CUT
        for words in (correction.begins, correction.marker_after)
    )
    return replace(correction, begins=begins or "", marker_after=after)


def _quoted_if_shown(repair: Repair, texts: list[str]) -> Repair:
    """Return a repair with its words only where these are shown anyway."""
    if any(repair.after in text for text in texts):
        return repair
    return replace(repair, before=CUT, after=CUT)
