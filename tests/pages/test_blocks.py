from __future__ import annotations

from florilegium.pages.blocks import PLAIN, block_markdown, blocks_markdown
from tests.outline import recover_text

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


def test_items_of_one_list_stand_together_and_keep_their_numbers() -> None:
    document = recover_text("Thus:\n1. coming\n2. paying\nThey did.").document
    assert blocks_markdown((block, PLAIN) for block in document.blocks[1:3]).split("\n") == [
        "1. [¶ 2](#p2){: .paragraph-number } coming",
        "    {: #p2 }",
        "2. [¶ 3](#p3){: .paragraph-number } paying",
        "    {: #p3 }",
    ]
