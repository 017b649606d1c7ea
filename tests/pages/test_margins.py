"""Where pages of the original are marked."""

from __future__ import annotations

from dataclasses import replace

from florilegium.model import Block
from florilegium.pages.blocks import PageMark, Setting, block_markdown
from florilegium.pages.margins import page_marks
from tests.outline import recover_text

BLOCK = recover_text("They met in the spring of that year.").document.blocks[0]


def block(number: int, *pages: tuple[int, int]) -> Block:
    return replace(BLOCK, id=f"p{number}", pages=pages)


def marked(blocks: list[Block], fresh: tuple[str, ...] = ()) -> dict[str, list[tuple[int, int, bool]]]:
    marks = page_marks(blocks, 1, fresh)
    return {name: [(one.page, one.offset, one.continued) for one in found] for name, found in marks.items()}


def test_a_page_is_marked_where_it_begins_and_nowhere_else() -> None:
    blocks = [block(1, (1, 0)), block(2, (1, 0), (2, 9)), block(3, (2, 0)), block(4, (3, 0))]
    assert marked(blocks) == {"p1": [(1, 0, False)], "p2": [(2, 9, False)], "p3": [], "p4": [(3, 0, False)]}


def test_where_words_above_are_not_shown_the_page_is_said_to_continue() -> None:
    blocks = [block(1, (1, 0), (2, 9)), block(2, (2, 0), (3, 9)), block(3, (4, 0))]
    assert marked(blocks, ("p2", "p3")) == {
        "p1": [(1, 0, False), (2, 9, False)],
        "p2": [(2, 0, True), (3, 9, False)],
        "p3": [(4, 0, False)],
    }


def test_a_text_without_pages_has_no_marks() -> None:
    assert marked([block(1), block(2)], ("p2",)) == {"p1": [], "p2": []}


def test_a_mark_says_whether_pages_are_printed_or_counted() -> None:
    (printed,) = page_marks([block(1, (7, 0))], 7)["p1"]
    (counted,) = page_marks([block(1, (1, 0))], None)["p1"]
    assert printed.said == "What follows stands on page 7 of the printed original"
    assert counted.said == "What follows stands on page 1, counted by the page breaks of the received file"


def test_a_mark_stands_before_its_word_and_in_a_word_it_leaves_the_word_one() -> None:
    before = block_markdown(BLOCK, Setting(page_marks=(PageMark(2, 9, "x"),)))
    assert 'They met <span class="page-mark" title="x">\\[p. 2\\]</span> in the spring' in before
    inside = block_markdown(BLOCK, Setting(page_marks=(PageMark(2, 18, "x"),)))
    assert 'the sp<span class="page-mark" title="x">\\[p. 2\\]</span>ring' in inside
    start = block_markdown(BLOCK, Setting(page_marks=(PageMark(2, 0, "x", continued=True),)))
    assert '<span class="page-mark" title="x">\\[p. 2, continued\\]</span> They met' in start
