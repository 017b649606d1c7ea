"""Documents and themes to placings: each ¶ gets one primary theme, or none, and keeps the reason why.

Terms decide. A heading counts less, and neighbours less again; what an editor says counts most. Passing mention is not
enough: a long ¶ needs more of a theme than a short one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from florilegium.model import (
    AUTHORS_TEXT,
    CONTEXT,
    Block,
    Correction,
    Document,
    Passage,
    Placed,
    Placing,
    Source,
    Theme,
    ThemeBy,
    Why,
)

ENOUGH = 3.0
"""Weight of terms, for a ¶ of `USUAL_WORDS`, from which a theme is its primary one."""
ALSO = 3.0
"""The same for a further theme."""
ALSO_SHARE = 0.5
"""What a further theme must have of the primary one's weight."""
USUAL_WORDS = 60
HEADING = 0.4
"""What a term in a heading counts, against one in the text."""
NEIGHBOUR = 0.1
"""What the weight of a ¶ above or below under the same heading counts."""
REPEATED = 4
"""From so many times on a term counts no more."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of a theme, ready to be looked for."""

    theme: str
    without: re.Pattern[str] | None
    patterns: tuple[tuple[str, float, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What speaks for a theme in one ¶, for its length."""

    text: float
    heading: float
    why: tuple[Why, ...]


def place_by_theme(source: Source, document: Document, themes: tuple[Theme, ...]) -> Placed:
    """Place each ¶ of a source and gather neighbouring ones of one theme into passages."""
    blocks = tuple(block for block in document.blocks if block.kind in AUTHORS_TEXT)
    terms = tuple(_ready(theme) for theme in themes)
    weighed = [{one.theme: _weigh(block, one) for one in terms} for block in blocks]
    editor = {c.at: c for c in source.record.corrections if c.theme is not None or c.also is not None}
    placings = tuple(
        _place(block, weights, _neighbours(blocks, weighed, index), editor.get(block.id))
        for index, (block, weights) in enumerate(zip(blocks, weighed, strict=True))
    )
    return Placed(source, document, placings, _passages(source, blocks, placings))


def term_pattern(text: str) -> re.Pattern[str]:
    """Return what finds a term: whole words, `*` for any ending, small letters for both cases, capitals as they are."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in text.split()]
    flags = 0 if any(char.isupper() for char in text) else re.IGNORECASE
    return re.compile(r"(?<!\w)" + r"[\s–-]+".join(words) + r"(?!\w)", flags)


def _ready(theme: Theme) -> _Terms:
    patterns = [term_pattern(phrase) for phrase in theme.without]
    without = "|".join(f"(?i:{one.pattern})" if one.flags & re.IGNORECASE else one.pattern for one in patterns)
    return _Terms(
        theme.id,
        re.compile(without) if without else None,
        tuple((term.text, term.weight, term_pattern(term.text)) for term in theme.terms),
    )


def _weigh(block: Block, terms: _Terms) -> _Weighed:
    scale = max(1.0, math.sqrt(len(block.text.split()) / USUAL_WORDS))
    counts = _count(block.text, terms)
    weights = {term: weight for term, weight, _ in terms.patterns}
    text = sum(weights[term] * min(count, REPEATED) for term, count in counts)
    heading = sum(weights[term] for headline in block.headings for term, _ in _count(headline, terms))
    why = tuple(Why(terms.theme, term, count) for term, count in counts)
    return _Weighed(text / scale, HEADING * heading, why)


def _count(text: str, terms: _Terms) -> list[tuple[str, int]]:
    """Count each term in a text, where it means what the theme means."""
    cleared = terms.without.sub(" ", text) if terms.without else text
    return [(term, count) for term, _, pattern in terms.patterns if (count := len(pattern.findall(cleared)))]


def _neighbours(blocks: tuple[Block, ...], weighed: list[dict[str, _Weighed]], index: int) -> dict[str, float]:
    """Return what the ¶ above and below add, where they stand under the same heading."""
    near = [at for at in (index - 1, index + 1) if 0 <= at < len(blocks)]
    same = [at for at in near if blocks[at].headings == blocks[index].headings]
    return {theme: NEIGHBOUR * sum(weighed[at][theme].text for at in same) for theme in weighed[index]}


def _place(
    block: Block, weighed: Mapping[str, _Weighed], near: Mapping[str, float], correction: Correction | None
) -> Placing:
    total = {theme: found.text + found.heading + near[theme] for theme, found in weighed.items()}
    # A heading or a neighbour cannot place a ¶ that itself says nothing of the theme.
    spoken = {theme: value for theme, value in total.items() if weighed[theme].text > 0}
    best = max(spoken, key=lambda theme: spoken[theme], default=CONTEXT)
    primary = best if spoken.get(best, 0.0) >= ENOUGH else CONTEXT
    without_heading = weighed[primary].text + near[primary] if primary != CONTEXT else ENOUGH
    by: ThemeBy = "terms" if without_heading >= ENOUGH else "heading"
    floor = max(ALSO, ALSO_SHARE * spoken.get(primary, 0.0))
    also = tuple(theme for theme, found in weighed.items() if theme != primary and found.text >= floor)
    by_terms = primary
    if correction is not None:
        primary, by = correction.theme or primary, "editor"
        also = tuple(one for one in (also if correction.also is None else correction.also) if one != primary)
    why = tuple(why for found in weighed.values() for why in found.why)
    return Placing(block.id, primary, also, by, by_terms, why)


def _passages(source: Source, blocks: tuple[Block, ...], placings: Iterable[Placing]) -> tuple[Passage, ...]:
    pairs = list(zip(blocks, placings, strict=True))
    return tuple(
        Passage(source.record.id, theme, headings, tuple(block.id for block, _ in group))
        for (headings, theme), group in groupby(pairs, key=lambda pair: (pair[0].headings, pair[1].theme))
    )
