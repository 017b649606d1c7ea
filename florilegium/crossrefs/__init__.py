"""Placed sources, their citations and their index terms to cross-references: what in one belongs to what in another.

A link without its reason asks for trust; these say why, in evidence that a reader can check. Editors' links come
first. The others are scored in one way (`scoring`), looked for without holding all against all (`candidates`), joined
where neighbours say the same (`joining`), and few are shown (`choosing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from florilegium.crossrefs.candidates import Pair
from florilegium.crossrefs.choosing import chosen
from florilegium.crossrefs.evidence import Evidence
from florilegium.crossrefs.joining import joined, together
from florilegium.crossrefs.paragraphs import paragraphs
from florilegium.crossrefs.see_links import EditorsLink, ResolvedLinks, resolve_see
from florilegium.crossrefs.telling import Ends, told
from florilegium.model import Citation, CrossReference, Placed, Reference, SubjectIndex

__all__ = ["EditorsLink", "ResolvedLinks", "cross_reference", "resolve_see"]

FLOOR = 0.35
"""Score below which no link is shown."""


def cross_reference(
    placed: Sequence[Placed],
    citations: Sequence[Citation],
    references: Sequence[Reference],
    index: SubjectIndex,
    links: Sequence[EditorsLink] = (),
) -> tuple[CrossReference, ...]:
    """Return the cross-references between all sources: editors' in their order, then the others, best first."""
    evidence = Evidence.of(paragraphs(placed, citations, references, index), index.authority.terms)
    at = {(one.source, one.block.id): number for number, one in enumerate(evidence.paragraphs)}
    decided = [(one, *_ends(one, at)) for one in links]
    settled = frozenset(pair for _, mine, theirs in decided for pair in _pairs(mine, theirs))
    pairs = evidence.linked(FLOOR, without=settled)
    made = [one for one in decided if not one[0].link.forbid]
    passages = [_passages(evidence, mine, theirs) for _, mine, theirs in made]
    shown = chosen(joined(pairs, evidence.paragraphs, settled), evidence.paragraphs, passages)
    return (
        *(_editors(one, mine, theirs, evidence) for one, mine, theirs in made),
        *(told(run.one, run.other, run.reasons, run.score, evidence) for run in shown),
    )


def _editors(one: EditorsLink, mine: Ends, theirs: Ends, evidence: Evidence) -> CrossReference:
    """Return the cross-reference of an editor, with what evidence says for it."""
    pairs = {pair: evidence.scored(pair) for pair in _pairs(mine, theirs)}
    return told(mine, theirs, together(pairs.values()), 1.0, evidence, one.link)


def _ends(one: EditorsLink, at: dict[tuple[str, str], int]) -> tuple[Ends, Ends]:
    """Return the ¶ that a link joins: those of its own source, then those of the other."""
    link = one.link
    return (
        (at[one.source, link.first], at[one.source, link.last]),
        (at[link.to_source, link.to_first], at[link.to_source, link.to_last]),
    )


def _pairs(mine: Ends, theirs: Ends) -> list[Pair]:
    """Return every pair of ¶ of two runs, the smaller index first."""
    return [(min(pair), max(pair)) for pair in product(range(mine[0], mine[1] + 1), range(theirs[0], theirs[1] + 1))]


def _passages(evidence: Evidence, mine: Ends, theirs: Ends) -> tuple[int, int]:
    """Return the passages that an editor's link joins, in the order of the sources."""
    both = sorted((evidence.paragraphs[mine[0]].passage, evidence.paragraphs[theirs[0]].passage))
    return both[0], both[1]
