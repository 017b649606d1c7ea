"""All cross-references to what the pages of sources and themes ask of them, grouped once and not anew for each page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import CrossReference, Placed, Record, Reference, Side, SubjectIndex
from florilegium.pages.terms_said import TermSaid, terms_said


@dataclass(frozen=True, slots=True)
class Crossing:
    """A cross-reference as it is seen from one of its sides."""

    rank: int
    """Its place among all, the best first."""
    crossed: CrossReference
    turned: bool
    """Whether it is seen from the side that comes second."""

    @property
    def here(self) -> Side:
        """The side from which it is seen."""
        return self.crossed.other if self.turned else self.crossed.side

    @property
    def there(self) -> Side:
        """The side to which it leads."""
        return self.crossed.side if self.turned else self.crossed.other


@dataclass(frozen=True, slots=True)
class Crossings:
    """The cross-references, and what is needed to say what they join and why."""

    at: Mapping[str, Mapping[str, Sequence[Crossing]]]
    """By source, then by each ¶ that they concern, best first; what has none is left out."""
    placed: Mapping[str, Placed]
    """By source, those that are joined to another."""
    headings: Mapping[tuple[str, str], tuple[str, ...]]
    """Those above the first ¶ of each side, by source and id."""
    terms: Mapping[str, TermSaid]
    """How a sentence says each term that is a reason."""
    references: Mapping[str, Reference]
    """Works by key."""

    def record(self, side: Side) -> Record:
        """Return the record of the source of a side."""
        return self.placed[side.source].source.record

    def concerning(self, source: str, blocks: Iterable[str]) -> tuple[Crossing, ...]:
        """Return the cross-references that concern any of these ¶, best first."""
        at = self.at.get(source, {})
        found = {one.rank: one for block in blocks for one in at.get(block, ())}
        return tuple(found[rank] for rank in sorted(found))

    def joined_to(self, source: str, blocks: Iterable[str]) -> tuple[Placed, ...]:
        """Return the sources to which these ¶ are joined, in the order of their ids."""
        others = {seen.there.source for seen in self.concerning(source, blocks)}
        return tuple(self.placed[one] for one in sorted(others))


def crossings(
    crossed: Sequence[CrossReference],
    placed: Sequence[Placed],
    index: SubjectIndex,
    references: Mapping[str, Reference],
) -> Crossings:
    """Return cross-references, which come best first, by the ¶ that they concern."""
    at: dict[str, dict[str, list[Crossing]]] = {}
    for rank, one in enumerate(crossed):
        for seen in (Crossing(rank, one, turned=False), Crossing(rank, one, turned=True)):
            of_source = at.setdefault(seen.here.source, {})
            for block in paragraphs(seen.here):
                of_source.setdefault(block, []).append(seen)
    joined = {one.source.record.id: one for one in placed if one.source.record.id in at}
    firsts = {(side.source, side.first) for one in crossed for side in (one.side, one.other)}
    named = {reason.detail for one in crossed for reason in one.reasons if reason.kind == "term"}
    return Crossings(
        at,
        joined,
        {
            (source, block.id): block.headings
            for source, one in joined.items()
            for block in one.document.blocks
            if (source, block.id) in firsts
        },
        terms_said(named, index, placed),
        references,
    )


def paragraphs(side: Side) -> tuple[str, ...]:
    """Return the ids of the ¶ of a side: those of a passage are numbered on."""
    return tuple(f"p{number}" for number in range(int(side.first[1:]), int(side.last[1:]) + 1))
