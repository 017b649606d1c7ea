"""The subject index: its terms as an editor writes them, and where the texts speak of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

IndexTermKind = Literal["person", "place", "institution", "law", "event", "concept"]
"""What a term of the subject index names. A law is a treaty, too."""


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """An entry of the subject index: one of the `terms` of `sources/terms.yml` that has no `see`."""

    name: str
    """As the index prints it: `Doe, Jane`."""
    kind: IndexTermKind
    variants: tuple[str, ...]
    """Under which the texts print it, the name itself first. One with a capital is looked for as it stands, any other
    in both cases."""
    variants_in: tuple[tuple[str, tuple[str, ...]], ...]
    """Variants that hold in one source alone, by its id."""
    without: tuple[str, ...]
    """Phrases in which a variant means something else: `not` in the file."""
    see_also: tuple[str, ...]
    """Names of other terms."""
    line: int
    """1-based line in `sources/terms.yml`."""

    @property
    def anchor(self) -> str:
        """Its id on the page of the index: `doe-jane`."""
        return _anchor(self.name)


@dataclass(frozen=True, slots=True)
class SeeEntry:
    """An entry of the subject index that only sends the reader on: `B2B, see business to business`."""

    name: str
    see: str
    """Name of a term."""
    line: int

    @property
    def anchor(self) -> str:
        """Its id on the page of the index."""
        return _anchor(self.name)


@dataclass(frozen=True, slots=True)
class Authority:
    """What an editor writes of the subject index: `sources/terms.yml`."""

    terms: tuple[IndexTerm, ...] = ()
    """In the order of the file."""
    see: tuple[SeeEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that speaks of a term."""

    term: str
    """Its name."""
    source: str
    place: str
    """Id of a ¶ or note: `p12`, `n12`."""
    start: int
    """Offset into the text of the ¶ or note."""
    end: int


@dataclass(frozen=True, slots=True)
class SubjectIndex:
    """The terms, and every place that speaks of one."""

    authority: Authority
    mentions: tuple[Mention, ...]
    """By source, ¶ before notes, in text order. No two overlap."""

    def by_place(self) -> dict[tuple[str, str], list[Mention]]:
        """Group the mentions by source and the id of their ¶ or note, each group in text order."""
        found: dict[tuple[str, str], list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault((mention.source, mention.place), []).append(mention)
        return found


def _anchor(name: str) -> str:
    """Return a name as an id: small letters and figures, without accents where they can be taken off."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "-", plain.replace("ı", "i").casefold()).strip("-")
