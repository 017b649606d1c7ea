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
LONGEST_SHOWN = 100
"""Letters of a citation that a problem shows."""
TO_BE_NAMED = "key"
"""Stands in a line to be pasted for a work that an editor has to name; no entry may have this key."""
SURE: frozenset[MatchedBy] = frozenset(("address", "title"))
"""Ways in which a match cannot be a slip of the rules."""


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
        named: list[tuple[str, ...]] = []
        for note in one.document.notes:
            read = _read(note, record, works, named)
            if note.id in corrections:
                found, faults = _corrected(note, record, corrections[note.id], read, works)
                named.append(tuple(citation.reference for citation in found))
            else:
                found = tuple(one for one in read.found if one)
                faults = _faults(note, record, read)
                unmatched.extend(Unmatched(record.id, note, cut) for cut in read.without_entry())
                named.append(tuple(citation.reference if citation else "" for citation in read.found))
            citations.extend(found)
            problems.extend(faults)
    return Matched(tuple(citations), tuple(unmatched), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Read:
    """What the rules make of a note: of each cut either its citation, or the works between which nothing decides."""

    cuts: tuple[Cut, ...]
    found: tuple[Citation | None, ...]
    between: tuple[tuple[str, ...], ...]
    """Keys of several works that a cut may name; empty where it names one, or none that has an entry."""
    nearest: tuple[tuple[str, ...], ...]
    """Keys of the entries most like a cut that has none."""

    def without_entry(self) -> tuple[Cut, ...]:
        """Return the cuts of which no entry is known."""
        return tuple(
            cut for cut, one, keys in zip(self.cuts, self.found, self.between, strict=True) if not one and not keys
        )


def _read(note: Note, record: Record, works: Works, named: Sequence[tuple[str, ...]]) -> _Read:
    """Cut a note and match each cut. `named` are the keys of each note before it, empty where one is not sure."""
    found: list[Citation | None] = []
    between: list[tuple[str, ...]] = []
    near: list[tuple[str, ...]] = []
    cuts = cut_note(note.text)
    for cut in cuts:
        here = tuple(citation.reference if citation else "" for citation in found)
        before = (*(key for keys in named for key in keys), *here)
        if cut.ibid:
            keys = _same_again(here, named)
            cited = (_ibid(note, record, cut, keys[0]),) if len(keys) == 1 else ()
        else:
            matched = match(cut, note.text, works, before)
            keys = tuple(reference.key for reference in matched.references)
            cited = (_citation(note, record, cut, matched, before),) if len(keys) == 1 else ()
        found.append(cited[0] if cited else None)
        between.append(keys if len(keys) > 1 else ())
        unknown = not keys and not cut.ibid
        near.append(tuple(one.key for one in nearest(cut, note.text, works)) if unknown else ())
    return _Read(cuts, tuple(found), tuple(between), tuple(near))


def _same_again(here: tuple[str, ...], named: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what `Ibid.` points to: the work named right before it, or all between which it does not decide.

    After a note of several works it may mean any of them, and after one that names none it points to nothing.
    """
    last = here[-1:] or (named[-1] if named else ())
    return tuple(dict.fromkeys(last)) if all(last) else ()


def _ibid(note: Note, record: Record, cut: Cut, key: str) -> Citation:
    return Citation(record.id, note.number, key, cut.start, cut.end, cut.title, "short", "ibid")


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


def _faults(note: Note, record: Record, read: _Read) -> tuple[Problem, ...]:
    """Report each citation without an entry, or with more than one, and the line by which an editor decides for all."""
    keys = ", ".join(citation.reference if citation else TO_BE_NAMED for citation in read.found)
    line = f'- {{at: {note.id}, begins: "{_opening(note.text)}", cites: [{keys}]}}'
    decide = f"write under 'corrections:' in {record.path} what the note names, all of it in order: {line}"
    problems = []
    for cut, citation, between, near in zip(read.cuts, read.found, read.between, read.nearest, strict=True):
        if citation:
            continue
        words = note.text[cut.start : cut.end]
        shown = words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1] + "…"
        name, hint = "unmatched-citation", decide
        if between:
            name, fault = "ambiguous-citation", f"which may be any of {', '.join(between)}"
        elif cut.ibid:
            fault = "and no work is known that it could mean"
            hint = f"mend what stands before it first; if nothing does, {decide}"
        elif cut.doubtful:
            fault, hint = "which looks like a work, but not as any rule knows it", f"{decide} (none: 'cites: []')"
        else:
            fault = "which has no entry in citations.bib"
            hint = f"add the entry ('python build_site.py draft-references {record.id}' proposes one); or {decide}"
        message = f"note {note.number} cites “{shown}”, {fault}"
        hint = f"the nearest entries are {', '.join(near)}; {hint}" if near else hint
        problems.append(Problem(name, record.text_path, note.lines[0][0], message, hint))
    return tuple(problems)


def _opening(text: str) -> str:
    """Return the first words of a note as they stand between YAML's quotation marks."""
    return " ".join(text.split()[:OPENING_WORDS]).replace("\\", "\\\\").replace('"', '\\"')


def _corrected(
    note: Note, record: Record, correction: Correction, read: _Read, works: Works
) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    """Return the works that an editor names, each where the note names it as far as that is told.

    As many keys as citations stand for these in order. Where the rules cut otherwise than the editor, a work is linked
    to the words that name it, and to no others.
    """
    keys = correction.cites or ()
    found = {citation.reference: citation for citation in read.found if citation}
    if keys == tuple(citation.reference if citation else "" for citation in read.found):
        message = f"'cites' says of {note.id} what is found without it"
        fault = Problem("idle-correction", record.path, correction.line, message, "remove it, or name other works")
        return tuple(found.values()), (fault,)
    left_out = [key for key, one in found.items() if key not in keys and one.by in SURE]
    if left_out and 0 < len(keys) < len(read.cuts):
        message = f"'cites' leaves out {', '.join(left_out)}, which {note.id} names"
        hint = "name all works of the note, in order; 'cites: []' says that it names none"
        return tuple(found.values()), (Problem("incomplete-cites", record.path, correction.line, message, hint),)
    open_cuts = [cut for cut, one in zip(read.cuts, read.found, strict=True) if not one or one.reference not in keys]
    in_order = len(keys) == len(read.cuts)
    citations = []
    for key in keys:
        if key in found:
            citations.append(replace(found[key], by="editor"))
            continue
        cut = open_cuts[0] if in_order else next((one for one in open_cuts if _names(one, note, works, key)), None)
        if cut:
            open_cuts.remove(cut)
        start, end, linked = (cut.start, cut.end, _linked(cut, note.text)) if cut else (0, len(note.text), (0, 0))
        citations.append(Citation(record.id, note.number, key, start, end, linked, "full", "editor"))
    return tuple(sorted(citations, key=lambda one: one.start)), ()


def _names(cut: Cut, note: Note, works: Works, key: str) -> bool:
    """Say whether the words of a cut may name a work."""
    only = ready(one.reference for one in works.known if one.reference.key == key)
    return bool(match(cut, note.text, only, ()).references)


__all__ = ["Matched", "Unmatched", "match_citations"]
