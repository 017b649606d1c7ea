"""Choose which of the numbers that may be markers are: those that count.

Each marker is one more than the last. So of all candidates the chain is taken that counts on best.
"""

from __future__ import annotations

from collections.abc import Sequence

from florilegium.recovery.glued_numbers import Candidate

GAP = 3
"""Numbers that may be missing between two markers before they count as unconnected."""
FOUND, MISSED = 10.0, 8.0
"""What a marker adds to its chain, and what a missing one takes from it."""
WEAK, UNLIKELY = 0.15, -1.0
"""Below this score a number counts so much: it may stand between two markers, but begins or ends no chain (`G7`)."""


def best_chain(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Choose the candidates that count on with the fewest gaps."""
    best: dict[int, tuple[float, int]] = {}
    """By number, the best chain that ends with it so far, and its last candidate."""
    came_from: list[int | None] = []
    for index, candidate in enumerate(candidates):
        own = candidate.score + (FOUND if candidate.score >= WEAK else UNLIKELY)
        value, previous = own, None
        for gap in range(1, GAP + 2):
            known = best.get(candidate.number - gap)
            if not known or _overlap(candidates[known[1]], candidate):
                continue
            chained = known[0] + own - MISSED * (gap - 1)
            if chained > value:
                value, previous = chained, known[1]
        came_from.append(previous)
        if candidate.number not in best or value > best[candidate.number][0]:
            best[candidate.number] = (value, index)
    if max(best.values(), default=(0.0, 0))[0] <= 0:
        return ()
    chain: list[Candidate] = []
    at: int | None = max(best.values())[1]
    while at is not None:
        chain.append(candidates[at])
        at = came_from[at]
    return tuple(reversed(chain))


def _overlap(one: Candidate, two: Candidate) -> bool:
    return one.part == two.part and one.end > two.start
