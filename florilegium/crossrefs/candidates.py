"""Which ¶ of other sources are worth holding against a ¶: those that share one of its rarest features.

Never all pairs. Each ¶ asks by a few of its rarest features, and each feature answers with the few ¶ that speak of it
most ("champion lists": Manning, Raghavan and Schütze, Introduction to Information Retrieval, §7.1.3). So the work grows
with the text, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from florilegium.crossrefs.paragraphs import Paragraph
from florilegium.crossrefs.rarity import Rarity, prominence

ASKED_WORKS = 10
ASKED_TERMS = 10
ASKED_WORDS = 8
"""How many works, terms and words of a ¶ are asked for; the rarest."""
CHAMPIONS = 24
"""How many ¶ each of them answers with; those that speak of it most."""
Feature = tuple[str, str]
Pair = tuple[int, int]


def candidates(paragraphs: Sequence[Paragraph], rarity: Rarity) -> frozenset[Pair]:
    """Return pairs of indices of ¶ of different sources, the smaller first."""
    # A table has no sentence by which a reader could check a reason: only an editor links it.
    asked = [_rarest(one, rarity) if one.block.kind != "table" else () for one in paragraphs]
    answering = _champions(paragraphs, rarity, asked)
    pairs: set[Pair] = set()
    for at, features in enumerate(asked):
        own = paragraphs[at].source
        words: set[int] = set()
        for feature in features:
            for other in answering.get(feature, ()):
                if paragraphs[other].source == own:
                    continue
                # One word ties nothing together; a work, a term or a second word may.
                if feature[0] != "word" or other in words:
                    pairs.add((at, other) if at < other else (other, at))
                words.add(other)
    return frozenset(pairs)


def _rarest(paragraph: Paragraph, rarity: Rarity) -> tuple[Feature, ...]:
    """Return the rarest features of a ¶ that another has too."""
    return (
        *_top("work", paragraph.works, rarity.works, ASKED_WORKS),
        *_top("term", paragraph.terms, rarity.terms, ASKED_TERMS),
        *_top("word", paragraph.words, rarity.words, ASKED_WORDS),
    )


def _top(kind: str, held: Iterable[str], weights: Mapping[str, float], most: int) -> list[Feature]:
    known = sorted((name for name in held if weights.get(name, 0) > 0), key=lambda name: (-weights[name], name))
    return [(kind, name) for name in known[:most]]


def _champions(
    paragraphs: Sequence[Paragraph], rarity: Rarity, asked: Sequence[Sequence[Feature]]
) -> Mapping[Feature, Sequence[int]]:
    """Return for each feature that is asked for the ¶ that speak of it most, in two sources or more."""
    wanted = {feature for features in asked for feature in features}
    speaking: dict[Feature, list[tuple[float, int, int]]] = {}
    for at, one in enumerate(paragraphs):
        if not asked[at]:
            continue
        works = {work: len(cited) for work, cited in one.works.items()}
        for kind, held in (("work", works), ("term", one.terms), ("word", one.words)):
            for name, times in held.items():
                if (kind, name) in wanted:
                    how_much = prominence(times, one.length, rarity.usual_length)
                    # Among equals no source comes first for its place in the collection.
                    lot = crc32(f"{one.source}#{one.block.id}".encode())
                    speaking.setdefault((kind, name), []).append((-how_much, lot, at))
    return {
        feature: [at for _, _, at in sorted(found)[:CHAMPIONS]]
        for feature, found in speaking.items()
        if len({paragraphs[at].source for _, _, at in found}) > 1
    }
