"""Every page of the finished site, as Zotero would save it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site import Built
from florilegium import bibliography
from florilegium.editions import MARK
from florilegium.model import Source
from tests.pages.zotero import Page, Saved, read_page

PREFIX = "http://127.0.0.1:8000/"
ITEM_TYPES = {
    "article": "journalArticle",
    "article/magazine": "magazineArticle",
    "article/newspaper": "newspaperArticle",
    "book": "book",
    "incollection": "bookSection",
    "online": "webpage",
    "report": "report",
}
"""What an entry of citations.bib is to be saved as, where a text of the collection is such a one."""


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """The HTML of every page by its address inside the site."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix().removesuffix("index.html"): file.read_text("utf-8") for file in files}


def the_source(address: str, built: Built) -> Source | None:
    """Return the source of which a page shows the text."""
    parts = address.strip("/").split("/")
    by_id = {source.record.id: source for source in built.collection.sources}
    return by_id.get(parts[1]) if len(parts) == 2 else None


def saved(address: str, html: str) -> Saved:
    (one,) = read_page(html, PREFIX + address)
    return one


def test_a_page_of_a_text_is_saved_as_that_text(pages: dict[str, str], built: Built) -> None:
    seen = set()
    for address, html in pages.items():
        source = the_source(address, built)
        if source is None or source.record.fidelity == "paraphrased":
            continue
        reference = source.reference
        found = saved(address, html)
        subtype = bibliography.field(reference, "entrysubtype")
        wanted = ITEM_TYPES[f"{reference.entry_type}/{subtype}" if subtype else reference.entry_type]
        assert found.item_type == wanted, address
        assert found.fields["title"] == bibliography.title(reference), address
        assert found.fields["url"] == (bibliography.field(reference, "url") or f"{PREFIX}sources/{source.record.id}/")
        assert found.fields.get("date", "").replace("/", "-") == bibliography.field(reference, "date"), address
        authors = [f"{given} {family}".strip() for role, family, given in found.creators if role == "author"]
        publishers = bibliography.containers(reference)
        assert authors == [*bibliography.authors(reference)] or (
            not bibliography.authors(reference) and authors[0] in publishers
        ), address
        seen.add(source.record.id)
    assert seen == {one.record.id for one in built.collection.sources if one.record.fidelity != "paraphrased"}


def test_a_page_of_a_paraphrase_is_saved_as_a_page_of_this_site(pages: dict[str, str], built: Built) -> None:
    edition = built.collection.edition
    for address, html in pages.items():
        source = the_source(address, built)
        if source is None or source.record.fidelity != "paraphrased":
            continue
        found = saved(address, html)
        assert found.item_type == "webpage", address
        assert found.fields["title"] == f"{bibliography.title(source.reference)} {MARK}"
        assert found.fields["websiteTitle"] == edition.title
        assert found.fields["url"].endswith(f"/sources/{source.record.id}/")
        assert found.fields["date"].replace("/", "-") == edition.date
        assert found.fields["extra"], "it says what it is beside its title too"


def test_any_other_page_is_saved_as_a_page_of_this_site(pages: dict[str, str], built: Built) -> None:
    edition = built.collection.edition
    others = {address: html for address, html in pages.items() if the_source(address, built) is None}
    for address, html in others.items():
        if Page(html).spans:
            continue
        found = saved(address, html)
        assert found.item_type == "webpage", address
        assert found.creators == [("author", edition.publisher, "")], address
        assert found.fields["websiteTitle"] == edition.title, address
        assert found.fields["date"].replace("/", "-") == edition.date, address
        assert found.fields["url"] == PREFIX + address, address
        assert found.fields["title"], address


def test_works_are_found_on_the_pages_of_the_bibliography_only(pages: dict[str, str], built: Built) -> None:
    titles = {bibliography.title(one).replace("+", " ") for one in built.collection.references}
    for address, html in pages.items():
        spans = Page(html).spans
        if not address.startswith("bibliography/"):
            assert spans == [], address
            continue
        works = read_page(html, PREFIX + address) if spans else []
        assert len(works) == len(spans), address
        # A title may be printed with its mark, or with other quotation marks.
        assert {one.fields["title"].removesuffix(f" {MARK}") for one in works} <= titles, address
    assert len(read_page(pages["bibliography/"])) > len(built.collection.sources)


def test_every_page_has_one_title_and_is_not_offered_by_unapi(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        page = Page(html)
        assert len(page.contents("citation_title")) == 1, address
        assert len(page.contents("citation_abstract")) == 1, address
        assert not page.unapi, address
