"""What axe finds on any kind of page, with whatever can be opened there: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WAYS_TO_LOOK = ((1280, "default"), (390, "slate"))
"""Width of the screen, and the palette: each once."""
WORDS, UNKNOWN = "sanctions china", "magnitski sanctions"


@pytest.fixture(scope="module", params=[("light", 1280), ("dark", 390)], ids=lambda one: f"{one[0]}-{one[1]}")
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    scheme: Literal["light", "dark"]
    scheme, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(reduced_motion="reduce")
    yield page
    page.close()


def violations(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]


def test_the_open_dialog(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    entry = page.locator("dialog[open] input")
    entry.wait_for()
    page.locator("dialog .chip").first.wait_for()
    assert violations(page) == []
    for typed in (WORDS, UNKNOWN, "korea authoritarian"):
        entry.fill(typed)
        page.locator(".search-status", has_text=f"“{typed}”").wait_for()
        page.locator("dialog .search-none p, dialog .hit").first.wait_for()
        assert violations(page) == [], typed


@pytest.mark.parametrize("query", ["q=khashoggi", "q=magnitski&theme=sanctions", "theme=sanctions&kind=work&year=2020"])
def test_the_page_of_the_search(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/?{query}")
    page.locator(".search-none p, .hit").first.wait_for()
    assert violations(page) == []


KINDS = {
    "": "nothing",
    "404.html": "nothing",
    "citing/": "the menu",
    "sanctions/": "all that folds",
    "sanctions/?find=sanctions#introduction": "nothing",
    "sanctions/vinjamuri-2020/": "the index terms",
    "sources/": "nothing",
    "sources/vinjamuri-2020/": "all that folds",
    "sources/lew-asia-times/": "the menu",
    "bibliography/digital-rights/": "all that folds",
}
OPENING = {
    "nothing": "() => {}",
    "the menu": "() => document.querySelector('.menu-button').click()",
    "all that folds": "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })",
    "the index terms": "() => document.querySelector('.terms-of').click()",
}


@pytest.mark.parametrize(("path", "opened"), KINDS.items())
def test_a_kind_of_page(still: Page, address: str, path: str, opened: str) -> None:
    still.goto(address + path)
    still.evaluate(OPENING[opened])
    for width, palette in WAYS_TO_LOOK:
        still.set_viewport_size({"width": width, "height": 900})
        still.evaluate("(palette) => document.body.setAttribute('data-md-color-scheme', palette)", palette)
        assert violations(still) == [], (width, palette)
