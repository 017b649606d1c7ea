from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.bibliography.dates import csl_date, read_date, spoken

SAID = {
    "2020": "2020",
    "2020-10": "October 2020",
    "2020-10-08": "8 October 2020",
    "2020-02-29": "29 February 2020",
    "2002-21": "Spring 2002",
    "2002-24": "Winter 2002",
    "2002/2005": "2002–2005",
    "2005-03/2005-04": "March–April 2005",
    "2005-12/2006-01": "December 2005 – January 2006",
    "2021-03-05/2021-03-08": "5–8 March 2021",
    "2021-03-28/2021-04-02": "28 March – 2 April 2021",
    "2020-12-31/2021-01-02": "31 December 2020 – 2 January 2021",
    "2002-21/2002-22": "Spring–Summer 2002",
    "2002-24/2002-21": "Winter–Spring 2002",
    "2002-23/2003-21": "Autumn 2002 – Spring 2003",
    "1850~": "about 1850",
}
CSL: dict[str, dict[str, object]] = {
    "2020": {"date-parts": [[2020]]},
    "2020-10": {"date-parts": [[2020, 10]]},
    "2021-02-24": {"date-parts": [[2021, 2, 24]]},
    "2002-21": {"date-parts": [[2002]], "season": 1},
    "2005-03/2005-04": {"date-parts": [[2005, 3], [2005, 4]]},
    "2002-21/2002-22": {"literal": "Spring–Summer 2002"},
    "1850?": {"date-parts": [[1850]], "circa": True},
}
WRONG = (
    "",
    "20",
    "02020",
    "2020-13",
    "2020-00",
    "2020-20",
    "2020-25",
    "2021-02-29",
    "2021-02-30",
    "2020-10-00",
    "2020-21-01",
    "0000",
    "2020-1-2",
    "8 October 2020",
    "2020/",
    "/2020",
    "2005/2002",
    "2005-04/2005-03",
    "2005-04-02/2005-04-01",
    "2002-23/2002-21",
    "2002-22/2002-21",
    "2020/2021/2022",
    "n.d.",
)


@pytest.mark.parametrize("value", SAID)
def test_a_date_is_said_as_a_reader_says_it(value: str) -> None:
    date = read_date(value)
    assert date is not None
    assert spoken(date) == SAID[value]


@pytest.mark.parametrize("value", CSL)
def test_a_date_has_the_parts_that_are_known(value: str) -> None:
    date = read_date(value)
    assert date is not None
    assert csl_date(date) == CSL[value]


@pytest.mark.parametrize("value", WRONG)
def test_what_no_calendar_has_is_no_date(value: str) -> None:
    assert read_date(value) is None


@settings(deadline=None)
@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_a_date(day: datetime.date) -> None:
    date = read_date(day.isoformat())
    assert date is not None
    assert csl_date(date) == {"date-parts": [[day.year, day.month, day.day]]}


@settings(deadline=None)
@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_range_is_a_date_unless_it_ends_before_it_begins(first: datetime.date, last: datetime.date) -> None:
    assert (read_date(f"{first}/{last}") is not None) == (first <= last)
