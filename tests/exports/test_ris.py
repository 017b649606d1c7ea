"""RIS: every field of an item is in the file, under a tag that is read as what it is, or in a note that names it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from florilegium.bibliography import csl
from florilegium.exports.ris import KEYS, LISTS, ris
from florilegium.exports.ris_vocabulary import FIELDS, TYPES
from tests.exports.zotero_import import RIS_FIELDS, RIS_TYPES, import_ris

Item = dict[str, Any]

REPORT: Item = {
    "id": "council2021peace",
    "type": "report",
    "title": "War and Peace: A Choice",
    "author": [{"family": "van der Berg", "given": "Paul"}, {"literal": "Council of Peace and War"}],
    "issued": {"date-parts": [[2021, 5, 24]]},
    "accessed": {"date-parts": [[2022, 1, 2]]},
    "collection-title": "Peace Papers",
    "number": "27",
    "genre": "Policy brief",
    "publisher": "Council of Peace and War",
    "publisher-place": "New Haven and London",
    "page": "3–9",
    "language": "en",
    "URL": "https://peace.example/a_b~c?d=e;f&g=h%20i#j",
    "note": "Read before the Council.",
}


def lines(**item: Any) -> list[str]:
    whole = {"id": "key", "type": "webpage", "title": "Title"} | item
    return [line for line in ris([whole]).splitlines() if line[:2] not in ("ID", "TI", "TY")]


def test_an_entry_is_written_line_by_line() -> None:
    assert ris([REPORT]).splitlines() == [
        "TY  - RPRT",
        "ID  - council2021peace",
        "TI  - War and Peace: A Choice",
        "AU  - van der Berg, Paul",
        "AU  - Council of Peace and War",
        "PY  - 2021",
        "DA  - 2021/05/24",
        "Y2  - 2022/01/02",
        "T2  - Peace Papers",
        "SN  - 27",
        "M3  - Policy brief",
        "PB  - Council of Peace and War",
        "CY  - New Haven and London",
        "SP  - 3",
        "EP  - 9",
        "LA  - en",
        "UR  - https://peace.example/a_b~c?d=e;f&g=h%20i#j",
        "N1  - Read before the Council.",
        "ER  - ",
    ]


def test_entries_have_no_numbers_above_them_and_a_blank_line_between() -> None:
    assert re.findall(r"^.*\n(?=TY)", ris([REPORT, REPORT]), re.MULTILINE) == ["\n"]
    assert ris([]) == ""


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2021]]}, ["PY  - 2021"]),
        ({"date-parts": [[2021, 5]]}, ["PY  - 2021", "DA  - 2021/05//"]),
        ({"date-parts": [[800, 12, 25]]}, ["PY  - 0800", "DA  - 0800/12/25"]),
        ({"date-parts": [[2002]], "season": 1}, ["PY  - 2002", "DA  - 2002///Spring"]),
        ({"date-parts": [[2005, 3], [2005, 4]]}, ["PY  - 2005", "DA  - 2005///March–April"]),
        ({"date-parts": [[2019], [2020]]}, ["PY  - 2019", "N1  - issued = 2019 to 2020"]),
        (
            {"date-parts": [[2019, 11, 30], [2020, 1, 4]]},
            ["PY  - 2019", "DA  - 2019/11/30", "N1  - issued = 2019-11-30 to 2020-01-04"],
        ),
        ({"date-parts": [[1850]], "circa": True}, ["PY  - 1850", "N1  - issued = about 1850"]),
        ({"literal": "Spring 2002 – Autumn 2003"}, ["PY  - 2002", "N1  - issued = Spring 2002 – Autumn 2003"]),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(issued: dict[str, Any], expected: list[str]) -> None:
    assert lines(issued=issued) == [*expected, "ER  - "]


@pytest.mark.parametrize(
    ("kind", "pages", "expected"),
    [
        ("chapter", "68–76", ["SP  - 68", "EP  - 76"]),
        ("chapter", "102-23", ["SP  - 102", "EP  - 23"]),
        ("chapter", "7", ["SP  - 7"]),
        ("chapter", "1, 3–5", ["SP  - 1, 3–5"]),
        ("book", "68–76", ["N1  - page = 68–76"]),
        ("webpage", "2", ["N1  - page = 2"]),
    ],
)
def test_pages_are_first_and_last_where_the_type_has_pages(kind: str, pages: str, expected: list[str]) -> None:
    assert lines(type=kind, page=pages) == [*expected, "ER  - "]


def test_the_number_of_an_article_stands_for_its_pages_unless_it_has_some() -> None:
    assert lines(type="article-journal", number="765261")[0] == "SP  - 765261"
    both = lines(type="article-journal", number="765261", page="1–9")
    assert both[:3] == ["SP  - 1", "EP  - 9", "N1  - number = 765261"]


def test_a_body_is_one_name_though_its_own_name_holds_a_comma() -> None:
    text = ris([REPORT | {"author": [{"literal": "Department of State, Bureau of Peace"}]}])
    assert import_ris(text)[0].creators == [("author", "Department of State. Bureau of Peace", "")]


@pytest.mark.parametrize("kind", ["report", "book", "chapter", "article-journal", "webpage"])
def test_an_editor_is_read_as_the_editor_of_the_work_and_not_of_its_series(kind: str) -> None:
    item = {"id": "key", "type": kind, "title": "Title", "editor": [{"family": "Smith", "given": "J."}]}
    assert import_ris(ris([item]))[0].creators == [("editor", "Smith", "J.")]


@pytest.mark.parametrize(
    ("item", "field", "expected"),
    [
        ({"type": "webpage", "number": "12"}, "accessDate", None),
        ({"type": "webpage", "volume": "2020"}, "accessDate", None),
        ({"type": "article-newspaper", "genre": "10.1234/opinion"}, "DOI", None),
        ({"type": "book", "number": "7"}, "seriesNumber", None),
        ({"type": "article-newspaper", "container-title": "The Daily"}, "publicationTitle", "The Daily"),
        ({"type": "webpage", "container-title": "A Site"}, "websiteTitle", "A Site"),
        ({"type": "post-weblog", "container-title": "A Log"}, "blogTitle", "A Log"),
        ({"type": "chapter", "container-title": "A Book"}, "bookTitle", "A Book"),
        ({"type": "book", "collection-title": "Books of Peace"}, "series", "Books of Peace"),
        ({"type": "report", "number": "27"}, "reportNumber", "27"),
        ({"type": "bill", "number": "S.1"}, "billNumber", "S.1"),
        ({"type": "treaty", "issued": {"date-parts": [[1945, 6, 26]]}}, "dateEnacted", "1945-06-26"),
        ({"type": "article-magazine", "issued": {"date-parts": [[2002]], "season": 1}}, "date", "Spring 2002"),
    ],
)
def test_zotero_reads_a_field_as_what_it_is(item: Item, field: str, expected: str | None) -> None:
    assert import_ris(ris([{"id": "key", "title": "Title"} | item]))[0].fields.get(field) == expected


def test_every_kind_of_work_that_we_know_has_a_type_and_none_becomes_an_article() -> None:
    assert {kind for kind in (*csl.TYPES.values(), "book") if kind not in TYPES} == {"document"}
    articles = [kind for kind, tag in TYPES.items() if RIS_TYPES.get(tag) == "journalArticle"]
    assert articles == ["article-journal", "review"]


def test_no_tag_of_the_tables_is_lost_in_zotero() -> None:
    for tag, fields in FIELDS.items():
        for one in fields.values():
            known = RIS_FIELDS[one]
            assert any(RIS_TYPES[tag] in kinds or not kinds for kinds in known.values()), (tag, one)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(str.strip)
VARIABLES = ("container-title", "collection-title", "publisher", "publisher-place", "volume", "genre", "note", "ISBN")


@given(st.sampled_from(sorted(TYPES)), TEXT, st.dictionaries(st.sampled_from(VARIABLES), TEXT))
def test_no_word_of_any_field_is_lost(kind: str, title: str, fields: dict[str, str]) -> None:
    item = {"id": "key", "type": kind, "title": title, **fields}
    (read,) = rispy.loads(ris([item]), mapping=KEYS, list_tags=LISTS)
    values = [value for one in read.values() for value in (one if isinstance(one, list) else [one])]
    for name, text in item.items():
        said = " ".join(text.split())
        assert said in values or f"{name} = {said}" in values or name == "type"


def test_a_value_that_looks_like_a_tag_stays_inside_its_line() -> None:
    (read,) = import_ris(ris([REPORT | {"title": "War\nER  - \nTY  - JOUR"}]))
    assert (read.kind, read.fields["title"]) == ("report", "War ER - TY - JOUR")
