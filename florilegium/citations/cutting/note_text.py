"""What the rules look for in a note, found once: addresses, quotation marks, ends of sentences, breaks of works."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from florilegium.addresses import addresses
from florilegium.citations.cutting.prose import SIGNAL_RE
from florilegium.citations.cutting.quotes import double_quoted, running_quoted
from florilegium.citations.cutting.spans import Span
from florilegium.citations.printed_dates import MONTH, YEAR
from florilegium.sentences import sentence_ends

SEMICOLON_RE = re.compile(r";(?=\s|$)")
JOIN_RE = re.compile(
    rf"(?:(?<=\))[.,]*|(?<=\d),|(?<=[Ii]bid\.),|(?<=[Ii]bid),)\s+and\s+(?:also\s+)?(?=[A-Z“‘\"])(?!Article|Section|Clause|Part|Chapter|{MONTH}\s)"
)
"""`(London: Verso, 2020), and `, `Ibid., and `,
`Article 21, and Treaty`; not `Clause 4, and Article 51`, `Capital, and Europe`"""
IMPRINT_RE = re.compile(
    rf"\((?P<place>[^():;]{{2,60}}(?:; [^():;]{{2,60}})?:\s)?(?=[^()]*[A-Z])[^()]{{0,120}}?\b{YEAR}\)"
)
"""`(New York: Basic Books, 2002)`, `(Cambridge, MA; London: MIT Press, 1999)`; the place may be missing"""
NUMBERED_STOP_RE = re.compile(
    r"\b(?:(?:Add|Corr|Decl|Doc|Op|Reg|Rep|Res|Ser|Stat|Supp)\.(?=\s+(?:No\.\s*)?\d)|Pub\.(?=\s+L\.))"
)
"""A stop before a number that ends no sentence: `Res. 27/21`, `130 Stat. 2533`, `Pub. L. No. 9-1`"""
NOTHING = " ,.;:()\n\t"
"""What alone makes no unit."""


@dataclass(frozen=True, slots=True)
class Break:
    """What stands between two works: a semicolon, a signal, or `, and`."""

    start: int
    """Offset after the work before it."""
    end: int
    """Offset of what follows."""
    signal: bool
    """Whether it is a word that leads to a work, such as `see`."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """The text of a note, ready for all rules."""

    text: str
    addresses: tuple[Span, ...]
    quotes: tuple[Span, ...]
    """Of what stands in double marks, or as a title in single ones; the marks included, none in another."""
    stops: tuple[int, ...]
    """Offsets after the sentences."""
    breaks: tuple[Break, ...]

    def addresses_in(self, start: int, end: int) -> Sequence[Span]:
        """Return the addresses that begin between two offsets."""
        return self.addresses[bisect_left(self.addresses, (start, 0)) : bisect_left(self.addresses, (end, 0))]

    def quotes_in(self, start: int, end: int) -> Sequence[Span]:
        """Return the quotations that begin between two offsets."""
        return self.quotes[bisect_left(self.quotes, (start, 0)) : bisect_left(self.quotes, (end, 0))]

    def stops_in(self, start: int, end: int) -> Sequence[int]:
        """Return the ends of sentences after `start` and before `end`."""
        return self.stops[bisect_left(self.stops, start + 1) : bisect_left(self.stops, end)]

    def breaks_in(self, start: int, end: int) -> Sequence[Break]:
        """Return the breaks that begin between two offsets."""
        first = bisect_left(self.breaks, start, key=lambda one: one.start)
        return self.breaks[first : bisect_left(self.breaks, end, key=lambda one: one.start)]

    def units(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield (start, end, after a signal) of what stands between the breaks from one offset to another."""
        at, signal = start, any(one.signal and one.end == start for one in self.breaks_in(start - 40, start))
        for one in self.breaks_in(start, end):
            if self.text[at : one.start].strip(NOTHING):
                yield at, one.start, signal
            at, signal = one.end, one.signal
        if at < end and self.text[at:end].strip(NOTHING):
            yield at, end, signal


def note_text(text: str) -> NoteText:
    """Read a note for the rules to come."""
    held = addresses(text)
    doubles = double_quoted(text)
    quotes = tuple(sorted((*doubles, *running_quoted(text, doubles))))
    imprints = [match.span() for match in IMPRINT_RE.finditer(text) if match["place"]]
    closed = sorted((*held, *quotes, *imprints))
    found = [
        *(Break(match.start(), match.end(), signal=False) for match in SEMICOLON_RE.finditer(text)),
        *(Break(match.start(), match.end(), signal=False) for match in JOIN_RE.finditer(text)),
        *(
            Break(match.start(), match.end(), signal=match["aside"] is None)
            for match in SIGNAL_RE.finditer(text)
            if match[0][0].islower() or _begins_sentence(text, match.start())
        ),
    ]
    breaks = _outside(sorted(found, key=lambda one: one.start), closed)
    numbered = {match.end() for match in NUMBERED_STOP_RE.finditer(text)}
    stops = tuple(end for end in sentence_ends(text) if end not in numbered)
    return NoteText(text, held, quotes, stops, tuple(breaks))


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip()
    return not before or before[-1] in '.!?…;:()[]”’"—'


def _outside(breaks: Sequence[Break], closed: Sequence[Span]) -> Iterator[Break]:
    """Yield the breaks that stand in no address, quotation or imprint, and in no other break."""
    reached = index = 0
    end = -1
    for one in breaks:
        while index < len(closed) and closed[index][0] <= one.start:
            end = max(end, closed[index][1])
            index += 1
        if one.start >= end and one.start >= reached:
            yield one
            reached = one.end
