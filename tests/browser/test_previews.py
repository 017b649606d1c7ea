"""What a link leads to, in a card beside it: on hover and on the focus of the keyboard, never in a reader's way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from build_site import Built
from florilegium.pages.previews import part, shard
from tests.browser.opening import open_in, open_tab

NARROW = 900
"""A width at which no notes stand beside the text."""
SOURCE = "sources/bali-2022/"
LONG = 2_000
"""Milliseconds in which all that is to happen has happened; a clock of ours lets them pass."""


@pytest.fixture(scope="module")
def told(site: Path) -> dict[str, Any]:
    """The notes of a text, with what is said of each; by it every card here can be told."""
    told: dict[str, Any] = json.loads((site / "assets/previews/sources/bali-2022/n1.json").read_text(encoding="utf-8"))
    return told


def citing(told: dict[str, Any], number: int) -> str:
    """Return the number of the first note that cites so many works."""
    notes = sorted(told["told"], key=lambda one: int(one[1:]))
    return next(str(one[1:]) for one in notes if len(told["told"][one].get("works", ())) == number)


@pytest.fixture(scope="module")
def clocked(browser: Browser) -> Iterator[BrowserContext]:
    """A context whose clock can be moved on."""
    context = browser.new_context()
    context.clock.install()
    yield context
    context.close()


@pytest.fixture(params=[NARROW])
def page(clocked: BrowserContext, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of a source whose clock can be moved on."""
    opened, wrong = open_in(clocked, address + SOURCE, width=request.param)
    yield opened
    opened.close()
    # What a library of the theme says under a clock that is moved on.
    assert [one for one in wrong if one != "executing a cancelled action"] == []


def marker(page: Page, note: str) -> Locator:
    found = page.locator(f'[role="doc-noteref"][aria-label="Note {note}"]')
    found.evaluate("link => link.scrollIntoView({ block: 'center' })")
    return found


def card(page: Page) -> Locator:
    return page.locator(".preview")


def pass_time(page: Page) -> None:
    page.clock.run_for(LONG)


def text(locator: Locator) -> str:
    return " ".join(locator.inner_text().split())


def test_a_marker_tells_of_its_note_while_the_pointer_is_there(page: Page, told: dict[str, Any]) -> None:
    note = citing(told, 1)
    link = marker(page, note)
    link.hover()
    card(page).wait_for()
    assert text(page.locator(".preview-text")) == told["told"][f"n{note}"]["text"]
    expect(card(page)).to_have_attribute("aria-label", f"Preview: Note\N{NO-BREAK SPACE}{note}")
    expect(card(page).get_by_role("link", name="In the bibliography")).to_have_attribute(
        "href", page.url.split("sources/")[0] + f"bibliography/#{told['told'][f'n{note}']['works'][0]}"
    )
    box = card(page).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    pass_time(page)
    expect(card(page)).to_be_visible()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.preview-text'))")
    assert page.evaluate("getSelection().toString()").split() == told["told"][f"n{note}"]["text"].split()
    page.mouse.move(2, 400)
    pass_time(page)
    expect(card(page)).to_have_count(0)
    assert link.get_attribute("aria-details") is None


def test_no_card_for_who_selects_passes_by_or_has_pressed(page: Page, told: dict[str, Any]) -> None:
    link = marker(page, citing(told, 1))
    link.hover()
    card(page).wait_for()  # All is loaded: from here on a card comes at its moment, or not at all.
    page.mouse.move(2, 400)
    pass_time(page)
    page.mouse.down()
    link.hover()
    pass_time(page)
    expect(card(page)).to_have_count(0)
    page.mouse.up()
    page.mouse.move(2, 400)
    link.hover()
    page.mouse.move(2, 400)
    pass_time(page)
    expect(card(page)).to_have_count(0)
    link.hover()
    page.clock.run_for(300)
    card(page).wait_for()
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    page.mouse.down()
    page.mouse.up()
    pass_time(page)
    expect(card(page)).to_have_count(0)


def test_the_keyboard_goes_from_a_marker_into_its_card_and_esc_leads_back(page: Page, told: dict[str, Any]) -> None:
    link = marker(page, citing(told, 1))
    page.evaluate(
        "addEventListener('keydown', event => { if (event.key === 'Escape') document.body.dataset.heard = 'yes' })"
    )
    tab_to(page, link)
    card(page).wait_for()
    expect(link).to_have_attribute("aria-details", "preview")
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link").first).to_be_focused()
    pass_time(page)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    pass_time(page)
    expect(card(page)).to_have_count(0)
    assert page.evaluate("document.body.dataset.heard") is None
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    card(page).wait_for()
    page.evaluate("document.activeElement.blur()")
    pass_time(page)
    expect(card(page)).to_have_count(0)


def tab_to(page: Page, link: Locator) -> None:
    """Let a link have the focus as the keyboard gives it."""
    link.evaluate(
        """link => {
          const before = document.createElement("button");
          (link.closest("sup") ?? link).before(before);
          before.focus();
          before.addEventListener("blur", () => before.remove());
        }"""
    )
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


