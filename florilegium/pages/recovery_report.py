"""What recovery did to a text, as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from florilegium.model import Document, LineRange
from florilegium.pages.markdown import escape_cell

REPAIRS = {
    "joined-url": "web address joined",
    "split-note": "notes cut apart",
    "entity": "HTML entity read",
    "moved-marker": "marker put back",
}
DOUBTS = {
    "paragraph-break": "paragraph break",
    "marker-place": "place of a marker",
    "heading": "heading",
    "solid-lines": "lines set solid",
    "line-end-hyphen": "hyphen at a line end",
    "note-end": "end of a note",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report, its cells Markdown."""

    lines: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that is to be said."""

    counts: str
    repairs: tuple[Row, ...]
    left_out: tuple[Row, ...]
    doubts: tuple[Row, ...]


def report(document: Document) -> Report:
    """Return the report of a document."""
    return Report(
        counts=(
            f"{len(document.repairs)} repairs, {len(document.left_out)} left out, {len(document.doubts)} doubts, "
            f"{document.joined_lines} line ends and {document.changed_spaces} odd spaces made single spaces."
        ),
        repairs=tuple(
            Row(line_numbers(one.lines), REPAIRS[one.kind], _cell(one.before), _cell(one.after))
            for one in document.repairs
        ),
        left_out=tuple(
            Row(line_numbers(one.lines), escape_cell(one.reason), _cell(one.text), "") for one in document.left_out
        ),
        doubts=tuple(Row(line_numbers(one.lines), DOUBTS[one.kind], _cell(one.detail), "") for one in document.doubts),
    )


def line_numbers(lines: Sequence[LineRange]) -> str:
    """Return lines as a reader says them: `12–14, 20`."""
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in lines)


def _cell(text: str) -> str:
    """Show a line break as a sign, and odd spaces as plain ones."""
    return escape_cell(" ".join(text.replace("\n", " ⏎ ").split()))
