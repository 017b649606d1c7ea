"""The strip of a text, the filter by theme, and where the reader is, as a reader has them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from build_site import Built
from tests.browser.opening import open_tab

SOURCE, THEME = "bali-2022", "sanctions"
KEPT = "[...document.querySelectorAll('.themed:not(.set-back)')].map((one) => one.id)"
CONTRAST = """() => {
  const light = ([r, g, b]) => [r, g, b].map((one) => one / 255)
    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0);
  const seen = (colour) => light(colour.match(/[\\d.]+/g).map(Number));
  const paper = seen(getComputedStyle(document.body).backgroundColor);
  const worst = {ratio: 99};
  for (const block of document.querySelectorAll(".set-back")) {
    for (const one of [block, ...block.querySelectorAll("*")]) {
      const ink = seen(getComputedStyle(one).color);
      const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      if (ratio < worst.ratio) Object.assign(worst, {ratio, what: one.outerHTML.slice(0, 200)});
    }
  }
  return worst;
}"""
"""The least contrast of what is set back, on paper."""


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=request.param)
    opened = context.new_page()
    opened.goto(f"{address}sources/{SOURCE}/")
    yield opened
    context.close()


def only(page: Page, theme: str = THEME) -> None:
    page.locator(f".strip button[data-only={theme}]").click()
    page.locator(f"html[data-reading-only={theme}]").wait_for()


def test_only_one_theme_sets_back_the_rest_with_its_notes_and_can_be_read(page: Page, built: Built) -> None:
    placed = next(one for one in built.placed if one.source.record.id == SOURCE)
    wanted = [one.block for one in placed.placings if THEME in (one.theme, *one.also)]
    only(page)
    assert page.evaluate(KEPT) == wanted
    expect(page.get_by_role("status")).to_have_text(f"Only Sanctions · {len(wanted)} ¶, the first is ¶ {wanted[0][1:]}")
    kept = {note.id for note in placed.document.notes if set(note.cited_from) & set(wanted)}
    assert kept
    assert page.evaluate("[...document.querySelectorAll('.note:not(.set-back)')].map((one) => one.id)") == sorted(
        kept, key=lambda one: int(one[1:])
    )
    # What is read is set back for the eye alone.
    worst = page.evaluate(CONTRAST)
    assert worst["ratio"] >= 4.5, worst
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    only(page, "intervention")
    assert page.locator(".strip [aria-pressed=true]").count() == 1
    page.locator(".strip [aria-pressed=true]").click()
    assert page.locator(".set-back, [data-reading-only], .only-bar:visible").count() == 0


def test_the_keyboard_chooses_goes_from_one_to_the_next_and_ends_it(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}sources/{SOURCE}/")
    button = page.get_by_role("button", name="Only Sanctions: set back the rest")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Next ¶ of the theme").focus()
    for number, at in ((2, 1), (29, 2), (32, 3), (38, 4), (38, 4)):
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text(f"Only Sanctions · ¶ {number}, {at} of 4")
        box = page.locator(f"#p{number}").bounding_box()
        assert box is not None
        assert 40 < box["y"] < 110
    page.get_by_role("button", name="Previous ¶ of the theme").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Only Sanctions · ¶ 32, 3 of 4")
    page.keyboard.press("Escape")
    expect(page.locator(".only-bar")).to_be_hidden()
    expect(button).to_be_focused()
    assert page.locator(".set-back, html[data-reading-only]").count() == 0
    only(page)
    page.get_by_role("button", name="Show all").click()
    assert page.locator(".set-back, html[data-reading-only]").count() == 0
    only(page)
    page.emulate_media(media="print")
    inks = "new Set([...document.querySelectorAll('p.themed')].map((one) => getComputedStyle(one).color)).size"
    assert page.evaluate(inks) == 1
    assert page.locator(".only-bar:visible, .strip button:visible").count() == 0
    assert wrong == []
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_step_of_the_strip_leads_to_its_paragraph_and_no_key_stops_at_it(
    browser: Browser, address: str, width: int
) -> None:
    page, wrong = open_tab(browser, f"{address}sources/{SOURCE}/", width=width)
    step = page.locator('.strip svg a[href="#p29"] .target').first
    box = step.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    # Above the step itself: the whole height of the lane leads there.
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 2)
    page.wait_for_url("**#p29")
    expect(page.locator("#p29")).to_be_in_viewport()
    page.goto(page.url.split("#", maxsplit=1)[0])
    page.locator(".strip button").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.strip summary')")
    # Each section begins where its number stands, and no number is cut: the list below says what they are.
    boxes = page.evaluate(
        "[...document.querySelectorAll('.strip .sections > a')].map((one) => [one.getBoundingClientRect().left, "
        "one.getBoundingClientRect().right, one.scrollWidth - one.clientWidth])"
    )
    assert len(boxes) > 3
    assert all(one[1] <= after[0] + 0.5 for one, after in pairwise(boxes))
    assert all(cut <= 0 for _, _, cut in boxes)
    assert page.locator(".section-names a").count() == len(boxes)
    assert wrong == []
    page.close()


def test_without_scripts_the_same_stands_in_words_and_no_button_is_idle(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}sources/{SOURCE}/", scripts=False)
    assert page.locator(".strip button:visible, .strip .filters:visible").count() == 0
    page.locator(".strip summary").click()
    page.locator('.strip details a[href="#p29"]').first.click()
    page.wait_for_url("**#p29")
    page.close()


def test_a_step_on_home_leads_to_its_paragraph(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address)
    page.locator('.strips svg a[href$="sources/vinjamuri-2020/#p5"]').first.hover()
    page.locator('.strips svg a[href$="sources/vinjamuri-2020/#p5"] .target').first.click()
    page.wait_for_url("**/sources/vinjamuri-2020/#p5")
    assert wrong == []
    page.close()


def test_a_long_text_says_where_the_reader_is(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}sources/{SOURCE}/", width=1440)
    place, line = page.locator(".place-in-text"), page.locator(".md-header .progress")
    grown = []
    for number in (1, 3, 12, 50):
        page.evaluate(f"location.hash = '#p{number}'")
        expect(place).to_have_text(f"¶ {number} of 50")
        grown.append(line.evaluate("(one) => one.getBoundingClientRect().width"))
    assert grown == sorted(grown)
    assert 0 <= grown[0] < 20
    assert grown[-1] <= 1440
    page.goto(f"{address}{THEME}/vinjamuri-2020/")
    expect(page.locator(".md-header .progress")).to_be_hidden()
    assert wrong == []
    page.close()


LONG_NAME = """[...document.querySelectorAll(".lane-name a")].forEach((one) => {
  one.textContent = "Economic, social and cultural rights of peoples 32 (+5)";
})"""
MORE_THEMES = """for (const row of document.querySelectorAll(".matrix tr")) {
  for (let added = 0; added < 3; added += 1) row.append(row.children[3].cloneNode(true));
}"""
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


def test_long_names_and_many_themes_never_widen_the_page(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}sources/{SOURCE}/")
    page.evaluate(LONG_NAME)
    for width in (1280, 800, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TOO_WIDE) <= 0, width
        lane, whole = (page.locator(one).first.bounding_box() for one in (".strip .lane", ".strip .lanes"))
        assert lane is not None
        assert whole is not None
        assert lane["width"] >= whole["width"] / 2, width
    page.goto(address)
    page.evaluate(MORE_THEMES)
    last = page.locator(".matrix tr").nth(1).locator("a").last
    for width in (390, 800, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TOO_WIDE) <= 0, width
        # What goes on aside is brought in view by its links.
        last.evaluate("one => { one.blur(); one.closest('table').parentElement.scrollLeft = 0; }")
        last.focus()
        expect(last).to_be_in_viewport(ratio=1)
    assert wrong == []
    page.close()
