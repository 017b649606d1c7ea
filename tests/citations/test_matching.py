"""Citations to works: by address, by author, title and date, and short forms to what they shorten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_site import Built
from florilegium.bibliography import read_references
from florilegium.citations import Matched, match_citations
from florilegium.model import Correction, Note, Placed

BIB = """
@online{hart2020peace,
  author = {Hart, Ann}, title = {A Long Peace}, subtitle = {Of War and After}, date = {2020-05-02}, url = {https://a.org/x/},
}
@online{office2020may,
  author = {{U.S. Office of War}}, title = {Sanctions of the Day}, date = {2020-05-02},
}
@online{office2020june,
  author = {{U.S. Office of War}}, title = {Sanctions of the Day}, date = {2020-06-02},
}
@book{lee2001wars,
  author = {Lee, Bo}, title = {Two Wars}, date = {2001},
}
@book{lee2003wars,
  author = {Lee, Bo}, title = {Two Wars}, date = {2003},
}
@book{hart2020joint,
  author = {Hart, Ann and Fox, Bo}, title = {A Joint Work}, date = {2020},
}
@online{times-army, title = {Army Enters the Town}, organization = {{Times}}}
"""
REFERENCES = read_references(BIB)[0]


def note(number: int, text: str) -> Note:
    return Note(f"n{number}", str(number), text, (), ("p1",), ((10 + number, 10 + number),), ())


def matched(built: Built, *texts: str, corrections: tuple[Correction, ...] = ()) -> Matched:
    one = built.placed[0]
    notes = tuple(note(number, text) for number, text in enumerate(texts, start=1))
    record = replace(one.source.record, corrections=corrections)
    changed = replace(one, source=replace(one.source, record=record), document=replace(one.document, notes=notes))
    return match_citations((changed,), REFERENCES)


def keys(result: Matched) -> list[tuple[str, str, str]]:
    return [(one.reference, one.form, one.by) for one in result.citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hart, Ann. “Another Name.” http://www.a.org/x.", ("hart2020peace", "full", "address")),
        ("Hart, Ann. “A Long Peace: Of War and After.” Times, May 2, 2020.", ("hart2020peace", "full", "title")),
        ("Hart, A. (2020), ‘A Long Peace: of War and after’, Times.", ("hart2020peace", "full", "title")),
        ("US Office of War (2020), ‘Sanctions of the Day’, 2 June 2020.", ("office2020june", "full", "title")),
        ("U.S Office of War (2020), ‘Sanctions of the Day’, 2 May 2020.", ("office2020may", "full", "title")),
        ("Lee, B. (2003), Two Wars, London: Verso.", ("lee2003wars", "full", "title")),
        ("“Army Enters the Town.” Times.", ("times-army", "full", "title")),
    ],
)
def test_a_citation_finds_its_entry(text: str, expected: tuple[str, str, str], built: Built) -> None:
    assert keys(matched(built, text)) == [expected]


def test_a_short_form_is_the_work_that_the_same_source_cited_before(built: Built) -> None:
    result = matched(
        built, "Hart, Ann. “A Long Peace: Of War and After.” Times, May 2, 2020.", "Hart. “A Long Peace.”", "Ibid."
    )
    assert keys(result) == [
        ("hart2020peace", "full", "title"),
        ("hart2020peace", "short", "short"),
        ("hart2020peace", "short", "ibid"),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Hart, Long Peace, 45.", "hart2020peace"),
        ("Hart, “Peace: Of War,” 45.", "hart2020peace"),
        ("Hart (2020), p. 96.", "hart2020peace"),
        ("Hart, p. 96.", "hart2020peace"),
        ("Hart, op. cit., p. 9.", "hart2020peace"),
        ("Lee, Wars, 3.", "lee2001wars"),
    ],
)
def test_a_short_form_may_shorten_the_title_or_leave_it_out(text: str, key: str, built: Built) -> None:
    full = ("Hart, A. (2020), ‘A Long Peace: Of War and After’, Times.", "Lee, B. (2001), Two Wars, London: Verso.")
    assert keys(matched(built, *full, text))[2:] == [(key, "short", "short")]


def test_a_short_form_shortens_nothing_that_the_source_has_not_cited(built: Built) -> None:
    assert [problem.name for problem in matched(built, "Lee, Wars, 3.").problems] == ["unmatched-citation"]


def test_a_name_alone_that_may_be_either_of_two_works_is_ambiguous(built: Built) -> None:
    full = ("Lee, B. (2001), Two Wars, London: Verso.", "Lee, B. (2003), Two Wars, London: Verso.")
    (problem,) = matched(built, *full, "Lee, op. cit., p. 9.").problems
    assert problem.name == "ambiguous-citation"


def test_names_that_no_source_cited_before_lead_to_the_work_they_leave(built: Built) -> None:
    assert keys(matched(built, "Hart and Fox (2020), p. 9.")) == [("hart2020joint", "full", "short")]
    assert keys(matched(built, "Hart et al., p. 9.")) == [("hart2020joint", "full", "short")]
    assert [problem.name for problem in matched(built, "Lee, p. 9.").problems] == ["ambiguous-citation"]


def test_ibid_after_a_work_without_an_entry_is_not_the_work_before_it(built: Built) -> None:
    result = matched(
        built, "Lee, B. (2003), Two Wars, London: Verso.", "Fox, Ann. “Nobody Knows This.” Times, May 2, 2020.", "Ibid."
    )
    assert keys(result) == [("lee2003wars", "full", "title")]
    assert [problem.line for problem in result.problems] == [12, 13]


@pytest.mark.parametrize(
    ("text", "key", "linked"),
    [
        ("The Times. Army Enters the Town. London. Verso, 2002.", "times-army", "Army Enters the Town"),
        ("Bo Lee, Two Wars, Verso, 2003, p. 77.", "lee2003wars", "Two Wars"),
    ],
)
def test_a_title_without_marks_is_looked_for_among_all_items(text: str, key: str, linked: str, built: Built) -> None:
    (citation,) = matched(built, text).citations
    assert (citation.reference, text[slice(*citation.linked)]) == (key, linked)


def test_an_item_is_no_title_if_the_words_name_another_author(built: Built) -> None:
    assert matched(built, "Ann Fox, Two Wars, Verso, 2003, p. 77.").citations == ()


def test_what_only_looks_like_a_work_is_a_problem_that_can_be_answered_with_none(built: Built) -> None:
    text = "something unread (Lyon, 2002), and more of it"
    (problem,) = matched(built, text).problems
    assert (problem.name, "which looks like a work" in problem.message) == ("unmatched-citation", True)
    assert "(none: 'cites: []')" in problem.hint
    nothing = matched(built, text, corrections=(Correction("n1", "something", 3, cites=()),))
    assert (nothing.citations, nothing.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fox, Ann. “Nobody Knows This Title.” Times, May 2, 2020.", "unmatched-citation"),
        ("Fox, Ann. “A Long Peace: Of War and After.” Times, May 2, 2020.", "unmatched-citation"),
        ("Hart, Ann. “A Long Peace: Of War and After.” Times, May 2, 2021.", "unmatched-citation"),
        ("U.S. Office of War (2020), ‘Sanctions of the Day’.", "ambiguous-citation"),
    ],
)
def test_what_finds_no_entry_or_two_is_a_problem_of_its_line(text: str, name: str, built: Built) -> None:
    (problem,) = matched(built, text).problems
    assert (problem.name, problem.line) == (name, 11)
    assert "- {at: n1, begins: " in problem.hint


def test_the_hint_gives_the_nearest_entry_and_the_line_to_paste(built: Built) -> None:
    (problem,) = matched(built, "Hart, Ann. “A Long “Peace” After All.” Times, May 2, 2021.").problems
    assert "the nearest entries are hart2020peace" in problem.hint
    assert problem.hint.endswith('- {at: n1, begins: "Hart, Ann. “A Long “Peace”", cites: [key]}')


def test_a_correction_wins_and_its_work_is_linked_where_the_note_names_one(built: Built) -> None:
    text = "Fox, Ann. “Nobody Knows This Title.” Times, May 2, 2020."
    result = matched(built, text, corrections=(Correction("n1", "Fox", 3, cites=("lee2001wars",)),))
    (citation,) = result.citations
    assert (result.problems, result.unmatched) == ((), ())
    assert (citation.reference, citation.by) == ("lee2001wars", "editor")
    assert text[slice(*citation.linked)] == "Nobody Knows This Title"


def test_a_correction_links_all_words_of_a_citation_without_a_title(built: Built) -> None:
    text = "Fox (2011), p. 96."
    (citation,) = matched(built, text, corrections=(Correction("n1", "Fox", 3, cites=("lee2001wars",)),)).citations
    assert text[slice(*citation.linked)] == "Fox (2011), p. 96"


def test_a_correction_can_say_that_a_note_cites_nothing_or_what_it_has_no_words_for(built: Built) -> None:
    nothing = matched(
        built, "Fox, Ann. “Nobody Knows This.” Times, 2020.", corrections=(Correction("n1", "Fox", 3, cites=()),)
    )
    assert (nothing.citations, nothing.problems) == ((), ())
    unsaid = matched(built, "As he said.", corrections=(Correction("n1", "As", 3, cites=("lee2001wars",)),))
    assert [one.linked for one in unsaid.citations] == [(0, 0)]


def test_a_correction_that_says_what_is_found_anyway_is_a_problem(built: Built) -> None:
    text = "Lee, B. (2003), Two Wars, London: Verso."
    result = matched(built, text, corrections=(Correction("n1", "Lee", 3, cites=("lee2003wars",)),))
    assert [problem.name for problem in result.problems] == ["idle-correction"]


def test_every_note_of_the_collection_finds_all_its_works(built: Built) -> None:
    result = match_citations(built.placed, built.collection.references)
    assert (result.problems, result.unmatched) == ((), ())
    noted = {(one.source.record.id, note.number) for one in built.placed for note in one.document.notes}
    assert {(one.source, one.note) for one in result.citations} == noted


def test_words_and_titles_of_a_citation_are_those_of_its_note(built: Built) -> None:
    notes: dict[tuple[str, str], str] = {
        (one.source.record.id, note.number): note.text for one in built.placed for note in placed_notes(one)
    }
    for citation in built.matched.citations:
        start, end = citation.linked
        assert 0 <= citation.start <= start < end <= citation.end <= len(notes[citation.source, citation.note])


def placed_notes(placed: Placed) -> tuple[Note, ...]:
    return placed.document.notes


TWO = "Hart, Ann. “A Long Peace: Of War and After.” Times, May 2, 2020; Fox, Bo. “Nobody Knows This One.” Review, 2001."


def test_the_line_to_paste_names_what_is_found_and_leaves_the_rest_to_be_named(built: Built) -> None:
    (problem,) = matched(built, TWO).problems
    assert problem.hint.endswith("cites: [hart2020peace, key]}")


def test_as_many_keys_as_citations_stand_for_these_in_order(built: Built) -> None:
    result = matched(built, TWO, corrections=(Correction("n1", "Hart", 3, cites=("hart2020peace", "lee2001wars")),))
    assert [(one.reference, TWO[slice(*one.linked)][:6]) for one in result.citations] == [
        ("hart2020peace", "A Long"),
        ("lee2001wars", "Nobody"),
    ]


def test_fewer_keys_are_linked_only_to_words_that_name_them(built: Built) -> None:
    text = "Fox, Bo. “Nobody Knows This One.” Review, 2001; Lee, Bo. Two Wars. London. Verso, 2005."
    result = matched(built, text, corrections=(Correction("n1", "Fox", 3, cites=("times-army",)),))
    assert [one.linked for one in result.citations] == [(0, 0)]


def test_keys_that_leave_out_a_work_that_is_found_for_sure_are_a_problem(built: Built) -> None:
    result = matched(built, TWO, corrections=(Correction("n1", "Hart", 3, cites=("lee2001wars",)),))
    assert [problem.name for problem in result.problems] == ["incomplete-cites"]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        (
            (TWO.replace("Fox, Bo. “Nobody Knows This One.” Review, 2001", "Lee, Bo. Two Wars. London. Verso, 2001"),),
            "ambiguous-citation",
        ),
        (("A remark of the author on the matter at hand.",), "unmatched-citation"),
    ],
)
def test_ibid_after_several_works_or_none_is_told_and_not_guessed(
    before: tuple[str, ...], name: str, built: Built
) -> None:
    result = matched(built, "Lee, B. (2003), Two Wars, London: Verso.", *before, "Ibid.")
    assert [problem.name for problem in result.problems] == [name]
