"""Dates as BibLaTeX writes them (EDTF) to dates as CSL has them and as a reader says them.

`2020`, `2020-10`, `2020-10-08`, `2002-21` (spring 2002), `2005-03/2005-04`, `1850~` (about 1850).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
FIRST_SEASON = 21
"""The number that stands for spring in the place of a month."""
POINT_RE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
"""A year, its month or season, its day, and whether that is certain."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a season, a month or a day."""

    year: int
    month: int | None = None
    """1 to 12; None where only a year or a season is known."""
    day: int | None = None
    season: int | None = None
    """1 spring to 4 winter; None where it is a month or a year."""

    @property
    def parts(self) -> list[int]:
        """Year, month and day, as far as they are known."""
        return [part for part in (self.year, self.month, self.day) if part is not None]


@dataclass(frozen=True, slots=True)
class Date:
    """A point of time, or a time from one to another."""

    first: Point
    last: Point | None = None
    """None where it is no range."""
    about: bool = False
    """Whether it is uncertain."""


def read_date(value: str) -> Date | None:
    """Read a date; None where it is none, or the calendar has no such day, or it ends before it begins.

    A season and a month of one year are not compared.
    """
    first_part, slash, last_part = value.partition("/")
    first, last = _point(first_part), _point(last_part)
    if first is None or (slash and last is None):
        return None
    if last is not None and _ends_before(first, last):
        return None
    return Date(first, last, about=re.search(r"[~?%]", value) is not None)


def spoken(date: Date) -> str:
    """Say a date: `8 October 2020`, `Spring 2002`, `March–April 2005`."""
    first, last = date.first, date.last
    said = _spoken(first)
    if last is not None:
        end = _spoken(last)
        if last.year == first.year and last.month == first.month and first.day and last.day:
            said = f"{first.day}–{end}"
        elif last.year == first.year and len(first.parts) == len(last.parts):
            said = f"{said.removesuffix(f' {first.year}')}{' – ' if first.day else '–'}{end}"
        else:
            said = f"{said} – {end}" if " " in said + end else f"{said}–{end}"
    return f"about {said}" if date.about else said


def csl_date(date: Date) -> dict[str, object]:
    """Return a date as CSL-JSON has it; it knows no range of seasons, which is given in words."""
    points = [date.first] if date.last is None else [date.first, date.last]
    if len(points) == 2 and any(point.season for point in points):
        return {"literal": spoken(date)}
    csl: dict[str, object] = {"date-parts": [point.parts for point in points]}
    if date.first.season is not None:
        csl["season"] = date.first.season
    if date.about:
        csl["circa"] = True
    return csl


def _ends_before(first: Point, last: Point) -> bool:
    """Say whether `last` is before `first`. A winter may be the first season of its year: `Winter–Spring 2002`."""
    if first.season and last.season and first.year == last.year:
        return last.season < first.season < len(SEASONS)
    shared = min(len(first.parts), len(last.parts))
    return last.parts[:shared] < first.parts[:shared]


def _point(value: str) -> Point | None:
    match = POINT_RE.fullmatch(value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if month is not None and FIRST_SEASON <= month < FIRST_SEASON + len(SEASONS) and day is None:
        return Point(int(match[1]), season=month - FIRST_SEASON + 1) if year else None
    try:
        datetime.date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Point(int(match[1]), month, day)


def _spoken(point: Point) -> str:
    if point.season is not None:
        return f"{SEASONS[point.season - 1]} {point.year}"
    if point.month is None:
        return str(point.year)
    named = f"{MONTHS[point.month - 1]} {point.year}"
    return f"{point.day} {named}" if point.day is not None else named
