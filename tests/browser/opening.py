"""How the browser tests open a page: what goes wrong is gathered, and nobody else is asked for anything."""

from __future__ import annotations

import re
from functools import cache
from http.server import SimpleHTTPRequestHandler
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

# Whatever name is asked for elsewhere is that of nobody.
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for all that a page asks for

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


def open_page(browser: Browser, url: str, *, width: int = 1280, scripts: bool = True) -> tuple[Page, list[str]]:
    """Open a page in a context of its own and gather what went wrong: for a test that changes the context.

    That is its clock, its permissions, or what it lacks. It costs more than twice as much as `open_tab`.
    """
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    page = context.new_page()
    wrong = _gathered(page)
    home = _home(url)

    def refuse(route: Route) -> None:
        wrong.append(f"asked for {route.request.url}")
        route.abort()

    page.route(re.compile(f"^(?!{re.escape(home)}|data:|blob:)"), refuse)
    page.goto(url, wait_until="load")
    return page, wrong


def open_tab(browser: Browser, url: str, *, width: int = 1280, scripts: bool = True) -> tuple[Page, list[str]]:
    """Open a page beside others, with nothing remembered, and gather what went wrong; close the page, not its context.

    What is asked for elsewhere is told and not found. What a page has of its own goes with it: routes, media, history.
    A script that another page loaded may be had without being asked for: who keeps one back wants `open_page`.
    """
    return open_in(_shared(browser, scripts=scripts), url, width=width)


def open_in(context: BrowserContext, url: str, *, width: int = 1280) -> tuple[Page, list[str]]:
    """Open a page as `open_tab` does, in a context that a module has made for its tests."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    wrong = _gathered(page)
    home = _home(url)

    def watch(request: Request) -> None:
        if not request.url.startswith((home, "data:", "blob:")):
            wrong.append(f"asked for {request.url}")

    page.on("request", watch)
    forget(page, home)
    page.goto(url, wait_until="load")
    return page, wrong


def forget(page: Page, home: str) -> None:
    """Let the browser forget what a site has stored in it."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": home.rstrip("/"), "storageTypes": "local_storage,cookies"})
    session.detach()


@cache
def _shared(browser: Browser, *, scripts: bool) -> BrowserContext:
    return browser.new_context(java_script_enabled=scripts)


def _home(url: str) -> str:
    return "{0.scheme}://{0.netloc}/".format(urlsplit(url))


def _gathered(page: Page) -> list[str]:
    """Return what will hold every error of a page."""
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong
