"""All links that were found to those that are shown: at most a few at a passage, the best of both sides first.

A link stands at both of its passages or at none, so it is taken only while both have room for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from florilegium.crossrefs.joining import Run
from florilegium.crossrefs.paragraphs import Paragraph

AT_A_PASSAGE = 5
"""Cross-references of a passage at the most, those of editors among them."""
BETWEEN_TWO = 2
"""The same between one passage and another."""


def chosen(runs: Iterable[Run], paragraphs: Sequence[Paragraph], editors: Iterable[tuple[int, int]]) -> list[Run]:
    """Return the runs that are shown, in their order. `editors` are the passages that an editor's links join."""
    at_passage: Counter[int] = Counter()
    between: Counter[tuple[int, int]] = Counter()
    for one, other in editors:
        at_passage.update((one, other))
        between[one, other] += 1
    shown = []
    for run in runs:
        passages = (paragraphs[run.one[0]].passage, paragraphs[run.other[0]].passage)
        if between[passages] < BETWEEN_TWO and all(at_passage[one] < AT_A_PASSAGE for one in passages):
            at_passage.update(passages)
            between[passages] += 1
            shown.append(run)
    return shown
