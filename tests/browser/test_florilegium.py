"""The reader's own florilegium: what is gathered stays, and is taken home with every word and every author."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import rispy  # type: ignore[import-untyped]
from axe_playwright_python.sync_playwright import Axe
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, FilePayload, Page, Route

from florilegium.styles.pandoc import PANDOC
from tests.browser.opening import open_tab

PLACES: tuple[dict[str, str], ...] = (
    {"kind": "paragraph", "source": "bali-2022", "id": "p32", "last": "p32"},
    {"kind": "paragraph", "source": "vinjamuri-2020", "id": "p23", "last": "p24"},
    {"kind": "paragraph", "source": "lew-asia-times", "id": "p7", "last": "p7"},
    {"kind": "paragraph", "source": "gransnews-review", "id": "p2", "last": "p2"},
    {"kind": "note", "source": "bali-2022", "id": "n36"},
    {"kind": "work", "key": "power2003problem"},
)
"""Of each of the four texts, one of which is a paraphrase; a note that cites a work; a work by itself."""
HARD = 'It\'s "50%" & $5 #1, a_b {x} ~5 ^2 \\new -- *b* <i> @k [x](y) `c` p. 7, e.g. this… ... | 1. end'
"""A line with every sign that Markdown, RIS or TeX might take for its own."""
HARD_WORDS = (
    *("1. Not a list", "a) nor this", "iv. nor this", "(2) nor this", "- nor this", "+ nor this", ": no definition"),
    *("# no heading", "=== no line", "--- no rule", "> no quote", "| no table |", "% no title", "![no](image)"),
    *("[@no2022] citation", "^[note]", "[x]{.y} {#z}", "a -- b --- c ... d", "*a* _b_ **c** ~~d~~", "`code` ``code``"),
    *("<b>no</b> tag &amp; entity &", "$1 and $2", "H~2~O and x^2^", "\\textbf{x} \\(y\\)", "'one' \"two\" it's"),
    *("Mr. X, p. 7, cf. St. Louis, U.S. law, vol. 3", "https://example.org/a_b?c=d&e#f", HARD),
)
"""Words that a reader of Markdown would take for something else."""
GATHER = """async ([leaves, root]) => {
    const { gather } = await import(new URL("assets/citing/gathering.js", root));
    return leaves.map((leaf) => gather(leaf));
}"""
HOME = """async ([told, root]) => {
    const home = await import(new URL("assets/citing/taking-home.js", root));
    return home.markdown(told, "From here.");
}"""
NUMBERED = """async (root) => {
    const { isNumbered, numbered } = await import(new URL("assets/citing/numbering.js", root));
    const work = (key, cited, listed) => ({ key, listed, files: {}, isNumbered: isNumbered(cited, listed) });
    const beta = work("b", "[1, p. 7]", "[1] B. Beta, <i>1 Samuel</i>.");
    const alpha = work("a", "<sup>1</sup>", "<sup>1</sup>A. Alpha");
    const kings = work("k", "1 Kings 2011", "1 Kings. 2011.");
    const leaf = (cited, one, cites) => ({ label: "", link: "", words: "", own: "", cited, works: [one], cites });
    const told = [leaf("[1, p. 7]", beta, [alpha]), leaf("[1]", beta, [])];
    const all = [...numbered(told), ...numbered([leaf("1 Kings 2011", kings, [])])];
    return all.map(({ cited, works, cites }) => [cited, works[0].listed, cites.map(({ listed }) => listed)]);
}"""
KEPT = "JSON.parse(localStorage.getItem('florilegium'))"
ALL = "Object.fromEntries(Object.entries({...localStorage}).filter(([name]) => name.startsWith('florilegium')))"
STORE = "([name, text]) => localStorage.setItem(name, text)"
FULL = """() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };
}"""
ROOM = "() => { Storage.prototype.setItem = window.setItem; }"
BLOCKED = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } });"""
)
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def leaves(site: Path) -> list[dict[str, Any]]:
    """Return what is gathered of the places, with the words that the data of the site has of them."""
    return [
        {"place": place, "label": "?", "words": "\n\n".join(words(site, place)), "paraphrased": "lew" in str(place)}
        for place in PLACES
    ]


def words(site: Path, place: dict[str, str]) -> list[str]:
    """Return the words of a place, a text for each ¶."""
    if place["kind"] == "work":
        return []
    first, last = (int(place.get(end, place["id"])[1:]) for end in ("id", "last"))
    ids = {f"{place['id'][0]}{number}" for number in range(first, last + 1)}
    return [one["text"] for one in texts(site, place["source"]) if one["id"] in ids]


