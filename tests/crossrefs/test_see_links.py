"""An editor's link leads to a ¶ that is there and says what it said, or is a problem with file, line and hint."""

from __future__ import annotations

from dataclasses import replace

import pytest

from florilegium.crossrefs import resolve_see
from florilegium.model import SeeLink
from tests.crossrefs.made import see, source

ONE = ("The council met.", "It was opposed.")
TWO = ("“Nothing” was done.", "The city’s walls fell.")


def problems(*links: SeeLink, back: tuple[SeeLink, ...] = ()) -> list[str]:
    found = resolve_see((source("one", *ONE, see=links), source("two", *TWO, see=back)))
    return [f"{one.name} {one.path}:{one.line} {one.message} | {one.hint}" for one in found.problems]


def test_a_right_link_is_found_whatever_its_quotation_marks() -> None:
    link = see("p1", "two#p2", begins="The  council", to_begins="The city's walls")
    found = resolve_see((source("one", *ONE, see=[link]), source("two", *TWO)))
    assert found.problems == ()
    assert [(one.source, one.link) for one in found.links] == [("one", link)]


@pytest.mark.parametrize(
    ("link", "told", "hint"),
    [
        (
            see("p3", "two#p2"),
            "unknown-place sources/one.yml:7 one has no ¶ 3",
            "did you mean p2? (one has ¶ 1–2)",
        ),
        (
            see("p1", "two#p12"),
            "unknown-place sources/one.yml:7 two has no ¶ 12",
            "did you mean p2? (two has ¶ 1–2)",
        ),
        (
            see("p1", "two#p2", begins="It was"),
            "wrong-place sources/one.yml:7 p1 of one does not begin with “It was” (begins)",
            "these words stand at p2: write that, or the words of p1: “The council met.”",
        ),
        (
            see("p1", "two#p2", to_begins="All was well"),
            "wrong-place sources/one.yml:7 p2 of two does not begin with “All was well” (to_begins)",
            "copy the words from the page of two: p2 begins “The city’s walls fell.”",
        ),
        (
            see("p1", "two#p1", to_shows="city's walls"),
            "wrong-place sources/one.yml:7 “city's walls” stands in no sentence of ¶ 1 of two (to_shows)",
            "they stand at p2",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_nearest(link: SeeLink, told: str, hint: str) -> None:
    assert problems(link) == [f"{told} | {hint}"]


def test_a_link_made_from_both_sides_is_told() -> None:
    (told,) = problems(see("p1", "two#p2"), back=(replace(see("p2", "one#p1"), line=9),))
    assert told.startswith("link-twice sources/two.yml:9 these two are linked already in sources/one.yml:7")


def test_the_last_paragraph_of_a_run_must_be_there_too() -> None:
    assert problems(see("p1", "two#p1", last="p5")) == [
        "unknown-place sources/one.yml:7 one has no ¶ 5 | did you mean p2? (one has ¶ 1–2)"
    ]


def test_a_sixth_link_of_editors_at_one_passage_is_told() -> None:
    paragraphs = [f"This is number {number}." for number in range(1, 8)]
    links = [replace(see("p1", f"two#p{number}"), line=number) for number in range(1, 7)]
    found = resolve_see((source("one", *ONE, see=links), source("two", *paragraphs)))
    assert [f"{one.name} {one.line} {one.message}" for one in found.problems] == [
        "too-many-links 6 the passage ¶ 1 of one has 5 links of editors without this one"
    ]


def test_a_run_that_leaves_its_passage_is_told() -> None:
    (told,) = problems(see("p1", "two#p1", last="p2"))
    assert told.startswith("link-leaves-passage sources/one.yml:7 ¶ 1–2 of one is no part of one passage: ")
    assert told.endswith("| the passage of p1 ends with p1: make two links")


def test_what_is_forbidden_in_part_cannot_be_linked_as_a_whole() -> None:
    one = source("one", *ONE, passages=[2], see=[see("p1", "two#p1", last="p2", forbid=True), see("p2", "two#p1")])
    (found,) = resolve_see((one, source("two", *TWO))).problems
    assert (found.name, found.message) == (
        "link-twice",
        "what the one links, the other forbids: sources/one.yml:7",
    )


def test_words_that_may_not_be_shown_are_told() -> None:
    full = source("one", "The council met. It was opposed.", see=[see("p1", "two#p1", shows="was opposed")])
    block = replace(full.document.blocks[0], text="The council met. […]")
    cut = replace(full, document=replace(full.document, blocks=(block,)))
    two = source("two", *TWO)
    assert resolve_see((full, two)).problems == ()
    (found,) = resolve_see((full, two), (cut, two)).problems
    assert found.message == "“was opposed” stands in no sentence of ¶ 1 of one (shows)"


def test_a_table_has_no_sentence_to_show() -> None:
    two = source("two", *TWO)
    table = replace(two.document.blocks[0], kind="table")
    tabled = replace(two, document=replace(two.document, blocks=(table, *two.document.blocks[1:])))
    one = source("one", *ONE, see=[see("p1", "two#p1", to_shows="was done")])
    (found,) = resolve_see((one, tabled)).problems
    assert found.name == "wrong-place"
