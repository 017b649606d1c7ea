"""Everything recovered and placed to the pages of the site, as files for docs/."""

from __future__ import annotations

from collections.abc import Sequence

from florilegium.model import Collection, Introduction, OutputFile, Placed, Works
from florilegium.pages.bibliography_pages import bibliography_pages
from florilegium.pages.home import home_page
from florilegium.pages.passages_pages import passages_pages
from florilegium.pages.source_pages import source_page, sources_page
from florilegium.pages.theme_pages import theme_page
from florilegium.pages.views import theme_ids
from florilegium.pages.works_grouped import works_grouped


def render(
    collection: Collection, placed: tuple[Placed, ...], introductions: Sequence[Introduction], works: Works
) -> tuple[OutputFile, ...]:
    """Return all pages. The references of the collection are those by which its texts may be cited."""
    themes = theme_ids(collection.themes)
    grouped = works_grouped(collection.references, works)
    return (
        home_page(collection, placed, works),
        sources_page(collection, placed),
        *(source_page(collection, one, grouped) for one in placed),
        *(theme_page(theme, collection, placed, introductions, grouped) for theme in themes),
        *(file for theme in themes for file in passages_pages(theme, collection, placed, grouped)),
        *bibliography_pages(collection, placed, works.cited, works.formatted),
    )


__all__ = ["render"]
