"""Everything recovered and placed to the pages of the site, as files for docs/."""

from __future__ import annotations

from collections.abc import Sequence

from florilegium.model import Collection, Introduction, OutputFile, Placed
from florilegium.pages.home import home_page
from florilegium.pages.passages_pages import passages_pages
from florilegium.pages.source_pages import source_page, sources_page
from florilegium.pages.theme_pages import theme_page
from florilegium.pages.views import theme_ids


def render(
    collection: Collection, placed: tuple[Placed, ...], introductions: Sequence[Introduction]
) -> tuple[OutputFile, ...]:
    """Return all pages."""
    themes = theme_ids(collection.themes)
    return (
        home_page(collection, placed),
        sources_page(collection, placed),
        *(source_page(collection, one) for one in placed),
        *(theme_page(theme, collection, placed, introductions) for theme in themes),
        *(file for theme in themes for file in passages_pages(theme, collection, placed)),
    )


__all__ = ["render"]
