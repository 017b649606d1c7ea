"""Notes in a real browser: beside the text on a wide screen, in place on a narrow one, at the end without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.opening import open_tab

SOURCE = "sources/bali-2022/"
WITH_NOTES = (SOURCE, "sources/vinjamuri-2020/", "intervention/bali-2022/")
OUT_OF_ORDER = ("sanctions/vinjamuri-2020/", "multilateralism/bali-2022/", "intervention/bali-2022/")
"""Parts of a text whose passages on other themes come last: their markers are not in the order of their numbers."""
NEAR = 450
"""How far from its marker, in px, a note may stand among many: half a screen."""
WIDE = (1100, 1280, 1440, 1920)

# In the order of their markers, which on a page with a part of a text need not be that of their numbers.
BOXES = """() => [...document.querySelectorAll('[role="doc-noteref"]')].map(({ hash }) => {
    const note = document.querySelector(hash);
    const first = (element) => {
        const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let word = words.nextNode();
        while (word.parentElement.closest(".note-number") || !word.data.trim()) word = words.nextNode();
        const range = new Range();
        range.setStart(word, word.data.search(/\\S/));
        range.setEnd(word, word.data.search(/\\S/) + 1);
        return range.getBoundingClientRect();
    };
    const box = note.getBoundingClientRect();
    const marker = document.querySelector(note.querySelector(".note-number").hash);
    const text = marker.closest("p, li").getBoundingClientRect();
    const before = marker.closest("sup").previousSibling;
    const range = new Range();
    range.setStart(before, before.length - 1);
    range.setEnd(before, before.length);
    return {
        id: note.id, left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY,
        line: first(note).bottom + scrollY, marker: range.getBoundingClientRect().bottom + scrollY, text: text.right,
        folded: note.matches(".folded"), full: note.scrollHeight,
    };
})"""

# How many characters stand on the full lines of the text: all lines of a ¶ but the last.
LINES = """() => {
    const lines = [];
    for (const paragraph of document.querySelectorAll("p.themed")) {
        const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
            node.parentElement.closest("sup, button, .paragraph-number, .filed-under, .page-mark")
                ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
        const count = new Map();
        while (words.nextNode()) {
            for (let at = 0; at < words.currentNode.length; at += 1) {
                const letter = new Range();
                letter.setStart(words.currentNode, at);
                letter.setEnd(words.currentNode, at + 1);
                const [box] = letter.getClientRects();
                if (box) count.set(Math.round(box.top / 8), (count.get(Math.round(box.top / 8)) ?? 0) + 1);
            }
        }
        lines.push(...[...count.values()].slice(0, -1));
        if (lines.length > 60) break;
    }
    return lines;
}"""

SHIFTS = """() => new Promise((done) => {
    const shifts = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) shifts.push([value, sources.map(({ node }) => node?.id)]);
    }).observe({ type: "layout-shift", buffered: true });
    // What the page has seen so far is told first: this entry comes after it.
    new PerformanceObserver(() => setTimeout(() => done(shifts))).observe({ type: "mark" });
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("gathered")));
})"""

# The area that answers to a pointer, around the middle of an element: 24 px each way.
HIT = """(element) => {
    element.scrollIntoView({ block: "center" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = (x, y) => element.contains(document.elementFromPoint(left + width / 2 + x, top + height / 2 + y));
    return [[-11.5, 0], [11.5, 0], [0, -11.5], [0, 11.5]].every(([x, y]) => hit(x, y));
}"""


def wait_beside(page: Page) -> None:
    page.wait_for_function("document.querySelector('.notes .note:last-of-type').style.getPropertyValue('--fl-top')")
    settle(page)


def settle(page: Page) -> None:
    """Wait until what was asked for before the next frame is done."""
    page.evaluate(
        """async () => {
            for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        }"""
    )


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    settle(page)


def scrolled(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def in_view(page: Page, id: str) -> bool:  # noqa: A002 - the word of the document
    script = """id => {
        const { top, bottom } = document.getElementById(id).getBoundingClientRect();
        return top >= 48 && bottom <= innerHeight;
    }"""
    return bool(page.evaluate(script, id))


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def standing_well(page: Page, width: int) -> list[dict[str, Any]]:
    """Return the boxes of all notes, having seen that they stand in order, apart and beside the text."""
    boxes: list[dict[str, Any]] = page.evaluate(BOXES)
    for above, below in pairwise(boxes):
        assert above["bottom"] <= below["top"], (width, above, below)
    for box in boxes:
        assert box["text"] < box["left"] < box["right"] <= width, (width, box)
        assert box["line"] >= box["marker"] - 4, (width, box)
    return boxes


@pytest.fixture(scope="module")
def wide(browser: Browser, address: str) -> Iterator[Page]:
    page, wrong = open_tab(browser, address + SOURCE, width=1440)
    wait_beside(page)
    yield page
    page.close()
    assert wrong == []


@pytest.fixture
def opening(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page of its own for a test that changes it, if need be in a browser that lacks something."""
    opened = []

    def at(path: str, *, width: int = 1440, lacking: str = "") -> Page:
        page, wrong = open_tab(browser, address + ("404.html" if lacking else path), width=width)
        opened.append((page, wrong))
        if lacking:
            page.add_init_script(lacking)
            page.goto(address + path)
        return page

    yield at
    for page, _ in opened:
        page.close()
    assert [wrong for _, wrong in opened if wrong] == []


@pytest.fixture
def blank(browser: Browser, address: str) -> Iterator[Page]:
    page, _ = open_tab(browser, address + "404.html", width=1440)
    yield page
    page.close()


@pytest.fixture
def narrow(browser: Browser, address: str) -> Iterator[Page]:
    page, wrong = open_tab(browser, address + SOURCE, width=390)
    expect(page.locator("#m1")).to_have_attribute("aria-expanded", "false")
    yield page
    page.close()
    assert wrong == []


@pytest.mark.parametrize("path", WITH_NOTES)
def test_notes_stand_beside_their_markers_in_order_and_apart(opening: Callable[..., Page], path: str) -> None:
    page = opening(path, width=1000)
    wait_beside(page)
    for width in (1000, *WIDE):
        resize(page, width)
        boxes = standing_well(page, width)
        assert overflow(page) == 0
        # Where there is room a note stands at its very line, and no note is cut off.
        free = [box for above, box in pairwise(boxes) if above["bottom"] + 13 < box["top"]]
        assert all(abs(box["line"] - box["marker"]) <= 4 for box in free)


@pytest.mark.parametrize("path", OUT_OF_ORDER)
def test_a_note_stands_near_its_marker_whatever_its_number(opening: Callable[..., Page], path: str) -> None:
    page = opening(path)
    wait_beside(page)
    boxes = standing_well(page, 1440)
    numbers = [int(box["id"][1:]) for box in boxes]
    assert numbers != sorted(numbers), "the case is there"
    assert max(box["line"] - box["marker"] for box in boxes) < NEAR


def test_a_line_of_text_holds_60_to_75_characters(wide: Page) -> None:
    for width in WIDE:
        resize(wide, width)
        lines = wide.evaluate(LINES)
        assert len(lines) > 40
        assert 60 <= sum(lines) / len(lines) <= 75, width


def test_long_notes_fold_only_where_others_would_stand_far_away(wide: Page) -> None:
    resize(wide, 1440)
    boxes = standing_well(wide, 1440)
    folded = [at for at, box in enumerate(boxes) if box["folded"]]
    assert 0 < len(folded) < len(boxes) / 3
    for at in folded:
        assert boxes[at]["top"] + boxes[at]["full"] + 12 > boxes[at + 1]["top"], "in full it is in the way of the next"
    first = boxes[folded[0]]["id"]
    button = wide.locator(f"#{first} .note-more")
    expect(button).to_have_accessible_name(f"More of note {first[1:]}")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_have_text(f"Less of note {first[1:]}")
    settle(wide)
    opened = next(box for box in standing_well(wide, 1440) if box["id"] == first)
    assert opened["bottom"] - opened["top"] > boxes[folded[0]]["bottom"] - boxes[folded[0]]["top"]
    button.click()
    settle(wide)
    assert [box["folded"] for box in standing_well(wide, 1440)] == [box["folded"] for box in boxes]


def test_a_folded_note_unfolds_for_its_address_for_the_keyboard_and_for_its_marker(
    opening: Callable[..., Page],
) -> None:
    wide = opening(SOURCE, width=1220)
    wait_beside(wide)
    # In any face: letters so large that more than three notes are long.
    wide.add_style_tag(content=".md-typeset .note.note { font-size: 20px; }")
    resize(wide, 1230)
    folded = [box["id"] for box in wide.evaluate(BOXES) if box["folded"]]
    assert len(folded) > 3
    wide.evaluate("id => { location.hash = id }", folded[0])
    wide.locator(f"#{folded[1]} a").last.focus()
    wide.locator(f"#m{folded[2][1:]}").hover()
    for one in folded[:3]:
        wide.wait_for_function("id => !document.getElementById(id).matches('.folded')", arg=one)
    settle(wide)
    standing_well(wide, 1230)
    for one in folded[:3]:
        wide.locator(f"#{one} .note-more").click()
        wide.wait_for_function("id => document.getElementById(id).matches('.folded')", arg=one)


def test_what_follows_the_text_begins_below_the_last_note(wide: Page) -> None:
    # A last note that hangs far down, as one does after many.
    wide.evaluate("document.querySelector('.notes .note:last-of-type').style.minHeight = '1500px'; null")
    wide.set_viewport_size({"width": 1300, "height": 900})
    settle(wide)
    last = wide.evaluate("document.querySelector('.notes .note:last-of-type').getBoundingClientRect().bottom")
    next_heading = wide.evaluate("document.querySelector('.notes ~ h2').getBoundingClientRect().top")
    assert last <= next_heading
    wide.evaluate("document.querySelector('.notes .note:last-of-type').style.removeProperty('min-height'); null")


def test_the_heading_of_the_notes_is_there_for_listeners_only(wide: Page) -> None:
    resize(wide, 1440)
    heading = wide.get_by_role("heading", name="Notes", exact=True)
    expect(heading).to_be_attached()
    box = heading.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1, 1)
    for link in wide.locator(".md-nav a[href='#notes']").all():
        expect(link).to_be_hidden()
    resize(wide, 800)
    box = heading.bounding_box()
    assert box is not None
    assert box["height"] > 20
    resize(wide, 1440)


def test_notes_move_when_the_text_does(wide: Page) -> None:
    resize(wide, 1440)
    before = {box["id"]: box["top"] for box in wide.evaluate(BOXES)}
    details = wide.locator("details.elsewhere").first
    details.locator("summary").first.click()
    settle(wide)
    after = {box["id"]: box["top"] for box in standing_well(wide, 1440)}
    assert after["n1"] == pytest.approx(before["n1"], abs=1)
    assert after["n50"] > before["n50"] + 20
    details.locator("summary").first.click()
    settle(wide)
    assert {box["id"]: box["top"] for box in wide.evaluate(BOXES)} == pytest.approx(before, abs=1)


@pytest.mark.parametrize("fragment", ["", "#p30", "#n12", "#n53", "#about-this-text"])
def test_nothing_is_seen_to_jump_when_notes_come_to_stand_beside_the_text(
    blank: Page, address: str, fragment: str
) -> None:
    page = blank
    held: list[Route] = []
    page.route("**/reading/notes.js", lambda route: held.append(route))
    with page.expect_request("**/reading/notes.js"):
        page.goto(address + SOURCE + fragment)
    # The page has been seen, and the script that places the notes comes late.
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    settle(page)
    before = page.evaluate("document.querySelector(':target')?.getBoundingClientRect().top")
    held[0].continue_()
    wait_beside(page)
    shifts = page.evaluate(SHIFTS)
    assert sum(value for value, _ in shifts) < 0.01, shifts
    if fragment == "#about-this-text":
        assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") == pytest.approx(
            before, abs=1
        )
    if fragment.startswith("#n"):
        assert in_view(page, fragment[1:])
        assert in_view(page, f"m{fragment[2:]}")
        assert page.evaluate("document.querySelector(':target').id") == fragment[1:]


