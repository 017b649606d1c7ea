"""Everything recovered and placed to data files for others to rely on: their form is a contract, with a JSON Schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from florilegium import bibliography
from florilegium.model import Block, Document, Marker, Note, OutputFile, Placed, Placing, Theme

SOURCE_FORMAT = "florilegium-source/1"
SCHEMAS = ("florilegium-source-1.json",)


def export(placed: tuple[Placed, ...], themes: tuple[Theme, ...]) -> tuple[OutputFile, ...]:
    """Return all data files, with the schemas that they follow."""
    schemas = tuple(
        OutputFile(f"data/schema/{name}", (files("florilegium") / "schemas" / name).read_text(encoding="utf-8"), ())
        for name in SCHEMAS
    )
    return (*schemas, *(_source_file(one, themes) for one in placed))


def source_data(placed: Placed) -> dict[str, Any]:
    """Return one source as plain data, in the form that the schema describes."""
    document = placed.document
    placings = {placing.block: placing for placing in placed.placings}
    return {
        "format": SOURCE_FORMAT,
        "id": placed.source.record.id,
        "reference": placed.source.reference.key,
        "title": bibliography.title(placed.source.reference),
        "fidelity": placed.source.record.fidelity,
        "blocks": [_block(block, placings.get(block.id)) for block in document.blocks],
        "notes": [_note(note) for note in document.notes],
        **_account(document),
    }


def _source_file(placed: Placed, themes: tuple[Theme, ...]) -> OutputFile:
    record = placed.source.record
    content = json.dumps(source_data(placed), ensure_ascii=False, indent=1) + "\n"
    origins = (record.text_path, record.path, *(theme.path for theme in themes), "citations.bib")
    return OutputFile(f"data/sources/{record.id}.json", content, origins)


def _block(block: Block, placing: Placing | None) -> dict[str, Any]:
    exported: dict[str, Any] = {
        "id": block.id,
        "kind": block.kind,
        "level": block.level,
        "ordered": block.ordered,
        "headings": list(block.headings),
        "text": block.text,
        "markers": [_marker(marker) for marker in block.markers],
        "lines": [list(lines) for lines in block.lines],
        "pages": [list(page) for page in block.pages],
        "theme": placing.theme if placing else None,
        "also": list(placing.also) if placing else [],
        "theme_by": placing.by if placing else None,
        "theme_by_terms": placing.by_terms if placing else None,
        "why": [{"theme": why.theme, "term": why.term, "count": why.count} for why in placing.why] if placing else [],
    }
    if block.kind == "table":
        exported["rows"] = [list(row) for row in block.rows]
    return exported


def _marker(marker: Marker) -> dict[str, Any]:
    return {
        "note": marker.note,
        "offset": marker.offset,
        "found_at": marker.found_at,
        "moved": marker.moved,
        "doubtful": marker.doubtful,
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "number": note.number,
        "text": note.text,
        "urls": list(note.urls),
        "references": [],
        "cited_from": list(note.cited_from),
        "lines": [list(lines) for lines in note.lines],
    }


def _account(document: Document) -> dict[str, Any]:
    """Return what recovery left out, changed and doubted."""
    return {
        "left_out": [
            {"lines": [list(lines) for lines in left.lines], "text": left.text, "reason": left.reason}
            for left in document.left_out
        ],
        "repairs": [
            {"kind": one.kind, "lines": [list(lines) for lines in one.lines], "before": one.before, "after": one.after}
            for one in document.repairs
        ],
        "doubts": [
            {"kind": one.kind, "lines": [list(lines) for lines in one.lines], "detail": one.detail}
            for one in document.doubts
        ],
    }
