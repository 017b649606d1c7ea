"""Which notes cite which works, where, and how each style prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from florilegium.model.collection import Style

CitationForm = Literal["full", "short"]
"""Short: names a work that the same source has cited in full before."""
MatchedBy = Literal["address", "title", "short", "ibid", "editor"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a note that names a work."""

    source: str
    note: str
    """Number of the note, as printed."""
    reference: str
    """Key of the work."""
    start: int
    """Offset into the text of the note of the words that name the work."""
    end: int
    """Offset after them."""
    linked: tuple[int, int]
    """Offsets of the words that lead to the entry: the title. Empty range: there are no words for it."""
    form: CitationForm
    by: MatchedBy


@dataclass(frozen=True, slots=True)
class CitedAt:
    """Where a work is cited: a note of a source, or the introduction of a theme."""

    reference: str
    source: str
    """Id of the source; empty for an introduction."""
    note: str
    """Number of the note; empty for an introduction."""
    block: str
    """Id of the ¶ that holds the marker of the note; empty for an introduction, or where the marker stands in no ¶."""
    themes: tuple[str, ...]
    """Theme of the ¶, then the further ones of which it speaks; of an introduction its own."""
    sentence: str
    """The sentence that ends at the marker, or that holds it; empty where the edition may not show it."""
    doubtful: bool = False
    """Whether the place of the marker is in doubt, and so the sentence."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A formatted citation, twice."""

    text: str
    """Plain text on one line."""
    html: str
    """The same with `<i>`, `<b>`, `<sup>`, `<sub>`, `<span style="font-variant: small-caps">` and `<a href>` alone."""


@dataclass(frozen=True, slots=True)
class CopyForms:
    """What a reader takes home of one work in one style: as if no other work were in the list."""

    reference: str
    entry: Wording
    note: Wording | None
    """First note; None in styles that have no notes."""
    short_note: Wording | None
    in_text: Wording | None
    """`(Blinken 2021)`; None in styles that have notes."""


@dataclass(frozen=True, slots=True)
class FormattedList:
    """A list of works as one style prints it, in its order, told apart where it must: `2020a`, `2020b`."""

    name: str
    entries: tuple[tuple[str, Wording], ...]
    """Key and entry."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """All works in one style."""

    style: Style
    copied: tuple[CopyForms, ...]
    lists: tuple[FormattedList, ...]


@dataclass(frozen=True, slots=True)
class Works:
    """What is known of the works: by which notes they are cited, where, and how each style prints them."""

    citations: tuple[Citation, ...]
    cited: tuple[CitedAt, ...]
    formatted: tuple[Formatted, ...]
    """The first is the style in which lists are shown and sorted."""
