"""How the browser tests open a page: what goes wrong is gathered, and nobody else is asked for anything."""

from __future__ import annotations

import re
from http.server import SimpleHTTPRequestHandler
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for all that a page asks for

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


def open_page(browser: Browser, url: str, *, width: int = 1280, scripts: bool = True) -> tuple[Page, list[str]]:
    """Open a page and gather what went wrong: errors in the console, and requests to anywhere else."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    page = context.new_page()
    wrong: list[str] = []
    home = "{0.scheme}://{0.netloc}/".format(urlsplit(url))

    def refuse(route: Route) -> None:
        wrong.append(f"asked for {route.request.url}")
        route.abort()

    page.route(re.compile(f"^(?!{re.escape(home)}|data:|blob:)"), refuse)
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(url, wait_until="load")
    return page, wrong
