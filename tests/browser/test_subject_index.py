"""The subject index in a real browser: its letters, its kinds, and the terms of a ¶ in its margin."""

from __future__ import annotations

import re
from itertools import product
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page

from tests.browser.opening import open_tab

INDEX = "subject-index/"
SOURCE = "sources/bali-2022/"


def choices(page: Page) -> Locator:
    return page.get_by_role("article").get_by_role("radio")


def status(page: Page) -> str:
    return page.get_by_role("article").get_by_role("status").inner_text()


def shown(page: Page) -> list[str]:
    """Return the kinds of the entries that are shown, one for each."""
    script = "[...document.querySelectorAll('.term')].filter(e => e.checkVisibility()).map(e => e.dataset.kind)"
    return page.evaluate(script)  # type: ignore[no-any-return]


def letters(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Letters")


def wait_until_in_view(page: Page, part: str) -> None:
    """Wait until a part stands below header and letters, near the top of the screen."""
    script = """id => {
        const bar = document.querySelector(".letters").getBoundingClientRect().bottom;
        const top = document.getElementById(id).getBoundingClientRect().top;
        return Math.max(bar, 48) <= top && top < 200;
    }"""
    page.wait_for_function(script, arg=part, timeout=5000)


def test_the_index_fits_its_screen_and_logs_no_error(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}404.html")
    for path in (INDEX, f"{INDEX}?kind=person"):
        page.goto(address + path)
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide == 0, (path, width)
        assert len(shown(page)) > 5
    assert wrong == []
    page.close()


def test_a_kind_is_chosen_by_keyboard_and_stands_in_the_address(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + INDEX)
    everything = len(shown(page))
    kinds = choices(page)
    kinds.first.focus()
    found = 0
    for at in range(1, kinds.count()):
        page.keyboard.press("ArrowRight")
        assert kinds.nth(at).is_checked()
        kind = kinds.nth(at).get_attribute("value")
        assert urlsplit(page.url).query == f"kind={kind}"
        assert set(shown(page)) == {kind}
        label = kinds.nth(at).locator("..").inner_text().strip()
        assert status(page) == f"Shown: {label}"
        terms = page.locator(".term:visible", has=page.locator("li:not(.see)")).count()
        assert label.endswith(f"({terms})")
        found += len(shown(page))
    page.keyboard.press("ArrowRight")
    assert kinds.first.is_checked()
    assert urlsplit(page.url).query == ""
    assert len(shown(page)) == everything == found
    assert wrong == []
    page.close()


def test_a_letter_under_which_nothing_is_left_is_no_link_and_its_heading_is_gone(
    browser: Browser, address: str
) -> None:
    page, _ = open_tab(browser, address + INDEX)
    links = "[...document.querySelectorAll('.letters a[href]')].map(one => one.textContent)"
    headings = (
        "[...document.querySelectorAll('h2.letter')].filter(one => one.checkVisibility()).map(one => one.textContent)"
    )
    everything = page.evaluate(links)
    assert everything == page.evaluate(headings)
    choices(page).nth(1).check()
    assert page.evaluate(links) == page.evaluate(headings)
    assert 0 < len(page.evaluate(links)) < len(everything)
    assert letters(page).locator("a").count() == len(everything)
    choices(page).first.check()
    assert page.evaluate(links) == page.evaluate(headings) == everything
    page.close()


def test_a_letter_leads_to_its_names_in_view(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + INDEX)
    for width, name in product((1440, 390), "MS"):
        page.set_viewport_size({"width": width, "height": 900})
        link = letters(page).get_by_role("link", name=name, exact=True)
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        link.focus()
        page.keyboard.press("Enter")
        part = f"letter_{name.lower()}"
        assert urlsplit(page.url).fragment == part
        wait_until_in_view(page, part)
    page.close()


def test_the_address_restores_a_kind_and_one_that_is_unknown_shows_all(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}{INDEX}?kind=place")
    assert set(shown(page)) == {"place"}
    page.get_by_label("People").check()
    page.reload()
    assert page.get_by_label("People").is_checked()
    assert set(shown(page)) == {"person"}
    page.goto(f"{address}{INDEX}?kind=no-such-kind")
    assert choices(page).first.is_checked()
    assert len(set(shown(page))) > 2
    page.goto(f"{address}{INDEX}#%E0%A4%A")
    assert wrong == []
    page.close()


def test_a_term_that_the_address_names_is_shown_whatever_its_kind(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + INDEX)
    anchor = page.locator('.term[data-kind="concept"]').nth(20).get_attribute("id")
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("about:blank")
        page.goto(f"{address}{INDEX}?kind=person#{anchor}")
        assert page.locator(f"#{anchor}").is_visible()
        wait_until_in_view(page, str(anchor))
        assert choices(page).first.is_checked()
        assert page.url == f"{address}{INDEX}#{anchor}"
    colour = "one => getComputedStyle(one).backgroundColor"
    marked = page.locator(f"#{anchor} > .term-name").evaluate(colour)
    assert marked != page.locator(".term:not(:target) > .term-name").first.evaluate(colour)
    # A term that the reader then puts away is named no more.
    page.get_by_label("Places").check()
    assert page.url == f"{address}{INDEX}?kind=place"
    page.reload()
    assert set(shown(page)) == {"place"}
    page.close()


def test_a_way_to_a_term_of_another_kind_and_back_keeps_what_was_chosen(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + INDEX)
    script = """() => {
        for (const link of document.querySelectorAll(".term .see a")) {
            const to = document.getElementById(link.hash.slice(1)).dataset.kind;
            const from = link.closest(".term");
            if (to !== from.dataset.kind) return [from.id, from.dataset.kind, link.hash.slice(1)];
        }
    }"""
    origin, kind, goal = page.evaluate(script)
    page.goto(f"{address}{INDEX}?kind={kind}")
    page.locator(f'#{origin} .see a[href="#{goal}"]').click()
    assert page.locator(f"#{goal}").is_visible()
    assert choices(page).first.is_checked()
    page.go_back()
    page.wait_for_url(f"**/{INDEX}?kind={kind}")
    page.locator(f"#{goal}").wait_for(state="hidden")
    assert set(shown(page)) == {kind}
    page.go_forward()
    page.locator(f"#{goal}").wait_for(state="visible")
    assert wrong == []
    page.close()


def test_a_place_leads_to_its_paragraph_and_a_run_to_its_first(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + INDEX)
    links = page.locator(".term > ul > li:not(.see) > a[href*='#']")
    runs = page.locator(".term > ul > li > a[href*='?to=p']")
    for link in (links.first, links.last, runs.first):
        said, wanted = link.inner_text(), link.get_attribute("href")
        page.goto(f"{address}{INDEX}{wanted}")
        fragment = urlsplit(page.url).fragment
        assert page.locator(f"#{fragment}").is_visible()
        assert re.findall(r"\d+", said)[0] == fragment[1:]
        page.goto(address + INDEX)
    page.close()


def test_without_scripts_the_index_is_whole_and_nothing_speaks_of_a_choice(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}{INDEX}?kind=person", scripts=False)
    assert page.locator(".term:visible").count() == page.locator(".term").count() > 50
    assert choices(page).count() == page.get_by_role("article").get_by_role("status").count() == 0
    letters(page).get_by_role("link", name="S", exact=True).click()
    assert urlsplit(page.url).fragment == "letter_s"
    assert wrong == []
    page.close()


def opened(page: Page) -> tuple[Locator, Locator]:
    """Open by keyboard the longest list of terms, and return its button and itself."""
    script = """() => [...document.querySelectorAll(".terms-of")].sort((one, other) =>
        other.popoverTargetElement.textContent.length - one.popoverTargetElement.textContent.length)[0]
        .getAttribute("popovertarget")"""
    part = page.evaluate(script)
    button, terms = page.locator(f'[popovertarget="{part}"]'), page.locator(f"#{part}")
    assert not terms.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    return button, terms


def test_the_terms_of_a_paragraph_open_by_keyboard_and_close_with_the_focus_back(
    browser: Browser, address: str
) -> None:
    page, wrong = open_tab(browser, f"{address}404.html")
    for path in (SOURCE, "sanctions/bali-2022/"):
        page.goto(address + path)
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            open_and_close(page, width)
    assert wrong == []
    page.close()


def open_and_close(page: Page, width: int) -> None:
    """Open the longest list of terms by keyboard, go into it, and leave it by Esc."""
    button, terms = opened(page)
    box, pressed = terms.bounding_box(), button.bounding_box()
    assert box is not None
    assert pressed is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 900
    assert min(pressed["width"], pressed["height"]) >= 24
    page.keyboard.press("Tab")
    assert terms.get_by_role("link").first.evaluate("one => one === document.activeElement")
    page.keyboard.press("Escape")
    assert not terms.is_visible()
    assert button.evaluate("one => one === document.activeElement")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def test_a_term_in_the_margin_leads_to_its_entry_and_that_back_to_the_paragraph(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + SOURCE)
    button = page.locator(".terms-of").first
    part = str(button.get_attribute("popovertarget")).removeprefix("terms-")
    button.click()
    link = page.locator(f"#terms-{part} a").first
    name = link.inner_text()
    link.click()
    page.wait_for_url(f"**/{INDEX}#*")
    entry = page.locator(f"#{urlsplit(page.url).fragment}")
    assert entry.locator(".term-name").inner_text().startswith(name)
    assert entry.locator(f"a[href*='{SOURCE}']").count() > 1
    page.close()


def test_the_buttons_are_no_words_of_the_text_and_not_on_paper(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + SOURCE)
    assert page.locator(".terms-of:visible").count() > 20
    copied = page.evaluate("getSelection().selectAllChildren(document.querySelector('article')), `${getSelection()}`")
    assert "index" not in re.findall(r"\w+", copied.split("Notes")[0])
    assert "Index terms of" not in copied
    page.emulate_media(media="print")
    assert page.locator(".terms-of:visible, .terms-list:visible").count() == 0
    page.close()


def test_on_paper_the_index_has_nothing_to_be_pressed(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + INDEX)
    page.emulate_media(media="print")
    assert page.locator(".kinds:visible, .letters:visible").count() == 0
    assert page.locator(".term:visible").count() == page.locator(".term").count()
    page.close()
