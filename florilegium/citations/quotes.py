"""Find what stands in quotation marks, nested and faulty ones included.

A closing single mark and an apostrophe are the same letter. It closes only where no letter follows, and where what
follows is how a citation goes on after a title.
"""

from __future__ import annotations

import re

DOUBLE = {"“": "”", '"': '"'}
OPENS_ADDRESS_RE = re.compile(r"\s*https?://")
SINGLE_OPEN_RE = re.compile(r"(?<![\w’])[‘'](?=\S)")
SINGLE_CLOSE_RE = re.compile(r"[’'](?=[,.;:)”]|$|\s+(?:in\s+[A-Z]|\())")
"""`Hell’:`, `Policy’, The`, `Wars’ (2019)`; not `America’s`, nor `‘Chinese Virus’ Label`."""


def double_quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each outermost “…”, marks included; marks that are never closed open nothing.

    Marks may be nested in marks of their own kind: `“Russia’s “Special Operation” and the Right.”`
    """
    spans = []
    at = 0
    while at < len(text):
        if text[at] in DOUBLE and not OPENS_ADDRESS_RE.match(text, at + 1):
            end = _closed(text, at)
            if end:
                spans.append((at, end))
                at = end
                continue
        at += 1
    return tuple(spans)


def single_quoted(text: str, start: int) -> tuple[int, int] | None:
    """Return the (start, end) of the ‘…’ that begins at `start`, marks included; None where it is not closed."""
    if not SINGLE_OPEN_RE.match(text, start):
        return None
    close = SINGLE_CLOSE_RE.search(text, start + 1)
    return (start, close.end()) if close else None


def _closed(text: str, start: int) -> int:
    """Return the offset after the mark that closes the one at `start`; 0 where none does."""
    opening, closing = text[start], DOUBLE[text[start]]
    depth = 0
    for at in range(start, len(text)):
        if opening != closing and text[at] == opening and not OPENS_ADDRESS_RE.match(text, at + 1):
            depth += 1
        elif text[at] == closing and at > start:
            depth -= 1
            if depth <= 0:
                return at + 1
    return 0
