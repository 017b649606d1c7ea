from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from florilegium.search.stems import stem
from florilegium.search.words import END, UNFOLDED, chunks, fold, words


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Erdoğan", "Erdogan"),
        ("Aslı Bâli", "asli bali"),
        ("preëmptive", "preemptive"),
        ("the U.S.", "The US"),
        ("U.S.A", "USA"),
        ("China’s", "China"),
        ("don’t", "don't"),
        ("1,200", "1200"),
        ("S/RES/1970", "s res 1970"),
        ("Łódź, Straße, Œuvre", "lodz strasse oeuvre"),
        ("İstanbul", "istanbul"),
        ("ǂKhomani", "Khomani"),
        ("e.g. see.It", "eg see it"),
        ("‘quoted’ “words”", "quoted words"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
    ],
)
def test_what_is_typed_is_what_is_printed(printed: str, typed: str) -> None:
    assert list(words(printed)) == list(words(typed))


def test_a_hyphenated_word_is_its_parts_and_the_whole() -> None:
    assert list(words("rules-based order")) == ["rules", "based", "rulesbased", "order"]
    assert list(words("state-of-the-art")) == ["state", "of", "the", "art", "stateoftheart"]
    assert list(words("war – peace, US-led")) == ["war", "peace", "us", "led", "usled"]
    assert list(words("ǂ-x")) == ["x"]


def test_an_ending_is_taken_off_and_a_different_word_stays_one() -> None:
    assert stem("sanctions") == stem("sanctioned") == stem("sanction")
    assert stem("policy") == stem("policies") != stem("police")


@given(st.text())
def test_a_chunk_is_where_it_says_and_folds_to_its_word(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    end = 0
    for chunk in chunks(text):
        assert end <= chunk.start < chunk.end <= len(composed)
        assert fold(composed[chunk.start : chunk.end]) == chunk.word != ""
        end = chunk.end


@given(st.text())
def test_case_and_end_mark_are_no_part_of_a_word(text: str) -> None:
    found = list(words(text))
    assert all(END not in word and word.isalnum() for word in found)
    assert all(letter not in word for word in found for letter in UNFOLDED)
