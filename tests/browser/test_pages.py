"""The site in a real browser, as a reader has it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from build_site import Built
from florilegium.pages.views import theme_ids
from tests.browser.opening import open_tab

KINDS = (
    "",
    "404.html",
    "about/",
    "citing/",
    "context/gransnews-review/",
    "digital-rights/vinjamuri-2020/",
    "multilateralism/gransnews-review/",
    "sanctions/",
    "sanctions/vinjamuri-2020/",
    "sources/",
    "sources/bali-2022/",
    "sources/lew-asia-times/",
)


@pytest.mark.parametrize("width", [1440, 320])
def test_a_page_fits_its_screen_logs_no_error_and_asks_nobody_else(browser: Browser, address: str, width: int) -> None:
    page, wrong = open_tab(browser, f"{address}search/", width=width)
    for path in KINDS:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, path
        assert wrong == [], path
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_marker_leads_to_its_note_and_the_note_back(browser: Browser, address: str, *, scripts: bool) -> None:
    page, wrong = open_tab(browser, address + "sources/vinjamuri-2020/", scripts=scripts)
    page.locator('[role="doc-noteref"][aria-label="Note 161"]').click()
    assert urlsplit(page.url).fragment == "n161"
    note = page.locator("#n161")
    assert "Caesar Syria Civilian Protection Act" in note.inner_text()
    assert note.bounding_box() is not None
    page.locator('[role="doc-backlink"][aria-label="Back to the marker of note 161"]').click()
    assert urlsplit(page.url).fragment == "m161"
    assert wrong == []
    page.close()


def test_a_permalink_opens_its_paragraph_in_view(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "sources/bali-2022/#p41")
    paragraph = page.locator("#p41")
    box = paragraph.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    assert paragraph.inner_text().startswith("¶ 41")
    page.close()


def test_a_reader_goes_from_home_by_theme_to_a_passage_in_its_place(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address)
    page.get_by_role("table").get_by_role("link", name="Sanctions", exact=True).click()
    page.wait_for_url("**/sanctions/")
    page.get_by_role("article").get_by_role("link", name="A values-based US foreign policy?").click()
    page.wait_for_url("**/sanctions/vinjamuri-2020/")
    page.get_by_role("link", name="in the whole text").first.click()
    page.wait_for_url("**/sources/vinjamuri-2020/#p*")
    page.close()


def test_a_deep_link_into_a_paraphrased_text_shows_the_warning_and_the_words(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}404.html")
    for path in ("sources/lew-asia-times/#p18", "multilateralism/lew-asia-times/#p18"):
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto("about:blank")
            page.goto(address + path)
            shows_the_warning_and_the_words(page)
    page.close()


def shows_the_warning_and_the_words(page: Page) -> None:
    warning = page.locator(".fidelity-strip").bounding_box()
    words = page.locator("#p18").bounding_box()
    assert warning is not None
    assert words is not None
    assert 0 < warning["y"] < 150
    assert warning["y"] + warning["height"] <= words["y"] < 900


def test_what_is_copied_is_the_words_alone(browser: Browser, address: str, built: Built) -> None:
    page, _ = open_tab(browser, address + "sources/bali-2022/")
    bali = next(one for one in built.placed if one.source.record.id == "bali-2022")
    for wanted in ("p1", "p7", "p41"):
        (block,) = (one for one in bali.document.blocks if one.id == wanted)
        script = (
            "id => { getSelection().selectAllChildren(document.getElementById(id)); return getSelection().toString() }"
        )
        assert " ".join(page.evaluate(script, wanted).split()) == block.text
    page.close()


def test_every_cell_of_the_matrix_is_in_view_and_leads_on(browser: Browser, address: str, built: Built) -> None:
    page, _ = open_tab(browser, address)
    cells = page.locator(".matrix td[data-theme] a")
    themes = theme_ids(built.collection.themes)
    assert cells.count() == (len(built.placed) + 1) * len(themes)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        boxes = cells.evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
        for box in boxes:
            assert box["left"] >= 0
            assert box["right"] <= width
            assert box["height"] >= 24
    page.close()


def test_a_passage_knows_the_ways_by_theme_and_by_source(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "sanctions/gransnews-review/")
    theme = page.get_by_role("navigation", name="By theme")
    source = page.get_by_role("navigation", name="By source")
    assert theme.inner_text() == "Home › Sanctions › GransNews review"
    assert source.inner_text() == "Sources › GransNews review › Sanctions"
    page.get_by_role("navigation", name="Ways on").get_by_role("link", name="Lew, Asia Times on Sanctions").click()
    page.wait_for_url("**/sanctions/lew-asia-times/")
    page.get_by_role("navigation", name="By source").get_by_role("link", name="Lew, Asia Times").click()
    page.wait_for_url("**/sources/lew-asia-times/")
    page.close()


def test_a_split_list_shows_its_other_items_set_back_and_linked(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "multilateralism/gransnews-review/")
    framing = page.locator(".frame")
    assert [text.split()[1] for text in framing.all_inner_texts()][:3] == ["15", "16", "18"]
    colours = page.evaluate(
        "ids => ids.map(id => getComputedStyle(document.querySelector(id)).color)", [".frame", "#p17"]
    )
    assert colours[0] != colours[1]
    framing.get_by_role("link", name="¶ 16").click()
    page.wait_for_url("**/sources/gransnews-review/#p16")
    page.close()


def test_a_citation_in_an_introduction_opens_the_paragraph(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "digital-rights/")
    page.locator(".citation").first.click()
    page.wait_for_url("**/sources/gransnews-review/#p33")
    page.close()


def test_the_reports_of_a_text_are_folded_and_open(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "sources/bali-2022/", scripts=False)
    rows = page.locator("details.report tr")
    assert rows.count() > 100
    assert not rows.first.is_visible()
    page.get_by_text("Repaired (48)").click()
    assert page.get_by_role("cell", name="marker put back").first.is_visible()
    page.close()
