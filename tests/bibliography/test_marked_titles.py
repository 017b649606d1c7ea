from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.bibliography.marked_titles import curly, marked

QUOTED = {
    "'War' and \"Peace\"": "‘War’ and “Peace”",
    "It's NATO's": "It’s NATO’s",
    "the '90s": "the ’90s",
    '("so")': "(“so”)",
    "War—'Now'": "War—‘Now’",
    "\"'Never' again\"": "“‘Never’ again”",
    '{"}War{"}': "{“}War{”}",
    "“War”": "“War”",
}


@pytest.mark.parametrize("text", QUOTED)
def test_straight_quotation_marks_turn_to_what_they_enclose(text: str) -> None:
    assert curly(text) == QUOTED[text]


def test_protected_words_are_marked_for_a_processor() -> None:
    assert marked("{US} War -- {NATO's} Way", "protected") == (
        '<span class="nocase">US</span> War – <span class="nocase">NATO’s</span> Way'
    )


def test_braces_within_braces_are_marked_once() -> None:
    assert marked("{{US} War}", "protected") == '<span class="nocase">US War</span>'


def test_sentence_case_keeps_protected_words() -> None:
    assert marked("The War of {NATO}", "sentence") == 'The war of <span class="nocase">NATO</span>'


@settings(deadline=None)
@given(st.lists(st.sampled_from(["{US}", " ", "War", "'s", '"', "--", "{{A} B}"])).map("".join))
def test_a_title_for_export_holds_no_markup(title: str) -> None:
    assert not set("{}<>") & set(marked(title, "plain"))
