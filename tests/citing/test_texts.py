"""How a text that nobody here has read is cited: by its printed pages, its headings, and its ¶ in this edition."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from florilegium import bibliography
from florilegium.citing import places_in_originals
from florilegium.citing.locators import headings, located
from florilegium.citing.texts import CitedText, page_runs, text_data
from florilegium.citing.works import cited_work, forms_by_work, places_of
from florilegium.editions import own_edition
from florilegium.model import Edition, Placed, Reference, Style
from florilegium.styles import CslItem, Place, format_works
from tests.pages.crossed_made import place

STYLES = (
    Style("chicago-notes-bibliography", "Chicago, notes", sentence_case=False),
    Style("chicago-author-date", "Chicago, author-date", sentence_case=False),
    Style("apa", "APA", sentence_case=True, bodies="author"),
    Style("modern-language-association", "MLA", sentence_case=False, bodies="publisher"),
)
NOTES, DATES, APA, MLA = (style.id for style in STYLES)
EDITION = Edition("Readings", "The Press", "1.2.0", "2024-01-31", "https://readings.example/")
RAW = """Title of It

Words before any heading stand here.

First part

One paragraph of the first part.

And another paragraph of it.

Why?

- an item of a list of things

- a second item of that list

And a paragraph after the list.
"""


def told(placed: Placed, work: Reference) -> dict[str, Any]:
    """Return what the scripts are told of a text that is described by a work."""
    source = replace(placed.source, reference=work)
    placed = replace(placed, source=source)
    ours = own_edition(source, EDITION)
    works = (work, ours) if work.key != ours.key else (ours,)

    def items(style: Style) -> dict[str, CslItem]:
        titles: bibliography.Titles = "sentence" if style.sentence_case else "protected"
        return {one.key: bibliography.with_body(bibliography.csl_item(one, titles), style.bodies) for one in works}

    wanted: list[Place] = [*places_in_originals([placed]), *places_of(ours.key)]
    formatted = format_works(items, {}, STYLES, {}, {work.key: 1, ours.key: 1}, places=wanted)
    assert formatted.problems == ()
    forms = forms_by_work(formatted.formatted)
    original = None if source.record.fidelity == "paraphrased" else cited_work(work, forms[work.key], formatted.places)
    edition = cited_work(ours, forms[ours.key], formatted.places)
    return text_data(CitedText(placed, original, edition, {}), STYLES, "", formatted.places)


@pytest.fixture(scope="module")
def made() -> Placed:
    return place("one", RAW, "b b b b b b")


BOOK = Reference(
    "doe2020war",
    "book",
    (("author", "Doe, Ann"), ("title", "On War"), ("publisher", "Verso"), ("date", "2020"), ("langid", "english")),
    1,
)


def paged(placed: Placed, pages: dict[str, tuple[tuple[int, int], ...]]) -> Placed:
    """Return the text as if these pages were printed on it."""
    blocks = tuple(replace(block, pages=pages.get(block.id, ())) for block in placed.document.blocks)
    record = replace(placed.source.record, first_page=107)
    return replace(
        placed, document=replace(placed.document, blocks=blocks), source=replace(placed.source, record=record)
    )


def test_a_heading_is_the_place_where_no_page_is_known(made: Placed) -> None:
    data = told(made, BOOK)
    names = [heading["name"] for heading in data["headings"]]
    assert names == ["", "Title of It", "First part", "Why?"]
    first, why = data["headings"][2], data["headings"][3]
    assert first["cited"] == {
        NOTES: "Ann Doe, <i>On War</i> (Verso, 2020), under “First part.”",
        DATES: "(Doe 2020, under “First part”)",
        APA: "(Doe, 2020, First part section)",
        MLA: "(Doe)",
    }
    assert why["cited"][NOTES] == "Ann Doe, <i>On War</i> (Verso, 2020), under “Why?”"
    assert first["remarks"].keys() == {APA, MLA}


def test_our_numbers_are_never_given_as_those_of_the_original(made: Placed) -> None:
    data = told(made, BOOK)
    assert all(forms.keys() == {"page", "pages", "note"} for forms in data["original"]["located"].values())
    assert all(forms.keys() == {"paragraph", "paragraphs", "note"} for forms in data["edition"]["located"].values())
    assert data["edition"]["located"][NOTES]["paragraph"] == (
        "Ann Doe, “On War,” in <i>Readings</i>, version 1.2.0 (The Press, 2024), para. {number}, "
        '<a href="{link}">{link}</a>.'
    )


def test_a_heading_of_which_there_are_two_is_no_place() -> None:
    raw = "Title of It\n\nPart one\n\nSome words of it.\n\nPart one\n\nSome other words of it.\n"
    document = place("two", raw, "b b").document
    assert [one.named for one in headings(document)][-1] == ""
    assert located(document, knows_pages=False).keys() == {"p1", "p2"}


def test_printed_pages_are_the_place_where_they_are_known_as_each_style_prints_them(made: Placed) -> None:
    placed = paged(made, {"p1": ((107, 0),), "p2": ((107, 0), (108, 4)), "p3": ((108, 0),), "p4": ((109, 0),)})
    data = told(placed, BOOK)
    assert data["paragraphs"]["p2"]["pages"] == [[107, 0], [108, 4]]
    assert page_runs(placed) == ("107–108", "107–109", "108–109")
    assert data["ranges"] == {
        NOTES: {"107–108": "107–8", "107–109": "107–9", "108–109": "108–9"},
        DATES: {"107–108": "107–8", "107–109": "107–9", "108–109": "108–9"},
        MLA: {"107–108": "107–08", "107–109": "107–09", "108–109": "108–09"},
    }
    assert data["original"]["located"][APA]["pages"] == "(Doe, 2020, pp. {number})"
    assert "pages" not in told(made, BOOK)["paragraphs"]["p1"]


def test_a_paraphrase_is_cited_as_this_edition_alone_and_says_why(made: Placed) -> None:
    record = replace(made.source.record, fidelity="paraphrased")
    data = told(replace(made, source=replace(made.source, record=record)), BOOK)
    assert (data["original"], data["headings"], data["paraphrased"]) == (None, [], True)
    assert data["notice"] == "Reworded."
    assert "[paraphrase]" in data["edition"]["cited"][NOTES]
    assert "[paraphrase]" in data["through"][NOTES]["one"]


def test_a_work_known_through_a_note_is_put_as_each_manual_puts_it(made: Placed) -> None:
    through = told(made, BOOK)["through"]
    assert {style: one["one"] for style, one in through.items()} == {
        NOTES: "{work} quoted in Ann Doe, <i>On War</i> (Verso, 2020), n. {number}.",
        DATES: "(quoted in Doe 2020, n. {number})",
        APA: "({work} as cited in Doe, 2020, Note {number})",
        MLA: "(qtd. in Doe, n. {number})",
    }
    assert all(one["remark"] for one in through.values())


def test_a_style_of_another_family_gets_no_place_that_its_manual_does_not_know(made: Placed) -> None:
    nature = Style("nature", "Nature", sentence_case=False)
    source = replace(made.source, reference=BOOK)
    ours = own_edition(source, EDITION)
    both = {one.key: one for one in (BOOK, ours)}
    formatted = format_works(
        lambda _: {key: bibliography.csl_item(one, "protected") for key, one in both.items()},
        {},
        [nature],
        {},
        dict.fromkeys(both, 1),
        places=[place for key in both for place in places_of(key)],
    )
    works = {
        key: cited_work(one, forms_by_work(formatted.formatted)[key], formatted.places) for key, one in both.items()
    }
    text = CitedText(replace(made, source=source), works[BOOK.key], works[ours.key], {})
    data: dict[str, Any] = text_data(text, [nature], "", formatted.places)
    assert data["headings"][1]["cited"]["nature"] == data["original"]["cited"]["nature"]
    assert data["through"] == {}
