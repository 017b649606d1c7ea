"""Another way to find variants: every stretch of a text held against every variant. For letters without accents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from florilegium.model import IndexTerm

WORD = r"(?<![A-Za-z0-9])[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z0-9])\.?|[A-Za-z0-9]+"
CLITICS = ("s", "d", "ll", "re", "ve")


def spans(text: str, terms: Sequence[IndexTerm], source: str) -> list[tuple[int, int, str]]:
    """Return start, end and term of each mention."""
    plain = _plain(text)
    ends = {end for end in range(len(plain) + 1) if _may_cut(plain, end)}
    found = []
    for order, term in enumerate(terms):
        own = [text for only, texts in term.variants_in if only == source for text in texts]
        away = [one for phrase in term.without for one in _stretches(plain, phrase, ends)]
        for variant, is_own in [*((one, False) for one in term.variants), *((one, True) for one in own)]:
            for start, end in _stretches(plain, variant, ends):
                if not any(first <= start and end <= last for first, last in away):
                    found.append((start, -end, not is_own, variant == variant.lower(), order, term.name))
    chosen: list[tuple[int, int, str]] = []
    for start, minus_end, _, _, _, name in sorted(found):
        if not chosen or chosen[-1][1] <= start:
            chosen.append((start, -minus_end, name))
    return chosen


def _plain(text: str) -> str:
    return re.sub("[–—\N{NO-BREAK SPACE}-]", " ", text.translate(str.maketrans("‘’“”", "''\"\"")))


def _stretches(plain: str, variant: str, cuts: set[int]) -> list[tuple[int, int]]:
    wanted = _plain(variant)
    small = wanted == wanted.lower()

    def evened(text: str) -> str:
        return " ".join(text.lower().split() if small else text.split())

    return [
        (start, end)
        for start in cuts
        for end in cuts
        if start < end
        and not plain[start].isspace()
        and not plain[end - 1].isspace()
        and evened(plain[start:end]) == evened(wanted)
        and _begins(plain, start)
        and _ends(plain, end)
    ]


def _may_cut(plain: str, at: int) -> bool:
    """Say whether no word lies on both sides of a place."""
    return not any(match.start() < at < match.end() for match in re.finditer(WORD, plain))


def _begins(plain: str, start: int) -> bool:
    before = re.search(rf"({WORD})'$", plain[:start])
    return before is None or not plain[start].isalnum() or (before[1].islower() and plain[start].isupper())


def _ends(plain: str, end: int) -> bool:
    after = re.match(rf"'({WORD})", plain[end:])
    return after is None or after[1].lower() in CLITICS
