"""The terms of a ¶ in its margin, of texts made up."""

from __future__ import annotations

import re
from collections.abc import Mapping

import markdown
import pytest

from florilegium.model import Authority, Block, Document, IndexTerm, Marker, Mention, SubjectIndex
from florilegium.pages.blocks import Setting, block_markdown
from florilegium.pages.margin_terms import TermsByPlace, term_labels, term_lists, terms_by_place

EXTENSIONS = ["attr_list", "md_in_html", "sane_lists", "tables", "toc"]
SPACE = "\N{NO-BREAK SPACE}"
FROM = "peace/brief.md"
NAMES = ("Iran", "peace", "*odd* [name]", "arms")


def block(number: int, *notes: int, kind: str = "paragraph") -> Block:
    markers = tuple(Marker(str(note), 1 + at, 1 + at, doubtful=False) for at, note in enumerate(notes))
    return Block(
        f"p{number}",
        "list_item" if kind == "list_item" else "paragraph",
        "Words of the text.",
        (),
        markers,
        (),
        (),
        (),
        ordered=False if kind == "list_item" else None,
        label="-" if kind == "list_item" else "",
    )


def document(*blocks: Block) -> Document:
    return Document(blocks, (), (), (), (), (), (), 0, 0)


def spoken(source: str = "brief", /, **places: str) -> TermsByPlace:
    """Return the terms of the places of a source: `p1="Iran,peace"`."""
    mentions = (
        Mention(name, source, place, at, at + 1)
        for place, names in places.items()
        for at, name in enumerate(names.split(","))
    )
    terms = tuple(IndexTerm(name, "concept", (name,), (), (), (), 1) for name in NAMES)
    return terms_by_place(SubjectIndex(Authority(terms), tuple(mentions)))


def lists(terms: TermsByPlace, *blocks: Block, source: str = "brief") -> dict[str, str]:
    """Return what each list says, by its id."""
    made = term_lists(source, document(*blocks), terms, [one.id for one in blocks], FROM)
    found = re.findall(r'<div id="([^"]+)" class="terms-list"[^>]*>\n\n(.*?)\n\n</div>', made, re.DOTALL)
    return dict(found)


def labels(terms: TermsByPlace, *blocks: Block) -> Mapping[str, str]:
    return term_labels("brief", document(*blocks), terms, [one.id for one in blocks])


def test_a_list_names_the_terms_of_a_paragraph_in_the_order_of_the_text_each_once() -> None:
    terms = spoken(p1="peace,Iran,peace")
    assert lists(terms, block(1)) == {
        "terms-p1": f"Index terms of ¶{SPACE}1: [peace](../subject-index.md#peace){SPACE}· "
        "[Iran](../subject-index.md#iran)"
    }


def test_terms_of_the_notes_follow_and_name_their_note() -> None:
    terms = spoken(p1="peace", n7="peace,Iran", n2="arms,Iran")
    assert lists(terms, block(1, 7, 2))["terms-p1"].split(": ", 1)[1] == (
        f"[peace](../subject-index.md#peace){SPACE}· "
        f"[Iran](../subject-index.md#iran) (in [n.{SPACE}7](#n7)){SPACE}· "
        f"[arms](../subject-index.md#arms) (in [n.{SPACE}2](#n2))"
    )


def test_a_paragraph_whose_notes_alone_speak_of_a_term_has_a_list() -> None:
    assert list(lists(spoken(n7="Iran"), block(1, 7))) == ["terms-p1"]


@pytest.mark.parametrize("terms", [spoken(), spoken(p2="Iran", n9="peace")])
def test_a_paragraph_without_terms_has_no_button_and_no_list(terms: TermsByPlace) -> None:
    assert labels(terms, block(1, 7)) == {}
    assert term_lists("brief", document(block(1, 7)), terms, ["p1"], FROM) == ""


def test_terms_of_another_source_are_not_those_of_this_one() -> None:
    assert lists(spoken(p1="Iran"), block(1), source="paper") == {}
    assert lists(spoken("paper", p1="Iran"), block(1)) == {}


def test_only_what_is_asked_for_has_a_button_and_a_list() -> None:
    terms, blocks = spoken(p1="Iran", p2="Iran", p3="Iran"), [block(number) for number in (1, 2, 3)]
    assert list(term_labels("brief", document(*blocks), terms, {"p3", "p1"})) == ["p1", "p3"]
    made = term_lists("brief", document(*blocks), terms, {"p3", "p1"}, FROM)
    assert re.findall(r'id="terms-(\w+)"', made) == ["p1", "p3"]


def test_every_button_opens_the_one_list_that_is_there_for_it() -> None:
    terms = spoken(p1="Iran", p3="peace", n4="arms")
    blocks = (block(1), block(2), block(3), block(5, 4))
    opened = [re.findall('popovertarget="([^"]+)"', label) for label in labels(terms, *blocks).values()]
    assert opened == [["terms-p1"], ["terms-p3"], ["terms-p5"]] == [[one] for one in lists(terms, *blocks)]


def test_a_name_is_shown_as_it_is_written() -> None:
    made = term_lists("brief", document(block(1)), spoken(p1="*odd* [name]"), ["p1"], FROM)
    html = markdown.markdown(made, extensions=EXTENSIONS)
    assert '<a href="../subject-index.md#odd-name">*odd* [name]</a></p>' in html
    assert html.count('popover="auto"') == html.count("<p>") == 1


@pytest.mark.parametrize("kind", ["paragraph", "list_item"])
def test_a_button_stands_beside_the_number_and_before_the_words(kind: str) -> None:
    one = block(1, kind=kind)
    (label,) = labels(spoken(p1="Iran"), one).values()
    html = markdown.markdown(block_markdown(one, Setting(labels=(label,))), extensions=EXTENSIONS)
    assert f">¶ 1</a> {label}</span> Words of the text.</{'p' if kind == 'paragraph' else 'li'}>" in html


def test_a_button_says_to_a_listener_what_it_opens() -> None:
    (label,) = labels(spoken(p1="Iran"), block(1)).values()
    assert label == (
        '<button type="button" class="terms-of" popovertarget="terms-p1" '
        'aria-label="Index terms of paragraph 1">index</button>'
    )
