"""Set the lines of a wrapped text as paragraphs, headings and list items.

A blank line says nothing where every line has one. A paragraph ends where its last line leaves room for the word that
comes next. Lines that leave room and end no sentence are a heading. What cannot be known is said: a full line that
ends a sentence may end a paragraph too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from florilegium.model import Doubt
from florilegium.recovery.corrections import breaks_at
from florilegium.recovery.draft import Draft, Part, Task, apparatus_at
from florilegium.recovery.joining import join, note_joints
from florilegium.recovery.lines import Line
from florilegium.recovery.lists import label_kind, list_label
from florilegium.recovery.sentences import OPENING_RE, ends_sentence
from florilegium.recovery.widths import width

SLACK = 0.98
"""A line leaves room if, with the next word on it, it would still be this much narrower than the widest."""
SHORT = 0.7
"""So short a line ends its block, whatever it says."""
HEADING_LINES = 3
HEADING_LENGTH = 160
"""Characters of a heading at the most."""
END_MARKER_RE = re.compile(r"(?:(?<=[^\d\s])|\u00a0+)\d{1,3}$")
"""A marker at a line's end, which hides the stop before it: `in 2011.5`. Not `in 2011`."""

Breaks = Mapping[int, bool]
"""By line number, whether a paragraph begins there: what an editor said of it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of one block."""

    kind: Literal["heading", "paragraph", "list_item"]
    lines: tuple[Line, ...]
    label: str = ""


def set_paragraphs(draft: Draft, task: Task) -> Draft:
    """Make the lines parts."""
    breaks, problems = breaks_at(draft.lines, task)
    measure = max((width(line.text.text) for line in draft.lines), default=0)
    runs, doubts = _runs(draft.lines, measure, breaks)
    taken = replace(draft, lines=()).adding(doubts=doubts, problems=problems)
    for run in runs:
        taken = _with_part(taken, run, measure)
    return replace(taken, parts=tuple(sorted(taken.parts, key=lambda part: part.start)))


def _runs(lines: tuple[Line, ...], measure: int, breaks: Breaks) -> tuple[tuple[Run, ...], tuple[Doubt, ...]]:
    """Tell which lines belong together."""
    item_measure = _item_measure(lines, measure, breaks)
    runs: list[Run] = []
    doubts: list[Doubt] = []
    at, before = 0, ""
    while at < len(lines):
        length = _heading_length(lines[at:], measure, breaks)
        label = "" if length else list_label(lines[at].text.text, before, runs[-1].label if runs else "")
        end = at + (length or 1)
        while not length and end < len(lines):
            indent = width(label + " ") if label and end == at + 1 else 0
            ends = _ends(
                lines[end - 1], lines[end:], (item_measure if label else measure) + indent, measure, breaks, label
            )
            if ends:
                break
            if ends is None:
                doubts.append(_break_doubt(lines[end - 1], lines[end]))
            end += 1
        runs.append(Run("heading" if length else "list_item" if label else "paragraph", lines[at:end], label))
        at, before = end, lines[end - 1].text.text
    return tuple(runs), tuple(doubts)


def _ends(
    line: Line, rest: tuple[Line, ...], own_measure: int, measure: int, breaks: Breaks, label: str
) -> bool | None:
    """Say whether a block ends with this line; None where that cannot be known."""
    following = rest[0]
    if following.number in breaks:
        return breaks[following.number]
    text, after = _unmarked(line), following.text.text
    if list_label(after, text, label):
        return True
    if _leaves_room(line, following, SHORT * own_measure):
        return True
    stopped = ends_sentence(text, after)
    if _leaves_room(line, following, SLACK * own_measure):
        return stopped or text.endswith((":", ";"))
    if not stopped:
        return False
    # A no-break space never stands where a line was broken, so it ends what the author wrote.
    if line.ends_in_no_break_space or _heading_length(rest, measure, breaks):
        return True
    return None


def _leaves_room(line: Line, following: Line, measure: float) -> bool:
    """Say whether the first word of the next line would have stood on this one."""
    return width(_unmarked(line) + " " + following.text.text.split()[0]) <= measure


def _heading_length(lines: tuple[Line, ...], measure: int, breaks: Breaks) -> int:
    """Return how many of the first lines are a heading: none ends a sentence, and the last leaves room."""
    if not OPENING_RE.match(lines[0].text.text) or list_label(lines[0].text.text, "", ""):
        return 0
    for length in range(1, min(HEADING_LINES, len(lines) - 1) + 1):
        last, following = lines[length - 1], lines[length]
        if re.search(r"[.!…:;,][\"'”’)]*$", _unmarked(last)):
            return 0
        if breaks.get(following.number, _leaves_room(last, following, SLACK * measure)):
            opens = OPENING_RE.match(following.text.text) or list_label(following.text.text, "", "")
            short = sum(len(line.text) + 1 for line in lines[:length]) <= HEADING_LENGTH
            return length if opens and short else 0
    return 0


def _item_measure(lines: tuple[Line, ...], measure: int, breaks: Breaks) -> int:
    """Return the width of a full line of list items, which is less than the body's, for they are indented."""
    widest = 0
    before = label = ""
    for position, line in enumerate(lines):
        text = line.text.text
        opening = list_label(text, before, label)
        label = opening or label
        if label:
            widest = max(widest, width(text[len(opening) :].strip()))
            rest = lines[position + 1 :]
            ended = ends_sentence(text) and (not rest or _leaves_room(line, rest[0], SHORT * measure))
            if ended or (rest and _heading_length(rest, measure, breaks)):
                label = ""
        before = text
    return widest


def _with_part(draft: Draft, run: Run, measure: int) -> Draft:
    """Join the lines of a run to a part and record what that changed."""
    lines = run.lines
    if run.label:
        first = lines[0].text
        draft = draft.adding(apparatus=apparatus_at(label_kind(run.label), first.cut(0, len(run.label))))
        lines = (replace(lines[0], text=first.cut(len(run.label)).stripped()), *lines[1:])
    text = join(lines, measure)
    part = Part(run.kind, text.text, label=run.label, told=run.kind != "paragraph")
    return note_joints(replace(draft, parts=(*draft.parts, part)), text, lines)


def _break_doubt(line: Line, following: Line) -> Doubt:
    opening = " ".join(following.text.text.split()[:6])
    detail = f"the line is full and ends a sentence: a paragraph may begin at “{opening}”; none was begun"
    numbers = sorted({line.number, following.number})
    return Doubt("paragraph-break", detail, tuple((number, number) for number in numbers))


def _unmarked(line: Line) -> str:
    """Return a line without the marker at its end."""
    return END_MARKER_RE.sub("", line.text.text).rstrip()
