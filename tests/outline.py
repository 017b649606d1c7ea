"""A document as a few readable lines, so that a fixture can say what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping

from florilegium.model import Block, Correction, Record
from florilegium.recovery import Recovered, Task, recover

DEFAULTS: dict[str, object] = {
    "layout": "lines",
    "notes": "none",
    "markers_drift": False,
    "notes_begin": "",
    "title": "",
    "authors": [],
    "publishers": [],
    "corrections": [],
}


def record_of(options: Mapping[str, object]) -> Record:
    """Return a record with these options; unknown ones are refused."""
    given = {**DEFAULTS, **options}
    assert set(given) == set(DEFAULTS), set(given) - set(DEFAULTS)
    return Record(
        id="text",
        path="sources/text.yml",
        text_path="sources/text.txt",
        reference="work",
        short="Text",
        layout=given["layout"],  # type: ignore[arg-type]
        notes=given["notes"],  # type: ignore[arg-type]
        markers_drift=bool(given["markers_drift"]),
        notes_begin=str(given["notes_begin"]),
        first_page=None,
        fidelity="verbatim",
        fidelity_note="",
        rights="none",
        publish="full",
        original_at="",
        received="",
        supplied=(),
        corrections=tuple(Correction(line=1, **fields) for fields in given["corrections"]),  # type: ignore[attr-defined]
    )


def recover_text(raw: str, options: Mapping[str, object] | None = None) -> Recovered:
    """Recover a text as a record with these options would have it."""
    given = {**DEFAULTS, **(options or {})}
    record = record_of(options or {})
    task = Task(record, str(given["title"]), tuple(given["authors"]), tuple(given["publishers"]))  # type: ignore[arg-type]
    return recover(raw, task)


def outline(recovered: Recovered) -> str:
    """Return blocks, notes, what was left out, repairs, doubts and problems, one a line."""
    document = recovered.document
    lines = [_block(block) for block in document.blocks]
    lines += [f"{note.id} {note.text}" for note in document.notes]
    lines += [f"left out ({left.reason}) {left.text}" for left in document.left_out]
    lines += [f"repair {one.kind}: {one.before} -> {one.after}".replace("\n", "⏎") for one in document.repairs]
    lines += [f"doubt {one.kind}: {one.detail}" for one in document.doubts]
    lines += [f"problem {one.name} at {one.line}: {one.message}" for one in recovered.problems]
    return "\n".join(lines)


def with_markers(block: Block) -> str:
    """Return the text of a block with its markers in brackets, `?` where the place is doubtful."""
    text, at = "", 0
    for marker in block.markers:
        text += block.text[at : marker.offset] + f"[{marker.note}{'?' if marker.doubtful else ''}]"
        at = marker.offset
    return text + block.text[at:]


def _block(block: Block) -> str:
    if block.kind == "table":
        return f"{block.id} table " + " / ".join(" | ".join(row) for row in block.rows)
    level = f" {block.level}" if block.level else ""
    label = f" {block.label}" if block.label else ""
    pages = "".join(f" [p. {page} at {offset}]" for page, offset in block.pages if offset)
    return f"{block.id} {block.kind}{level}{label}: {with_markers(block)}{pages}"