def test_who_comes_back_from_a_note_is_not_told_of_it_again(page: Page, told: dict[str, Any]) -> None:
    note = citing(told, 1)
    tab_to(page, marker(page, note))
    card(page).wait_for()
    back = page.locator(f"#n{note} .note-number")
    tab_to(page, back)
    page.keyboard.press("Enter")
    expect(marker(page, note)).to_be_focused()
    pass_time(page)
    expect(card(page)).to_have_count(0)


def test_a_finger_gets_no_card(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.clock.install()
    page.goto(address + SOURCE)
    link = page.locator('[role="doc-noteref"]').first
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.hover()
    card(page).wait_for()  # A mouse may be at hand as well, and all is loaded.
    page.mouse.move(2, 400)
    pass_time(page)
    expect(card(page)).to_have_count(0)
    link.dispatch_event("pointermove", {"pointerType": "touch"})
    pass_time(page)
    expect(card(page)).to_have_count(0)
    link.tap()
    pass_time(page)
    expect(card(page)).to_have_count(0)
    context.close()


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_of_a_note_that_stands_beside_the_text_only_its_works_are_told(page: Page, told: dict[str, Any]) -> None:
    expect(page.locator("html")).to_have_attribute("data-notes", "beside")
    silent, note = citing(told, 1), citing(told, 2)
    commentary = {"text": "A remark of the author’s own."}
    changed = {**told, "told": {**told["told"], f"n{silent}": commentary}}
    page.route("**/assets/previews/sources/*/n1.json", lambda route: route.fulfill(json=changed))
    marker(page, note).hover()
    expect(card(page).locator(".preview-entry")).to_have_count(2)
    expect(card(page).locator(".preview-kind")).to_have_count(2)
    expect(page.locator(".preview-text")).to_have_count(0)
    marker(page, silent).hover()
    pass_time(page)
    expect(card(page)).to_have_count(0)


@pytest.mark.parametrize("page", [1280], indirect=True)
def test_a_note_beside_the_text_that_is_out_of_view_is_told(page: Page, told: dict[str, Any]) -> None:
    expect(page.locator("html")).to_have_attribute("data-notes", "beside")
    note = citing(told, 1)
    page.locator(f"#n{note}").evaluate("note => { note.style.transform = 'translateY(2000px)'; }")
    marker(page, note).hover()
    expect(card(page).locator(".preview-text")).to_have_text(told["told"][f"n{note}"]["text"])


def test_a_marker_whose_note_is_open_under_it_has_no_card(page: Page, told: dict[str, Any]) -> None:
    link, other = marker(page, citing(told, 1)), marker(page, citing(told, 2))
    other.hover()
    card(page).wait_for()  # All is loaded.
    page.keyboard.press("Escape")
    link.evaluate("link => link.setAttribute('aria-expanded', 'true')")
    link.scroll_into_view_if_needed()
    link.hover()
    pass_time(page)
    expect(card(page)).to_have_count(0)


def test_esc_closes_the_card_and_not_the_terms_in_which_its_link_stands(page: Page) -> None:
    terms = page.locator("button.terms-of").first
    target = terms.get_attribute("popovertarget")
    terms.click()
    listed = page.locator(f"#{target}")
    listed.evaluate(
        """list => {
          list.insertAdjacentHTML("beforeend", `<p><a href="../vinjamuri-2020/?to=p9#p8">Elsewhere</a></p>`);
        }"""
    )
    listed.get_by_role("link", name="Elsewhere").hover()
    card(page).wait_for()
    expect(card(page).locator(".preview-head strong")).to_have_text("Vinjamuri 2020, ¶\N{NO-BREAK SPACE}8–9")
    expect(listed).to_be_visible()
    card(page).click()
    expect(listed).to_be_visible()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(listed).to_be_visible()
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()


def test_without_its_data_a_link_just_leads_on(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "sanctions/")
    page.route("**/assets/previews/**", lambda route: route.abort())
    link = page.locator(".citation").first
    with page.expect_event("requestfailed"):
        link.hover()
    link.click()
    page.wait_for_url("**/sources/**#p*")
    page.close()


SHOWN = {"include": [[".preview"], ["[aria-details]"]]}
"""What axe is to look at: the rest of a page is looked at elsewhere."""
LINKS = [
    (SOURCE, '[role="doc-noteref"]'),
    (SOURCE, ".note .work"),
    ("sanctions/", ".citation"),
    ("bibliography/", ".cited-at > a:first-child"),
    ("subject-index/", '.term > ul a[href*="#p"]'),
]


@pytest.mark.parametrize(("scheme", "links"), [("light", LINKS[::2]), ("dark", LINKS[1::2])])
def test_every_kind_of_link_has_its_card_in_view_and_axe_finds_nothing(
    browser: Browser, address: str, scheme: Literal["light", "dark"], links: list[tuple[str, str]]
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for path, selector in links:
        page.goto(address + path)
        link = page.locator(selector).filter(visible=True).last
        for block in ("end", "start", "center"):
            link.evaluate("(link, block) => link.scrollIntoView({ block })", block)
            link.hover()
            card(page).wait_for()
            box = card(page).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 800
            assert box["height"] > 60
            if block != "center":
                page.keyboard.press("Escape")
                page.mouse.move(0, 0)
        found = Axe().run(page, context=SHOWN).response["violations"]
        assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []
    page.emulate_media(media="print")
    expect(card(page)).to_be_hidden()
    context.close()


def test_what_stands_beside_its_own_words_has_no_card(page: Page, told: dict[str, Any]) -> None:
    marker(page, citing(told, 1)).hover()
    card(page).wait_for()
    page.keyboard.press("Escape")
    for selector in (".paragraph-number", ".filed-under", ".note-number", ".strip a"):
        page.locator(selector).filter(visible=True).first.hover()
        pass_time(page)
        expect(card(page)).to_have_count(0)


IDS = [f"{kind}{number}" for kind in "pn" for number in (1, 9, 99, 100, 101, 200, 201, 999, 1000, 1001, 12_345)]
ODD_KEYS = ["Power", "9-11", "šimon", "İnalcık", "\N{KELVIN SIGN}elvin", "Ælfric", "_a", "ß", "٣", "-", "ａ"]
FILES = """async ({ids, keys, root}) => {
  const { partOf, shardOf } = await import(`${root}assets/reading/preview-data.js`);
  return [ids.map(partOf), keys.map(shardOf)];
}"""


def test_the_files_are_named_here_as_they_are_written(browser: Browser, address: str, built: Built) -> None:
    page, _ = open_tab(browser, address + "404.html")
    keys = [*(one.key for one in built.collection.references), *ODD_KEYS]
    parts, shards = page.evaluate(FILES, {"ids": IDS, "keys": keys, "root": address})
    assert parts == [part(one) for one in IDS]
    assert shards == [shard(one) for one in keys]
    page.close()


PLACES = """async ({addresses, root}) => {
  const { placeAt } = await import(`${root}assets/reading/places.js`);
  return addresses.map((one) => placeAt(one.replace("ROOT/", root), new URL(root)));
}"""


def test_an_address_names_a_paragraph_a_run_of_them_a_note_or_a_work(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "404.html")
    brief = {"kind": "paragraph", "source": "brief"}
    named = {
        "ROOT/sources/brief/#p3": {**brief, "id": "p3", "last": "p3"},
        "ROOT/sources/brief/index.html#p3": {**brief, "id": "p3", "last": "p3"},
        "ROOT/peace/brief/?to=p12#p9": {**brief, "id": "p9", "last": "p12"},
        "ROOT/peace/brief/?to=p9#p9": {**brief, "id": "p9", "last": "p9"},
        # A run that counts down is none, nor is one to something else.
        "ROOT/peace/brief/?to=p3#p9": {**brief, "id": "p9", "last": "p9"},
        "ROOT/peace/brief/?to=n12#p9": {**brief, "id": "p9", "last": "p9"},
        "ROOT/peace/brief/?to=%FF#p9": {**brief, "id": "p9", "last": "p9"},
        "ROOT/sources/brief/?to=n5#n4": {"kind": "note", "source": "brief", "id": "n4", "last": "n4"},
        "ROOT/sources/b%C3%A2li/#n4": {"kind": "note", "source": "bâli", "id": "n4", "last": "n4"},
        "ROOT/bibliography/#power2002": {"kind": "work", "key": "power2002"},
        "ROOT/bibliography/#p1": {"kind": "work", "key": "p1"},
        "ROOT/bibliography/peace/#p1": None,
        "ROOT/sources/brief/#p": None,
        "ROOT/sources/brief/#p0": None,
        "ROOT/sources/brief/#peace": None,
        "ROOT/sources/brief/#passage-p3": None,
        "ROOT/sources/brief/#%FF": None,
        "ROOT/sources/%FF/#p1": None,
        "ROOT/sources/brief/": None,
        "ROOT/#p1": None,
        "https://example.org/sources/brief/#p3": None,
        "http://[x": None,
        "": None,
    }
    assert page.evaluate(PLACES, {"addresses": list(named), "root": address}) == list(named.values())
    page.close()


def test_an_address_that_is_none_has_no_card_and_stops_none(page: Page, told: dict[str, Any]) -> None:
    link = marker(page, citing(told, 1))
    work = told["told"][f"n{citing(told, 1)}"]["works"][0]
    name = shard(work)
    page.route(f"**/assets/previews/works/{name}.json", lambda route: with_original(route, work, "http://[x"))
    link.evaluate("link => link.closest('p').insertAdjacentHTML('beforeend', ' <a id=odd href=\"http://[x\">Odd</a>')")
    page.locator("#odd").hover()
    pass_time(page)
    expect(card(page)).to_have_count(0)
    link.hover()
    expect(card(page).get_by_role("link", name="In the bibliography")).to_be_visible()
    expect(card(page).get_by_role("link", name="Original")).to_have_count(0)


def with_original(route: Route, work: str, original: str) -> None:
    told = route.fetch().json()
    route.fulfill(json={**told, work: {**told[work], "original": original}})
