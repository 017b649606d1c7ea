from __future__ import annotations

from markdown import Markdown

from florilegium.pages.blocks import PLAIN, block_markdown, blocks_markdown
from tests.outline import recover_text


def html(markdown: str) -> str:
    """Render Markdown as MkDocs is told to."""
    return Markdown(extensions=["attr_list", "md_in_html", "sane_lists", "tables"]).convert(markdown)


TABLE = """It met.1

| Key | Meaning |
|---|---|
| Peace.2 | The peace.3 *of* the tired |
|  | Its name. |

Power, S. (2002), X.

Goldberg, J. (2016), ‘Y’.

Repucci, S. (2020), ‘Z’.
"""


def test_markers_stand_in_the_cells_of_a_table() -> None:
    recovered = recover_text(TABLE, {"notes": "end"})
    assert recovered.problems == ()
    shown = block_markdown(recovered.document.blocks[1])
    second = '<sup>[2](#n2){: #m2 role="doc-noteref" aria-label="Note 2" }</sup>'
    third = '<sup>[3](#n3){: #m3 role="doc-noteref" aria-label="Note 3" }</sup>'
    assert f"| Peace.{second} | The peace.{third} \\*of\\* the tired |" in shown
    assert "| &nbsp; | Its name. |" in shown


def test_every_cell_of_a_ragged_table_is_shown() -> None:
    recovered = recover_text("Thus it was.\n| Key | War |\n|---|---|\n| war | two | third |\nThey left.")
    shown = html(block_markdown(recovered.document.blocks[1]))
    assert "<td>third</td>" in shown
    assert shown.count("<td>") == shown.count("<th>") == 3


def test_a_list_that_begins_anew_is_another_list() -> None:
    document = recover_text("Thus:\n1. coming\n2. paying\n1. going\n2. gaining").document
    shown = html(blocks_markdown((block, PLAIN) for block in document.blocks))
    assert shown.count("<ol") == 2
    assert "start=" not in shown


def test_a_list_that_counts_on_from_another_number_keeps_it() -> None:
    document = recover_text("Thus:\n1. coming\n2. paying\n3. going").document
    assert '<ol start="2">' in html(blocks_markdown((block, PLAIN) for block in document.blocks[2:]))


def test_items_of_one_list_stand_together_and_keep_their_numbers() -> None:
    document = recover_text("Thus:\n1. coming\n2. paying\nThey did.").document
    assert blocks_markdown((block, PLAIN) for block in document.blocks[1:3]).split("\n") == [
        '1. <span class="margin">[¶ 2](#p2){: .paragraph-number }</span> coming',
        "    {: #p2 }",
        '2. <span class="margin">[¶ 3](#p3){: .paragraph-number }</span> paying',
        "    {: #p3 }",
    ]
