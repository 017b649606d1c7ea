"""Tell a heading among the lines of a wrapped text.

It ends no sentence and leaves room on its last line, and text begins below it. Set larger than the body, each of its
lines may leave room.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from florilegium.model import Doubt
from florilegium.recovery.lines import Line
from florilegium.recovery.lists import list_label
from florilegium.recovery.widths import MARKER_RE, width
from florilegium.sentences import OPENING_RE, holds_sentence_end

SLACK = 0.98
"""A line leaves room if, with the next word on it, it would still be this much narrower than the measure."""
LINES = 3
"""Lines of a heading at the most."""
LENGTH = 160
"""Characters of a heading at the most."""
NO_HEADING_RE = re.compile(r"[.!…:;,–—-][\"'”’)]*$")
"""How the lines of a paragraph end, and those of a heading do not."""
END_MARKER_RE = re.compile(r"(?:(?<=[^\d\s])(?<!\D\d\.)(?<!\D\d\d\.)|\u00a0+)\d{1,4}$")
"""A marker at a line's end, which hides the stop before it: `in 2011.5`. Not `in 2011` or `$2.5`."""

Breaks = Mapping[int, bool]
"""By line number, whether a block begins there: known from lines set solid, or said by an editor."""


def heading_length(lines: tuple[Line, ...], measure: int, breaks: Breaks) -> int:
    """Return how many of the first lines are a heading, 0 where they are none."""
    if not OPENING_RE.match(lines[0].text.text) or list_label(lines[0].text.text, "", ""):
        return 0
    found = 0
    for length in range(1, min(LINES, len(lines) - 1) + 1):
        last, following = lines[length - 1], lines[length]
        if NO_HEADING_RE.search(unmarked(last)):
            break
        whole = MARKER_RE.sub("", " ".join(unmarked(line) for line in lines[:length]))
        below = following.text.text
        opens = OPENING_RE.match(below) or list_label(below, "", "")
        room = breaks.get(following.number, leaves_room(last, following, SLACK * measure))
        if room and opens and len(whole) <= LENGTH and not holds_sentence_end(whole):
            found = length
        if breaks.get(following.number):
            break
    return found


def heading_doubts(lines: tuple[Line, ...], measure: int) -> tuple[Doubt, ...]:
    """Doubt a heading that may be a question of the text, or two headings."""
    whole = " ".join(unmarked(line) for line in lines)
    numbers = ((lines[0].number, lines[-1].number),)
    if whole.endswith("?"):
        return (Doubt("heading", f"“{whole}” may be a sentence of the text; taken for a heading", numbers),)
    pairs = [(upper, lower) for upper, lower in pairwise(lines) if leaves_room(upper, lower, SLACK * measure)]
    if any(OPENING_RE.match(lower.text.text) for _, lower in pairs):
        return (Doubt("heading", f"“{whole}” may be two headings; taken for one", numbers),)
    return ()


def leaves_room(line: Line, following: Line, measure: float) -> bool:
    """Say whether the first word of the next line would have stood on this one."""
    return width(line.text.text + " " + following.text.text.split()[0]) <= measure


def unmarked(line: Line) -> str:
    """Return a line without the marker at its end."""
    return END_MARKER_RE.sub("", line.text.text).rstrip()