def texts(site: Path, source: str) -> list[dict[str, Any]]:
    told = json.loads((site / "data" / "sources" / f"{source}.json").read_text("utf-8"))
    return [*told["blocks"], *told["notes"]]


def as_copied(leaf: dict[str, Any]) -> list[str]:
    """Return the words of a leaf as they are copied into a paper, a text for each ¶."""
    all_words = [one for one in leaf["words"].split("\n\n") if one]
    if leaf["paraphrased"] or not all_words:
        return all_words
    turned = {} if "‘" in leaf["words"] else {"“": "‘", "”": "’"}
    quoted = ["“" + one.translate(str.maketrans(turned)) for one in all_words]
    return [*quoted[:-1], quoted[-1] + "”"]


def gather(page: Page, wanted: list[dict[str, Any]], root: str) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = page.evaluate(GATHER, [wanted, root])
    return said


def told(page: Page) -> str:
    return page.locator(".florilegium-status").inner_text()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def downloaded(page: Page, name: str) -> str:
    with page.expect_download() as download:
        press(page, name)
    return Path(download.value.path()).read_text("utf-8")


def read_by_pandoc(text: str, reader: str, writer: str) -> Any:
    command = [str(PANDOC), f"--from={reader}", f"--to={writer}", "--sandbox"]
    return json.loads(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout)


def said_by(inlines: Iterable[Any]) -> str:
    """Return the letters of words and the spaces between them; anything else is told by its name."""
    signs = {"Space": " ", "SoftBreak": " "}
    return "".join(one["c"] if one["t"] == "Str" else signs.get(one["t"], f"({one['t']})") for one in inlines)


def quotations(markdown: str) -> list[list[str]]:
    """Return the words of each block quote as pandoc reads them, a text for each ¶."""
    blocks = read_by_pandoc(markdown, "markdown", "json")["blocks"]
    return [[said_by(one["c"]) for one in block["c"]] for block in blocks if block["t"] == "BlockQuote"]


def test_what_is_gathered_stays_and_is_taken_home_whole(browser: Browser, address: str, site: Path) -> None:
    page, wrong = open_tab(browser, f"{address}sources/bali-2022/#p32")
    page.locator("#p32 a.cite").click()
    press(page, "Gather Bâli 2022, ¶ 32")
    page.get_by_text("Gathered. It is the first in your florilegium.").wait_for()
    page.get_by_role("link", name="My florilegium").last.click()
    page.locator(".leaf").wait_for()
    wanted = leaves(site)
    # What the dialog gathered has the very words that the data of the site has.
    said = gather(page, wanted, address)
    assert [one["done"] for one in said] == [True] * len(wanted)
    assert [one["said"] == "It is in your florilegium already." for one in said] == [True, *[False] * 5]
    rows = page.locator(".leaf")
    assert rows.count() == len(wanted)
    rows.nth(1).locator("textarea").fill(HARD)
    page.locator(".florilegium select").select_option("modern-language-association")

    page.reload()
    page.locator(".leaf-place a").nth(len(wanted) - 1).wait_for()
    assert page.locator(".florilegium select").input_value() == "modern-language-association"
    for row, leaf in zip(rows.all(), wanted, strict=True):
        shown = row.locator(".paraphrase p" if leaf["paraphrased"] else ".quotation p").all_inner_texts()
        assert shown == as_copied(leaf)
        fidelity = "Paraphrased: do not quote. These are not the words of its publisher."
        assert row.locator(".leaf-fidelity").all_inner_texts() == [fidelity] * leaf["paraphrased"]
    assert rows.nth(1).locator("textarea").input_value() == HARD
    assert rows.nth(1).locator(".leaf-place a").get_attribute("href") == f"{address}sources/vinjamuri-2020/?to=p24#p23"
    assert "Power, Samantha." in rows.nth(5).locator(".leaf-citation").inner_text()
    assert "Going Hungry" in rows.nth(4).locator(".leaf-cites").inner_text()

    markdown, ris, bib = (downloaded(page, name) for name in ("Markdown", "RIS", "BibTeX"))
    check_markdown(markdown, wanted)
    check_ris(ris, wanted)
    check_bibtex(bib, wanted)
    check_all_texts(page, address, site)

    kept = page.evaluate(KEPT)
    saved = downloaded(page, "Save a copy")
    assert json.loads(saved) == kept
    press(page, "Remove all")
    press(page, "Keep them")
    assert rows.count() == len(wanted)
    press(page, "Remove all")
    press(page, "Remove all")
    assert page.evaluate(KEPT)["items"] == []
    assert page.locator(".florilegium-empty").is_visible()
    page.get_by_role("button", name="Undo: All were removed").click()
    assert page.evaluate(KEPT) == kept
    assert rows.count() == len(wanted)
    press(page, "Remove all")
    press(page, "Remove all")
    assert page.evaluate(KEPT)["items"] == []

    file = page.locator(".florilegium input[type=file]")
    mine: FilePayload = {"name": "mine.json", "mimeType": "application/json", "buffer": saved.encode()}
    file.set_input_files(mine)
    page.wait_for_function("document.querySelectorAll('.leaf').length === 6")
    assert told(page) == "6 added."
    assert page.evaluate(KEPT) == kept
    file.set_input_files(mine)
    page.get_by_text("None added; 6 there already.").wait_for()
    changed = json.loads(saved)
    changed["items"][1]["own"] = "Another"
    changed["items"] = [*changed["items"][1:3], {"place": {"kind": "text", "source": "../x"}}, "?", 7]
    file.set_input_files({**mine, "buffer": json.dumps(changed).encode()})
    page.get_by_text(
        "None added; 2 there already; 1 of these with another line in the file: yours was kept; 3 could"
    ).wait_for()
    file.set_input_files({**mine, "name": "notes.json", "buffer": b'{"name": "mine"}'})
    page.get_by_text("“notes.json” is no florilegium that this site saved. Nothing was added.").wait_for()
    file.set_input_files({**mine, "buffer": b'{"format": "florilegium-gathering/2", "items": []}'})
    page.get_by_text("was saved by a newer version").wait_for()
    assert page.evaluate(KEPT) == kept
    check_print(page)
    assert wrong == []
    page.close()


