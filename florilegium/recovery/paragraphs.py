"""Set the lines of a wrapped text as paragraphs, headings and list items.

A blank line says nothing where every line has one. A paragraph ends where its last line leaves room for the word that
comes next. Lines that leave room and end no sentence are a heading. What cannot be known is said: a full line that
ends a sentence may end a paragraph too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from florilegium.model import Doubt
from florilegium.recovery.corrections import breaks_at
from florilegium.recovery.draft import Draft, Part, Task, apparatus_at
from florilegium.recovery.heading_lines import SLACK, Breaks, heading_doubts, heading_length, leaves_room, unmarked
from florilegium.recovery.joining import join, note_joints
from florilegium.recovery.lines import Line
from florilegium.recovery.lists import label_kind, list_label
from florilegium.recovery.solid_quotes import narrow_lines, solid_groups
from florilegium.recovery.widths import measure_of, width
from florilegium.sentences import INITIALS_RE, OPENING_RE, STOPPED_RE, abbreviates, ends_sentence

SHORT = 0.7
"""So short a line ends its block, whatever it says."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of one block."""

    kind: Literal["heading", "paragraph", "list_item"]
    lines: tuple[Line, ...]
    label: str = ""


def set_paragraphs(draft: Draft, task: Task) -> Draft:
    """Make the lines parts."""
    stated, problems = breaks_at(draft.lines, task)
    measure = measure_of(line.text.text for line in draft.lines)
    breaks = _solid_breaks(draft.lines, measure) | stated
    runs, doubts = _runs(draft.lines, measure, breaks)
    taken = replace(draft, lines=()).adding(doubts=doubts, problems=problems)
    for run in runs:
        taken = _with_part(taken, run, measure)
    return replace(taken, parts=tuple(sorted(taken.parts, key=lambda part: part.start)))


def _solid_breaks(lines: tuple[Line, ...], measure: int) -> dict[int, bool]:
    """Keep narrow lines that are set solid together, and apart from what is around them: a quotation, say."""
    groups = solid_groups(lines)
    breaks: dict[int, bool] = {}
    for group, below in zip_longest(groups, groups[1:], fillvalue=()):
        if len(group) > 1 and len(narrow_lines(group, measure)) == len(group):
            breaks |= {line.number: line is group[0] for line in group} | {line.number: True for line in below[:1]}
    return breaks


def _runs(lines: tuple[Line, ...], measure: int, breaks: Breaks) -> tuple[tuple[Run, ...], tuple[Doubt, ...]]:
    """Tell which lines belong together."""
    item_measure = _item_measure(lines, measure, breaks)
    runs: list[Run] = []
    doubts: list[Doubt] = []
    at, before = 0, ""
    while at < len(lines):
        length = heading_length(lines[at:], measure, breaks)
        label = "" if length else list_label(lines[at].text.text, before, runs[-1].label if runs else "")
        own_measure = item_measure if label else measure
        end = at + (length or 1)
        if length:
            doubts.extend(heading_doubts(lines[at:end], measure))
        while not length and end < len(lines):
            hanging = label and item_measure <= SLACK * measure
            indent = width(label + " ") if hanging and end == at + 1 else 0
            ends = _ends(lines[end - 1], lines[end:], own_measure + indent, label)
            if ends is None:
                ends = heading_length(lines[end:], measure, breaks) > 0 or None
            ends = breaks.get(lines[end].number, ends)
            if ends:
                break
            if ends is None:
                doubts.append(_break_doubt(lines[end - 1], lines[end]))
            end += 1
        runs.append(Run("heading" if length else "list_item" if label else "paragraph", lines[at:end], label))
        at, before = end, lines[end - 1].text.text
    return tuple(runs), tuple(doubts)


def _ends(line: Line, rest: tuple[Line, ...], measure: int, label: str) -> bool | None:
    """Say whether a block ends with this line; None where the lines alone cannot tell."""
    text, after = unmarked(line), rest[0].text.text
    if list_label(after, text, label) or leaves_room(line, rest[0], SHORT * measure):
        return True
    stopped = bool(STOPPED_RE.search(text) and OPENING_RE.match(after))
    if leaves_room(line, rest[0], SLACK * measure):
        # Layout tells more than an abbreviation: `… never in the U.S.` with room after it ends a paragraph.
        return stopped or text.endswith((":", ";"))
    if not stopped or (abbreviates(text, after) and not INITIALS_RE.search(text)):
        return False
    # A no-break space never stands where a line was broken, so it ends what the author wrote.
    return True if line.ends_in_no_break_space else None


def _item_measure(lines: tuple[Line, ...], measure: int, breaks: Breaks) -> int:
    """Return the width of a full line of list items, which is less than the body's, for they are indented."""
    widest = 0
    before = label = ""
    for position, line in enumerate(lines):
        text = line.text.text
        opening = list_label(text, before, label)
        label = opening or label
        if label:
            rest = lines[position + 1 :]
            short = max(SHORT * measure, SLACK * widest)
            widest = max(widest, width(text[len(opening) :].strip()))
            ended = ends_sentence(text) and (not rest or leaves_room(line, rest[0], short))
            if ended or (rest and heading_length(rest, measure, breaks)):
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
