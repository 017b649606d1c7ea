"""Lift footnotes out of the foot of their page.

A footnote stands at the foot of its page, which in the file is the middle of a sentence. Some extractions give the
notes of a page last to first. A line that begins with the next number is a note; a line inside a note that begins with
a number (`2021.`, `99–118.`, `765261,`) is not, for it is not that number, or does not stand apart from what follows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, groupby, pairwise

from florilegium.model import Apparatus
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, NotePart, Task, apparatus_at
from florilegium.recovery.lines import Line
from florilegium.recovery.traced import NOTHING
from florilegium.sentences import ends_sentence

GLUED_RE = re.compile(r"(?:[^\d\s]|\u00a0|\s\d(?=\d+$))(\d{1,6})(?!\d)")
"""A number that may be a marker: `protecting1`, `avenues.3637`; at a line's end `in 20114` and `12 to 127` too."""
NOTE_NUMBER_RE = re.compile(r"(\d{1,4})[ \u00a0\t]+(?=\S)")
"""A number that stands apart: `1 Blinken, Antony`. Not `2021. https` or `525.`"""


GAP = 3
"""Notes that may be missing before the next is no longer believed."""


def lift_page_notes(draft: Draft, task: Task) -> Draft:
    """Take each page's notes from the lines; what is left of the page is its body."""
    pages = [tuple(lines) for _, lines in groupby(draft.lines, key=lambda line: line.page)]
    marked = [_glued_numbers(page) for page in pages]
    anywhere = {number for numbers in marked for number in numbers}
    body: list[Line] = []
    notes: list[NotePart] = []
    last: int | None = None
    for page, here in zip(pages, marked, strict=True):
        starts = _note_starts(page, last, here, anywhere - here)
        body.extend(page[: min(starts.values(), default=len(page))])
        in_order = sorted((begin, number) for number, begin in starts.items())
        for (begin, number), (end, _) in pairwise((*in_order, (len(page), 0))):
            notes.append(NotePart(str(number), page[begin:end], NOTHING))
        last = max(starts, default=last)
    taken = replace(draft, lines=tuple(body))
    if not notes:
        hint = f"set 'notes: none' in {task.record.path}, or look whether the notes stand at the end"
        problem = Problem("no-notes", task.record.text_path, 1, "no footnote found at the foot of any page", hint)
        return taken.adding(problems=(problem,))
    return _without_numbers(taken, notes)


def _without_numbers(draft: Draft, notes: list[NotePart]) -> Draft:
    """Take the numbers off the notes."""
    apparatus: list[Apparatus] = []
    stripped: list[NotePart] = []
    for note in notes:
        first = note.lines[0].text
        number = len(note.number)
        apparatus.extend(apparatus_at("note-number", first.cut(0, number)))
        line = replace(note.lines[0], text=first.cut(number).stripped())
        stripped.append(replace(note, lines=(line, *note.lines[1:])))
    return replace(draft, notes=draft.notes + tuple(stripped)).adding(apparatus=tuple(apparatus))


def _note_starts(page: tuple[Line, ...], last: int | None, here: set[int], elsewhere: set[int]) -> dict[int, int]:
    """Map the numbers of a page's notes, which count on from `last`, to the lines at which they begin.

    `here` are the numbers glued to words on this page, `elsewhere` those on other pages only: a number whose marker
    stands elsewhere begins no note here (`2 states that had opposed it`).
    """
    floor = _foot(page)
    apart: dict[int, int] = {}
    inside: dict[int, int] = {}
    for index in range(floor, len(page)):
        match = NOTE_NUMBER_RE.match(page[index].text.text)
        number = int(match[1]) if match else 0
        if match and page[index].after_blank and number not in elsewhere:
            apart[number] = index
        elif match and index and number in here and ends_sentence(page[index - 1].text.text):
            inside[number] = index
    candidates = inside | apart
    sure = [number for number in candidates if number in here]
    first = min(sure, default=0) if last is None else last + 1
    starts: dict[int, int] = {}
    expected = first
    for number in sorted(candidates):
        if first and expected <= number <= expected + GAP and (number == expected or number in here):
            starts[number] = candidates[number]
            expected = number + 1
    # A single line that begins with the number may be the last of the body: `12 states signed`
    alone = len(starts) == 1 and len(page) - min(starts.values()) == 1
    return {} if alone and not starts.keys() & here else starts


def _foot(page: tuple[Line, ...]) -> int:
    """Return where the foot of the page may begin: below it whatever stands apart begins with a number."""
    floor = len(page)
    for index in range(len(page) - 1, -1, -1):
        if page[index].after_blank or page[index].opens_page:
            if not NOTE_NUMBER_RE.match(page[index].text.text):
                break
            floor = index
    return floor


def _glued_numbers(page: tuple[Line, ...]) -> set[int]:
    """Return the numbers that are glued to something on a page; those run together at a line's end, apart too."""
    numbers: set[int] = set()
    for line in page:
        for match in GLUED_RE.finditer(line.text.text):
            digits = match[1]
            halves = ((digits[:at], digits[at:]) for at in range(1, len(digits)))
            numbers.update(int(number) for number in (digits, *chain.from_iterable(halves)))
    return numbers
