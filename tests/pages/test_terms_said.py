"""How a sentence of ours says a term that an index turns round."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from florilegium.model import Authority, IndexTerm, Mention, Note, SubjectIndex
from florilegium.pages.terms_said import terms_said
from tests.pages.crossed_made import place, term


def said(term: IndexTerm, text: str = "Nothing.") -> str:
    """Say a term, whose variants are found in a text wherever they stand."""
    pattern = "|".join(re.escape(variant) for variant in sorted(term.variants, key=len, reverse=True))
    mentions = tuple(Mention(term.name, "one", "p1", *match.span()) for match in re.finditer(pattern, text))
    index = SubjectIndex(Authority((term,)), mentions)
    found = terms_said({term.name}, index, (place("one", text, "b"),))[term.name]
    return f"{found.article}{found.words}"


@pytest.mark.parametrize(
    ("name", "kind", "variants", "expected"),
    [
        ("Doe, Jane", "person", (), "Jane Doe"),
        ("Doe, John, Jr.", "person", (), "John Doe, Jr."),
        ("Plato", "person", (), "Plato"),
        ("sanctions, targeted", "concept", (), "targeted sanctions"),
        ("Kabul, fall of", "event", (), "the fall of Kabul"),
        ("Geneva, Switzerland", "place", (), "Geneva, Switzerland"),
        ("Doe, Jean d’", "person", (), "Jean d’Doe"),
        ("Roe, Ali al-", "person", (), "Ali al-Roe"),
        ("Navy, Royal", "institution", (), "Royal Navy"),
        ("Bread Act, 1974", "law", (), "Bread Act, 1974"),
        ("Bread Act, Great", "law", (), "Great Bread Act"),
        ("Hall, Great", "place", (), "Hall, Great"),
        ("Hall, Great", "place", ("great hall",), "Great Hall"),
        ("bread, wine, salt", "concept", (), "bread, wine, salt"),
        ("rivers, lakes and seas", "concept", (), "rivers, lakes and seas"),
        ("aid, old and new", "concept", ("old aid",), "old and new aid"),
        ("aid, use and abuse of", "concept", (), "the use and abuse of aid"),
    ],
)
def test_a_name_is_turned_round_where_it_was_inverted(name: str, kind: str, variants: str, expected: str) -> None:
    assert said(term(name, *variants, kind=kind)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was decided by the Grand Council.", "the Grand Council"),
        ("The Grand Council has met.", "the Grand Council"),
        ("They turned to Grand Council, and waited.", "Grand Council"),
        ("Without Grand Council assent nothing went; the Grand Council of old knew it.", "the Grand Council"),
        ("So the Grand Council resolutions say.", "Grand Council"),
        ("In the Grand Council they sat. At Grand Council, and in Grand Council.", "Grand Council"),
        ("It was decided by the Council.", "the Grand Council"),
        ("The Council sat. They turned to Grand Council.", "Grand Council"),
    ],
)
def test_an_article_stands_where_the_texts_mostly_have_one_before_the_name_alone(text: str, expected: str) -> None:
    assert said(term("Grand Council", "Council", kind="institution"), text) == expected


def test_what_is_no_name_has_no_article_for_the_sake_of_other_words() -> None:
    assert said(term("needs of the poor", "hungry"), "They fed the hungry.") == "needs of the poor"


def test_titles_in_notes_do_not_count() -> None:
    council = term("Grand Council", kind="institution")
    placed = place("one", "The Grand Council has met.", "b")
    note = Note("n1", "1", "Vote for Grand Council.", (), ("p1",), (), ())
    placed = replace(placed, document=replace(placed.document, notes=(note,)))
    at = (("p1", 4), ("n1", 9))
    mentions = tuple(Mention(council.name, "one", held, start, start + 13) for held, start in at)
    index = SubjectIndex(Authority((council,)), mentions)
    assert terms_said({council.name}, index, (placed,))[council.name].article == "the "


def test_a_person_has_no_article() -> None:
    assert said(term("Doe", kind="person"), "It was said of the Doe.") == "Doe"


def test_what_is_shown_of_a_text_may_end_before_its_mentions() -> None:
    index = SubjectIndex(Authority((term("bread"),)), (Mention("bread", "one", "p1", 900, 905),))
    assert terms_said({"bread"}, index, (place("one", "So it is.", "b"),))["bread"].article == ""


def test_only_the_terms_that_are_asked_for_are_said() -> None:
    index = SubjectIndex(Authority((term("bread"), term("war"))), ())
    assert set(terms_said({"war"}, index, ())) == {"war"}
