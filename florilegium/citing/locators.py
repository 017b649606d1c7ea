"""A recovered text to where each of its ¶ is found in the original: under a heading, and on a page if that is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from florilegium.model import AUTHORS_TEXT, Block, Document


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text under which ¶ stand."""

    name: str
    """As printed; empty for what stands before the first."""
    within: int | None
    """Its place among the headings of the one above it; None for that of none."""
    named: str
    """The heading by which it is found: itself, or one above it where the text has two of its name; may be empty."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a ¶ stands."""

    heading: int
    """Place of its heading among those of the text."""
    pages: tuple[tuple[int, int], ...]
    """Printed pages, each with the offset at which it begins; none where they are not known."""


def headings(document: Document) -> tuple[Heading, ...]:
    """Return the headings of a text in its order, first that of what stands under none."""
    at = _paths(document)
    times = Counter(block.text for block in document.blocks if block.kind == "heading")
    return tuple(
        Heading(
            path[-1] if path else "",
            at[path[:-1]] if path else None,
            next((name for name in reversed(path) if times[name] == 1), ""),
        )
        for path in at
    )


def located(document: Document, *, knows_pages: bool) -> dict[str, Located]:
    """Return where each ¶ stands, by its id; `knows_pages` says whether the pages are those that are printed."""
    at = _paths(document)
    return {
        block.id: Located(at[block.headings], block.pages if knows_pages else ()) for block in _paragraphs(document)
    }


def _paths(document: Document) -> dict[tuple[str, ...], int]:
    """Return the headings under which ¶ stand, each with those above it, and its place among them."""
    paths = dict.fromkeys(path for block in _paragraphs(document) for path in _ways(block))
    return {path: number for number, path in enumerate(paths)}


def _paragraphs(document: Document) -> Sequence[Block]:
    return [block for block in document.blocks if block.kind in AUTHORS_TEXT]


def _ways(block: Block) -> Sequence[tuple[str, ...]]:
    """Return the headings above a block, then those above these, the outermost first: `()`, `(A,)`, `(A, B)`."""
    return [block.headings[:depth] for depth in range(len(block.headings) + 1)]
