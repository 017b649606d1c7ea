"""A page as it is printed: a report, its citation first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.opening import open_tab

HIDDEN = (
    ".md-header, .md-sidebar, .md-top, .crumbs, .ways, .themes, .whole-text, .terms-of, .terms-list, details.report, "
    ".works-switch, .lists, article button, article form, [role=dialog]"
)
ABSOLUTE = """[...document.querySelectorAll(".notes .note")].filter((note) => {
    const style = getComputedStyle(note);
    return ["absolute", "fixed"].includes(style.position) || style.float !== "none";
}).length"""
TOPS = "[...document.querySelectorAll('.notes .note')].map((note) => note.getBoundingClientRect().top)"
FIRST = """(() => {
    const shown = [...document.querySelectorAll("body *")].filter(
        (one) => one.checkVisibility() && !one.children.length && one.textContent.trim());
    return shown.map((one) => [one.getBoundingClientRect().top, one.closest(".printed-first") !== null])
        .toSorted((a, b) => a[0] - b[0])[0][1];
})()"""
RIGHT = "(one) => one.getBoundingClientRect().right"
LEFT_OF_WORDS = "(one) => one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingLeft)"
AFTER = "(link) => getComputedStyle(link, '::after').content"


def shown(page: Page, selector: str) -> int:
    return page.locator(selector).filter(visible=True).count()


@pytest.mark.parametrize("path", ["sources/bali-2022/", "sanctions/vinjamuri-2020/"])
def test_a_text_is_printed_citation_first_and_notes_last(browser: Browser, address: str, path: str) -> None:
    page, wrong = open_tab(browser, address + path, width=1440)
    assert shown(page, ".printed-first, .on-paper") == 0
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 624, "height": 900})
    assert page.locator(".printed-first .cite-this").is_visible()
    assert page.evaluate(FIRST)
    assert shown(page, HIDDEN) == 0
    # Every number is there, and none over the words.
    numbers, blocks = page.locator(".themed .paragraph-number"), page.locator(".themed")
    assert numbers.count() > 5
    for number, block in ((numbers.nth(at), blocks.nth(at)) for at in range(5)):
        assert number.is_visible()
        assert number.evaluate(RIGHT) < block.evaluate(LEFT_OF_WORDS)
    assert page.evaluate(ABSOLUTE) == 0
    tops = page.evaluate(TOPS)
    assert len(tops) > 5
    assert tops == sorted(tops)
    last = page.locator(".themed").last.bounding_box()
    assert last
    assert tops[0] > last["y"] + last["height"]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert wrong == []
    page.close()


def test_a_link_that_leads_away_is_followed_by_its_address(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}bibliography/sanctions/")
    page.emulate_media(media="print")
    links = page.locator(".about a[href^='http']")
    archived = links.filter(has_text="Archived copy").first
    assert archived.evaluate(AFTER) == f'" <{archived.get_attribute("href")}>"'
    # The address of the original stands in the entry itself.
    entry = page.locator(".work", has=archived).locator(".entry").first
    assert (links.first.get_attribute("href") or "?") in entry.inner_text()
    assert links.first.evaluate(AFTER) == '" (address as above)"'
    inside = page.locator("article a[href^='..']").filter(visible=True).first
    assert inside.evaluate(AFTER) == "none"
    assert inside.evaluate("(link) => getComputedStyle(link).textDecorationLine") == "none"
    assert shown(page, HIDDEN) == 0
    assert wrong == []
    page.close()
