"""Runs of words with a capital to names: `Commission` `on` `Human Rights`.

No letter tells `Council on Foreign Affairs` from `Doe on Persia`: what stands alone elsewhere tells, and words such as
`Council`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from florilegium.subject_index.suggesting.capital_runs import Run, capital_runs, is_initialism
from florilegium.subject_index.suggesting.cues import FUNCTION_WORDS, HEADS, PARTICLES, TITLES
from florilegium.subject_index.suggesting.readings import Reading, Spelling, Standing
from florilegium.subject_index.words import DASHES

Link = Literal["of", "for", "and", "dash", "possessive", "particle", ""]
"""What stands between two runs; empty where nothing joins them."""
LINKS: Mapping[str, Link] = {"of": "of", "for": "for", "on": "for", "to": "for", "in": "for", "and": "and"}
LONGEST_LINK = 3
"""Words between two runs: `of the`, `bin al-`."""
ADJECTIVES = ("ese", "ish", "an", "ern", "i")
"""How adjectives of peoples and regions end, and some names of places too."""


def names(readings: Sequence[Reading], spelling: Spelling) -> tuple[Standing, ...]:
    """Return each name where it stands."""
    read = [tuple(capital_runs(reading, spelling)) for reading in readings]
    alone = Counter[tuple[str, ...]](run.words for runs in read for run in _unlinked(runs))
    whole = (run for runs in read for run in _joined(runs, alone, spelling))
    joined = [run for run in whole if not run.weak and not _is_rest(run)]
    adjectives = _adjectives(joined)
    surnames = {run.words[-1:] for run in joined if len(run.words) > 1 and run.words not in adjectives}
    inside = surnames | {run.words for run in joined if not run.begins}
    return tuple(
        Standing.of(run.reading, run.first, run.last)
        for run in joined
        if (run.words not in adjectives or run.words in surnames)
        and (run.words in inside or len(run.words) > 1 or is_initialism(run.words[0]))
    )


def _unlinked(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs that nothing may join to another."""
    links = ["", *(_link(one, two) for one, two in pairwise(runs)), ""]
    for run, (before, after) in zip(runs, pairwise(links), strict=False):
        if not before and not after and not run.weak:
            yield run


def _joined(runs: Iterable[Run], alone: Mapping[tuple[str, ...], int], spelling: Spelling) -> Iterator[Run]:
    """Yield the runs of a text, those that make one name as one."""
    whole: Run | None = None
    for run in runs:
        if whole and _belong(whole, run, alone, spelling):
            whole = replace(whole, last=run.last, weak=False)
            continue
        if whole:
            yield whole
        whole = run
    if whole:
        yield whole


def _link(one: Run, two: Run) -> Link:
    """Return what joins two runs of a text, where nothing else stands between them."""
    reading, between = one.reading, range(one.last + 1, two.first)
    if len(between) > LONGEST_LINK or any(reading.covered[at] for at in between):
        return ""
    small = [reading.words[at].any_case for at in between]
    gaps = [reading.gap(at) for at in (*between, two.first)]
    spaced = all(gap.isspace() for gap in gaps)
    if not small:
        return "dash" if gaps[0] in DASHES else ""
    if small == ["s"]:
        return "possessive" if len(gaps[0]) == 1 and gaps[1].isspace() else ""
    if all(word in PARTICLES for word in small) and all(gap.isspace() or gap in DASHES for gap in gaps):
        return "particle"
    if small[0] == "and" and len(small) > 1:
        return ""
    return LINKS.get(small[0], "") if spaced and set(small[1:]) <= {"the"} else ""


def _belong(one: Run, two: Run, alone: Mapping[tuple[str, ...], int], spelling: Spelling) -> bool:
    """Say whether two runs make one name."""
    link = _link(one, two)
    left, right = alone.get(one.words, 0) > 0, alone.get(two.words, 0) > 0
    said = [word.casefold() for word in one.words]
    headed, ends_headed = not HEADS.isdisjoint(said), two.words[-1].casefold() in HEADS
    if link in ("of", "for", "and") and not TITLES.isdisjoint(said[:-1]):
        return False  # a person
    if link == "possessive":
        return spelling.is_ordinary(said[-1]) and said[-1] not in HEADS
    if link == "and":
        return not right and ((headed and len(said) > 1) or (ends_headed and not left and not headed))
    if link == "for":
        return headed or any(_is_ordinary(run, spelling) for run in (one, two))
    return link in ("of", "particle") or (link == "dash" and not (left and right))


def _is_ordinary(run: Run, spelling: Spelling) -> bool:
    """Say whether a run has no word that is a name of itself: the `Duty` of `Duty to Warn`."""
    return all(spelling.is_ordinary(word.casefold()) for word in run.words)


def _is_rest(run: Run) -> bool:
    """Say whether a run is what a term leaves of a name: a title before a person, the `Province` of a known one."""
    reading, following = run.reading, run.last + 1
    said = [word.casefold() for word in run.words]
    before = run.first > 0 and reading.covered[run.first - 1] and reading.gap(run.first).isspace()
    after = following < len(reading.words) and reading.covered[following] and reading.gap(following).isspace()
    alone = len(said) == 1 and said[0] in HEADS
    return (after and not TITLES.isdisjoint(said)) or (alone and (before or after))


def _adjectives(runs: Iterable[Run]) -> frozenset[tuple[str, ...]]:
    """Return the names that are mostly said of something: `Russian` of `Russian officials`."""
    said, stands = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for run in runs:
        if run.words[-1].endswith(ADJECTIVES):
            following = run.reading.words[run.last + 1 : run.last + 2]
            noun = [word for word in following if word.exact.islower() and word.any_case not in FUNCTION_WORDS]
            stands[run.words] += 1
            said[run.words] += bool(noun) and run.reading.gap(run.last + 1).isspace()
    return frozenset(words for words, count in said.items() if 2 * count > stands[words])
