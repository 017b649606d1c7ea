"""Lift endnotes, and number them where they show no numbers.

Copied from a web page, endnotes lose their numbers. They are still in order, so the first belongs to the first marker.
Where there are fewer notes than markers, some were run together on one line: the record says where to cut, and if it
does not, the editor is shown the cuts that would make the number right and suit the citing sentences.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from florilegium.openings import begins_with
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, NotePart, Part, Task, apparatus_at
from florilegium.recovery.glued_numbers import Candidate
from florilegium.recovery.lists import list_label
from florilegium.recovery.markers import find_markers
from florilegium.recovery.note_splits import propose_splits, split_notes
from florilegium.recovery.traced import Traced

CITES_RE = re.compile(
    r"\((?:1[6-9]|20)\d\d[a-z]?\)|\((?:n\.d\.|forthcoming)\)|https?://|\baccessed\b|\bibid\b|\bop\. cit\b|\bpp?\. ?\d"
    r"|^(?:See|Cf\.)\b",
    re.IGNORECASE,
)
"""What a note holds and a paragraph of the text hardly does: `(2020)`, `accessed`, `Ibid`."""
TITLE_RE = re.compile(r"(?:^|[.,;:)] )[“‘\"'][A-Z].{3,}[”’\"'][,.;]?\s.*\b(?:1[6-9]|20)\d\d\b")
"""A quoted title, a stop before it as after a name, and a year: `Mayer, Jane. “Outsourcing Torture.” … 2005`"""
WORDS = 70
"""Words from which a paragraph may well quote and name a year too."""
MAY_CITE_RE = re.compile(r"\b(?:1[6-9]|20)\d\d\.?$|^.{3,60}[,.] [‘“'\"][^’”]+[’”'\"]\.?$")
"""What both may be: a line that ends in a year, or a name and a quoted title: `Goldberg, ‘The Obama Doctrine’.`"""
NUMBERED_RE = re.compile(r"\[?(\d{1,4})[\].):]?\s+(?=\S)")
"""A note that shows its number: `150 Power`, `[150] Power`, `150. Power`"""
NOTES_HEADING_RE = re.compile(r"(?:end|foot)?notes|references", re.IGNORECASE)


PRIOR = 0.6
"""What it counts that there are as many notes as markers: less than one clear note, more than a weak one."""


def lift_end_notes(draft: Draft, task: Task) -> Draft:
    """Take the notes from the end of the text."""
    found = find_markers(draft, only_line_ends=task.record.markers_drift)
    numbers = _numbers(found)
    splits = sum(correction.split_from is not None for correction in task.corrections)
    begin = _begin(draft, found, len(numbers) - splits, task.record.notes_begin)
    numbered = _numbered(tuple(part.text for part in draft.parts[begin:]))
    while numbered and not NUMBERED_RE.match(draft.parts[begin].text.text):
        begin += 1
    lines = tuple(part.text for part in draft.parts[begin:])
    if not lines:
        hint = f"set 'notes: none' in {task.record.path}, or 'notes_begin:' to the first words of the first note"
        problem = Problem("no-notes", task.record.text_path, 0, "no endnotes found at the end of the text", hint)
        return draft.adding(problems=(problem,))
    draft = _without_notes(draft, begin).adding(problems=_weak_beginning(draft, begin, task))
    if numbered:
        return _with_printed_numbers(draft, lines)
    texts, draft = split_notes(lines, draft, task)
    if len(texts) != len(numbers):
        draft = draft.adding(problems=(_count_problem(texts, numbers, found, draft, task),))
    notes = tuple(NotePart(str(number), (), text) for number, text in zip(numbers, texts, strict=False))
    surplus = tuple((text, "note without a marker") for text in texts[len(numbers) :])
    return replace(draft, notes=notes).adding(left_out=surplus)


def _begin(draft: Draft, found: tuple[Candidate, ...], expected: int, stated: str) -> int:
    """Return the index of the first note.

    The record may state its first words; else notes that show numbers begin with that of the first marker; else they
    begin, after the last marker, where what follows is most like notes and what stands above most like text.
    """
    parts = draft.parts
    if stated:
        return next((index for index, part in enumerate(parts) if begins_with(part.text.text, stated)), len(parts))
    first = max((candidate.part for candidate in found), default=-1) + 1
    for index in range(first, len(parts)):
        match = NUMBERED_RE.match(parts[index].text.text)
        if match and found and int(match[1]) == found[0].number and _numbered(tuple(p.text for p in parts[index:])):
            return _counted_back(parts, index, first)
    best, best_value, value = len(parts), 0.0, 0.0
    for index in range(len(parts) - 1, first - 1, -1):
        value += 2 * _likeness(parts[index]) - 1
        total = value + (PRIOR if len(parts) - index == expected else 0)
        if total > best_value:
            best, best_value = index, total
    return best


def _counted_back(parts: tuple[Part, ...], index: int, first: int) -> int:
    """Go up from a numbered note while the line above begins with one less: the first markers may be lost."""
    number = NUMBERED_RE.match(parts[index].text.text)
    while index > first and number:
        above = NUMBERED_RE.match(parts[index - 1].text.text)
        if not above or int(above[1]) != int(number[1]) - 1:
            break
        index, number = index - 1, above
    return index


def _likeness(part: Part) -> float:
    """Rate how like a note a line is: 1 where it cites as notes do, a half where it could, 0 else."""
    text = part.text.text
    if part.told or list_label(text, "", ""):
        return 0.0
    if CITES_RE.search(text) or (TITLE_RE.search(text) and len(text.split()) <= WORDS):
        return 1.0
    return 0.5 if TITLE_RE.search(text) or MAY_CITE_RE.search(text) else 0.0


def _weak_beginning(draft: Draft, begin: int, task: Task) -> tuple[Problem, ...]:
    """Report a first note that may be the last paragraph: every number below hangs on it."""
    first = draft.parts[begin]
    if task.record.notes_begin or _likeness(first) == 1.0 or NUMBERED_RE.match(first.text.text):
        return ()
    words = " ".join(first.text.text.split()[:5])
    line = draft.lines_of(first.text)[0][0]
    message = f"“{words}” may be the first note or the last paragraph"
    hint = f'add to {task.record.path} the words with which the first note begins: notes_begin: "{words}"'
    return (Problem("notes-begin", task.record.text_path, line, message, hint),)


def _without_notes(draft: Draft, begin: int) -> Draft:
    """Take the notes off, and a heading that says only that they are notes."""
    parts = draft.parts[:begin]
    if parts and begin < len(draft.parts) and NOTES_HEADING_RE.fullmatch(parts[-1].text.text):
        return replace(draft, parts=parts[:-1]).adding(left_out=((parts[-1].text, "heading of the notes"),))
    return replace(draft, parts=parts)


def _numbered(lines: tuple[Traced, ...]) -> bool:
    """Say whether the notes show their numbers: nearly all begin with one, and they count."""
    numbers = [int(match[1]) for line in lines if (match := NUMBERED_RE.match(line.text))]
    counted = sum(two == one + 1 for one, two in pairwise(numbers))
    return bool(numbers) and len(numbers) >= 0.8 * len(lines) and counted >= 0.8 * (len(numbers) - 1)


def _with_printed_numbers(draft: Draft, lines: tuple[Traced, ...]) -> Draft:
    """Make notes of lines of which the first shows its number; one without goes on with the note above."""
    notes: list[NotePart] = []
    for line in lines:
        match = NUMBERED_RE.match(line.text)
        if match:
            draft = draft.adding(apparatus=apparatus_at("note-number", line.cut(0, match.end()).stripped()))
            notes.append(NotePart(match[1], (), line.cut(match.end())))
        else:
            space = Traced(" ", (line.origins[0] - 1,))
            notes[-1] = replace(notes[-1], text=notes[-1].text + space + line)
    return replace(draft, notes=tuple(notes))


def _numbers(found: tuple[Candidate, ...]) -> tuple[int, ...]:
    """Return all numbers from the first marker to the last, those between that were not found included."""
    return tuple(range(found[0].number, found[-1].number + 1)) if found else ()


def _count_problem(
    texts: tuple[Traced, ...], numbers: tuple[int, ...], found: tuple[Candidate, ...], draft: Draft, task: Task
) -> Problem:
    message = f"{len(texts)} endnotes for {len(numbers)} markers"
    line = draft.lines_of(texts[0])[0][0]
    proposed = propose_splits(texts, found, draft) if len(texts) < len(numbers) == len(found) else ()
    if proposed:
        pasted = "\n".join(f"  - {correction}" for correction in proposed)
        hint = f"if notes were run together on one line, add to 'corrections:' in {task.record.path}:\n{pasted}"
    else:
        hint = "look for a paragraph among the notes, or a marker that the text has lost"
    return Problem("note-count", task.record.text_path, line, message, hint)
