"""Short forms: a name with a year or page, `Ibid.`, `idem`."""

from __future__ import annotations

import pytest

from florilegium.citations.cutting import cut_note


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Fox (2011), p. 96.", [("Fox", "2011")]),
        ("Hart 1989, 301; Lee 1967, 380.", [("Hart", "1989"), ("Lee", "1967")]),
        ("Many say so (e.g. Hart 2009; Lee 2012, 45).", [("Hart", "2009"), ("Lee", "2012")]),
        ("Hart, p. 31.", [("Hart", "")]),
        ("Hart, op. cit., p. 92.", [("Hart", "")]),
        ("Hart & Lee, supra note 12, at 201–03.", [("Hart & Lee", "")]),
    ],
)
def test_a_short_form_may_name_no_title(text: str, named: list[tuple[str, str]]) -> None:
    cuts = cut_note(text)
    assert [(cut.authors, cut.year) for cut in cuts] == named
    assert all(cut.title[0] == cut.title[1] and cut.bare() for cut in cuts)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Ibid., 45.", "Ibid., 45"),
        ("ibid., pp. 4–6.", "ibid., pp. 4–6"),
        ("Id. at 14.", "Id. at 14"),
        ("Loc. cit.", "Loc. cit"),
    ],
)
def test_the_same_work_again_is_known_with_its_page(text: str, cited: str) -> None:
    (cut,) = cut_note(text)
    assert (cut.ibid, text[cut.start : cut.end]) == (True, cited)


def test_idem_is_the_author_named_before() -> None:
    cuts = cut_note("Ann Hart, “On War,” Review 4 (2001): 3; idem, Peace (Oxford: Hale, 1990).")
    assert [cut.authors for cut in cuts] == ["Ann Hart", "Ann Hart"]


def test_the_number_of_a_law_or_chapter_is_no_name_with_a_year() -> None:
    assert [cut.doubtful for cut in cut_note("Resolution 1973, 12.")] == [True]


def test_the_imprint_of_a_book_after_another_work_is_no_short_form() -> None:
    text = "Hart, Ann. “A Long Peace.” Times, 2020; Moyn, Samuel. Humane: How States Fought. London. Verso, 2022."
    assert [text[slice(*cut.title)] for cut in cut_note(text)] == ["A Long Peace", "Humane: How States Fought"]
