"""A text whose owner allows no more than an excerpt: nothing else of it leaves the house."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from build_site import Built
from florilegium import exports, pages
from florilegium.crossrefs import cross_reference, resolve_see
from florilegium.excerpts import CUT, as_published
from florilegium.model import AUTHORS_TEXT, Placed
from florilegium.sentences import first_sentence, sentence_ends
from florilegium.subject_index import index_subjects
from florilegium.works import where_cited
from tests.outline import recover_text

TABLE = """They met.1 They spoke.2 They went home.

| Key | Meaning |
|---|---|
| Peace.3 | The peace of the tired |

Power, S. (2002), X.

Goldberg, J. (2016), ‘Y’.

Repucci, S. (2020), ‘Z’.
"""


def excerpt_of(placed: Placed) -> Placed:
    source = placed.source
    return as_published(replace(placed, source=replace(source, record=replace(source.record, publish="excerpt"))))


@pytest.fixture(params=["bali-2022", "vinjamuri-2020", "gransnews-review", "lew-asia-times"])
def placed(request: pytest.FixtureRequest, built: Built) -> Placed:
    return next(one for one in built.placed if one.source.record.id == request.param)


def test_the_four_texts_stand_in_full(built: Built) -> None:
    assert all(as_published(one) is one for one in built.placed)


def test_an_excerpt_has_headings_first_sentences_and_all_notes(placed: Placed) -> None:
    shown = excerpt_of(placed).document
    whole = placed.document
    assert [block.id for block in shown.blocks] == [
        block.id for block in whole.blocks if block.kind in AUTHORS_TEXT or block.kind == "heading"
    ]
    originals = {block.id: block for block in whole.blocks}
    for block in shown.blocks:
        original = originals[block.id]
        sentence = first_sentence(original.text)
        if block.kind == "heading" or (block.kind != "table" and sentence == original.text):
            assert block.text == original.text
        elif block.kind != "table":
            assert block.text == f"{sentence} {CUT}"
        assert [marker.note for marker in block.markers] == [marker.note for marker in original.markers]
        assert all(marker.offset <= len(block.text) for marker in block.markers)
    assert shown.notes == whole.notes


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The war came. Then it went.", "The war came."),
        ("He cited the law of the U.S. The law failed.", "He cited the law of the U.S."),
        ("The U.S. President came. He went.", "The U.S. President came."),
        ("As U.S.–led forces left, it ended. Then.", "As U.S.–led forces left, it ended."),
        ("Kurt M. Campbell said so. It was so.", "Kurt M. Campbell said so."),
        ("Dr. Smith left in No. 5. He wept.", "Dr. Smith left in No. 5."),
        ("He worked for Acme Inc. Then he left.", "He worked for Acme Inc."),
        ("They fell in Mar. The end.", "They fell in Mar."),
        ("In 2.5 years it ended. Then.", "In 2.5 years it ended."),
        ("See example.org for it. Then.", "See example.org for it."),
        ("“So it is.” Then.", "“So it is.”"),
        ("Apple fell. iPhones rose.", "Apple fell."),
        ("They paid. €5 was left.", "They paid."),
        ("It ended.Then it began.", "It ended."),
        ("It came.[3] Then it went.", "It came.[3]"),
        ("It came.—Then it went.", "It came."),
        ("Questions? ¿Y then?", "Questions?"),
        ("Er sagte. „So.“", "Er sagte."),
        ("Первое слово. Второе слово.", "Первое слово."),
        ("和平。战争。", "和平。"),
        ("No stop at all", "No stop at all"),
        ("", ""),
    ],
)
def test_the_first_sentence_is_rather_too_short_than_too_long(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_of_a_table_nothing_is_shown_and_its_markers_can_be_reached() -> None:
    recovered = recover_text(TABLE, {"notes": "end"})
    assert recovered.problems == ()
    paragraph, table = excerpt_of_blocks(recovered.document.blocks)
    assert paragraph.text == "They met. […]"
    assert [(marker.note, marker.offset) for marker in paragraph.markers] == [("1", 9), ("2", 13)]
    assert table.rows == (("[…]",),)
    assert table.text == "[…]"
    assert [marker.offset for marker in table.markers] == [len(table.text)]


def excerpt_of_blocks(blocks: tuple) -> list:  # type: ignore[type-arg]
    from florilegium.excerpts import _excerpt

    return [_excerpt(block) for block in blocks if block.kind in AUTHORS_TEXT]


def test_no_second_sentence_is_in_any_page_or_data_file(placed: Placed, built: Built) -> None:
    source = placed.source.record.id
    shown = tuple(excerpt_of(one) if one is placed else one for one in built.placed)
    citations = built.matched.citations
    cited = where_cited(citations, shown, ())
    index = index_subjects(shown, built.collection.authority)
    links = resolve_see(built.placed).links
    crossed = cross_reference(shown, citations, built.collection.references, index, links)
    outputs = (
        *pages.render(built.collection, shown, (), replace(built.works, cited=cited), index, crossed),
        *exports.export(shown, built.collection.themes, citations=citations, index=index, crossed=crossed),
    )
    written = "\n".join(output.content for output in outputs if output.made_from)
    notes = " ".join(note.text for note in placed.document.notes)
    others = " ".join(block.text for one in built.placed if one is not placed for block in one.document.blocks)
    firsts = " ".join(block.text for block in excerpt_of(placed).document.blocks)
    kept_back = [
        opening
        for block in placed.document.blocks
        if block.kind in AUTHORS_TEXT
        for start, end in zip(sentence_ends(block.text), sentence_ends(block.text)[1:], strict=False)
        # Its first words are enough to tell: reports quote no more than that.
        if (opening := " ".join(block.text[start:end].split()[:4]))
        and len(opening.split()) == 4
        and not any(opening in text for text in (notes, others, firsts))
    ]
    assert len(kept_back) > 20
    assert [opening for opening in kept_back if opening in written] == []
    left_out = {one.text for one in placed.document.left_out}
    assert [words for words in left_out if len(words) > 5 and words in written] == []
    cut = {marker for one in placed.source.record.corrections if (marker := one.marker_after)}
    assert [words for words in cut if words in written] == []
    data = next(output.content for output in outputs if output.path == f"data/sources/{source}.json")
    assert not any(block["why"] for block in json.loads(data)["blocks"])
    page = next(output.content for output in outputs if output.path == f"sources/{source}/index.md")
    assert "**Excerpt.**" in page
    assert "as an excerpt" in page
