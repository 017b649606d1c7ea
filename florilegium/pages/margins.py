"""A placed source to what stands beside its blocks: the themes at the head of each run, and the printed pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from florilegium.model import Block, Placed, Theme
from florilegium.pages import places
from florilegium.pages.blocks import PageMark
from florilegium.pages.markdown import escape
from florilegium.pages.views import theme_title


def page_marks(
    blocks: Sequence[Block], first_page: int | None, fresh: Collection[str] = ()
) -> Mapping[str, tuple[PageMark, ...]]:
    """Return for each block of a text the pages to be marked in it: where one begins.

    At the block ids in `fresh` the page is marked even if it began before: what stood above is not shown. `first_page`
    is the number printed on the first page; where that is not known, pages are counted.
    """
    marked: dict[str, tuple[PageMark, ...]] = {}
    last: int | None = None
    for block in blocks:
        marks: list[PageMark] = []
        for page, offset in block.pages:
            begins = last is None or page > last
            if begins or (block.id in fresh and not marks):
                marks.append(PageMark(page, offset, _said(page, first_page), continued=not begins))
                last = page
        marked[block.id] = tuple(marks)
    return marked


def _said(page: int, first_page: int | None) -> str:
    if first_page is None:
        return f"What follows stands on page {page}, counted by the page breaks of the received file"
    return f"What follows stands on page {page} of the printed original"


def theme_classes(theme: str) -> tuple[str, ...]:
    """Return the classes of what stands under a theme."""
    return ("themed", f"theme-{theme}")


def theme_labels(placed: Placed, themes: Sequence[Theme], from_page: str) -> Mapping[str, tuple[str, ...]]:
    """Return for each ¶ the themes named beside it, as links: any further one, and its own with these or at a head."""
    source = placed.source.record.id
    heads = {passage.blocks[0] for passage in placed.passages}
    labels = {}
    for placing in placed.placings:
        own = (placing.theme,) if placing.block in heads or placing.also else ()
        labels[placing.block] = tuple(
            theme_label(theme, source, placing.block, themes, from_page, also=theme != placing.theme)
            for theme in (*own, *placing.also)
        )
    return labels


def theme_label(
    theme: str, source: str, block: str, themes: Sequence[Theme], from_page: str, *, also: bool = False
) -> str:
    """Return the name of a theme as a link to the ¶ on the page of what its source says under that theme."""
    name = escape(theme_title(theme, themes))
    target = places.link(from_page, places.passages_page(theme, source), block)
    return f"[{'also ' if also else ''}{name}]({target}){{: .filed-under .theme-{theme} }}"
