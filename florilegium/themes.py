"""Documents and themes to placings: each ¶ gets one primary theme, or none, and keeps the reason why.

Terms decide. A heading counts less, and neighbours less again; what an editor says counts most. Passing mention is not
enough: a long ¶ needs more of a theme than a short one.
"""

from __future__ import annotations

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
    Weight,
    Why,
)

ENOUGH = 4.0
"""Weight, for a ¶ of `USUAL_WORDS`, from which a theme is its primary one."""
ALSO = 2.5
"""The same for a further theme."""
ALSO_SHARE = 0.25
"""What a further theme must have of the primary one's weight."""
USUAL_WORDS = 60
LENGTH = 0.6
"""Power of its length by which a ¶ needs more of a theme: 1 would make passing mention of all, 0 a theme of each."""
SHORTEST = 0.6
"""The scale of the shortest ¶: an item of a few words says more with each."""
HEADING = 0.4
"""What a term in a heading counts, against one in the text."""
NEIGHBOUR = 0.1
"""What the weight of a ¶ above or below under the same heading counts."""
LEAD_IN = 0.4
"""What the weight of the ¶ that introduces a list counts for its items."""
REPEATED = 4
"""From so many times on a term counts no more."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of a theme, ready to be looked for."""

    theme: str
    without: re.Pattern[str] | None
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    weights: Mapping[str, float]


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
        _place(block, _weights(blocks, weighed, index), _why(found), editor.get(block.id))
        for index, (block, found) in enumerate(zip(blocks, weighed, strict=True))
    )
    return Placed(source, document, placings, _passages(source, blocks, placings))


def term_pattern(text: str) -> re.Pattern[str]:
    """Return what finds a term: whole words, `*` for any ending, small letters for both cases, capitals as they are."""
    words = [re.sub("['’]", "['’]", re.escape(word).replace(r"\*", r"\w*")) for word in text.split()]
    flags = 0 if any(char.isupper() for char in text) else re.IGNORECASE
    return re.compile(r"(?<!\w)" + r"[\s–-]+".join(words) + r"(?!\w)", flags)


def _ready(theme: Theme) -> _Terms:
    patterns = [term_pattern(phrase) for phrase in theme.without]
    without = "|".join(f"(?i:{one.pattern})" if one.flags & re.IGNORECASE else one.pattern for one in patterns)
    return _Terms(
        theme.id,
        re.compile(without) if without else None,
        tuple((term.text, term_pattern(term.text)) for term in theme.terms),
        {term.text: term.weight for term in theme.terms},
    )


def _weigh(block: Block, terms: _Terms) -> _Weighed:
    scale = max(SHORTEST, (len(block.text.split()) / USUAL_WORDS) ** LENGTH)
    counts = _count(block.text, terms)
    heading = sum(_sum(_count(headline, terms), terms) for headline in block.headings)
    why = tuple(Why(terms.theme, term, count) for term, count in counts)
    return _Weighed(_sum(counts, terms) / scale, HEADING * heading, why)


def _count(text: str, terms: _Terms) -> list[tuple[str, int]]:
    """Count each term in a text, where it means what the theme means."""
    cleared = terms.without.sub(" ", text) if terms.without else text
    return [(term, count) for term, pattern in terms.patterns if (count := len(pattern.findall(cleared)))]


def _sum(counts: Iterable[tuple[str, int]], terms: _Terms) -> float:
    return sum(terms.weights[term] * min(count, REPEATED) for term, count in counts)


def _why(weighed: Mapping[str, _Weighed]) -> tuple[Why, ...]:
    return tuple(why for found in weighed.values() for why in found.why)


def _weights(blocks: tuple[Block, ...], weighed: list[dict[str, _Weighed]], index: int) -> tuple[Weight, ...]:
    """Return what speaks for each theme in a ¶: its terms, its headings, and the ¶ around it."""
    around = [(at, NEIGHBOUR) for at in (index - 1, index + 1)]
    if (lead := _lead_in(blocks, index)) is not None:
        around = [(at, share) for at, share in around if at != lead] + [(lead, LEAD_IN)]
    same = [
        (at, share) for at, share in around if 0 <= at < len(blocks) and blocks[at].headings == blocks[index].headings
    ]
    return tuple(
        Weight(theme, found.text, found.heading, sum(share * weighed[at][theme].text for at, share in same))
        for theme, found in weighed[index].items()
    )


def _lead_in(blocks: tuple[Block, ...], index: int) -> int | None:
    """Return the index of the ¶ that introduces the list in which a ¶ stands."""
    at = index
    while at >= 0 and blocks[at].kind == "list_item":
        at -= 1
    return at if 0 <= at < index else None


def _place(block: Block, weights: tuple[Weight, ...], why: tuple[Why, ...], correction: Correction | None) -> Placing:
    # A heading or a neighbour cannot place a ¶ that itself says nothing of the theme; what introduces an item can.
    spoken = [one for one in weights if one.terms > 0 or block.kind == "list_item"]
    best = max(spoken, key=lambda one: one.total, default=None)
    if best is None or best.total < ENOUGH:
        best = None
    primary = best.theme if best else CONTEXT
    by: ThemeBy = "terms" if best is None or best.terms >= ENOUGH else "heading"
    floor = max(ALSO, ALSO_SHARE * best.total) if best else ALSO
    also = tuple(one.theme for one in weights if one is not best and one.terms >= floor)
    by_terms = primary
    if correction is not None:
        primary, by = correction.theme or primary, "editor"
        also = tuple(one for one in (also if correction.also is None else correction.also) if one != primary)
    return Placing(block.id, primary, also, by, by_terms, weights, why)


def _passages(source: Source, blocks: tuple[Block, ...], placings: Iterable[Placing]) -> tuple[Passage, ...]:
    pairs = list(zip(blocks, placings, strict=True))
    return tuple(
        Passage(source.record.id, theme, headings, tuple(block.id for block, _ in group))
        for (headings, theme), group in groupby(pairs, key=lambda pair: (pair[0].headings, pair[1].theme))
    )
