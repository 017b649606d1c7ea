"""A page of passages: each ¶ once, lists with what they need around them, gaps said."""

from __future__ import annotations

from itertools import pairwise

import pytest

from build_site import Built
from florilegium.model import AUTHORS_TEXT, Placed, Placing, Reference, Source
from florilegium.pages.frames import Gap, Run, framed
from florilegium.themes import _passages
from tests.outline import record_of, recover_text

LIST = "Aims\n\nThey met.\n\nThey wanted:\n1. peace\n2. bread\n3. war\n\nThey went home.\n\nThen\n\nThey wrote."


def place(raw: str, themes: str) -> Placed:
    """Place the ¶ of a text: a letter for each, `w` and `x` for themes, `c` for the context."""
    document = recover_text(raw).document
    source = Source(record_of({}), Reference("work", "online", (), 1), raw)
    blocks = tuple(block for block in document.blocks if block.kind in AUTHORS_TEXT)
    assert len(blocks) == len(themes)
    placings = tuple(
        Placing(block.id, {"c": "context"}.get(theme, theme), (), "terms", theme, (), ())
        for block, theme in zip(blocks, themes, strict=True)
    )
    return Placed(source, document, placings, _passages(source, blocks, placings))


def framed_under(theme: str, placed: Placed) -> tuple[Run | Gap, ...]:
    return framed({placing.block for placing in placed.placings if placing.theme == theme}, placed)


def outline(pieces: tuple[Run | Gap, ...]) -> list[str]:
    """Write runs as `[p1 (p2)]`, framing ¶ in brackets, and gaps as `p3 x`."""
    lines = []
    for piece in pieces:
        if isinstance(piece, Gap):
            lines.append("; ".join(f"{' '.join(one.blocks)} {one.theme}" for one in piece.parts))
        else:
            ids = (block.id if block.id in piece.wanted else f"({block.id})" for block in piece.blocks)
            lines.append(f"[{' '.join(ids)}]")
    return lines


@pytest.mark.parametrize(
    ("themes", "expected"),
    [
        ("wcccccc", ["[p1]", "p2 p3 p4 p5 p6 p7 context"]),
        ("ccxwccx", ["p1 context", "[(p2) (p3) p4 (p5)]", "p6 context; p7 x"]),
        ("cwxcxcc", ["p1 context", "[p2 (p3) (p4) (p5)]", "p6 p7 context"]),
        ("cccccwc", ["p1 p2 p3 p4 p5 context", "[p6]", "p7 context"]),
        ("ccccwww", ["p1 context", "[(p2) (p3) (p4) p5 p6]", "[p7]"]),
        ("ccwcwcc", ["p1 context", "[(p2) p3 (p4) p5]", "p6 p7 context"]),
    ],
)
def test_a_list_keeps_its_lead_in_and_its_other_items(themes: str, expected: list[str]) -> None:
    assert outline(framed_under("w", place(LIST, themes))) == expected


def test_a_paragraph_above_a_list_that_promises_none_does_not_pull_it_in() -> None:
    raw = LIST.replace("wanted:", "spoke.")
    assert outline(framed_under("w", place(raw, "cwxcxcc"))) == [
        "p1 context",
        "[p2]",
        "p3 x; p4 context; p5 x; p6 p7 context",
    ]


def test_what_stands_under_another_heading_introduces_no_list() -> None:
    raw = "Aims\n\nThey wanted:\n\nThen\n1. peace\n2. bread\n\nThey went."
    assert outline(framed_under("w", place(raw, "cwcc"))) == ["p1 context", "[p2 (p3)]", "p4 context"]


def test_the_pages_say_what_lies_before_between_and_after(built: Built) -> None:
    page = next(file.content for file in built.outputs if file.path == "sanctions/bali-2022.md")
    said = [
        line.split(":")[0] for line in page.split("\n") if line.startswith(("Before this", "In between", "After this"))
    ]
    assert said == ["Before this", "In between", "After this"]
    assert "In between: ¶\N{NO-BREAK SPACE}30 in [Context](../context/bali-2022.md#p30), " in page


def test_runs_and_gaps_together_hold_each_paragraph_once_in_order(built: Built) -> None:
    themes = [*(theme.id for theme in built.collection.themes), "context"]
    for one in built.placed:
        for theme in themes:
            shown: list[str] = []
            for piece in framed_under(theme, one):
                if isinstance(piece, Run):
                    shown += [block.id for block in piece.blocks]
                    assert piece.wanted
                    assert {block.headings for block in piece.blocks} == {piece.headings}
                else:
                    shown += [block for part in piece.parts for block in part.blocks]
                    assert all(part.theme != theme for part in piece.parts)
            assert shown == [placing.block for placing in one.placings]


def test_every_paragraph_under_the_theme_is_in_a_run(built: Built) -> None:
    for one in built.placed:
        for theme in {placing.theme for placing in one.placings}:
            under = [block for piece in framed_under(theme, one) if isinstance(piece, Run) for block in piece.wanted]
            assert under == [placing.block for placing in one.placings if placing.theme == theme]


def test_gaps_of_one_theme_are_said_together(built: Built) -> None:
    for piece in framed_under("sanctions", built.placed[0]):
        if isinstance(piece, Gap):
            themes = [part.theme for part in piece.parts]
            assert all(a != b for a, b in pairwise(themes))
