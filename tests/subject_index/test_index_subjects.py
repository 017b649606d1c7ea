from __future__ import annotations

from dataclasses import replace

from build_site import Built
from florilegium.model import Mention
from florilegium.subject_index import Located, index_subjects, located
from florilegium.subject_index.words import alike
from tests.subject_index.made import authority, made, paragraph, term

PEACE, WAR, TREATY = term("peace"), term("war", "warfare"), term("treaty")


def test_every_paragraph_and_note_of_every_source_is_searched_in_order() -> None:
    placed = (made(["War.", "Of peace."], ["On war."]), made(["Peace, and war."], source="report"))
    assert index_subjects(placed, authority(PEACE, WAR)).mentions == (
        Mention("war", "brief", "p1", 0, 3),
        Mention("peace", "brief", "p2", 3, 8),
        Mention("war", "brief", "n1", 3, 6),
        Mention("peace", "report", "p1", 0, 5),
        Mention("war", "report", "p1", 11, 14),
    )


def test_headings_and_pull_quotes_are_not_the_authors_text() -> None:
    heading = replace(paragraph(1, "War"), id="h1", kind="heading", level=2)
    quote = replace(paragraph(1, "War"), id="q1", kind="pull_quote")
    item = replace(paragraph(1, "War"), kind="list_item")
    assert [one.place for one in index_subjects([made([heading, quote, item])], authority(WAR)).mentions] == ["p1"]


def test_what_stands_in_two_cells_of_a_table_is_no_phrase() -> None:
    table = replace(paragraph(1, "Peace War Peace talks"), kind="table", rows=(("Peace", "", "War"), ("Peace talks",)))
    index = index_subjects([made([table])], authority(term("peace war"), term("war peace"), term("peace talks"), PEACE))
    assert [(one.term, one.start, one.end) for one in index.mentions] == [("peace", 0, 5), ("peace talks", 10, 21)]


def test_a_table_of_which_an_excerpt_is_shown_is_searched_as_it_is_shown() -> None:
    table = replace(paragraph(1, "Peace […]"), kind="table", rows=(("[…]",),))
    assert len(index_subjects([made([table])], authority(PEACE)).mentions) == 1


def test_the_index_keeps_its_terms() -> None:
    terms = authority(PEACE, WAR)
    assert index_subjects((), terms).authority == terms


def test_terms_are_located_by_source_the_one_that_speaks_of_a_term_most_first() -> None:
    placed = (
        made(["War.", "Peace."], ["On war."]),
        made(["War, warfare.", "None.", "War."], ["War", "None", "War"], source="report"),
        made(["War."], ["War."], source="review"),
    )
    index = index_subjects(placed, authority(TREATY, WAR, PEACE))
    assert list(located(index).items()) == [
        (
            "war",
            (
                Located("report", ("p1", "p3"), ("n1", "n3"), 5),
                Located("brief", ("p1",), ("n1",), 2),
                Located("review", ("p1",), ("n1",), 2),
            ),
        ),
        ("peace", (Located("brief", ("p2",), (), 1),)),
    ]


def test_every_mention_in_our_texts_is_a_variant_of_its_term(built: Built) -> None:
    terms = built.collection.authority
    texts: dict[tuple[str, str], str] = {}
    for one in built.placed:
        texts.update(((one.source.record.id, block.id), block.text) for block in one.document.blocks)
        texts.update(((one.source.record.id, note.id), note.text) for note in one.document.notes)
    held = {
        term.name: {alike(text) for text in (*term.variants, *(text for _, own in term.variants_in for text in own))}
        for term in terms.terms
    }
    index = index_subjects(built.placed, terms)
    assert index.mentions
    for mention in index.mentions:
        assert alike(texts[mention.source, mention.place][mention.start : mention.end]) in held[mention.term]
