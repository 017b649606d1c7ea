"""The filter, previews and notes in one page at one time: none takes the look, the place or the keys of another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.opening import open_tab

SOURCE, THEME = "sources/bali-2022/", "sanctions"
NARROW, WIDE = 900, 1440
FAR = 6000
"""Where a reader has gone on to, in px: a note that was opened at the beginning is out of view."""
INKS = "shown => [shown, ...shown.querySelectorAll('*')].map(one => getComputedStyle(one).color)"


@pytest.fixture(params=[NARROW])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened, wrong = open_tab(browser, address + SOURCE, width=request.param)
    expect(
        opened.locator("html[data-notes=beside]" if request.param >= 1000 else "#m1[aria-expanded]")
    ).to_be_attached()
    yield opened
    opened.close()
    assert wrong == []


@pytest.fixture
def bare(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page of which a test changes what it loads, and what goes wrong there."""
    opened, wrong = open_tab(browser, address + "404.html", width=NARROW)
    yield opened, wrong
    opened.close()


def only(page: Page) -> None:
    page.locator(f".strip button[data-only={THEME}]").click()
    page.locator(f"html[data-reading-only={THEME}]").wait_for()


def is_only(page: Page) -> bool:
    return page.locator("html[data-reading-only]").count() > 0


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
    page.locator("#m3").click()
    note = page.locator(".in-place")
    page.mouse.move(2, 400)
    opened = note.evaluate(INKS)
    only(page)
    page.mouse.move(2, 400)
    assert page.locator(".set-back :is(#m1, #m3)").count() == 2
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
    expect(page.locator("html[data-reading-only]")).to_have_count(0)
    assert scrolled(page) == FAR
    expect(note).to_have_count(1)
    page.keyboard.press("Escape")
    assert scrolled(page) == FAR
    expect(note).to_have_count(1)


def test_esc_shuts_a_note_in_view_then_the_filter_and_the_page_stays(page: Page) -> None:
    only(page)
    page.locator("#m3").click()
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
    page.get_by_role("button", name="Close Note 1", exact=True).focus()
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
    expect(page.locator("html[data-reading-only]")).to_have_count(0)
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
    with page.expect_console_message(lambda message: "no words" in message.text):
        page.locator("#m2").hover()
    expect(page.locator(".preview")).to_have_count(0)
    page.mouse.move(2, 400)
    page.locator("#m2").hover()
    expect(page.locator(".preview")).to_have_text("Card 3")
    assert [one.split("\n")[0] for one in wrong if "404" not in one] == ["Error: no words"], "told once, not thrown"


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
    page.locator("#m1").focus()
    page.locator(".preview").wait_for()
    assert page.evaluate("document.querySelector('#preview').nextElementSibling.matches('sup:has(#m2)')")
    assert page.evaluate(place) == before
    expect(page.locator(".preview")).to_be_visible()


@pytest.mark.parametrize("page", [WIDE], indirect=True)
def test_the_card_of_a_note_beside_the_text_comes_late_and_covers_no_note(page: Page) -> None:
    page.locator("#m1").hover()
    asked = page.evaluate("performance.now()")
    page.locator(".preview").wait_for()
    assert page.evaluate("performance.now()") - asked > 500
    card, text = page.locator(".preview").bounding_box(), page.locator("#p1").bounding_box()
    assert card is not None
    assert text is not None
    assert card["x"] + card["width"] <= text["x"] + text["width"] + 1


def test_who_tabs_on_comes_from_marker_to_marker(page: Page) -> None:
    page.locator("#m2").focus()
    for number in (3, 4, 5):
        page.wait_for_timeout(150)
        page.keyboard.press("Tab")
        expect(page.locator(f"#m{number}")).to_be_focused()
    page.locator(".preview").wait_for()


def test_a_pull_quote_is_set_back_with_the_words_that_it_repeats(page: Page) -> None:
    only(page)
    script = """() => [...document.querySelectorAll(".pull-quote")].map(quote => {
        const words = element => element.textContent.replace(/\\s+/g, " ").trim();
        const repeated = [...document.querySelectorAll(".themed")].find(block => words(block).includes(words(quote)));
        return [quote.closest(".set-back") !== null, repeated?.matches(".set-back") ?? null];
    })"""
    quotes = page.evaluate(script)
    assert [one for one in quotes if one[1] is not None]
    assert all(quote == block for quote, block in quotes if block is not None)
    assert any(quote for quote, _ in quotes)


def test_the_bar_says_where_to_go_when_nothing_that_is_kept_is_in_view(page: Page) -> None:
    page.evaluate(f"scrollTo(0, {FAR})")
    page.evaluate(f"document.querySelector('.strip button[data-only={THEME}]').click()")
    expect(page.get_by_role("status")).to_have_text("Only Sanctions · 4 ¶, the first is ¶ 2")
    assert scrolled(page) == FAR
    page.get_by_role("button", name="Next ¶ of the theme").click()
    expect(page.get_by_role("status")).to_have_text("Only Sanctions · ¶ 29, 2 of 4")


def test_on_a_very_low_screen_the_bar_of_the_filter_stands_with_the_strip(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    only(page)
    assert page.locator(".only-bar").evaluate("bar => getComputedStyle(bar).position") == "static"
