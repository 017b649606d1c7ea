"""The spans of the bibliography, as Zotero reads them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import given

from florilegium import bibliography
from florilegium.pages.coins import coins
from florilegium.pages.saved_work import DOCUMENT, ITEM_TYPES
from tests.pages.csl_items import (
    BILL,
    BLOG,
    BOOK,
    CHAPTER,
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
    VOLUME,
    Item,
    made_up,
)
from tests.pages.zotero import BadSpanError, Saved, read_page

PART = r"(?:ctx_ver|rft_val_fmt|rft_id|rft\.[a-z]+)=[A-Za-z0-9%.-]+"
SPAN_RE = re.compile(rf'<span class="Z3988" title="{PART}(?:&amp;{PART})*"></span>')
"""Nothing that Markdown, or HTML, would read as markup: the only underscores are those of keys, inside a word."""


def read(*items: Item) -> list[Saved]:
    return read_page("".join(coins(one) for one in items))


@pytest.mark.parametrize(
    ("item", "item_type", "fields"),
    [
        (
            REPORT,
            "report",
            {
                "institution": "Institute for Quiet Statecraft",
                "place": "Washington",
                "seriesTitle": "Quiet Brief",
                "date": "2022-05",
                "pages": "1–3, 7-9",
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
                "date": "2020-10-08",
                "pages": "68–76",
                "ISBN": "978-1-78413-427-1",
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
                "pages": "99–118",
                "ISSN": "1075-2846",
                "date": "Spring 2004",
                "DOI": "10.1163/19426720-01001008",
                "url": "https://example.org/a_b/~c",
            },
        ),
        (
            MAGAZINE,
            "magazineArticle",
            {"publicationTitle": "The Monthly", "volume": "288", "issue": "2", "pages": "84", "date": "2001-09-01"},
        ),
        (
            NEWSPAPER,
            "newspaperArticle",
            {
                "publicationTitle": "Pacific Times",
                "place": "Hong Kong",
                "date": "2021-02-04",
                "url": "https://example.org/op-ed",
            },
        ),
        (UNSIGNED, "webpage", {"websiteTitle": "Quiet News", "url": "https://example.org/web", "language": "en"}),
        (BLOG, "blogPost", {"blogTitle": "A Blog"}),
        (LAW, "statute", {"date": "1975-01-03"}),
        (BILL, "bill", {"date": "2020"}),
        (TREATY, "document", {}),
        (THESIS, "thesis", {"university": "Quiet University"}),
        (PAPER, "conferencePaper", {"proceedingsTitle": "Proceedings of Talk", "pages": "3"}),
    ],
    ids=lambda value: str(value["id"]) if isinstance(value, dict) and "id" in value else None,
)
def test_each_kind_arrives_as_what_it_is(item: Item, item_type: str, fields: dict[str, str]) -> None:
    (saved,) = read(item)
    assert saved.item_type == item_type
    assert saved.fields == {"title": str(item["title"]).replace("+", " "), **fields}


def test_all_come_in_order_and_none_is_lost() -> None:
    assert all(SPAN_RE.fullmatch(coins(one)) for one in ITEMS)
    assert [saved.fields["title"] for saved in read(*ITEMS)] == [str(one["title"]).replace("+", " ") for one in ITEMS]


@pytest.mark.parametrize(
    ("names", "creators"),
    [
        ([{"family": "van der Lettow", "given": "Paul"}], [("van der Lettow", "Paul")]),
        ([{"family": "Power", "given": "S."}], [("Power", "S.")]),
        ([{"family": "Plato"}], [("Plato", "")]),
        ([{"family": "King", "given": "Martin Luther", "suffix": "Jr."}], [("King", "Martin Luther Jr")]),
        ([{"literal": "Human Rights Watch"}], [("Human Rights Watch", "")]),
        ([{"literal": "U.S. Department of State"}], [("U.S. Department of State", "")]),
        (
            [PERSON := {"family": "Ó Briain", "given": "Seán"}, {"literal": "Office of Peace, War, and Law"}, PERSON],
            [("Ó Briain", "Seán"), ("Office of Peace, War, and Law", ""), ("Ó Briain", "Seán")],
        ),
        ([{"literal": "Peace Inc."}, {"literal": "War"}, {"literal": "Law.com"}], None),
        ([], []),
    ],
)
def test_authors_are_whole_and_in_order(names: list[dict[str, str]], creators: list[tuple[str, str]] | None) -> None:
    (saved,) = read({**REPORT, "author": names})
    wanted = [(one["literal"], "") for one in names] if creators is None else creators
    assert saved.creators == [("author", *one) for one in wanted]


def test_the_editors_of_a_book_are_not_lost() -> None:
    (volume,), (chapter,) = read(VOLUME), read(CHAPTER)
    assert volume.creators == [("contributor", "van Dijk", "Jan Peter"), ("contributor", "Office of Peace‚ War", "")]
    assert chapter.creators == [("author", "van der Lettow", "Paul"), ("contributor", "van Dijk", "Jan Peter")]


def test_a_bad_span_would_lose_all() -> None:
    for bad in ("rft.title", "rft.title=5%", "&"):
        with pytest.raises(BadSpanError):
            read_page(coins(REPORT) + f'<span class="Z3988" title="rft_val_fmt=info:ofi/fmt:kev:mtx:dc&amp;{bad}">')


def test_every_work_of_the_bibliography_is_read_whole() -> None:
    text = (Path(__file__).parents[2] / "citations.bib").read_text(encoding="utf-8")
    references, problems = bibliography.read_references(text)
    assert references
    assert problems == ()
    items = [bibliography.csl_item(one) for one in references]
    for item, found in zip(items, read(*items), strict=True):
        assert found.item_type == ITEM_TYPES.get(str(item["type"]), DOCUMENT), item["id"]
        assert found.fields["title"] == str(item["title"]).replace("+", " ")
        assert found.fields.get("url", "") == item.get("URL", "")
        names = item.get("author", [])
        assert isinstance(names, list)
        authors = [(name.get("literal") or name.get("family"), name.get("given", "")) for name in names]
        assert [(one[1], one[2].replace(" ", "")) for one in found.creators if one[0] == "author"] == [
            (family, given.replace(" ", "")) for family, given in authors
        ], item["id"]


@given(made_up)
def test_any_item_gives_back_title_and_authors(item: Item) -> None:
    span = coins(item)
    assert SPAN_RE.fullmatch(span)
    (saved,) = read(item)
    # A plus sign is a space to Zotero, however it is encoded.
    assert saved.fields["title"] == str(item["title"]).replace("+", " ")
    authors = item["author"]
    assert isinstance(authors, list)
    wanted = [(one.get("literal") or one["family"], one.get("given", "")) for one in authors]
    assert saved.creators == [("author", *one) for one in wanted]


@given(made_up)
def test_markdown_leaves_a_span_as_it_is(item: Item) -> None:
    text = f"- **A** work, *kept*. {coins(item)}\n\n<li markdown>It too. {coins(item)}</li>\n"
    html = markdown.markdown(text, extensions=["attr_list", "md_in_html", "sane_lists", "tables"])
    found = _Titles(html).titles
    assert found == [_Titles(coins(item)).titles[0]] * 2


class _Titles(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            self.titles.append(str(dict(attrs)["title"]))
