from __future__ import annotations

from dataclasses import replace

import pytest

from build_site import Built
from florilegium.model import Correction, Placed, Placing, Reference, Source, Term, Theme
from florilegium.themes import ENOUGH, LEAD_IN, SHORTEST, place_by_theme, term_pattern
from tests.outline import record_of, recover_text

THEMES = (
    Theme(
        "peace",
        "sources/themes/peace.md",
        "Peace",
        "?",
        1,
        (Term("peace*", 3), Term("UN", 2)),
        ("peace of mind",),
        "",
        1,
    ),
    Theme("war", "sources/themes/war.md", "War", "?", 2, (Term("war", 3), Term("use of force", 3)), (), "", 1),
)


def place(raw: str, corrections: tuple[Correction, ...] = ()) -> Placed:
    record = replace(record_of({}), corrections=corrections)
    source = Source(record, Reference("work", "online", (), 1), raw)
    return place_by_theme(source, recover_text(raw).document, THEMES)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("sanction*", "Sanctions, sanctioned; a sanction", 3),
        ("war", "War wars warfare post-war", 2),
        ("UN", "The UN, un and UNESCO", 1),
        ("U.N.", "the U.N. and U.N.–backed", 2),
        ("use of force", "the use of force, Use  of force", 2),
        ("like-minded", "like-minded states", 1),
        ("people's war", "a people’s war, a people's war", 2),
    ],
)
def test_a_term_is_whole_words_and_capitals_count(term: str, text: str, found: int) -> None:
    assert len(term_pattern(term).findall(text)) == found


def test_a_paragraph_goes_where_its_terms_are_and_says_why() -> None:
    placed = place("The peace was long.\nThe war was longer, a war of years.\nNobody spoke of either.")
    assert [one.theme for one in placed.placings] == ["peace", "war", "context"]
    assert [(why.theme, why.term, why.count) for why in placed.placings[1].why] == [("war", "war", 2)]
    assert placed.placings[1].by == "terms"


def test_passing_mention_in_a_long_paragraph_is_not_enough() -> None:
    long = " ".join(["They spoke of the harvest and the price of bread."] * 30)
    assert place(f"{long} Someone named peace.").placings[0].theme == "context"


def test_a_phrase_that_does_not_count_hides_its_term() -> None:
    assert place("He had his peace of mind.").placings[0].theme == "context"


HEADING = "War and war, the use of force and the use of force in war"


def test_a_heading_helps_but_does_not_decide_alone() -> None:
    spoken = "They met at home and the war was far from them. " + "They spoke of the harvest and the bread. " * 5
    placed = place(f"{HEADING}\n\n{spoken}\n\nThey met again there.")
    alone = place(spoken)
    assert placed.document.blocks[0].kind == "heading"
    assert placed.placings[0].weights[1].heading > ENOUGH
    assert [(one.theme, one.by) for one in placed.placings] == [("war", "heading"), ("context", "terms")]
    assert alone.placings[0].theme == "context"


def test_neighbours_under_the_same_heading_help_and_others_do_not() -> None:
    middle = "They spoke of war at home."
    near = place(f"First\n\nWar and war and war.\n\n{middle}\n\nWar and war and war.").placings[1].weights[1]
    apart = place(f"First\n\nWar and war and war.\n\nThen\n\n{middle}").placings[1].weights[1]
    assert near.neighbours == pytest.approx(2 * 0.1 * 9 / SHORTEST)
    assert apart.neighbours == 0


def test_what_introduces_a_list_is_weighed_once() -> None:
    placed = place("They made peace:\n1. bread for all\n2. books")
    first, second = placed.placings[1:]
    lead = placed.placings[0].weights[0].terms
    assert first.weights[0].neighbours == pytest.approx(LEAD_IN * lead)
    assert second.weights[0].neighbours == pytest.approx(LEAD_IN * lead)


def test_an_editor_wins_and_what_terms_said_is_kept() -> None:
    correction = Correction(at="p1", begins="The peace", line=1, theme="war", also=("peace",))
    (placing,) = place("The peace was long.", (correction,)).placings
    assert (placing.theme, placing.also, placing.by, placing.by_terms) == ("war", ("peace",), "editor", "peace")


def test_neighbouring_paragraphs_of_a_theme_under_one_heading_are_a_passage() -> None:
    placed = place("First\n\nThe war came.\n\nThe war stayed.\n\nThe peace came.\n\nThen\n\nThe peace stayed.")
    assert [(one.theme, one.headings, one.blocks) for one in placed.passages] == [
        ("war", ("First",), ("p1", "p2")),
        ("peace", ("First",), ("p3",)),
        ("peace", ("Then",), ("p4",)),
    ]


def test_every_paragraph_stands_in_exactly_one_passage(built: Built) -> None:
    for one in built.placed:
        assert [block for passage in one.passages for block in passage.blocks] == [p.block for p in one.placings]


READ = ("bali-2022", "gransnews-review", "lew-asia-times", "vinjamuri-2020")
"""The texts that two readers placed, ¶ by ¶."""


def read(built: Built) -> list[Placing]:
    return [placing for one in built.placed if one.source.record.id in READ for placing in one.placings]


def test_terms_alone_are_right_for_nine_paragraphs_in_ten(built: Built) -> None:
    placings = read(built)
    assert sum(one.theme == one.by_terms for one in placings) / len(placings) >= 0.9


def test_about_half_are_context_and_one_in_six_speaks_of_a_further_theme(built: Built) -> None:
    placings = read(built)
    assert 0.45 <= sum(one.theme == "context" for one in placings) / len(placings) <= 0.55
    assert 1 / 8 <= sum(bool(one.also) for one in placings) / len(placings) <= 1 / 5


def test_what_introduces_a_list_places_its_items() -> None:
    placed = place("Peace and peacekeeping and more peace and peace:\n1. bread for all\n2. books\n\nThey went home.")
    assert [(one.theme, one.by) for one in placed.placings] == [
        ("peace", "terms"),
        ("peace", "heading"),
        ("peace", "heading"),
        ("context", "terms"),
    ]


def test_a_term_counts_no_more_from_its_fourth_time_on() -> None:
    four, nine = (place(f"{'Peace came. ' * times}{'They ate their bread. ' * 9}") for times in (4, 9))
    assert four.placings[0].weights[0].terms > nine.placings[0].weights[0].terms


def test_what_speaks_for_a_theme_is_kept(built: Built) -> None:
    for one in built.placed:
        for placing in one.placings:
            assert [weight.theme for weight in placing.weights] == [theme.id for theme in built.collection.themes]
            found = {why.theme for why in placing.why}
            assert found == {weight.theme for weight in placing.weights if weight.terms > 0}
