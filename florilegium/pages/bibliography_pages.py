"""The pages of the bibliography: every work that is cited, once, with each place where it is; and parts of that list.

There is a part for each theme and for each source that cites works, so that a reader takes home what they need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as escape_html

from florilegium.model import CitedAt, Collection, Formatted, OutputFile, Placed
from florilegium.pages import places
from florilegium.pages.environment import page
from florilegium.pages.markdown import attribute, escape
from florilegium.pages.views import Link, made_from, theme_ids, theme_title
from florilegium.pages.works_headings import BIBLIOGRAPHY, Heading, all_heading, source_heading, theme_heading
from florilegium.pages.works_known import works_known
from florilegium.pages.works_views import WorksList, keys_of, work_views
from florilegium.works import ALL, cited_by


@dataclass(frozen=True, slots=True)
class _Choice:
    """A citation style that a reader may choose, as HTML."""

    id: str
    label: str


def bibliography_pages(
    collection: Collection,
    placed: tuple[Placed, ...],
    cited: tuple[CitedAt, ...],
    formatted: tuple[Formatted, ...],
) -> tuple[OutputFile, ...]:
    """Return the page of all works, one for each theme, and one for each source that cites works.

    `formatted` holds at least one style, and all of them the same works under the same names of lists.
    """
    known = works_known(collection.references, cited)
    citing = {one.source for one in cited}
    sources = [one for one in placed if one.source.record.id in citing]

    def shown(works: str) -> WorksList:
        return WorksList(works, places.bibliography_page(works), collection, known, formatted)

    everything = shown(ALL)
    under = [(shown(theme), theme) for theme in theme_ids(collection.themes)]
    by = [(shown(cited_by(one.source.record.id)), one) for one in sources]
    headed = (
        (everything, all_heading(everything)),
        *((works, theme_heading(works, theme)) for works, theme in under),
        *((works, source_heading(works, one)) for works, one in by),
    )
    by_theme = [(works, theme_title(theme, collection.themes)) for works, theme in under]
    by_source = [(works, one.source.record.short) for works, one in by]
    return tuple(_page(works, heading, by_theme, by_source, placed) for works, heading in headed)


def _page(
    shown: WorksList,
    heading: Heading,
    by_theme: Sequence[tuple[WorksList, str]],
    by_source: Sequence[tuple[WorksList, str]],
    placed: tuple[Placed, ...],
) -> OutputFile:
    path = shown.page_path
    is_main = shown.name == ALL
    home = Link("Home", places.link(path, places.HOME_PAGE))
    main = Link(BIBLIOGRAPHY, places.link(path, places.BIBLIOGRAPHY_PAGE))
    works = work_views(shown)
    citing = {works.name for works, _ in by_source}
    silent = [one.source.record for one in placed if cited_by(one.source.record.id) not in citing]
    return page(
        "bibliography.md.j2",
        path,
        {"title": BIBLIOGRAPHY if is_main else f"{BIBLIOGRAPHY}: {heading.name}", "description": heading.extent},
        ("mkdocs.yml", *made_from(shown.collection, placed)),
        crumbs=(home, Link(BIBLIOGRAPHY)) if is_main else (home, main, Link(escape(heading.name))),
        before=escape(heading.before),
        title=escape(heading.title),
        extent=escape(heading.extent),
        by_theme=_links(shown, by_theme),
        by_source=_links(shown, by_source),
        silent=escape("; ".join(record.short for record in silent)),
        sources=places.link(path, places.SOURCES_PAGE) if is_main else "",
        downloads=_downloads(shown) if works else (),
        styles=[_Choice(attribute(one.style.id), escape_html(one.style.label)) for one in shown.formatted],
        shared=sum(work.shared for work in works),
        works=works,
        script=places.link(path, places.BIBLIOGRAPHY_SCRIPT),
    )


def _links(here: WorksList, lists: Sequence[tuple[WorksList, str]]) -> tuple[Link, ...]:
    """Return links to lists of works with their numbers; the list of this page has no target."""
    return tuple(
        Link(
            f"{escape(name)} ({len(keys_of(one))})",
            "" if one.name == here.name else places.link(here.page_path, one.page_path),
        )
        for one, name in lists
    )


def _downloads(shown: WorksList) -> tuple[Link, ...]:
    endings = (("RIS", "ris"), ("CSL-JSON", "json"), ("BibTeX", "bib"))
    return tuple(
        Link(name, places.link(shown.page_path, places.works_data(shown.name, ending))) for name, ending in endings
    )
