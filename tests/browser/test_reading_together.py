"""The filter, previews and notes in one page at one time: none takes the look, the place or the keys of another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.opening import open_page

SOURCE, THEME = "sources/bali-2022/", "sanctions"
NARROW, WIDE = 900, 1440
FAR = 6000
"""Where a reader has gone on to, in px: a note that was opened at the beginning is out of view."""
INKS = "shown => [shown, ...shown.querySelectorAll('*')].map(one => getComputedStyle(one).color)"


@pytest.fixture(params=[NARROW])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened, wrong = open_page(browser, address + SOURCE, width=request.param)
    expect(
        opened.locator("html[data-notes=beside]" if request.param >= 1000 else "#m1[aria-expanded]")
    ).to_be_attached()
    yield opened
    opened.context.close()
    assert wrong == []


@pytest.fixture
def bare(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page of which a test changes what it loads, and what goes wrong there."""
    opened, wrong = open_page(browser, address + "404.html", width=NARROW)
    yield opened, wrong
    opened.context.close()


def only(page: Page) -> None:
    page.locator(f".strip button[data-only={THEME}]").click()
    page.locator(f"html[data-only={THEME}]").wait_for()


def is_only(page: Page) -> bool:
    return page.locator("html[data-only]").count() > 0


def scrolled(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def card_of(page: Page, link: Locator) -> Locator:
    page.mouse.move(2, 400)
    expect(page.locator(".preview")).to_have_count(0)
    link.hover()
    page.locator(".preview").wait_for()
    return page.locator(".preview")


def test_what_is_opened_in_a_paragraph_that_is_set_back_has_its_own_colours(page: Page) -> None:
    marker = page.locator("#m1")
    before = card_of(page, marker).evaluate(INKS)
    marker.click()
    note = page.locator(".in-place")
    page.mouse.move(2, 400)
    opened = note.evaluate(INKS)
    only(page)
    page.mouse.move(2, 400)
    assert page.locator(".set-back #m1").count() == 1
    assert note.evaluate(INKS) == opened
    assert card_of(page, marker).evaluate(INKS) == before
    ink = page.locator(".themed:not(.set-back)").first.evaluate("kept => getComputedStyle(kept).color")
    assert page.locator(".preview strong").first.evaluate("name => getComputedStyle(name).color") == ink


def test_esc_ends_the_filter_and_lets_a_note_that_is_out_of_view_be(page: Page) -> None:
    page.locator("#m1").click()
    note = page.locator(".in-place")
    expect(note).to_be_visible()
    only(page)
    page.evaluate(f"scrollTo(0, {FAR})")
    page.keyboard.press("Escape")
    expect(page.locator("html[data-only]")).to_have_count(0)
    assert scrolled(page) == FAR
    expect(note).to_have_count(1)
    page.keyboard.press("Escape")
    assert scrolled(page) == FAR
    expect(note).to_have_count(1)


def test_esc_shuts_a_note_in_view_then_the_filter_and_the_page_stays(page: Page) -> None:
    only(page)
    page.locator("#m1").click()
    page.locator("#m2").click()
    expect(page.locator(".in-place")).to_have_count(2)
    page.mouse.move(2, 400)
    expect(page.locator(".preview")).to_have_count(0)
    page.evaluate("document.activeElement.blur()")
    at = scrolled(page)
    for left in (1, 0):
        page.keyboard.press("Escape")
        expect(page.locator(".in-place")).to_have_count(left)
        assert is_only(page)
        assert page.evaluate("document.activeElement === document.body")
        assert scrolled(page) == at
    page.keyboard.press("Escape")
    assert not is_only(page)


def test_esc_shuts_the_note_in_which_the_focus_is_and_gives_it_back(page: Page) -> None:
    page.locator("#m1").click()
    page.locator("#m2").click()
    page.get_by_role("button", name="close Note 1", exact=True).focus()
    page.keyboard.press("Escape")
    expect(page.locator(".preview")).to_have_count(0)
    expect(page.locator("#in-place-m1")).to_have_count(0)
    expect(page.locator("#in-place-m2")).to_have_count(1)
    expect(page.locator("#m1")).to_be_focused()


def test_a_browser_that_knows_no_popovers_hears_esc_all_the_same(bare: tuple[Page, list[str]], address: str) -> None:
    page, wrong = bare

    def without(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(":popover-open", ":of-another-browser"))

    page.route("**/assets/reading/*.js", without)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + SOURCE)
    page.locator("#m1[aria-expanded]").click()
    expect(page.locator(".in-place")).to_be_visible()
    page.mouse.move(2, 400)
    only(page)
    page.locator("#m1").scroll_into_view_if_needed()
    page.keyboard.press("Escape")
    expect(page.locator(".in-place")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("html[data-only]")).to_have_count(0)
    # A way of the site that leads to a place of this page.
    page.evaluate("document.querySelector('.md-sidebar a[href*=\"#\"]').click()")
    page.wait_for_function("performance.getEntriesByType('resource').some(one => one.name.endsWith('/drawer.js'))")
    page.evaluate("document.querySelector('.md-sidebar a[href*=\"#\"]').click()")
    assert wrong == []


def test_where_the_words_of_a_card_fail_the_card_before_goes_and_the_next_comes(
    bare: tuple[Page, list[str]], address: str
) -> None:
    page, wrong = bare
    failing = """let asked = 0;
        export function words() {
            asked += 1;
            if (asked === 2) throw new Error("no words");
            return { name: `Card ${asked}`, content: [`Card ${asked}`] };
        }"""
    page.route("**/reading/preview-words.js", lambda route: route.fulfill(content_type="text/javascript", body=failing))
    page.goto(address + SOURCE)
    page.locator("#m1").hover()
    expect(page.locator(".preview")).to_have_text("Card 1")
    page.locator("#m2").hover()
    expect(page.locator(".preview")).to_have_count(0)
    page.mouse.move(2, 400)
    page.locator("#m2").hover()
    expect(page.locator(".preview")).to_have_text("Card 3")
    assert not any(one.startswith("no words") for one in wrong), "told, not thrown"


@pytest.mark.parametrize("page", [WIDE], indirect=True)
def test_the_words_of_a_card_are_no_line_of_the_text(page: Page) -> None:
    """A note keeps its place while a card stands between its marker and the one before."""
    page.evaluate("document.querySelector('#m1').closest('sup').after(document.querySelector('#m2').closest('sup'))")
    place = """async () => {
        dispatchEvent(new Event("resize"));
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
        return [...document.querySelectorAll(".note")].map(note => note.style.getPropertyValue("--fl-top"));
    }"""
    before = page.evaluate(place)
    card_of(page, page.locator("#m1"))
    assert page.evaluate("document.querySelector('#preview').nextElementSibling.matches('sup:has(#m2)')")
    assert page.evaluate(place) == before
    expect(page.locator(".preview")).to_be_visible()