def check_markdown(markdown: str, wanted: list[dict[str, Any]]) -> None:
    words = [leaf["words"].split("\n\n") for leaf in wanted if leaf["words"]]
    assert quotations(markdown) == words
    blocks = read_by_pandoc(markdown, "markdown", "json")["blocks"]
    paragraphs = [block["c"] for block in blocks if block["t"] == "Para"]
    assert [said_by(one[2:]) for one in paragraphs if one[0]["t"] == "Emph"] == [HARD]
    assert markdown.count("Paraphrased: these are not the words of its publisher.") == 1
    entries = markdown.partition("\n## Works\n")[2]
    assert entries.count("\n- ") == 6
    assert "Bâli, Aslı. *The Humanitarian Paradox" in entries


AUTHORS = {
    "bali2022paradox": ["Bâli, Aslı"],
    "vinjamuri2020values": ["Vinjamuri, Leslie"],
    "lew-overlooks": ["Lew, Hanjin"],
    "gransnews-engagement": None,
    "unnews2022afghanistan": None,
    "power2003problem": ["Power, Samantha"],
}


def check_ris(ris: str, wanted: list[dict[str, Any]]) -> None:
    records = {one["id"]: one for one in rispy.loads(ris)}
    assert {key: one.get("authors") for key, one in records.items()} == AUTHORS
    notes = {
        key: [note for note in one.get("notes", ()) if "(" in note or "Cited" in note] for key, one in records.items()
    }
    quoted = {PLACES[number]["id"]: " ".join(wanted[number]["words"].split()) for number in range(5)}
    bali = notes["bali2022paradox"]
    assert [note.split("): ", 1)[1] for note in bali] == [quoted["p32"], quoted["n36"]]
    assert bali[0].startswith("Quotation (Bâli 2022, ¶ 32, http")
    vinjamuri = notes["vinjamuri2020values"][-2:]
    assert vinjamuri[0].endswith(f"/sources/vinjamuri-2020/?to=p24#p23): {quoted['p23']}")
    assert vinjamuri[1] == f"My line (Vinjamuri 2020, ¶ 23–24): {HARD}"
    assert notes["lew-overlooks"][-1].startswith("Paraphrase, no quotation (Lew")
    assert notes["unnews2022afghanistan"][-1].startswith("Cited in Bâli 2022, n. 36, http")
    assert "[paraphrase]" in records["lew-overlooks"]["title"]


