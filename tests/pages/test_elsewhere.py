"""What stands at a passage of the places elsewhere that belong to it; the text around it stays as it is."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from markdown import Markdown

from build_site import Built
from florilegium.model import Authority, CrossReference, Relation, SubjectIndex
from florilegium.pages.elsewhere import Elsewhere, elsewhere, ends_of_passages
from tests.pages.crossed_made import crossed, known_of, pages_of, place, real_pages, reason, side, term

PAGE = "sources/one/index.md"
SPACE = "\N{NO-BREAK SPACE}"
LIST = "Aims\n\nThey met.\n\nThey wanted:\n1. peace\n2. bread\n3. war\n\nThey went home.\n\nThen\n\nThey wrote."
ONE = place("one", "Why\n\nIt rose.\n\nIt fell.\n\nIt lay.\n\nThen\n\nIt was gone.", "b b b w")
TWO = place("two", "Why\n\nHow\n\nIt sang.\n\nIt wept.\n\nIt slept.", "b b c")
THREE = place("three", "It ran.\n\nIt stood.", "w w", "paraphrased")
ALL = (ONE, TWO, THREE)


def html(markdown: str) -> str:
    """Render Markdown as MkDocs is told to."""
    return Markdown(extensions=["attr_list", "md_in_html", "sane_lists", "tables"]).convert(markdown)


def shown_at(source: str, blocks: tuple[str, ...], *found: CrossReference) -> Elsewhere:
    shown = elsewhere(source, blocks, known_of(found, ALL), PAGE)
    assert shown is not None
    return shown


def body(content: str) -> str:
    return content.split("\n---\n", 1)[1]


def without_ours(content: str) -> str:
    """Leave out what is said of other sources: a folded line on the page of a text, a section on others."""
    left = re.sub(r'<section class="elsewhere".*?</section>', "", content, flags=re.DOTALL)
    pieces = []
    at = 0
    for match in re.finditer(r'<details class="elsewhere"', left):
        if match.start() < at:
            continue
        depth, end = 0, match.start()
        for tag in re.finditer(r"<details|</details>", left[match.start() :]):
            depth += 1 if tag[0] == "<details" else -1
            if depth == 0:
                end = match.start() + tag.end()
                break
        pieces.append(left[at : match.start()])
        at = end
    return re.sub(r"\n{3,}", "\n\n", "".join((*pieces, left[at:])))


def test_a_place_elsewhere_has_its_source_its_headings_and_the_permanent_address_of_its_run() -> None:
    (shown,) = shown_at("one", ("p1", "p2", "p3"), crossed("one#p1-p3", "two#p1-p2")).crossed
    assert shown.place.label == f"Two, 2020, ¶{SPACE}1–2"
    assert shown.place.target == "../two/index.md?to=p2#p1"
    assert shown.headings == "How"


@pytest.mark.parametrize(
    ("run", "expected"), [("p1-p3", ""), ("p2", f"¶{SPACE}2"), ("p2-p3", f"¶{SPACE}2–3"), ("p1", f"¶{SPACE}1")]
)
def test_the_paragraphs_that_it_concerns_are_named_where_the_passage_is_longer(run: str, expected: str) -> None:
    (shown,) = shown_at("one", ("p1", "p2", "p3"), crossed(f"one#{run}", "two#p1")).crossed
    assert shown.concerns == expected


@pytest.mark.parametrize(
    ("relation", "here", "there"),
    [
        ("agrees", "Agrees with", "Agrees with"),
        ("contradicts", "Contradicts", "Contradicts"),
        ("continues", "Earlier on this", "Later on this"),
        ("related", "See also", "See also"),
        (None, "", ""),
    ],
)
def test_an_editors_link_says_its_relation_from_each_side(relation: Relation | None, here: str, there: str) -> None:
    found = crossed("one#p1", "two#p1", relation)
    assert [one.label for one in shown_at("one", ("p1",), found).crossed] == [here]
    assert [one.label for one in shown_at("two", ("p1",), found).crossed] == [there]


def test_the_best_stands_first_from_either_side() -> None:
    found = (
        crossed("two#p2", "one#p2", "agrees"),
        crossed("one#p1", "three#p1", None, reason("text", "ran")),
        crossed("one#p1", "two#p1", None, reason("text", "sang")),
    )
    places = [one.place.target for one in shown_at("one", ("p1", "p2", "p3"), *found).crossed]
    assert places == ["../two/index.md#p2", "../three/index.md#p1", "../two/index.md#p1"]


def test_of_each_side_the_sentence_leads_to_its_own_paragraph_and_a_paraphrase_says_so() -> None:
    found = crossed(side("one#p1-p2", "It [fell].", "p2"), side("three#p1", "It ran."))
    (shown,) = shown_at("one", ("p1", "p2"), found).crossed
    mine, theirs = shown.sentences
    assert (mine.place.label, mine.place.target) == (f"This passage, ¶{SPACE}2", "index.md#p2")
    assert (mine.sentence, mine.paraphrased, mine.quoted_class) == ("It \\[fell\\].", "", "")
    assert (theirs.place.label, theirs.place.target) == (f"Three, 2020, ¶{SPACE}1", "../three/index.md#p1")
    assert (theirs.sentence, theirs.paraphrased, theirs.quoted_class) == ("It ran.", "paraphrased", " .paraphrased")
    assert shown.sentences_said == "The sentence on each side"


@pytest.mark.parametrize(("mine", "theirs", "number"), [("It rose.", "", 1), ("", "It sang.", 1), ("", "", 0)])
def test_a_sentence_that_may_not_be_shown_is_left_out(mine: str, theirs: str, number: int) -> None:
    found = crossed(side("one#p1", mine), side("two#p1", theirs))
    (shown,) = shown_at("one", ("p1",), found).crossed
    assert len(shown.sentences) == number
    assert shown.sentences_said != "The sentence on each side"
    page = pages_of(ALL, (found,))["bread/one.md"].content
    assert page.count('<details class="sentences"') == page.count("{: .sentence ") == number


def test_the_folded_line_says_what_joins_and_names_three_places_at_the_most() -> None:
    more = tuple(place(name, "It ran.", "b") for name in ("four", "five"))
    found = (
        crossed("one#p1", "four#p1", None, reason("text", "ran")),
        crossed("two#p2", "one#p2", "agrees"),
        crossed("three#p1", "one#p1", "contradicts"),
        crossed("one#p1", "two#p1", None, reason("text", "sang")),
        crossed("one#p1", "five#p1", None, reason("text", "ran")),
        crossed("two#p3", "one#p2", "agrees"),
    )
    shown = elsewhere("one", ("p1", "p2", "p3"), known_of(found, (*ALL, *more)), PAGE)
    assert shown is not None
    names = (
        f" on ¶{SPACE}1–2: contradicts Three, 2020 (paraphrased) ¶{SPACE}1",
        f"agrees with Two, 2020 ¶{SPACE}2–3",
        f"same words in Four, 2020 ¶{SPACE}1",
        "2 more",
    )
    assert shown.named == " · ".join(names)


@pytest.mark.parametrize(
    ("relation", "here", "there"),
    [
        ("agrees", "agrees with", "agrees with"),
        ("contradicts", "contradicts", "contradicts"),
        ("continues", "earlier on this in", "later on this in"),
        ("related", "see also", "see also"),
    ],
)
def test_the_folded_line_says_a_relation_from_each_side(relation: Relation, here: str, there: str) -> None:
    found = crossed("one#p1", "two#p1", relation)
    assert shown_at("one", ("p1",), found).named == f": {here} Two, 2020 ¶{SPACE}1"
    assert shown_at("two", ("p1",), found).named == f": {there} One, 2020 ¶{SPACE}1"


def test_what_has_the_same_reason_shares_its_words_in_the_folded_line() -> None:
    found = (
        crossed("one#p1", "two#p1", None, reason("term", "harbour")),
        crossed("one#p1", "three#p1", None, reason("term", "harbour")),
    )
    index = SubjectIndex(Authority((term("harbour"),)), ())
    shown = elsewhere("one", ("p1",), known_of(found, ALL, index), PAGE)
    assert shown is not None
    assert shown.named == f": same subjects in Two, 2020 ¶{SPACE}1 and Three, 2020 (paraphrased) ¶{SPACE}1"


def test_nothing_is_said_where_nothing_stands_elsewhere() -> None:
    found = (crossed("one#p1", "two#p1"),)
    assert elsewhere("one", ("p2", "p3"), known_of(found, ALL), PAGE) is None
    pages = pages_of(ALL, found)
    assert "Elsewhere" not in pages["war/one.md"].content
    assert "Elsewhere" not in pages["sources/three/index.md"].content
    assert not any("lsewhere in the collection" in file.content for file in pages_of(ALL, ()).values())


@pytest.mark.parametrize(
    ("themes", "expected"),
    [
        ("b b b b b b b", {"p6": "p1 p2 p3 p4 p5 p6", "p7": "p7"}),
        ("b w w w w b b", {"p1": "p1", "p5": "p2 p3 p4 p5", "p6": "p6", "p7": "p7"}),
        ("b w b w c b b", {"p1": "p1", "p5": "p2 p3 p4 p5", "p6": "p6", "p7": "p7"}),
        ("b b b w w w b", {"p5": "p1 p2 p3", "p6": "p4 p5 p6", "p7": "p7"}),
        ("w b b b b w b", {"p1": "p1", "p5": "p2 p3 p4 p5", "p6": "p6", "p7": "p7"}),
    ],
)
def test_a_passage_that_ends_in_a_list_or_before_one_waits_until_it_has_ended(
    themes: str, expected: dict[str, str]
) -> None:
    placed = place("one", LIST, themes)
    ends = ends_of_passages(placed.document.blocks, placed.passages)
    assert {block: " ".join(ids) for block, ids in ends.items()} == expected


def test_a_passage_waits_for_the_end_of_a_table() -> None:
    placed = place("one", "They had:\n\n| Key | Use |\n|---|---|\n| a | b |\n\nThey left.", "b w b")
    ends = ends_of_passages(placed.document.blocks, placed.passages)
    assert ends == {"p2": ("p1", "p2"), "p3": ("p3",)}


def test_a_list_of_many_themes_stays_one_list_and_keeps_its_numbers() -> None:
    one = place("one", LIST, "b w b w c b b")
    found = [crossed(f"one#p{number}", "two#p1", "agrees") for number in range(1, 8)]
    content = body(pages_of((one, TWO), found)["sources/one/index.md"].content)
    assert content.count('<details class="elsewhere"') == 4
    rendered = html(content.split("\n## About this text")[0])
    assert rendered.count("<ol") == 1
    assert "start=" not in rendered
    (listed,) = re.findall(r"<ol>.*?</ol>", rendered, re.DOTALL)
    assert re.findall(r'id="(p\d)"', listed) == ["p3", "p4", "p5"]
    after = rendered[rendered.index("</ol>") :]
    assert [f"On ¶{SPACE}{number}:" in after for number in range(1, 7)] == [False, True, True, True, True, False]


def test_what_waited_names_its_passage_since_another_stands_between() -> None:
    one = place("one", LIST, "b b b w w w b")
    content = pages_of((one, TWO), (crossed("one#p1-p3", "two#p1"), crossed("one#p4-p6", "two#p1")))
    first, second = content["sources/one/index.md"].content.split('<details class="elsewhere"')[1:]
    assert f"On ¶{SPACE}1–3:" in first
    assert "On ¶" not in second


@pytest.fixture(scope="module")
def everywhere(built: Built) -> tuple[CrossReference, ...]:
    """A cross-reference at every ¶ of the real texts."""
    goal, other = built.placed[1], built.placed[0]
    return tuple(
        crossed(
            f"{one.source.record.id}#{placing.block}",
            f"{(other if one is goal else goal).source.record.id}#p1",
            "agrees",
        )
        for one in built.placed
        for placing in one.placings
    )


def test_what_is_ours_can_be_left_out_and_the_page_is_as_it_was(
    built: Built, everywhere: tuple[CrossReference, ...]
) -> None:
    bare, full = real_pages(built, ()), real_pages(built, everywhere)
    themes = [*(theme.id for theme in built.collection.themes), "context"]
    compared = 0
    for one in built.placed:
        source = one.source.record.id
        for path in (f"sources/{source}/index.md", *(f"{theme}/{source}.md" for theme in themes)):
            if path in bare:
                assert full[path].content != bare[path].content, path
                assert without_ours(body(full[path].content)) == body(bare[path].content), path
                compared += 1
    assert compared > 15


def test_every_cross_reference_stands_once_on_the_page_of_each_side(
    built: Built, everywhere: tuple[CrossReference, ...]
) -> None:
    pages = real_pages(built, everywhere)
    for one in built.placed:
        source = one.source.record.id
        page = pages[f"sources/{source}/index.md"].content
        wanted = sum(source in (each.side.source, each.other.source) for each in everywhere)
        assert page.count('<li markdown="block">') == wanted, source


def test_a_page_of_passages_has_them_after_each_run_and_where_a_paragraph_speaks_of_the_theme_as_well() -> None:
    one = place("one", "It rose.\n\nIt fell.\n\nIt lay.\n\nIt stood.\n\nIt went.", "b b+w b w b")
    found = (crossed("one#p1-p2", "two#p1"), crossed("one#p3", "two#p2"), crossed("one#p4", "two#p3"))
    pages = pages_of((one, TWO), found)
    content = pages["war/one.md"].content
    sections = re.findall(r'<section class="elsewhere" aria-label="([^"]*)"(.*?)</section>', content, re.DOTALL)
    said = "Elsewhere in the collection, for ¶\N{NO-BREAK SPACE}"
    assert [name for name, _ in sections] == [f"{said}4", f"{said}2"]
    assert [re.findall(r"index\.md#(p\d)", held) for _, held in sections] == [["p3"], ["p1"]]
    assert f"On ¶{SPACE}1–2:" in sections[1][1]
    bread = re.findall(r'aria-label="(Elsewhere[^"]*)"', pages["bread/one.md"].content)
    assert bread == [f"{said}1–3"]


def test_a_page_is_made_of_the_texts_to_which_it_is_joined() -> None:
    pages = pages_of(ALL, (crossed("one#p1", "three#p1"),))
    assert "sources/three.txt" in pages["sources/one/index.md"].made_from
    assert "sources/three.yml" in pages["bread/one.md"].made_from
    assert "sources/three.yml" not in pages_of(ALL, ())["bread/one.md"].made_from
    assert "sources/three.txt" not in pages["sources/two/index.md"].made_from
    assert "sources/two.txt" not in pages["sources/one/index.md"].made_from


def test_words_of_others_are_never_markup() -> None:
    words = "*So* _it_ <b>was</b> [so](x) {: .y } | `z` ¶"
    found = replace(crossed(side("one#p1", words), side("two#p1", words), "agrees"), reasons=(reason("editor", words),))
    page = pages_of((ONE, TWO), (found,))["bread/one.md"].content
    assert unescape(html(body(page))).count(words) == 3
