"""The bibliography in a real browser: its styles, what is cited by more than one source, and what a reader copies."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page

from tests.browser.opening import open_page, open_tab

STORED = "florilegium-style"


def choices(page: Page) -> Locator:
    return page.get_by_role("article").get_by_role("radio")


def order(page: Page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.work')].map(work => work.id)")  # type: ignore[no-any-return]


def order_in(page: Page, style: int) -> list[str]:
    """Return the keys in the order that the page gives for a style."""
    places = page.evaluate("[...document.querySelectorAll('.work')].map(work => [work.id, work.dataset.order])")
    return [key for key, _ in sorted(places, key=lambda one: int(one[1].split()[style]))]


def styles_shown(page: Page) -> list[str]:
    script = """[...document.querySelectorAll(".work .entry, .work .form")]
        .filter(part => part.checkVisibility()).map(part => part.dataset.style)"""
    return sorted(set(page.evaluate(script)))


def test_a_list_of_works_fits_its_screen_and_logs_no_error(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}404.html")
    for path in ("", "sanctions/", "by-source/bali-2022/"):
        page.goto(f"{address}bibliography/{path}")
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide == 0, (path, width)
        assert page.locator(".work").count() > 5
    assert wrong == []
    page.close()


def test_a_style_is_chosen_by_keyboard_and_brings_its_own_order(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}bibliography/")
    first = order(page)
    assert first == order_in(page, 0)
    styles = choices(page)
    styles.first.focus()
    orders = []
    for style in range(1, styles.count()):
        page.keyboard.press("ArrowRight")
        assert styles.nth(style).is_checked()
        assert styles_shown(page) == [str(style)]
        assert page.locator(".work .entry:visible").count() == len(first)
        assert order(page) == order_in(page, style)
        assert page.get_by_role("article").get_by_role("status").inner_text().startswith("Entries in the style ")
        orders.append(order(page))
    assert any(other != first for other in orders)
    assert wrong == []
    page.close()


def test_the_chosen_style_is_remembered_and_an_address_can_name_one(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}bibliography/")
    styles = choices(page)
    styles.nth(2).check()
    page.goto(f"{address}bibliography/sanctions/")
    assert styles.nth(2).is_checked()
    assert styles_shown(page) == ["2"]
    page.goto(f"{address}bibliography/?style={styles.nth(3).get_attribute('value')}")
    assert styles.nth(3).is_checked()
    assert order(page) == order_in(page, 3)
    page.goto(f"{address}bibliography/?style=no-such-style")
    assert styles.nth(2).is_checked()
    page.evaluate(f"localStorage.setItem('{STORED}', 'of another day')")
    page.goto(f"{address}bibliography/")
    assert styles.first.is_checked()
    page.close()


def test_the_work_that_a_reader_looks_at_stays_where_it_is(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}bibliography/")
    key = order(page)[40]
    page.evaluate("key => scrollTo(0, document.getElementById(key).offsetTop - 90)", key)
    top = f"document.getElementById('{key}').getBoundingClientRect().top"
    before = page.evaluate(top)
    choices(page).nth(2).check()
    assert abs(page.evaluate(top) - before) < 2
    page.close()


def test_only_works_that_more_than_one_source_cites_are_shown_on_request(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}bibliography/")
    works, shared = page.locator(".work"), page.locator(".work[data-shared]")
    box = page.locator(".works-switch").get_by_role("checkbox")
    assert 0 < shared.count() < works.count()
    box.check()
    assert page.locator(".work:visible").count() == shared.count()
    assert page.get_by_text(f"({shared.count()} entr").is_visible()
    assert page.get_by_role("article").get_by_role("status").inner_text() == f"Entries shown: {shared.count()}"
    choices(page).nth(1).check()
    assert page.locator(".work:visible").count() == shared.count()
    # A link to a work that is sifted out brings it back.
    hidden = page.locator(".work:not([data-shared])").last.get_attribute("id")
    page.evaluate("key => { location.hash = key }", hidden)
    page.locator(f"#{hidden}").wait_for(state="visible")
    assert not box.is_checked()
    page.close()


def test_what_is_copied_is_what_is_shown_with_its_italics(browser: Browser, address: str) -> None:
    page, wrong = open_page(browser, f"{address}bibliography/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(HEARD)
    # Where the dialog of "Cite" can be had it has all forms; else, as from disk, they stand below the entry.
    assert page.get_by_text("Cite this work").first.is_hidden()
    assert page.locator(".work .cite-work > a").first.is_visible()
    page.evaluate("document.documentElement.dataset.from = 'disk'; null")
    assert page.locator(".work .cite-work > a").first.is_hidden()
    for style in (0, 2):
        choices(page).nth(style).check()
        work = page.locator(".work", has=page.locator(".entry:visible i")).first
        work.locator("details").evaluate_all("all => all.forEach((one) => { one.open = false; })")
        work.get_by_text("Cite this work").click()
        copies_what_it_shows(page, work, style)
    assert wrong == []
    page.context.close()


def copies_what_it_shows(page: Page, work: Locator, style: int) -> None:
    forms = work.locator(".form:visible")
    assert forms.count() == (2 if style else 3)
    for form in forms.all():
        own = form.locator(".words")
        words = own if own.count() else work.locator(".entry:visible")
        page.evaluate("heard.length = 0")
        form.get_by_role("button").click()
        name = form.locator("strong").inner_text()
        page.wait_for_function("said => heard.some((one) => one.startsWith(said))", arg=f"Copied: {name}, ")
        assert page.evaluate("navigator.clipboard.readText()") == (words.text_content() or "").strip()
        assert page.evaluate(RICH).count("<i>") == words.locator("i").count()
        assert form.get_by_role("button", name=f"Copy: {name}").count() == 1


# What is told stands there for a moment only.
HEARD = """() => {
  window.heard = [];
  const status = document.querySelector("article [role=status]");
  new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
}"""
RICH = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


def test_the_address_of_a_work_opens_it_in_view_and_marked(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}bibliography/")
    for style in (0, 2):
        choices(page).nth(style).check()
        key = order(page)[70]
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto("about:blank")
            page.goto(f"{address}bibliography/#{key}")
            is_in_view_and_marked(page, key)
    page.close()


def is_in_view_and_marked(page: Page, key: str) -> None:
    entry = page.locator(f"#{key} > .entry:visible")
    box, bar = entry.bounding_box(), page.locator(".works-switch fieldset").bounding_box()
    assert box is not None
    assert bar is not None
    above = max(bar["y"] + bar["height"], 48)
    assert above <= box["y"] < 300
    colour = "one => getComputedStyle(one).backgroundColor"
    assert entry.evaluate(colour) != page.locator(".work:not(:target) > .entry:visible").first.evaluate(colour)


def test_a_place_where_a_work_is_cited_leads_to_its_note_and_its_paragraph(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}bibliography/")
    links = page.locator(".cited-at").first.get_by_role("link")
    note, paragraph = (links.nth(index).get_attribute("href") for index in (0, 1))
    for wanted in (note, paragraph):
        page.goto(f"{address}bibliography/{wanted}")
        assert page.locator(f"#{urlsplit(page.url).fragment}").is_visible()
    page.close()


def test_without_scripts_the_list_is_whole_and_nothing_speaks_of_a_choice(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}bibliography/", scripts=False)
    works = page.locator(".work").count()
    assert page.locator(".work .entry:visible").count() == works > 90
    assert page.locator(".cited-at:visible").count() >= page.locator(".work > ul > .cited-at").count() > 90
    assert choices(page).count() == page.get_by_role("article").get_by_role("status").count() == 0
    page.get_by_text("Cite this work").first.click()
    assert page.locator(".form:visible").count() == 3
    assert page.get_by_role("button", name="Copy").count() == 0
    assert wrong == []
    page.close()


def test_on_paper_stands_the_chosen_style_without_what_is_to_be_pressed(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}bibliography/")
    choices(page).nth(2).check()
    page.emulate_media(media="print")
    assert styles_shown(page) == ["2"]
    assert page.locator(".work button:visible, .works-switch :visible, .work summary:visible").count() == 0
    assert page.locator(".cited-at:visible").count() == page.locator(".cited-at").count()
    page.close()
