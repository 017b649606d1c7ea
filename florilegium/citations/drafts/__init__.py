"""Citations without an entry to drafts of entries, for an editor to compare with the work, correct and confirm.

A draft says what the note prints and nothing more; the build refuses it as long as it is marked as one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from florilegium.citations import Unmatched
from florilegium.citations.drafts.entries import DraftEntry, draft_entry
from florilegium.citations.drafts.keys import draft_key
from florilegium.citations.drafts.layout import entry_fields, entry_text
from florilegium.citations.matching import Works, match, ready
from florilegium.model import Reference

HEAD = """\
% Drafts: what the notes print, and nothing else. Compare each with the words above it and with the work itself;
% put the proper names in its title between braces, since only initialisms are; then remove the line 'draft'."""


@dataclass(frozen=True, slots=True)
class _Drafted:
    """A citation and what it tells of its work."""

    place: int
    """Of the citation among all, from 0."""
    unmatched: Unmatched
    entry: DraftEntry
    works: Works
    """The one work, as matching knows it."""


def draft_references(unmatched: Sequence[Unmatched], taken: Collection[str]) -> str:
    """Return the text of one entry for each work that has none; `taken` are the keys that are in use."""
    keys = set(taken)
    several = len({one.source for one in unmatched}) > 1
    written = []
    for work in _by_work(unmatched):
        key = draft_key(work[0].entry, keys)
        keys.add(key)
        comments = [_comment(one.unmatched, several=several) for one in work]
        written.append("\n".join((*comments, entry_text(key, work[0].entry))))
    return "\n\n".join((HEAD, *written)) + "\n" if written else ""


def _by_work(unmatched: Sequence[Unmatched]) -> list[list[_Drafted]]:
    """Gather the citations of each work, short forms left out wherever there is a fuller one."""
    drafted = [_drafted(place, one) for place, one in enumerate(unmatched) if _names_a_work(one)]
    works: list[list[_Drafted]] = []
    for one in sorted(drafted, key=lambda one: one.unmatched.cut.bare() and not one.unmatched.cut.urls):
        cut, text = one.unmatched.cut, one.unmatched.note.text
        home = next((work for work in works if match(cut, text, work[0].works, ()).references), None)
        if home is None:
            works.append([one])
        elif not cut.bare() or cut.urls:
            home.append(one)
    return sorted(works, key=lambda work: work[0].place)


def _drafted(place: int, one: Unmatched) -> _Drafted:
    entry = draft_entry(one.cut, one.note.text)
    return _Drafted(place, one, entry, ready([Reference("", entry.entry_type, entry_fields(entry), 0)]))


def _names_a_work(one: Unmatched) -> bool:
    title = one.note.text[slice(*one.cut.title)]
    return not one.cut.ibid and (any(map(str.isalnum, title)) or bool(one.cut.urls))


def _comment(one: Unmatched, *, several: bool) -> str:
    """Repeat the words of the note; in a comment too, a bracket after `@word` would begin an entry."""
    words = " ".join(one.note.text[one.cut.start : one.cut.end].split())
    where = f"note {one.note.number} of {one.source}" if several else f"note {one.note.number}"
    return f"% {where} prints: {words.replace('@', '(at)')}"
