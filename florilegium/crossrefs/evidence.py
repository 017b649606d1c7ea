"""All ¶ together to the pairs that belong together: what is rare among them, and how each pair scores by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.crossrefs.candidates import Pair, candidates
from florilegium.crossrefs.paragraphs import Paragraph
from florilegium.crossrefs.rarity import Rarity, rarity, word_vector
from florilegium.crossrefs.scoring import Scored, likeness, score
from florilegium.model import IndexTerm


@dataclass(frozen=True, slots=True)
class Evidence:
    """Every ¶ as evidence, and what is known of all together."""

    paragraphs: tuple[Paragraph, ...]
    rarity: Rarity
    vectors: tuple[Mapping[str, float], ...]
    """The words of each ¶, as a vector of length 1."""

    @classmethod
    def of(cls, paragraphs: tuple[Paragraph, ...], terms: Iterable[IndexTerm]) -> Evidence:
        """Weigh every ¶ against all."""
        known = rarity(paragraphs, terms)
        return cls(paragraphs, known, tuple(word_vector(one, known.words) for one in paragraphs))

    def scored(self, pair: Pair) -> Scored:
        """Hold two ¶ against each other."""
        one, other = pair
        alike = likeness(self.vectors[one], self.vectors[other])
        return score(self.paragraphs[one], self.paragraphs[other], self.rarity, alike)

    def linked(self, floor: float, without: Iterable[Pair]) -> dict[Pair, Scored]:
        """Return the pairs that score no less than a floor, those aside that an editor has decided on."""
        wanted = sorted(candidates(self.paragraphs, self.rarity) - frozenset(without))
        scored = ((pair, self.scored(pair)) for pair in wanted)
        return {pair: one for pair, one in scored if one.score >= floor}

    def shared_words(self, one: Sequence[int], other: Sequence[int]) -> dict[str, float]:
        """Return the stems that two runs of ¶ share, each with its part in their likeness."""
        mine, theirs = self._most(one), self._most(other)
        return {stem: mine[stem] * theirs[stem] for stem in sorted(mine.keys() & theirs.keys())}

    def _most(self, run: Sequence[int]) -> dict[str, float]:
        """Return the most that each word counts in any of these ¶."""
        most: dict[str, float] = {}
        for at in run:
            for stem, weight in self.vectors[at].items():
                most[stem] = max(weight, most.get(stem, 0.0))
        return most
