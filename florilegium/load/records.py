"""The record of a source: `sources/<id>.yml`."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import cast, get_args

from florilegium.load.fields import Fields
from florilegium.load.yaml_nodes import Node, read_yaml
from florilegium.model import CONTEXT, Correction, Fidelity, Kind, Layout, NoteKind, Publish, Record
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
    "received",
    "supplied",
    "corrections",
)
CORRECTION_KEYS = (
    "at",
    "begins",
    "theme",
    "also",
    "break_before",
    "level",
    "kind",
    "split_from",
    "marker_after",
    "left_out",
)
LEVEL_HINT = "2 section, 3 sub-section; the title is told from citations.bib"
CORRECTABLE = tuple(kind for kind in get_args(Kind) if kind != "table")
"""The kinds that a correction can give; a table has cells, which only its own rule can tell."""
ID_RE = re.compile(r"[phqfbn]\d+")


def read_record(
    text: str, source_id: str, path: str, themes: tuple[str, ...], references: Collection[str]
) -> tuple[Record, tuple[Problem, ...]]:
    """Parse a record; where it is faulty the returned record is not to be used."""
    node, problems = read_yaml(text, path)
    fields = Fields.of(node, path, "the record")
    if node is not None:
        fields.only(RECORD_KEYS, "a record")
        corrections = _corrections(fields, themes)
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
        received=fields.text("received", ""),
        supplied=fields.texts("supplied") or (),
        corrections=corrections if node is not None else (),
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


def _corrections(fields: Fields, themes: tuple[str, ...]) -> tuple[Correction, ...]:
    node = fields.mapping.get("corrections")
    if node is None or node.kind == "nothing":
        return ()
    if node.sequence is None:
        hint = "write each as a line '  - {at: p12, begins: \"…\", …}'"
        fields.problems.append(Problem("wrong-type", fields.path, node.line, "'corrections' is no list", hint))
        return ()
    return tuple(_correction(entry, fields, themes) for entry in node.sequence)


def _correction(node: Node, record: Fields, themes: tuple[str, ...]) -> Correction:
    fields = Fields.of(node, record.path, "a correction")
    fields.only(CORRECTION_KEYS, "a correction")
    at = fields.text("at")
    if at and not ID_RE.fullmatch(at):
        hint = "a letter and a number, as on the page of the source: p12, n12, h3, q1"
        fields.problems.append(Problem("unknown-value", record.path, fields.line_of("at"), f"'{at}' is no id", hint))
    theme = fields.text("theme", "") or None
    also = fields.texts("also")
    for name in ((theme,) if theme else ()) + (also or ()):
        if name == CONTEXT and name != theme:
            hint = "leave it out: a ¶ is also about a theme, or about nothing else"
            problem = Problem("unknown-theme", record.path, node.line, "'context' is no theme", hint)
            fields.problems.append(problem)
        elif name not in themes and name != CONTEXT:
            hint = did_you_mean(name, (*themes, CONTEXT), "the themes are the files of sources/themes/")
            problem = Problem("unknown-theme", record.path, node.line, f"unknown theme '{name}'", hint)
            fields.problems.append(problem)
    if also is not None and len(set(also)) < len(also):
        problem = Problem("theme-twice", record.path, node.line, "a theme stands twice in 'also'", "keep it once")
        fields.problems.append(problem)
    kind = fields.choice("kind", CORRECTABLE) if "kind" in fields.mapping else None
    level = fields.number("level", None)
    if level is not None and level not in (2, 3):
        problem = Problem(
            "unknown-value",
            record.path,
            node.line,
            f"unknown level {level}",
            "2 section, 3 sub-section; the title is told from citations.bib",
        )
        fields.problems.append(problem)
    correction = Correction(
        at=at,
        begins=fields.text("begins"),
        line=node.line,
        theme=theme,
        also=also,
        break_before=fields.flag("break_before"),
        level=level,
        kind=cast("Kind | None", kind),
        split_from=fields.text("split_from", "") or None,
        marker_after=fields.text("marker_after", "") or None,
        left_out=fields.text("left_out", "") or None,
    )
    if len(fields.mapping) <= 2 and not fields.problems:
        hint = f"say what to correct: one of {', '.join(CORRECTION_KEYS[2:])}"
        fields.problems.append(
            Problem("missing-key", record.path, node.line, "a correction that corrects nothing", hint)
        )
    record.problems.extend(fields.problems)
    return correction
