from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.bibliography.sentence_case import sentence_case

LOWERED = {
    "The Price of Peace": "The price of peace",
    "The Price of Peace: What the {UN} Did": "The price of peace: What the {UN} did",
    "“Who Lost {China}?” The Great Debate": "“Who lost {China}?” The great debate",
    "Success? The Case of {Libya}": "Success? The case of {Libya}",
    "Refugees Are Welcome. {It} Was Different. Now What": "Refugees are welcome. {It} was different. Now what",
    "Sanctions Are Inhumane — Now, and Always": "Sanctions are inhumane — Now, and always",
    "The {Iraq} War – A Short View": "The {Iraq} war – a short view",
    "Cyber-Related Designations; Foreign Interference": "Cyber-related designations; foreign interference",
    "Values-Based Policy": "Values-based policy",
    "Life in Pre-{Soviet} Times": "Life in pre-{Soviet} times",
    "{NATO}’s ‘Humanitarian War’ over {Kosovo}": "{NATO}’s ‘humanitarian war’ over {Kosovo}",
    "‘A Problem from {Hell}’": "‘A problem from {Hell}’",
    "What I Saw: I’m Here": "What I saw: I’m here",
    "U.S. Foreign Policy in the U.K.": "U.S. foreign policy in the U.K.",
    "A Note on NATO, McCarthy and the G7": "A note on NATO, McCarthy and the G7",
    "Lessons of the 1990s and Post 9/11 Wars": "Lessons of the 1990s and post 9/11 wars",
    "why peace: a view": "Why peace: A view",
    "iPhones and Peace": "iPhones and peace",
    "On Peace: {al–Hathloul} Free": "On peace: {al–Hathloul} free",
    "The (Claimed) Right": "The (claimed) right",
    "Don’t Be Afraid": "Don’t be afraid",
    "Peace vs. War": "Peace vs. war",
    "Ten Years On. A View": "Ten years on. A view",
    "Success in 2011. A View": "Success in 2011. A view",
    "After {Libya}. A View": "After {Libya}. A view",
    "The {U.N. Charter}. A View": "The {U.N. Charter}. A view",
    "The War on ‘Terror’. A View": "The war on ‘terror’. A view",
    "After World War II. A View": "After world war II. A view",
    "A Letter to Prof. {Smith} and Mrs. Anyone": "A letter to prof. {Smith} and mrs. anyone",
    "The U.S. Senate v. The World": "The U.S. senate v. the world",
    "Élan and the École": "Élan and the école",
    "µ and the İ, ǅ and ß": "µ and the İ, ǅ and ß",
    "": "",
}


@pytest.mark.parametrize("title", LOWERED)
def test_capitals_stay_where_a_sentence_begins_and_where_they_are_protected(title: str) -> None:
    assert sentence_case(title) == LOWERED[title]


PIECES = st.sampled_from(
    ["The ", "Price", " of ", "{NATO}", "{al–H}", "’s ", ": ", "? ", "— ", "U.S. ", "“", "” ", "-", "I ", "ǅ"]
)
TITLES = st.lists(PIECES | st.text(alphabet=st.characters(exclude_characters="{}"), max_size=4)).map("".join)


@settings(deadline=None)
@given(TITLES)
def test_no_letter_changes_but_in_its_case(title: str) -> None:
    cased = sentence_case(title)
    assert len(cased) == len(title)
    assert all(one == other or one.lower() == other.lower() for one, other in zip(title, cased, strict=True))


@settings(deadline=None)
@given(TITLES)
def test_what_is_braced_stays_as_it_is(title: str) -> None:
    assert re.findall(r"\{.*?\}", sentence_case(title), re.DOTALL) == re.findall(r"\{.*?\}", title, re.DOTALL)


@settings(deadline=None)
@given(TITLES)
def test_what_is_in_sentence_case_stays_so(title: str) -> None:
    assert sentence_case(sentence_case(title)) == sentence_case(title)