def check_bibtex(bib: str, wanted: list[dict[str, Any]]) -> None:
    library = parse_string(bib)
    assert library.failed_blocks == []
    assert {entry.key for entry in library.entries} == set(AUTHORS)
    works = {one["id"]: one for one in read_by_pandoc(bib, "biblatex", "csljson")}
    assert {
        key: [f"{a['family']}, {a['given']}" for a in one["author"]] for key, one in works.items() if "author" in one
    } == {key: names for key, names in AUTHORS.items() if names}
    note = works["vinjamuri2020values"]["annote"]
    assert note.endswith(f" | My line (Vinjamuri 2020, ¶ 23–24): {HARD.replace(chr(39), '’')}")
    # TeX has one apostrophe, which pandoc prints as it is printed.
    bali = works["bali2022paradox"]["annote"]
    for number in (0, 4):
        assert " ".join(wanted[number]["words"].split()) in bali
    assert "annote" not in works["power2003problem"]


def check_print(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 624, "height": 900})
    hidden = ".florilegium :is(button, select, textarea, input), .florilegium-status, .florilegium-about, .crumbs"
    assert page.locator(hidden).filter(visible=True).count() == 0
    leaf = page.locator(".leaf").nth(1)
    for part in (".quotation", ".leaf-citation", ".leaf-address", ".own-printed"):
        assert leaf.locator(part).is_visible(), part
    assert leaf.locator(".own-printed").inner_text() == HARD
    assert page.locator(".florilegium-from").inner_text().startswith("Gathered from Florilegium")
    assert page.evaluate(WIDER) == 0


def test_a_store_that_is_full_blocked_older_newer_or_broken_loses_nothing(
    browser: Browser, address: str, site: Path
) -> None:
    page, wrong = open_tab(browser, f"{address}florilegium/")
    wanted = leaves(site)

    def set_up(text: str) -> None:
        page.evaluate("localStorage.clear()")
        page.evaluate(STORE, ["florilegium", text])
        page.reload()
        page.locator(".florilegium-status").wait_for(state="attached")

    # A list with nothing in it is no riddle.
    set_up("[]")
    assert page.locator(".florilegium-empty").is_visible()
    assert page.locator(".florilegium-ways :is(button, select)").filter(visible=True).all_inner_texts() == [
        "Load a copy"
    ]
    assert page.locator(".florilegium-notice").count() == 0
    # An older form is taken over.
    older = [{key: leaf[key] for key in ("place", "label", "words")} for leaf in wanted[:3]]
    set_up(json.dumps(older))
    assert page.locator(".leaf").count() == 3
    # What was gathered before the text was known to be a paraphrase is shown as one.
    page.locator(".leaf .leaf-fidelity").wait_for()
    assert gather(page, wanted[3:4], address)[0]["done"]
    assert page.evaluate(KEPT)["format"] == "florilegium-gathering/1"
    assert [one["words"] for one in page.evaluate(KEPT)["items"]] == [leaf["words"] for leaf in wanted[:4]]

    # What cannot be read is kept before anything is written, each under a name of its own, and is offered as a file.
    for number, broken in enumerate(('{"format": "florilegium-gath', "[7]"), 1):
        set_up(broken) if number == 1 else page.evaluate(STORE, ["florilegium", broken])
        assert gather(page, wanted[:1], address)[0]["done"]
        assert (
            page.evaluate(
                "localStorage.getItem('florilegium-unread' + (localStorage['florilegium-unread-2'] ? '-2' : ''))"
            )
            == broken
        )
        assert len(page.evaluate(KEPT)["items"]) == 1
    assert page.locator(".florilegium-notice").count() == 2
    with page.expect_download() as download:
        page.locator(".florilegium-notice button").first.click()
    assert Path(download.value.path()).read_text("utf-8") == '{"format": "florilegium-gath'
    half = json.dumps({"format": "florilegium-gathering/1", "items": [*older, {"place": 7}]})
    set_up(half)
    assert page.locator(".leaf").count() == 3
    page.locator(".leaf textarea").first.fill("x")
    assert page.evaluate("localStorage.getItem('florilegium-unread')") == half

    # Where the words begin and end is kept, for the printed page; a ¶ that is left out between them is told.
    place = {**PLACES[1], "from": 4, "to": 20, "note": "?"}
    gather(page, [{"place": place, "label": "", "words": "One.\n\n[…]\n\nTwo."}], address)
    assert page.evaluate(KEPT)["items"][-1]["place"] == {**PLACES[1], "from": 4, "to": 20}
    assert page.locator(".leaf").last.locator(".quotation p").all_inner_texts() == ["“One.", "[…]", "“Two.”"]
    # Words that the text does not have are kept, and it is said that they do not stand there.
    changed = page.locator(".leaf-changed").filter(visible=True)
    changed.wait_for()
    assert page.locator(".leaf").last.locator(".leaf-changed").is_visible()
    assert changed.count() == 1
    markdown = downloaded(page, "Markdown")
    assert markdown.count("These words do not stand so in the text now.") == 1
    assert markdown.index("\\[…\\]") < markdown.index("These words do not")
    # No brace of a reader's is changed: what BibTeX cannot hold is left out, and that is said.
    page.locator(".leaf textarea").last.fill("a { b")
    assert "Two." in (bib := downloaded(page, "BibTeX"))
    assert parse_string(bib).failed_blocks == []
    assert "a (" not in bib
    assert "lacks one quotation or line with a brace" in told(page)
    assert "My line (Vinjamuri 2020, ¶ 23–24): a { b" in downloaded(page, "RIS")
    # What the editor remarks on a work stands with its entry.
    gather(page, [{"place": {"kind": "work", "key": "dalpino2000promoting"}, "label": "", "words": ""}], address)
    page.locator(".leaf .leaf-remark", has_text="Editor’s remark: Note 10 prints Katharin").wait_for()
    assert "Katharin" in page.locator(".florilegium-works .work-remark").inner_text()
    assert downloaded(page, "Markdown").count("Editor’s remark: Note 10 prints Katharin") == 2

    # What a newer site wrote is not touched.
    newer = '{"format": "florilegium-gathering/2", "items": [1]}'
    set_up(newer)
    assert "newer version" in page.locator(".florilegium-notice").inner_text()
    refused = gather(page, wanted[:1], address)[0]
    assert not refused["done"]
    assert "newer version" in refused["said"]
    assert page.evaluate(ALL) == {"florilegium": newer}

    # No room left: what is there stays, and the reader is told.
    set_up(half)
    page.evaluate(FULL)
    assert not gather(page, wanted[4:5], address)[0]["done"]
    page.locator(".leaf textarea").first.fill("lost?")
    assert "is full" in told(page)
    assert page.evaluate(ALL) == {"florilegium": half}
    # Once there is room, what was written meanwhile is kept.
    page.evaluate(ROOM)
    page.locator(".leaf-remove").last.click()
    assert [one["own"] for one in page.evaluate(KEPT)["items"]] == ["lost?", ""]
    assert wrong == []

    page.add_init_script(BLOCKED)
    page.reload()
    page.locator(".florilegium-notice").wait_for()
    assert "keeps nothing" in page.locator(".florilegium-notice").inner_text()
    assert "keeps nothing" in gather(page, wanted[:1], address)[0]["said"]
    page.close()


