"""Notes to the works they cite. The words of a note stay as they are; what is found says where in them a work is named.

A note is cut into citations, and each is matched to its entry of citations.bib. Corrections win. What finds no entry
is a problem, for a footnote that leads nowhere is what this site is made to prevent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from florilegium.citations.cutting import cut_note
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.matching import Match, Works, match, nearest, ready
from florilegium.model import Citation, CitationForm, Correction, MatchedBy, Note, Placed, Record, Reference
from florilegium.problems import Problem

OPENING_WORDS = 5
"""Words of a note that a line to be pasted repeats."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A citation without an entry."""

    source: str
    note: Note
    cut: Cut


@dataclass(frozen=True, slots=True)
class Matched:
    """What the notes of all sources cite."""

    citations: tuple[Citation, ...]
    """Source by source, in the order of the notes and of the words in them."""
    unmatched: tuple[Unmatched, ...]
    problems: tuple[Problem, ...]


def match_citations(placed: Sequence[Placed], references: Sequence[Reference]) -> Matched:
    """Find the work that each citation of each note names."""
    works = ready(references)
    citations: list[Citation] = []
    unmatched: list[Unmatched] = []
    problems: list[Problem] = []
    for one in placed:
        record = one.source.record
        corrections = {correction.at: correction for correction in record.corrections if correction.cites is not None}
        named: list[str] = []
        for note in one.document.notes:
            found, missed, faults, keys = _in_note(note, record, works, named)
            if note.id in corrections:
                found, faults = _corrected(note, record, corrections[note.id], found)
                missed, keys = (), tuple(citation.reference for citation in found)
            citations.extend(found)
            unmatched.extend(missed)
            problems.extend(faults)
            named.extend(keys)
    return Matched(tuple(citations), tuple(unmatched), tuple(problems))


def _in_note(
    note: Note, record: Record, works: Works, named_before: Sequence[str]
) -> tuple[tuple[Citation, ...], tuple[Unmatched, ...], tuple[Problem, ...], tuple[str, ...]]:
    """Return what a note cites, what of it has no entry, its problems, and the keys in order.

    A key is empty where none is sure, so that no `Ibid.` after it leads past it to an earlier work.
    """
    found: list[Citation] = []
    missed: list[Unmatched] = []
    problems: list[Problem] = []
    named: list[str] = []
    for cut in cut_note(note.text):
        before = (*named_before, *named)
        if cut.ibid and before and before[-1]:
            found.append(Citation(record.id, note.number, before[-1], cut.start, cut.end, cut.title, "short", "ibid"))
            named.append(before[-1])
            continue
        matched = match(cut, note.text, works, before)
        keys = [reference.key for reference in matched.references]
        if len(keys) == 1:
            found.append(_citation(note, record, cut, matched, before))
        else:
            near = keys or [reference.key for reference in nearest(cut, note.text, works)]
            problems.append(_unmatched(note, record, cut, near, several=bool(keys)))
        if not keys:
            missed.append(Unmatched(record.id, note, cut))
        named.append(keys[0] if len(keys) == 1 else "")
    return tuple(found), tuple(missed), tuple(problems), tuple(named)


def _citation(note: Note, record: Record, cut: Cut, matched: Match, named_before: Sequence[str]) -> Citation:
    key = matched.references[0].key
    short = cut.bare() and key in named_before
    form: CitationForm = "short" if short else "full"
    by: MatchedBy = "short" if short else matched.by
    return Citation(record.id, note.number, key, cut.start, cut.end, _linked(cut, note.text, matched.title), form, by)


def _linked(cut: Cut, text: str, title: tuple[int, int] | None = None) -> tuple[int, int]:
    """Return where the words stand that lead to the entry: the title, else all words of the citation."""
    start, end = title or cut.title
    return (start, end) if text[start:end].strip() else (cut.start, cut.end)


def _unmatched(note: Note, record: Record, cut: Cut, near: Sequence[str], *, several: bool) -> Problem:
    """Report a citation without an entry, or with more than one, and the line by which an editor decides."""
    words = note.text[cut.start : cut.end]
    shown = words if len(words) <= 100 else words[:99] + "…"
    fault = f"which may be any of {', '.join(near)}" if several else "which has no entry in citations.bib"
    fault = "which looks like a work, but not as any rule knows it" if cut.doubtful else fault
    message = f"note {note.number} cites “{shown}”, {fault}"
    keys = ", ".join(near) if several else near[0] if near else "key"
    line = f'- {{at: {note.id}, begins: "{_opening(note.text)}", cites: [{keys}]}}'
    nearby = f"the nearest entries are {', '.join(near)}; " if near and not several else ""
    draft = f"add the entry ('python build_site.py draft-references {record.id}' proposes one), or "
    draft = "" if several or cut.doubtful else draft
    none = " (none: 'cites: []')" if cut.doubtful else ""
    hint = f"{nearby}{draft}name all works of the note in {record.path}{none}: {line}"
    name = "ambiguous-citation" if several else "unmatched-citation"
    return Problem(name, record.text_path, note.lines[0][0], message, hint)


def _opening(text: str) -> str:
    """Return the first words of a note as they stand between YAML's quotation marks."""
    return " ".join(text.split()[:OPENING_WORDS]).replace("\\", "\\\\").replace('"', '\\"')


def _corrected(
    note: Note, record: Record, correction: Correction, found: Sequence[Citation]
) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    """Return the works that an editor names, each where the note names it as far as that is told."""
    keys = correction.cites or ()
    if keys == tuple(citation.reference for citation in found) and len(cut_note(note.text)) == len(keys):
        message = f"'cites' says of {note.id} what is found without it"
        return tuple(found), (
            Problem("idle-correction", record.path, correction.line, message, "remove it, or name other works"),
        )
    by_key = {citation.reference: citation for citation in found}
    settled = {citation.start for citation in found if citation.reference in keys}
    spare = [cut for cut in cut_note(note.text) if cut.start not in settled]
    citations = []
    for key in keys:
        if key in by_key:
            citations.append(replace(by_key[key], by="editor"))
            continue
        if spare:
            cut = spare.pop(0)
            start, end, linked = cut.start, cut.end, _linked(cut, note.text)
        else:
            start, end, linked = 0, len(note.text), (0, 0)
        citations.append(Citation(record.id, note.number, key, start, end, linked, "full", "editor"))
    return tuple(sorted(citations, key=lambda one: one.start)), ()


__all__ = ["Matched", "Unmatched", "match_citations"]
