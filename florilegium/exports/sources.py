"""One source, recovered and placed, to a data file: its blocks, its notes, and what recovery did to it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from florilegium import bibliography
from florilegium.model import Block, Document, Marker, Note, OutputFile, Placed, Placing, Theme

SOURCE_FORMAT = "florilegium-source/1"
Cited = Mapping[tuple[str, str], tuple[str, ...]]
"""Keys of the works that a note cites, in order, by source and number of the note."""


def source_file(placed: Placed, themes: Sequence[Theme], cited: Cited) -> OutputFile:
    """Return `sources/<id>.json`."""
    record = placed.source.record
    content = json.dumps(source_data(placed, cited), ensure_ascii=False, indent=1) + "\n"
    origins = (record.text_path, record.path, *(theme.path for theme in themes), "citations.bib")
    return OutputFile(f"data/sources/{record.id}.json", content, origins)


def source_data(placed: Placed, cited: Cited | None = None) -> dict[str, Any]:
    """Return one source as plain data, in the form that the schema describes."""
    document, keys = placed.document, cited or {}
    placings = {placing.block: placing for placing in placed.placings}
    return {
        "format": SOURCE_FORMAT,
        "id": placed.source.record.id,
        "reference": placed.source.reference.key,
        "title": bibliography.title(placed.source.reference),
        "fidelity": placed.source.record.fidelity,
        "blocks": [_block(block, placings.get(block.id)) for block in document.blocks],
        "notes": [_note(note, keys.get((placed.source.record.id, note.number), ())) for note in document.notes],
        **_account(document),
    }


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


def _note(note: Note, cites: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": note.id,
        "number": note.number,
        "text": note.text,
        "urls": list(note.urls),
        "references": list(cites),
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
