"""What "Cite" offers, and copies, for one ¶, note, text and work of each source: the expected strings are fixtures."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.opening import open_in, open_tab

EXPECTED = Path(__file__).parent / "expected_citations"
SOURCES = {
    "bali-2022": ("dark", 390),
    "vinjamuri-2020": ("light", 1280),
    "gransnews-review": ("dark", 390),
    "lew-asia-times": ("light", 1280),
}
"""Each source with the palette and the width in which its dialogs are looked at."""
LOOKED_AT = {"bali-2022": "n16", "lew-asia-times": "p2"}
"""Places whose dialogs axe reads: a note of two works, and a paraphrase."""

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
      remark: one.querySelector('.cite-editors')?.textContent ?? '',
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


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose browser lets a page read the clipboard, which nobody else's needs."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce")
    yield context
    context.close()


def offered(page: Page, cite: str) -> dict[str, Any]:
    """Return what the dialog of a link offers, as the fixtures have it; then it is closed."""
    page.locator(f'a.cite[data-cite="{cite}"]').first.dispatch_event("click")
    page.locator("dialog[open] .cite-link").wait_for()
    read = page.evaluate(READ)
    page.locator("dialog[open] .cite-close").click()
    # Nobody else can follow an address of the machine on which the tests run: it is told, unless the site has another.
    own = read["sections"][-1].pop("said")
    assert bool(own) == ("//127." in read["sections"][-1]["offered"][0]["rows"][0]["text"])
    return {
        "title": read["title"],
        **({"words": read["words"]} if read["words"] else {}),
        **({"notice": read["notice"]} if read["notice"] else {}),
        "sections": [_section(one) for one in read["sections"]],
    }


def _section(read: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": read["title"],
        **({"said": read["said"]} if read.get("said") else {}),
        "offered": [_offered(one) for one in read["offered"]],
    }


def _offered(read: Mapping[str, Any]) -> dict[str, Any]:
    assert [one["text"] for one in read["files"]] == read["shown"]
    files = {one["name"].removeprefix("Copy "): one["text"] for one in read["files"]}
    return {
        **{key: read[key] for key in ("name", "remark") if read[key]},
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
    page.evaluate("[...document.querySelectorAll('dialog .for-ears')].at(-1).scrollIntoView()")
    assert page.evaluate("document.querySelector('dialog[open]').scrollTop") == 0
    page.keyboard.press("Escape")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] + (["too wide"] if wide else [])


@pytest.mark.parametrize("source", SOURCES)
def test_every_string_of_a_source_is_the_expected_one(
    reader: BrowserContext, address: str, home: str, source: str
) -> None:
    scheme, width = SOURCES[source]
    (page, wrong), bibliography = open_in(reader, f"{address}sources/{source}/", width=width), None
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
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
    assert wrong == []
    page.close()


@pytest.fixture(scope="module")
def short(reader: BrowserContext, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A short text, opened once; every test leaves it as it was."""
    page, wrong = open_in(reader, f"{address}sources/lew-asia-times/")
    yield page, wrong
    page.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent"))


def test_the_keyboard_alone_is_enough(short: tuple[Page, list[str]]) -> None:
    page, wrong = short
    page.locator("#p2 a.cite").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] .cite-copy").first.wait_for()
    assert focused(page).startswith("Cite ")
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(focused(page).split()[0])
    assert reached == ["Close", "Gather", "Copy", "My", "Copy:"]
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
    page.unroute("**/citing/sources/*.json")
    # That the dialog was closed is told a moment later, when the link is pressed again already.
    link.evaluate("(one) => { document.querySelector('.cite-close').click(); one.click(); }")
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


