"""Words that a reader selects, copied with their citation and found again by its link; runs of ¶ that are marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.opening import open_in, open_tab

SELECT = """([first, from, last, to]) => {
  const spot = (id, words, isEnd) => {
    const part = document.getElementById(id) ?? document.querySelector(id);
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let found = null;
    while (!found && walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at >= 0) found = [walker.currentNode, at + (isEnd ? words.length : 0)];
    }
    return found;
  };
  const [node, offset] = spot(first, from, false);
  const [endNode, endOffset] = spot(last, to, true);
  endNode.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  getSelection().setBaseAndExtent(node, offset, endNode, endOffset);
}"""
HTML = "navigator.clipboard.read().then(([one]) => one.getType('text/html')).then((blob) => blob.text())"
HELD = "navigator.clipboard.readText()"
WORDS = """async () => {
  const { idOf, parts, wordsOf } = await import(new URL("/assets/reading/own-words.js", location));
  return parts().map((part) => [idOf(part), wordsOf(part)]);
}"""
MARKED = """async (cases) => {
  const { inMarks } = await import(new URL("/assets/citing/quotation-marks.js", location));
  return cases.map((texts) => inMarks(texts));
}"""
MARKS: tuple[tuple[list[str], list[str]], ...] = (
    (["Plain, it’s said."], ["“Plain, it’s said.”"]),
    (["a “b” c"], ["“a ‘b’ c”"]),
    (["“A ‘b c’ d.” News"], ["“‘A “b c” d.’ News”"]),
    (["“A ‘was b.’” News"], ["“‘A “was b.”’ News”"]),
    (["‘A b’, C"], ["“‘A b’, C”"]),
    (["‘A “b” c’, D"], ["“‘A “b” c’, D”"]),
    (["‘A ‘b’ c’, D"], ["“‘A “b” c’, D”"]),
    (["‘a’, “b ‘c’ d”"], ["“‘a’, ‘b “c” d’”"]),
    (["“A ‘b “c” d’ e”"], ["“‘A “b ‘c’ d” e’”"]),
    (["“A ‘b’s c’ in the ’90s”"], ["“‘A “b’s c” in the ’90s’”"]),
    (["“The States’ wars”"], ["“‘The States’ wars’”"]),
    # A quotation that is cut, or goes on in the next ¶.
    (["a “b c"], ["“a ‘b c”"]),
    (["a “b.", "[…]", "“c” d"], ["“a ‘b.", "[…]", "“‘c’ d”"]),
    # Not certain: as many closing as opening, but what was opened is not what is closed, or an apostrophe among them.
    (["“A ‘workers’ rights’ b”"], ["““A ‘workers’ rights’ b””"]),
    (["b c’ d.” News “e”"], ["“b c’ d.” News “e””"]),
    (["“a ‘b” c’"], ["““a ‘b” c’”"]),
    (["“a ‘b c”"], ["““a ‘b c””"]),
    (["“the States ‘ wars’”"], ["““the States ‘ wars’””"]),
    (["“Warm‘s a’”"], ["““Warm‘s a’””"]),
    (["a “b”", "c ‘d"], ["“a “b”", "“c ‘d”"]),
)
"""Words as a text has them, and as they stand in quotation marks."""
BALI = (
    "Aslı Bâli, The Humanitarian Paradox: Why Human Rights Require Restraint, Quincy Brief no. 27 "
    "(Quincy Institute for Responsible Statecraft, 2022)"
)
ORIGINAL = "https://quincyinst.org/report/the-humanitarian-paradox-why-human-rights-require-restraint/"


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose browser lets a page read the clipboard, which nobody else's needs."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


def select(page: Page, first: str, start: str, end: str, last: str = "") -> None:
    page.evaluate("getSelection().removeAllRanges()")
    page.evaluate(SELECT, [first, start, last or first, end])


def by_itself(page: Page) -> str:
    """Return what the browser copies by itself of what is selected."""
    page.keyboard.press("Control+c")
    return str(page.evaluate(HELD))


def copied(page: Page, first: str, start: str, end: str, last: str = "") -> str:
    """Select words from one phrase to another, press the button, and return what the clipboard holds."""
    select(page, first, start, end, last)
    expect(page.locator(".selection option")).to_have_count(4)
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.locator(".selection-copy")).to_have_text("Copied")
    return str(page.evaluate(HELD))


def test_marks_within_marks_go_by_turns_where_it_is_certain_which_belong_together(
    browser: Browser, address: str
) -> None:
    page, wrong = open_tab(browser, address + "404.html")
    set_so = page.evaluate(MARKED, [texts for texts, _ in MARKS])
    assert list(zip((texts for texts, _ in MARKS), set_so, strict=True)) == list(MARKS)
    assert wrong == []
    page.close()


def dated(site: Path) -> str:
    """Return the day of this edition, as its citations have it."""
    found = re.search(
        r"Policy, (\w+ \d+, \d+)", (site / "assets/citing/sources/lew-asia-times.json").read_text(encoding="utf-8")
    )
    assert found
    return found[1]


def test_words_are_those_of_the_data_on_every_page_of_a_text(browser: Browser, address: str, site: Path) -> None:
    page, _ = open_tab(browser, address + "404.html")
    for path in ["sources/bali-2022/", "sanctions/bali-2022/", "context/gransnews-review/", "sources/lew-asia-times/"]:
        page.goto(address + path)
        source = path.split("/")[1]
        told = json.loads((site / f"data/sources/{source}.json").read_text(encoding="utf-8"))
        wanted = {one["id"]: one["text"] for one in [*told["blocks"], *told["notes"]]}
        shown = page.evaluate(WORDS)
        assert shown
        assert [(name, text) for name, text in shown if text != wanted[name]] == []
    page.close()


def test_words_of_a_text_are_copied_with_their_citation_and_nothing_that_stands_among_them(
    reader: BrowserContext, address: str
) -> None:
    page, wrong = open_in(reader, address + "sources/bali-2022/")
    home = f"{address}sources/bali-2022/"

    # Within a ¶; words that were cut are made whole.
    assert copied(page, "p6", "stified in the name", "for armed interven") == (
        "“justified in the name of promoting and protecting human rights? In numerous instances over the past 30 "
        "years, there have been calls for armed intervention”\n\n"
        f"{BALI}, under “Introduction,” {ORIGINAL}.\n"
        f"{home}#p6:~:text=justified%20in%20the%20name,calls%20for%20armed%20intervention"
    )
    assert page.evaluate(HTML) == (
        "<p>“justified in the name of promoting and protecting human rights? In numerous instances over the past "
        "30 years, there have been calls for armed intervention”</p>"
        "<p>Aslı Bâli, <i>The Humanitarian Paradox: Why Human Rights Require Restraint</i>, Quincy Brief no. 27 "
        "(Quincy Institute for Responsible Statecraft, 2022), under “Introduction,” "
        f'<a href="{ORIGINAL}">{ORIGINAL}</a>.</p>'
        f'<p><a href="{home}#p6:~:text=justified%20in%20the%20name,calls%20for%20armed%20intervention">'
        f"{home}#p6</a></p>"
    )
    # What was selected still is, and so the browser's own copying works.
    assert page.evaluate("getSelection().toString()").startswith("stified in the name")

    # Over a page mark and two markers; marks within marks; a style with its place in the text and its entry.
    page.locator(".selection select").select_option("modern-language-association")
    assert page.evaluate("getSelection().toString()").startswith("stified in the name")
    assert copied(page, "p7", "by the Security", "An unauthorized") == (
        "“by the Security Council. An unauthorized” (Bâli)\n\n"
        "Bâli, Aslı. The Humanitarian Paradox: Why Human Rights Require Restraint. Quincy Brief no. 27, "
        f"Quincy Institute for Responsible Statecraft, 2022, {ORIGINAL}.\n"
        f"{home}#p7:~:text=by%20the%20Security,An%20unauthorized,-%2C%20nondefensive%20war%20fought"
    )
    expect(page.locator(".selection-status")).to_contain_text("Name the heading in your sentence")
    # The stop of a sentence follows what is cited for it; that of a word stays.
    for words, shown in [
        (
            ("p11", "of international tutelage", "following the intervention."),
            "“of international tutelage following the intervention” (Bâli).",
        ),
        (("p6", "of promoting and", "human rights?"), "“of promoting and protecting human rights?” (Bâli)."),
        (("p7", "legal matter, the", "the U.N."), "“legal matter, the U.N.” (Bâli)"),
    ]:
        assert copied(page, *words).split("\n")[0] == shown
    page.locator(".selection select").select_option("chicago-notes-bibliography")
    first = copied(page, "p1", "For the United States", "rhetorical flourishes.").split("\n")[0]
    assert first == (
        "“For the United States to be ‘committed to a world in which human rights are protected, their defenders are "
        "celebrated, and those who commit human rights abuses are held accountable’ requires more than rhetorical "
        "flourishes.”"
    )

    # Over the border of two ¶; the pull quote between them repeats other words.
    assert copied(page, "p7", "cannot be answered", "This Quincy Institute", "p8") == (
        "“cannot be answered by international law alone.\n\n“This Quincy Institute”\n\n"
        f"{BALI}, under “Introduction,” {ORIGINAL}.\n"
        f"{home}?to=p8#p7:~:text=cannot%20be%20answered%20by,This%20Quincy%20Institute"
    )
    assert by_itself(page).split("\n\n") == [
        "cannot be answered by international law alone.",
        page.locator("#q1").inner_text().strip(),
        "This Quincy Institute",
    ]
    # From the text into its notes: between them stands what other texts say of it.
    select(page, "p50", "advocate for human rights", "Putting Human", "n1")
    assert by_itself(page) == "advocate for human rights globally."
    # Three clicks are for the whole ¶, though the browser goes as far as a marker.
    page.locator("#p11").click(position={"x": 100, "y": 12}, click_count=3)
    whole = page.locator("#p11").evaluate(
        """async (part) => (await import(new URL("/assets/reading/own-words.js", location))).wordsOf(part)"""
    )
    assert by_itself(page) == whole
    # Items of a list.
    assert copied(page, "p3", "helped the cause", "Serve as a public", "p4").split("\n")[:3] == [
        "“helped the cause of human rights.",
        "",
        "“Serve as a public”",
    ]
    # A pull quote by itself is cited where the text has its words; a heading as the text.
    assert copied(page, "q1", "Armed confrontation", "humanitarian grounds.").endswith(
        f"{home}#p9:~:text=proximate%20to%20conflict.-,Armed%20confrontation%20tends%20to,on%20allegedly%20humanitarian%20grounds"
    )
    assert copied(page, "h3", "Interrogating", "intervention").split("\n")[2:] == [f"{BALI}, {ORIGINAL}.", f"{home}#h3"]
    # The words of a note are cited as its own.
    assert copied(page, "n48", "The Futility", "Middle East Repression").split("\n") == [
        "“The Futility of Conditionality — How U.S. Military Aid Undergirds Middle East Repression”",
        "",
        f"{BALI}, n. 48, {ORIGINAL}.",
        f"{home}#n48:~:text=The%20Futility%20of%20Conditionality,Undergirds%20Middle%20East%20Repression",
    ]

    assert copied(page, "n5", "“", "UN News").startswith(
        "“‘Security Council Authorizes “All Necessary Measures” to Protect Civilians in Libya.’ UN News”"
    )

    # Nothing is offered for less than a word, or for what is none.
    for words in [("p6", "ilitary", "ilitar"), (".extent", "Page numbers", "page breaks")]:
        select(page, *words)
        page.wait_for_timeout(400)
        expect(page.locator(".selection")).to_have_count(0)
    assert wrong == []
    page.close()


def test_what_a_theme_leaves_out_between_two_paragraphs_is_told(reader: BrowserContext, address: str) -> None:
    page, wrong = open_in(reader, address + "sanctions/bali-2022/")
    assert copied(page, "p29", "counterproductive in the", "confronted with a deeply abusive regime", "p32") == (
        "“counterproductive in the protection of human rights.\n\n[…]\n\n"
        "“When confronted with a deeply abusive regime”\n\n"
        f"{BALI}, under “Human rights and the limits of coercion,” {ORIGINAL}.\n"
        f"{address}sources/bali-2022/?to=p32#p29:~:text=counterproductive%20in%20the%20protection,a%20deeply%20abusive%20regime"
    )
    assert by_itself(page) == (
        "counterproductive in the protection of human rights.\n\n[…]\n\nWhen confronted with a deeply abusive regime"
    )
    # What also speaks of the theme stands after it, and is no part of a quotation with it.
    select(page, "p32", "When confronted", "Military force and", "p2")
    said = "In the text these paragraphs stand in another order. Select them one by one."
    expect(page.locator(".selection-status")).to_have_text(said)
    expect(page.get_by_role("button", name="Copy with citation")).to_be_hidden()
    # The link leads to the words, on the page of the whole text.
    for directive, paragraph in [
        ("text=counterproductive%20in%20the%20protection,a%20deeply%20abusive%20regime", "p29"),
        ("text=by%20the%20Security,An%20unauthorized,-%2C%20nondefensive%20war%20fought", "p7"),
    ]:
        page.goto("about:blank")
        page.goto(f"{address}sources/bali-2022/#:~:{directive}")
        page.wait_for_function("scrollY > 500")
        expect(page.locator(f"#{paragraph}")).to_be_in_viewport()
    assert wrong == []
    page.close()


def test_a_table_is_copied_row_by_row(reader: BrowserContext, address: str) -> None:
    page, wrong = open_in(reader, address + "sources/gransnews-review/")
    held = copied(page, "p71", "on the international stage.", "including surveillance and censorship.", "p72")
    lines = held.split("\n")
    assert lines[:3] == ["“on the international stage.”", "", "Key Aspect\tBrief Description"]
    told = "Evolving Policy\tUS human rights policy in 2025 adapts to new global challenges while reaffirming core"
    assert lines[3] == f"{told} democratic values."
    assert [line.split("\t")[0] for line in lines[4:8]] == [
        "Geopolitical Balance",
        "Multilateral Cooperation",
        "Digital Rights Focus",
        "",
    ]
    assert "<tr><td>Key Aspect</td><td>Brief Description</td></tr>" in page.evaluate(HTML)
    assert copied(page, "p72", "US human rights", "reaffirming core").startswith(
        "“US human rights policy in 2025 adapts"
    )
    assert wrong == []
    page.close()


def test_a_paraphrase_is_copied_without_quotation_marks_and_says_so(
    reader: BrowserContext, address: str, site: Path
) -> None:
    page, wrong = open_in(reader, address + "sources/lew-asia-times/", width=390)
    assert copied(page, "p6", "history demonstrates", "worldwide support") == (
        "history demonstrates that when people realize they have worldwide support\n\n"
        "(A paraphrase: not the words of its publisher.)\n"
        "Hanjin Lew, “US Foreign Policy Overlooks Human Rights as National Security [paraphrase],” version 0.1.0, "
        f"Florilegium: Human Rights in US Foreign Policy, {dated(site)}, para. 6, "
        f"{address}sources/lew-asia-times/#p6.\n"
        f"{address}sources/lew-asia-times/#p6:~:text=history%20demonstrates%20that%20when,they%20have%20worldwide%20support"
    )
    assert page.locator(".selection").inner_text().startswith("Paraphrased: do not quote\n")
    expect(page.locator(".selection-copy")).to_have_accessible_description("Paraphrased: do not quote")
    box = page.locator(".selection").bounding_box()
    assert box is not None
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 390, 900)
    assert Axe().run(page, "article").response["violations"] == []
    assert wrong == []
    page.close()


def test_the_bar_waits_for_the_pointer_stands_clear_of_the_words_and_takes_nothing_away(
    reader: BrowserContext, address: str
) -> None:
    page, wrong = open_in(reader, address + "sources/bali-2022/")
    bar = page.locator(".selection")
    paragraph = page.locator("#p9")
    paragraph.scroll_into_view_if_needed()
    height = page.evaluate("document.documentElement.scrollHeight")
    box = paragraph.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 45, steps=4)
    page.wait_for_timeout(500)
    expect(bar).to_have_count(0)
    page.mouse.up()
    expect(bar).to_be_visible()
    expect(page.locator(".selection option")).to_have_count(4)
    shown = bar.bounding_box()
    assert shown is not None
    lines = page.evaluate("[...getSelection().getRangeAt(0).getClientRects()].map(({ top, bottom }) => [top, bottom])")
    assert all(shown["y"] >= bottom or shown["y"] + shown["height"] <= top for top, bottom in lines)
    assert page.evaluate("document.documentElement.scrollHeight") == height
    words = page.evaluate("getSelection().toString()")

    # It goes out of view with its words, and comes back with them.
    page.mouse.wheel(0, 1500)
    expect(bar).to_be_hidden()
    page.mouse.wheel(0, -1500)
    expect(bar).to_be_visible()

    # The keys reach it after what can be reached in the ¶, and leave it as they found it.
    reached = False
    for _ in range(4):
        page.keyboard.press("Tab")
        reached = reached or bool(page.evaluate("document.activeElement.closest('.selection') !== null"))
        if reached:
            break
    assert reached
    expect(page.get_by_role("button", name="Copy with citation")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".selection-copy")).to_have_text("Copied")
    assert " ".join(words.split()) in page.evaluate(HELD)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".selection-status")).to_contain_text("Gathered")
    kept = json.loads(page.evaluate("localStorage.getItem('florilegium')"))["items"]
    assert [(one["label"], one["place"]["id"]) for one in kept] == [("Bâli 2022, ¶ 9", "p9")]
    assert kept[0]["words"] in page.locator("#p9").inner_text()
    assert page.evaluate("getSelection().toString()") == words
    assert Axe().run(page, "article").response["violations"] == []
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    assert page.evaluate("getSelection().toString()") == words
    assert wrong == []
    page.close()


def test_a_card_over_the_words_is_copied_only_by_who_selects_nothing_else(reader: BrowserContext, address: str) -> None:
    page, wrong = open_in(reader, address + "sources/bali-2022/")
    page.locator("#m6").focus()
    expect(page.locator("#p7 .preview")).to_be_visible()
    for first, start, last, end, held in [
        ("p7", "authorized by", "p7", "An unauthorized", "authorized by the Security Council. An unauthorized"),
        ("#p7 .preview", "Note", "p7", "An unauthorized", "An unauthorized"),
        ("p7", "authorized by", "#p7 .preview", "Note", "authorized by the Security Council."),
        ("#p7 .preview", "United", "#p7 .preview", "Charter", "United Nations Charter"),
    ]:
        page.evaluate(SELECT, [first, start, last, end])
        expect(page.locator(".selection")).to_have_count(0 if "preview" in last and "preview" in first else 1)
        assert by_itself(page) == held
        expect(page.locator("#p7 .preview")).to_be_visible()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    everything = by_itself(page)
    assert "authorized by the Security Council. An unauthorized" in " ".join(everything.split())
    assert "Note\u00a06 ·" not in everything
    assert wrong == []
    page.close()


REFUSED = """
Object.defineProperty(navigator, "clipboard", { value: {
  write: () => Promise.reject(new Error("refused")), writeText: () => Promise.reject(new Error("refused")),
} });
document.execCommand = () => false;
"""


def without_notes(route: Route) -> None:
    """Answer with the strings of a source, in which one style has no form for a note."""
    told = route.fetch().json()
    del told["original"]["located"]["chicago-notes-bibliography"]["note"]
    route.fulfill(json=told)


def test_a_note_open_among_the_lines_is_not_copied_and_what_fails_says_so(reader: BrowserContext, address: str) -> None:
    page, _ = open_in(reader, address + "sources/bali-2022/", width=390)
    expect(page.locator("#m6")).to_have_attribute("aria-expanded", "false")
    page.locator("#m6").click()
    expect(page.locator("#p7 .in-place")).to_be_visible()
    select(page, "p7", "authorized by the Security", "An unauthorized")
    expect(page.locator(".selection")).to_be_visible()
    assert by_itself(page) == "authorized by the Security Council. An unauthorized"
    assert page.evaluate(HTML) == "<p>authorized by the Security Council. An unauthorized</p>"
    # Words of that note are those of a note.
    held = copied(page, "#p7 .in-place", "See", "Charter")
    assert held.split("\n")[0] == "“See United Nations Charter”"
    assert held.split("\n")[2] == f"{BALI}, n. 6, {ORIGINAL}."
    # Who begins in it and goes on beyond it selects words of the ¶.
    page.locator("#p7 .in-place").dispatch_event("pointerdown")
    page.locator("#p7 .in-place").dispatch_event("pointerup")
    page.evaluate("getSelection().removeAllRanges()")
    page.evaluate(SELECT, ["#p7 .in-place", "Charter", "p7", "An unauthorized"])
    assert by_itself(page) == "An unauthorized"

    page.evaluate(REFUSED)
    select(page, "p6", "Can military", "human rights?")
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.locator(".selection-copy")).to_have_text("Not copied")
    expect(page.locator(".selection-status")).to_have_text("Not copied: the browser does not let this page copy.")

    # A style without a form for a note is not replaced by another style, nor the note by the work that it cites.
    page.route("**/citing/sources/*.json", without_notes)
    page.reload()
    select(page, "n48", "The Futility", "Middle East Repression")
    page.get_by_role("button", name="Copy with citation").click()
    said = "Not copied: Chicago 18, notes has no form for this place. Choose another style."
    expect(page.locator(".selection-status")).to_have_text(said)

    page.route("**/citing/sources/*.json", lambda route: route.abort())
    page.reload()
    select(page, "p6", "Can military", "human rights?")
    page.get_by_role("button", name="Copy with citation").click()
    expect(page.locator(".selection-status")).to_have_text("Not copied: a part of this site could not be fetched.")
    page.close()


def test_an_address_marks_the_run_that_it_names_and_no_other(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + "sources/bali-2022/?to=p9#p7")
    marked = ".in-run"
    expect(page.locator(marked)).to_have_count(3)
    assert page.locator(marked).evaluate_all("all => all.map(({ id }) => id)") == ["p7", "p8", "p9"]
    grounds = page.locator(f"{marked}, #p7").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(grounds)) == 1
    top = page.evaluate("document.getElementById('p7').getBoundingClientRect().top")
    assert 0 < top < 200
    page.locator("#p12 .paragraph-number").click()
    expect(page.locator(marked)).to_have_count(0)
    assert page.url == f"{address}sources/bali-2022/#p12"
    page.go_back()
    expect(page.locator(marked)).to_have_count(3)
    assert page.evaluate("document.getElementById('p7').getBoundingClientRect().top") == top
    # Another address of the same page means what it says.
    page.evaluate("location.hash = 'p8'")
    expect(page.locator(marked)).to_have_count(2)
    assert page.url == f"{address}sources/bali-2022/?to=p9#p8"
    for query in ["?to=p6#p7", "?to=p99#p7", "?to=n9#p7", "?to=<b>#p7", "?to=p9", "?to=p9#p7"]:
        page.evaluate("to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }", query)
        expect(page.locator(marked)).to_have_count(3 if query == "?to=p9#p7" else 0)
    # The page of a theme marks those that it has.
    page.goto(f"{address}intervention/bali-2022/?to=p9#p7")
    expect(page.locator(marked)).to_have_count(3)
    assert wrong == []
    page.close()
