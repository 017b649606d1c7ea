from __future__ import annotations

import unicodedata

import pytest

from florilegium.subject_index.matching import matches, phrases_of
from tests.subject_index.made import authority, term


def found(text: str, *variants: str) -> list[str]:
    """What of a text speaks of terms of one variant each."""
    phrases = phrases_of(authority(*(term(variant) for variant in variants)))
    return [text[one.start : one.end] for one in matches(text, "brief", phrases)]


@pytest.mark.parametrize(
    ("variant", "text", "said"),
    [
        # Whole words
        ("sanctions", "sanctions, sanctioned and a sanction", ["sanctions"]),
        ("war", "War, wars, warfare, post-war", ["War", "war"]),
        ("Mali", "Somali Malian Mali", ["Mali"]),
        ("G7", "the G77 and G7s and the G7", ["G7"]),
        ("R2P", "the rule (R2P)", ["R2P"]),
        ("Xi", "in Xi’an, Xi's plan, Xi’ll and Deng-Xi", ["Xi", "Xi", "Xi"]),
        ("Brien", "O'Brien, O’Brien", []),
        ("ONU", "de l'ONU", ["ONU"]),
        ("s", "China’s", []),
        ("Ba", "Ba\N{COMBINING CIRCUMFLEX ACCENT}li", []),
        # Spaces and dashes
        ("Jackson-Vanik", "Jackson–Vanik, Jackson Vanik", ["Jackson–Vanik", "Jackson Vanik"]),
        ("Jackson Vanik", "Jackson—Vanik, Jackson-Vanik, JacksonVanik", ["Jackson—Vanik", "Jackson-Vanik"]),
        ("a b", "a\N{NO-BREAK SPACE}b", ["a\N{NO-BREAK SPACE}b"]),
        ("a b", "a\N{NON-BREAKING HYPHEN}b", ["a\N{NON-BREAKING HYPHEN}b"]),
        ("post–Cold War", "the post–Cold War order", ["post–Cold War"]),
        ("Cold War", "the post–Cold War order", ["Cold War"]),
        # Quotation marks and apostrophes
        ("people's war", "a people’s war, a people's war, a peoples war", ["people’s war", "people's war"]),
        ("“America First” agenda", 'an "America First" agenda', ['"America First" agenda']),
        ("“America First” agenda", "an America First agenda", []),
        ("“Doves”", "the Doves, the 'Doves', the \"Doves\"", ['"Doves"']),
        # Possessives, and what may stand next to a match
        ("Khashoggi", "Khashoggi’s, Khashoggi's", ["Khashoggi", "Khashoggi"]),
        ("United States", "the United States’ desire", ["United States"]),
        ("responsibility to protect", "“responsibility to protect.”", ["responsibility to protect"]),
        ("Security Council", "Council; Security Council-authorized", ["Security Council"]),
        ("Security Council", "(Security Council)", ["Security Council"]),
        ("sanctions", "‘sanctions’—“sanctions”…[sanctions]", ["sanctions", "sanctions", "sanctions"]),
        # Initialisms
        ("U.S.", "U.S.–led, the U.S., (U.S.) U.S.’s", ["U.S.", "U.S.", "U.S.", "U.S."]),
        ("U.S.", "US, U.S.S.R., U.S.A., U.S, u.s.", []),
        ("US", "U.S. and USA and US", ["US"]),
        ("UN", "the U.N., the UN.", ["UN"]),
        ("U.N. Charter", "the U.N. Charter, the UN Charter", ["U.N. Charter"]),
        ("S", "U.S. and S", ["S"]),
        ("U.S.", "in the U.S.Leaving it", ["U.S."]),
        ("Leaving", "in the U.S.Leaving it", ["Leaving"]),
        ("Inc.", "Acme Inc., Inc", ["Inc."]),
        # Other marks between words
        ("Hong Kong National", "Hong Kong. National", []),
        ("Hong Kong National", "Hong Kong, National; Hong Kong; National: Hong (Kong) National", []),
        ("Khashoggi, Jamal", "Khashoggi, Jamal; Khashoggi Jamal", ["Khashoggi, Jamal"]),
        ("9/11", "after 9/11, 9-11 and 9/110", ["9/11"]),
        ("#MeToo", "MeToo, #MeToo", ["#MeToo"]),
        ("AT&T", "AT&T and AT T", ["AT&T"]),
        # Case
        ("sanctions", "Sanctions SANCTIONS sanctions", ["Sanctions", "SANCTIONS", "sanctions"]),
        ("Quad", "the Quad, a quad, QUAD", ["Quad"]),
        ("straße", "Straße STRASSE", ["Straße", "STRASSE"]),
        ("İstanbul", "İstanbul", ["İstanbul"]),
        # Accents
        ("Erdoğan", "Erdoğan, Erdogan", ["Erdoğan"]),
        # No plurals are made up, no words are left out
        ("treaty", "treaties treatys", []),
        ("freedom of the press", "freedom of press", []),
    ],
)  # fmt: skip
def test_a_variant_is_found_where_a_reader_would_find_it(variant: str, text: str, said: list[str]) -> None:
    assert found(text, variant) == said


