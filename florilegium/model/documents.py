"""What recovery makes of a text: blocks, notes, and what is neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "list_item", "table", "pull_quote", "front_matter", "byline"]
"""What a block is. What is left out (boilerplate, say) is no block."""
AUTHORS_TEXT: frozenset[Kind] = frozenset({"paragraph", "list_item", "table"})
"""The kinds that hold the author's own text and so have a ¶ number."""
ApparatusKind = Literal["marker", "note-number", "bullet", "list-number", "pipe", "entity"]
"""What stands in a text and is no word of it: a closed list."""
RepairKind = Literal["joined-url", "split-note", "entity", "moved-marker"]
DoubtKind = Literal["paragraph-break", "marker-place", "heading", "solid-lines", "line-end-hyphen", "note-end"]
LineRange = tuple[int, int]
"""1-based line numbers in the file of a source, both inclusive."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of a source file."""

    start: int
    """Offset of its first character, from 0."""
    end: int
    """Offset after its last character."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The place in a block that points to a note."""

    note: str
    """The number of the note, as printed."""
    offset: int
    """Characters into the text of the block, where the marker belongs."""
    found_at: int
    """Characters into the text of the block, where the file has it."""
    doubtful: bool
    """Whether another place is possible."""

    @property
    def moved(self) -> bool:
        """Whether recovery moved it."""
        return self.offset != self.found_at


@dataclass(frozen=True, slots=True)
class Block:
    """One recovered unit of a source."""

    id: str
    """`p12` for author's text, `h3`, `q1`, `f2`, `b1` for the other kinds."""
    kind: Kind
    text: str
    """One line, spaces single, markers lifted."""
    headings: tuple[str, ...]
    """The headings above it, outermost first, without the title."""
    markers: tuple[Marker, ...]
    """In text order."""
    lines: tuple[LineRange, ...]
    pages: tuple[tuple[int, int], ...]
    """(page, offset at which it begins in this block); empty where the file shows no pages."""
    spans: tuple[Span, ...]
    """Where its characters stand in the file, ascending."""
    level: int | None = None
    """1 title, 2 section, 3 sub-section; None for all but headings."""
    ordered: bool | None = None
    """Whether a list item is numbered; None for all but list items."""
    label: str = ""
    """What the file prints before a list item: `●`, `-`, `3.`; else empty."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table, its head first; empty for all else."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote."""

    id: str
    """`n` and its number."""
    number: str
    """As printed, or counted on from the first marker where the notes show none."""
    text: str
    urls: tuple[str, ...]
    """Web addresses in its text, in order."""
    cited_from: tuple[str, ...]
    """Ids of the blocks that hold its marker."""
    lines: tuple[LineRange, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that are no part of the text."""

    text: str
    reason: str
    lines: tuple[LineRange, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Characters that stand in the file and are no words."""

    kind: ApparatusKind
    span: Span


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that recovery made to the letters of a text."""

    kind: RepairKind
    before: str
    after: str
    lines: tuple[LineRange, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that no rule could decide, and how it was left."""

    kind: DoubtKind
    detail: str
    lines: tuple[LineRange, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A source as recovered."""

    blocks: tuple[Block, ...]
    """In reading order."""
    notes: tuple[Note, ...]
    """In the order of their numbers."""
    left_out: tuple[LeftOut, ...]
    apparatus: tuple[Apparatus, ...]
    repairs: tuple[Repair, ...]
    doubts: tuple[Doubt, ...]
    joints: tuple[int, ...]
    """Offsets of the line ends that were closed up without a space: inside a web address, or after a hyphen."""
    joined_lines: int
    """How many line ends became spaces."""
    changed_spaces: int
    """How many no-break, doubled or other odd spaces became single ones."""