def test_works_that_a_style_numbers_have_the_numbers_of_the_list(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}florilegium/")
    assert page.evaluate(NUMBERED, address) == [
        ["[2, p. 7]", "[2] B. Beta, <i>1 Samuel</i>.", ["<sup>1</sup>A. Alpha"]],
        ["[2]", "[2] B. Beta, <i>1 Samuel</i>.", []],
        ["1 Kings 2011", "1 Kings. 2011.", []],
    ]
    assert wrong == []
    page.close()


def test_with_the_keyboard_alone_and_from_another_page(browser: Browser, address: str, site: Path) -> None:
    page, wrong = open_tab(browser, f"{address}florilegium/")
    page.locator(".florilegium-empty").wait_for()
    gather(page, leaves(site)[:3], address)
    page.locator(".leaf-place a").nth(2).wait_for()

    def order() -> list[str]:
        names: list[str] = page.evaluate(f"{KEPT}.items.map((one) => one.place.source)")
        assert [row.get_attribute("href") for row in page.locator(".leaf-place a").all()] == [
            page.locator(f'.leaf-place a[href*="{name}"]').get_attribute("href") for name in names
        ]
        return names

    bali, vinjamuri, lew = order()
    page.locator(".florilegium select").focus()
    passed: list[str] = []
    while not passed or passed[-1] != "Your line on Bâli 2022, ¶ 32":
        page.keyboard.press("Tab")
        passed.append(page.evaluate("((one) => one.ariaLabel ?? one.textContent)(document.activeElement)"))
        assert len(passed) < 15, passed
    assert passed[:7] == ["Markdown", "RIS", "BibTeX", "Print", "Save a copy", "Load a copy", "Remove all"]
    page.keyboard.type("Mine")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert told(page) == "It cannot be moved further."
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert order() == [vinjamuri, bali, lew]
    page.keyboard.press("Space")
    assert order() == [vinjamuri, lew, bali]
    assert told(page) == "Moved: now 3 of 3."
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert order() == [vinjamuri, lew]
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    # Meanwhile another page of the site gathers: the way back stays.
    other = page.context.new_page()
    other.goto(f"{address}citing/")
    gather(other, leaves(site)[3:4], address)
    other.close()
    page.locator(".leaf").nth(2).wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    page.locator(".leaf").nth(3).wait_for()
    assert order() == [vinjamuri, lew, bali, "gransnews-review"]
    assert page.evaluate(KEPT)["items"][2]["own"] == "Mine"
    assert page.evaluate("document.activeElement.matches('.leaf-remove')")
    check_removed_elsewhere(page, f"{address}citing/")
    assert wrong == []

    # Nothing can be fetched: the words and the link are there, and what is missing is said.
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/assets/citing/**/*.json", refuse)
    page.reload()
    page.locator(".leaf-citation", has_text="could not be fetched").nth(3).wait_for()
    assert page.locator(".leaf-place a").first.get_attribute("href") == f"{address}sources/vinjamuri-2020/?to=p24#p23"
    assert quotations(downloaded(page, "Markdown"))[0] == leaves(site)[1]["words"].split("\n\n")
    assert downloaded(page, "RIS") == ""
    assert "It lacks 4 of 4" in told(page)
    page.close()


