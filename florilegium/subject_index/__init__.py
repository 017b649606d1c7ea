"""Placed sources and the terms of an editor to the subject index: every place that speaks of a term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from florilegium.model import Authority, Mention, Placed, SubjectIndex
from florilegium.subject_index.locating import Located, located
from florilegium.subject_index.matching import matches, phrases_of
from florilegium.subject_index.suggesting import suggest_terms
from florilegium.subject_index.words import searched

__all__ = ["Located", "index_subjects", "located", "suggest_terms"]


def index_subjects(placed: Sequence[Placed], authority: Authority) -> SubjectIndex:
    """Return every place, ¶ or note, that speaks of a term."""
    return SubjectIndex(authority, tuple(_mentions(placed, authority)))


def _mentions(placed: Sequence[Placed], authority: Authority) -> Iterator[Mention]:
    phrases = phrases_of(authority)
    for one in placed:
        source = one.source.record.id
        for place, text in searched(one):
            for match in matches(text, source, phrases):
                yield Mention(match.term, source, place, match.start, match.end)
