"""The right-hand side of a field to its text: braces, quotation marks, strings, and `#` that joins them.

The parser hands on whatever stands between two commas: it joins nothing, and where a comma is missing it takes the
next field for part of this one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

BRACE_RE = re.compile(r"(?<!\\)[{}]")
BRACE_OR_QUOTE_RE = re.compile(r'(?<!\\)[{}"]')
WORD_RE = re.compile(r"[^\s{}\"#,=%]+")
"""A number, or the name of a string."""
JOIN_RE = re.compile(r"\s*#\s*")


@dataclass(frozen=True, slots=True)
class Value:
    """What was read of a value."""

    text: str
    """Its parts joined, white space single."""
    undefined: tuple[str, ...]
    """Names that are no string."""
    end: int
    """Offset after what could be read as one value."""
    joins_nothing: bool
    """Whether it ends, or begins, with a `#`."""


def read_value(raw: str, strings: Mapping[str, str]) -> Value:
    """Read one value from the beginning of `raw`; what follows it is the caller's to judge."""
    parts: list[str] = []
    undefined: list[str] = []
    at = 0
    while True:
        end = _end_of_part(raw, at)
        if end == at:
            return Value(" ".join("".join(parts).split()), tuple(undefined), at, joins_nothing=True)
        part = raw[at:end]
        if part[0] in '{"':
            parts.append(part[1:-1])
        elif part.isdigit():
            parts.append(part)
        else:
            parts.append(strings.get(part.lower(), part))
            undefined += [] if part.lower() in strings else [part]
        join = JOIN_RE.match(raw, end)
        if not join:
            return Value(" ".join("".join(parts).split()), tuple(undefined), end, joins_nothing=False)
        at = join.end()


def _end_of_part(raw: str, at: int) -> int:
    """Return the offset after the braces, quotation marks or word at `at`; `at` itself where there are none."""
    if raw[at : at + 1] not in ("{", '"'):
        word = WORD_RE.match(raw, at)
        return word.end() if word else at
    depth = 0
    for mark in (BRACE_RE if raw[at] == "{" else BRACE_OR_QUOTE_RE).finditer(raw, at):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0 and mark.start() > at and mark[0] == ("}" if raw[at] == "{" else '"'):
            return mark.end()
    return at
