"""Blocks and notes to Markdown: with their ids, their markers, and links both ways between marker and note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from florilegium.addresses import addresses
from florilegium.model import Block, Marker, Note
from florilegium.pages.markdown import attribute, escape, escape_cell, with_addresses

DOUBTFUL = "the file leaves its place in doubt"


def marker_id(note: str) -> str:
    """Return the id of the marker of a note: `m12`. A note has one marker."""
    return f"m{note}"


def block_markdown(block: Block) -> str:
    """Return a block as Markdown, blank lines around it left to the caller."""
    number = f"[¶ {block.id[1:]}](#{block.id}){{: .paragraph-number }} "
    text = _marked(block.text, block.markers)
    if block.kind == "heading":
        return f"{'#' * (block.level or 2)} {text} {{: #{block.id} }}"
    if block.kind == "table":
        rows = "\n".join("| " + " | ".join(row) + " |" for row in _cells(block))
        head, _, body = rows.partition("\n")
        rule = "|" + " --- |" * len(block.rows[0])
        return f'<div id="{block.id}" class="table" markdown="1">\n\n{number}\n\n{head}\n{rule}\n{body}\n\n</div>'
    if block.kind == "list_item":
        label = f"{block.label[:-1]}." if block.ordered else "-"
        return f"{label} {number}{text}\n    {{: #{block.id} }}"
    if block.kind == "pull_quote":
        return f"> {escape(block.text)}\n> {{: #{block.id} .pull-quote title={attribute('Set again for display')} }}"
    if block.kind == "paragraph":
        return f"{number}{text}\n{{: #{block.id} }}"
    return f"{escape(block.text)}\n{{: #{block.id} .{block.kind.replace('_', '-')} }}"


def blocks_markdown(blocks: Sequence[Block]) -> str:
    """Return blocks as Markdown; neighbouring items of one list make one list."""
    pieces = []
    for (is_item, _), group in groupby(blocks, key=lambda block: (block.kind == "list_item", block.ordered)):
        separator = "\n" if is_item else "\n\n"
        pieces.append(separator.join(block_markdown(block) for block in group))
    return "\n\n".join(pieces)


def notes_markdown(notes: Iterable[Note]) -> str:
    """Return notes as Markdown, each with its printed number and the way back to its marker."""
    return "\n\n".join(_note(note) for note in notes)


def cited_notes(notes: Iterable[Note], blocks: Sequence[Block]) -> tuple[Note, ...]:
    """Return the notes whose markers stand in the given blocks."""
    numbers = {marker.note for block in blocks for marker in block.markers}
    return tuple(note for note in notes if note.number in numbers)


def _marked(text: str, markers: Sequence[Marker], start: int = 0) -> str:
    """Escape a text and put in its markers, whose offsets are counted from `start` before it."""
    pieces, at = [], 0
    for marker in markers:
        pieces.append(_escaped(text[at : marker.offset - start]))
        pieces.append(_marker(marker))
        at = marker.offset - start
    return "".join((*pieces, _escaped(text[at:])))


def _cells(block: Block) -> list[list[str]]:
    """Return the cells of a table with their markers; its text is its cells, a space between them."""
    rows: list[list[str]] = []
    start = 0
    for row in block.rows:
        rows.append([])
        for cell in row:
            own = [marker for marker in block.markers if cell and start < marker.offset <= start + len(cell)]
            rows[-1].append(_marked(cell, own, start) if cell else escape_cell(cell))
            start += len(cell) + 1 if cell else 0
    return rows


def _note(note: Note) -> str:
    back = (
        f"[{note.number}](#{marker_id(note.number)})"
        f'{{: .note-number role="doc-backlink" aria-label="Back to the marker of note {note.number}" }}'
    )
    return f"{back} {with_addresses(note.text, addresses(note.text))}\n{{: #{note.id} .note }}"


def _marker(marker: Marker) -> str:
    doubt = f" title={attribute(f'Note {marker.note}: {DOUBTFUL}')}" if marker.doubtful else ""
    kind = ".doubtful " if marker.doubtful else ""
    return (
        f"<sup>[{marker.note}](#n{marker.note})"
        f'{{: #{marker_id(marker.note)} {kind}role="doc-noteref" aria-label="Note {marker.note}"{doubt} }}'
        "</sup>"
    )


def _escaped(piece: str) -> str:
    """Escape a piece of a text, the spaces at its ends kept: a marker stands there."""
    words = piece.strip(" ")
    before, after = piece[: len(piece) - len(piece.lstrip(" "))], piece[len(piece.rstrip(" ")) :]
    return before + escape(words) + (after if words else "") if piece else ""
