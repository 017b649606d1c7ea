"""Dates as notes print them, to the form of citations.bib: `8 Oct. 2020`, `October 8, 2020`, `Spring 2002`."""

from __future__ import annotations

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
YEAR = r"(?:1[6-9]|20)\d\d(?![\d–-])"
DATE_RE = re.compile(
    rf"""\b(?:
      (?P<month>{MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>{YEAR})
    | (?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH})\s+(?P<year2>{YEAR})
    | (?P<first>{MONTH})\s*[–/-]\s*(?P<last>{MONTH})\s+(?P<year3>{YEAR})
    | (?P<month4>{MONTH}),?\s+(?P<year4>{YEAR})
    | (?P<season>Spring|Summer|Autumn|Fall|Winter)\s+(?P<year5>{YEAR})
    | (?<![–/.-])(?<!§)(?<!§\s)(?P<year6>{YEAR})
    )(?![/])""",
    re.VERBOSE,
)
ACCESSED_RE = re.compile(rf"[,;.]?\s*\(?(?:last\s+)?[Aa]ccessed:?\s+(?:on\s+)?(?P<date>[^();:/]{{0,40}}?{YEAR})\)?")


def printed_date(text: str) -> str:
    """Return the fullest date of a text, the first of several; empty where it has none. An access date is none."""
    found = [_edtf(match) for match in DATE_RE.finditer(ACCESSED_RE.sub(" ", text))]
    return max(found, key=lambda date: date.split("/")[0].count("-"), default="")


def access_date(text: str) -> str:
    """Return the date on which a work was consulted; empty where none is printed."""
    match = ACCESSED_RE.search(text)
    found = DATE_RE.search(match["date"]) if match else None
    return _edtf(found) if found else ""


def _edtf(match: re.Match[str]) -> str:
    if match["first"]:
        return f"{match['year3']}-{_month(match['first'])}/{match['year3']}-{_month(match['last'])}"
    if match["season"]:
        return f"{match['year5']}-{SEASONS[match['season'].lower()]}"
    year = match["year"] or match["year2"] or match["year4"] or match["year6"]
    month = match["month"] or match["month2"] or match["month4"]
    day = match["day"] or match["day2"]
    if month and day and int(day) in range(1, 32):
        return f"{year}-{_month(month)}-{int(day):02}"
    return f"{year}-{_month(month)}" if month else year


def _month(name: str) -> str:
    return f"{MONTHS.index(name[:3].lower()) + 1:02}"
