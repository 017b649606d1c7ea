"""Placed texts made by hand, as small as an export allows."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema

from build_site import Built
from florilegium.exports import source_data
from florilegium.model import Block, Document, Note, Placed, Reference, Source, Span
from tests.outline import record_of

LINES, SPANS = ((1, 1),), (Span(0, 1),)


def made(source: str, blocks: int, notes: int = 0) -> Placed:
    """Return a text of so many ¶ and notes that say nothing."""
    record = replace(
        record_of({}), id=source, path=f"sources/{source}.yml", text_path=f"sources/{source}.txt", short=source
    )
    document = Document(
        tuple(Block(f"p{at}", "paragraph", "Thus.", (), (), LINES, (), SPANS) for at in range(1, blocks + 1)),
        tuple(Note(f"n{at}", str(at), "See.", (), ("p1",), LINES, SPANS) for at in range(1, notes + 1)),
        *((), (), (), (), ()),
        joined_lines=0,
        changed_spaces=0,
    )
    return Placed(Source(record, Reference(source, "book", (("title", source),), 1), ""), document, (), ())


def schema(name: str) -> jsonschema.Draft202012Validator:
    """Return what holds a file against its schema."""
    text = (files("florilegium") / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def ids(placed: tuple[Placed, ...]) -> set[str]:
    """Return the id of every block and note, as the files of the sources have it: `brief#p12`."""
    exported = [source_data(one) for one in placed]
    return {f"{one['id']}#{part['id']}" for one in exported for part in (*one["blocks"], *one["notes"])}


def read(built: Built, path: str) -> Any:
    """Return what a data file of the site says."""
    return json.loads(next(output.content for output in built.outputs if output.path == path))
