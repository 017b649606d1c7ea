"""What stands elsewhere, as a reader has it: at a passage, at the end of one in a whole text, and under a theme."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator

from build_site import Built
from florilegium.model import CrossReference
from florilegium.pages.speaking import under_themes
from tests.browser.opening import open_tab

UNFOLD = "() => document.querySelectorAll('article details').forEach(one => { one.open = true })"


def themes(built: Built) -> dict[tuple[str, str], str]:
    return {(one.source.record.id, placing.block): placing.theme for one in built.placed for placing in one.placings}


def best(built: Built) -> CrossReference:
    """The first cross-reference that shows a sentence on each side."""
    return next(one for one in built.crossed if one.side.sentence and one.other.sentence)


def boxes(found: Locator) -> list[tuple[float, float]]:
    """Return the width and height of what is seen."""
    script = """all => all.filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => one.getBoundingClientRect()).filter((box) => box.width && box.height)
        .map((box) => [box.width, box.height])"""
    return [(width, height) for width, height in found.evaluate_all(script)]


def test_at_a_passage_the_way_elsewhere_stands_open_and_leads_to_the_paragraph_in_its_text(
    browser: Browser, address: str, built: Built
) -> None:
    one = best(built)
    theme = themes(built)[one.side.source, one.side.first]
    page, wrong = open_tab(browser, f"{address}{theme}/{one.side.source}/")
    wanted = f"sources/{one.other.source}/"
    ways = page.locator(f"section.elsewhere .place[href*='{wanted}'][href$='#{one.other.first}']")
    assert ways.first.is_visible()
    ways.first.click()
    page.wait_for_url(f"**/{wanted}**")
    assert urlsplit(page.url).fragment == one.other.first
    box = page.locator(f"#{one.other.first}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    assert wrong == []
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_in_a_whole_text_it_is_one_line_that_opens_and_within_it_the_sentences(
    browser: Browser, address: str, built: Built, *, scripts: bool
) -> None:
    one = best(built)
    page, _ = open_tab(browser, f"{address}sources/{one.side.source}/", scripts=scripts)
    target = f".place[href$='#{one.other.first}'][href*='{one.other.source}']"
    folded = page.locator("details.elsewhere").filter(has=page.locator(target)).first
    entry = folded.locator("li").filter(has=page.locator(target)).first
    assert not entry.is_visible()
    folded.locator("> summary").click()
    assert entry.is_visible()
    assert not entry.locator(".sentence").first.is_visible()
    entry.locator("summary").click()
    shown = [" ".join(text.split()) for text in entry.locator(".sentence").all_inner_texts()]
    assert [one.side.sentence in shown[0], one.other.sentence in shown[1]] == [True, True]
    page.close()


def test_what_is_pressed_is_large_enough_and_the_page_fits_with_everything_unfolded(
    browser: Browser, address: str, built: Built
) -> None:
    one = best(built)
    theme = themes(built)[one.side.source, one.side.first]
    page, wrong = open_tab(browser, f"{address}404.html")
    for path in (f"sources/{one.side.source}/", f"{theme}/{one.side.source}/", f"{theme}/"):
        page.goto(address + path)
        page.evaluate(UNFOLD)
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            pressed = boxes(page.locator(":is(.elsewhere, .crossed, .pair) summary, .crossed .place"))
            assert all(height >= 24 and across >= 24 for across, height in pressed), path
            assert pressed, path
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert wrong == []
    page.close()


def test_words_that_are_not_the_publishers_do_not_look_like_a_quotation(
    browser: Browser, address: str, built: Built
) -> None:
    reworded = {one.source.record.id for one in built.placed if one.source.record.fidelity == "paraphrased"}
    theirs = next(one for one in built.crossed if {one.side.source, one.other.source} & reworded)
    (source,) = {theirs.side.source, theirs.other.source} - reworded
    page, _ = open_tab(browser, f"{address}sources/{source}/")
    page.evaluate(UNFOLD)
    both = page.locator(".facing").filter(has=page.locator(".paraphrased")).first
    font = "one => getComputedStyle(one).fontFamily"
    reworded_shown = both.locator(".sentence.paraphrased")
    assert reworded_shown.evaluate(font) != both.locator(".sentence:not(.paraphrased)").evaluate(font)
    assert ", paraphrased" in reworded_shown.locator(".from").inner_text()
    page.close()


def test_on_paper_a_passage_has_its_list_and_a_whole_text_its_one_line(
    browser: Browser, address: str, built: Built
) -> None:
    one = best(built)
    theme = themes(built)[one.side.source, one.side.first]
    page, _ = open_tab(browser, f"{address}{theme}/{one.side.source}/")
    page.emulate_media(media="print")
    page.evaluate(UNFOLD)
    assert page.locator("section.elsewhere .because").first.is_visible()
    assert page.locator(".sentence:visible").count() == 0
    page.goto(f"{address}sources/{one.side.source}/")
    page.evaluate(UNFOLD)
    assert page.locator("details.elsewhere > summary").first.is_visible()
    assert page.locator("details.elsewhere .place:visible").count() == 0
    page.close()


def test_under_a_theme_contradictions_are_named_and_pairs_are_counted(
    browser: Browser, address: str, built: Built
) -> None:
    against = next(one for one in built.crossed if one.relation == "contradicts")
    theme = next(theme for theme, held in under_themes(built.crossed, built.placed).items() if against in held)
    page, wrong = open_tab(browser, f"{address}{theme}/")
    named = page.locator("#contradictions + ul > li").filter(has_text=against.reasons[0].detail)
    assert " contradicts " in named.locator(".joined").inner_text()
    assert named.locator(".joined").get_by_role("link").count() == 2
    assert "cross-reference" in page.locator(".pair > summary").first.inner_text()
    assert wrong == []
    page.close()
