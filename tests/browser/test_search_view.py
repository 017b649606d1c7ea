"""The search as a reader uses it, on its page and in its dialog: typing, choosing, following, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.opening import open_page, open_tab

SEARCH = "search/"
OTHER = "about/"
KINDS = {"text": "Passages", "note": "Notes", "work": "Works", "subject": "Subjects"}
FACETS = ("theme", "source", "kind", "year")
FOCUSED = "one => one === document.activeElement"


def search_for(page: Page, address: str, **state: str | list[str]) -> None:
    """Bring an open page to the page of the search on a state, and wait until it is answered."""
    page.goto(f"{address}{SEARCH}?{urlencode(state, doseq=True)}")
    settle(page)


def searching(browser: Browser, address: str, **state: str | list[str]) -> tuple[Page, list[str]]:
    """Open the page of the search on a state, and wait until it is answered."""
    page, wrong = open_tab(browser, f"{address}{SEARCH}?{urlencode(state, doseq=True)}")
    settle(page)
    return page, wrong


def in_dialog(browser: Browser, address: str, width: int = 1280, path: str = OTHER) -> tuple[Page, list[str]]:
    """Open a page, and the search on it by its key."""
    page, wrong = open_tab(browser, address + path, width=width)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)
    return page, wrong


def settle(page: Page) -> None:
    """Wait until what is asked for is answered."""
    page.wait_for_selector(".search-results:not([aria-busy]):not(:empty)", timeout=15000)


def line(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search the collection")


def ask(page: Page, words: str) -> None:
    line(page).fill(words)
    settle(page)


def status(page: Page) -> str:
    return page.locator(".search-status").inner_text()


def total(page: Page) -> int:
    found = re.match(r"([\d,]+) results?\b", status(page))
    return int(found[1].replace(",", "")) if found else 0


def group(page: Page, kind: str) -> Locator:
    return page.locator(f'.group[data-kind="{kind}"]')


def group_number(one: Locator) -> int:
    return int(one.locator(".group-number").inner_text().replace(",", ""))


def chip(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'.chip[data-facet="{facet}"][data-value="{value}"]')


def chips(page: Page) -> Iterator[tuple[str, str, int]]:
    """Yield facet, value and number of every chip, those in folded rows included."""
    script = "all => all.map(one => [one.dataset.facet, one.dataset.value, one.lastElementChild.textContent])"
    for facet, value, number in page.locator(".chip").evaluate_all(script):
        yield facet, value, int(number.replace(",", ""))


def press(page: Page, facet: str, value: str) -> None:
    """Press a chip as a keyboard does, wherever it stands."""
    page.locator(f'details:has(> * > [data-facet="{facet}"])').evaluate_all(
        "all => all.forEach(one => one.open = true)"
    )
    chip(page, facet, value).press("Enter")
    settle(page)


def everything(page: Page) -> list[str]:
    """Return the addresses of all results, after all were asked for."""
    while page.locator(".group-more").count():
        before = page.locator(".hit").count()
        page.locator(".group-more").first.click()
        page.wait_for_function("before => document.querySelectorAll('.hit').length > before", arg=before)
    return page.locator(".hit-link").evaluate_all("all => all.map(one => one.dataset.at)")  # type: ignore[no-any-return]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.at ?? document.activeElement.tagName"))


def test_a_word_finds_each_kind_of_record_and_all_that_is_shown_has_its_name(browser: Browser, address: str) -> None:
    page, wrong = searching(browser, address, q="khashoggi")
    for kind, name in KINDS.items():
        one = group(page, kind)
        assert one.get_by_role("heading").inner_text().startswith(name)
        assert one.get_by_role("listitem").count() == group_number(one) > 0
        for card in one.get_by_role("listitem").all():
            marks = [mark.casefold() for mark in card.locator("mark").all_inner_texts()]
            assert any("khashoggi" in mark for mark in marks)
    for facet, value, number in chips(page):
        said = chip(page, facet, value).get_attribute("aria-label")
        assert said is not None
        assert said.endswith(", 1 result" if number == 1 else f", {number} results")
    for name in ("Theme", "Source", "Kind", "Year of work"):
        expect(page.get_by_role("group", name=name, exact=True)).to_have_count(1)
    assert wrong == []
    page.close()


def test_the_status_says_how_many_of_each_kind_and_is_spoken_when_the_reader_pauses(
    browser: Browser, address: str
) -> None:
    page, _ = open_page(browser, address + SEARCH)
    settle(page)
    spoken = page.get_by_role("status")
    expect(spoken).to_have_text("")
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    page.evaluate("""() => {
        window.heard = [];
        const node = document.querySelector('.search [role="status"]');
        new MutationObserver(() => heard.push(node.textContent)).observe(node, {childList: true, subtree: true});
    }""")
    for typed in ("khash", "oggi"):
        line(page).press_sequentially(typed)
        settle(page)
        page.clock.run_for(600)
    assert page.evaluate("heard") == []
    page.clock.run_for(100)
    assert status(page) == "8 results for “khashoggi”: 3 passages, 2 notes, 2 works, 1 subject."
    assert page.evaluate("heard") == [status(page)]
    numbers = [group_number(group(page, kind)) for kind in KINDS]
    assert sum(numbers) == total(page)
    page.context.close()


@pytest.mark.parametrize(
    "state",
    [
        {"q": "khashoggi"},
        {"q": "sanctions", "theme": "sanctions"},
        {"q": '"human rights"', "kind": "note"},
        {"theme": ["digital-rights", "context"]},
    ],
)
def test_a_chip_says_how_many_results_it_would_list(
    browser: Browser, address: str, state: dict[str, str | list[str]]
) -> None:
    page, wrong = open_tab(browser, f"{address}404.html")
    for facet in FACETS:
        # Its number is that of a choice of it alone in its own group, with the choices in the others.
        others: dict[str, str | list[str]] = {name: value for name, value in state.items() if name != facet}
        search_for(page, address, **others)
        told = [(value, number) for one, value, number in chips(page) if one == facet]
        assert told or facet == "year"  # only works have one
        for value, number in dict.fromkeys((*told[:2], *told[-1:])):
            press(page, facet, value)
            assert chip(page, facet, value).get_attribute("aria-pressed") == "true"
            assert total(page) == number
            assert sum(group_number(one) for one in page.locator(".group").all()) == number
            press(page, facet, value)
    assert wrong == []
    page.close()


def test_the_numbers_of_a_group_of_chips_stay_when_one_of_them_is_chosen(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address, q="sanctions")
    before = {(facet, value): number for facet, value, number in chips(page)}
    press(page, "theme", "multilateralism")
    after = {(facet, value): number for facet, value, number in chips(page)}
    themes = [key for key in before if key[0] == "theme"]
    assert {key: before[key] for key in themes} == {key: after[key] for key in themes}
    assert sum(number for (facet, _), number in after.items() if facet == "kind") == total(page)
    page.close()


def test_what_is_shown_is_never_the_answer_to_what_was_typed_before(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address)
    page.evaluate("""() => {
        window.seen = [];
        const [status, input] = [document.querySelector(".search-status"), document.querySelector(".search input")];
        const look = () => seen.push([status.textContent, input.value]);
        new MutationObserver(look).observe(status, {childList: true});
    }""")
    line(page).press_sequentially("human rights sanctions", delay=3)
    expect(page.locator(".search-status")).to_contain_text(" for “human rights sanctions”: ")
    seen = page.evaluate("seen")
    assert [
        words for words, typed in seen if f" for “{typed.strip()}”: " not in words and not words.startswith("No ")
    ] == []
    page.close()


def test_two_themes_list_what_either_holds_and_nothing_twice(browser: Browser, address: str) -> None:
    found = {}
    page, _ = open_tab(browser, f"{address}404.html")
    for themes in (["sanctions"], ["digital-rights"], ["sanctions", "digital-rights"]):
        search_for(page, address, kind="note", theme=themes)
        addresses = everything(page)
        assert len(addresses) == len(set(addresses)) == total(page)
        found[tuple(themes)] = set(addresses)
    page.close()
    either = found["sanctions",] | found["digital-rights",]
    assert found["sanctions", "digital-rights"] == either
    assert found["sanctions",] != either != found["digital-rights",]


def test_a_theme_without_words_is_browsed_in_reading_order(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address)
    assert page.locator(".hit").count() == 0
    told = {value: number for facet, value, number in chips(page) if facet == "theme"}
    press(page, "theme", "sanctions")
    assert total(page) == told["sanctions"]
    assert " in Sanctions: " in status(page)
    press(page, "kind", "text")
    numbers: dict[str, list[int]] = {}
    for at in everything(page):
        if found := re.fullmatch(r"(sources/[^/]+/)#p(\d+)", at):
            numbers.setdefault(found[1], []).append(int(found[2]))
    assert sum(map(len, numbers.values())) > 20
    assert all(run == sorted(run) for run in numbers.values())
    page.close()


def test_show_all_lists_the_rest_and_puts_the_focus_on_the_first_new_one(browser: Browser, address: str) -> None:
    page, wrong = searching(browser, address, q="sanctions")
    one = group(page, "text")
    number = group_number(one)
    assert one.locator(".hit").count() == 5 < number
    more = one.get_by_role("button")
    assert more.inner_text() == (f"Show all {number} passages" if number <= 25 else f"Show 20 more (of {number})")
    more.press("Enter")
    expect(one.locator(".hit")).to_have_count(min(25, number))
    assert one.locator(".hit-link").nth(5).evaluate(FOCUSED)
    addresses = everything(page)
    assert one.locator(".hit").count() == number
    assert len(addresses) == len(set(addresses))
    assert one.get_by_role("button").count() == 0
    assert wrong == []
    page.close()


def test_what_cannot_be_loaded_is_told_and_comes_when_it_is_asked_for_again(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address, q="sanctions")
    page.route("**/fragment/**", lambda route: route.abort())
    one = group(page, "text")
    more = one.get_by_role("button")
    more.press("Enter")
    expect(one.locator(".group-failed")).to_have_text(re.compile("could not be loaded"))
    expect(page.get_by_role("status")).to_have_text(re.compile("could not be loaded"))
    assert more.get_attribute("aria-disabled") is None
    assert more.evaluate(FOCUSED)
    page.unroute("**/fragment/**")
    more.press("Enter")
    expect(one.locator(".hit")).to_have_count(min(25, group_number(one)))
    expect(one.locator(".group-failed")).to_have_count(0)
    page.close()


def test_after_a_failure_the_next_search_finds_again(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address)
    page.route("**/fragment/**", lambda route: route.abort())
    line(page).fill("sanctions")
    expect(page.locator(".search-off")).to_contain_text("Check the connection")
    page.unroute("**/fragment/**")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".hit").first).to_be_visible()
    assert line(page).evaluate(FOCUSED)
    assert page.locator(".chip").count() > 0
    page.close()


SENTENCES: tuple[tuple[dict[str, str | list[str]], str], ...] = (
    ({"year": "2020"}, r"\d+ results among works of 2020\."),
    ({"q": "sanctions", "kind": "note"}, r"\d+ results for “sanctions” among notes\."),
    (
        {"q": '"human rights"', "kind": ["text", "note"]},
        r'\d+ results for "human rights" among passages and notes: .+',
    ),
    (
        {"q": "khashoggi", "year": "2020", "source": "bali-2022"},
        r"No results for .+ in Bâli 2022, among works of 2020\.",
    ),
    ({"theme": ["intervention", "sanctions"], "source": "bali-2022"}, r"\d+ results in .+ or .+, in Bâli 2022: .+"),
    ({"q": "magnitski " * 20}, r"No results for “(magnitski ){5}magnitski…”\. No text has “magnitski”\."),
)


def test_the_status_is_a_sentence_about_words_and_choices_and_signs_alone_ask_for_nothing(
    browser: Browser, address: str
) -> None:
    page, _ = open_tab(browser, f"{address}404.html")
    for state, said in SENTENCES:
        search_for(page, address, **state)
        assert re.fullmatch(said, status(page).strip()), status(page)
    for words in ("?!", "   "):
        search_for(page, address, q=words)
        assert page.locator(".search-ways").count() == 1
        assert status(page) == ""
    page.close()


def test_where_nothing_is_found_no_chip_stays_that_would_find_nothing(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address, q="magnitzky", theme="sanctions")
    assert page.locator(".chip:visible").evaluate_all("all => all.map(one => one.dataset.value)") == ["sanctions"]
    ask(page, "magnitsky")
    assert page.locator(".chip:visible").count() > 5
    page.close()


def test_what_the_engine_finds_beside_is_offered_above_the_results(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + OTHER)
    script = """async () => {
        const { besides } = await import(new URL("../assets/search/answers.js", location));
        const taken = [];
        const made = document.createElement("p");
        const also = [{ said: "counterterrorism", state: { q: "counterterrorism" }, number: 12 }];
        made.append(...besides(also, (one) => taken.push(one)));
        made.querySelector("button").click();
        return [made.textContent, taken, besides([], null)];
    }"""
    assert page.evaluate(script) == ["Also: counterterrorism (12)", [{"q": "counterterrorism"}], []]
    page.close()


def test_enter_leads_to_the_first_way_on_where_nothing_is_found(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address)
    line(page).fill("magnitzky")
    line(page).press("Enter")
    expect(page.locator(".search-meant").get_by_role("button", name="magnitsky").first).to_be_focused()
    page.close()


def test_where_nothing_is_found_the_page_says_what_would_find_something(browser: Browser, address: str) -> None:
    page, wrong = searching(browser, address, q="khashoggi", theme="digital-rights")
    assert status(page) == "No results for “khashoggi” in Digital rights."
    way = page.locator(".search-looser li").first
    expect(way).to_be_visible()
    number = int(re.findall(r"(\d+) results?$", way.inner_text())[0])
    way.get_by_role("button").click()
    settle(page)
    assert total(page) == number > 0
    assert line(page).evaluate(FOCUSED)
    assert wrong == []
    page.close()


def test_a_word_that_no_text_has_is_told_and_near_words_are_offered(browser: Browser, address: str) -> None:
    page, wrong = searching(browser, address, q="magnitzky")
    assert status(page) == "No results for “magnitzky”. No text has “magnitzky”."
    expect(page.get_by_role("status")).to_have_text(re.compile("Did you mean magnitsky", re.IGNORECASE))
    meant = page.locator(".search-meant").get_by_role("button", name="magnitsky")
    meant.click()
    settle(page)
    assert line(page).input_value().casefold() == "magnitsky"
    assert total(page) > 0
    assert wrong == []
    page.close()


def test_an_index_that_takes_long_is_told_of(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + OTHER)

    def late(route: Route) -> None:
        page.wait_for_timeout(1500)
        route.continue_()

    page.route("**/facets.json", late)
    page.keyboard.press("/")
    expect(page.locator(".search-status")).to_have_text("Loading the index …")
    settle(page)
    assert status(page) == ""
    assert wrong == []
    page.close()


def test_a_site_without_index_says_so_and_what_is_typed_stays(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + OTHER)
    page.route("**/facets.json", lambda route: route.fulfill(status=404))
    page.keyboard.press("/")
    line(page).fill("sanctions")
    expect(page.locator(".search-off")).to_contain_text("without its search index")
    expect(page.get_by_role("status")).to_have_text("The search is off.")
    assert line(page).input_value() == "sanctions"
    page.unroute("**/facets.json")
    line(page).press("End")
    line(page).press("Backspace")
    settle(page)
    expect(page.locator(".hit").first).to_be_visible()
    page.close()


def test_a_query_is_text_whatever_characters_it_holds(browser: Browser, address: str) -> None:
    page, wrong = searching(browser, address, q="<img src=x onerror=alert(1)> & \"'")
    assert page.locator(".search img").count() == 0
    assert "<img src=x" in status(page)
    assert wrong == []
    page.close()


def test_by_keyboard_alone_from_any_page_to_a_result_and_back(browser: Browser, address: str) -> None:
    page, wrong = open_tab(browser, address + OTHER)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.keyboard.press("/")
        expect(page.get_by_role("dialog")).to_be_visible()
        settle(page)
        to_a_result_and_back(page)
    assert wrong == []
    page.close()


def to_a_result_and_back(page: Page) -> None:
    """Go from the open dialog to its first result and back, by keys alone, and leave it closed."""
    assert line(page).evaluate(FOCUSED)
    page.keyboard.type("khashoggi")
    settle(page)
    expect(page.locator(".search-status")).to_have_text(re.compile("^8 results"))
    stops = page.locator(".search-results").locator("a, button")
    page.keyboard.press("ArrowDown")
    assert stops.nth(0).evaluate(FOCUSED)
    page.keyboard.press("ArrowUp")
    assert line(page).evaluate(FOCUSED)
    page.keyboard.press("Enter")
    assert stops.nth(0).evaluate(FOCUSED)
    for key in "pn":  # with which the theme's own script turns the page
        page.keyboard.press(key)
    for at in range(1, stops.count()):
        page.keyboard.press("ArrowDown")
        assert stops.nth(at).evaluate(FOCUSED)
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    wanted = focused(page)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: OTHER not in url)
    path, fragment = wanted.split("#")
    assert urlsplit(page.url).path.endswith(path)
    assert urlsplit(page.url).fragment == fragment
    page.locator(f"#{fragment}").wait_for(state="visible")
    page.go_back()
    page.wait_for_url(f"**/{OTHER}")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_function("at => document.activeElement.dataset.at === at", arg=wanted)
    assert line(page).input_value() == "khashoggi"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.wait_for_function("!history.state?.search")


def test_a_result_on_the_page_that_is_open_closes_the_dialog_and_the_way_back_opens_it_and_after_a_reload_too(
    browser: Browser, address: str
) -> None:
    page, _ = in_dialog(browser, address, path="subject-index/")
    press(page, "kind", "subject")
    link = page.locator(".hit-link").nth(2)
    wanted = link.get_attribute("data-at")
    link.press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    assert wanted is not None
    page.wait_for_url(f"**/{wanted}")
    page.wait_for_function("document.activeElement === document.querySelector(':target')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest(':target') !== null")
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_function("at => document.activeElement.dataset.at === at", arg=wanted)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.reload()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_function("at => document.activeElement.dataset.at === at", arg=wanted)
    page.close()


def test_a_result_at_the_very_address_closes_the_dialog_for_good_and_keys_go_on_from_it(
    browser: Browser, address: str
) -> None:
    page, wrong = in_dialog(browser, address, path="subject-index/")
    press(page, "kind", "subject")
    link = page.locator(".hit-link").nth(2)
    wanted = link.get_attribute("data-at")
    assert wanted is not None
    link.press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.wait_for_url(f"**/{wanted}")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, "kind", "subject")  # no longer chosen
    press(page, "kind", "subject")
    entries = page.evaluate("history.length")
    page.locator(f'.hit-link[data-at="{wanted}"]').press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    assert page.evaluate("history.length") == entries
    page.wait_for_function("!history.state?.search")
    page.wait_for_function("document.activeElement === document.querySelector(':target')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest(':target') !== null")
    assert wrong == []
    page.close()


def test_the_first_way_back_within_a_page_finds_the_focus_in_the_list(browser: Browser, address: str) -> None:
    page, _ = in_dialog(browser, address, path="sources/bali-2022/#p30")
    ask(page, "bali ¶ 31")
    link = page.locator(".hit-link").first
    wanted = link.get_attribute("data-at")
    link.press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_function("at => document.activeElement.dataset.at === at", arg=wanted)
    page.close()


def test_after_a_reload_the_dialog_is_open_with_the_focus_in_its_line(browser: Browser, address: str) -> None:
    page, _ = in_dialog(browser, address)
    ask(page, "sanctions")
    page.reload()
    expect(line(page)).to_be_focused()
    assert line(page).input_value() == "sanctions"
    page.close()


def test_esc_closes_at_once_and_the_focus_returns(browser: Browser, address: str) -> None:
    page, _ = open_tab(browser, address + OTHER)
    opener = page.locator(".search-link")
    opener.focus()
    dialog = page.get_by_role("dialog")
    for where, words in product((".search input", ".chip", ".chips-years > summary"), ("", "khashoggi")):
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
        settle(page)
        ask(page, words)
        page.locator(where).first.focus()
        page.keyboard.press("Escape")
        expect(dialog).not_to_be_visible()  # one Esc was enough
        expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close").click()
    expect(dialog).not_to_be_visible()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.mouse.click(5, 450)
    expect(dialog).not_to_be_visible()
    page.close()


def test_the_keys_of_the_search_lead_to_its_line_from_anywhere_in_the_dialog(browser: Browser, address: str) -> None:
    page, _ = in_dialog(browser, address)
    ask(page, "sanctions")
    for key, where in product(("/", "Control+k"), (".chip", ".hit-link")):
        page.locator(where).first.focus()
        page.keyboard.press(key)
        assert line(page).evaluate(FOCUSED)
        assert line(page).input_value() == "sanctions"
    page.close()


def test_the_dialog_opens_as_a_page_with_what_stands_in_it(browser: Browser, address: str) -> None:
    page, _ = in_dialog(browser, address)
    ask(page, "sanctions")
    press(page, "theme", "multilateralism")
    number = total(page)
    page.get_by_role("link", name="Open as a page").click()
    page.wait_for_url(f"**/{SEARCH}?*")
    settle(page)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["sanctions"], "theme": ["multilateralism"]}
    assert total(page) == number > 0
    page.close()


def test_the_address_follows_what_is_typed_and_chosen_and_the_way_back_restores_it(
    browser: Browser, address: str
) -> None:
    page, wrong = searching(browser, address)
    entries = page.evaluate("history.length")
    line(page).press_sequentially("magnitsky", delay=20)
    settle(page)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["magnitsky"]}
    assert page.evaluate("history.length") == entries
    assert page.title().startswith("magnitsky – Search")
    everything_found = total(page)
    press(page, "kind", "note")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["magnitsky"], "kind": ["note"]}
    assert 0 < total(page) < everything_found
    page.go_back()
    page.wait_for_url(lambda url: "kind" not in url)
    expect(chip(page, "kind", "note")).to_have_attribute("aria-pressed", "false")
    settle(page)
    assert total(page) == everything_found
    page.go_forward()
    page.wait_for_url(lambda url: "kind" in url)
    expect(chip(page, "kind", "note")).to_have_attribute("aria-pressed", "true")
    settle(page)
    shared = status(page)
    page.reload()
    settle(page)
    assert status(page) == shared
    assert line(page).input_value() == "magnitsky"
    assert wrong == []
    page.close()


def test_the_way_back_from_a_result_finds_list_and_focus_where_they_were(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address, q="sanctions")
    group(page, "text").get_by_role("button").click()
    expect(group(page, "text").locator(".hit")).to_have_count(25)
    link = group(page, "text").locator(".hit-link").nth(14)
    link.scroll_into_view_if_needed()
    wanted, top = link.get_attribute("data-at"), link.evaluate("one => one.getBoundingClientRect().top")
    link.press("Enter")
    page.wait_for_url(lambda url: SEARCH not in url)
    page.go_back()
    page.wait_for_url(f"**/{SEARCH}?*")
    settle(page)
    page.wait_for_function("at => document.activeElement.dataset.at === at", arg=wanted)
    assert group(page, "text").locator(".hit").count() == 25
    assert abs(page.evaluate("document.activeElement.getBoundingClientRect().top") - top) < 30
    page.close()


def test_a_jump_within_the_page_of_the_search_leaves_the_list_as_it_is(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address, q="sanctions")
    group(page, "text").get_by_role("button").click()
    expect(group(page, "text").locator(".hit")).to_have_count(25)
    script = """() => new Promise((done) => {
        const busy = () => document.querySelector(".search-results").hasAttribute("aria-busy");
        addEventListener("popstate", () => done(busy()), { once: true });
        location.hash = "browse";
    })"""
    assert page.evaluate(script) is False
    assert group(page, "text").locator(".hit").count() == 25
    page.close()


def test_what_an_address_names_that_is_not_there_is_ignored(browser: Browser, address: str) -> None:
    page, wrong = searching(browser, address, q=" khashoggi ", theme=["no-such-theme"], year=["1"], kind=["page"])
    assert status(page).startswith("8 results for “khashoggi”: ")
    assert urlsplit(page.url).query == "q=khashoggi"
    assert wrong == []
    page.close()


SMALL = ((390, 844), (320, 256))


def test_a_small_screen_holds_all_of_it(browser: Browser, address: str) -> None:
    page, _ = in_dialog(browser, address, width=390)
    ask(page, "sanctions")
    for width, height in SMALL:
        page.set_viewport_size({"width": width, "height": height})
        holds_the_dialog(page, width, height)
    search_for(page, address, q="sanctions")
    for width, height in SMALL:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.close()


def holds_the_dialog(page: Page, width: int, height: int) -> None:
    """See that the dialog fills the screen and nothing of it hangs over."""
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, width, height)
    wide = "[...document.querySelectorAll('.search-dialog, .search-dialog *')]"
    assert page.evaluate(f"{wide}.filter(one => one.getBoundingClientRect().right > innerWidth + 0.5).length") == 0
    page.locator(".hit-link").first.focus()
    assert page.locator(".hit-link").first.is_visible()
    entry = line(page).bounding_box()
    assert entry is not None
    assert 0 <= entry["y"] < 40


def test_on_a_narrow_screen_one_button_opens_the_chips(browser: Browser, address: str) -> None:
    page, wrong = in_dialog(browser, address, width=390)
    narrow = page.get_by_role("button", name="Narrow")
    assert narrow.get_attribute("aria-expanded") == "true"
    assert chip(page, "theme", "sanctions").is_visible()
    ask(page, "sanctions")
    assert narrow.get_attribute("aria-expanded") == "false"
    assert page.locator(".chip:visible").count() == 0
    first = "document.querySelector('.hit').getBoundingClientRect().top"
    folded = page.evaluate(first)
    narrow.press("Enter")
    assert page.evaluate(first) - folded > 150
    page.keyboard.press("Tab")
    assert page.locator(".chip").first.evaluate(FOCUSED)
    page.keyboard.press("Space")
    settle(page)
    assert page.locator(".chip").first.evaluate(FOCUSED)
    assert narrow.inner_text() == "Narrow · 1 chosen"
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not narrow.is_visible()
    line(page).fill("sanction")
    settle(page)
    assert chip(page, "theme", "sanctions").is_visible()
    assert wrong == []
    page.close()


def test_what_is_pressed_is_large_enough(browser: Browser, address: str) -> None:
    page, _ = in_dialog(browser, address)
    ask(page, "sanctions")
    page.locator(".chips-years > summary").click()
    are_large_enough(page)
    page.set_viewport_size({"width": 390, "height": 900})
    page.get_by_role("button", name="Narrow").click()
    expect(page.locator(".chips-years > :not(summary)").first).to_be_visible()
    are_large_enough(page)
    page.close()


def are_large_enough(page: Page) -> None:
    pressed = page.get_by_role("dialog").locator("button:visible, summary:visible, a:visible, input:visible")
    boxes = pressed.evaluate_all("all => all.map(one => [one.getBoundingClientRect(), one.textContent])")
    assert len(boxes) > 20
    assert [name for box, name in boxes if min(box["width"], box["height"]) < 24] == []


def test_of_many_sources_those_chosen_and_those_with_most_results_are_shown(browser: Browser, address: str) -> None:
    page, wrong = searching(browser, address)
    script = """async ([wide, chosen]) => {
        const { chips } = await import(new URL("../assets/search/facets.js", location));
        const sources = Array.from({length: 14}, (_, at) => [`s${at}`, `Source ${at}`]);
        const source = Object.fromEntries(sources.map(([id], at) => [id, at]));
        const row = chips({ themes: [], sources }, { press() {}, clear() {} });
        document.body.append(row.element);
        row.show({ theme: [], kind: [], year: [], source: chosen }, { theme: {}, kind: {}, year: {}, source });
        const more = row.element.querySelector(".chips-more");
        if (wide) more.click();
        const shown = [...row.element.querySelectorAll("[data-facet=source]:not([hidden])")];
        row.element.remove();
        return [shown.map(one => one.dataset.value), more.textContent];
    }"""
    assert page.evaluate(script, [False, ["s2"]]) == [["s2", *(f"s{at}" for at in range(6, 14))], "5 more"]
    assert page.evaluate(script, [True, []]) == [[f"s{at}" for at in range(14)], "Fewer"]
    assert wrong == []
    page.close()


def test_a_result_is_named_by_its_text_and_its_number(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address, q="khashoggi", source="bali-2022")
    card = group(page, "text").get_by_role("listitem").filter(has_text="¶ 30")
    assert card.get_by_role("link").evaluate("one => one.textContent").replace("\xa0", " ") == "Bâli 2022, ¶ 30"
    card.locator(".hit-words").click()
    page.wait_for_url("**/sources/bali-2022/*#p30")
    page.close()


def test_on_paper_stands_what_was_found_and_nothing_to_press(browser: Browser, address: str) -> None:
    page, _ = searching(browser, address, q="sanctions", theme="sanctions")
    page.emulate_media(media="print")
    assert page.locator(".hit:visible").count() == page.locator(".hit").count() > 0
    assert page.locator(".chip:visible").all_inner_texts() == [chip(page, "theme", "sanctions").inner_text()]
    assert page.locator(".group-more:visible, .chips-more:visible, .search-hint:visible").count() == 0
    page.close()
