from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.bibliography.values import Value, read_value

STRINGS = {"oup": "Oxford", "up": "Press"}
READ = {
    "{War}": "War",
    '"War"': "War",
    "{War {and} Peace}": "War {and} Peace",
    '"the {"}real{"} War"': 'the {"}real{"} War',
    "2020": "2020",
    "oup": "Oxford",
    "OUP # { } # up": "Oxford Press",
    '"a" # "b"': "ab",
    "5 # {--} # 6": "5--6",
    "{two\n    lines}": "two lines",
    "{}": "",
}


@pytest.mark.parametrize("raw", READ)
def test_a_value_is_read_whole_and_its_parts_joined(raw: str) -> None:
    assert read_value(raw, STRINGS) == Value(READ[raw], (), len(raw), joins_nothing=False)


@pytest.mark.parametrize(("raw", "rest"), [("{A}\n  year = {2000}", "\n  year = {2000}"), ("{A} {B}", " {B}")])
def test_what_follows_a_value_is_left(raw: str, rest: str) -> None:
    assert raw[read_value(raw, STRINGS).end :] == rest


@pytest.mark.parametrize("raw", ["", "#", "{A} #", "# {A}", "{A", '"A'])
def test_a_value_that_joins_nothing_says_so(raw: str) -> None:
    assert read_value(raw, STRINGS).joins_nothing


def test_a_word_that_names_no_string_is_told() -> None:
    assert read_value("oup # cup", STRINGS).undefined == ("cup",)


@settings(deadline=None)
@given(st.text(alphabet='{}"# a1=,\\\n'))
def test_any_text_is_read_without_an_error_and_no_further_than_its_end(raw: str) -> None:
    assert 0 <= read_value(raw, STRINGS).end <= len(raw)
