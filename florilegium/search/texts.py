"""The text of a source to what can be found of it: its ¶, and what stands before its title.

A heading is found at the ¶ that it opens, and nowhere else. Pull quotes repeat the text, and the byline names who
wrote it, as the record of the work does: neither is found a second time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.model import AUTHORS_TEXT, Block, Placed, SearchRecord
from florilegium.search.standing import address_of, themes_by_place

BEFORE_TITLE = "Front matter"


def text_records(placed: Placed) -> tuple[SearchRecord, ...]:
    """Return what stands before the title, then the ¶, in text order."""
    blocks = placed.document.blocks
    themes, opened = themes_by_place(placed), _headings_opened(blocks)
    return (
        *(_before_title(block, placed) for block in blocks if block.kind == "front_matter"),
        *(
            _paragraph(block, placed, themes.get(block.id, ()), opened.get(block.id, ()))
            for block in blocks
            if block.kind in AUTHORS_TEXT
        ),
    )


def _headings_opened(blocks: Sequence[Block]) -> Mapping[str, tuple[str, ...]]:
    """Return the headings that each ¶ opens, by its id; of a heading that none follows, the ¶ before it.

    The title is no heading of a part: it is found through the work.
    """
    opened: dict[str, tuple[str, ...]] = {}
    waiting: list[str] = []
    last = ""
    for block in blocks:
        if block.kind == "heading" and block.level != 1:
            waiting.append(block.text)
        elif block.kind in AUTHORS_TEXT:
            last = block.id
            opened[last] = tuple(waiting)
            waiting = []
    return {**opened, last: (*opened[last], *waiting)} if last else {}


def _paragraph(block: Block, placed: Placed, themes: Sequence[str], opened: tuple[str, ...]) -> SearchRecord:
    record = placed.source.record
    return SearchRecord(
        kind="text",
        address=address_of(placed, block.id),
        label=f"¶\N{NO-BREAK SPACE}{block.id[1:]}",
        title=record.short,
        text=block.text,
        words_of=record.fidelity,
        headings=block.headings,
        theme="".join(themes[:1]),
        also=tuple(themes[1:]),
        sources=(record.id,),
        place=block.id,
        further=opened,
    )


def _before_title(block: Block, placed: Placed) -> SearchRecord:
    record = placed.source.record
    return SearchRecord(
        kind="text",
        address=address_of(placed, block.id),
        label=BEFORE_TITLE,
        title=record.short,
        text=block.text,
        words_of=record.fidelity,
        sources=(record.id,),
    )
