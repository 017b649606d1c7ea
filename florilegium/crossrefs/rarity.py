"""How much it says that two ¶ share something: the rarer a work, a term or a word, the more.

A term that half of the ¶ have ties none of them together; one that two alone have, ties these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from florilegium.crossrefs.paragraphs import Paragraph
from florilegium.model import IndexTerm, IndexTermKind

REPEATED = 1.0
"""How slowly a term that is repeated in a ¶ counts more: `k1` of BM25 (Robertson and Zaragoza 2009)."""
LENGTH = 0.4
"""How much the length of a ¶ makes a mention in it a passing one: `b` of BM25; 0 not at all, 1 wholly."""

MIDDLING = 1.5
"""How much less the middling rare say than the rarest: 1 as their logarithms have it, 2 as the squares of these."""

NAMES: Mapping[IndexTermKind, float] = {"place": 0.5, "person": 0.7}
"""What terms of these kinds say, against the others: they name where or who, and not yet what is said of it."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """What is known of all ¶ together."""

    works: Mapping[str, float]
    """Of each work cited in two ¶ or more: 1 where two alone cite it, 0 where all do."""
    terms: Mapping[str, float]
    """The same of each term; less where it is a mere name."""
    words: Mapping[str, float]
    """Of each stem, the logarithm of how few ¶ have it: its weight in TF-IDF."""
    usual_length: float
    """Words of a ¶ on the average."""


def rarity(paragraphs: Sequence[Paragraph], terms: Iterable[IndexTerm]) -> Rarity:
    """Count in how many ¶ each work, term and word stands."""
    count = len(paragraphs)
    said = {term.name: NAMES.get(term.kind, 1.0) for term in terms}
    return Rarity(
        _shares((one.works for one in paragraphs), count),
        {name: said[name] * share for name, share in _shares((one.terms for one in paragraphs), count).items()},
        {word: log(count / held) for word, held in _held(one.words for one in paragraphs).items()},
        sum(one.length for one in paragraphs) / max(1, count),
    )


def prominence(times: int, length: int, usual_length: float) -> float:
    """Return how much a ¶ speaks of a term: 1 where one of usual length, or a shorter one, names it once."""
    scale = max(1.0, 1 - LENGTH + LENGTH * length / usual_length)
    return times * (REPEATED + 1) / (times + REPEATED * scale)


def word_vector(paragraph: Paragraph, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the words of a ¶ by TF-IDF, as a vector of length 1; empty where it has none."""
    # What every ¶ has ties none together.
    held = {word: times for word, times in paragraph.words.items() if weights[word] > 0}
    vector = {word: (1 + log(times)) * weights[word] for word, times in held.items()}
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def _shares(found: Iterable[Iterable[str]], count: int) -> dict[str, float]:
    """Map each thing to its rarity, from 1 where two ¶ have it to 0 where all have."""
    if count < 3:
        return {}
    most = log(count / 2)
    # What one ¶ alone has ties it to nothing.
    return {name: (log(count / held) / most) ** MIDDLING for name, held in _held(found).items() if held > 1}


def _held(found: Iterable[Iterable[str]]) -> Counter[str]:
    return Counter(name for one in found for name in one)