def check_removed_elsewhere(page: Page, elsewhere: str) -> None:
    """What another page removes while the reader writes beside it can be put back, with what was written."""
    page.locator(".leaf textarea").nth(2).focus()
    page.keyboard.press("End")
    page.keyboard.type(" still")
    before = page.evaluate(KEPT)
    other = page.context.new_page()
    other.goto(elsewhere)
    other.evaluate(STORE, ["florilegium", json.dumps({**before, "items": before["items"][:2]})])
    other.close()
    page.locator(".leaf-removed").nth(1).wait_for()
    page.keyboard.type(" and on")
    row = page.locator(".leaf-removed").first
    assert row.inner_text().startswith("Removed in another page: ?. Undo")
    assert len(page.evaluate(KEPT)["items"]) == 2
    row.get_by_role("button").click()
    page.locator(".leaf-removed button").click()
    assert page.evaluate(KEPT)["items"][2]["own"] == "Mine still and on"
    assert [one["place"] for one in page.evaluate(KEPT)["items"]] == [one["place"] for one in before["items"]]


def test_axe_finds_nothing(browser: Browser, address: str, site: Path) -> None:
    page, wrong = open_tab(browser, f"{address}florilegium/")
    page.locator(".florilegium-empty").wait_for()
    page.evaluate(STORE, ["florilegium-unread", "?"])
    gather(page, leaves(site), address)
    page.locator(".leaf-place a").nth(5).wait_for()
    page.locator(".leaf-remove").nth(3).click()
    press(page, "Remove all")
    page.emulate_media(reduced_motion="reduce")  # colors change at once
    for width, palette in ((1280, "default"), (390, "slate")):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("(palette) => document.body.setAttribute('data-md-color-scheme', palette)", palette)
        assert violations(page) == [], (width, palette)
        assert page.evaluate(WIDER) == 0
    heights = [
        box["height"]
        for one in page.locator(".florilegium button").filter(visible=True).all()
        if (box := one.bounding_box())
    ]
    assert min(heights) >= 24
    assert wrong == []
    page.close()

    page, wrong = open_tab(browser, f"{address}florilegium/", scripts=False)
    assert "This needs JavaScript" in page.locator("[data-florilegium]").inner_text()
    assert page.locator("[data-florilegium] a").count() == 2
    page.close()


def violations(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in Axe().run(page).response["violations"]]


def check_all_texts(page: Page, address: str, site: Path) -> None:
    """Every text of the collection, and lines made of signs, come back from pandoc as they went in."""
    wanted = [*HARD_WORDS, *(one["text"] for place in PLACES[:4] for one in texts(site, place["source"]))]
    rest = {
        "label": "1. #x",
        "link": address,
        "paraphrased": False,
        "own": "",
        "cited": "",
        "works": [],
        "cites": [],
        "isTold": True,
    }
    markdown = page.evaluate(HOME, [[{**rest, "words": words} for words in wanted], address])
    got = ["\n".join(one) for one in quotations(markdown)]
    assert len(got) == len(wanted) > 300
    assert [pair for pair in zip(got, wanted, strict=True) if pair[0] != pair[1]] == []
