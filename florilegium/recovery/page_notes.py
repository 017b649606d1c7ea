"""Lift footnotes out of the foot of their page.

A footnote stands at the foot of its page, which in the file is the middle of a sentence. Some extractions give the
notes of a page last to first. A line that begins with the next number is a note; a line inside a note that begins with
a number (`2021.`, `99–118.`, `765261,`) is not, for it is not that number, or does not stand apart from what follows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from florilegium.model import Apparatus
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, NotePart, Task, apparatus_at
from florilegium.recovery.lines import Line
from florilegium.recovery.sentences import ends_sentence
from florilegium.recovery.traced import NOTHING

NOTE_NUMBER_RE = re.compile(r"(\d{1,4})[ \u00a0\t]+(?=\S)")
"""A number that stands apart: `1 Blinken, Antony`. Not `2021. https` or `525.`"""


def lift_page_notes(draft: Draft, task: Task) -> Draft:
    """Take each page's notes from the lines; what is left of the page is its body."""
    body: list[Line] = []
    notes: list[NotePart] = []
    problems: tuple[Problem, ...] = ()
    last = 0
    for _page, lines in groupby(draft.lines, key=lambda line: line.page):
        page = tuple(lines)
        starts = _note_starts(page, last + 1)
        body.extend(page[: min(starts.values(), default=len(page))])
        in_order = sorted((begin, number) for number, begin in starts.items())
        for (begin, number), (end, _) in pairwise((*in_order, (len(page), 0))):
            notes.append(NotePart(str(number), page[begin:end], NOTHING))
        last = max((last, *starts))
    if not notes:
        hint = f"set 'notes: none' in {task.record.path}, or look whether the notes stand at the end"
        problems = (Problem("no-notes", task.record.text_path, 1, "no footnote found at the foot of any page", hint),)
    numbers: list[Apparatus] = []
    for position, note in enumerate(notes):
        first = note.lines[0].text
        match = NOTE_NUMBER_RE.match(first.text)
        assert match  # _note_starts took only lines that match
        numbers.extend(apparatus_at("note-number", first.cut(0, match.end(1))))
        stripped = replace(note.lines[0], text=first.cut(match.end()))
        notes[position] = replace(note, lines=(stripped, *note.lines[1:]))
    taken = replace(draft, lines=tuple(body), notes=draft.notes + tuple(notes))
    return taken.adding(apparatus=tuple(numbers), problems=problems)


def _note_starts(page: tuple[Line, ...], first: int) -> dict[int, int]:
    """Map the numbers of a page's notes, which run on from `first`, to the lines at which they begin."""
    floor = _foot(page)
    apart: dict[int, int] = {}
    inside: dict[int, int] = {}
    for index in range(floor, len(page)):
        match = NOTE_NUMBER_RE.match(page[index].text.text)
        if match and page[index].after_blank:
            apart[int(match[1])] = index
        elif match and index and ends_sentence(page[index - 1].text.text):
            inside[int(match[1])] = index
    starts: dict[int, int] = {}
    number = first
    while number in apart or number in inside:
        starts[number] = apart.get(number, inside.get(number, -1))
        number += 1
    if len(starts) == 1 and not _is_note(page, first, starts[first]):
        return {}
    return starts


def _foot(page: tuple[Line, ...]) -> int:
    """Return where the foot of the page may begin: below it whatever stands apart begins with a number."""
    floor = len(page)
    for index in range(len(page) - 1, -1, -1):
        if page[index].after_blank or page[index].opens_page:
            if not NOTE_NUMBER_RE.match(page[index].text.text):
                break
            floor = index
    return floor


def _is_note(page: tuple[Line, ...], number: int, index: int) -> bool:
    """Tell a single note from a last line of body that happens to begin with the number (`12 states signed`)."""
    marker = re.compile(rf"(?:[^\d\s]|\u00a0){number}(?!\d)")
    return len(page) - index > 1 or any(marker.search(line.text.text) for line in page[:index])
