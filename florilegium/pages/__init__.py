"""Everything recovered and placed to the pages of the site, as files for docs/."""

from __future__ import annotations

from collections.abc import Sequence

from florilegium.model import Collection, CrossReference, Introduction, OutputFile, Placed, SubjectIndex, Works
from florilegium.pages.bibliography_pages import bibliography_pages
from florilegium.pages.crossings import crossings
from florilegium.pages.home import home_page
from florilegium.pages.margin_terms import terms_by_place
from florilegium.pages.neighbours import neighbours
from florilegium.pages.passages_pages import passages_pages
from florilegium.pages.previews import preview_files
from florilegium.pages.search_page import search_page
from florilegium.pages.source_pages import source_page
from florilegium.pages.sources_page import sources_page
from florilegium.pages.speaking import under_themes
from florilegium.pages.subject_page import subject_index_page
from florilegium.pages.theme_pages import theme_page
from florilegium.pages.views import theme_ids
from florilegium.pages.works_grouped import works_grouped


def render(
    collection: Collection,
    placed: tuple[Placed, ...],
    introductions: Sequence[Introduction],
    works: Works,
    index: SubjectIndex,
    crossed: tuple[CrossReference, ...],
) -> tuple[OutputFile, ...]:
    """Return all pages, and what is said of the places to which they link.

    The references of the collection are those by which its texts may be cited.
    """
    themes = theme_ids(collection.themes)
    grouped = works_grouped(collection.references, works)
    known = crossings(crossed, placed, index, grouped.references)
    terms = terms_by_place(index)
    under = under_themes(crossed, placed)
    return (
        home_page(collection, placed, works),
        sources_page(collection, placed),
        *(source_page(collection, near, grouped, terms, known) for near in neighbours(placed)),
        *(
            theme_page(theme, collection, placed, introductions, grouped, known, under.get(theme, ()))
            for theme in themes
        ),
        *(file for theme in themes for file in passages_pages(theme, collection, placed, grouped, terms, known)),
        *bibliography_pages(collection, placed, works.cited, works.formatted),
        subject_index_page(collection, placed, index),
        search_page(collection, placed, works),
        *preview_files(collection, placed, works, grouped),
    )


__all__ = ["render"]
