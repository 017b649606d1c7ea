"""All data files: where they are, and what the notes of a source say there."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from build_site import Built
from florilegium import exports
from florilegium.model import Citation, OutputFile, Placed

FORMS = (".json", ".bib", ".ris")


def citation(placed: Placed, note: int, reference: str, begins: int, ends: int) -> Citation:
    number = placed.document.notes[note].number
    return Citation(placed.source.record.id, number, reference, begins, ends, (begins, begins), "full", "title")


@pytest.fixture
def placed(built: Built) -> Placed:
    return next(one for one in built.placed if one.document.notes)


@pytest.fixture
def exported(built: Built, placed: Placed) -> dict[str, OutputFile]:
    works = built.collection.references
    source = placed.source
    citations = (
        citation(placed, 1, works[2].key, 12, 20),
        citation(placed, 1, works[1].key, 3, 10),
        citation(placed, 1, works[2].key, 22, 25),
        citation(placed, 0, works[0].key, 0, 9),
    )
    lists = {
        "all": [work.key for work in works[:3]],
        built.collection.themes[0].id: [works[1].key, works[0].key],
        f"cited-by/{source.record.id}": [works[2].key],
    }
    outputs = exports.export(
        built.placed,
        built.collection.themes,
        references=works,
        citations=citations,
        lists=lists,
        records={source.record.id: source.reference},
    )
    assert len({output.path for output in outputs}) == len(outputs)
    return {output.path: output for output in outputs}


def test_each_list_and_each_record_is_there_in_three_forms(
    exported: dict[str, OutputFile], built: Built, placed: Placed
) -> None:
    source, theme = placed.source.record.id, built.collection.themes[0].id
    stems = ("references", f"references/{theme}", f"references/cited-by/{source}", f"records/{source}")
    assert {f"data/{stem}{form}" for stem in stems for form in FORMS} <= set(exported)
    works = [work.key for work in built.collection.references]
    assert [item["id"] for item in json.loads(exported[f"data/references/{theme}.json"].content)] == sorted(works[:2])
    assert [item["id"] for item in json.loads(exported[f"data/records/{source}.json"].content)] == [
        placed.source.reference.key
    ]


def test_a_file_says_what_it_was_made_from(exported: dict[str, OutputFile], built: Built, placed: Placed) -> None:
    record, theme = placed.source.record, built.collection.themes[0]
    own = {"citations.bib", record.path, record.text_path}
    assert set(exported[f"data/references/cited-by/{record.id}.bib"].made_from) == own
    assert set(exported[f"data/references/{theme.id}.bib"].made_from) > own | {theme.path}


def test_a_note_lists_the_works_it_cites_in_order_each_once(
    exported: dict[str, OutputFile], built: Built, placed: Placed
) -> None:
    works = built.collection.references
    notes = json.loads(exported[f"data/sources/{placed.source.record.id}.json"].content)["notes"]
    assert [note["references"] for note in notes[:3]] == [[works[0].key], [works[1].key, works[2].key], []]


def test_a_citation_is_given_with_the_words_that_name_its_work(
    exported: dict[str, OutputFile], built: Built, placed: Placed
) -> None:
    note, work = placed.document.notes[1], built.collection.references[2]
    data = json.loads(exported["data/citations.json"].content)
    assert data["citations"][0] == {
        "source": placed.source.record.id,
        "note": note.number,
        "reference": work.key,
        "form": "full",
        "text": note.text[12:20],
    }
    schema = json.loads((files("florilegium") / "schemas" / "florilegium-citations-1.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(data)
    del data["citations"][0]["text"]
    assert not validator.is_valid(data)


def test_every_schema_is_published_and_is_one(exported: dict[str, OutputFile]) -> None:
    schemas = [output for path, output in exported.items() if path.startswith("data/schema/")]
    assert len(schemas) == len(list((files("florilegium") / "schemas").iterdir()))
    for schema in schemas:
        jsonschema.Draft202012Validator.check_schema(json.loads(schema.content))


def test_every_file_ends_with_one_line_end(exported: dict[str, OutputFile]) -> None:
    assert [path for path, file in exported.items() if not file.content.endswith("\n") or "\r" in file.content] == []
