"""Cross-references as data: each once, in the order of the texts, with its reasons."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site import Built
from florilegium.exports import export
from florilegium.exports.cross_references import cross_references_file
from florilegium.model import CrossReference, Placed, Reason, Side
from tests.exports.made import ids, made, read, schema

PLACED = (made("later", 40), made("brief-2022", 40), made("essay", 40))
"""Not in the order of their ids: `placed` decides."""
SCHEMA = "florilegium-cross-references-1"
FOUND = (
    Reason("reference", "power2003problem power2013problem", 1.2),
    Reason("term", "Water, Ann", 0.9),
    Reason("text", "estuary", 0.3),
)


def side(source: str, first: int, last: int | None = None) -> Side:
    return Side(source, f"p{first}", f"p{last or first}", "A sentence.", f"p{first}")


def found(one: Side, other: Side, score: float = 0.5) -> CrossReference:
    return CrossReference(one, other, "related", "evidence", FOUND, score)


SAID = CrossReference(
    side("essay", 7, 9),
    side("later", 3, 5),
    "continues",
    "editor",
    (Reason("editor", "It takes up the same case.", 0.0), *FOUND[1:]),
    1.0,
)
CROSSED = (
    SAID,
    found(side("later", 12), side("brief-2022", 2), 0.71449),
    found(side("brief-2022", 1, 2), side("essay", 8)),
    found(side("later", 9), side("essay", 1)),
    found(side("later", 9), side("brief-2022", 30)),
    found(side("later", 9), side("brief-2022", 4, 5)),
)


def exported(crossed: tuple[CrossReference, ...], placed: tuple[Placed, ...] = PLACED) -> Any:
    return json.loads(cross_references_file(placed, crossed).content)


def exported_schema() -> Any:
    return schema(SCHEMA).schema


def test_a_cross_reference_is_told_with_both_runs_and_its_reasons_in_order() -> None:
    assert exported((SAID,))["cross_references"] == [
        {
            "from": "essay#p7",
            "from_to": "p9",
            "to": "later#p3",
            "to_to": "p5",
            "relation": "continues",
            "by": "editor",
            "reasons": [
                {"kind": "editor", "detail": "It takes up the same case."},
                {"kind": "term", "detail": "Water, Ann"},
                {"kind": "text", "detail": "estuary"},
            ],
            "score": 1.0,
        }
    ]


def test_a_score_has_two_places() -> None:
    assert [one["score"] for one in exported(CROSSED[1:2])["cross_references"]] == [0.71]


def test_they_stand_by_source_as_placed_then_by_number_then_by_the_other_side() -> None:
    assert [(one["from"], one["to"]) for one in exported(CROSSED)["cross_references"]] == [
        ("later#p9", "brief-2022#p4"),
        ("later#p9", "brief-2022#p30"),
        ("later#p9", "essay#p1"),
        ("later#p12", "brief-2022#p2"),
        ("brief-2022#p1", "essay#p8"),
        ("essay#p7", "later#p3"),
    ]


@given(st.permutations(CROSSED))
def test_the_file_does_not_hang_on_the_order_in_which_they_come(crossed: list[CrossReference]) -> None:
    assert cross_references_file(PLACED, crossed) == cross_references_file(PLACED, CROSSED)


def test_each_stands_once_from_the_side_that_spoke_and_the_schema_says_that_it_holds_on_both() -> None:
    pairs = [(one["from"], one["to"]) for one in exported(CROSSED)["cross_references"]]
    assert len(pairs) == len(CROSSED)
    assert not {(to, start) for start, to in pairs} & {*pairs}
    assert ("essay#p7", "later#p3") in pairs
    assert "symmetric" in exported_schema()["description"]


def test_it_is_among_the_data_files() -> None:
    assert cross_references_file(PLACED, CROSSED) in export(PLACED, (), crossed=CROSSED)


def test_the_file_says_what_it_was_made_from() -> None:
    texts = [f"sources/{one.source.record.id}.{form}" for one in PLACED for form in ("txt", "yml")]
    assert cross_references_file(PLACED, CROSSED).made_from == (*texts, "citations.bib", "sources/terms.yml")


def test_a_collection_without_any_has_the_file_too() -> None:
    assert exported(()) == {"format": "florilegium-cross-references/1", "cross_references": []}
    assert schema(SCHEMA).is_valid(exported(()))


def test_the_file_follows_its_schema_and_every_place_exists() -> None:
    data = exported(CROSSED)
    assert [error.message for error in schema(SCHEMA).iter_errors(data)] == []
    assert _named(data) <= ids(PLACED)


@pytest.mark.parametrize(
    ("at", "wrong"),
    [
        (0, {"from": "p9"}),
        (0, {"to": "brief-2022#n4"}),
        (0, {"from_to": "later#p9"}),
        (0, {"relation": "refutes"}),
        (0, {"relation": "agrees"}),
        (0, {"by": "rule"}),
        (0, {"reasons": []}),
        (0, {"reasons": [{"kind": "editor", "detail": "No editor said so."}]}),
        (0, {"reasons": [{"kind": "theme", "detail": "peace"}]}),
        (0, {"reasons": [{"kind": "term", "detail": "peace", "weight": 1}]}),
        (0, {"score": 1.2}),
        (-1, {"score": 0.9}),
        (-1, {"reasons": [{"kind": "term", "detail": "An editor says nothing."}]}),
        (0, {"sentence": "A sentence."}),
    ],
)
def test_the_schema_refuses_what_a_cross_reference_cannot_be(at: int, wrong: dict[str, object]) -> None:
    data = exported(CROSSED)
    data["cross_references"][at] |= wrong
    assert not schema(SCHEMA).is_valid(data)


def test_every_place_in_the_file_of_the_site_exists(built: Built) -> None:
    data = read(built, "data/cross-references.json")
    assert [error.message for error in schema(SCHEMA).iter_errors(data)] == []
    assert _named(data)
    assert _named(data) <= ids(built.placed)


def _named(data: Any) -> set[str]:
    """Return the first and last ¶ of every side."""
    sides = [(one[side], one[f"{side}_to"]) for one in data["cross_references"] for side in ("from", "to")]
    return {place for first, last in sides for place in (first, f"{first.split('#')[0]}#{last}")}
