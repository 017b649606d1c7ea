"""The mentions of each term, gathered as an index prints them: by source, the ¶ and the notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from florilegium.model import Mention, SubjectIndex

NOTE = "n"
"""With it the id of a note begins."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a source speaks of a term."""

    source: str
    blocks: tuple[str, ...]
    """Ids of ¶, in text order, each once."""
    notes: tuple[str, ...]
    """Ids of notes, likewise."""
    mentions: int
    """How often, in ¶ and notes together."""


def located(index: SubjectIndex) -> Mapping[str, tuple[Located, ...]]:
    """Return where each term stands, by its name, in the order of the terms; one without mention is not in it.

    The source that speaks of a term most comes first.
    """
    found: dict[str, dict[str, list[Mention]]] = {}
    for mention in index.mentions:
        found.setdefault(mention.term, {}).setdefault(mention.source, []).append(mention)
    return {
        term.name: tuple(sorted((_located(*one) for one in found[term.name].items()), key=lambda one: -one.mentions))
        for term in index.authority.terms
        if term.name in found
    }


def _located(source: str, mentions: list[Mention]) -> Located:
    places = tuple(dict.fromkeys(mention.place for mention in mentions))
    blocks = tuple(place for place in places if not place.startswith(NOTE))
    notes = tuple(place for place in places if place.startswith(NOTE))
    return Located(source, blocks, notes, len(mentions))
