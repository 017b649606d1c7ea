from __future__ import annotations

import pytest

from florilegium.bibliography import authors, containers, date, field, personal_authors, published_in, title
from florilegium.model import Reference
from tests.bibliography.made import reference

PUBLISHED = [
    (
        reference("report", series="Quiet Brief", number="27", institution="{The Institute}"),
        "Quiet Brief 27, The Institute",
    ),
    (reference("article", journaltitle="Asia Daily"), "Asia Daily"),
    (
        reference("article", journaltitle="Survival", volume="41", number="3", pages="102--23"),
        "Survival 41, no. 3, pages 102–23",
    ),
    (
        reference(
            "incollection",
            editor="Ray, Ann and Roe, Bea and Low, Cy",
            booktitle="Powers?",
            booksubtitle="A View",
            publisher="Press",
            location="Paris",
            chapter="9",
            pages="7",
        ),
        "Powers? A View, edited by Ann Ray, Bea Roe and Cy Low, Press, Paris, chapter 9, page 7",
    ),
    (reference("book"), ""),
]


@pytest.mark.parametrize(("work", "said"), PUBLISHED)
def test_a_reader_is_told_where_a_work_appeared(work: Reference, said: str) -> None:
    assert published_in(work) == said


def test_a_title_and_its_subtitle_are_joined_as_they_are_printed() -> None:
    assert title(reference(title="{US} Policy", subtitle="A View")) == "US Policy: A View"
    assert title(reference(title="{US} Policy?", subtitle="A View")) == "US Policy? A View"
    assert title(reference(title="‘Why {US}?’", subtitle="A View")) == "‘Why US?’ A View"
    assert title(reference(title="{US} Policy")) == "US Policy"


def test_authors_have_their_given_names_first_and_bodies_are_no_persons() -> None:
    work = reference(author="van Dam, Piet and {The Body} and others")
    assert authors(work) == ("Piet van Dam", "The Body", "and others")
    assert personal_authors(work) == ("Piet van Dam",)


def test_containers_are_all_that_hold_or_publish_a_work() -> None:
    assert containers(reference(publisher="{Press}", journaltitle="Daily", booktitle="Whole")) == (
        "Daily",
        "Whole",
        "Press",
    )


def test_a_date_that_is_none_is_not_said() -> None:
    assert date(reference(date="2020-10")) == "October 2020"
    assert date(reference(date="soon")) == ""


def test_dashes_are_dashes_but_in_addresses() -> None:
    work = reference(title="War -- Peace", url="https://a.org/x--y", pages="1--2")
    assert (field(work, "title"), field(work, "url"), field(work, "pages")) == (
        "War – Peace",
        "https://a.org/x--y",
        "1–2",
    )
