"""Cut notes that give the year after the authors: `Power, S. (2002), A Problem from Hell, New York: Basic Books`.

Each citation has exactly one year there, so a semicolon inside a title cuts nothing. The year is in parentheses, or
between two stops: `Drezner, D. W. 1999. The Sanctions Paradox.` After a stop the title ends with its sentence, whatever
commas it has. Before the year stand names or nothing, so `Dissent 64, no. 1 (2017), 108–114` is of another shape.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.authors import authors_start
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.endings import citation_end
from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.quotes import single_quoted
from florilegium.citations.cutting.spans import Span
from florilegium.citations.printed_dates import ACCESSED_RE, DATE_RE, MONTH

YEAR_RE = re.compile(
    rf"""(?: (?:(?<=^)|(?<=[\s;]))\((?P<year>(?:1[6-9]|20)\d\d[a-z]?|n\.d\.|forthcoming)
             (?:,\s+{MONTH}(?:\s\d+)?)?\)(?P<stop>\.)?
           | (?<=\.\s)(?P<bare>(?:1[6-9]|20)\d\d[a-z]?)\. ),?\s+
        (?=[‘“'\"A-Z0-9]) (?![\d–-]+(?:[.,;:)]|$|\s+[A-Z]{{2,}}|\s\() | [AES]/)""",
    re.VERBOSE,
)
"""`(2002), A Problem`, `(2018, March 14). The hard part`, `1999. The Sanctions`; not `in 2002 (2003 in Europe)`, nor
`in his book (2020) he`, nor `(1992) 86 AJIL`, nor `(2016), S/RES/2334`"""
END_OF_TITLE_RE = re.compile(r"(?P<end>[’”])[,.;]")
LAST_PIECE_RE = re.compile(
    r"\d+\(\d+\)|pp?\.?\s+\d|\d+(?:st|nd|rd|th)\b|[A-Z]\.\s|[A-ZÀ-Þ][\w’'.-]*(?:\s[\w’'.-]+){0,3}:\s|\("
)
"""What in a list between commas is no more of the title: a volume, pages, a session, a report number, a place."""
TITLE_LIMIT_RE = re.compile(r",|\.(?=\s+[A-Z])|\s\((?=\d+(?:st|nd|rd|th)\b|[Rr]ev\b|[Vv]ol\b|[Nn]o\b)")


def author_date_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the citations between two offsets that give the year after the authors; none for other shapes."""
    found: list[tuple[int, re.Match[str]]] = []
    for match in YEAR_RE.finditer(note.text, start, end):
        begins = _start(note, found[-1][1].end() if found else start, match)
        if begins is not None:
            found.append((begins, match))
    starts = [begins for begins, _ in found]
    return [
        _cut(note, begins, match, following)
        for (begins, match), following in zip(found, (*starts[1:], end), strict=False)
    ]


def _start(note: NoteText, after: int, year: re.Match[str]) -> int | None:
    """Return where the authors begin: after the citation before, a break, or a sentence of prose."""
    last = max((one.end for one in note.breaks_in(after, year.start())), default=after)
    names = authors_start(note, last, year.start(), in_prose=note.text[year.end()] in "‘“'\"")
    if names is None and not year["bare"] and not note.text[last : year.start()].strip(" ,.;"):
        return year.start()
    return names


def _cut(note: NoteText, start: int, year: re.Match[str], following: int) -> Cut:
    text = note.text
    title = _title(note, year, following)
    end = max(citation_end(note, title[1], following), title[1])
    urls = tuple(text[a:b] for a, b in note.addresses_in(start, end))
    return Cut(
        start,
        end,
        title,
        text[start : year.start()].strip(" ,"),
        year["year"] or year["bare"],
        text[title[1] : end],
        urls,
    )


def _title(note: NoteText, year: re.Match[str], following: int) -> Span:
    """Return where the title stands: in its quotation marks, also if one of the two is missing, else up to a comma."""
    text, start = note.text, year.end()
    quoted = next((span for span in note.quotes_in(start, start + 1) if span[1] <= following), None)
    if not quoted:
        quoted = single_quoted(text, start, following)
    if quoted:
        inside = text[quoted[0] + 1 : quoted[1] - 1]
        return quoted[0] + 1, quoted[0] + 1 + len(inside.rstrip(".,"))
    opened = start + (text[start] in "‘“'\"")
    closed = END_OF_TITLE_RE.search(text, opened, following)
    if closed and opened == start:
        return start, closed.start()
    stopped = year["stop"] or year["bare"]
    for limit in TITLE_LIMIT_RE.finditer(text, opened, following):
        if limit[0] == ",":
            # `Huawei and Its Siblings, the Chinese Tech Giants: …` goes on; a place, a date or a number does not.
            rest = text[limit.end() : following].lstrip()
            going_on = rest[:1].islower() and not any(
                shape.match(rest) for shape in (DATE_RE, ACCESSED_RE, LAST_PIECE_RE)
            )
            if stopped or going_on:
                continue
        elif limit[0] == "." and limit.end() not in note.stops_in(opened, following):
            continue
        return opened, limit.start()
    whole = opened + len(text[opened:following].rstrip(" .;"))
    return opened, max(whole, opened)