def test_the_address_of_the_notes_shows_the_first_with_its_marker(opening: Callable[..., Page]) -> None:
    page = opening(SOURCE + "#notes")
    wait_beside(page)
    assert in_view(page, "n1")
    assert in_view(page, "m1")
    page.evaluate("scrollTo(0, 5000); location.hash = ''")
    page.evaluate("location.hash = '#notes'")
    page.wait_for_function("scrollY < 5000")
    assert in_view(page, "n1")


def test_where_letters_cannot_be_measured_notes_stand_by_their_lines_all_the_same(opening: Callable[..., Page]) -> None:
    page = opening(SOURCE, lacking="HTMLCanvasElement.prototype.getContext = () => null")
    wait_beside(page)
    standing_well(page, 1440)


def test_where_nothing_tells_of_sizes_a_tap_opens_a_note(opening: Callable[..., Page], address: str) -> None:
    page = opening("404.html", width=390)

    def without(route: Route) -> None:
        # For this feature alone: the theme would ask elsewhere for what it misses.
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("ResizeObserver", "OfAnotherBrowser"))

    page.route("**/reading/notes.js", without)
    page.goto(address + SOURCE)
    page.locator("#m1[aria-expanded]").click()
    expect(page.locator(".in-place")).to_be_visible()
    resize(page, 1440)
    wait_beside(page)
    standing_well(page, 1440)


