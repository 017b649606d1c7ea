from __future__ import annotations

import pytest

from florilegium.search.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "sanction sanctions sanctioned sanctioning",
        "policy policies",
        "police policing",
        "authority authorities",
        "woman women",
        "child children",
        "seek sought seeking",
        "organise organize organised organizing",
        "organisation organizations",
        "behaviour behaviors",
        "honour honors",
        "defence defense",
        "centre centers",
        "programme programs",
        "analyse analyzed",
        "travelled traveled",
        "cancelled canceled",
        "judgement judgments",
        "Uighur Uighurs".lower(),
        "iranian iranians",
        "veto vetoes",
    ],
)
def test_all_forms_of_a_word_are_one(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "human humane humanity humanitarian",
        "author authority authorize",
        "policy police",
        "universe universal university",
        "us we use",
        "better good",
        "worse wrong",
        "news new",
        "means mean",
        "difference different",
        "damascus damascu",
        "tunis tuni",
        "general generous",
        "hour her",
    ],
)
def test_relatives_and_strangers_stay_apart(words: str) -> None:
    first, second, *_ = (stem(word) for word in words.split())
    assert first != second


def test_a_stem_is_one_word_of_letters() -> None:
    # Else the index would take it apart.
    assert all(stem(word).isalnum() for word in ("reeducation", "coordinate", "cooperation", "g7", "21st", "naïve"))
