from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest

from florilegium.bibliography import incomplete, likely_duplicates, read_references
from florilegium.bibliography.duplicates import _reason, _work
from florilegium.model import Reference
from tests.bibliography.made import reference

FIRST = {
    "author": "Silver, Laura and Devlin, Kat",
    "title": "{Americans} Fault {China} for Its Role",
    "date": "2020-07-30",
}


def with_fields(**changed: str) -> tuple[Reference, Reference]:
    fields = {name: value for name, value in (FIRST | changed).items() if value}
    return reference(key="one", line=10, **FIRST), reference(key="other", line=20, **fields)


ALIKE = [
    {},
    {"author": "Silver, L."},
    {"date": "2020"},
    {"date": "2020-07"},
    {"date": ""},
    {"title": "Americans fault China for its rôle"},
    {"title": "{Americans} Fault {China} for Its Role", "subtitle": "A Survey of Many Countries in the World"},
    {"title": "Americans Fault Chine for Its Role"},
    {"author": "Jones, X.", "title": "Otherwise", "url": "https://a.org/x"},
]
DOIS = [
    ({"doi": "10.1234/Ab"}, {"doi": "10.1234/aB"}),
    ({"doi": "10.1234/ab"}, {"url": "https://doi.org/10.1234/AB"}),
    ({"doi": "https://doi.org/10.1234/ab"}, {"url": "http://dx.doi.org/10.1234/ab"}),
    ({"doi": "10.1234/a(b)"}, {"url": "https://www.doi.org/10.1234/a%28b%29"}),
    ({"doi": "10.1234/ab", "url": "https://a.org/x"}, {"doi": "10.1234/ab", "url": "https://a.org/y"}),
]
DIFFERENT = [
    {"author": "Smith, L."},
    {"author": ""},
    {"author": "{Pew}"},
    {"date": "2020-08"},
    {"date": "2020-07-31"},
    {"date": "2019"},
    {"title": "Americans Fault China"[:9]},
    {"title": "Americans Praise China for Its Rise"},
]


@pytest.mark.parametrize("changed", ALIKE)
def test_one_work_entered_twice_is_noticed_on_the_line_of_the_later(changed: dict[str, str]) -> None:
    one, other = with_fields(**changed)
    if "url" in changed:
        one = reference(key="one", line=10, **FIRST, url="http://www.a.org/x/")
    (notice,) = likely_duplicates([other, one])
    assert (notice.name, notice.path, notice.line) == ("likely-duplicate", "citations.bib", 20)
    assert "'one'" in notice.message
    assert "line 10" in notice.message
    assert "distinctfrom = {one}" in notice.hint


@pytest.mark.parametrize(("one", "other"), DOIS)
def test_two_entries_of_one_doi_are_noticed_whatever_else_they_say(one: dict[str, str], other: dict[str, str]) -> None:
    works = [reference(key="a", line=1, title="One", **one), reference(key="b", line=2, title="Quite Other", **other)]
    (notice,) = likely_duplicates(works)
    assert notice.message.endswith("the same DOI")


@pytest.mark.parametrize("other", [{"doi": "10.1234/ab"}, {"url": "https://doi.org/"}, {"url": "https://doi.org"}])
def test_the_beginning_of_a_doi_is_not_that_doi(other: dict[str, str]) -> None:
    first = reference(key="a", title="One", doi="10.1234/a", url="")
    assert likely_duplicates([first, reference(key="b", line=2, title="Two", **other)]) == ()


@pytest.mark.parametrize("changed", DIFFERENT)
def test_two_works_are_not_taken_for_one(changed: dict[str, str]) -> None:
    assert likely_duplicates(with_fields(**changed)) == ()


def test_two_years_may_be_those_of_two_editions_but_not_of_two_reports() -> None:
    def book(key: str, title: str, date: str) -> Reference:
        return reference(key=key, author="Power, S.", title=title, date=date)

    (notice,) = likely_duplicates([book("a", "A Problem from Hell", "2002"), book("b", "A Problem from Hell", "2003")])
    assert "two editions" in notice.message
    titles = ("The Great World Report on Human Rights 2019", "The Great World Report on Human Rights 2020")
    assert likely_duplicates([book("a", titles[0], "2019"), book("b", titles[1], "2020")]) == ()


@pytest.mark.parametrize("field", ["related", "distinctfrom"])
def test_what_an_editor_has_told_apart_in_either_entry_is_not_noticed_again(field: str) -> None:
    one, other = with_fields()
    told = reference(key="one", line=10, **FIRST, **{field: "third, other"})
    assert likely_duplicates([one, other]) != ()
    assert likely_duplicates([told, other]) == ()
    assert likely_duplicates([other, told]) == ()


def test_unsigned_works_are_compared_with_one_another() -> None:
    pair = [reference(key=key, title="Mission in {Kosovo} Today") for key in ("a", "b")]
    assert len(likely_duplicates(pair)) == 1


def test_looking_among_a_few_finds_what_looking_everywhere_finds() -> None:
    rng = random.Random(7)
    words = [f"word{number}" for number in range(40)] + "the of and in war peace rights policy world".split()
    works = []
    for number in range(150):
        title = rng.choices(words, k=rng.randint(2, 9))
        for variant in range(rng.randint(1, 3)):
            slip = list(title)
            slip[rng.randrange(len(slip))] += rng.choice(("", "", "s", "x"))
            date = rng.choice(("", "2020", "2020-05", "2021"))
            works.append(
                reference(key=f"k{number}-{variant}", author=f"Author{number % 7}, A.", title=" ".join(slip), date=date)
            )
    made = [_work(one) for one in works]
    everywhere = sum(bool(_reason(*sorted(pair, key=lambda one: one.reference.key))) for pair in combinations(made, 2))
    found = len(likely_duplicates(works))
    assert everywhere > 50
    assert found >= 0.97 * everywhere


def test_this_collection_holds_no_work_twice_that_an_editor_has_not_told_apart(root: Path) -> None:
    references, _ = read_references((root / "citations.bib").read_text(encoding="utf-8"))
    assert likely_duplicates(references) == ()


def test_works_without_an_author_or_a_date_are_listed() -> None:
    edited = reference(key="a", editor="Smith, J.", date="2020")
    unsigned = reference(key="b", date="2020")
    bare = reference(key="c")
    assert incomplete([edited, unsigned, bare]).unsigned == (unsigned, bare)
    assert incomplete([edited, unsigned, bare]).undated == (bare,)
