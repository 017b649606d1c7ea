"""A strip: each ¶ once under its theme, and once for each of which it speaks as well; in words as in the picture."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from build_site import Built
from florilegium.model import Block, Document, Placed, Placing, Reference, Source, Theme
from florilegium.pages.drawn_strips import LANE, MOST_APART, STEP, TOP, drawn_lane, drawn_squares, drawn_strip
from florilegium.pages.environment import TEMPLATES
from florilegium.pages.strip_views import IN_WORDS, MOST_NAMED, shown_strip, strips_at_home
from florilegium.pages.strips import strip
from tests.outline import record_of

PAGE = "sources/text/index.md"
NAMES = {"v": "Virtue", "w": "War | *Peace* [x](y)", "x": 'A & <B> “q” "q" {z} `c`', "y": "Youth", "z": "Zeal"}
THEMES = tuple(Theme(one, "", name, "", n, (), (), "", 1) for n, (one, name) in enumerate(NAMES.items(), start=1))
ODD_HEADING = 'On <i> & "war" *so* [it](is) {: #p1 } _then_'
texts = st.lists(
    st.one_of(
        st.just("#"),
        st.lists(st.sampled_from([*NAMES, "c"]), min_size=1, max_size=3, unique=True).map(
            lambda themes: "".join((themes[0], *(one for one in themes[1:] if one != "c")))
        ),
    ),
    max_size=40,
).map(" ".join)


def block(block_id: str, text: str, headings: tuple[str, ...], level: int | None = None) -> Block:
    return Block(block_id, "heading" if level else "paragraph", text, headings, (), (), (), (), level=level)


def place(shape: str) -> Placed:
    """Place a text: `#` for the heading of a section, letters for a ¶: its theme (`c`: none), then further ones."""
    blocks: list[Block] = []
    placings: list[Placing] = []
    headings: tuple[str, ...] = ()
    for token in shape.split():
        if token == "#":
            name = f"{ODD_HEADING} {len(blocks)}"
            blocks.append(block(f"h{len(blocks)}", name, (), 2))
            headings = (name,)
        else:
            own = "context" if token[0] == "c" else token[0]
            placings.append(Placing(f"p{len(placings) + 1}", own, tuple(token[1:]), "terms", own, (), ()))
            blocks.append(block(placings[-1].block, "It rose.", headings))
    document = Document(tuple(blocks), (), (), (), (), (), (), 0, 0)
    return Placed(Source(record_of({}), Reference("work", "online", (), 1), ""), document, tuple(placings), ())


def html(placed: Placed) -> str:
    """Render a strip as MkDocs is told to."""
    shown = TEMPLATES.get_template("_strip.md.j2").render(strip=shown_strip(placed, THEMES, PAGE))
    return Markdown(extensions=["attr_list", "md_in_html", "sane_lists", "tables"]).convert(shown)


def hit(picture: str) -> list[tuple[str, int, int]]:
    """Return of each link of a picture where it leads, its first step and how many it covers."""
    found = re.findall(r'<a href="([^"]*)"[^>]*>.*?class="target" d="M(\d+) 0h(\d+)v', picture)
    return [(address, int(at), int(length)) for address, at, length in found]


@given(texts)
def test_each_paragraph_stands_in_one_lane_and_is_low_in_each_further_one(shape: str) -> None:
    placed = place(shape)
    made = strip(placed, THEMES)
    assert [lane.theme for lane in made.lanes] == [*NAMES, "context"]
    for lane in made.lanes:
        under = tuple(one.block for one in placed.placings if one.theme == lane.theme)
        beside = tuple(one.block for one in placed.placings if lane.theme in one.also)
        assert (lane.blocks(also=False), lane.blocks(also=True)) == (under, beside)
    headings = {one.id: one.headings for one in placed.document.blocks}
    for lane in made.lanes:
        for run in lane.runs:
            assert run.blocks == made.blocks[run.at : run.at + len(run.blocks)]
            assert {headings[one][-1:] for one in run.blocks} == {(run.heading,) if run.heading else ()}
        for run, after in pairwise(lane.runs):
            met = run.at + len(run.blocks) == after.at
            assert run.at + len(run.blocks) <= after.at
            assert not met or (run.heading, run.also) != (after.heading, after.also)


@given(texts)
def test_the_picture_is_well_formed_and_each_step_leads_to_the_start_of_its_run(shape: str) -> None:
    made = strip(place(shape), THEMES)
    for lane in made.lanes:
        picture = drawn_lane(lane, made)
        ElementTree.fromstring(picture)
        assert hit(picture) == [(f"#{run.blocks[0]}", run.at, len(run.blocks)) for run in lane.runs]
    # On home the links lie side by side, each as high as all lanes: none is missed, none lies on another.
    whole = drawn_strip(made, "sources/text/")
    ElementTree.fromstring(whole)
    covered = [step for _, at, length in hit(whole) for step in range(at, at + length)]
    assert sorted(covered) == list(range(len(made.blocks)))
    assert all(address == f"sources/text/#{made.blocks[at]}" for address, at, _ in hit(whole))


@given(texts)
def test_the_words_say_what_the_picture_shows(shape: str) -> None:
    placed = place(shape)
    shown = shown_strip(placed, THEMES, PAGE)
    lanes = {lane.theme: lane for lane in strip(placed, THEMES).lanes}
    assert [lane.theme for lane in shown.lanes] == [lane.theme for lane in lanes.values() if lane.runs]
    for lane in shown.lanes:
        listed: dict[bool, list[str]] = {False: [], True: []}
        own, _, low = lane.words.rpartition("**")[2].partition("as well")
        for also, words in ((False, own), (True, low)):
            for first, last, to in re.findall(r"\[(\d+)(?:–(\d+))?\]\(#p(\d+)\)", words):
                assert first == to
                listed[also] += [f"p{number}" for number in range(int(first), int(last or first) + 1)]
        assert listed == {also: list(lanes[lane.theme].blocks(also=also)) for also in (False, True)}
        assert lane.link.label.endswith(f" {len(listed[False])}" + (f" +{len(listed[True])}" if listed[True] else ""))


@given(texts)
def test_each_section_has_its_number_and_the_room_up_to_the_next(shape: str) -> None:
    shown = shown_strip(place(shape), THEMES, PAGE)
    for one, after in pairwise(shown.sections):
        assert one.column + one.room == after.column
    assert all(section.column + section.room == shown.steps + 1 for section in shown.sections[-1:])
    assert all(section.room > 0 for section in shown.sections)
    assert [section.number for section in shown.sections] == list(range(1, len(shown.sections) + 1))
    assert shown.named in (shown.sections, ())


@pytest.mark.parametrize(
    ("shape", "lanes", "buttons", "sections"),
    [
        ("", 0, 0, 0),
        ("#", 0, 0, 0),
        ("c", 1, 0, 0),
        ("v", 1, 0, 0),
        ("w w w", 1, 0, 0),
        ("# # vw # cx", 4, 4, 2),
        ("v w x y z c", 6, 6, 0),
        (" ".join(["# v w vw"] * 140), 2, 2, 140),
    ],
)
def test_a_strip_of_any_size_can_be_shown(shape: str, lanes: int, buttons: int, sections: int) -> None:
    shown = html(place(shape))
    assert shown.count('class="lane-name"') == shown.count("<svg") == lanes
    assert shown.count("<button") == buttons
    assert shown.count('style="grid-area') == sections
    # A list of very many would hide what it explains.
    assert shown.count("<span>") == (sections if sections <= MOST_NAMED else 0)
    assert "Choose “only”" in shown or buttons == 0
    assert bool(shown) == bool(lanes)


def test_signs_in_a_heading_and_in_the_name_of_a_theme_are_shown_as_they_are() -> None:
    shown = html(place("# wx x"))
    figure = ElementTree.fromstring(shown)
    titles = [one.text for one in figure.iter("title")]
    space = "\N{NO-BREAK SPACE}"
    assert titles == [
        f"{NAMES['w']}, ¶{space}1: {ODD_HEADING} 0",
        f"{NAMES['x']} as well, ¶{space}1: {ODD_HEADING} 0",
        f"{NAMES['x']}, ¶{space}2: {ODD_HEADING} 0",
    ]
    assert [one.get("data-name") for one in figure.iter("button")] == [NAMES["w"], NAMES["x"]]
    assert [one.text for one in figure.iter("a") if one.get("class", "").startswith("legend-key")] == [
        f"{NAMES['w']} 1",
        f"{NAMES['x']} 1 +1",
    ]
    assert [one.text for one in figure.iter("strong")] == [NAMES["w"], NAMES["x"]]
    assert [one.get("title") for one in figure.iter("a") if one.get("style")] == [f"{ODD_HEADING} 0"]
    assert [one.text for one in figure.iter("a") if one.get("style")] == ["1"]
    assert [one.text for span in figure.iter("span") for one in span.iter("a")] == [f"{ODD_HEADING} 0"]


def test_what_is_about_no_theme_is_hollow_and_what_speaks_as_well_is_low() -> None:
    made = strip(place("v cv"), THEMES)
    virtue, context = made.lanes[0], made.lanes[-1]
    assert 'class="theme-context hollow"' in drawn_lane(context, made)
    assert "hollow" not in drawn_lane(virtue, made)
    assert re.findall(r'class="theme-v" d="([^"]*)"', drawn_lane(virtue, made)) == [
        "M0.06 4h0.88v16h-0.88z",
        "M1.06 12h0.88v8h-0.88z",
    ]


def test_the_style_sheet_draws_the_line_on_which_the_steps_stand() -> None:
    style = (Path(__file__).parents[2] / "docs/assets/florilegium.css").read_text(encoding="utf-8")
    (lane,) = re.findall(r"^\.md-typeset \.strip \.lane \{(.*)\}$", style, re.MULTILINE)
    assert f"height: {LANE}px" in lane
    assert f"0 {TOP + STEP}px / 100% 1px" in lane


def test_steps_that_cannot_be_told_apart_are_drawn_as_one() -> None:
    made = strip(place(" ".join("v" * (MOST_APART + 1))), THEMES)
    assert f'class="theme-v" d="M0 4h{MOST_APART + 1}v16h-{MOST_APART + 1}z"' in drawn_lane(made.lanes[0], made)


@pytest.mark.parametrize(("primary", "also", "height"), [(1, 0, 8), (0, 2, 8), (10, 0, 8), (10, 1, 16), (44, 5, 40)])
def test_there_is_one_square_for_each_paragraph(primary: int, also: int, height: int) -> None:
    drawn = drawn_squares("v", primary, also)
    ElementTree.fromstring(drawn)
    assert (drawn.count("h6v6h-6z"), drawn.count("h6v3h-6z")) == (primary, also)
    assert f'height="{height}"' in drawn


def test_the_real_texts_have_each_paragraph_and_each_address(built: Built) -> None:
    pages = {file.path: file.content for file in built.outputs if isinstance(file.content, str)}
    for placed in built.placed:
        source = placed.source.record.id
        page = pages[f"sources/{source}/index.md"]
        figure = page[page.index('<figure class="strip"') : page.index("</figure>")]
        anchors = {
            *re.findall(r"#([\w-]+)", "".join(re.findall(r"\{: [^}]*\}", page))),
            *re.findall(r'id="(\w+)"', page),
        }
        for anchor in re.findall(r'href="#([^"]*)"', figure):
            assert anchor in anchors
        made = strip(placed, built.collection.themes)
        steps = [step for lane in made.lanes for run in lane.runs if not run.also for step in run.blocks]
        assert sorted(steps) == sorted(one.block for one in placed.placings)
        assert f'id="{IN_WORDS}"' in figure
    home = strips_at_home(built.placed, built.collection.themes)
    assert len(home) == len(built.placed)
    assert max(float(one.width.removesuffix("%")) for one in home) == 100
    for one in home:
        assert one.picture in pages["index.md"]
