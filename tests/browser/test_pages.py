"""The site in a real browser, as a reader has it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.browser.chromium import MISSING, find

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
KINDS = ("", "sources/", "sources/bali-2022/", "sources/lew-asia-times/", "sanctions/", "sanctions/vinjamuri-2020/")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, MISSING
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


def open_page(browser: Browser, url: str, *, width: int = 1280, scripts: bool = True) -> tuple[Page, list[str]]:
    """Open a page and gather what went wrong: errors in the console, and requests to anywhere else."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    page = context.new_page()
    wrong: list[str] = []
    home = urlsplit(url).netloc

    def watch(route: Route) -> None:
        if urlsplit(route.request.url).netloc in (home, ""):
            route.continue_()
        else:
            wrong.append(f"asked for {route.request.url}")
            route.abort()

    page.route("**/*", watch)
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(url, wait_until="load")
    return page, wrong


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", KINDS)
def test_a_page_fits_its_screen_logs_no_error_and_asks_nobody_else(
    browser: Browser, address: str, path: str, width: int
) -> None:
    page, wrong = open_page(browser, address + path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert wrong == []
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_marker_leads_to_its_note_and_the_note_back(browser: Browser, address: str, *, scripts: bool) -> None:
    page, wrong = open_page(browser, address + "sources/vinjamuri-2020/", scripts=scripts)
    page.locator('[role="doc-noteref"][aria-label="Note 161"]').click()
    assert urlsplit(page.url).fragment == "n161"
    note = page.locator("#n161")
    assert "Caesar Syria Civilian Protection Act" in note.inner_text()
    assert note.bounding_box() is not None
    page.locator('[role="doc-backlink"][aria-label="Back to the marker of note 161"]').click()
    assert urlsplit(page.url).fragment == "m161"
    assert wrong == []
    page.context.close()


def test_a_permalink_opens_its_paragraph_in_view(browser: Browser, address: str) -> None:
    page, _ = open_page(browser, address + "sources/bali-2022/#p41")
    paragraph = page.locator("#p41")
    box = paragraph.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    assert paragraph.inner_text().startswith("¶ 41")
    page.context.close()


def test_a_reader_goes_from_home_by_theme_to_a_passage_in_its_place(browser: Browser, address: str) -> None:
    page, _ = open_page(browser, address)
    page.get_by_role("table").get_by_role("link", name="Sanctions", exact=True).click()
    page.wait_for_url("**/sanctions/")
    page.get_by_role("article").get_by_role("link", name="A values-based US foreign policy?").click()
    page.wait_for_url("**/sanctions/vinjamuri-2020/")
    page.get_by_role("link", name="In its place in the text").first.click()
    page.wait_for_url("**/sources/vinjamuri-2020/#p*")
    page.context.close()
