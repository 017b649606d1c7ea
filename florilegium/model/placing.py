"""Under which theme each ¶ stands, and what is said of the themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from florilegium.model.collection import Source
from florilegium.model.documents import Document

ThemeBy = Literal["terms", "heading", "editor"]
CONTEXT = "context"
"""Where a ¶ stands that is about no theme. Not a theme."""


@dataclass(frozen=True, slots=True)
class Why:
    """A term found in a ¶."""

    theme: str
    term: str
    count: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks for a theme in a ¶."""

    theme: str
    terms: float
    """Of the terms in its text, for its length."""
    heading: float
    neighbours: float
    """Of the ¶ above and below, and of the one that introduces its list."""

    @property
    def total(self) -> float:
        """What decides."""
        return self.terms + self.heading + self.neighbours


@dataclass(frozen=True, slots=True)
class Placing:
    """The theme of a ¶, and the reason."""

    block: str
    """Id of the ¶."""
    theme: str
    """A theme id, or `context`."""
    also: tuple[str, ...]
    """Further themes of which it has a substantial part."""
    by: ThemeBy
    """`terms` if these would do alone; `heading` if what stands around was needed; `editor` if a correction decides."""
    by_terms: str
    """What terms, heading and neighbours alone would have said."""
    weights: tuple[Weight, ...]
    """One for each theme, in their order."""
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of neighbouring ¶ of one source, under one heading, with the same primary theme."""

    source: str
    theme: str
    headings: tuple[str, ...]
    blocks: tuple[str, ...]
    """Ids of its ¶, in order."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A recovered source with every ¶ placed."""

    source: Source
    document: Document
    placings: tuple[Placing, ...]
    """One for each ¶, in order."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PlaceCited:
    """A ¶, a run of ¶, or a note of a source, as an editor cites it."""

    source: str
    first: str
    """Id of the ¶ or note: `p12`, `n12`."""
    last: str
    """Id of the last ¶ of a run; else the same as the first."""


@dataclass(frozen=True, slots=True)
class WorkCited:
    """A work that an editor cites in an introduction."""

    reference: str
    locator: str
    """As the editor wrote it: `p. 7`; empty where the whole work is meant."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What an editor says of a theme."""

    theme: str
    pieces: tuple[str | PlaceCited | WorkCited, ...]
    """Markdown, and between it the places and works cited."""
