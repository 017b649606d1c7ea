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


@pytest.fixture(params=[("light", 1280), ("dark", 390)], ids=lambda one: f"{one[0]}-{one[1]}")
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    scheme: Literal["light", "dark"]
    scheme, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("typed", ["", WORDS, UNKNOWN, "korea authoritarian"])
def test_the_open_dialog(page: Page, address: str, typed: str) -> None:
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    page.locator("dialog[open] input").wait_for()
    page.locator("dialog .chip").first.wait_for()
    page.keyboard.type(typed)
    if typed:
        page.locator("dialog .search-none p, dialog .hit").first.wait_for()
    assert violations(page) == []


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
def test_a_kind_of_page(browser: Browser, address: str, path: str, opened: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(address + path)
    page.evaluate(OPENING[opened])
    for width, palette in WAYS_TO_LOOK:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("(palette) => document.body.setAttribute('data-md-color-scheme', palette)", palette)
        assert violations(page) == [], (width, palette)
    page.close()
