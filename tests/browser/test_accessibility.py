"""What axe finds on the pages of the search, its dialog open: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WORDS, UNKNOWN = "sanctions china", "magnitski sanctions"


@pytest.fixture(
    params=[("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)], ids=lambda one: f"{one[0]}-{one[1]}"
)
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


@pytest.mark.parametrize("path", ["", "404.html", "sanctions/?find=sanctions#introduction"])
def test_a_page_with_its_way_to_the_search(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert violations(page) == []
