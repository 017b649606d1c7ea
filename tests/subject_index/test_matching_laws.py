from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.model import IndexTerm
from florilegium.subject_index.matching import Match, matches, phrases_of
from florilegium.subject_index.words import alike
from tests.subject_index.brute_force import spans
from tests.subject_index.made import authority, term

WORDS = st.sampled_from(["a", "b", "A", "B", "ab", "Ab", "s", "u.s.", "U.S.", "U.S.A.", "7", "A7"])
GAPS = st.sampled_from(
    [" ", " ", " ", "-", "–", "\N{NO-BREAK SPACE}", " — ", ", ", ". ", ".", "'", "’", "’s ", "” ", " ("]
)

UNTIMED = settings(deadline=None)


@st.composite
def phrases(draw: st.DrawFn, longest: int) -> str:
    words = draw(st.lists(WORDS, min_size=1, max_size=longest))
    return "".join(word + draw(GAPS) for word in words[:-1]) + words[-1]


@st.composite
def terms(draw: st.DrawFn) -> tuple[IndexTerm, ...]:
    def variants(least: int, most: int) -> list[str]:
        return draw(st.lists(phrases(3), min_size=least, max_size=most))

    made = []
    for at in range(draw(st.integers(1, 4))):
        one = term(*variants(1, 3), only_in={"brief": variants(0, 1)}, without=variants(0, 1))
        made.append(replace(one, name=f"({at} is no word of these texts)"))
    return tuple(made)


def look(text: str, given_terms: tuple[IndexTerm, ...], source: str = "brief") -> tuple[Match, ...]:
    return matches(text, source, phrases_of(authority(*given_terms)))


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@UNTIMED
@given(phrases(12), terms(), st.sampled_from(["brief", "report"]))
def test_it_finds_what_holding_every_stretch_against_every_variant_finds(
    text: str, given_terms: tuple[IndexTerm, ...], source: str
) -> None:
    found = [(one.start, one.end, one.term) for one in look(text, given_terms, source)]
    assert found == spans(text, given_terms, source)


@UNTIMED
@given(phrases(12), terms())
def test_no_two_overlap_and_each_is_a_variant_of_its_term(text: str, given_terms: tuple[IndexTerm, ...]) -> None:
    by_name = {
        one.name: (*one.variants, *(text for _, texts in one.variants_in for text in texts)) for one in given_terms
    }
    end = 0
    for one in look(text, given_terms):
        assert one.start >= end
        end = one.end
        said = text[one.start : one.end]
        told = [variant for variant in by_name[one.term] if alike(variant) == alike(said)]
        assert any(variant.islower() or letters(variant) == letters(said) for variant in told)


@UNTIMED
@given(phrases(12), terms(), st.integers(0, 4))
def test_a_term_of_which_the_text_says_nothing_changes_nothing(
    text: str, given_terms: tuple[IndexTerm, ...], at: int
) -> None:
    other = term("zebra", "a zebra", "U.S. zebra", "zebra a b")
    assert look(text, (*given_terms[:at], other, *given_terms[at:])) == look(text, given_terms)


@UNTIMED
@given(phrases(12), terms(), phrases(3))
def test_what_stands_in_another_sentence_changes_nothing(
    text: str, given_terms: tuple[IndexTerm, ...], other: str
) -> None:
    # No variant holds a semicolon.
    before = look(f"{other}; ", given_terms)
    shifted = tuple(
        replace(one, start=one.start + len(other) + 2, end=one.end + len(other) + 2) for one in look(text, given_terms)
    )
    assert look(f"{other}; {text}", given_terms) == (*before, *shifted)
