"""Linked pairs of ¶ to linked runs: where neighbours say the same things, they are one cross-reference, not four.

A run never leaves its passage: there its heading and its theme change, and so does what it is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from florilegium.crossrefs.candidates import Pair
from florilegium.crossrefs.paragraphs import Paragraph
from florilegium.crossrefs.scoring import Scored
from florilegium.model import Reason, ReasonKind

AS_GOOD = 0.7
"""What a neighbouring pair must have of the score of the best one to join it."""
LONGEST = 4
"""¶ of a run at the most."""
ORDER: tuple[ReasonKind, ...] = ("reference", "term", "text")
"""In which reasons are told."""


@dataclass(frozen=True, slots=True)
class Run:
    """Two runs of ¶ that belong together, as indices into all ¶."""

    one: tuple[int, int]
    """First and last, of the source that comes first."""
    other: tuple[int, int]
    score: float
    """That of the best pair."""
    reasons: tuple[Reason, ...]
    """Of all its pairs, each once with its best weight; works, then terms, then words."""

    def holds(self, pair: Pair) -> bool:
        """Say whether a pair lies within."""
        return self.one[0] <= pair[0] <= self.one[1] and self.other[0] <= pair[1] <= self.other[1]


def joined(
    pairs: Mapping[Pair, Scored], paragraphs: Sequence[Paragraph], decided: Collection[Pair] = ()
) -> tuple[Run, ...]:
    """Join neighbouring pairs; best first. No run holds a pair on which an editor has decided."""
    by_passages: dict[tuple[int, int], list[Pair]] = {}
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair].score, pair)):
        between = (paragraphs[pair[0]].passage, paragraphs[pair[1]].passage)
        by_passages.setdefault(between, []).append(pair)
    runs = [run for group in by_passages.values() for run in _runs(group, pairs, decided)]
    return tuple(sorted(runs, key=lambda run: (-run.score, run.one, run.other)))


def _runs(group: Sequence[Pair], pairs: Mapping[Pair, Scored], decided: Collection[Pair]) -> list[Run]:
    """Join the pairs of two passages, which come best first: each run begins with the best that is left."""
    left = {pair: rank for rank, pair in enumerate(group)}
    runs = []
    for best in group:
        if best not in left:
            continue
        run = Run((best[0], best[0]), (best[1], best[1]), pairs[best].score, ())
        # A run stays short, so that what touches it is looked up and not searched for.
        while touching := [pair for pair in _around(run) if pair in left and _joins(run, pair, pairs, best, decided)]:
            run = _with(run, min(touching, key=left.__getitem__))
        inside = [pair for pair in _within(run) if pair in left]
        for pair in inside:
            del left[pair]
        runs.append(replace(run, reasons=together(pairs[pair] for pair in inside)))
    return runs


def _joins(run: Run, pair: Pair, pairs: Mapping[Pair, Scored], best: Pair, decided: Collection[Pair]) -> bool:
    """Say whether a pair is good, and of the same matter as the best one, so that it joins the run beside it."""
    wider = _with(run, pair)
    short = all(high - low < LONGEST for low, high in (wider.one, wider.other))
    good = pairs[pair].score >= AS_GOOD * run.score and _matter(pairs[best]) == _matter(pairs[pair])
    return short and good and not any(one in decided for one in _within(wider))


def _within(run: Run) -> Iterator[Pair]:
    return product(range(run.one[0], run.one[1] + 1), range(run.other[0], run.other[1] + 1))


def _around(run: Run) -> Iterator[Pair]:
    """Yield the pairs that touch a run, those within it aside."""
    wider = Run((run.one[0] - 1, run.one[1] + 1), (run.other[0] - 1, run.other[1] + 1), run.score, ())
    return (pair for pair in _within(wider) if not run.holds(pair))


def _matter(scored: Scored) -> tuple[str, str]:
    """Return what speaks most for a pair."""
    most = max(scored.reasons, key=lambda one: (one.weight, one.kind, one.detail))
    return most.kind, most.detail


def _with(run: Run, pair: Pair) -> Run:
    def wider(ends: tuple[int, int], at: int) -> tuple[int, int]:
        return min(ends[0], at), max(ends[1], at)

    return Run(wider(run.one, pair[0]), wider(run.other, pair[1]), run.score, run.reasons)


def together(scored: Iterable[Scored]) -> tuple[Reason, ...]:
    """Return the reasons of several pairs, each once with its best weight; works, then terms, then words."""
    best: dict[tuple[str, str], Reason] = {}
    for one in scored:
        for reason in one.reasons:
            named = (reason.kind, reason.detail)
            if named not in best or best[named].weight < reason.weight:
                best[named] = reason
    return tuple(sorted(best.values(), key=lambda one: (ORDER.index(one.kind), -one.weight, one.detail)))
