"""A placed source to the texts in which the index looks for terms: its ¶, then its notes."""

from __future__ import annotations

from collections.abc import Iterator

from florilegium.model import AUTHORS_TEXT, Block, Placed
from florilegium.subject_index.words import BREAK


def searched(placed: Placed) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each ¶ and note, in text order."""
    for block in placed.document.blocks:
        if block.kind in AUTHORS_TEXT:
            yield block.id, _text(block)
    for note in placed.document.notes:
        yield note.id, note.text


def _text(block: Block) -> str:
    """Return the text of a block; of a table, broken between its cells, which are no sentence together."""
    cells = [cell for row in block.rows for cell in row if cell]
    # The text has a space there, so that offsets hold.
    return BREAK.join(cells) if len(BREAK.join(cells)) == len(block.text) else block.text
