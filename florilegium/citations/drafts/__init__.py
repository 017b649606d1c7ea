"""Citations without an entry to drafts of entries, for an editor to compare with the work, correct and confirm.

A draft says what the note prints and nothing more; the build refuses it as long as it is marked as one. A short form
gives no draft where the fuller form has one, or has an entry: it needs none. What cannot be drafted is told as well.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from florilegium.citations import Unmatched
from florilegium.citations.drafts.gathering import Loose, Work, gather
from florilegium.citations.drafts.keys import draft_key
from florilegium.citations.drafts.layout import entry_text
from florilegium.model import Reference

HEAD = """\
% Drafts: what the notes print, and nothing else. Compare each with the words above it and with the work itself;
% put the proper names in its title between braces, since only initialisms are; add 'langid = {english}', or what
% language it is in, where it holds; then remove the line 'draft'."""


@dataclass(frozen=True, slots=True)
class _Written:
    """An entry, or a remark that stands in place of one."""

    place: int
    text: str


def draft_references(
    unmatched: Sequence[Unmatched], taken: Collection[str], references: Sequence[Reference] = ()
) -> str:
    """Return the text of one entry for each work that has none, and what the notes print that gives none.

    `taken` are the keys that are in use, `references` the entries there are, to which a short form may point.
    """
    works, loose = gather(unmatched, references)
    several = len({one.source for one in unmatched}) > 1
    keys = _keys(works, taken)
    written = [
        *(_entry(work, keys[work.place], several=several) for work in works),
        *(_remark(one, keys, several=several) for one in loose),
    ]
    texts = [one.text for one in sorted(written, key=lambda one: one.place)]
    return "\n\n".join((HEAD, *texts)) + "\n" if texts else ""


def _keys(works: Sequence[Work], taken: Collection[str]) -> dict[int, str]:
    """Return the key of each work, by its place."""
    keys: dict[int, str] = {}
    for work in works:
        keys[work.place] = draft_key(work.entry, {*taken, *keys.values()})
    return keys


def _entry(work: Work, key: str, *, several: bool) -> _Written:
    comments = [_comment(one, several=several) for one in work.printed]
    return _Written(work.place, "\n".join((*comments, entry_text(key, work.entry))))


def _remark(one: Loose, keys: Mapping[int, str], *, several: bool) -> _Written:
    """Say what a note prints of which no draft can be made, and which works it may mean."""
    said = _comment(one.unmatched, several=several)
    near = [*(keys[place] for place in one.drafted), *one.known]
    if near:
        return _Written(one.place, f"{said}\n% perhaps {', '.join(near)}")
    return _Written(one.place, f"{said} (name the work by hand: no draft can be made)")


def _comment(one: Unmatched, *, several: bool) -> str:
    """Repeat the words of the note; in a comment too, a bracket after `@word` would begin an entry."""
    words = " ".join(one.note.text[one.cut.start : one.cut.end].split())
    where = f"note {one.note.number} of {one.source}" if several else f"note {one.note.number}"
    return f"% {where} prints: {words.replace('@', '(at)')}"
