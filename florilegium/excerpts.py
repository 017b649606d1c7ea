"""A placed source to what may be shown of it: the whole, or an excerpt where its owner allows no more.

An excerpt keeps headings, the first sentence of each ¶, and all notes. What is cut is marked `[…]`; the markers that
stood in it follow that sign, so that every note can still be reached and leads back.
"""

from __future__ import annotations

from dataclasses import replace

from florilegium.model import AUTHORS_TEXT, Block, Correction, Placed, Repair
from florilegium.sentences import first_sentence

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
        # The terms found would name words that are not shown.
        placings=tuple(replace(one, why=()) for one in placed.placings),
        document=replace(
            document,
            blocks=shown,
            left_out=tuple(replace(one, text=CUT) for one in document.left_out),
            repairs=tuple(_quoted_if_shown(one, texts) for one in document.repairs),
            doubts=tuple(replace(one, detail=CUT) for one in document.doubts),
        ),
    )


def _excerpt(block: Block) -> Block:
    """Return a block with no more than its first sentence; of a table nothing is shown but the sign."""
    if block.kind == "heading":
        return block
    if block.kind == "table":
        return _cut(replace(block, rows=((CUT,),)), "")
    sentence = first_sentence(block.text)
    return _cut(block, sentence) if len(sentence) < len(block.text) else block


def _cut(block: Block, sentence: str) -> Block:
    """Return a block of which one sentence is left, and the sign for the rest; what stood in that follows the sign."""
    text = f"{sentence} {CUT}".strip()
    end = len(sentence)

    def held(offset: int) -> int:
        return offset if offset <= end and sentence else len(text)

    markers = tuple(replace(one, offset=held(one.offset), found_at=held(one.found_at)) for one in block.markers)
    return replace(block, text=text, markers=markers, pages=tuple((page, held(at)) for page, at in block.pages))


def _quoting_what_is_shown(correction: Correction, texts: list[str]) -> Correction:
    """Return a correction with its words only where these are shown anyway."""
    after = correction.marker_after
    return replace(
        correction,
        begins=correction.begins if _is_shown(correction.begins, texts) else CUT,
        marker_after=after if after is None or _is_shown(after, texts) else CUT,
    )


def _quoted_if_shown(repair: Repair, texts: list[str]) -> Repair:
    """Return a repair with its words only where these are shown anyway."""
    return repair if _is_shown(repair.after, texts) else replace(repair, before=CUT, after=CUT)


def _is_shown(words: str, texts: list[str]) -> bool:
    return any(words in text for text in texts)
