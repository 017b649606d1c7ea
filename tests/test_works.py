"""Where works are cited, in which sentence, under which theme; and the lists made of that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_site import Built
from florilegium.bibliography import read_references
from florilegium.excerpts import as_published
from florilegium.model import CitedAt, Introduction, WorkCited
from florilegium.works import (
    ALL,
    citing_sentence,
    citing_sources,
    editions_of_one_work,
    lists,
    uncited,
    where_cited,
)

TEXT = "One thing that all said is so. Another (as some say) is not, and this is known. A third that none knew is said."


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("so.", "One thing that all said is so."),
        ("so", "One thing that all said is so."),
        ("not,", "Another (as some say) is not, and this is known."),
        ("known.", "Another (as some say) is not, and this is known."),
        ("said.", "A third that none knew is said."),
    ],
)
def test_the_citing_sentence_is_that_which_ends_at_the_marker_or_holds_it(at: str, sentence: str) -> None:
    assert citing_sentence(TEXT, TEXT.index(at) + len(at)) == sentence


def test_a_sentence_of_few_words_comes_with_the_one_before_it() -> None:
    text = "Several states are known for what they did in that long war. India is one such example. More follows here."
    at = text.index("example.") + len("example.")
    assert citing_sentence(text, at) == text[:at]


def test_an_initialism_before_a_word_that_begins_sentences_ends_one() -> None:
    text = "Aid was given to all of these states by the U.S. Such cases are not rare in the history of these wars."
    assert citing_sentence(text, len(text)) == "Such cases are not rare in the history of these wars."


def test_a_marker_before_all_words_has_the_first_sentence() -> None:
    assert citing_sentence("One thing that all of them said is so. Two.", 0) == "One thing that all of them said is so."
    assert citing_sentence("no end", 6) == "no end"


def test_a_place_of_citation_names_note_paragraph_theme_and_a_sentence_of_that_paragraph(built: Built) -> None:
    texts = {(one.source.record.id, block.id): block.text for one in built.placed for block in one.document.blocks}
    cited = where_cited(built.matched.citations, built.placed, ())
    assert cited
    for one in cited:
        assert one.sentence
        assert one.sentence in texts[one.source, one.block]
        assert one.themes


def test_a_work_that_a_note_names_twice_is_cited_there_once(built: Built) -> None:
    first = built.matched.citations[0]
    assert len(where_cited((first, first), built.placed, ())) == 1


def test_an_introduction_cites_works_too(built: Built) -> None:
    introduction = Introduction("peace", ("See ", WorkCited("hart2020", "p. 7"), "."))
    assert where_cited((), built.placed, (introduction,)) == (CitedAt("hart2020", "", "", "", ("peace",), ""),)


def test_a_sentence_that_may_not_be_shown_is_not(built: Built) -> None:
    source = next(one for one in built.placed if one.document.notes)
    record = replace(source.source.record, publish="excerpt")
    shown = as_published(replace(source, source=replace(source.source, record=record)))
    texts = [block.text for block in shown.document.blocks]
    citations = [one for one in built.matched.citations if one.source == record.id]
    for one in where_cited(citations, (shown,), ()):
        assert any(one.sentence in text for text in texts)


BIB = """
@book{a2002, title = {A}, date = {2002}}
@book{b2003, title = {A}, date = {2003}, related = {a2002}, relatedtype = {reprintof}}
@book{c2004, title = {C}}
@book{own, title = {The text}}
"""
REFERENCES = read_references(BIB)[0]
CITED = (
    CitedAt("a2002", "one", "1", "p1", ("peace", "war"), "."),
    CitedAt("b2003", "two", "1", "p1", ("war",), "."),
)


def test_lists_hold_what_is_cited_by_theme_and_source_and_all_has_the_texts_too() -> None:
    assert lists(REFERENCES, CITED, ("peace", "war", "context"), {"one": "own", "three": "own"}) == {
        ALL: ("a2002", "b2003", "own"),
        "peace": ("a2002",),
        "war": ("a2002", "b2003"),
        "context": (),
        "cited-by/one": ("a2002",),
        "cited-by/two": ("b2003",),
    }


def test_two_editions_are_one_work_cited_by_the_sources_of_both() -> None:
    editions = editions_of_one_work(REFERENCES)
    assert editions["a2002"] == editions["b2003"] == {"a2002", "b2003"}
    assert citing_sources(CITED, editions) == {"a2002": {"one", "two"}, "b2003": {"one", "two"}}


def test_what_nothing_cites_is_told_the_texts_themselves_aside() -> None:
    assert [one.key for one in uncited(REFERENCES, CITED, ("own",))] == ["c2004"]


def test_every_citation_of_the_collection_is_in_the_lists(built: Built) -> None:
    cited = {one.reference for one in built.matched.citations}
    for formatted in built.works.formatted:
        everything = next(one for one in formatted.lists if one.name == ALL)
        assert cited <= {key for key, _ in everything.entries} == {one.reference for one in formatted.copied}


def test_a_review_is_no_edition_of_its_book() -> None:
    review = read_references(
        "@book{a, title = {A}}\n@article{r, title = {On A}, related = {a}, relatedtype = {reviewof}}"
    )
    assert editions_of_one_work(review[0])["r"] == {"r"}
