"""A placed source to what stands beside its blocks: the themes at the head of each run, and the printed pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from florilegium.model import Block, Placed, Theme
from florilegium.pages import places
from florilegium.pages.markdown import escape
from florilegium.pages.views import theme_title


def page_breaks(blocks: Sequence[Block], fresh: Collection[str] = ()) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Return for each block the printed pages to be marked in it: where one begins.

    At the block ids in `fresh` a page is marked even if it began before: what stood above is not shown.
    """
    marked: dict[str, tuple[tuple[int, int], ...]] = {}
    last = None
    for block in blocks:
        last = None if block.id in fresh else last
        begun = []
        for page, offset in block.pages:
            if last is None or page > last:
                begun.append((page, offset))
                last = page
        marked[block.id] = tuple(begun)
    return marked


def theme_classes(theme: str) -> tuple[str, ...]:
    """Return the classes of what stands under a theme."""
    return ("themed", f"theme-{theme}")


def theme_labels(placed: Placed, themes: Sequence[Theme], from_page: str) -> Mapping[str, tuple[str, ...]]:
    """Return for each ¶ the themes named beside it, as links: its own at the head of a passage, and any further."""
    source = placed.source.record.id
    heads = {passage.blocks[0] for passage in placed.passages}
    return {
        placing.block: (
            *(
                (theme_label(placing.theme, source, placing.block, themes, from_page),)
                if placing.block in heads
                else ()
            ),
            *(theme_label(theme, source, placing.block, themes, from_page, also=True) for theme in placing.also),
        )
        for placing in placed.placings
    }


def theme_label(
    theme: str, source: str, block: str, themes: Sequence[Theme], from_page: str, *, also: bool = False
) -> str:
    """Return the name of a theme as a link to the ¶ on the page of what its source says under that theme."""
    name = escape(theme_title(theme, themes))
    target = places.link(from_page, places.passages_page(theme, source), block)
    return f"[{'also ' if also else ''}{name}]({target}){{: .theme-mark .theme-{theme} }}"
