"""Cut notes that give the year after the authors: `Power, S. (2002), A Problem from Hell, New York: Basic Books`.

Each citation has exactly one year in parentheses, so a semicolon inside a title cuts nothing.
"""

from __future__ import annotations

import re

from florilegium.addresses import addresses
from florilegium.citations.cut import Cut
from florilegium.citations.printed_dates import ACCESSED_RE, DATE_RE
from florilegium.citations.prose import after_signal, is_names, is_prose
from florilegium.citations.quotes import double_quoted, single_quoted
from florilegium.sentences import sentence_ends

YEAR_RE = re.compile(r"(?:(?<=^)|(?<=\s))\((?P<year>(?:1[6-9]|20)\d\d[a-z]?|n\.d\.)\),?\s+(?=[‘“'\"A-Z0-9])")
"""`(2002), A Problem`; not `in 2002 (2003 in Europe)`, nor `in his book (2020) he`"""
END_OF_TITLE_RE = re.compile(r"(?P<end>[’”])[,.;]")
LAST_PIECE_RE = re.compile(
    r"\d+\(\d+\)|pp?\.?\s+\d|\d+(?:st|nd|rd|th)\b|[A-Z]\.\s|[A-ZÀ-Þ][\w’'.-]*(?:\s[\w’'.-]+){0,3}:\s|\("
)
"""What in a list between commas is no more of the title: a volume, pages, a session, a report number, a place."""


def author_date_cuts(text: str) -> tuple[Cut, ...]:
    """Return the citations of a note that give the year in parentheses after the authors; none for other shapes."""
    years = list(YEAR_RE.finditer(text))
    starts: list[int] = []
    ends: list[int] = []
    for match in years:
        starts.append(_start(text, ends[-1] if ends else 0, match.start()))
        ends.append(match.end())
    return tuple(
        _cut(text, start, match, following)
        for start, match, following in zip(starts, years, (*starts[1:], len(text)), strict=False)
    )


def _start(text: str, after: int, year: int) -> int:
    """Return where the authors begin: after the citation before, a signal, or a sentence of prose."""
    piece = text[after:year]
    least = max(piece.rfind(";") + 1, after_signal(piece))
    cuts = sorted({least, *(end for end in sentence_ends(piece) if end > least)})
    cut = next((one for one in cuts if is_names(piece[one:].strip()) or not piece[one:].strip()), least)
    return after + cut + len(piece[cut:]) - len(piece[cut:].lstrip())


def _cut(text: str, start: int, year: re.Match[str], following: int) -> Cut:
    title = _title(text, year.end(), following)
    end = _end(text, title[1], following)
    urls = tuple(text[a:b] for a, b in addresses(text) if start <= a and b <= end)
    return Cut(start, end, title, text[start : year.start()].strip(" ,"), year["year"], text[title[1] : end], urls)


def _title(text: str, start: int, following: int) -> tuple[int, int]:
    """Return where the title stands: in its quotation marks, also if one of the two is missing, else up to a comma."""
    quoted = next((span for span in double_quoted(text[start:following]) if span[0] == 0), None)
    if quoted:
        return start + 1, start + quoted[1] - 1
    single = single_quoted(text[:following], start)
    if single:
        return single[0] + 1, single[1] - 1
    opened = start + (text[start] in "‘“'\"")
    closed = END_OF_TITLE_RE.search(text, opened, following)
    if closed and opened == start:
        return start, closed.start()
    at = opened
    for comma in re.finditer(r",", text[:following]):
        if comma.start() < opened:
            continue
        at = comma.start()
        rest = text[comma.end() : following].lstrip()
        # `Huawei and Its Siblings, the Chinese Tech Giants: …` goes on; a place, a date or a number does not.
        if not rest[:1].islower() or DATE_RE.match(rest) or ACCESSED_RE.match(rest) or LAST_PIECE_RE.match(rest):
            return opened, at
    whole = len(text[:following].rstrip(" .;"))
    return opened, max(whole, opened)


def _end(text: str, title_end: int, following: int) -> int:
    """Return where the citation ends: before the next, and before a remark that follows it."""
    region = text[title_end:following]
    accessed = ACCESSED_RE.search(region)
    limit = accessed.end() if accessed else region.find(";") if ";" in region else len(region)
    at = 0
    for stop in (*sentence_ends(region[:limit]), limit):
        if at and is_prose(region[at:stop]):
            break
        at = stop
    return title_end + len(region[:at].rstrip(" ,;."))
