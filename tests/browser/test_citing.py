"""What "Cite" offers, and copies, for one ¶, note, text and work of each source: the expected strings are fixtures."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.browser.opening import open_page

EXPECTED = Path(__file__).parent / "expected_citations"
SOURCES = {
    "bali-2022": ("light", 1280),
    "vinjamuri-2020": ("dark", 390),
    "gransnews-review": ("light", 1280),
    "lew-asia-times": ("dark", 390),
}
"""Each source with the palette and the width in which its dialogs are looked at."""
LOOKED_AT = {"bali-2022": "n16", "vinjamuri-2020": "n152", "lew-asia-times": "p2"}
"""Places whose dialogs axe reads: a note of two works, one of one, and a paraphrase."""

READ = """
async () => {
  const dialog = document.querySelector('dialog.cite-dialog[open]');
  const of = async (item, type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
  async function copied(button) {
    button.click();
    while (button.textContent !== 'Copied') await new Promise((done) => setTimeout(done));
    const [item] = await navigator.clipboard.read();
    return { name: button.ariaLabel, text: await of(item, 'text/plain'), html: await of(item, 'text/html') };
  }
  async function row(one) {
    const string = one.querySelector('.cite-string');
    const remark = string.querySelector('.cite-remark')?.textContent ?? '';
    const shown = string.textContent.slice(0, string.textContent.length - remark.length);
    return { ...(await copied(one.querySelector('button'))), shown, remark };
  }
  async function all(list, read) {
    const found = [];
    for (const one of list) found.push(await read(one));
    return found;
  }
  async function section(one) {
    return {
      name: one.querySelector(':scope > summary')?.textContent ?? '',
      rows: await all(one.querySelectorAll('.cite-row'), row),
      files: await all(one.querySelectorAll('.cite-files button'), copied),
      shown: [...one.querySelectorAll('pre')].map((file) => file.textContent),
    };
  }
  return {
    title: dialog.querySelector('h2').textContent,
    words: dialog.querySelector('.cite-words')?.textContent ?? '',
    notice: dialog.querySelector('.cite-notice')?.textContent ?? '',
    sections: await all(dialog.querySelectorAll('section'), async (one) => ({
      title: one.querySelector('h3').textContent,
      said: one.querySelector(':scope > .cite-said')?.textContent ?? '',
      offered: await all(one.querySelector('.cite-one') ? one.querySelectorAll('.cite-one') : [one], section),
    })),
  };
}
"""
"""Press every button of the dialog, and return what is shown, and what the clipboard then holds."""


def open_source(browser: Browser, url: str, scheme: str, width: int) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    return page


def offered(page: Page, cite: str) -> dict[str, Any]:
    """Return what the dialog of a link offers, as the fixtures have it; then it is closed."""
    page.locator(f'a.cite[data-cite="{cite}"]').first.dispatch_event("click")
    page.locator("dialog[open] .cite-link").wait_for()
    read = page.evaluate(READ)
    page.locator("dialog[open] .cite-close").click()
    return {
        "title": read["title"],
        **({"words": read["words"]} if read["words"] else {}),
        **({"notice": read["notice"]} if read["notice"] else {}),
        "sections": [_section(one) for one in read["sections"]],
    }


def _section(read: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": read["title"],
        **({"said": read["said"]} if read["said"] else {}),
        "offered": [_offered(one) for one in read["offered"]],
    }


def _offered(read: Mapping[str, Any]) -> dict[str, Any]:
    assert [one["text"] for one in read["files"]] == read["shown"]
    files = {one["name"].removeprefix("Copy "): one["text"] for one in read["files"]}
    return {
        **({"name": read["name"]} if read["name"] else {}),
        "rows": {one["name"].removeprefix("Copy: "): _row(one) for one in read["rows"]},
        **({"files": {**files, "RIS": files["RIS"].split("\n")}} if files else {}),
    }


def _row(read: Mapping[str, str]) -> str | dict[str, str]:
    """Return what was copied, with what the row remarks; that it is also what is shown is asserted.

    A link whose words are its address is written `<https://…>`.
    """
    assert read["shown"] == read["text"]
    markup = re.sub(r"^<meta [^>]*>", "", read["html"])  # The browser says in which letters it is.
    assert html.unescape(re.sub(r"<[^>]*>", "", markup)) in ("", read["text"])
    copied = re.sub(r'<a href="([^"]*)">\1</a>', r"<\1>", markup) or read["text"]
    return {"copied": copied, "remark": read["remark"]} if read["remark"] else copied


def at_home(value: Any, home: str) -> Any:
    """Return what a fixture holds, with the address of the site for `{home}`."""
    if isinstance(value, str):
        return value.replace("{home}", home)
    if isinstance(value, dict):
        return {key: at_home(one, home) for key, one in value.items()}
    return [at_home(one, home) for one in value]


@pytest.fixture(scope="module")
def home(site: Path, address: str) -> str:
    """Where permanent links begin."""
    styles = json.loads((site / "assets" / "citing" / "styles.json").read_text(encoding="utf-8"))
    return str(styles["published"] or address)


def flaws(page: Page, cite: str) -> list[str]:
    """Return what axe finds in the dialog with all opened that folds, and whether it is wider than the screen."""
    page.locator(f'a.cite[data-cite="{cite}"]').first.dispatch_event("click")
    page.locator("dialog[open] .cite-link").wait_for()
    page.get_by_role("button", name="Gather").click()
    page.locator("dialog .cite-status", has_text=".").wait_for()
    page.evaluate("document.querySelectorAll('dialog details').forEach((one) => { one.open = true; })")
    found = Axe().run(page, context="dialog[open]").response["violations"]
    wide = page.evaluate("((one) => one.scrollWidth > one.clientWidth)(document.querySelector('.cite-body'))")
    page.keyboard.press("Escape")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] + (["too wide"] if wide else [])


@pytest.mark.parametrize("source", SOURCES)
def test_every_string_of_a_source_is_the_expected_one(browser: Browser, address: str, home: str, source: str) -> None:
    page, bibliography = open_source(browser, f"{address}sources/{source}/", *SOURCES[source]), None
    expected = yaml.safe_load((EXPECTED / f"{source}.yml").read_text(encoding="utf-8"))
    if source in LOOKED_AT:
        assert flaws(page, LOOKED_AT[source]) == []
    for place in expected:
        if place["cite"] == "work":
            bibliography = bibliography or page.goto(f"{address}bibliography/")
            shown = page.locator(f"li.work[id='{place['key']}'] a.cite")
            shown.evaluate("(link) => document.querySelector('main').prepend(link)")
        found = offered(page, place["cite"])
        assert found == at_home({key: place[key] for key in found if key in place}, home), place["cite"]
        assert set(place) - set(found) <= {"cite", "key"}
    page.context.close()


@pytest.fixture(scope="module")
def short(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A short text, opened once; every test leaves it as it was."""
    page, wrong = open_page(browser, f"{address}sources/lew-asia-times/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield page, wrong
    page.context.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent"))


def test_the_keyboard_alone_is_enough(short: tuple[Page, list[str]]) -> None:
    page, wrong = short
    page.locator("#p2 a.cite").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] .cite-copy").first.wait_for()
    assert focused(page).startswith("Cite ")
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(focused(page).split()[0])
    assert reached == ["Close", "Gather", "My", "Copy:"]
    page.keyboard.press("Enter")
    page.locator("dialog .cite-copy", has_text="Copied").wait_for()
    for key in ("/", "Control+k", "n", "p", "s"):
        page.keyboard.press(key)
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement === document.querySelector('#p2 a.cite')")
    assert wrong == []


def refuse(route: Route) -> None:
    route.abort()


def test_what_cannot_be_had_is_said_and_asked_for_again(short: tuple[Page, list[str]]) -> None:
    page, wrong = short
    page.reload()
    page.route("**/citing/sources/*.json", refuse)
    link = page.locator("#p2 a.cite")
    link.dispatch_event("click")
    way = page.locator("dialog[open] .cite-said a")
    way.wait_for()
    assert "could not be fetched" in page.locator("dialog[open] .cite-body").inner_text()
    assert way.evaluate("(one) => one.href") == link.evaluate("(one) => one.href")
    page.keyboard.press("Escape")
    page.unroute("**/citing/sources/*.json")
    link.dispatch_event("click")
    page.locator("dialog[open] .cite-link").wait_for()
    page.keyboard.press("Escape")
    link.evaluate("(one) => { one.dataset.cite = 'p9999'; one.click(); }")
    way.wait_for()
    assert "no citation ready for this place" in page.locator("dialog[open] .cite-body").inner_text()
    link.evaluate("(one) => { one.dataset.cite = 'p2'; }")
    box = page.locator("dialog[open]").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
    assert page.locator("dialog[open]").count() == 1
    page.mouse.click(5, 5)
    assert page.locator("dialog[open]").count() == 0
    assert [one for one in wrong if "ERR_FAILED" not in one] == []
    wrong.clear()


NO_CLIPBOARD = """() => {
  window.board = navigator.clipboard;
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
}"""


def test_without_a_clipboard_the_old_way_copies_the_same_or_says_that_it_did_not(short: tuple[Page, list[str]]) -> None:
    page, wrong = short
    page.evaluate(NO_CLIPBOARD)
    page.locator("#p2 a.cite").dispatch_event("click")
    row = page.locator("dialog[open] .cite-row").nth(1)
    row.get_by_role("button").click()
    page.locator("dialog .cite-copy", has_text="Copied").wait_for()
    copied = page.evaluate("async () => (await (await (await board.read())[0].getType('text/plain')).text())")
    assert copied == row.locator(".cite-string").inner_text()
    assert focused(page).startswith("Copy: ")
    page.evaluate("document.execCommand = () => false")
    row.get_by_role("button").click()
    page.locator("dialog .cite-copy", has_text="Not copied").wait_for()
    assert page.locator("dialog .cite-status").inner_text().startswith("Not copied: ")
    page.keyboard.press("Escape")
    page.evaluate("delete document.execCommand; delete navigator.clipboard")
    assert wrong == []


def test_gathered_from_the_dialog(short: tuple[Page, list[str]]) -> None:
    page, wrong = short
    page.locator("#p2 a.cite").dispatch_event("click")
    for said in ("Gathered.", "already"):
        page.get_by_role("button", name="Gather").click()
        page.locator("dialog .cite-status", has_text=said).wait_for()
    [leaf] = page.evaluate("JSON.parse(localStorage.getItem('florilegium')).items")
    assert (leaf["place"]["id"], leaf["paraphrased"]) == ("p2", True)
    page.keyboard.press("Escape")
    assert leaf["words"] == page.evaluate(
        "fetch('../../data/sources/lew-asia-times.json').then((one) => one.json())"
        ".then((one) => one.blocks.find(({ id }) => id === 'p2').text)"
    )
    assert wrong == []


MADE = {
    "original": {"cited": {"s": "W"}, "located": {"s": {"page": "p. {number}", "pages": "pp. {number}"}}},
    "ranges": {"s": {"107–108": "107–8"}},
    "headings": [
        {"within": None, "cited": {"s": "W"}, "counted": {"s": {"one": "para. {number}", "run": "paras. {number}"}}},
        {"within": 0, "cited": {"s": "W A"}, "counted": {"s": {"one": "A {number}", "run": "A {number}s"}}},
        {"within": 1, "cited": {"s": "W A.1"}},
        {"within": 1, "cited": {"s": "W A.2"}, "remarks": {"s": "name it"}},
    ],
    "paragraphs": {
        "p1": {"heading": 0, "count": 1},
        "p2": {"heading": 1, "count": 1},
        "p3": {"heading": 1, "count": 2},
        "p4": {"heading": 1},
        "p5": {"heading": 2, "count": 1},
        "p6": {"heading": 3},
        "p7": {"heading": 3, "pages": [[107, 0]]},
        "p8": {"heading": 3, "pages": [[107, 0], [108, 50], [109, 90]]},
    },
}
"""A text whose last two ¶ stand on pages that are known, as its file tells."""
LOCATED = [
    ("the one before any heading", {"id": "p1", "last": "p1"}, ("none", "para. {number}", "1")),
    ("counted under its heading", {"id": "p2", "last": "p2"}, ("heading", "A {number}", "1")),
    ("a run", {"id": "p2", "last": "p3"}, ("heading", "A {number}s", "1–2")),
    ("a run whose end is not counted", {"id": "p2", "last": "p4"}, ("heading", "W A", "")),
    ("a run over a heading below", {"id": "p3", "last": "p5"}, ("heading", "W A", "")),
    ("a run over two headings of one", {"id": "p5", "last": "p6"}, ("heading", "W A", "")),
    ("a run that begins above all headings", {"id": "p1", "last": "p3"}, ("none", "W", "")),
    ("on one page", {"id": "p7", "last": "p7"}, ("page", "p. {number}", "107")),
    ("on three", {"id": "p8", "last": "p8"}, ("page", "pp. {number}", "107–109")),
    ("words of the first of them", {"id": "p8", "last": "p8", "from": 3, "to": 50}, ("page", "p. {number}", "107")),
    ("words of the second", {"id": "p8", "last": "p8", "from": 50, "to": 90}, ("page", "p. {number}", "108")),
    ("a run, as the style shortens it", {"id": "p7", "last": "p8", "to": 60}, ("page", "pp. {number}", "107–8")),
    ("a run whose first page is not known", {"id": "p6", "last": "p7"}, ("heading", "W A.2", "")),
]
LOCATE = """
async ([source, places]) => {
  const { locatorOf } = await import('../../assets/citing/locators.js');
  return places.map((place) => {
    const { kind, cite } = locatorOf(place, source);
    const { html, number } = cite('s');
    return [kind, html, number];
  });
}
"""


def test_a_place_has_the_locator_that_its_original_allows(short: tuple[Page, list[str]]) -> None:
    page, _ = short
    found = page.evaluate(LOCATE, [MADE, [place for _, place, _ in LOCATED]])
    told = {name: tuple(one) for (name, _, _), one in zip(LOCATED, found, strict=True)}
    assert told == {name: expected for name, _, expected in LOCATED}


OFFER = """
async (place) => {
  const { best, offersFor } = await import('../../assets/citing/offers.js');
  const told = (offers) => [offers.title, offers.link, best(offers, 'apa').listed];
  return offersFor(place, new URL('../../', location)).then(told, (fault) => fault.constructor.name);
}
"""


def test_other_places_are_offered_too(short: tuple[Page, list[str]], home: str) -> None:
    page, wrong = short
    run = {"kind": "paragraph", "source": "bali-2022", "id": "p38", "last": "p39"}
    title, link, listed = page.evaluate(OFFER, run)
    assert (title, link) == ("Bâli 2022, ¶ 38–39", f"{home}sources/bali-2022/?to=p39#p38")
    assert listed.startswith("Bâli, A. (2022). ")
    title, link, listed = page.evaluate(OFFER, {"kind": "page", "path": "sanctions/"})
    assert (title, link) == ("this page", f"{home}sanctions/")
    assert f'href="{home}sanctions/"' in listed
    for unknown in ({"kind": "page", "path": "nowhere/"}, {"kind": "work", "key": "constructor"}, {"kind": "verse"}):
        assert page.evaluate(OFFER, unknown) == "UnknownPlace"
    assert wrong == []


def test_without_scripts_the_link_leads_to_the_page_that_says_how(browser: Browser, address: str) -> None:
    page, _ = open_page(browser, f"{address}sources/bali-2022/", scripts=False)
    page.locator("#p12 a.cite").dispatch_event("click")
    page.wait_for_url("**/sources/bali-2022/cite/")
    assert page.locator("h1").inner_text()
    page.context.close()
