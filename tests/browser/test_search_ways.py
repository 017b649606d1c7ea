"""The ways to the search and back in a real browser: header, keys, home page, from disk; and where a result leads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route

from build_site import Built
from tests.browser.opening import open_page, open_tab

PAGES = (
    "",
    "404.html",
    "about/",
    "bibliography/",
    "sanctions/",
    "sanctions/vinjamuri-2020/",
    "search/",
    "sources/bali-2022/",
    "subject-index/",
)
BALI = "sources/bali-2022/"
TERM = "subject-index/#khashoggi-jamal"
FOUND = "[...(CSS.highlights.get('found') ?? [])].map(String)"
FIRST_SEEN = """() => {
    const [first] = CSS.highlights.get("found");
    const box = first.getBoundingClientRect();
    return [box.top, document.querySelector(".md-header").getBoundingClientRect().bottom, innerHeight];
}"""
HAS_FOCUS = "one => one === document.activeElement || one.contains(document.activeElement)"

TAKEN = """() => {
    window.taken = [];
    addEventListener("keydown", (event) => event.defaultPrevented && taken.push(event.key));
}"""


def way(page: Page) -> Locator:
    return page.locator(".search-link")


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def field(page: Page) -> Locator:
    return page.locator("[data-search-page] input").first


def land(browser: Browser, address: str, place: str, *words: str) -> tuple[Page, list[str]]:
    """Follow a result to a place, and wait until its words are marked."""
    page, wrong = open_tab(browser, result(address, place, *words))
    page.wait_for_function("CSS.highlights.has('found')")
    return page, wrong


def go_on(page: Page, address: str, place: str, *words: str) -> None:
    """Follow a result from a page that is open, as a page of its own."""
    page.goto("about:blank")
    page.goto(result(address, place, *words))
    page.wait_for_function("CSS.highlights.has('found')")


def result(address: str, place: str, *words: str) -> str:
    path, _, anchor = place.partition("#")
    return f"{address}{path}?{'&'.join(f'find={quote(word)}' for word in words)}#{anchor}"


def marked(page: Page) -> list[str]:
    return [" ".join(one.split()) for one in page.evaluate(FOUND)]


# --- The link in the header ---------------------------------------------------------------------------------------


def test_every_page_has_the_way_to_the_search_in_its_header(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address)
    for width in (1440, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        stands_last_in_the_header(page, width, "")
    # Where it is tight, on every page.
    for path in PAGES:
        page.goto(address + path)
        stands_last_in_the_header(page, width, path)
        assert way(page).inner_text().startswith("Search"), path
        assert way(page).evaluate("(link) => link.href") == f"{address}search/", path
    assert wrong == []
    page.close()


def stands_last_in_the_header(page: Page, width: int, path: str) -> None:
    """See that the way is large enough, in view, and right of all else in the header."""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, path
    box = way(page).bounding_box()
    assert box is not None, path
    assert min(box["width"], box["height"]) >= 40, path
    assert box["x"] + box["width"] <= width, path
    ends = page.locator(".md-header__button, .md-header__title").evaluate_all(
        "all => all.filter((one) => one.checkVisibility({ visibilityProperty: true }))"
        ".map((one) => one.getBoundingClientRect().right)"
    )
    assert ends
    assert all(end <= box["x"] + 0.5 for end in ends), (path, width)


KEYS = ("Enter", "Space", "/", "Control+k", "Meta+k")


def test_the_search_opens_by_key_from_any_page(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + "sanctions/")
    assert way(page).get_attribute("role") == "button"
    assert way(page).get_attribute("aria-haspopup") == "dialog"
    for key in KEYS:
        if key in ("Enter", "Space"):
            way(page).focus()
        page.keyboard.press(key)
        dialog(page).wait_for()
        assert dialog(page).evaluate(HAS_FOCUS), key
        assert dialog(page).locator("input").first.input_value() == "", key
        page.keyboard.press("Escape")
        dialog(page).wait_for(state="hidden")
        assert page.url == f"{address}sanctions/", key
        page.evaluate("document.activeElement.blur()")
    assert wrong == []
    page.close()


def test_a_slash_that_is_typed_or_has_a_meaning_of_its_own_opens_nothing(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address)
    page.evaluate(TAKEN)
    box = page.get_by_label("Search the collection")
    box.focus()
    page.keyboard.type("and/or")
    assert box.input_value() == "and/or"
    page.locator("h1").click()
    page.keyboard.press("Control+/")
    page.keyboard.press("Alt+/")
    page.keyboard.press("k")
    assert page.evaluate("taken") == []
    page.keyboard.press("/")
    assert page.evaluate("taken") == ["/"]
    dialog(page).wait_for()
    page.close()


def test_a_click_with_a_modifier_opens_the_page_as_with_any_link(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "about/")
    with page.context.expect_page() as opened:
        way(page).click(modifiers=["Control"])
    assert opened.value.url == f"{address}search/"
    opened.value.close()
    assert dialog(page).count() == 0
    way(page).click()
    dialog(page).wait_for()
    page.close()


def test_on_its_own_page_the_ways_to_the_search_lead_into_its_field_and_the_space_bar_is_that_of_any_link(
    browser: Browser, address: str
) -> None:
    page, wrong = open_tab(browser, address + "search/")
    field(page).wait_for()
    assert page.locator("noscript .search-off").count() == 0, "with scripts nothing says that they are missing"
    for key in ("/", "Control+k", "Enter"):
        way(page).focus()
        page.keyboard.press(key)
        assert field(page).evaluate(HAS_FOCUS), key
        assert dialog(page).count() == 0, key
        assert page.url == f"{address}search/", key
    page.evaluate(TAKEN)
    assert way(page).get_attribute("role") is None
    way(page).focus()
    page.keyboard.press("Space")
    assert page.evaluate("taken") == []
    assert way(page).evaluate(HAS_FOCUS)
    assert wrong == []
    page.close()


def test_where_the_dialog_cannot_be_loaded_the_page_of_the_search_opens(browser: Browser, address: str) -> None:
    page, _ = open_page(browser, address + "about/")
    page.route("**/search/dialog.js", lambda route: route.abort())
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.go_back()
    page.wait_for_url("**/about/")
    page.context.close()


def test_where_the_dialog_cannot_be_loaded_the_way_back_stays_where_it_leads(browser: Browser, address: str) -> None:
    page, _ = open_page(browser, address + "about/")
    page.keyboard.press("/")
    dialog(page).wait_for()
    page.keyboard.type("magnitsky")
    page.wait_for_function("history.state?.search?.q === 'magnitsky'")
    page.goto(f"{address}citing/")
    page.route("**/search/dialog.js", lambda route: route.abort())
    page.go_back()
    page.wait_for_function("history.state && !history.state.search")
    assert page.url == f"{address}about/"
    assert dialog(page).count() == 0
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    page.context.close()


def test_where_what_searches_cannot_be_loaded_the_page_says_so_and_leads_on(browser: Browser, address: str) -> None:
    page, _ = open_page(browser, address + "about/")
    page.route("**/search/engine.js", lambda route: route.abort())
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    assert "by the ways below" in page.locator("[data-search-page] .search-loading").inner_text()
    page.keyboard.press("/")
    page.get_by_role("article").get_by_role("link", name="Subject index").first.click()
    page.wait_for_url("**/subject-index/")
    page.context.close()


def hold(page: Page) -> Callable[[], None]:
    """Hold back the dialog until what is returned is called."""
    held: list[Route] = []
    page.route("**/search/dialog.js", lambda route: held.append(route))
    return lambda: held[0].continue_()


def test_what_is_typed_before_the_dialog_is_there_stands_in_its_line(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "sanctions/")
    release = hold(page)
    with page.expect_request("**/search/dialog.js"):
        page.keyboard.press("/")
    page.keyboard.type("pnmx")  # p and n turn the page elsewhere
    page.keyboard.press("Backspace")
    page.keyboard.type(" law")
    assert page.url == f"{address}sanctions/"
    release()
    dialog(page).wait_for()
    assert dialog(page).locator("input").first.input_value() == "pnm law"
    page.wait_for_function("history.state?.search?.q === 'pnm law'")
    page.close()


def test_esc_gives_up_a_dialog_that_is_being_loaded(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "about/")
    release = hold(page)
    with page.expect_request("**/search/dialog.js"):
        page.keyboard.press("/")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    release()
    page.evaluate("import(new URL('../assets/search/dialog.js', location)).then(() => null)")
    assert dialog(page).count() == 0
    page.keyboard.press("/")
    dialog(page).wait_for()
    assert dialog(page).locator("input").first.input_value() == ""
    page.close()


def test_the_way_back_leads_into_the_search_that_was_open(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "about/")
    page.keyboard.press("/")
    dialog(page).wait_for()
    page.keyboard.type("magnitsky")
    page.wait_for_function("history.state?.search?.q === 'magnitsky'")
    page.goto(f"{address}citing/")
    assert dialog(page).count() == 0
    page.go_back()
    dialog(page).wait_for()
    assert dialog(page).locator("input").first.input_value() == "magnitsky"
    page.close()


# --- The home page, and without scripts ---------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False])
def test_the_home_page_asks_the_search(browser: Browser, address: str, *, scripts: bool) -> None:
    page, _ = open_tab(browser, address, scripts=scripts)
    form = page.get_by_role("search").filter(has=page.get_by_label("Search the collection"))
    form.get_by_role("textbox").fill("Bâli & “war”")
    form.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=*")
    assert urlsplit(page.url).query.startswith("q=B%C3%A2li+%26+%E2%80%9Cwar%E2%80%9D")
    page.close()


def test_without_scripts_the_way_leads_to_a_page_that_says_why_and_how_to_browse(
    browser: Browser, address: str, built: Built
) -> None:
    page, wrong = open_tab(browser, address + "about/", scripts=False)
    assert way(page).get_attribute("role") is None
    assert not page.locator(".search-link kbd").is_visible()
    way(page).click()
    page.wait_for_url("**/search/")
    article = page.get_by_role("article")
    assert article.locator("noscript .search-off", has_text="needs JavaScript").is_visible()
    for theme in built.collection.themes:
        assert article.get_by_role("link", name=f"{theme.title} {theme.question}").is_visible()
    article.get_by_role("link", name="Subject index").click()
    page.wait_for_url("**/subject-index/")
    assert wrong == []
    page.close()


# --- From disk ------------------------------------------------------------------------------------------------------


def from_disk(browser: Browser, site: Path, path: str) -> Page:
    page, _ = open_tab(browser, (site / path / "index.html").as_uri())
    return page


@pytest.mark.parametrize("by", ["key", "link", "home"])
def test_from_disk_the_search_says_why_it_is_off_and_what_to_do(browser: Browser, site: Path, by: str) -> None:
    page = from_disk(browser, site, "" if by == "home" else "sanctions/bali-2022")
    here = page.url
    if by == "key":
        page.keyboard.press("/")
    elif by == "link":
        way(page).click()
    else:
        page.get_by_label("Search the collection").fill("magnitsky")
        page.keyboard.press("Enter")
    notice = page.get_by_role("dialog", name="The search is off")
    notice.wait_for()
    said = notice.inner_text()
    assert "opened from disk" in said
    assert "python build_site.py serve" in said
    assert "python -m http.server --directory site" in said
    page.keyboard.press("Escape")
    assert dialog(page).count() == 0
    assert page.url == here
    page.keyboard.press("Control+k")
    notice.get_by_role("link", name="Sanctions").click()
    page.wait_for_url((site / "sanctions/index.html").as_uri())
    assert page.locator("h1").inner_text().startswith("Sanctions")
    page.close()


def test_from_disk_the_page_of_the_search_says_it_in_its_place(browser: Browser, site: Path) -> None:
    page = from_disk(browser, site, "search")
    notice = page.locator("[data-search-page]")
    assert "python build_site.py serve" in notice.inner_text()
    page.keyboard.press("/")
    assert notice.evaluate(HAS_FOCUS)
    assert dialog(page).count() == 0
    page.get_by_role("article").get_by_role("link", name="Subject index").first.click()
    page.wait_for_url((site / "subject-index/index.html").as_uri())
    page.close()


def test_from_disk_the_focus_returns_and_the_ways_are_there_in_any_theme(browser: Browser, site: Path) -> None:
    page = from_disk(browser, site, "about")
    page.keyboard.press("/")
    notice = page.get_by_role("dialog", name="The search is off")
    notice.wait_for()
    page.keyboard.press("Escape")
    notice.wait_for(state="detached")
    assert way(page).evaluate(HAS_FOCUS)
    page.evaluate("document.querySelector('.md-nav--primary').remove()")
    page.keyboard.press("/")
    for link in notice.get_by_role("link").all():
        to = unquote(urlsplit(str(link.evaluate("one => one.href"))).path)
        assert Path(to).is_file()
    assert notice.get_by_role("link").count() == 3
    page.close()


def test_every_reason_is_told_with_what_to_do_and_the_ways_around(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + "about/")
    script = """async ([reason, root]) => {
        const { offNotice } = await import(new URL("assets/search/off.js", root));
        const notice = offNotice(reason, new URL(root));
        return [notice.textContent, [...notice.querySelectorAll("a")].map((one) => one.href)];
    }"""
    for reason, said in (("index", "plain MkDocs"), ("toString", "Check the connection")):
        text, links = page.evaluate(script, [reason, address])
        assert said in text
        assert f"{address}subject-index/" in links
        assert all(page.request.get(link).ok for link in links)
    assert wrong == []
    page.close()


# --- Where a result leads -------------------------------------------------------------------------------------------


def test_a_paragraph_has_its_words_marked_in_view_and_a_clean_address(
    browser: Browser, address: str, built: Built
) -> None:
    asked = ("human rights", "U.S.", "Militarized", "notthere")
    page, wrong = open_tab(browser, address + "404.html")
    bali = next(one for one in built.placed if one.source.record.id == "bali-2022")
    text = next(block.text for block in bali.document.blocks if block.id == "p10")
    wanted = [
        *re.findall(r"\bhuman rights\b", text),
        *re.findall(r"\bU\.S\b", text),
        *re.findall(r"\bmilitarized\b", text),
    ]
    assert len(wanted) > 4
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        go_on(page, address, f"{BALI}#p10", *asked)
        assert marked(page) == wanted
        assert page.url == f"{address}{BALI}#p10"
        top, below, height = page.evaluate(FIRST_SEEN)
        assert below <= top < height, width
        assert page.locator("#p10").evaluate("one => one.matches(':target')")
    assert wrong == []
    page.close()


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (f"{BALI}#n43", "Khashoggi"),
        (TERM, "Khashoggi"),
        ("sanctions/#introduction", "sanctions"),
    ],
)
def test_only_the_place_itself_has_its_words_marked(browser: Browser, address: str, place: str, word: str) -> None:
    page, wrong = open_tab(browser, address + "404.html")
    anchor = place.partition("#")[2]
    inside = """id => [...CSS.highlights.get("found")].every((one) =>
        document.getElementById(id).contains(one.commonAncestorContainer))"""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        go_on(page, address, place, word)
        assert page.evaluate(inside, anchor)
        assert {one.lower() for one in marked(page)} == {word.lower()}
        top, below, height = page.evaluate(FIRST_SEEN)
        assert below <= top < height, width
        assert page.url == address + place
    assert wrong == []
    page.close()


def test_a_work_has_its_words_marked_in_the_style_that_is_shown(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + "bibliography/")
    work = page.locator(".works > .work", has=page.locator(".entry:not([hidden])", has_text="Khashoggi")).first
    go_on(page, address, f"bibliography/#{work.get_attribute('id')}", "Khashoggi")
    shown = page.evaluate(
        '[...CSS.highlights.get("found")].map((one) => one.startContainer.parentElement.closest(".entry"))'
        ".filter((entry) => entry && !entry.checkVisibility()).length"
    )
    assert shown == 0
    assert "Khashoggi" in marked(page)
    top, below, height = page.evaluate(FIRST_SEEN)
    assert below <= top < height
    assert wrong == []
    page.close()


def test_folded_words_are_marked_and_no_others(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "about/")
    script = """([made, find]) => {
        const place = document.createElement("div");
        place.id = "made";
        place.innerHTML = made;
        document.querySelector("article").append(place);
        history.replaceState({ find }, "", "#made");
        dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
    }"""
    made = (
        'Erdog\u0306an’s, Erdo<b>ğ</b>an, Erdogans; Aslı <a href="#">Bâli</a>; human<sup>[1]</sup> rights, human, or '
        'rights; U.S. but use; rules<span class="page-mark">[p. 2]</span>-based; rules, based; can’t; '
        "<span hidden>Erdogan</span><br>human<br>rights<div>US</div>a"
    )
    page.evaluate(script, [made, ["erdogan", "asli bali", "“human rights”", "US", "rules-based", "cant"]])
    page.wait_for_function("CSS.highlights.has('found')")
    wanted = "Erdog\u0306an’s|Erdo|ğ|an|Aslı|Bâli|human|rights|human|rights|U.S|US|rules|-based|rules, based|can’t"
    assert sorted(marked(page)) == sorted(wanted.split("|"))
    page.close()


def test_reload_and_the_way_back_mark_the_words_again(browser: Browser, address: str) -> None:
    page, wrong = land(browser, address, f"{BALI}#p10", "human rights")
    first = marked(page)
    page.reload()
    page.wait_for_function("CSS.highlights.has('found')")
    assert marked(page) == first
    page.locator('#p10 [role="doc-noteref"]').first.click()
    page.wait_for_function("!CSS.highlights.has('found')")
    page.go_back()
    page.wait_for_function("CSS.highlights.has('found')")
    assert marked(page) == first
    page.goto(f"{address}about/")
    page.go_back()
    page.wait_for_function("CSS.highlights.has('found')")
    assert marked(page) == first
    assert page.url == f"{address}{BALI}#p10"
    assert wrong == []
    page.close()


def test_what_else_the_address_asks_for_stays(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + "404.html")
    for path, kept in (
        ("subject-index/?kind=person&find=Khashoggi#khashoggi-jamal", "kind=person"),
        ("bibliography/?find=war&style=apa#x", "style=apa"),
    ):
        page.goto(address + path)
        page.wait_for_function("kept => location.search === `?${kept}`", arg=kept)
        assert page.locator(f'input[value="{kept.partition("=")[2]}"]').is_checked()
    assert wrong == []
    page.close()


def test_the_keyboard_goes_on_from_the_place(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + "404.html")
    within = "id => document.getElementById(id).contains(document.activeElement)"
    for place in (f"{BALI}#p10", f"{BALI}#n43", TERM, "bibliography/#bali2022paradox"):
        go_on(page, address, place, "human", "Khashoggi", "Bâli")
        page.keyboard.press("Tab")
        assert page.evaluate(within, place.partition("#")[2]), place
    page.close()


def test_a_folded_part_opens_around_the_place(browser: Browser, address: str, site: Path) -> None:
    html = (site / "about/index.html").read_text(encoding="utf-8")
    folded = (
        '<details><summary>A</summary><details><summary>B</summary><p id="made">Peace</p></details></details></article>'
    )
    page, _ = open_tab(browser, address + "citing/")
    page.route(
        "**/about/?*", lambda route: route.fulfill(body=html.replace("</article>", folded), content_type="text/html")
    )
    page.goto(f"{address}about/?find=peace#made")
    page.wait_for_function("CSS.highlights.has('found')")
    assert page.locator("#made").evaluate("one => one.checkVisibility()")
    top, below, height = page.evaluate(FIRST_SEEN)
    assert below <= top < height
    page.close()


def test_without_the_means_to_mark_the_address_is_clean_all_the_same(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + "about/")
    page.add_init_script("delete globalThis.Highlight")
    page.goto(f"{address}{BALI}?find=human#p10")
    page.wait_for_url(f"{address}{BALI}#p10")
    assert wrong == []
    page.close()


def test_on_paper_no_word_is_marked(browser: Browser, address: str) -> None:
    page, _ = land(browser, address, f"{BALI}#p10", "human")
    colour = "getComputedStyle(document.getElementById('p10'), '::highlight(found)').backgroundColor"
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"
    page.emulate_media(media="print")
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.close()
