"""Strips and counts to pictures: SVG that stands in a page as it is. A theme's colour comes from its class.

A picture stretches to the width that it is given, so a step is one unit wide, whatever that is on a screen. A ¶ that
stands under a theme is a full step; one that speaks of it as well is a low one, half as high, on the same line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from florilegium.model import CONTEXT
from florilegium.pages.markdown import in_html
from florilegium.pages.number_runs import numbered
from florilegium.pages.strips import Lane, Run, Strip

LANE, TOP, STEP = 24, 4, 16
"""Height of a lane that stands by itself: what a finger needs; where a step begins in it, and how high a full one is.

These are pixels. The style sheet draws the line on which the steps stand, at `TOP + STEP`: its `.lane` is their twin.
"""
LOW_LANE, LOW_TOP, LOW_STEP = 10, 1, 8
"""The same of a lane among others in one picture, which draws its lines itself."""
GAP = 0.12
"""Between two steps, in steps."""
MOST_APART = 120
"""Steps that can be told apart. In a longer text a gap would only make the colour paler."""
IN_A_ROW, SQUARE, PITCH = 10, 6, 8
"""Squares in a row, the side of one, and from one to the next."""


def drawn_lane(lane: Lane, strip: Strip) -> str:
    """Return one lane of a text, each run a link to its first ¶ on the same page."""
    steps = len(strip.blocks)
    sections = "".join(f"M{section.at} 0v{LANE}" for section in strip.sections)
    ticks = f'<path class="sections" d="{sections}"/>' if sections else ""
    runs = "".join(
        f'<a href="#{run.blocks[0]}" tabindex="-1"><title>{in_html(_said(lane, run))}</title>'
        f"{_target(run, LANE)}{_drawn(lane.theme, _steps(run, TOP, STEP, steps))}</a>"
        for run in lane.runs
    )
    return _picture(steps, LANE, f"{ticks}{runs}")


def drawn_strip(strip: Strip, address: str) -> str:
    """Return all lanes of a text in one picture, each run a link to its first ¶ at an address.

    A ¶ stands under one theme alone, so its link takes the whole height: a lane would be too low to be hit.
    """
    steps, height = len(strip.blocks), LOW_LANE * len(strip.lanes)
    lines = "".join(f"M0 {LOW_LANE * row + LOW_TOP + LOW_STEP}h{steps}" for row in range(len(strip.lanes)))
    links = "".join(
        f'<a href="{in_html(address)}#{run.blocks[0]}" tabindex="-1"><title>{in_html(_said(lane, run))}</title>'
        f"{_target(run, height)}{_drawn(lane.theme, _steps(run, LOW_LANE * row + LOW_TOP, LOW_STEP, steps))}</a>"
        for row, lane in enumerate(strip.lanes)
        for run in lane.runs
        if not run.also
    )
    low = "".join(
        _drawn(
            lane.theme, "".join(_steps(run, LOW_LANE * row + LOW_TOP, LOW_STEP, steps) for run in lane.runs if run.also)
        )
        for row, lane in enumerate(strip.lanes)
        if any(run.also for run in lane.runs)
    )
    return _picture(steps, height, f'<path class="lines" d="{lines}"/>{links}<g class="low">{low}</g>')


def drawn_squares(theme: str, primary: int, also: int) -> str:
    """Return a small square for each ¶ under a theme, then a low one for each that speaks of it as well."""
    rows = -(-(primary + also) // IN_A_ROW)
    full = "".join(f"M{x} {y}h{SQUARE}v{SQUARE}h-{SQUARE}z" for x, y in _squares(range(primary)))
    low = "".join(
        f"M{x} {y + SQUARE // 2}h{SQUARE}v{SQUARE // 2}h-{SQUARE}z" for x, y in _squares(range(primary, primary + also))
    )
    width, height = IN_A_ROW * PITCH, rows * PITCH
    return (
        f'<svg class="squares" viewBox="-1 -1 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'
        f"{_drawn(theme, full + low)}</svg>"
    )


def _squares(numbers: Iterable[int]) -> Iterable[tuple[int, int]]:
    return ((PITCH * (number % IN_A_ROW), PITCH * (number // IN_A_ROW)) for number in numbers)


def _said(lane: Lane, run: Run) -> str:
    """Return what a run is, in plain text: `Peace, ¶ 3–5: Why it lasts`."""
    theme = f"{lane.title} as well" if run.also else lane.title
    place = f"{theme}, ¶\N{NO-BREAK SPACE}{numbered(run.blocks[0], run.blocks[-1])}"
    return f"{place}: {run.heading}" if run.heading else place


def _target(run: Run, height: int) -> str:
    """Return what is hit by a pointer: the whole height, the gaps between the steps as well."""
    return f'<path class="target" d="M{run.at} 0h{len(run.blocks)}v{height}h-{len(run.blocks)}z"/>'


def _steps(run: Run, top: int, height: int, steps: int) -> str:
    """Return the outline of the steps of a run; where they cannot be told apart, that of the whole."""
    drawn = height // 2 if run.also else height
    top += height - drawn
    if steps > MOST_APART:
        return f"M{run.at} {top}h{len(run.blocks)}v{drawn}h-{len(run.blocks)}z"
    wide = 1 - GAP
    return "".join(f"M{at + GAP / 2:.6g} {top}h{wide}v{drawn}h-{wide}z" for at in _places(run))


def _places(run: Run) -> Sequence[int]:
    return range(run.at, run.at + len(run.blocks))


def _drawn(theme: str, outline: str) -> str:
    """Return an outline in the colour of a theme; what is about no theme is drawn hollow."""
    hollow = " hollow" if theme == CONTEXT else ""
    return f'<path class="theme-{theme}{hollow}" d="{outline}"/>'


def _picture(width: int, height: int, drawn: str) -> str:
    return f'<svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" focusable="false">{drawn}</svg>'
