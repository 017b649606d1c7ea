from __future__ import annotations

from pathlib import Path

import pytest

from florilegium.bibliography import not_shown, read_references
from florilegium.bibliography.vocabulary import FIELDS
from florilegium.model import Reference
from tests.bibliography.made import reference

LOST = [
    (reference(title="A", afterword="Smith, Jane", editora="Low, Cy"), ("afterword", "editora")),
    (reference(title="A", maintitle="Works"), ("maintitle",)),
    (reference("incollection", title="A", maintitle="Works"), ()),
    (reference("incollection", title="A", booktitle="Book", maintitle="Works"), ("maintitle",)),
    (reference(title="A", number="7"), ("number",)),
    (reference(title="A", number="7", series="Books"), ()),
    (reference("report", title="A", institution="Body", publisher="Press"), ("publisher",)),
    (reference("online", title="A", organization="Body", publisher="Body"), ()),
    (reference("article", title="A", journaltitle="J", issuetitle="War", eprint="1234"), ("issuetitle", "eprint")),
    (reference(title="A", titleaddon="Review"), ()),
    (reference(title="A", shorttitle="A", annotation="B", note="B"), ()),
]


@pytest.mark.parametrize(("work", "fields"), LOST)
def test_a_field_that_nothing_reads_is_named(work: Reference, fields: tuple[str, ...]) -> None:
    assert not_shown([work]) == (((work, fields),) if fields else ())


def test_what_checks_and_ties_read_is_read() -> None:
    checks = {"draft": "false", "distinctfrom": "b", "related": "c", "relatedtype": "reprintof", "langid": "english"}
    assert not_shown([reference("article", line=1, title="A", entrysubtype="newspaper", **checks)]) == ()


def test_each_work_is_named_once_in_the_order_given() -> None:
    fields = {"b": "isan", "c": "isbn", "a": "isan"}
    works = [reference(key=key, line=1, title="A", **{field: "1"}) for key, field in fields.items()]
    assert [(one.key, fields) for one, fields in not_shown(works)] == [("b", ("isan",)), ("a", ("isan",))]


def test_the_vocabulary_holds_fields_of_both_kinds() -> None:
    shown = {field for field in FIELDS if not not_shown([reference(line=1, **({"title": "A"} | {field: "2020"}))])}
    assert {"title", "subtitle", "author", "date", "publisher", "isbn", "url", "note", "type"} <= shown
    assert {"part", "editora", "afterword", "issuetitle", "eprint", "shorthand", "nameaddon"} <= FIELDS - shown


def test_every_field_of_this_collection_is_shown(root: Path) -> None:
    references, _ = read_references((root / "citations.bib").read_text(encoding="utf-8"))
    assert not_shown(references) == ()
