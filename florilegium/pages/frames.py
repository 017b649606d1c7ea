"""A source and some of its ¶ to what a page shows of them: passages, what belongs around them, what lies between.

A passage is cut from its text. An item of a list means little without the words that introduce it and the items beside
it, so these are shown too, set back; and what is left out is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from florilegium.model import AUTHORS_TEXT, Block, Placed, Placing

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
class Elsewhere:
    """Neighbouring ¶ that stand under one other theme."""

    theme: str
    blocks: tuple[str, ...]
    """Ids, in order."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies before, between or after, in order."""

    parts: tuple[Elsewhere, ...]


def framed(under: Collection[str], placed: Placed) -> tuple[Run | Gap, ...]:
    """Return runs and gaps in source order for the ¶ to be shown; together they hold each ¶ of the source once."""
    blocks = tuple(block for block in placed.document.blocks if block.kind in AUTHORS_TEXT)
    shown = {*under, *_frame(blocks, under)}
    pieces: list[Run | Gap] = []
    for (is_shown, headings), group in groupby(
        blocks, key=lambda block: (block.id in shown, block.headings if block.id in shown else ())
    ):
        members = tuple(group)
        if is_shown:
            pieces.append(Run(headings, members, tuple(block.id for block in members if block.id in under)))
        else:
            pieces.append(Gap(_elsewhere(placed.placings, {block.id for block in members})))
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


def _elsewhere(placings: Iterable[Placing], ids: set[str]) -> tuple[Elsewhere, ...]:
    """Return where the given ¶ stand, neighbours of one theme together."""
    left_out = [placing for placing in placings if placing.block in ids]
    return tuple(
        Elsewhere(theme, tuple(placing.block for placing in group))
        for theme, group in groupby(left_out, key=lambda placing: placing.theme)
    )