def test_where_placing_fails_notes_are_at_the_end_and_open_in_place(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + "404.html", width=1440)
    with closing(page):
        page.add_init_script("document.createTreeWalker = () => { throw new Error('no walker') }")
        page.goto(address + SOURCE)
        page.locator("#m1[aria-expanded]").click()
        expect(page.locator(".in-place")).to_be_visible()
        assert page.locator("html[data-notes]").count() == 0
        assert any("no walker" in one for one in wrong), "told"


def test_letters_so_large_that_no_room_is_left_send_the_notes_to_the_end(opening: Callable[..., Page]) -> None:
    page = opening(SOURCE)
    wait_beside(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.locator("#m1[aria-expanded]").wait_for()
    assert page.locator("html[data-notes]").count() == 0
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.locator("html[data-notes=beside]").wait_for()
    settle(page)
    standing_well(page, 1440)


def test_what_is_read_stays_in_the_midst_when_the_notes_change_places(opening: Callable[..., Page]) -> None:
    page = opening(SOURCE)
    wait_beside(page)
    page.locator("#p30").evaluate("block => block.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.wait_for_timeout(600)  # Whoever reads on does not change the width at the same time.
    for width in (800, 1440, 390, 1280):
        resize(page, width)
        page.wait_for_timeout(600)
        box = page.locator("#p30").bounding_box()
        assert box is not None
        assert box["y"] - 40 < 450 < box["y"] + box["height"] + 40, width


def test_a_marker_leads_to_its_note_and_back_and_the_page_stays(opening: Callable[..., Page]) -> None:
    page = opening(SOURCE)
    wait_beside(page)
    page.locator("#m2").evaluate("marker => marker.scrollIntoView({ block: 'center' })")
    at = scrolled(page)
    page.locator("#m2").click()
    settle(page)
    assert urlsplit(page.url).fragment == "n2"
    assert page.locator("#n2:target").count() == 1
    assert scrolled(page) == pytest.approx(at, abs=1)
    page.keyboard.press("Tab")
    expect(page.locator("#n2 .note-number")).to_be_focused()
    page.keyboard.press("Enter")
    settle(page)
    assert urlsplit(page.url).fragment == "m2"
    assert page.locator("#m2:target").count() == 1
    expect(page.locator("#m2")).to_be_focused()
    assert scrolled(page) == pytest.approx(at, abs=1)
    page.go_back()
    settle(page)
    assert urlsplit(page.url).fragment == "n2"
    assert in_view(page, "n2")
    # A marker at the foot of the screen: its note is brought into view, and no further than that.
    page.locator("#m17").evaluate(
        "marker => scrollTo(0, marker.getBoundingClientRect().top + scrollY - innerHeight + 40)"
    )
    assert not in_view(page, "n17")
    page.locator("#m17").click()
    page.wait_for_function("location.hash === '#n17'")
    settle(page)
    assert in_view(page, "n17")


def test_marker_and_note_show_each_other(wide: Page) -> None:
    resize(wide, 1440)
    wide.locator("#m1").hover()
    expect(wide.locator(".lit")).to_have_attribute("id", "n1")
    wide.locator("#n2").hover()
    expect(wide.locator(".lit")).to_have_attribute("id", "m2")
    wide.locator("#m3").focus()
    expect(wide.locator(".lit")).to_have_attribute("id", "n3")
    wide.locator("#title").hover()
    expect(wide.locator(".lit")).to_have_count(0)


def test_markers_and_numbers_can_be_hit(wide: Page) -> None:
    for width in (1440, 390):
        resize(wide, width)
        for wanted in ("#m1", "#m16", "#m17", "#n1 .note-number", "#n16 .note-number"):
            assert wide.locator(wanted).evaluate(HIT), (width, wanted)
    resize(wide, 1440)


def test_in_print_the_notes_stand_at_the_end_in_order(wide: Page) -> None:
    resize(wide, 1440)
    wide.emulate_media(media="print")
    settle(wide)
    boxes = wide.evaluate(BOXES)
    text = wide.evaluate(
        "Math.max(...[...document.querySelectorAll('.themed')].map(e => e.getBoundingClientRect().bottom + scrollY))"
    )
    tops = [box["top"] for box in boxes]
    assert min(tops) > text
    assert tops == sorted(tops)
    # A browser may print without telling the script.
    wide.evaluate("document.documentElement.dataset.notes = 'beside'; null")
    assert [box["top"] for box in wide.evaluate(BOXES)] == tops
    assert wide.locator(".note-more:visible").count() == 0
    assert wide.evaluate(
        "[...document.querySelectorAll('.note')].every(e => getComputedStyle(e).overflowY === 'visible')"
    )
    wide.evaluate("delete document.documentElement.dataset.notes; null")
    wide.emulate_media(media="screen")
    settle(wide)
    standing_well(wide, 1440)


def test_without_a_script_notes_stand_at_the_end_on_every_screen(browser: Browser, address: str) -> None:
    for width in (1440, 390):
        page, _ = open_tab(browser, address + SOURCE, width=width, scripts=False)
        with closing(page):
            tops = [note.bounding_box() for note in page.locator(".notes .note").all()[:5]]
            text = page.locator("#p50").bounding_box()
            assert text is not None
            assert all(top is not None and top["y"] > text["y"] + text["height"] for top in tops)
            page.locator("#m12").click()
            assert urlsplit(page.url).fragment == "n12"
            page.locator("#n12 .note-number").click()
            assert urlsplit(page.url).fragment == "m12"


def test_a_tap_opens_a_note_under_the_line_of_its_marker(narrow: Page) -> None:
    marker = narrow.locator("#m1")
    where = """id => [...document.querySelectorAll(id + " sup")].length && (() => {
        const { bottom } = document.querySelector("#m1").getBoundingClientRect();
        const next = new Range();
        next.selectNodeContents(document.querySelector("#m1").closest("sup").nextElementSibling?.nextSibling
            ?? document.querySelector("#m1").closest("sup").nextSibling);
        return [bottom, next.getClientRects()[0].top];
    })()"""
    whole = narrow.evaluate(where, "#p1")
    narrow.evaluate("document.querySelector('#n1 .work').id = 'within'; null")
    marker.click()
    panel = narrow.get_by_role("note", name="Note 1", exact=True)
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("Blinken, Antony J.")
    expect(marker).to_have_attribute("aria-expanded", "true")
    assert (
        narrow.evaluate(
            "document.getElementById(document.querySelector('#m1').getAttribute('aria-controls')).className"
        )
        == "in-place"
    )
    # The words after the marker are still on its line, and the note below it, as wide as the text.
    after = narrow.evaluate(where, "#p1")
    assert after[1] - after[0] == pytest.approx(whole[1] - whole[0], abs=1)
    box, line, text = panel.bounding_box(), marker.bounding_box(), narrow.locator("#p1").bounding_box()
    assert box is not None
    assert line is not None
    assert text is not None
    assert line["y"] < box["y"] < line["y"] + 60
    assert box["width"] > text["width"] - 40
    assert box["y"] + box["height"] <= text["y"] + text["height"] + 1
    assert urlsplit(narrow.url).fragment == ""
    assert (
        narrow.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size")
        == narrow.locator("[id]").count()
    )
    assert overflow(narrow) == 0
    marker.click()
    expect(panel).to_have_count(0)
    expect(marker).to_have_attribute("aria-expanded", "false")


def test_notes_in_place_by_keyboard_alone(narrow: Page) -> None:
    narrow.locator("#m10").focus()
    narrow.keyboard.press("Enter")
    ten = narrow.get_by_role("note", name="Note 10")
    expect(ten).to_be_visible()
    expect(narrow.locator("#m10")).to_be_focused()
    narrow.locator("#m11").press("Enter")
    expect(narrow.locator(".in-place")).to_have_count(2)
    ten.get_by_role("button", name="Close Note 10").focus()
    # The preview of the marker that had the focus goes first.
    expect(narrow.locator(".preview")).to_have_count(0)
    narrow.keyboard.press("Escape")
    expect(ten).to_have_count(0)
    expect(narrow.locator("#m10")).to_be_focused()
    eleven = narrow.get_by_role("note", name="Note 11")
    eleven.get_by_role("button", name="Close Note 11").press("Enter")
    expect(narrow.locator("#m11")).to_be_focused()
    expect(narrow.locator(".in-place")).to_have_count(0)
    narrow.keyboard.press("Enter")
    eleven.get_by_role("link", name="All notes").click()
    assert urlsplit(narrow.url).fragment == "n11"
    assert in_view(narrow, "n11")


def test_a_note_in_place_is_no_word_of_its_paragraph(narrow: Page) -> None:
    script = (
        "() => { getSelection().selectAllChildren(document.getElementById('p1')); return getSelection().toString() }"
    )
    alone = narrow.evaluate(script)
    narrow.locator("#m1").click()
    expect(narrow.locator(".in-place")).to_be_visible()
    expect(narrow.locator(".preview")).to_have_count(0)  # which on a slow machine may have come before the click
    assert " ".join(narrow.evaluate(script).split()) == " ".join(alone.split())
    # Who begins in the note chooses its words.
    box = narrow.locator(".in-place").bounding_box()
    assert box is not None
    narrow.mouse.dblclick(box["x"] + 60, box["y"] + 20)
    assert narrow.evaluate("getSelection().toString()").strip() in narrow.locator("#n1").inner_text()
    assert narrow.evaluate("getSelection().toString()").strip() != ""


def test_a_note_opens_in_a_list_below_a_table_and_among_words_from_right_to_left(narrow: Page) -> None:
    narrow.evaluate("""() => {
        const move = (id, into) => into.append(document.getElementById(id).closest("sup"));
        move("m2", document.querySelector("#p4"));
        const table = document.createElement("table");
        table.innerHTML = "<tr><td>one</td><td>two</td></tr><tr><td>three</td><td>four</td></tr>";
        document.querySelector("#p2").after(table);
        move("m3", table.querySelector("td"));
        const arabic = document.createElement("span");
        arabic.lang = "ar";
        arabic.dir = "rtl";
        const words = ["هذا كلام عربي", "،25 يتلوه كلام آخر في السطر نفسه أو في الذي بعده"];
        const sup = document.getElementById("m4").closest("sup");
        arabic.append(words[0], sup, words[1]);
        document.querySelector("#p1").append(" ", arabic);
    }""")
    place = """id => {
        const sup = document.getElementById(id).closest("sup");
        const last = new Range();
        last.setStart(sup.previousSibling, sup.previousSibling.length - 1);
        last.setEnd(sup.previousSibling, sup.previousSibling.length);
        const [word, marker] = [last.getBoundingClientRect(), document.getElementById(id).getBoundingClientRect()];
        return { gap: Math.abs(word.left - (marker.left + marker.right) / 2), line: Math.abs(word.top - marker.top) };
    }"""
    # The marker stays with the word that it follows, left of it here.
    beside = narrow.evaluate(place, "m4")
    assert beside["gap"] < 20
    assert beside["line"] < 20
    for number in (2, 3, 4):
        narrow.locator(f"#m{number}").click()
    panels = narrow.locator(".in-place")
    expect(panels).to_have_count(3)
    assert overflow(narrow) == 0
    table, below = narrow.locator("table").first.bounding_box(), narrow.locator("#in-place-m3").bounding_box()
    assert table is not None
    assert below is not None
    assert below["y"] >= table["y"] + table["height"]
    assert narrow.locator("#in-place-m4").evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert narrow.locator("#p4 .in-place").count() == 1
    item, listed = narrow.locator("#p4").bounding_box(), narrow.locator("#in-place-m2").bounding_box()
    assert item is not None
    assert listed is not None
    assert listed["y"] + listed["height"] <= item["y"] + item["height"] + 1
    narrow.set_viewport_size({"width": 320, "height": 900})
    assert overflow(narrow) == 0


def test_notes_in_place_close_when_there_is_room_beside_the_text(narrow: Page) -> None:
    narrow.locator("#m1").click()
    expect(narrow.locator(".in-place")).to_be_visible()
    resize(narrow, 1280)
    wait_beside(narrow)
    expect(narrow.locator(".in-place")).to_have_count(0)
    assert narrow.locator("#m1").get_attribute("aria-expanded") is None
    standing_well(narrow, 1280)
    resize(narrow, 390)
    narrow.locator("#m1").click()
    expect(narrow.locator(".in-place")).to_be_visible()
    narrow.emulate_media(media="print")
    expect(narrow.locator(".in-place:visible")).to_have_count(0)


def test_a_marker_among_words_from_right_to_left_has_its_note_beside_it(opening: Callable[..., Page]) -> None:
    wide = opening(SOURCE)
    wait_beside(wide)
    wide.evaluate("""() => {
        const sup = document.getElementById("m3").closest("sup");
        sup.before(" هذا كلام عربي");
        sup.after(" يتلوه كلام آخر ");
    }""")
    resize(wide, 1400)
    standing_well(wide, 1400)
    assert overflow(wide) == 0


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_with_notes_open(blank: Page, address: str, width: int, scheme: Any) -> None:
    page = blank
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}{SOURCE}#n15" if width > 1000 else f"{address}{SOURCE}#p12")
    if width > 1000:
        wait_beside(page)
        page.locator("#m16").hover()
        expect(page.locator(".lit")).to_have_attribute("id", "n16")
    else:
        expect(page.locator("#m16")).to_have_attribute("aria-expanded", "false")
        page.locator("#m16").click()
        expect(page.locator(".in-place")).to_be_visible()
    found = Axe().run(page, {"include": [["article"]]}).response["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []
