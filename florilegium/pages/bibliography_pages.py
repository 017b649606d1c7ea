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
from florilegium.pages.printed import printed_page
from florilegium.pages.views import Link, made_from, theme_ids, theme_title
from florilegium.pages.works_headings import BIBLIOGRAPHY, Heading, all_heading, source_heading, theme_heading
from florilegium.pages.works_known import works_known
from florilegium.pages.works_views import WorksList, work_views
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
    known = works_known(collection.references, cited, collection.sources)
    lists = [{one.name: dict(one.entries) for one in style.lists} for style in formatted]
    forms = tuple({one.reference: one for one in style.copied} for style in formatted)

    def shown(name: str) -> WorksList:
        entries = tuple(one.get(name, {}) for one in lists)
        return WorksList(name, places.bibliography_page(name), collection.themes, known, entries, forms)

    citing = {one.source for one in cited}
    everything = shown(ALL)
    under = [(shown(theme), theme) for theme in theme_ids(collection.themes)]
    by = [(shown(cited_by(one.source.record.id)), one) for one in placed if one.source.record.id in citing]
    by_theme = [(works, theme_title(theme, collection.themes)) for works, theme in under]
    by_source = [(works, one.source.record.short) for works, one in by]
    silent = "; ".join(one.source.record.short for one in placed if one.source.record.id not in citing)
    path = everything.page_path
    styles = (one.style for one in formatted)
    make = _Maker(collection, tuple(_Choice(attribute(one.id), escape_html(one.label)) for one in styles))
    return (
        make.page(
            everything,
            all_heading(everything),
            placed,
            by_theme=_links(everything, by_theme),
            by_source=_links(everything, by_source),
            sources=Link(escape(silent), places.link(path, places.SOURCES_PAGE)),
        ),
        *(
            make.page(works, theme_heading(works, theme), placed, by_theme=_links(works, by_theme))
            for works, theme in under
        ),
        *(make.page(works, source_heading(works, one), _told(works, one, placed)) for works, one in by),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """What all pages of the bibliography have in common."""

    collection: Collection
    styles: tuple[_Choice, ...]

    def page(
        self,
        shown: WorksList,
        heading: Heading,
        placed: Sequence[Placed],
        *,
        by_theme: Sequence[Link] = (),
        by_source: Sequence[Link] = (),
        sources: Link | None = None,
    ) -> OutputFile:
        """Return the page of a list. `sources` names those that cite nothing, on the main page only."""
        path = shown.page_path
        is_main = shown.name == ALL
        home = Link("Home", places.link(path, places.HOME_PAGE))
        main = Link(BIBLIOGRAPHY, places.link(path, places.BIBLIOGRAPHY_PAGE))
        works = work_views(shown)
        name = BIBLIOGRAPHY if is_main else f"{BIBLIOGRAPHY}: {heading.name}"
        return page(
            "bibliography.md.j2",
            path,
            {"title": name, "description": heading.extent},
            made_from(self.collection, placed),
            self.collection.edition,
            printed=printed_page(name, self.collection.edition, path),
            crumbs=(home, Link(BIBLIOGRAPHY)) if is_main else (home, main, Link(escape(heading.name))),
            before=escape(heading.before),
            title=escape(heading.title),
            extent=escape(heading.extent),
            by_theme=by_theme,
            by_source=by_source,
            sources=sources,
            downloads=_downloads(shown) if works else (),
            styles=self.styles,
            shared=sum(work.shared for work in works),
            works=works,
            script=places.link(path, places.BIBLIOGRAPHY_SCRIPT),
        )


def _told(shown: WorksList, own: Placed, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return the sources of which the page of one tells: also where else its works are cited, or stand themselves."""
    known = shown.known
    ids = {own.source.record.id}
    for key in shown.keys:
        ids.update(known.citing[key], known.texts.get(key, ()))
    return tuple(one for one in placed if one.source.record.id in ids)


def _links(here: WorksList, lists: Sequence[tuple[WorksList, str]]) -> tuple[Link, ...]:
    """Return links to lists of works with their numbers; the list of this page has no target."""
    return tuple(
        Link(
            f"{escape(name)} ({len(one.keys)})",
            "" if one.name == here.name else places.link(here.page_path, one.page_path),
        )
        for one, name in lists
    )


def _downloads(shown: WorksList) -> tuple[Link, ...]:
    endings = (("RIS", "ris"), ("CSL-JSON", "json"), ("BibLaTeX", "bib"))
    return tuple(
        Link(name, places.link(shown.page_path, places.works_data(shown.name, ending))) for name, ending in endings
    )
