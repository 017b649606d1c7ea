"""Why two places belong together, in words."""

from __future__ import annotations

import pytest

from florilegium.model import Authority, Reason, Reference, SubjectIndex
from florilegium.pages.crossings import Crossing
from florilegium.pages.reasons import reason_said
from tests.pages.crossed_made import crossed, known_of, place, reason, term

PAGE = "sources/one/index.md"
INDEX = SubjectIndex(
    Authority((term("peace"), term("Doe, Jane", kind="person"), term("bread"), term("salt"), term("salt and pepper"))),
    (),
)


def work(key: str, author: str, title: str, entry_type: str = "book", year: str = "2002") -> Reference:
    named = (("author", author),) if author else ()
    return Reference(key, entry_type, (*named, ("title", title), ("subtitle", "And More"), ("date", year)), 1)


WORKS = (
    work("doe2002", "Doe, Jane", "A {War} Ends"),
    work("doe2003", "Doe, J.", "“A {War} Ends”", year="2003"),
    work("roe2010", "Roe, A. and Poe, B.", "On Bread", "article"),
    work("poe2011", "Poe, B.", "“Salt” and Bread", "online"),
    work("anon", "", "Of *Salt*", "report"),
    work("act", "", "Bread Act of 1974", "legislation"),
)


def told(*reasons: Reason, turned: bool = False, brief: bool = False) -> str:
    found = crossed("one#p1", "two#p1", None, *reasons)
    known = known_of((found,), (place("one", "So.", "b"), place("two", "Thus.", "b")), INDEX, WORKS)
    return reason_said(Crossing(0, found, turned), known, PAGE, brief=brief)


def index_link(words: str, anchor: str) -> str:
    return f"[{words}](../../subject-index.md#{anchor})"


def work_link(words: str, key: str) -> str:
    return f"[{words}](../../bibliography/index.md#{key})"


PEACE, JANE = index_link("peace", "peace"), index_link("Jane Doe", "doe-jane")
SALT_AND_PEPPER = index_link("salt and pepper", "salt-and-pepper")
SALT = work_link("*Of \\*Salt\\**", "anon")
WAR = work_link("Doe, *A War Ends*", "doe2002")


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ([("term", "peace")], f"Both discuss {PEACE}."),
        ([("term", "peace"), ("term", "Doe, Jane")], f"Both discuss {PEACE} and {JANE}."),
        (
            [("term", "peace"), ("term", "Doe, Jane"), ("term", "bread"), ("term", "salt")],
            f"Both discuss {PEACE}, {JANE} and {index_link('bread', 'bread')}.",
        ),
        ([("term", "salt and pepper"), ("term", "peace")], f"Both discuss {SALT_AND_PEPPER}, and {PEACE}."),
        ([("reference", "doe2002")], f"Both cite {WAR}."),
        ([("reference", "doe2002 doe2003")], f"Both cite {WAR} (in different editions)."),
        ([("reference", "roe2010")], f"Both cite {work_link('Roe and Poe, “On Bread”', 'roe2010')}."),
        ([("reference", "poe2011")], f"Both cite {work_link('Poe, “‘Salt’ and Bread”', 'poe2011')}."),
        ([("reference", "anon")], f"Both cite {SALT}."),
        ([("reference", "act")], f"Both cite {work_link('Bread Act of 1974', 'act')}."),
        (
            [("reference", "doe2002"), ("term", "peace"), ("text", "stove"), ("text", "oven_")],
            f"Both cite {WAR}; both discuss {PEACE}; both speak of “stove” and “oven\\_”.",
        ),
        ([("text", word) for word in "abcde"], "Both speak of “a”, “b”, “c” and “d”."),
        ([("editor", "One asks, the other answers")], "One asks, the other answers"),
        ([("editor", "An *answer*"), ("reference", "doe2002")], f"An \\*answer\\*; both cite {WAR}."),
        ([("editor", "One asks."), ("reference", "doe2002")], f"One asks. Both cite {WAR}."),
        ([("editor", "One asks."), ("term", "peace"), ("text", "stove")], "One asks."),
        ([], ""),
    ],
)
def test_reasons_are_told_in_one_line(reasons: list[tuple[str, str]], expected: str) -> None:
    assert told(*(reason(kind, detail) for kind, detail in reasons)) == expected  # type: ignore[arg-type]


def test_of_two_editions_each_side_names_the_one_that_it_cites() -> None:
    two = reason("reference", "doe2002 doe2003")
    assert told(two, turned=True) == f"Both cite {work_link('Doe, *“A War Ends”*', 'doe2003')} (in different editions)."


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ([("editor", "Asked"), ("term", "peace")], "Asked"),
        ([("reference", "doe2002"), ("term", "peace")], f"Both cite {WAR}."),
        ([("term", "peace"), ("text", "stove")], f"Both discuss {PEACE}."),
    ],
)
def test_where_space_is_short_the_first_kind_of_reason_is_told_alone(
    reasons: list[tuple[str, str]], expected: str
) -> None:
    assert told(*(reason(kind, detail) for kind, detail in reasons), brief=True) == expected  # type: ignore[arg-type]
