"""Texts and their subject index to the terms that it lacks, as an editor pastes them into `sources/terms.yml`.

A new text is indexed by throwing out what does not belong, not by looking for what does. So little that might be a term
is left out, and what is likeliest comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from florilegium.model import Authority, Placed, SeeEntry, SubjectIndex
from florilegium.subject_index.entries import Entry, compared, entries
from florilegium.subject_index.name_runs import names
from florilegium.subject_index.pasting import pasted
from florilegium.subject_index.people import people
from florilegium.subject_index.readings import Spelling, readings
from florilegium.subject_index.standing import Standing
from florilegium.subject_index.word_groups import word_groups
from florilegium.subject_index.words import alike

ENOUGH_NOTES = 2
"""Notes in which a name must stand that stands in no ¶: a bibliography is no index."""
OF_A_NOTE = 0.5
"""What a note counts against a ¶."""


def suggest_terms(placed: Sequence[Placed], index: SubjectIndex, source: str = "") -> str:
    """Return entries to be pasted under `terms:`, each below a comment that says where it stands.

    They hold the names, and the groups of small words, that no term of the index holds: of one source, where that is
    named, else of all.
    """
    every = readings(placed, index)
    spelling = Spelling.of(every)
    read = [one for one in every if source in ("", one.source)]
    persons, others = people(tuple(_worth_it(names(read, spelling), spelling)), spelling)
    found = (*persons, *entries(others, word_groups(read, spelling)))
    return pasted(_each_once(_untaken(sorted(found, key=_rank), index.authority)))


def _worth_it(found: Sequence[Standing], spelling: Spelling) -> Iterator[Standing]:
    """Yield the names that stand in a ¶, and of those in notes alone the ones that recur there and are no titles."""
    in_blocks = {compared(one.words) for one in found if not one.in_note}
    notes: dict[tuple[str, ...], set[int]] = {}
    for one in found:
        if not one.quoted:
            notes.setdefault(compared(one.words), set()).add(one.order)
    for one in found:
        recurs = len(notes.get(compared(one.words), ())) >= ENOUGH_NOTES
        named = len(one.words) > 1 and not all(spelling.is_ordinary(word.casefold()) for word in one.words)
        if compared(one.words) in in_blocks or (recurs and named):
            yield one


def _rank(entry: Entry) -> tuple[bool, float, int, str]:
    """Put first what stands in more ¶, then in more sources."""
    notes = len(entry.places) - entry.blocks
    sources = {source for source, _ in entry.places}
    return not entry.blocks, -entry.blocks - OF_A_NOTE * notes, -len(sources), entry.name


def _untaken(found: Iterable[Entry], authority: Authority) -> Iterator[Entry]:
    """Yield the entries without variants that stand for another term already: one variant has one term."""
    terms = authority.terms
    taken = {alike(text) for term in terms for text in (term.name, *term.variants)}
    taken |= {alike(text) for term in terms for _, texts in term.variants_in for text in texts}
    taken |= {alike(entry.name) for entry in authority.see}
    for entry in found:
        free: dict[str, str] = {}
        for text in (entry.name, *entry.variants):
            if alike(text) not in taken:
                free.setdefault(alike(text), text)
        taken.update(free)
        if free:
            name, *variants = free.values()
            yield replace(entry, name=name, variants=tuple(variants))


def _each_once(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, those as one whose names would have one address on the page of the index."""
    by_anchor: dict[str, Entry] = {}
    for entry in found:
        anchor = SeeEntry(entry.name, "", 0).anchor
        first = by_anchor.get(anchor, replace(entry, variants=(), standing=()))
        variants = dict.fromkeys((*first.variants, entry.name, *entry.variants))
        variants.pop(first.name, None)
        standing = (*first.standing, *entry.standing)
        by_anchor[anchor] = Entry(first.name, first.kind or entry.kind, tuple(variants), standing)
    return tuple(by_anchor.values())
