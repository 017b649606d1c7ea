"""The file as lines that know their number, their page and whether a blank line stands above them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from florilegium.model import LineRange, Span
from florilegium.recovery.traced import Traced

PAGE_OPENING_RE = re.compile(r"(?:\f| (?=\S))")
"""One space (or a form feed) before the first word: all that is left of a page break. ` operations, freezing`"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something."""

    number: int
    """1-based, in the file."""
    text: Traced
    """Without white space at its ends."""
    page: int
    """Counted from the first page; 0 where the layout shows no pages."""
    opens_page: bool
    after_blank: bool
    """Whether a blank line stands above it; False where it is set solid."""
    ends_in_no_break_space: bool


def read_lines(raw: str, *, paged: bool, first_page: int = 1) -> tuple[Line, ...]:
    """Cut the file at its line feeds and leave out what is blank."""
    lines: list[Line] = []
    page = first_page if paged else 0
    start, after_blank = 0, True
    for number, text in enumerate(raw.split("\n"), start=1):
        traced = Traced.of(raw, start, start + len(text)).stripped()
        opening = bool(PAGE_OPENING_RE.match(text)) if paged and traced.text else False
        if opening and lines:
            page += 1
        if traced.text:
            no_break = text.rstrip(" \t\r").endswith("\u00a0")
            lines.append(Line(number, traced, page, opening, after_blank, no_break))
        after_blank = not traced.text
        start += len(text) + 1
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class LineNumbers:
    """Tells the lines of a file from offsets into it."""

    starts: tuple[int, ...]
    """The offset at which each line begins."""
    filled: tuple[int, ...]
    """The numbers of the lines that hold something, ascending."""

    @classmethod
    def of(cls, raw: str) -> LineNumbers:
        """Take down the lines of a file."""
        starts = (0, *(match.end() for match in re.finditer("\n", raw)))
        filled = tuple(number for number, line in enumerate(raw.split("\n"), start=1) if line.strip())
        return cls(starts, filled)

    def at(self, offset: int) -> int:
        """Return the number of the line on which a character stands."""
        return bisect_right(self.starts, offset)

    def ranges(self, spans: Iterable[Span]) -> tuple[LineRange, ...]:
        """Return the lines on which spans lie; only blank lines may lie inside a range besides."""
        found: list[LineRange] = []
        for span in spans:
            first, last = self.at(span.start), self.at(span.end - 1)
            if found and self._neighbours(found[-1][1], first):
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return tuple(found)

    def _neighbours(self, upper: int, lower: int) -> bool:
        return bisect_right(self.filled, lower) - bisect_right(self.filled, upper) <= 1
