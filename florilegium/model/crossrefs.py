"""What in one source belongs to what in another, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["agrees", "contradicts", "continues", "related"]
"""What the first side does to the other. Only an editor can say more than `related`."""
CrossReferenceBy = Literal["editor", "evidence"]
ReasonKind = Literal["term", "reference", "text", "editor"]


@dataclass(frozen=True, slots=True)
class SeeLink:
    """A cross-reference that an editor makes or forbids: an entry of `see` in a record, not yet held against a text."""

    line: int
    """1-based line in the record."""
    first: str
    """Id of the ¶ of this source: `p12`."""
    last: str
    """Id of the last ¶ of a run; else the same as the first."""
    begins: str
    """The words with which `first` begins."""
    to_source: str
    to_first: str
    to_last: str
    to_begins: str
    """The words with which `to_first` begins; empty where the editor gives none."""
    shows: str
    """Words of the sentence of this side that shows it; empty where evidence is to find it."""
    to_shows: str
    """The same of the other side."""
    relation: Relation
    because: str
    """The reason, in words for the reader; empty where the link is forbidden."""
    forbid: bool
    """Whether evidence may not link these ¶."""


@dataclass(frozen=True, slots=True)
class Side:
    """A ¶, or a run of ¶ of one passage, of one source."""

    source: str
    first: str
    """Id of the ¶: `p12`."""
    last: str
    """Id of the last ¶ of a run; else the same as the first."""
    sentence: str
    """The sentence that shows it best, of one of these ¶; empty where none may be shown."""
    sentence_at: str
    """Id of the ¶ of that sentence."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two places belong together."""

    kind: ReasonKind
    detail: str
    """Name of a term; key of a work, and after a space that of the other side's edition where it differs; a word that
    both texts have; an editor's words."""
    weight: float
    """What it adds to the score before that is bounded; 0 for an editor's words."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link between ¶ of two sources. It is shown on both sides."""

    side: Side
    """That of an editor's record, or of the source that comes first."""
    other: Side
    relation: Relation
    by: CrossReferenceBy
    reasons: tuple[Reason, ...]
    """An editor's words first, then works, terms and words, each by weight."""
    score: float
    """0 to 1; 1 for an editor's."""
