"""Two ¶ to one score and its reasons: works both cite, terms both speak of, and how alike their other words are.

Each piece of evidence is worth something between 0 and 1, as if it were the chance that a reader of one ¶ wants to see
the other; together they leave the chance that none of them is right (a "noisy or"), so that two middling reasons make a
good one, and none counts twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod

from florilegium.crossrefs.paragraphs import Paragraph
from florilegium.crossrefs.rarity import Rarity, prominence
from florilegium.model import Reason

WORK = 0.8
"""What it is worth that two ¶, and no others, cite the same work."""
TERM = 0.38
"""What it is worth that two ¶ of usual length, and no others, speak of the same term."""
TERM_AT_MOST = 0.6
"""The same, however much they speak of it."""
WORDS = 1.2
"""What the likeness of the other words (0 to 1: cosine of TF-IDF) is worth, times itself."""
WORDS_AT_MOST = 0.5
ALIKE = 0.05
"""Likeness below which words are worth nothing: any two ¶ on politics have that much."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How much two ¶ belong together, and why."""

    score: float
    """0 to 1."""
    reasons: tuple[Reason, ...]
    """Works, then terms, then the likeness of words as one reason without detail; each by weight."""


def score(one: Paragraph, other: Paragraph, rarity: Rarity, alike: float) -> Scored:
    """Hold two ¶ of different sources, whose words are so alike, against each other; the same whichever comes first."""
    reasons = (*_works(one, other, rarity), *_terms(one, other, rarity), *_words(alike))
    return Scored(1 - prod(1 - reason.weight for reason in reasons), reasons)


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how alike two vectors of length 1 are, by their cosine: 0 if they share one word or none, 1 if all."""
    shared = one.keys() & other.keys()
    # In one order, so that the sum is the same to the last bit from either side.
    return sum(one[word] * other[word] for word in sorted(shared)) if len(shared) > 1 else 0.0


def _works(one: Paragraph, other: Paragraph, rarity: Rarity) -> list[Reason]:
    shared = sorted(one.works.keys() & other.works.keys())
    return _by_weight(Reason("reference", key, WORK * rarity.works.get(key, 0.0)) for key in shared)


def _terms(one: Paragraph, other: Paragraph, rarity: Rarity) -> list[Reason]:
    reasons = []
    for term in sorted(one.terms.keys() & other.terms.keys()):
        spoken = prominence(one.terms[term], one.length, rarity.usual_length)
        spoken *= prominence(other.terms[term], other.length, rarity.usual_length)
        reasons.append(Reason("term", term, min(TERM_AT_MOST, TERM * rarity.terms.get(term, 0.0) * spoken)))
    return _by_weight(iter(reasons))


def _words(alike: float) -> list[Reason]:
    worth = min(WORDS_AT_MOST, WORDS * max(0.0, alike - ALIKE))
    return [Reason("text", "", worth)] if worth > 0 else []


def _by_weight(reasons: Iterator[Reason]) -> list[Reason]:
    return sorted((one for one in reasons if one.weight > 0), key=lambda one: (-one.weight, one.detail))
