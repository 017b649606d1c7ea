"""What in one source belongs to what in another, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_site import Built
from florilegium.crossrefs import FLOOR, choosing, cross_reference, joining, resolve_see, scoring
from florilegium.crossrefs import candidates as gathering
from florilegium.crossrefs import rarity as rarities
from florilegium.crossrefs.candidates import candidates
from florilegium.crossrefs.choosing import AT_A_PASSAGE
from florilegium.crossrefs.evidence import Evidence
from florilegium.crossrefs.paragraphs import Paragraph, paragraphs
from florilegium.crossrefs.rarity import rarity
from florilegium.model import AUTHORS_TEXT, Authority, CrossReference, Placed, Reference
from florilegium.subject_index import index_subjects
from tests.conftest import ROOT
from tests.crossrefs.made import authority, cites, see, source

RIVERS = tuple(f"Of {one} we say this." for one in "rivers harbours winters maps letters courts cities trade".split())
HILLS = tuple(f"On {one} they say this." for one in "hills villages summers songs bridges farms gardens inns".split())
"""What has nothing in common with anything."""


def crossed(*sources: Placed, terms: Authority | None = None, works: Sequence[Reference] = ()) -> list[CrossReference]:
    index = index_subjects(sources, terms or Authority())
    links = resolve_see(sources)
    assert links.problems == ()
    return list(cross_reference(sources, cites(*sources), works, index, links.links))


def places(found: Sequence[CrossReference]) -> set[tuple[str, str]]:
    return {(f"{x.side.source}#{x.side.first}", f"{x.other.source}#{x.other.first}") for x in found}


def test_two_paragraphs_that_cite_one_work_are_linked_and_the_reason_names_it() -> None:
    one = source("one", "It failed.", *RIVERS[:4], notes={1: "power2003"})
    two = source("two", *HILLS[4:], "Nothing was done.", notes={5: "power2003"})
    (found,) = crossed(one, two)
    assert places([found]) == {("one#p1", "two#p5")}
    assert [(reason.kind, reason.detail) for reason in found.reasons] == [("reference", "power2003")]
    assert (found.side.sentence, found.other.sentence) == ("It failed.", "Nothing was done.")


def test_two_editions_are_one_work_and_the_reason_names_both() -> None:
    works = (
        Reference("a2002", "book", (("title", "X"),), 1),
        Reference("a2003", "book", (("related", "a2002"), ("relatedtype", "reprintof")), 2),
    )
    one = source("one", "It failed.", *RIVERS[:4], notes={1: "a2003"})
    two = source("two", *HILLS[4:], "Nothing was done.", notes={5: "a2002"})
    (found,) = crossed(one, two, works=works)
    assert [reason.detail for reason in found.reasons] == ["a2003 a2002"]


def test_a_rare_term_links_and_one_that_stands_everywhere_does_not() -> None:
    met = tuple(f"The council met on {one}." for one in "rivers harbours winters maps letters".split())
    sat = tuple(f"The council sat for {one}." for one in "villages summers songs bridges farms".split())
    one = source("one", "The Vance Act was passed in Hale by the council.", *met)
    two = source("two", *sat, "The council of Hale praised the Vance Act.")
    found = crossed(one, two, terms=authority("Vance Act", "Hale", "council"))
    assert places(found) == {("one#p1", "two#p6")}
    assert [reason.detail for reason in found[0].reasons if reason.kind == "term"] == ["Hale", "Vance Act"]


def test_paragraphs_of_one_source_are_never_linked() -> None:
    one = source("one", "The Vance Act was passed in Hale.", "The Vance Act was praised in Hale.", *RIVERS)
    assert crossed(one, source("two", *HILLS), terms=authority("Vance Act", "Hale")) == []


def test_nothing_is_linked_by_function_words_or_by_one_word() -> None:
    one = source("one", "Moreover, increasingly, it was nevertheless so.", "A lighthouse stood there.", *RIVERS[:4])
    two = source("two", "Moreover, increasingly, they nevertheless went.", "Nobody built a lighthouse.", *HILLS[4:])
    assert crossed(one, two) == []


def test_many_rare_words_together_are_named_as_the_first_text_prints_them() -> None:
    one = source("one", "Frozen assets starved vulnerable civilians of medicines.", *RIVERS[:5])
    two = source("two", *HILLS[:5], "Vulnerable civilians lacked medicines, for assets froze.")
    (found,) = (x for x in crossed(one, two, terms=authority()) if x.side.first == "p1")
    assert next(reason.detail for reason in found.reasons if reason.kind == "text") == "vulnerable civilians"


def test_neighbours_of_a_passage_that_say_the_same_become_one_range() -> None:
    one = source(
        "one", "The Vance Act was passed in Hale.", "The Vance Act was praised in Hale.", *RIVERS, passages=[3, 7]
    )
    two = source("two", *HILLS, "The Vance Act failed in Hale.")
    (found,) = crossed(one, two, terms=authority("Vance Act", "Hale"))
    assert (found.side.first, found.side.last, found.other.first) == ("p1", "p2", "p9")


def test_a_range_ends_where_its_passage_ends() -> None:
    one = source("one", "The Vance Act was passed in Hale.", "The Vance Act was praised in Hale.", *RIVERS)
    two = source("two", *HILLS, "The Vance Act failed in Hale.")
    assert len(crossed(one, two, terms=authority("Vance Act", "Hale"))) == 2


def test_an_editors_link_comes_first_and_takes_the_evidence_that_speaks_for_it() -> None:
    link = see("p2", "two#p1", "contradicts", "One praises what the other calls a failure.")
    one = source("one", "The Hale Act was passed.", "The Vance Act was praised in Hale.", *RIVERS[:4], see=[link])
    two = source("two", "The Vance Act failed.", "The Hale Act fell.", *HILLS[4:])
    found = crossed(one, two, terms=authority("Vance Act", "Hale Act"))
    assert [(x.by, x.relation, x.score == 1) for x in found] == [
        ("editor", "contradicts", True),
        ("evidence", "related", False),
    ]
    assert [(reason.kind, reason.detail) for reason in found[0].reasons] == [
        ("editor", "One praises what the other calls a failure."),
        ("term", "Vance Act"),
    ]
    assert places(found) == {("one#p2", "two#p1"), ("one#p1", "two#p2")}


def test_what_an_editor_forbids_is_not_linked() -> None:
    link = replace(see("p1", "two#p1"), forbid=True, because="")
    two = source("two", "The Vance Act failed.", *HILLS[4:])
    one = source("one", "The Vance Act was passed in Hale.", *RIVERS[:4])
    assert len(crossed(one, two, terms=authority("Vance Act", "Hale"))) == 1
    forbidding = replace(one, source=replace(one.source, record=replace(one.source.record, see=(link,))))
    assert crossed(forbidding, two, terms=authority("Vance Act", "Hale")) == []


def test_what_an_editor_forbids_is_in_no_range_either() -> None:
    said = [f"The Vance Act was {how} in Hale, Bree and Cole." for how in ("passed", "praised", "mended")]
    heard = [f"The Vance Act {how} in Hale, Bree and Cole." for how in ("failed", "fell", "ended")]
    link = replace(see("p2", "two#p2"), forbid=True, because="")
    one = source("one", *said, *RIVERS, passages=[3, 8], see=[link])
    two = source("two", *heard, *HILLS, passages=[3, 8])
    terms = authority("Vance Act", "Hale", "Bree", "Cole")
    for found in crossed(one, two, terms=terms):
        assert not all(side.first <= "p2" <= side.last for side in (found.side, found.other))
    whole = crossed(
        replace(one, source=replace(one.source, record=replace(one.source.record, see=()))), two, terms=terms
    )
    assert any(all(side.first <= "p2" <= side.last for side in (one.side, one.other)) for one in whole)


def test_of_many_that_speak_of_a_thing_alike_none_is_first_for_its_place_in_the_collection() -> None:
    sources = [source(f"text-{at}", f"Of number {at}.", *RIVERS, notes={1: "power2003"}) for at in range(40)]
    found = paragraphs(sources, cites(*sources), (), index_subjects(sources, Authority()))
    turned = paragraphs(sources[::-1], cites(*sources), (), index_subjects(sources, Authority()))
    one, other = (
        {frozenset(every[at].source for at in pair) for pair in candidates(every, rarity(every, ()))}
        for every in (found, turned)
    )
    assert one == other
    assert len(one) < 40 * 39 / 2


def test_the_sentence_shown_is_the_one_that_holds_the_evidence() -> None:
    told = "Rain fell on the city that day. The Vance Act was passed in Hale in spring. It rained for weeks there, too."
    two = source("two", "The Vance Act failed in Hale.", *HILLS)
    (found,) = crossed(source("one", told, *RIVERS), two, terms=authority("Vance Act", "Hale"))
    assert found.side.sentence == "The Vance Act was passed in Hale in spring."


def test_the_sentence_that_an_editor_names_is_shown() -> None:
    link = see("p1", "two#p1", shows="fell on the", to_shows="in Hale")
    told = "Rain fell on the city that day. The Vance Act was passed in Hale in spring."
    one, two = source("one", told, *RIVERS, see=[link]), source("two", "The Vance Act failed in Hale.", *HILLS)
    found = crossed(one, two, terms=authority("Vance Act", "Hale"))[0]
    assert (found.side.sentence, found.other.sentence) == (
        "Rain fell on the city that day.",
        "The Vance Act failed in Hale.",
    )


WORDS = st.sampled_from("vance hale river harbour winter council sanction refugee torture winter map".split())
TEXTS = st.lists(
    st.lists(WORDS, min_size=3, max_size=12).map(lambda said: " ".join(said) + "."), min_size=1, max_size=8
)


def evidence_of(texts: Sequence[Placed]) -> Evidence:
    terms = authority("vance", "hale", "council")
    return Evidence.of(paragraphs(texts, (), (), index_subjects(texts, terms)), terms.terms)


def linked(evidence: Evidence) -> dict[frozenset[tuple[str, str]], float]:
    """Return the linked pairs with their scores, whichever side comes first."""
    every = evidence.paragraphs
    found = evidence.linked(FLOOR, ())
    return {frozenset((every[at].source, every[at].block.id) for at in pair): one.score for pair, one in found.items()}


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_law_a_link_is_the_same_from_both_sides_and_in_whatever_order_the_sources_come(texts: list[list[str]]) -> None:
    sources = [source(f"text-{at}", *one) for at, one in enumerate(texts)]
    one, other = linked(evidence_of(sources)), linked(evidence_of(sources[::-1]))
    assert one == pytest.approx(other)
    assert all(len({name for name, _ in pair}) == 2 for pair in one)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_law_no_pair_above_the_floor_is_overlooked(texts: list[list[str]]) -> None:
    evidence = evidence_of([source(f"text-{at}", *one) for at, one in enumerate(texts)])
    assert set(evidence.linked(FLOOR, ())) == all_pairs(evidence)


def all_pairs(evidence: Evidence) -> set[tuple[int, int]]:
    """Return all pairs above the floor, each held against each."""
    every = combinations(range(len(evidence.paragraphs)), 2)
    sides = ((pair, [evidence.paragraphs[at] for at in pair]) for pair in every)
    apart = (pair for pair, (one, other) in sides if one.source != other.source and not _has_table(one, other))
    return {pair for pair in apart if evidence.scored(pair).score >= FLOOR}


def _has_table(*sides: Paragraph) -> bool:
    return any(side.block.kind == "table" for side in sides)


def test_in_the_real_texts_no_pair_above_the_floor_is_overlooked(built: Built) -> None:
    found = paragraphs(built.placed, built.matched.citations, built.collection.references, built.index)
    evidence = Evidence.of(found, built.index.authority.terms)
    assert set(evidence.linked(FLOOR, ())) == all_pairs(evidence)


def test_in_the_real_texts_every_sentence_stands_in_its_paragraph_and_no_passage_has_too_many(built: Built) -> None:
    texts = {
        (one.source.record.id, block.id): block.text
        for one in built.placed
        for block in one.document.blocks
        if block.kind in AUTHORS_TEXT
    }
    for one in built.crossed:
        for side in (one.side, one.other):
            assert side.sentence
            assert side.sentence in texts[side.source, side.sentence_at]
            assert int(side.first[1:]) <= int(side.sentence_at[1:]) <= int(side.last[1:])
    for placed in built.placed:
        for passage in placed.passages:
            held = [
                side
                for one in built.crossed
                for side in (one.side, one.other)
                if side.source == passage.source and side.first in passage.blocks
            ]
            assert len(held) <= AT_A_PASSAGE


def test_building_twice_gives_the_same(built: Built) -> None:
    again = cross_reference(
        built.placed,
        built.matched.citations,
        built.collection.references,
        built.index,
        resolve_see(built.placed).links,
    )
    assert again == built.crossed


def test_contributing_names_the_figures_by_which_links_are_made() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    figures = (
        f"| {scoring.WORK} × rarity |",
        f"| {scoring.TERM} × rarity × ",
        f"; {scoring.TERM_AT_MOST} at most |",
        f"| {scoring.WORDS} × (cosine of TF-IDF − {scoring.ALIKE}); {scoring.WORDS_AT_MOST} at most |",
        f"to the power of {rarities.MIDDLING}.",
        f"A place counts {rarities.NAMES['place']} of that and a person {rarities.NAMES['person']}",
        f"A link needs {FLOOR}.",
        f"score {joining.AS_GOOD} of the best",
    )
    assert [figure for figure in figures if figure not in " ".join(told.split())] == []
    assert (joining.LONGEST, AT_A_PASSAGE, choosing.BETWEEN_TWO, gathering.CHAMPIONS) == (4, 5, 2, 24)