def test_the_link_is_at_hand_and_the_style_of_the_reader_comes_first(short: tuple[Page, list[str]], home: str) -> None:
    page, wrong = short
    shown = "all => all.map((one) => one.firstChild.data)"
    page.evaluate("localStorage.setItem('florilegium-style', 'apa')")
    page.locator("#p2 a.cite").dispatch_event("click")
    page.locator("dialog[open] .cite-link").wait_for()
    styles = page.eval_on_selector_all("dialog section .cite-first .cite-style", shown)
    assert styles[:4] == ["APA 7", "Chicago 18, notes", "Chicago 18, author-date", "MLA 9"]
    page.get_by_role("button", name="Copy permanent link").click()
    page.locator("dialog .cite-ways .cite-copy", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{home}sources/lew-asia-times/#p2"
    page.keyboard.press("Escape")
    page.evaluate("localStorage.removeItem('florilegium-style')")
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


WORK: dict[str, object] = {"key": "w", "name": "W", "remark": "its date is wrong", "alike": ["s"], "files": {}}
MADE: dict[str, object] = {
    "id": "made",
    "short": "W 2020",
    "published": "",
    "paraphrased": False,
    "notice": "",
    "paged": "It has pages.",
    "styles": [
        {"id": "s", "label": "S", "cited": "note", "listed": "list"},
        {"id": "t", "label": "T", "cited": "in the text", "listed": "list"},
    ],
    "original": WORK
    | {
        "cited": {"s": "W", "t": "(W)"},
        "listed": {"s": "W, all", "t": "W, all."},
        "located": {"s": {"page": "p. {number}", "pages": "pp. {number}", "note": "W n. {number}"}},
    },
    "edition": WORK
    | {"alike": [], "cited": {"s": "E"}, "listed": {"s": "E, all"}, "located": {"s": {"paragraph": "¶ {number}"}}},
    "ranges": {"s": {"107–108": "107–8"}},
    "headings": [
        {"name": "", "named": "", "within": None, "cited": {"s": "W", "t": "(W)"}},
        {"name": "A", "named": "A", "within": 0, "cited": {"s": "W A", "t": "(W A)"}},
        {"name": "A.1", "named": "A", "within": 1, "cited": {"s": "W A", "t": "(W A)"}},
        {"name": "A.2", "named": "A.2", "within": 1, "cited": {"s": "W A.2", "t": "(W)"}, "remarks": {"t": "name it"}},
    ],
    "paragraphs": {
        "p1": {"heading": 0},
        "p2": {"heading": 1},
        "p3": {"heading": 1},
        "p5": {"heading": 2},
        "p6": {"heading": 3},
        "p7": {"heading": 3, "pages": [[107, 0]]},
        "p8": {"heading": 3, "pages": [[107, 0], [108, 5], [109, 9]]},
    },
    "notes": {"n3": ["v"]},
    "through": {"s": {"one": "{work} in W n. {number}", "remark": "list both", "both": True}},
}
"""A text whose last two ¶ stand on pages that are known, as its file tells; its second style has no numbers."""
WORDS = "𝄞𝄞𝄞 a bcd efg"
"""Those of its last ¶: a character of music is two of the units in which a reader's selection is counted."""
LOCATED: list[tuple[str, dict[str, object], tuple[str, str, str]]] = [
    ("the one before any heading", {"id": "p1"}, ("none", "W", "(W)")),
    ("under a heading", {"id": "p2"}, ("heading", "W A", "(W A)")),
    ("under one that is not the only one of its name", {"id": "p5"}, ("heading", "W A", "(W A)")),
    ("a run", {"id": "p2", "last": "p3"}, ("heading", "W A", "(W A)")),
    ("a run over two headings of one", {"id": "p5", "last": "p6"}, ("heading", "W A", "(W A)")),
    ("a run that begins above all headings", {"id": "p1", "last": "p3"}, ("none", "W", "(W)")),
    ("on one page", {"id": "p7"}, ("page", "p. 107", "")),
    ("on three", {"id": "p8"}, ("page", "pp. 107–109", "")),
    ("words of the first of them", {"id": "p8", "from": 2, "to": 8}, ("page", "p. 107", "")),
    ("the same, and no offset of the first", {"id": "p8", "to": 8}, ("page", "p. 107", "")),
    ("words of the second", {"id": "p8", "from": 8, "to": 12}, ("page", "p. 108", "")),
    ("words of the second and third", {"id": "p8", "from": 11, "to": 13}, ("page", "pp. 108–109", "")),
    ("words to the end", {"id": "p8", "from": 12}, ("page", "p. 109", "")),
    ("a run, as the style shortens it", {"id": "p7", "last": "p8", "to": 9}, ("page", "pp. 107–8", "")),
    ("a run whose first page is not known", {"id": "p6", "last": "p7"}, ("heading", "W A.2", "(W)")),
]
OFFERS = """
async (places) => {
  const { offersFor } = await import('../../assets/citing/offers.js');
  const root = new URL('../../', location);
  return Promise.all(places.map((place) => offersFor(place, root)));
}
"""


def give(told: object, route: Route) -> None:
    route.fulfill(json=told)


@pytest.fixture(scope="module")
def made(short: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page to which the files of a made text are given, and of the work that its note cites."""
    page, _ = short
    work = WORK | {"key": "v", "name": "V", "cited": {"s": "V", "t": "(V)"}, "listed": {"s": "V, all", "t": "V, all."}}
    files = {
        "assets/citing/sources/made.json": MADE,
        "assets/citing/works/v.json": {"v": work | {"continued": {"s": "V,", "t": "V,"}}},
        "data/sources/made.json": {"blocks": [{"id": "p8", "text": WORDS}], "notes": []},
    }
    page.reload()  # What was read before is forgotten.
    for name, told in files.items():
        page.route(f"**/{name}", partial(give, told))
    yield page
    for name in files:
        page.unroute(f"**/{name}")
    page.reload()


def said_of(kind: str) -> str:
    """Return how it is said that a place has a locator of a kind."""
    said = {"page": "the locator is the page", "heading": "the locator is the heading"}
    return said.get(kind, "No place can be given")


def test_a_place_has_the_locator_that_its_original_allows(made: Page) -> None:
    places = [{"kind": "paragraph", "source": "made"} | place for _, place, _ in LOCATED]
    for (name, _, (kind, *forms)), offers in zip(LOCATED, made.evaluate(OFFERS, places), strict=True):
        original = offers["sections"][0]
        cited = {row["style"]: row["html"] for row in original["rows"] if row["form"] == "cited"}
        assert [cited.get("s", ""), cited.get("t", "")] == forms, name
        assert (original["id"], said_of(kind) in original["said"]) == ("original", True), name
        assert ("It has pages." in original["said"]) == (kind != "page"), name


def test_what_the_writer_has_to_do_stands_beside_the_row(made: Page) -> None:
    under, run, note = made.evaluate(
        OFFERS,
        [
            {"kind": "paragraph", "source": "made", "id": "p6"},
            {"kind": "paragraph", "source": "made", "id": "p2", "last": "p3"},
            {"kind": "note", "source": "made", "id": "n3"},
        ],
    )
    remarks = {(row["style"], row["form"]): row["remark"] for row in under["sections"][0]["rows"]}
    assert remarks[("s", "cited")].startswith("Another work in the bibliography is cited in the same words.")
    assert (remarks[("t", "cited")], remarks[("s", "listed")]) == ("name it", "")
    # No style has a word for the run of ¶ of the edition, nor the second for a note: there is no row, and no section.
    assert [one["id"] for one in under["sections"]] == ["original", "edition"]
    assert [one["id"] for one in run["sections"]] == ["original"]
    assert [(one["id"], one["name"], one["remark"]) for one in note["sections"]] == [
        ("work", "V", "its date is wrong"),
        ("through", "V", "its date is wrong"),
        ("note", "W", "its date is wrong"),
    ]
    assert [(row["name"], row["html"]) for row in note["sections"][1]["rows"]] == [
        ("S: note", "V, in W n. 3"),
        ("S: list, V", "V, all"),
        ("S: list, W", "W, all"),
    ]
    assert note["sections"][1]["rows"][0]["remark"].startswith("list both Another work")


OFFER = """
async (place) => {
  const { offersFor } = await import('../../assets/citing/offers.js');
  const listed = ({ style, form }) => style === 'apa' && form === 'listed';
  const told = ({ title, link, sections: [{ rows }] }) => [title, link, rows.find(listed).html];
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


def test_a_work_that_this_site_has_is_cited_as_its_text(short: tuple[Page, list[str]], home: str) -> None:
    page, _ = short
    for key, source, sections in (
        ("bali2022paradox", "bali-2022", ["original", "edition"]),
        ("lew-overlooks", "lew-asia-times", ["edition"]),
    ):
        work, text = page.evaluate(OFFERS, [{"kind": "work", "key": key}, {"kind": "text", "source": source}])
        assert [one["id"] for one in work["sections"]] == sections
        for told in ("title", "link", "paraphrased", "notice", "sections"):
            assert work[told] == text[told]
        assert work["link"] == f"{home}sources/{source}/"
        assert work["linkSaid"].startswith("The address is that of the text, which this site has.")


LINKS = """
async ([path, at, published, roots]) => {
  const { linksTo } = await import('../../assets/citing/place-links.js');
  return roots.map((root) => linksTo(path, at, published, new URL(root)));
}
"""


def test_an_address_of_the_own_machine_is_said_to_be_one(short: tuple[Page, list[str]]) -> None:
    page, _ = short
    own = ["http://localhost:8000/", "http://a.localhost/", "http://127.0.0.1:8123/site/", "http://[::1]/"]
    found = page.evaluate(
        LINKS, ["sources/a/", "#p1", "", [*own, "https://127.example.org/", "https://example.org/f/"]]
    )
    assert [bool(one["said"]) for one in found] == [True] * 4 + [False] * 2
    assert (found[2]["place"], found[5]["whole"]) == (
        "http://127.0.0.1:8123/site/sources/a/#p1",
        "https://example.org/f/sources/a/",
    )
    [published] = page.evaluate(LINKS, ["", "", "https://example.org/f/", own[:1]])
    assert published == {"place": "https://example.org/f/", "whole": "https://example.org/f/", "said": ""}


def test_without_scripts_the_link_leads_to_the_page_that_says_how(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, f"{address}sources/bali-2022/", scripts=False)
    page.locator("#p12 a.cite").dispatch_event("click")
    page.wait_for_url("**/sources/bali-2022/cite/")
    assert page.locator("h1").inner_text()
    page.close()
