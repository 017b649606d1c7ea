"""The record of a source: `sources/<id>.yml`."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast, get_args

from florilegium.load.corrections import read_corrections
from florilegium.load.fields import Fields
from florilegium.load.see_links import read_see
from florilegium.load.yaml_nodes import read_yaml
from florilegium.model import Fidelity, Layout, NoteKind, Publish, Record
from florilegium.problems import Problem, did_you_mean

RECORD_KEYS = (
    "reference",
    "short",
    "layout",
    "notes",
    "markers_drift",
    "notes_begin",
    "first_page",
    "fidelity",
    "fidelity_note",
    "rights",
    "publish",
    "original_at",
    "received",
    "supplied",
    "corrections",
    "see",
)


def read_record(
    text: str,
    source_id: str,
    path: str,
    themes: tuple[str, ...],
    references: Collection[str],
    sources: Collection[str],
) -> tuple[Record, tuple[Problem, ...]]:
    """Parse a record; where it is faulty the returned record is not to be used."""
    node, problems = read_yaml(text, path)
    fields = Fields.of(node, path, "the record")
    if node is not None:
        fields.only(RECORD_KEYS, "a record")
        corrections = read_corrections(fields, themes, references)
    record = Record(
        id=source_id,
        path=path,
        text_path=path.removesuffix(".yml") + ".txt",
        reference=fields.text("reference"),
        short=fields.text("short"),
        layout=cast("Layout", fields.choice("layout", get_args(Layout))),
        notes=cast("NoteKind", fields.choice("notes", get_args(NoteKind))),
        markers_drift=bool(fields.flag("markers_drift")),
        notes_begin=fields.text("notes_begin", ""),
        first_page=fields.number("first_page", None),
        fidelity=cast("Fidelity", fields.choice("fidelity", get_args(Fidelity))),
        fidelity_note=fields.text("fidelity_note", ""),
        rights=fields.text("rights"),
        publish=cast("Publish", fields.choice("publish", get_args(Publish)) if "publish" in fields.mapping else "full"),
        original_at=fields.address("original_at", "write the whole address: https://…"),
        received=fields.text("received", ""),
        supplied=fields.texts("supplied") or (),
        corrections=corrections if node is not None else (),
        see=read_see(fields, source_id, sources),
    )
    if node is None:
        return record, problems
    if record.reference and record.reference not in references:
        hint = did_you_mean(record.reference, references, "the keys of citations.bib")
        line = fields.line_of("reference")
        fields.problems.append(Problem("unknown-reference", path, line, f"no entry '{record.reference}'", hint))
    if record.fidelity == "paraphrased" and not record.fidelity_note:
        hint = "add 'fidelity_note: …': what a reader must know before quoting"
        message = "a paraphrased text without a note to its readers"
        fields.problems.append(Problem("missing-key", path, fields.line_of("fidelity"), message, hint))
    if record.layout == "lines" and record.notes == "page-bottom" and not fields.problems:
        hint = "a text with a paragraph a line shows no pages: write 'notes: end' or 'layout: wrapped'"
        message = "notes at the bottom of pages in a text that has none"
        fields.problems.append(Problem("unknown-value", path, fields.line_of("notes"), message, hint))
    return record, (*problems, *fields.problems)
