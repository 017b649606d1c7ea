"""The tags in the head of a page, as Zotero reads them."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import assume, given

from florilegium.model import Edition
from florilegium.pages.head import RECIPES, Tag, as_metadata, site_page_tags, source_tags
from florilegium.pages.saved_work import DOCUMENT, ITEM_TYPES
from tests.pages.csl_items import (
    BILL,
    BLOG,
    BOOK,
    CHAPTER,
    COURT,
    HEARING,
    ITEMS,
    JOURNAL,
    LAW,
    MAGAZINE,
    NEWSPAPER,
    PAPER,
    REPORT,
    THESIS,
    TREATY,
    UNSIGNED,
    Item,
    made_up,
)
from tests.pages.zotero import Saved, read_page
from tests.pages.zotero.head import prefixed
from tests.pages.zotero.items import clean_author

EDITION = Edition(
    "Readings: peace & war", "Florilegium, the Publisher", "1.0", "2026-11-21", "https://readings.example/"
)
MATERIAL = """<meta name="description" content="What the site is."><meta name="author" content="The Site Author">
<meta property="og:type" content="website"><link rel="canonical" href="https://readings.example/here/">"""
"""What a theme writes into the same head."""


def saved_from(tags: tuple[Tag, ...]) -> Saved:
    metas = "".join(f'<meta name="{escape(name)}" content="{escape(content)}">' for name, content in tags)
    html = f'<html lang="en"><head><title>T</title>{MATERIAL}{metas}</head><body><p>Text</p></body></html>'
    (saved,) = read_page(html)
    return saved


def saved(item: Item) -> Saved:
    return saved_from(source_tags(item, str(item.get("URL", "")), "A brief, in short."))


COMMON = {"abstractNote": "A brief, in short.", "language": "en", "url": "https://readings.example/here/"}


@pytest.mark.parametrize(
    ("item", "item_type", "fields"),
    [
        (
            REPORT,
            "report",
            {
                "institution": "Institute for Quiet Statecraft",
                "reportNumber": "27",
                "reportType": "Policy brief",
                "seriesTitle": "Quiet Brief",
                "place": "Washington",
                "pages": "1–3, 7–9",
                "date": "2022/05",
                "url": "https://example.org/brief?a=1&b=2",
            },
        ),
        (
            CHAPTER,
            "bookSection",
            {
                "bookTitle": "Policies: What Difference?",
                "series": "Research Paper",
                "publisher": "Quiet House",
                "place": "London",
                "pages": "68-76",
                "ISBN": "978-1-78413-427-1",
                "date": "2020/10/08",
                "language": "en-GB",
                "url": "https://example.org/2020/10/policies",
            },
        ),
        (
            BOOK,
            "book",
            {"publisher": "Basic Books", "place": "New York", "date": "2002", "edition": "2", "ISBN": "0465061508"},
        ),
        (
            JOURNAL,
            "journalArticle",
            {
                "publicationTitle": "Global Governance",
                "volume": "10",
                "issue": "1",
                "pages": "99-118",
                "ISSN": "1075-2846",
                "date": "Spring 2004",
                "DOI": "10.1163/19426720-01001008",
                "url": "https://example.org/a_b/~c",
            },
        ),
        (
            MAGAZINE,
            "magazineArticle",
            {"publicationTitle": "The Monthly", "volume": "288", "issue": "2", "pages": "84", "date": "2001/09/01"},
        ),
        (
            NEWSPAPER,
            "newspaperArticle",
            {
                "publicationTitle": "Pacific Times",
                "place": "Hong Kong",
                "date": "2021/02/04",
                "url": "https://example.org/op-ed",
            },
        ),
        (UNSIGNED, "webpage", {"websiteTitle": "Quiet News", "url": "https://example.org/web"}),
        (BLOG, "blogPost", {"blogTitle": "A Blog"}),
        (LAW, "statute", {"publicLawNumber": "Pub. L. 93-618", "date": "1975/01/03"}),
        (BILL, "bill", {"billNumber": "S.3744", "date": "2020"}),
        (COURT, "case", {"court": "Court of Quiet", "docketNumber": "No. 4", "date": "1979"}),
        (HEARING, "hearing", {"committee": "Committee on Quiet"}),
        (TREATY, "document", {}),
        (THESIS, "thesis", {"university": "Quiet University", "thesisType": "PhD thesis"}),
        (PAPER, "conferencePaper", {"proceedingsTitle": "Proceedings of Talk", "pages": "3"}),
    ],
    ids=lambda value: str(value["id"]) if isinstance(value, dict) and "id" in value else None,
)
def test_each_kind_is_saved_as_what_it_is(item: Item, item_type: str, fields: dict[str, str]) -> None:
    found = saved(item)
    assert found.item_type == item_type
    assert found.fields == {**COMMON, "title": item["title"], **fields}


def test_every_type_has_its_recipe() -> None:
    assert set(RECIPES) == {*ITEM_TYPES.values(), DOCUMENT}


def test_a_report_without_a_publisher_is_a_report_still() -> None:
    assert saved({"type": "report", "title": "T", "author": [{"family": "A", "given": "B"}]}).item_type == "report"


@pytest.mark.parametrize(
    ("names", "creators"),
    [
        ([{"family": "Ó Briain", "given": "Seán"}], [("Ó Briain", "Seán")]),
        ([{"family": "van Dijk", "given": "Jan Peter"}], [("van Dijk", "Jan Peter")]),
        (
            [{"family": "van Dijk", "given": "Jan Peter"}, {"family": "van der Lettow", "given": "Paul E."}],
            [("van Dijk", "Jan Peter"), ("van der Lettow", "Paul E.")],
        ),
        ([{"literal": "Institute for Quiet Statecraft"}], [("Institute for Quiet Statecraft", "")]),
        ([{"literal": "UN News"}, {"literal": "NATO"}], [("UN News", ""), ("NATO", "")]),
        ([{"literal": "Office of Peace, War, and Law"}], [("Office of Peace‚ War‚ and Law", "")]),
        ([{"literal": "Office of Peace; War"}], [("Office of Peace‚ War", "")]),
        ([{"family": "Plato"}], [("Plato", "")]),
        ([{"family": "King", "given": "Martin Luther", "suffix": "Jr."}], [("King", "Martin Luther Jr")]),
    ],
)
@pytest.mark.parametrize("role", ["author", "editor"])
def test_names_stay_whole(role: str, names: list[dict[str, str]], creators: list[tuple[str, str]]) -> None:
    assert saved({**REPORT, "author": [], role: names}).creators == [(role, *one) for one in creators]


def test_the_editor_of_a_chapter_stands_beside_its_author() -> None:
    assert saved(CHAPTER).creators == [("author", "van der Lettow", "Paul"), ("editor", "van Dijk", "Jan Peter")]


def test_for_an_unsigned_text_its_publisher_answers_and_not_the_author_of_the_site() -> None:
    assert saved(UNSIGNED).creators == [("author", "Quiet News", "")]


def test_what_a_reader_must_know_of_a_copy_is_kept_beside_it() -> None:
    assert saved({**UNSIGNED, "note": "Reworded by a machine."}).fields["extra"] == "Reworded by a machine."


def test_a_page_of_the_site_is_saved_as_its_own() -> None:
    found = saved_from(site_page_tags("Sanctions", "Do they help?", EDITION))
    assert found.item_type == "webpage"
    assert found.creators == [("author", "Florilegium‚ the Publisher", "")]
    assert found.fields == {
        "title": "Sanctions",
        "abstractNote": "Do they help?",
        "date": "2026/11/21",
        "language": "en",
        "url": "https://readings.example/here/",
        "websiteTitle": "Readings: peace & war",
    }


def test_no_name_is_read_as_something_else() -> None:
    tags = [tag for item in ITEMS for tag in source_tags(item, "https://example.org/", "A brief.")]
    names = {name for name, _ in tags}
    assert {name for name in names if prefixed(name) and not name.startswith("z:")} == set()
    journals = [item for item in ITEMS if "citation_journal_title" in dict(source_tags(item, "", "A brief."))]
    assert journals == [JOURNAL]


@given(made_up)
def test_any_item_is_saved_under_its_type_with_its_title_and_all_its_authors(item: Item) -> None:
    assume(item["author"] or "publisher" in item or "container-title" in item)
    found = saved(item)
    assert found.item_type == ITEM_TYPES.get(str(item["type"]), DOCUMENT)
    assert str(item["title"]).startswith(found.fields["title"])
    authors = item["author"]
    assert isinstance(authors, list)
    # A body keeps its words: at most a comma looks like one, and `U.S.` has a space in it.
    wanted = [
        ("author", one["family"], one["given"])
        if "family" in one
        else ("author", *clean_author(one["literal"].replace(",", "‚") + ","))
        for one in authors
    ]
    if wanted:
        assert found.creators == [one for index, one in enumerate(wanted) if index == 0 or wanted[index - 1] != one]


def test_as_metadata_names_and_contents_are_plain_text() -> None:
    assert as_metadata((("a", "b & c"),)) == [{"name": "a", "content": "b & c"}]
