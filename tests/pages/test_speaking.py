"""Which sources speak to each other under a theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from florilegium.model import CrossReference, Placed, Relation
from florilegium.pages.speaking import Speaking, speaking, under_themes
from tests.pages.crossed_made import crossed, known_of, pages_of, place, reason, side

PAGE = "war/index.md"
SPACE = "\N{NO-BREAK SPACE}"
SENTENCES = "It rose.\n\nIt fell.\n\nIt lay.\n\nIt stood.\n\nIt sat.\n\nIt ran.\n\nIt went."
ONE = place("one", SENTENCES, "w w w w w w b")
TWO = place("two", SENTENCES, "w w w w w w c")
THREE = place("three", "It ran.\n\nIt stood.", "w c", "paraphrased")
ALL = (ONE, TWO, THREE)


def spoken(*found: CrossReference, placed: tuple[Placed, ...] = ALL) -> Speaking:
    shown = speaking(found, known_of(found, placed), PAGE)
    assert shown is not None
    return shown


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("w", "w", "war"),
        ("w", "b", "bread war"),
        ("w+b", "b", "bread"),
        ("b+w", "b+w", "bread war"),
        ("c", "c", "context"),
        ("c", "b", "bread context"),
        ("c+w", "b+w", "war"),
        ("c+w", "b", "bread context"),
    ],
)
def test_a_cross_reference_is_under_what_both_sides_speak_of_or_else_where_each_stands(
    mine: str, theirs: str, expected: str
) -> None:
    placed = (place("one", "It rose.", mine), place("two", "It fell.", theirs))
    assert sorted(under_themes((crossed("one#p1", "two#p1"),), placed)) == expected.split()


def test_one_paragraph_of_a_run_is_enough() -> None:
    placed = (place("one", "It rose.\n\nIt fell.\n\nIt lay.", "b b+w b"), place("two", "It sang.", "w"))
    assert sorted(under_themes((crossed("one#p1-p3", "two#p1"),), placed)) == ["war"]
    assert sorted(under_themes((crossed("one#p1", "two#p1"),), placed)) == ["bread", "war"]


def test_under_a_theme_the_best_stay_first() -> None:
    found = tuple(crossed(f"one#p{number}", "two#p1") for number in (4, 2, 3))
    assert under_themes(found, ALL)["war"] == found


def test_each_pair_of_sources_is_named_once_in_their_order_and_the_one_that_has_most_first() -> None:
    found = (
        crossed("three#p1", "two#p1"),
        crossed("two#p2", "one#p2", "agrees"),
        crossed("one#p1", "two#p1"),
    )
    pairs = spoken(*found).pairs
    assert [(pair.names, pair.extent, len(pair.lines)) for pair in pairs] == [
        ("One, 2020 and Two, 2020", "2 cross-references", 2),
        ("Two, 2020 and Three, 2020", "1 cross-reference", 1),
    ]


@pytest.mark.parametrize(
    ("relation", "joined"),
    [("agrees", "agrees with"), ("continues", "comes after"), ("related", "and"), (None, "and")],
)
def test_a_line_reads_from_the_side_of_the_editor_to_the_other(relation: Relation | None, joined: str) -> None:
    (pair,) = spoken(crossed("two#p1-p2", "one#p3", relation, reason("text", "so"), reason("text", "thus"))).pairs
    (line,) = pair.lines
    assert (line.one.label, line.joined, line.other.label) == (
        f"Two, 2020, ¶{SPACE}1–2",
        joined,
        f"One, 2020, ¶{SPACE}3",
    )
    assert line.one.target == "../sources/two/index.md?to=p2#p1"
    assert line.reason == ("They answer each other." if relation else "Both speak of “so” and “thus”.")


def test_a_contradiction_is_named_with_both_places_the_editors_words_and_a_sentence_of_each() -> None:
    found = crossed(side("two#p1", "It rose."), side("three#p1", "It ran."), "contradicts")
    shown = spoken(found)
    (contradiction,) = shown.contradictions
    assert (contradiction.line.one.label, contradiction.line.other.label) == (
        f"Two, 2020, ¶{SPACE}1",
        f"Three, 2020, ¶{SPACE}1 (paraphrased)",
    )
    assert contradiction.line.reason == "They answer each other."
    assert [(one.sentence, one.paraphrased) for one in contradiction.sentences] == [
        ("It rose.", ""),
        ("It ran.", "paraphrased"),
    ]
    content = pages_of(ALL, (found,))["war/index.md"].content
    assert content.index("## Between the sources") < content.index("### Contradictions") < content.index("### Pair")
    assert ", paraphrased</span> It ran.\n{: .sentence .paraphrased }" in content


@pytest.mark.parametrize(
    ("others", "extent"),
    [(0, "1 cross-reference, named above"), (2, "3 cross-references, 1 of them named above")],
)
def test_a_contradiction_is_counted_among_its_pair_and_not_told_twice(others: int, extent: str) -> None:
    found = (crossed("one#p1", "two#p1", "contradicts"), *(crossed(f"one#p{2 + at}", "two#p2") for at in range(others)))
    (pair,) = spoken(*found).pairs
    assert pair.extent == extent
    assert len(pair.lines) == others


def test_nothing_is_printed_where_nothing_holds() -> None:
    assert speaking((), known_of((), ALL), PAGE) is None
    pages = pages_of(ALL, (crossed("one#p1", "two#p1"),))
    assert "## Between the sources" in pages["war/index.md"].content
    assert "### Contradictions" not in pages["war/index.md"].content
    assert "### Pair by pair" not in pages["war/index.md"].content
    assert "Between the sources" not in pages["bread/index.md"].content
    assert "Between the sources" not in pages["context/index.md"].content


def test_what_fits_no_theme_has_it_too() -> None:
    pages = pages_of(ALL, (crossed("two#p7", "three#p2"),))
    assert "## Between the sources {: #between-sources }" in pages["context/index.md"].content


def test_a_line_without_a_reason_ends_with_its_place() -> None:
    found = replace(crossed("one#p1", "two#p1"), reasons=())
    content = pages_of(ALL, (found,))["war/index.md"].content
    assert "because" not in content
    (line,) = (line for line in content.split("\n") if line.startswith("- [One, 2020"))
    assert line.endswith("(../sources/two/index.md#p1)")
