"""Find what is wrong between markers and notes: one without the other, or a number that stands twice."""

from __future__ import annotations

from florilegium.model import AUTHORS_TEXT
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, Task
from florilegium.recovery.glued_numbers import DECIMAL, Candidate, glued_numbers
from florilegium.recovery.marker_chain import GAP
from florilegium.sentences import OPENING_RE, ends_sentence


def marker_faults(found: tuple[Candidate, ...], draft: Draft, task: Task) -> tuple[Problem, ...]:
    """Return a problem for each marker without a note, note without a marker, and number that stands twice."""
    return (*_unmatched(found, draft, task), *_repeated(found, draft, task), *_missing(found, draft, task))


def _unmatched(found: tuple[Candidate, ...], draft: Draft, task: Task) -> tuple[Problem, ...]:
    """Report markers without a note, notes without a marker, and numbers that stand twice."""
    path = task.record.text_path
    notes = {note.number: note for note in draft.notes}
    marked = {str(candidate.number) for candidate in found}
    problems = [
        _without_note(candidate, _line(draft, candidate), task)
        for candidate in found
        if str(candidate.number) not in notes
    ]
    for number, note in notes.items():
        if number not in marked:
            hint = f"look for a bare {number} glued to a word; a text may have lost it"
            line = draft.lines_of(note.text)[0][0]
            problems.append(Problem("note-without-marker", path, line, f"note {number} has no marker", hint))
    seen: set[str] = set()
    for note in draft.notes:
        if note.number in seen:
            hint = "each number may stand once: split or renumber in a copy of the text, or correct the record"
            line = draft.lines_of(note.text)[0][0]
            problems.append(Problem("note-twice", path, line, f"note {note.number} stands twice", hint))
        seen.add(note.number)
    return tuple(problems)


def _repeated(found: tuple[Candidate, ...], draft: Draft, task: Task) -> tuple[Problem, ...]:
    """Report a glued number that ends a sentence, is that of a note or next to one, and was taken for no marker."""
    taken = {(candidate.part, candidate.end) for candidate in found}
    known = {note.number for note in draft.notes}
    problems = []
    for index, part in enumerate(draft.parts):
        if part.kind not in AUTHORS_TEXT:
            continue
        for candidate in glued_numbers(index, part.text, draft.raw):
            before, after = part.text.text[: candidate.start], part.text.text[candidate.end :]
            ends = ends_sentence(before, after or "A") and OPENING_RE.match(after.lstrip() or "A")
            if not ends or candidate.score <= DECIMAL or (index, candidate.end) in taken:
                continue
            line = _line(draft, candidate)
            if str(candidate.number) in known:
                hint = "each marker may stand once and they must count; look whether one of the two is no marker"
                message = f"marker {candidate.number} stands twice"
                problems.append(Problem("marker-twice", task.record.text_path, line, message, hint))
            elif known and candidate.number - max(map(int, known)) in range(1, GAP + 1):
                problems.append(_without_note(candidate, line, task))
    return tuple(problems)


def _missing(found: tuple[Candidate, ...], draft: Draft, task: Task) -> tuple[Problem, ...]:
    """Report numbers between the first note and the last for which there is neither note nor marker."""
    numbers = {int(note.number) for note in draft.notes}
    marked = {candidate.number for candidate in found}
    between = set(range(min(numbers), max(numbers))) if numbers else set()
    hint = "look for a line that begins with this number, inside another note or among the paragraphs"
    return tuple(
        Problem("note-missing", task.record.text_path, 0, f"neither note {number} nor its marker was found", hint)
        for number in sorted(between - numbers - marked)
    )


def _without_note(candidate: Candidate, line: int, task: Task) -> Problem:
    hint = f"look for note {candidate.number} in the text, or whether this number is a marker at all"
    message = f"marker {candidate.number} has no note"
    return Problem("marker-without-note", task.record.text_path, line, message, hint)


def _line(draft: Draft, candidate: Candidate) -> int:
    text = draft.parts[candidate.part].text.cut(candidate.start, candidate.end)
    return draft.lines_of(text)[0][0]
