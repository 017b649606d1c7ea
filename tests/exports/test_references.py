"""The works of the collection, out and back again through the programs that read them."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pypandoc  # type: ignore[import-untyped]
import pytest
import rispy  # type: ignore[import-untyped]

from florilegium.bibliography import csl_item, read_references
from florilegium.bibliography.csl import TYPES
from florilegium.editions import described
from florilegium.exports.references import reference_files
from florilegium.exports.ris import KEYS, LISTS
from florilegium.load import load
from florilegium.model import Reference
from tests.exports.zotero_import import CSL_TYPES, DROPPED_FROM_BIB, REFUSED, import_ris

Item = dict[str, Any]


@pytest.fixture(scope="module")
def references(root: Path) -> tuple[Reference, ...]:
    collection = load(root).collection
    made = [described(source, collection.edition) for source in collection.sources]
    return (*collection.references, *(replace(one, key=f"{one.key}-made") for one in made if not one.raw))


@pytest.fixture(scope="module")
def written(references: tuple[Reference, ...]) -> dict[str, str]:
    return {Path(file.path).suffix: file.content for file in reference_files("works", references[::-1], ())}


@pytest.fixture(scope="module")
def items(written: dict[str, str]) -> list[Item]:
    exported: list[Item] = json.loads(written[".json"])
    return exported


def pandoc(form: str, text: str) -> dict[str, Item]:
    command = (pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson")
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, encoding="utf-8")
    return {item["id"]: item for item in json.loads(done.stdout)}


def test_there_are_works_and_a_made_one(references: tuple[Reference, ...]) -> None:
    assert len(references) > 4
    assert any(not reference.raw for reference in references)


def test_the_three_files_hold_the_same_works_in_order_of_their_keys(
    references: tuple[Reference, ...], written: dict[str, str], items: list[Item]
) -> None:
    keys = sorted(reference.key for reference in references)
    assert [item["id"] for item in items] == keys
    assert re.findall(r"^@\w+\{([^,]+),", written[".bib"], re.MULTILINE) == keys
    assert re.findall(r"^ID  - (.+)$", written[".ris"], re.MULTILINE) == keys


def test_a_list_without_works_is_there_and_empty() -> None:
    assert [(file.path, file.content) for file in reference_files("data/references/peace", (), ("citations.bib",))] == [
        ("data/references/peace.json", "[]\n"),
        ("data/references/peace.bib", ""),
        ("data/references/peace.ris", ""),
    ]


def test_the_bib_file_reads_back_with_every_field(references: tuple[Reference, ...], written: dict[str, str]) -> None:
    read, problems = read_references(written[".bib"])
    assert problems == ()
    for back, reference in zip(read, sorted(references, key=lambda one: one.key), strict=True):
        kept = [(name, value) for name, value in reference.fields if name not in ("draft", "distinctfrom")]
        assert (back.key, back.entry_type, list(back.fields)) == (reference.key, reference.entry_type, kept)
        assert csl_item(back) == csl_item(reference)


def test_every_field_is_in_the_ris_file(written: dict[str, str], items: list[Item]) -> None:
    records = rispy.loads(written[".ris"], mapping=KEYS, list_tags=LISTS)
    for record, item in zip(records, items, strict=True):
        values = [value for one in record.values() for value in (one if isinstance(one, list) else [one])]
        for variable in set(item) - {"type", "author", "editor", "issued", "accessed", "page"}:
            assert item[variable] in values or f"{variable} = {item[variable]}" in values, (item["id"], variable)
        people = [name for role in ("author", "editor") for name in item.get(role, [])]
        said = [name.get("literal") or f"{name['family']}, {name['given']}" for name in people]
        assert [*record.get("authors", []), *record.get("secondary_authors", []), *record.get("editors", [])] == said
        assert ("issued" in item) == ("year" in record)
        assert ("accessed" in item) == ("access_date" in record)


def test_zotero_reads_from_the_ris_file_who_what_when_and_where(written: dict[str, str], items: list[Item]) -> None:
    for read, item in zip(import_ris(written[".ris"]), items, strict=True):
        assert read.fields[{"statute": "nameOfAct"}.get(read.kind, "title")] == item["title"]
        assert read.fields.get("url") == item.get("URL")
        assert len(read.creators) == len([*item.get("author", []), *item.get("editor", [])])
        assert ("issued" in item) == any(name in read.fields for name in ("date", "dateEnacted"))
        assert (read.kind == "journalArticle") == (item["type"] == "article-journal")
        if (holder := item.get("container-title")) and item["type"] != "report":
            assert holder in read.fields.values()


def plain(title: str) -> str:
    return re.sub(r"<[^>]+>|[‘’“”\"']", "", title).lower()


def test_pandoc_reads_the_bib_file_as_we_do(written: dict[str, str], items: list[Item]) -> None:
    read = pandoc("biblatex", written[".bib"])
    for item in items:
        back = read[item["id"]]
        assert plain(back["title"]) == plain(item["title"])
        assert back.get("URL") == item.get("URL")
        assert back.get("author", []) == item.get("author", [])
        if "season" not in item.get("issued", {}):
            assert back.get("issued") == item.get("issued")
        assert back.get("accessed") == item.get("accessed")


def test_pandoc_reads_the_ris_file_as_far_as_it_reads_ris(written: dict[str, str], items: list[Item]) -> None:
    """It knows years alone, and takes bodies for persons."""
    read = pandoc("ris", written[".ris"])
    for item in items:
        back = read[item["id"]]
        assert plain(back["title"]) == plain(item["title"])
        assert back.get("URL") == item.get("URL")
        assert len(back.get("author", [])) == len(item.get("author", []))
        years = [parts[0] for parts in item.get("issued", {}).get("date-parts", [])][:1]
        assert [parts[0] for parts in back.get("issued", {}).get("date-parts", [])] == years


def schema() -> dict[str, Any]:
    name = "florilegium-references-1.json"
    read: dict[str, Any] = json.loads((files("florilegium") / "schemas" / name).read_text(encoding="utf-8"))
    return read


def test_the_json_file_follows_its_schema(items: list[Item]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    assert [error.message for error in validator.iter_errors(items)] == []
    assert [item for item in items if re.search(r"</?(?:span|i|b)\b", json.dumps(item, ensure_ascii=False))] == []


@pytest.mark.parametrize(
    "fault",
    [
        {"type": "web"},
        {"keyword": "peace"},
        {"author": [{"family": "Smith", "non-dropping-particle": "van"}]},
        {"issued": "2021"},
        {"issued": {"date-parts": [[2021, 13]]}},
        {"title": ""},
    ],
)
def test_the_schema_refuses_what_would_be_lost(fault: Item) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    work = {"id": "a", "type": "book", "title": "A"}
    assert validator.is_valid([work])
    assert not validator.is_valid([work | fault])


def test_every_kind_of_work_is_one_that_csl_and_its_readers_know() -> None:
    ours = set(schema()["$defs"]["work"]["properties"]["type"]["enum"])
    assert ours == {*TYPES.values(), "book"}
    assert ours <= CSL_TYPES - REFUSED


def test_no_entry_is_of_a_type_that_zotero_drops(references: tuple[Reference, ...]) -> None:
    assert {reference.entry_type for reference in references} & DROPPED_FROM_BIB == set()
