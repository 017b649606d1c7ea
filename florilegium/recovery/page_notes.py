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
from florilegium.recovery.traced import NOTHING
from florilegium.sentences import ends_sentence

GLUED_RE = re.compile(r"(?:[^\d\s]|\u00a0|\s\d(?=\d+$))(\d{1,6})(?!\d)")
"""A number that may be a marker: `protecting1`, `avenues.3637`; at a line's end `in 20114` and `12 to 127` too."""
NOTE_NUMBER_RE = re.compile(r"(\d{1,4})[ \u00a0\t]+(?=\S)")
"""A number that stands apart: `1 Blinken, Antony`. Not `2021. https` or `525.`"""


NEAR = 2
"""How many pages on the marker of a number is looked for."""
GAP = 3
"""Notes that may be missing before the next is no longer believed."""


def lift_page_notes(draft: Draft, task: Task) -> Draft:
    """Take each page's notes from the lines; what is left of the page is its body."""
    pages = [tuple(lines) for _, lines in groupby(draft.lines, key=lambda line: line.page)]
    marked = [_marker_numbers(page) for page in pages]
    body: list[Line] = []
    notes: list[NotePart] = []
    last: int | None = None
    for position, page in enumerate(pages):
        starts = _note_starts(page, last, marked[position])
        later = set().union(*marked[position + 1 : position + 1 + NEAR])
        starts = _without_body(page, starts, later - marked[position])
        body.extend(page[: min(starts.values(), default=len(page))])
        in_order = sorted((begin, number) for number, begin in starts.items())
        for (begin, number), (end, _) in pairwise((*in_order, (len(page), 0))):
            notes.append(NotePart(str(number), page[begin:end], NOTHING))
        last = max(starts, default=last)
    taken = replace(draft, lines=tuple(body))
    if not notes:
        hint = f"set 'notes: none' in {task.record.path}, or look whether the notes stand at the end"
        problem = Problem("no-notes", task.record.text_path, 0, "no footnote found at the foot of any page", hint)
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


def _note_starts(page: tuple[Line, ...], last: int | None, here: set[int]) -> dict[int, int]:
    """Map the numbers of a page's notes, which count on from `last`, to the lines at which they begin.

    `here` are the numbers glued to words on this page, which may be markers.
    """
    apart: dict[int, int] = {}
    inside: dict[int, int] = {}
    for index in range(_foot(page), len(page)):
        match = NOTE_NUMBER_RE.match(page[index].text.text)
        if match and page[index].after_blank:
            apart[int(match[1])] = index
        elif match and index and int(match[1]) in here and ends_sentence(page[index - 1].text.text):
            inside[int(match[1])] = index
    candidates = inside | apart
    expected = _first(candidates, apart, here) if last is None else last + 1
    starts: dict[int, int] = {}
    for number in sorted(candidates):
        # A note is passed over only for one whose marker is there.
        if expected and expected <= number <= expected + GAP and (number == expected or number in here):
            starts[number] = candidates[number]
            expected = number + 1
    return starts


def _first(candidates: dict[int, int], apart: dict[int, int], here: set[int]) -> int:
    """Return the number of the first note of a text: one that has its marker, or what counts up to that; 0 for none."""
    first = min((number for number in candidates if number in here), default=0)
    while first - 1 in apart:
        first -= 1
    return first


def _without_body(page: tuple[Line, ...], starts: dict[int, int], later: set[int]) -> dict[int, int]:
    """Drop a last line of body that happens to begin with a number (`12 states signed`), whose marker comes later."""
    kept = dict(starts)
    while kept:
        top = min(kept, key=lambda number: kept[number])
        below = min((index for index in kept.values() if index > kept[top]), default=len(page))
        if top not in later or below - kept[top] > 1:
            break
        del kept[top]
    return kept


def _foot(page: tuple[Line, ...]) -> int:
    """Return where the foot of the page may begin: below it whatever stands apart begins with a number."""
    floor = len(page)
    for index in range(len(page) - 1, -1, -1):
        if page[index].after_blank or page[index].opens_page:
            if not NOTE_NUMBER_RE.match(page[index].text.text):
                break
            floor = index
    return floor


def _marker_numbers(page: tuple[Line, ...]) -> set[int]:
    """Return the numbers on a page that may be markers; digits at a line's end may be two of them run together."""
    numbers: set[int] = set()
    for line in page:
        for match in GLUED_RE.finditer(line.text.text):
            digits = match[1]
            numbers.add(int(digits))
            if match.end() == len(line.text):
                numbers.update(int(half) for at in range(1, len(digits)) for half in (digits[:at], digits[at:]))
    return numbers
