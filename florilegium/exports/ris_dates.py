"""Dates of CSL-JSON to dates of RIS: `2021/05/24`, `2021/05//`, `2002///Spring`.

What is neither month nor day stands behind the third stroke, and readers set it before the year. What RIS cannot say (a
range of days, a doubt) goes into a note, so that it is not lost.
"""

from __future__ import annotations

import re
from typing import cast

from florilegium.bibliography import MONTHS, SEASONS

Date = dict[str, object]

YEAR_RE = re.compile(r"[0-9]{4}")


def date_lines(date: Date) -> list[tuple[str, str]]:
    """Return the tags of the day on which a work appeared: its year, its date if more is known, and what else is."""
    year = YEAR_RE.search(date_in_words(date))
    day = day_of(date)
    lines = [("PY", year[0])] if year else []
    if day and day.strip("/") != (year[0] if year else ""):
        lines.append(("DA", day))
    told = len(_parts(date)) == 1 or _months(date)
    return lines if told and not date.get("circa") else [*lines, ("N1", f"issued = {date_in_words(date)}")]


def day_of(date: Date) -> str:
    """Return a date as RIS has it; of a range its first day; nothing where it is known in words alone."""
    if not _parts(date):
        return ""
    year, *rest = _parts(date)[0]
    if between := _season(date) or _months(date):
        return f"{year:04d}///{between}"
    unknown = "/" * (3 - len(rest)) if len(rest) < 2 else ""
    return "/".join((f"{year:04d}", *(f"{number:02d}" for number in rest))) + unknown


def date_in_words(date: Date) -> str:
    """Return a date for a note: `about Spring 1850`, `2019-11-30 to 2020-01-04`."""
    if not _parts(date):
        return str(date.get("literal", ""))
    days = " to ".join(
        "-".join(f"{number:0{4 if at == 0 else 2}d}" for at, number in enumerate(p)) for p in _parts(date)
    )
    return " ".join(word for word in ("about" if date.get("circa") else "", _season(date), days) if word)


def _season(date: Date) -> str:
    return SEASONS[int(str(date["season"])) - 1] if "season" in date else ""


def _months(date: Date) -> str:
    """Return `March–April` of a range of months in one year, as a magazine has it."""
    match _parts(date):
        case [[year, first], [last_year, last]] if year == last_year:
            return f"{MONTHS[first - 1]}–{MONTHS[last - 1]}"
    return ""


def _parts(date: Date) -> list[list[int]]:
    parts = cast("list[list[int | str]]", date.get("date-parts", []))
    return [[int(number) for number in one] for one in parts]
