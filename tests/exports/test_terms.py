"""The terms of the subject index as data: which there are, their variants, and where the texts speak of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from build_site import Built
from florilegium.exports import export
from florilegium.exports.terms import terms_file
from florilegium.model import Authority, IndexTerm, IndexTermKind, Mention, SeeEntry, SubjectIndex
from tests.exports.made import ids, made, read, schema

PLACED = (made("later", 12, 3), made("brief-2022", 3, 12))
"""Not in the order of their ids: `placed` decides."""


def term(
    name: str,
    *variants: str,
    kind: IndexTermKind = "concept",
    variants_in: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> IndexTerm:
    return IndexTerm(name, kind, (name, *variants), variants_in, (), (), 1)


WATER = term("Water, Ann", "Ann Water", kind="person")
TREATY = term("river treaty", "treaty", variants_in=(("later", ("pact",)), ("brief-2022", ("treaty", "deal"))))
SILENT = term("drought")
MENTIONS = (
    Mention("river treaty", "later", "p2", 0, 6),
    Mention("Water, Ann", "later", "p9", 0, 5),
    Mention("Water, Ann", "later", "p12", 0, 5),
    Mention("Water, Ann", "brief-2022", "p1", 0, 5),
    Mention("Water, Ann", "brief-2022", "p1", 9, 14),
    Mention("Water, Ann", "brief-2022", "p2", 0, 5),
    Mention("Water, Ann", "brief-2022", "p3", 0, 5),
    Mention("Water, Ann", "brief-2022", "n2", 0, 5),
    Mention("Water, Ann", "brief-2022", "n12", 0, 5),
)
INDEX = SubjectIndex(Authority((WATER, TREATY, SILENT), (SeeEntry("rain", "drought", 9),)), MENTIONS)


@pytest.fixture
def exported() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(terms_file(PLACED, INDEX).content)
    return data


def test_each_term_stands_in_the_order_of_its_file_and_what_only_sends_on_does_not(exported: dict[str, Any]) -> None:
    assert [one["term"] for one in exported["terms"]] == ["Water, Ann", "river treaty", "drought"]
    assert [one["kind"] for one in exported["terms"]] == ["person", "concept", "concept"]


def test_variants_are_the_general_ones_then_those_of_single_sources_each_once(exported: dict[str, Any]) -> None:
    assert exported["terms"][1]["variants"] == ["river treaty", "treaty", "pact", "deal"]


def test_places_stand_in_the_order_of_the_texts_and_not_by_how_much_they_say(exported: dict[str, Any]) -> None:
    water = exported["terms"][0]
    assert water["blocks"] == ["later#p9", "later#p12", "brief-2022#p1", "brief-2022#p2", "brief-2022#p3"]
    assert water["notes"] == ["brief-2022#n2", "brief-2022#n12"]
    turned = json.loads(terms_file(PLACED[::-1], INDEX).content)["terms"][0]
    assert turned["blocks"] == [*water["blocks"][2:], *water["blocks"][:2]]


def test_a_term_that_nobody_speaks_of_is_there_with_empty_lists(exported: dict[str, Any]) -> None:
    silent = {"term": "drought", "kind": "concept", "variants": ["drought"], "blocks": [], "notes": []}
    assert exported["terms"][2] == silent


def test_it_is_among_the_data_files() -> None:
    assert terms_file(PLACED, INDEX) in export(PLACED, (), index=INDEX)


def test_the_file_says_what_it_was_made_from() -> None:
    texts = ("sources/later.txt", "sources/later.yml", "sources/brief-2022.txt", "sources/brief-2022.yml")
    assert terms_file(PLACED, INDEX).made_from == (*texts, "sources/terms.yml")
    assert terms_file(PLACED, SubjectIndex(Authority(), ())).made_from == texts


def test_a_collection_without_terms_has_the_file_too() -> None:
    data = json.loads(terms_file(PLACED, SubjectIndex(Authority(), ())).content)
    assert data == {"format": "florilegium-terms/1", "terms": []}
    assert schema("florilegium-terms-1").is_valid(data)


def test_the_file_follows_its_schema(exported: dict[str, Any]) -> None:
    assert [error.message for error in schema("florilegium-terms-1").iter_errors(exported)] == []


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("kind", "animal"),
        ("variants", []),
        ("blocks", ["later#n1"]),
        ("blocks", ["later#p1", "later#p1"]),
        ("notes", ["later#p1"]),
        ("notes", ["n1"]),
        ("term", ""),
        ("weight", 1),
    ],
)
def test_the_schema_refuses_what_a_term_cannot_be(exported: dict[str, Any], field: str, wrong: object) -> None:
    exported["terms"][0][field] = wrong
    assert not schema("florilegium-terms-1").is_valid(exported)


def test_every_place_in_the_file_exists(built: Built) -> None:
    data = read(built, "data/terms.json")
    assert [error.message for error in schema("florilegium-terms-1").iter_errors(data)] == []
    named = [place for one in data["terms"] for place in (*one["blocks"], *one["notes"])]
    assert bool(named) == bool(built.collection.authority.terms)
    assert set(named) <= ids(built.placed)
