"""Find what stands in quotation marks, nested and faulty ones included.

A closing single mark and an apostrophe are the same letter. It closes only where no letter follows, and where what
follows is how a citation goes on after a title. A straight mark opens after a space and closes before one.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.spans import Span, outermost

OPENS_ADDRESS_RE = re.compile(r"\s*https?://")
SINGLE_OPEN_RE = re.compile(r"(?<![\w’])[‘'](?=\S)")
SINGLE_CLOSE_RE = re.compile(r"[’'](?=[,.;:)”]|$|\s+(?:in\s+[A-Z]|\())")
"""`Hell’:`, `Policy’, The`, `Wars’ (2019)`; not `America’s`, nor `‘Chinese Virus’ Label`."""
RUNNING_RE = re.compile(
    r"(?:^|[,;:]\s+|[.?!]\)?\s+|\(|\b(?:[Ss]ee|in|from|by|[Cc]f\.)\s+|\b[Aa]lso:?\s+)(?P<mark>[‘'])(?=[A-Z0-9À-Þ“])"
)
"""Where a title in single marks begins in running text: `Strachan, ‘The Meaning`. Not in `of the ‘New’ wars`."""
LONGEST_TITLE = 400
"""Letters of a title, at the most."""


def double_quoted(text: str) -> tuple[Span, ...]:
    """Return the (start, end) of each outermost “…”, marks included; marks that are never closed open nothing.

    Marks may be nested in marks of their own kind: `“Russia’s “Special Operation” and the Right.”`
    """
    spans = []
    opened: dict[str, list[int]] = {"“": [], '"': []}
    for mark in re.finditer(r"[“”\"]", text):
        at = mark.start()
        kind = '"' if mark[0] == '"' else "“"
        if mark[0] == "“" or (mark[0] == '"' and _opens(text, at)):
            if not OPENS_ADDRESS_RE.match(text, at + 1):
                opened[kind].append(at)
        elif opened[kind]:
            spans.append((opened[kind].pop(), at + 1))
    return outermost(spans)


def running_quoted(text: str, taken: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the (start, end) of each title in ‘…’ that stands in running text, outside of the spans that are taken.

    A comma, stop, semicolon or bracket follows: `‘Strategy’, Survival`. Not `‘A Problem from Hell’: America`.
    """
    spans = []
    after = 0
    ends = iter((*taken, (len(text) + 1, len(text) + 1)))
    held = next(ends)
    for match in RUNNING_RE.finditer(text):
        at = match.start("mark")
        while held[1] <= at:
            held = next(ends)
        if at < after or held[0] <= at:
            continue
        span = single_quoted(text, at, at + LONGEST_TITLE)
        if span and span[1] <= held[0] and text[span[1] : span[1] + 1] != ":":
            spans.append(span)
            after = span[1]
    return tuple(spans)


def single_quoted(text: str, start: int, end: int) -> Span | None:
    """Return the (start, end) of the ‘…’ that begins at `start`, marks included; None where `end` comes first."""
    if not SINGLE_OPEN_RE.match(text, start):
        return None
    close = SINGLE_CLOSE_RE.search(text, start + 1, end)
    return (start, close.end()) if close else None


def _opens(text: str, at: int) -> bool:
    """Say whether a straight mark opens: before a letter, and after a space or bracket."""
    before = at == 0 or text[at - 1].isspace() or text[at - 1] in "(“‘["
    return before and not text[at + 1 : at + 2].isspace()
