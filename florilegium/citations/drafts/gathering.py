"""Citations without an entry to the works they are of: one draft each, however often and however shortly cited.

First come the citations in full, then the short forms, each of which goes with the fuller form of the same batch: what
goes with exactly one needs no word. `Ibid.` goes with the citation before it. What is left loose is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from florilegium.citations import Unmatched
from florilegium.citations.drafts.entries import DraftEntry, draft_entry
from florilegium.citations.drafts.layout import entry_fields
from florilegium.citations.matching import Works, match, ready
from florilegium.model import Reference


@dataclass(frozen=True, slots=True)
class Work:
    """A work that has no entry."""

    place: int
    """Of its first citation among all, from 0; no other work has it."""
    entry: DraftEntry
    works: Works
    """This one work, as matching knows it."""
    printed: tuple[Unmatched, ...]
    """Where it is cited in full."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A citation of which no draft can be made, or need not."""

    place: int
    unmatched: Unmatched
    drafted: tuple[int, ...] = ()
    """Places of the works to be drafted that it may be of."""
    known: tuple[str, ...] = ()
    """Keys of the entries that it may be of."""


def gather(
    unmatched: Sequence[Unmatched], references: Sequence[Reference]
) -> tuple[tuple[Work, ...], tuple[Loose, ...]]:
    """Return the works to be drafted, in the order of their first citations, and the citations that are of none."""
    works: list[Work] = []
    loose: list[Loose] = []
    for place, one in enumerate(unmatched):
        if not _is_short(one):
            _join(works, place, one)
    known, keys = ready(references), tuple(reference.key for reference in references)
    for place, one in enumerate(unmatched):
        if one.cut.ibid:
            if not _goes_with(unmatched[place - 1 : place], one, loose):
                loose.append(Loose(place, one))
        elif _is_short(one):
            homes = _homes(works, one)
            again = () if homes else match(one.cut, one.note.text, known, keys).references
            if again or len(homes) > 1 or not (homes or _names_a_work(one)):
                places = tuple(home.place for home in homes)
                loose.append(Loose(place, one, places, tuple(reference.key for reference in again)))
            elif not homes:
                works.append(_work(place, one))
    return tuple(sorted(works, key=lambda work: work.place)), tuple(loose)


def _is_short(one: Unmatched) -> bool:
    """Say whether a citation names nothing but an author or a title, or not even that."""
    return not _names_a_work(one) or (one.cut.bare() and not one.cut.urls)


def _names_a_work(one: Unmatched) -> bool:
    title = one.note.text[slice(*one.cut.title)]
    return not one.cut.ibid and (any(map(str.isalnum, title)) or bool(one.cut.urls))


def _join(works: list[Work], place: int, one: Unmatched) -> None:
    """Put a citation in full to those of its work."""
    for index, work in enumerate(works):
        if match(one.cut, one.note.text, work.works, ()).references:
            works[index] = replace(work, printed=(*work.printed, one))
            return
    works.append(_work(place, one))


def _work(place: int, one: Unmatched) -> Work:
    entry = draft_entry(one.cut, one.note.text)
    return Work(place, entry, ready([Reference("", entry.entry_type, entry_fields(entry), 0)]), (one,))


def _homes(works: Sequence[Work], one: Unmatched) -> list[Work]:
    """Return the works that a short form may be of: each as if it alone had been cited before, under its empty key."""
    return [work for work in works if match(one.cut, one.note.text, work.works, ("",)).references]


def _goes_with(before: Sequence[Unmatched], one: Unmatched, loose: Sequence[Loose]) -> bool:
    """Say whether `Ibid.` follows a citation of its source that has a draft, or that goes with one."""
    lost = [told.unmatched for told in loose]
    return any(former.source == one.source and former not in lost for former in before)
