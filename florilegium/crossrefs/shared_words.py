"""Two runs of ¶ to the words that make them alike, as the first of them prints these: two that stand together as one.

A likeness that is only a number cannot be checked; words can be looked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from florilegium.crossrefs.paragraphs import Paragraph, Token, tokens

NAMED = 4
"""Words or phrases at the most."""
JOINTS = (" ", "\N{NO-BREAK SPACE}", "-", "–")
"""What stands between two words of a phrase."""


def shared_words(
    one: Sequence[Paragraph], other: Sequence[Paragraph], weights: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Return words and phrases that both have, with what each is worth, best first.

    `weights` are those of the stems that both have; they are what makes the two alike.
    """
    mine = [(paragraph.block.text, tokens(paragraph.block.text, paragraph.mentions)) for paragraph in one]
    theirs = [(paragraph.block.text, tokens(paragraph.block.text, paragraph.mentions)) for paragraph in other]
    pairs = {pair for text, found in theirs for pair in _neighbours(text, found)}
    phrases: dict[tuple[str, ...], str] = {}
    for text, found in mine:
        for pair, printed in _neighbours(text, found).items():
            if pair in pairs and all(stem in weights for stem in pair):
                phrases.setdefault(pair, printed)
    words: dict[tuple[str, ...], str] = {}
    for text, found in mine:
        for token in found:
            if token.stem in weights:
                words.setdefault((token.stem,), text[token.start : token.end].lower())
    worth = {stems: sum(weights[stem] for stem in stems) for stems in (*phrases, *words)}
    named: dict[tuple[str, ...], float] = {}
    for stems in sorted(worth, key=lambda stems: (-worth[stems], stems)):
        # A word of a phrase that is named already says nothing more.
        if len(named) < NAMED and not any(set(stems) & set(known) for known in named):
            named[stems] = worth[stems]
    printed_as = {**phrases, **words}
    return tuple((printed_as[stems], value) for stems, value in named.items())


def _neighbours(text: str, found: Sequence[Token]) -> dict[tuple[str, ...], str]:
    """Return the pairs of words that stand together, by their stems, each as it is first printed."""
    pairs: dict[tuple[str, ...], str] = {}
    for before, after in pairwise(found):
        if text[before.end : after.start] in JOINTS:
            pairs.setdefault((before.stem, after.stem), text[before.start : after.end].lower())
    return pairs
