from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.bibliography.name_lists import Name, fault_in_names, has_others, names
from tests.bibliography.made import reference

LISTS = {
    "Smith, Jane": [Name("Smith", "Jane")],
    "Jane Smith": [Name("Smith", "Jane")],
    "van der Lettow, Paul": [Name("van der Lettow", "Paul")],
    "Paul van der Lettow": [Name("van der Lettow", "Paul")],
    "King, Jr., Martin Luther": [Name("King", "Martin Luther", "Jr.")],
    "Pinos, Jaume Castan": [Name("Pinos", "Jaume Castan")],
    "Castan Pinos, Jaume": [Name("Castan Pinos", "Jaume")],
    "UNICEF": [Name("UNICEF")],
    "{Human Rights Watch}": [Name("", literal="Human Rights Watch")],
    "{{Human Rights Watch}}": [Name("", literal="Human Rights Watch")],
    "{Department of War and Peace} and Smith, J.": [
        Name("", literal="Department of War and Peace"),
        Name("Smith", "J."),
    ],
    "{van Dam}, Piet": [Name("van Dam", "Piet")],
    "Smith, J. AND Jones, K.": [Name("Smith", "J."), Name("Jones", "K.")],
    "Anderson, Sandy and Rand, A.": [Name("Anderson", "Sandy"), Name("Rand", "A.")],
    "Smith, J. and others": [Name("Smith", "J.")],
    "": [],
}


@pytest.mark.parametrize("value", LISTS)
def test_a_list_is_split_at_and_into_persons_and_bodies(value: str) -> None:
    assert list(names(reference(author=value))) == LISTS[value]


@pytest.mark.parametrize("value", [value for value in LISTS if value])
def test_a_list_that_can_be_split_has_no_fault(value: str) -> None:
    assert fault_in_names(value) == ""


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "Smith, J. and and Jones, K.",
        "Smith, J. and",
        "and Smith, J.",
        "A, B, C, D",
        "Smith,",
        "others",
        "others and Smith, J.",
        "family=Smith, given=Jane",
        "{}",
        "{ {} }",
        "Smith, J. and {}",
        "{}, Jane",
        "{Open",
    ],
)
def test_a_list_that_cannot_be_split_has_a_fault(value: str) -> None:
    assert fault_in_names(value) != ""


def test_others_is_no_person_but_is_not_forgotten() -> None:
    assert has_others(reference(author="Smith, J. and others"))
    assert not has_others(reference(author="Smith, J. and Others, Ann"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (Name("van der Lettow", "Paul"), "Paul van der Lettow"),
        (Name("King", "Martin Luther", "Jr."), "Martin Luther King, Jr."),
        (Name("", literal="The Body"), "The Body"),
        (Name("UNICEF"), "UNICEF"),
    ],
)
def test_a_reader_is_told_the_given_name_first(name: Name, said: str) -> None:
    assert name.given_first == said


WORD = st.text(st.characters(categories=["Lu"]), min_size=1, max_size=6)


@settings(deadline=None)
@given(st.lists(st.tuples(WORD, WORD), min_size=1, max_size=6))
def test_as_many_names_come_back_as_were_joined(people: list[tuple[str, str]]) -> None:
    joined = " and ".join(f"{family}, {given_name}" for family, given_name in people)
    assert [(name.family, name.given) for name in names(reference(author=joined))] == people


@settings(deadline=None)
@given(st.text(alphabet="Aab and{},others=."))
def test_any_text_is_read_without_an_error(value: str) -> None:
    fault_in_names(value)
    names(reference(author=value))
