"""A work to the tags in the head of a page by which citation managers save it.

A page that shows a text is saved as that text: the brief, the chapter, the article, at its own address. Any other page
is saved as a page of this site. Zotero reads these tags before anything else on a page; which tag gives which type and
which field was tried on it: a container tag of the Highwire kind decides the type, after it `z:itemType`; a field that
no `citation_` tag knows is set by `z:` and its name. What is left out here it would fill from elsewhere: the author of
a page from its byline, the abstract from the description of the site. So author and abstract are always given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from florilegium.model import Edition
from florilegium.pages.saved_work import Creator, SavedWork, saved_work

Tag = tuple[str, str]
"""Name and content of a meta element."""

RECIPES: dict[str, tuple[tuple[str, str], ...]] = {
    "report": (
        ("citation_technical_report_institution", "publisher"),
        ("citation_technical_report_number", "number"),
        ("z:reportType", "genre"),
        ("z:seriesTitle", "collection-title"),
        ("z:place", "publisher-place"),
    ),
    "bookSection": (
        ("citation_inbook_title", "container-title"),
        ("citation_publisher", "publisher"),
        ("citation_isbn", "ISBN"),
        ("z:series", "collection-title"),
        ("z:seriesNumber", "collection-number"),
        ("z:volume", "volume"),
        ("z:edition", "edition"),
        ("z:place", "publisher-place"),
    ),
    "book": (
        ("citation_publisher", "publisher"),
        ("citation_isbn", "ISBN"),
        ("z:series", "collection-title"),
        ("z:seriesNumber", "collection-number"),
        ("z:volume", "volume"),
        ("z:edition", "edition"),
        ("z:place", "publisher-place"),
        ("z:numPages", "number-of-pages"),
    ),
    "journalArticle": (
        ("citation_journal_title", "container-title"),
        ("citation_volume", "volume"),
        ("citation_issue", "issue"),
        ("citation_issn", "ISSN"),
    ),
    "magazineArticle": (
        ("z:publicationTitle", "container-title publisher"),
        ("z:volume", "volume"),
        ("z:issue", "issue"),
        ("citation_issn", "ISSN"),
    ),
    "newspaperArticle": (
        ("z:publicationTitle", "container-title publisher"),
        ("z:edition", "edition"),
        ("z:place", "publisher-place"),
        ("citation_issn", "ISSN"),
    ),
    "conferencePaper": (
        ("z:proceedingsTitle", "container-title"),
        ("citation_publisher", "publisher"),
        ("citation_isbn", "ISBN"),
        ("z:place", "publisher-place"),
    ),
    "thesis": (
        ("citation_dissertation_institution", "publisher"),
        ("z:thesisType", "genre"),
        ("z:place", "publisher-place"),
    ),
    "webpage": (("z:websiteTitle", "container-title publisher"), ("z:websiteType", "genre")),
    "blogPost": (("z:blogTitle", "container-title publisher"), ("z:websiteType", "genre")),
    "bill": (("z:billNumber", "number"),),
    "statute": (("z:publicLawNumber", "number"),),
    "case": (("z:court", "publisher"), ("z:docketNumber", "number")),
    "hearing": (("z:committee", "publisher"), ("z:place", "publisher-place")),
    "document": (("citation_publisher", "publisher"),),
}
"""For each of Zotero's types the tags of its own, and the CSL variable that fills each (the first that is known).

Never `citation_book_title`, which is read as something else, nor `citation_journal_title` for what is in no journal,
which makes a journal article of anything. A series and a report number have no tag that arrives but these.
"""
PAGES = {
    "bookSection": "page",
    "conferencePaper": "page",
    "journalArticle": "page number",
    "magazineArticle": "page",
    "newspaperArticle": "page",
    "report": "page",
}
"""The types that have pages, and what fills these: of an article without pages its number."""
PAGE_RANGE_RE = re.compile(r"(?P<first>[^\s,–-]+)(?:\s*[–-]\s*(?P<last>[^\s,–-]+))?")
"""`68–76`, `68`; not `3–5, 9`"""


def source_tags(item: Mapping[str, object], original_url: str, abstract: str) -> tuple[Tag, ...]:
    """Return the tags for a page that shows a text. `abstract` is a line of ours on it; no empty one.

    Without an address of its own (`original_url` empty) a text is saved at the address of the page: the template of the
    page head adds it.
    """
    work = saved_work(item)
    recipe = ((name, work.first(*variables.split())) for name, variables in RECIPES[work.item_type])
    tags = (
        ("citation_title", work.first("title")),
        *_creators(work),
        ("citation_publication_date", work.first("issued").replace("-", "/")),
        ("citation_public_url", original_url),
        ("citation_doi", work.first("DOI")),
        ("citation_language", work.first("language")),
        ("citation_abstract", abstract),
        ("z:itemType", work.item_type),
        *recipe,
        *_pages(work),
        ("z:extra", work.first("note")),
    )
    return tuple((name, content) for name, content in tags if content)


def site_page_tags(title: str, description: str, edition: Edition) -> tuple[Tag, ...]:
    """Return the tags for a page of this site that shows no single text: its own title, publisher, date."""
    return (
        ("citation_title", title),
        ("citation_author", Creator(edition.publisher, "").inverted),
        ("citation_publication_date", edition.date.replace("-", "/")),
        ("citation_abstract", description),
        ("z:itemType", "webpage"),
        ("z:websiteTitle", edition.title),
    )


def as_metadata(tags: Sequence[Tag]) -> list[dict[str, str]]:
    """Return tags as the value of `head_tags` in the front matter of a page."""
    return [{"name": name, "content": content} for name, content in tags]


def _creators(work: SavedWork) -> tuple[Tag, ...]:
    authors, editors = _names(work.authors), _names(work.editors)
    if not authors and not editors:
        # Unsigned: whoever published it answers for it.
        publisher = work.first("publisher", "container-title")
        authors = (Creator(publisher, "").inverted,) if publisher else ()
    return (*(("citation_author", name) for name in authors), *(("citation_editor", name) for name in editors))


def _names(creators: Sequence[Creator]) -> tuple[str, ...]:
    names = tuple(one.inverted for one in creators)
    if len(creators) == 1 and " " in creators[0].name and " " in creators[0].given:
        # `van Dijk, Jan Peter`, alone: read as two persons where no semicolon ends the list.
        return (f"{names[0]};",)
    return names


def _pages(work: SavedWork) -> tuple[Tag, ...]:
    pages = work.first(*PAGES.get(work.item_type, "").split())
    simple = PAGE_RANGE_RE.fullmatch(pages)
    if simple:
        return (("citation_firstpage", simple["first"]), ("citation_lastpage", simple["last"] or ""))
    # Zotero takes apart at the hyphens what `z:pages` says, and keeps two of the parts.
    return (("z:pages", pages.replace("-", "–")),)
