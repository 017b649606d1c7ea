"""What the rules of recovery hand to one another: a text half told into blocks, notes and what is neither."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from florilegium.model import Apparatus, ApparatusKind, Correction, Doubt, Kind, Marker, Record, Repair
from florilegium.problems import Problem
from florilegium.recovery.lines import Line, LineNumbers
from florilegium.recovery.traced import Traced


@dataclass(frozen=True, slots=True)
class Task:
    """What recovery is told of a text besides its letters."""

    record: Record
    title: str
    """Of the work, in plain text."""
    authors: tuple[str, ...]
    """Personal names, given name first."""
    publishers: tuple[str, ...]
    """Names of publisher, site or container, as a web page may add them to its title."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Those of the record."""
        return self.record.corrections


@dataclass(frozen=True, slots=True)
class Part:
    """A block in the making."""

    kind: Kind
    text: Traced
    level: int | None = None
    label: str = ""
    rows: tuple[tuple[Traced, ...], ...] = ()
    """The cells of a table, its head first; what is lifted from the text later stands in them still."""
    markers: tuple[Marker, ...] = ()
    told: bool = False
    """Whether a rule or an editor has told its kind; the rest are taken for paragraphs."""

    @property
    def start(self) -> int:
        """Offset of its first character in the file."""
        return self.text.origins[0]


@dataclass(frozen=True, slots=True)
class NotePart:
    """A note in the making."""

    number: str
    """As printed, or as counted from the first marker."""
    lines: tuple[Line, ...]
    """Those of a footnote, until they are joined to its text; none for an endnote."""
    text: Traced


@dataclass(frozen=True, slots=True)
class Draft:
    """The text as far as it is told; each rule returns a further one."""

    raw: str
    numbers: LineNumbers
    lines: tuple[Line, ...]
    """Lines that no rule has taken yet."""
    parts: tuple[Part, ...] = ()
    """In the order of the file."""
    notes: tuple[NotePart, ...] = ()
    left_out: tuple[tuple[Traced, str], ...] = ()
    """Words and reason."""
    apparatus: tuple[Apparatus, ...] = ()
    joints: tuple[int, ...] = ()
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()

    def adding(
        self,
        *,
        apparatus: tuple[Apparatus, ...] = (),
        joints: tuple[int, ...] = (),
        repairs: tuple[Repair, ...] = (),
        doubts: tuple[Doubt, ...] = (),
        problems: tuple[Problem, ...] = (),
        left_out: tuple[tuple[Traced, str], ...] = (),
    ) -> Draft:
        """Return the draft with these added to what it has."""
        return replace(
            self,
            apparatus=self.apparatus + apparatus,
            joints=self.joints + joints,
            repairs=self.repairs + repairs,
            doubts=self.doubts + doubts,
            problems=self.problems + problems,
            left_out=self.left_out + left_out,
        )

    def lines_of(self, text: Traced) -> tuple[tuple[int, int], ...]:
        """Return the lines of the file on which a text stands."""
        return self.numbers.ranges(text.spans())


Rule = Callable[[Draft, Task], Draft]


def apparatus_at(kind: ApparatusKind, text: Traced) -> tuple[Apparatus, ...]:
    """Call the characters of `text` apparatus."""
    return tuple(Apparatus(kind, span) for span in text.spans())
