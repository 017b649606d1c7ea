"""A run of ¶ and its evidence to the one sentence that shows it best, so that a reader can check the reason at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.crossrefs.paragraphs import Paragraph, tokens
from florilegium.openings import holds
from florilegium.sentences import likely_sentence_ends

FEW_WORDS = 6
"""A sentence of no more words says little by itself, and comes with the one before it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a sentence is looked through for, each with what it is worth."""

    notes: Mapping[str, float]
    """Numbers of notes that cite a work of the evidence."""
    terms: Mapping[str, float]
    words: Mapping[str, float]
    """Stems."""


def best_sentence(run: Sequence[Paragraph], weights: Weights, shows: str = "") -> tuple[str, str]:
    """Return the sentence of these ¶ that holds most of the evidence, the first of equals, and the id of its ¶.

    With `shows`, words that an editor names, it is the one that holds these. A table has no sentences: of a table alone
    it is empty.
    """
    best, found = -1.0, ("", run[0].block.id)
    for one in run:
        stems = tokens(one.block.text, one.mentions)
        for start, end in sentences(one.block.text) if one.block.kind != "table" else ():
            if not holds(one.block.text[start:end], shows):
                continue
            worth = _sum({mention.term for mention in one.mentions if start <= mention.start < end}, weights.terms)
            worth += _sum({token.stem for token in stems if start <= token.start < end}, weights.words)
            worth += _sum({marker.note for marker in one.block.markers if start < marker.offset <= end}, weights.notes)
            if worth > best:
                best, found = worth, (one.block.text[start:end].strip(), one.block.id)
    return found


def sentences(text: str) -> Iterable[tuple[int, int]]:
    """Yield where each sentence begins and ends; a short one together with the one before it."""
    starts = [0]
    ends = [end for end in likely_sentence_ends(text) if end < len(text)] + [len(text)]
    for end in ends:
        start = starts[-1]
        short = len(text[start:end].split()) <= FEW_WORDS
        yield (starts[-2] if short and len(starts) > 1 else start), end
        starts.append(end)


def _sum(held: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(one, 0.0) for one in sorted(held))
