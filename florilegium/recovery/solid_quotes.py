"""Lift pull quotes out of wrapped text.

A pull quote is a sentence of the text set again for display: large, so its lines are narrow; and solid, while blank
lines part those of the body. The first body line below it may be set solid with it.
"""

from __future__ import annotations

from dataclasses import replace

from florilegium.model import Doubt
from florilegium.recovery.draft import Draft, Part, Task
from florilegium.recovery.joining import join
from florilegium.recovery.likeness import share_standing_again
from florilegium.recovery.lines import Line
from florilegium.recovery.widths import width

NARROW = 0.85
"""A line of display is at most this share of the body's measure."""
LIKE = 0.75
"""Share of its words that must stand again for solid lines to be a pull quote."""
PAGES_AWAY = 1
"""How far from its sentence a pull quote may stand."""


def lift_solid_quotes(draft: Draft, task: Task) -> Draft:
    """Take the pull quotes from the lines; the paragraph that one interrupts is whole again."""
    measure = max((width(line.text.text) for line in draft.lines), default=0)
    kept: list[Line] = []
    quotes: list[Part] = []
    doubts: list[Doubt] = []
    for group in solid_groups(draft.lines):
        display = _display_lines(group, measure)
        text = join(display, measure).text if display else None
        if text is not None and _stands_again(text.text, display, draft.lines):
            quotes.append(Part("pull_quote", text, told=True))
            kept.extend(group[len(display) :])
            continue
        kept.extend(group)
        if text is not None:
            detail = "lines set solid that repeat no sentence near them: kept as the author's text"
            doubts.append(Doubt("solid-lines", detail, draft.lines_of(text)))
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


def _display_lines(group: tuple[Line, ...], measure: int) -> tuple[Line, ...]:
    """Return the lines of a group that may be a pull quote: narrow ones, at least two, without the body line below."""
    narrow = 0
    while narrow < len(group) and width(group[narrow].text.text) <= NARROW * measure:
        narrow += 1
    return group[:narrow] if narrow >= 2 and narrow >= len(group) - 1 else ()


def _stands_again(text: str, display: tuple[Line, ...], lines: tuple[Line, ...]) -> bool:
    """Say whether the words stand again within a page."""
    own = {line.number for line in display}
    page = display[0].page
    near = [line.text.text for line in lines if abs(line.page - page) <= PAGES_AWAY and line.number not in own]
    return share_standing_again(text, " ".join(near)) >= LIKE