COMPOSED, DECOMPOSED = (unicodedata.normalize(form, "Aslı Bâli") for form in ("NFC", "NFD"))


@pytest.mark.parametrize("variant", [COMPOSED, DECOMPOSED, COMPOSED.lower(), DECOMPOSED.lower()])
@pytest.mark.parametrize("said", [COMPOSED, DECOMPOSED])
def test_an_accent_is_found_however_it_is_written(variant: str, said: str) -> None:
    assert found(f"as {said} says", variant) == [said]


@pytest.mark.parametrize(
    ("variants", "text", "said"),
    [
        (("human rights", "Human Rights Watch"), "Human Rights Watch", ["Human Rights Watch"]),
        (("human rights", "rights abuses"), "human rights abuses", ["human rights"]),
        (("peace", "peace talks", "talks in Geneva"), "peace talks in Geneva", ["peace talks"]),
        (("peace", "peace talks abroad", "talks"), "peace talks in Geneva", ["peace", "talks"]),
        (("U.S.", "Leaving"), "the U.S.Leaving", ["U.S.", "Leaving"]),
        (("U.S.", "U.S. Congress"), "the U.S. Congress and the U.S.", ["U.S. Congress", "U.S."]),
    ],
)
def test_the_longest_is_taken_at_each_place_from_left_to_right(
    variants: tuple[str, ...], text: str, said: list[str]
) -> None:
    assert found(text, *variants) == said


def test_words_of_an_address_do_not_count_and_break_a_phrase() -> None:
    text = "See human https://example.org/human-rights/sanctions rights; sanctions (https://example.org/a_(sanctions))."
    assert found(text, "sanctions") == ["sanctions"]
    assert found(text, "human rights") == []


def test_a_variant_of_one_source_holds_there_alone() -> None:
    phrases = phrases_of(authority(term("protection", only_in={"brief": ["the duty"]})))
    assert [one.term for one in matches("the duty", "brief", phrases)] == ["protection"]
    assert matches("the duty", "report", phrases) == ()


def test_what_a_source_means_by_a_variant_comes_before_what_all_mean() -> None:
    court, other = term("Court"), term("Constitutional Court", only_in={"brief": ["Court"]})
    for terms in ((court, other), (other, court)):
        phrases = phrases_of(authority(*terms))
        assert [one.term for one in matches("the Court", "brief", phrases)] == ["Constitutional Court"]
        assert [one.term for one in matches("the Court", "report", phrases)] == ["Court"]


def test_a_variant_with_a_capital_comes_before_one_without() -> None:
    for terms in ((term("court"), term("Court")), (term("Court"), term("court"))):
        phrases = phrases_of(authority(*terms))
        assert [one.term for one in matches("a court, the Court", "brief", phrases)] == ["court", "Court"]


RIGHTS = term("human rights", "rights", without=["Human Rights Watch", "bill of rights"])
WATCH = term("Watch, the", "Rights Watch")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Human Rights Watch on human rights", [("human rights", "human rights")]),
        ("human rights watch", [("human rights", "human rights")]),
        ("a Bill of Rights", []),
        ("bill of human rights", [("human rights", "human rights")]),
        ("rights", [("rights", "human rights")]),
    ],
)
def test_a_variant_does_not_count_in_a_phrase_that_means_something_else(text: str, said: list[tuple[str, str]]) -> None:
    phrases = phrases_of(authority(RIGHTS))
    assert [(text[one.start : one.end], one.term) for one in matches(text, "brief", phrases)] == said


def test_another_term_may_stand_in_that_phrase() -> None:
    text = "Human Rights Watch"
    phrases = phrases_of(authority(RIGHTS, WATCH))
    assert [(text[one.start : one.end], one.term) for one in matches(text, "brief", phrases)] == [
        ("Rights Watch", "Watch, the")
    ]


def test_where_the_longest_does_not_count_a_shorter_one_is_tried() -> None:
    text = "the Peace Corps Act"
    corps = term("Peace Corps Act", "Peace Corps", without=["the Peace Corps Act"])
    peace = term("Peace")
    assert [one.term for one in matches(text, "brief", phrases_of(authority(corps, peace)))] == ["Peace"]


def test_a_longer_match_around_that_phrase_counts() -> None:
    text = "Human Rights Watch Act"
    act = term("Human Rights Watch Act", without=["Human Rights Watch"])
    assert len(matches(text, "brief", phrases_of(authority(act)))) == 1


def test_a_variant_without_a_word_finds_nothing() -> None:
    assert found("a – b, (c)", "–", "()", "") == []
