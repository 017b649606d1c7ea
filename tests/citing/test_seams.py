"""Where two pieces of a citation meet: a comma for a stop, inside a quotation; a heading for the number of a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from florilegium.citing.seams import NUMBER, continued, under_heading, within_parentheses

UNDER = "under “{heading}”"


@pytest.mark.parametrize(
    ("note", "goes_on"),
    [
        ("Doe, <i>War</i> (Press, 2020).", "Doe, <i>War</i> (Press, 2020),"),
        ("Doe, “War.”", "Doe, “War,”"),
        ("Doe, “Why War?”", "Doe, “Why War?,”"),
        ("Doe, <i>War</i>.", "Doe, <i>War</i>,"),
        ("Doe, “On <i>War</i>.”", "Doe, “On <i>War</i>,”"),
        ("Doe, “War in the U.S.”", "Doe, “War in the U.S.,”"),
        ("Doe, <i>War</i>, 3rd ed.", "Doe, <i>War</i>, 3rd ed.,"),
        ("Doe, <i>Why War?</i>", "Doe, <i>Why War?</i>,"),
        (
            'Doe, War, <a href="https://a.org/b">https://a.org/b</a>.',
            'Doe, War, <a href="https://a.org/b">https://a.org/b</a>,',
        ),
        ("Doe, 2020", "Doe, 2020,"),
        ("Doe, “Origins of World War I.”", "Doe, “Origins of World War I,”"),
        ("Doe, the States’.", "Doe, the States’,"),
        ("", ","),
    ],
)
def test_a_note_goes_on_with_a_comma_for_its_stop(note: str, goes_on: str) -> None:
    assert continued(note) == goes_on


@given(st.text(alphabet="aé .,?”’“‘<>/ib1", max_size=20))
def test_no_letter_is_lost_or_added_where_a_note_goes_on(note: str) -> None:
    letters = re.compile(r"[^\W_]")
    assert letters.findall(continued(note)) == letters.findall(note)
    assert continued(note).count(",") == note.count(",") + 1


@pytest.mark.parametrize(
    ("citation", "phrase", "heading", "located"),
    [
        ("Doe, War, {number}, https://a.org.", UNDER, "Why", "Doe, War, under “Why,” https://a.org."),
        ("Doe, War, {number}.", UNDER, "Why", "Doe, War, under “Why.”"),
        ("Doe, War, {number}.", UNDER, "Why?", "Doe, War, under “Why?”"),
        ("Doe, War, {number}, more.", UNDER, "Why?", "Doe, War, under “Why?,” more."),
        ("(Doe 2020, {number})", UNDER, "Why", "(Doe 2020, under “Why”)"),
        ("(Doe 2020, {number})", UNDER, "The “why” & how", "(Doe 2020, under “The ‘why’ &amp; how”)"),
        ("Doe, War, {number}.", UNDER, "“Why?”", "Doe, War, under “‘Why?’”"),
        ("Doe, War, {number}.", UNDER, 'The "peace"', "Doe, War, under “The ‘peace.’”"),
        ("Doe, War, {number}.", UNDER, "The States’", "Doe, War, under “The States’.”"),
        ("(Doe, 2020, p. {number})", "{heading} section", "The “why”", "(Doe, 2020, The “why” section)"),
        ("(Doe, 2020, p. {number})", "{heading} section", "Why", "(Doe, 2020, Why section)"),
        (
            "(Doe, 2020, p. {number})",
            f"{{heading}} section, para. {NUMBER}",
            "Why",
            "(Doe, 2020, Why section, para. {number})",
        ),
    ],
)
def test_a_heading_stands_for_the_number_of_a_page(citation: str, phrase: str, heading: str, located: str) -> None:
    assert under_heading(citation, phrase, heading) == located


def test_parentheses_are_taken_off_only_where_they_are() -> None:
    assert within_parentheses("(Doe 2020)") == "Doe 2020"
    assert within_parentheses("Doe, War.") == "Doe, War."
