"""What a reader has to load for a text before reading it: little, and from nobody else."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response

REQUESTS = 10
KILOBYTES = 150
"""As a server sends them, compressed; with some room for what goes before each answer."""
HEADERS = 300
LONGEST = "sources/bali-2022/"


def test_the_longest_text_is_light_and_asks_nobody_else(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address + LONGEST, wait_until="networkidle")
    page.wait_for_function("document.documentElement.dataset.notes === 'beside'")
    asked = [answer.url for answer in answers]
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert len(asked) <= REQUESTS, asked
    sent = sum(len(gzip.compress(answer.body(), 6)) + HEADERS for answer in answers)
    assert sent <= KILOBYTES * 1000, {answer.url: len(gzip.compress(answer.body(), 6)) for answer in answers}
    page.close()
