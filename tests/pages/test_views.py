"""What is known of a source, as its page lists it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_site import Built
from florilegium.model import Block
from florilegium.pages.views import facts, opening

LONG = [f"w{number}" for number in range(1, 41)]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://x.org/a_(b)", "<https://x.org/a_(b)>"),
        ("https://x.org/*a*", "https://x.org/\\*a\\*"),
        ("https://x.org/a>b", "<https://x.org/a>&gt;b"),
    ],
)
def test_the_address_of_the_original_is_never_markup(address: str, shown: str, built: Built) -> None:
    (one, *_) = built.placed
    record = replace(one.source.record, original_at=address)
    known = {fact.label: fact.value for fact in facts(replace(one, source=replace(one.source, record=record)))}
    assert known["The original may be found at"] == shown


def test_what_nobody_added_is_not_listed_and_numbers_have_their_nouns(built: Built) -> None:
    (one, *_) = built.placed
    bare = replace(one, source=replace(one.source, record=replace(one.source.record, supplied=())))
    known, none = ({fact.label: fact.value for fact in facts(each)} for each in (one, bare))
    assert set(known) - set(none) == {"Added by us, not in the file we received"}
    assert known["Length"] == f"{len(one.placings)} paragraphs, {len(one.document.notes)} notes"
    without = replace(one, document=replace(one.document, notes=()))
    assert {fact.label: fact.value for fact in facts(without)}["Length"].endswith(", no notes")


def test_the_author_comes_first_and_is_named_once_in_the_list_of_sources(built: Built) -> None:
    assert all(facts(one)[0].label == "Author" for one in built.placed)
    (listed,) = (file for file in built.outputs if file.path == "sources/index.md")
    assert "**Author:**" not in str(listed.content)
    assert "**Date:**" in str(listed.content)


@pytest.mark.parametrize(
    ("pause", "last"),
    [
        ({}, 30),
        ({22: ","}, 30),
        ({23: ","}, 23),
        ({24: ";", 28: ":"}, 28),
        ({30: ","}, 30),
        ({26: "—"}, 26),
        ({31: ","}, 30),
    ],
)
def test_a_long_opening_ends_at_a_pause_near_its_end(pause: dict[int, str], last: int) -> None:
    text = " ".join(word + pause.get(number, "") for number, word in enumerate(LONG, start=1))
    shown = opening(Block("p1", "paragraph", f"{text}.", (), (), (), (), ()))
    assert shown.endswith(f" w{last}\N{NO-BREAK SPACE}…")
    assert text.startswith(shown[:-2])


def test_a_dash_that_stands_alone_goes_with_what_follows_it() -> None:
    text = " ".join((*LONG[:25], "–", *LONG[25:]))
    assert opening(Block("p1", "paragraph", f"{text}.", (), (), (), (), ())).endswith("w25\N{NO-BREAK SPACE}…")


def test_a_short_opening_is_a_whole_sentence() -> None:
    assert opening(Block("p1", "paragraph", "It rose, and fell. It lay.", (), (), (), (), ())) == "It rose, and fell."
