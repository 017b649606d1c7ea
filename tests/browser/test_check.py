"""Checking a quotation: what stands so in a text, what differs, what is not there; and nothing is sent."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.opening import open_page, open_tab

SOURCES = ("bali-2022", "gransnews-review", "lew-asia-times", "vinjamuri-2020")
EXACT = "it is difficult to identify a single instance in the last quarter century"
LACKING = "It should avoid the kind of costly escalation of tit-for-tat sanctions that it experienced with China"
PARAPHRASED = "a nation that oppresses its own citizens seldom stops there"
BYLINE = "a political commentator with an emphasis on East Asian matters"
ABSENT = "Sanctions are the opium of foreign ministries."
ALL = "\n\n".join((EXACT, LACKING, PARAPHRASED, ABSENT))

COMPARE = """async ([ids, texts]) => {
  const [{ compare }, { quotationsIn }, { textsOf }] = await Promise.all(
    ["comparing", "pasted", "compared-texts"].map((name) => import(`/assets/citing/${name}.js`)));
  const ask = async (id) => textsOf(await (await fetch(`/data/sources/${id}.json`)).json());
  const sources = await Promise.all(ids.map(ask));
  const replaced = ({ places: [{ text, gaps }] }) => gaps.filter(({ kind }) => kind === "replaced")
    .flatMap(({ at, length }) => text.tokens.slice(at, at + length).map(({ key }) => `~${key}`));
  const steps = ({ groups = [], places: [{ text }] }) => groups.flatMap(({ yours, steps: all }) => {
    const of = (wanted, sign, tokens) => all.filter(([kind]) => kind === wanted).map(([, at]) => sign + tokens[at].key);
    return [...of("yours", "-", yours), ...of("theirs", "+", text.tokens)];
  });
  return texts.map((text) => {
    const [quotation] = quotationsIn(text);
    const start = performance.now();
    const result = compare(quotation, sources);
    const { verdict, places = [], numbers = [], isOwn, isCut } = result;
    const at = ({ source, parts }) => `${source.id} ${[...new Set([parts[0].id, parts.at(-1).id])].join("-")}`;
    const also = [...numbers, ...(isOwn ? ["own"] : []), ...(isCut ? ["cut"] : [])];
    const differing = result.places ? [...steps(result), ...replaced(result)] : [];
    return [verdict, places.map(at), differing, also, performance.now() - start];
  });
}"""

CANDIDATES = """async ([texts, most]) => {
  const { open } = await import("/assets/citing/candidates.js");
  const { find } = await open(new URL("/", location.href));
  return Promise.all(texts.map(async (text) => Object.values(await find(text, most))));
}"""

# What is pasted; the verdict; where; what differs (+ only in the source, - only in the quotation,
# ~ in the source for brackets); what else is told.
CASES: tuple[tuple[str, str, list[str], list[str], list[str]], ...] = (
    (EXACT, "exact", ["bali-2022 p32", "bali-2022 q5"], [], []),
    ("human rights", "exact", ["bali-2022 p1", "bali-2022 p2", "bali-2022 p3", "bali-2022 p4"], [], []),
    # What no quoter can be blamed for.
    ('"requires more than rhetorical flourishes."', "exact", ["bali-2022 p1"], [], []),
    ("For the United States to be 'committed to a world in which", "exact", ["bali-2022 p1"], [], []),
    ("THE INTERVENTION HAD BEEN ``ILLEGAL BUT LEGITIMATE.''", "exact", ["bali-2022 p12"], [], []),
    ("these determinations -- among these assessing whether", "exact", ["bali-2022 p12"], [], []),
    ("The highly sub\u00adjective nature of many of these deter\u00ad\nminations", "exact", ["bali-2022 p12"], [], []),
    (
        "R2P runs the risk of serving as a general\nlicense for U.S.-led West-\nern interventions",
        "exact",
        ["bali-2022 p13"],
        [],
        [],
    ),
    ("ushers a general license for U.S.\u2013led", "differs", ["bali-2022 p13"], ["-ushers", "+as"], []),
    ("the kind of costly escalation of tit-for-\ntat sanctions", "exact", ["vinjamuri-2020 p20"], [], []),
    (
        "not on the alleged perpetrators of war crimes, but on ICC o\ufb03cials,",
        "exact",
        ["vinjamuri-2020 p4"],
        [],
        [],
    ),
    ("B\u00e2li", "exact", ["bali-2022 n35", "bali-2022 n48"], [], []),
    ("Ba\u0302li", "exact", ["bali-2022 n35", "bali-2022 n48"], [], []),
    ("Bali", "exact", ["bali-2022 n35"], [], []),
    ("The US has long acknowledged that systems that violate human rights", "exact", ["lew-asia-times p3"], [], []),
    # Over the border of two ¶, and with the heading between them.
    (
        "has hurt rather than helped the cause of human rights. Serve as a public advocate of human rights",
        "exact",
        ["bali-2022 p3-p4"],
        [],
        [],
    ),
    (
        "on protesters.\nChina and the turn to values in US foreign policymaking\nThe most consequential shift",
        "exact",
        ["vinjamuri-2020 p8-p9"],
        [],
        [],
    ),
    (
        "As always, foreign policy starts at home.\nConcluding thoughts\nStructural change in the international system",
        "differs",
        ["vinjamuri-2020 p25-p26"],
        ["-starts", "+begins"],
        [],
    ),
    # Where else words may stand.
    (
        "Power, Samantha. 'A Problem from Hell': America and the Age of Genocide. New York. HarperCollins, 2003.",
        "exact",
        ["bali-2022 n2"],
        [],
        [],
    ),
    ("China and the turn to values in US foreign policymaking", "exact", ["vinjamuri-2020 h3"], [], []),
    ("examine how the outcome of the 2020 election will affect these", "exact", ["vinjamuri-2020 f1"], [], []),
    ("The Humanitarian Paradox: Why Human Rights Require Restraint", "exact", ["bali-2022 title"], [], []),
    ("a former foreign spokesman for North Korean traditional parties", "exact", ["lew-asia-times b1"], [], []),
    # What differs, word by word.
    (
        EXACT.replace("difficult", "impossible"),
        "differs",
        ["bali-2022 p32", "bali-2022 q5"],
        ["-impossible", "+difficult"],
        [],
    ),
    (LACKING, "differs", ["vinjamuri-2020 p20"], ["+seek", "+to", "+has"], []),
    (
        "If not through sanctions or intervention how should the United States respond",
        "differs",
        ["bali-2022 p33"],
        ["+,"],
        [],
    ),
    (
        "If not through sanctions, or intervention, how should the United States respond",
        "differs",
        ["bali-2022 p33"],
        ["-,"],
        [],
    ),
    ("rhetorical, flourishes", "differs", ["bali-2022 p1"], ["-,"], []),
    (
        "the doctrine continues the erosion, which began with Kosovo, of the UN Charter's prohibition",
        "differs",
        ["bali-2022 p13"],
        ["-un", "+u", "+.", "+n", "+."],
        [],
    ),
    (
        "This is among the key challenges for US policymakers and for others",
        "differs",
        ["bali-2022 p33"],
        ["-us", "-and", "-for", "-others", "+u", "+.", "+s", "+."],
        [],
    ),
    # Few words are there or they are not.
    ("rhetorical blossoms", "absent", [], [], []),
    ("more than blossoms", "absent", [], [], []),
    (ABSENT, "absent", [], [], []),
    (
        "The rate of photosynthesis in arctic mosses rises with the temperature of the soil and the length of the day.",
        "absent",
        [],
        [],
        [],
    ),
    # Words left out, and the quoter's own.
    ("the United States must embrace … a persistent diplomatic strategy", "exact", ["bali-2022 p1"], [], ["cut"]),
    ("the United States must embrace . . . . a persistent diplomatic strategy", "exact", ["bali-2022 p1"], [], ["cut"]),
    (
        "requires more than rhetorical flourishes. [...] This is troubling for several reasons",
        "apart",
        [],
        [],
        [],
    ),
    (
        "the United States must embrace [...] a consistent diplomatic strategy",
        "differs",
        ["bali-2022 p1"],
        ["-consistent", "+persistent"],
        ["cut"],
    ),
    (
        "[The doctrine] runs the risk of serving as a general license[sic] for U.S.-led Western [emphasis added].",
        "exact",
        ["bali-2022 p13"],
        [],
        ["own"],
    ),
    (
        "Second, [it] introduces the possibility that the [UN] Security Council may",
        "exact",
        ["bali-2022 p13"],
        ["~r2p"],
        ["own"],
    ),
    ("[t]he doctrine continues the erosion", "exact", ["bali-2022 p13"], [], ["own"]),
    (
        "the doctrine continue[d] the erosion, which began with Kosovo",
        "exact",
        ["bali-2022 p13"],
        ["~continues"],
        ["own"],
    ),
    ("[T]his doctrine continues the erosion", "differs", ["bali-2022 p13"], ["-this", "+the"], ["own"]),
    # A remark stands for no word, and no bracket for a negation or a number.
    *(
        (f"the Security Council may [{own}] be the sole arbiter", "differs", ["bali-2022 p13"], ["+not"], ["own"])
        for own in ("sic", "1", "", "p. 7", "really", "emphasis added")
    ),
    ("the Security Council [sic] may not [p. 7] be the [1] sole arbiter", "exact", ["bali-2022 p13"], [], ["own"]),
    ("China currently heads four of the [many] specialized", "differs", ["vinjamuri-2020 p13"], ["+15"], ["own"]),
    (
        "Second, [it] introduces the chance that the Security Council may not be",
        "differs",
        ["bali-2022 p13"],
        ["-chance", "+possibility", "~r2p"],
        ["own"],
    ),
    (
        "a persistent diplomatic strategy … the United States must embrace",
        "differs",
        ["bali-2022 p1"],
        [],
        ["cut"],
    ),
    (
        "human rights … would need to be delinked from geopolitical competition",
        "exact",
        ["bali-2022 p48"],
        [],
        ["cut"],
    ),
    (
        "human rights … would have to be delinked from geopolitical competition",
        "differs",
        ["bali-2022 p48"],
        ["-have", "+need"],
        ["cut"],
    ),
    (
        "requires more than rhetorical flourishes … is needed is not selective … its own citizens seldom stops",
        "apart",
        [],
        [],
        [],
    ),
    # Numbers of notes that were copied along; a number that is the author's.
    ("requires more than rhetorical flourishes.1 To achieve the goal", "exact", ["bali-2022 p1"], [], ["1"]),
    ("requires more than rhetorical flourishes1. To achieve the goal", "exact", ["bali-2022 p1"], [], ["1"]),
    ("more than rhetorical flourishes.\u00b9 To achieve the goal", "exact", ["bali-2022 p1"], [], ["1"]),
    ("more than rhetorical flourishes.[1] To achieve the goal", "exact", ["bali-2022 p1"], [], ["1"]),
    ("more than rhetorical flourishes.2 To achieve the goal", "differs", ["bali-2022 p1"], ["-2"], []),
    ("China currently heads four of the 15 specialized agencies", "exact", ["vinjamuri-2020 p13"], [], []),
    ("China currently heads four of the specialized agencies", "differs", ["vinjamuri-2020 p13"], ["+15"], []),
)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened, wrong = open_tab(browser, f"{address}check/")
    yield opened
    assert wrong == []
    opened.close()


def compare(page: Page, texts: list[str]) -> list[Any]:
    return page.evaluate(COMPARE, [list(SOURCES), texts])  # type: ignore[no-any-return]


def test_quotations_are_compared_word_for_word(page: Page) -> None:
    told = compare(page, [text for text, *_ in CASES])
    wrong = [(case, got[:4]) for case, got in zip(CASES, told, strict=True) if list(case[1:]) != got[:4]]
    assert wrong == []


def test_every_paragraph_is_found_as_a_page_prints_it(page: Page, root: Path) -> None:
    """With its lines broken, its quotation marks straight, and the numbers of its notes where the text had them."""
    sources = [json.loads((root / f"docs/data/sources/{one}.json").read_text("utf-8")) for one in SOURCES]
    blocks = [(source["id"], block) for source in sources for block in source["blocks"] if block["id"].startswith("p")]
    assert len(blocks) > 150
    for (source, block), got in zip(blocks, compare(page, [_as_printed(block) for _, block in blocks]), strict=True):
        assert got[0] == "exact", (source, block["id"])
        assert f"{source} {block['id']}" in got[1]
        assert sorted(got[3]) == sorted(one["note"] for one in block["markers"])


def test_pieces_are_found_where_they_stand_nearest_together(page: Page, root: Path) -> None:
    """Two or three words, which may stand anywhere, and ten words of the same ¶."""
    chosen = Random(8)
    asked = []
    for source in SOURCES:
        blocks = json.loads((root / f"docs/data/sources/{source}.json").read_text("utf-8"))["blocks"]
        long = [one for one in blocks if one["id"].startswith("p") and len(one["text"].split()) > 30]
        for block in chosen.choices(long, k=40):
            words = block["text"].split()
            start = chosen.randrange(len(words) - 15)
            far = chosen.randrange(start + 4, len(words) - 10)
            piece = words[start : start + chosen.choice((2, 3))]
            asked.append((f"{source} {block['id']}", " ".join([*piece, "…", *words[far : far + 10]])))
    told = compare(page, [text for _, text in asked])
    wrong = [(one, got[:2]) for one, got in zip(asked, told, strict=True) if got[0] != "exact" or got[1][0] != one[0]]
    assert wrong == []


def test_words_are_counted_as_a_reader_counts_them(page: Page) -> None:
    text = "The well-known U.S.-led policy – 3,000 words — isn’t new."
    count = "async (text) => (await import('/assets/citing/comparing.js')).lengthOf(text)"
    assert page.evaluate(count, text) == 8


def _as_printed(block: dict[str, Any]) -> str:
    text: str = block["text"]
    for marker in sorted(block["markers"], key=lambda one: -int(one["found_at"])):
        text = text[: marker["found_at"]] + marker["note"] + text[marker["found_at"] :]
    straight = text.translate(str.maketrans("“”‘’—", "\"\"''-"))
    return "\n".join(textwrap.wrap(straight, 60, break_long_words=False))


def test_a_long_quotation_does_not_hold_the_page_up(page: Page, root: Path) -> None:
    blocks = json.loads((root / "docs/data/sources/bali-2022.json").read_text("utf-8"))["blocks"]
    words = " ".join(block["text"] for block in blocks if block["id"].startswith("p")).split()[200:2200]
    altered = ["altered" if at % 50 == 7 else word for at, word in enumerate(words)]
    verdict, places, steps, _, took = compare(page, [" ".join(altered)])[0]
    assert (verdict, places, steps.count("-altered")) == ("differs", ["bali-2022 p4-p20"], 40)
    assert took < 8000  # a second where nothing else runs


def test_who_may_have_a_quotation_is_told_by_the_index(page: Page) -> None:
    asked = [
        EXACT,
        EXACT.replace("difficult", "photosynthesis"),
        LACKING,
        PARAPHRASED,
        "photosynthesis nourishes mosses",
    ]
    told = page.evaluate(CANDIDATES, [asked, 1])
    likely = [["bali-2022"], ["bali-2022"], ["vinjamuri-2020"], ["lew-asia-times"], []]
    assert [first for first, _ in told] == likely
    # After them come those that have any of the words; where all can be compared at once, none is passed over.
    assert all(len(others) <= 1 for _, others in told)
    assert told[-1] == [[], []]
    both = page.evaluate(CANDIDATES, [[EXACT, BYLINE], 4])
    assert [sorted(first + others) for first, others in both] == [list(SOURCES)] * 2


def check(page: Page, text: str) -> list[str]:
    """Return the verdict on each quotation of a pasted text."""
    page.get_by_label("Words to check").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    return verdicts(page)


def verdicts(page: Page) -> list[str]:
    expect(page.get_by_role("status").first).to_have_text(re.compile("quotation"))
    return page.eval_on_selector_all(".verdict h2", "all => all.map((one) => one.firstChild.data)")  # type: ignore[no-any-return]


def test_the_story_of_a_check(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}check/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))

    def texts() -> list[str]:
        return [url for url in asked if url.startswith("data/")]

    assert check(page, "Photosynthesis nourishes mosses.") == ["Absent"]
    assert texts() == []
    assert check(page, EXACT) == ["Exact"]
    assert "data/sources/bali-2022.json" in texts()
    assert "data/sources/lew-asia-times.json" not in texts()
    first = page.locator(".verdict").first
    expect(first.locator("mark")).to_have_text(EXACT)
    expect(first.get_by_role("link", name="Bâli 2022, ¶ 32", exact=True)).to_have_attribute(
        "href", f"{address}sources/bali-2022/#p32"
    )
    expect(first.get_by_role("link", name="Cite Bâli 2022, ¶ 32")).to_have_attribute("data-cite", "p32")
    rows = first.locator(".verdict-row")
    expect(rows).to_contain_text(["Aslı Bâli, The Humanitarian Paradox", "Bâli, Aslı. The Humanitarian Paradox"])
    expect(rows.get_by_role("button", name="Copy: Chicago 18, notes: ")).to_have_count(2)
    expect(first).to_contain_text("Also: Bâli 2022, a pull quote")

    asked.clear()
    assert check(page, ALL) == ["Exact", "Differs", "Found in a paraphrase", "Absent"]
    assert "data/sources/bali-2022.json" not in asked, "what was fetched once is kept"
    expect(page.get_by_role("status").first).to_have_text(
        "4 quotations: 1 exact, 1 differs, 1 found in a paraphrase, 1 absent."
    )
    differing = page.locator(".verdict.differs")
    expect(differing).to_contain_text("3 words differ.")
    expect(differing.locator(".verdict-words ins")).to_have_text(["[in the source: seek to]", "[in the source: has]"])
    paraphrased = page.locator(".verdict.paraphrase")
    expect(paraphrased).to_contain_text("not the words that")
    expect(paraphrased.locator(".verdict-words.paraphrased mark")).to_have_text(PARAPHRASED)
    expect(paraphrased.locator(".verdict-citation:visible")).to_have_count(0)
    expect(page.locator(".verdict-citation:visible")).to_have_count(2)
    page.emulate_media(reduced_motion="reduce")  # colors change at once
    for width, palette in ((1280, "default"), (390, "slate")):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("(palette) => document.body.setAttribute('data-md-color-scheme', palette)", palette)
        found = Axe().run(page).response["violations"]
        assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert EXACT not in page.url
    assert not any("difficult" in url for url in asked)

    marked = "the United States must embrace … a persistent diplomatic strategy"
    brackets = "Second, [it] introduces the possibility"
    pieces = "requires more than rhetorical flourishes … This is troubling for several reasons"
    scanned = EXACT.replace("sanctions", "s\u0430nctions").replace("a single", "\u0430 single")
    # Words that are only put in turn the sense as well.
    assert check(page, "how should the United States [not] respond") == ["Exact but for your brackets"]
    expect(page.locator(".verdict small")).to_have_text("Without them it stands so in the source.")
    told = check(page, "\n\n".join((marked, brackets, pieces, scanned, BYLINE)))
    assert told == [
        "Exact but for what you left out",
        "Exact but for your brackets",
        "In pieces",
        "Differs",
        "Found in a paraphrase",
    ]
    expect(page.locator(".left-out").first).to_contain_text("a more restrained security posture together with")
    expect(page.locator(".verdict").nth(0).locator("small")).to_have_text("7 words, dotted below.")
    expect(page.locator(".verdict").nth(1).locator(".verdict-words .replaced")).to_contain_text("R2P")
    expect(page.locator(".verdict-pieces li")).to_have_count(2)
    expect(page.locator(".verdict-pieces li a.cite")).to_have_count(2)
    expect(page.locator(".verdict").nth(3)).to_contain_text("Yours mixes alphabets: “\u0430”")
    assert Axe().run(page).response["violations"] == []
    expect(page.get_by_role("status").first).to_have_text(
        "5 quotations: 1 exact but for what you left out, 1 exact but for your brackets, "
        "1 differs, 1 found in a paraphrase, 1 in pieces."
    )
    # The sign of an omission is never alone on a line.
    shown = page.locator(".verdict-words").all_text_contents()
    assert any("\u00a0…" in one for one in shown)
    assert any("…\u00a0" in one for one in shown)
    assert not any(re.search(r"(^| )…( |$)", one) for one in shown)

    assert check(page, EXACT) == ["Exact"]
    styles = page.get_by_label("Style")
    expect(styles).to_have_value("chicago-notes-bibliography")
    styles.select_option("APA 7")
    expect(rows).to_contain_text(["APA 7: in the text(Bâli, 2022, ", "APA 7: reference listBâli, A. (2022)."])
    expect(rows.nth(0).locator(".verdict-remark")).not_to_be_empty()
    assert check(page, f"{EXACT}\n\n{LACKING}") == ["Exact", "Differs"]
    expect(styles).to_have_value("apa")
    expect(page.locator(".verdict-row .verdict-style")).to_contain_text(["APA 7"] * 4)
    styles.select_option("chicago-notes-bibliography")

    note = "Roberts, Adam. “NATO’s ‘Humanitarian War’ over Kosovo.”"
    over = "has hurt rather than helped the cause of human rights. Serve as a public advocate of human rights"
    assert check(page, f"{note}\n\n{over}") == ["Exact", "Exact"]
    expect(page.locator(".verdict-citation").first).to_contain_text("Aslı Bâli")
    expect(page.locator(".verdict").last.get_by_role("link", name="Bâli 2022, ¶ 3–4", exact=True)).to_have_attribute(
        "href", f"{address}sources/bali-2022/?to=p4#p3"
    )

    # The way back from a source finds the form as it was.
    page.locator(".verdict").last.get_by_role("link", name="Bâli 2022, ¶ 3–4", exact=True).click()
    expect(page.locator("#p3")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Words to check")).to_have_value(f"{note}\n\n{over}")
    assert len(verdicts(page)) == 2
    assert wrong == []
    page.close()


def answering(status: int) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status)


def test_by_keyboard_alone_and_with_what_cannot_be_had(browser: Browser, address: str) -> None:
    page, _ = open_page(browser, f"{address}check/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for status, words in ((404, "made without its search index"), (500, "could not be read")):
        page.route("**/pagefind/facets.json", answering(status))
        page.get_by_label("Words to check").fill(EXACT)
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".search-off")).to_contain_text(words)
        page.unroute("**/pagefind/facets.json")
    page.get_by_label("Words to check").fill("")
    page.get_by_label("Words to check").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_have_text("There are no words to check yet.")
    expect(page.get_by_label("Words to check")).to_be_focused()

    page.route("**/data/sources/*.json", lambda route: route.abort())
    page.keyboard.insert_text(LACKING)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".check-off")).to_contain_text("Check the connection")
    page.unroute("**/data/sources/*.json")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_contain_text("Vinjamuri 2020")
    expect(page.locator(".verdict-row")).to_have_count(2)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.selectedOptions[0].label") == "Chicago 18, notes"
    names = []
    for _ in range(3):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.ariaLabel || document.activeElement.innerText"))
    place = "Vinjamuri 2020, ¶\u00a020"
    assert names == [place, f"Cite {place}", "Copy the source’s words"]
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_have_text("Copied: the source’s words")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == LACKING.replace("should avoid", "should seek to avoid").replace(
        "it experienced", "it has experienced"
    )
    page.context.close()


def test_without_scripts_it_says_what_to_do(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, f"{address}check/", scripts=False)
    expect(page.locator(".check-off")).to_contain_text("JavaScript is not at work")
    expect(page.locator(".check-off a")).to_have_attribute("href", "../sources/")
    assert wrong == []
    page.close()
