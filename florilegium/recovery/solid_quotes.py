"""Lift pull quotes out of wrapped text.

A pull quote is a sentence of the text set again for display: large, so its lines are narrow; and solid, while blank
lines part those of the body. The first body line below it may be set solid with it.
"""

from __future__ import annotations

from dataclasses import replace

from florilegium.model import Doubt
from florilegium.recovery.draft import Draft, Part, Task
from florilegium.recovery.joining import join, note_joints
from florilegium.recovery.likeness import share_standing_again
from florilegium.recovery.lines import Line
from florilegium.recovery.widths import measure_of, width
from florilegium.sentences import ends_sentence

NARROW = 0.85
"""A line of display is at most this share of the body's measure."""
LIKE = 0.75
"""Share of its words that must stand again for solid lines to be a pull quote."""
WHOLE = 3
"""What it counts, in words, that a quote ends with its sentence."""
PAGES_AWAY = 1
"""How far from its sentence a pull quote may stand."""


def lift_solid_quotes(draft: Draft, task: Task) -> Draft:
    """Take the pull quotes from the lines; the paragraph that one interrupts is whole again."""
    measure = measure_of(line.text.text for line in draft.lines)
    kept: list[Line] = []
    quotes: list[Part] = []
    doubts: list[Doubt] = []
    for group in solid_groups(draft.lines):
        narrow = narrow_lines(group, measure)
        length = _quote_length(narrow, draft.lines)
        if length:
            joined = join(narrow[:length], measure)
            draft = note_joints(draft, joined, narrow[:length])
            quotes.append(Part("pull_quote", joined.text, told=True))
        elif len(narrow) == len(group) and len(group) > 1:
            detail = "lines set solid that repeat no sentence near them: kept as the author's text"
            doubts.append(Doubt("solid-lines", detail, ((group[0].number, group[-1].number),)))
        kept.extend(group[length:])
    return replace(draft, lines=tuple(kept), parts=draft.parts + tuple(quotes)).adding(doubts=tuple(doubts))


def solid_groups(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Cut lines where a blank line or a page break stands between them, or where lines were lifted."""
    groups: list[list[Line]] = []
    for line in lines:
        solid = groups and not line.after_blank and not line.opens_page and line.number == groups[-1][-1].number + 1
        if solid:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [tuple(group) for group in groups]


def narrow_lines(group: tuple[Line, ...], measure: int) -> tuple[Line, ...]:
    """Return the lines at the head of a group that may be a pull quote."""
    narrow = 0
    while narrow < len(group) and width(group[narrow].text.text) <= NARROW * measure:
        narrow += 1
    return group[:narrow]


def _quote_length(narrow: tuple[Line, ...], lines: tuple[Line, ...]) -> int:
    """Return how many of the lines, two or more, stand again within a page; 0 where they do not.

    A heading or the last words of a paragraph may be set solid below the quote; they do not stand again.
    """
    if len(narrow) < 2:
        return 0
    best, best_value = 0, 0.0
    for length in range(2, len(narrow) + 1):
        own = {line.number for line in narrow[:length]}
        text = " ".join(line.text.text for line in narrow[:length])
        near = (line for line in lines if abs(line.page - narrow[0].page) <= PAGES_AWAY and line.number not in own)
        share = share_standing_again(text, " ".join(line.text.text for line in near))
        value = len(text.split()) * (2 * share - 1) + (WHOLE if ends_sentence(text) else 0)
        if share >= LIKE and value >= best_value:
            best, best_value = length, value
    return best
