"""A source and some of its ¶ to what a page shows of them: passages, what belongs around them, what lies between.

A passage is cut from its text. An item of a list means little without the words that introduce it and the items beside
it, so these are shown too, set back; and what is left out is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from florilegium.model import AUTHORS_TEXT, Block, Passage, Placed

LISTED = ("list_item", "table")
"""What means little without the words that introduce it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring ¶ under one heading that are shown together."""

    headings: tuple[str, ...]
    blocks: tuple[Block, ...]
    """In source order, those that only frame the passages among them."""
    wanted: tuple[str, ...]
    """Ids of those that are to be shown for their own sake."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies before, between or after: passages under other themes, in order."""

    passages: tuple[Passage, ...]


def framed(under: Collection[str], placed: Placed) -> tuple[Run | Gap, ...]:
    """Return runs and gaps in source order for the ¶ to be shown; together they hold each ¶ of the source once."""
    blocks = tuple(block for block in placed.document.blocks if block.kind in AUTHORS_TEXT)
    shown = {*under, *_frame(blocks, under)}
    pieces: list[Run | Gap] = []
    for (is_shown, headings), group in groupby(
        blocks, key=lambda block: (block.id in shown, block.headings if block.id in shown else ())
    ):
        ids = tuple(group)
        if is_shown:
            pieces.append(Run(headings, ids, tuple(block.id for block in ids if block.id in under)))
        else:
            pieces.append(Gap(_cut(placed.passages, {block.id for block in ids})))
    return tuple(pieces)


def _frame(blocks: Sequence[Block], under: Collection[str]) -> set[str]:
    """Return the ids of what a list needs around it: what introduces it, and its other items."""
    frame: set[str] = set()
    for lead_in, items in _lists(blocks):
        whole = {block.id for block in (*((lead_in,) if lead_in else ()), *items)}
        promises = lead_in is not None and lead_in.id in under and lead_in.text.endswith(":")
        if promises or any(item.id in under for item in items):
            frame |= whole
    return frame


def _lists(blocks: Sequence[Block]) -> Iterable[tuple[Block | None, tuple[Block, ...]]]:
    """Yield each list or table with the ¶ that introduces it, which stands right above it under the same heading."""
    before: Block | None = None
    for (is_item, headings), group in groupby(blocks, key=lambda block: (block.kind in LISTED, block.headings)):
        members = tuple(group)
        if is_item:
            yield (before if before is not None and before.headings == headings else None), members
        before = members[-1]


def _cut(passages: Iterable[Passage], ids: set[str]) -> tuple[Passage, ...]:
    """Return the parts of passages that hold the given ¶; neighbours of one theme become one."""
    parts = [
        Passage(one.source, one.theme, one.headings, tuple(block for block in one.blocks if block in ids))
        for one in passages
        if any(block in ids for block in one.blocks)
    ]
    joined = [tuple(group) for _, group in groupby(parts, key=lambda part: part.theme)]
    return tuple(
        Passage(run[0].source, run[0].theme, run[0].headings, tuple(block for part in run for block in part.blocks))
        for run in joined
    )
