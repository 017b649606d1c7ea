"""What recovery did to a text, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from florilegium.model import Correction, LineRange, Placed
from florilegium.pages.markdown import escape_cell
from florilegium.pages.views import count

SECTION = 2

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
class Decision:
    """What an editor decided, its cells Markdown."""

    place: str
    words: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that is to be said."""

    counts: str
    repairs: tuple[Row, ...]
    left_out: tuple[Row, ...]
    doubts: tuple[Row, ...]
    decisions: tuple[Decision, ...]


def report(placed: Placed) -> Report:
    """Return the report of a source."""
    document = placed.document
    decisions = _decisions(placed)
    ends, spaces = count(document.joined_lines, "line end", "line ends"), document.changed_spaces
    return Report(
        counts=(
            f"{count(len(document.repairs), 'repair', 'repairs')}, "
            f"{count(len(decisions), 'decision', 'decisions')} of an editor on the form, "
            f"{len(document.left_out)} left out, "
            f"{count(len(document.doubts), 'doubt', 'doubts')}. {ends} and {count(spaces, 'odd space', 'odd spaces')} "
            "became single spaces."
        ),
        decisions=decisions,
        repairs=tuple(
            Row(line_numbers(one.lines), REPAIRS[one.kind], _cell(one.before), _cell(one.after))
            for one in document.repairs
        ),
        left_out=tuple(
            Row(line_numbers(one.lines), escape_cell(one.reason), _cell(one.text), "") for one in document.left_out
        ),
        doubts=tuple(Row(line_numbers(one.lines), DOUBTS[one.kind], _cell(one.detail), "") for one in document.doubts),
    )


def _decisions(placed: Placed) -> tuple[Decision, ...]:
    """Return what an editor decided of the form of a text; its themes are told elsewhere."""
    known = {block.id for block in placed.document.blocks} | {note.id for note in placed.document.notes}
    decided = []
    for correction in placed.source.record.corrections:
        what = "; ".join(_decided(correction))
        if what:
            name = escape_cell(correction.at)
            place = f"[{name}](#{correction.at})" if correction.at in known and not correction.left_out else name
            decided.append(Decision(place, escape_cell(correction.begins), escape_cell(what)))
    return tuple(decided)


def _decided(correction: Correction) -> Iterator[str]:
    if correction.break_before is not None:
        yield "a paragraph begins here" if correction.break_before else "no paragraph begins here"
    if correction.level is not None:
        yield "a heading of a section" if correction.level == SECTION else "a heading of a sub-section"
    if correction.kind is not None:
        yield f"a {correction.kind.replace('_', ' ')}"
    if correction.split_from is not None:
        yield f"a note of its own, cut from note {correction.split_from[1:]}"
    if correction.marker_after is not None:
        yield f"its marker stands after “{correction.marker_after}”"
    if correction.left_out is not None:
        yield f"left out: {correction.left_out}"


def line_numbers(lines: Sequence[LineRange]) -> str:
    """Return lines as a reader says them: `12–14, 20`."""
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in lines)


def _cell(text: str) -> str:
    """Show a line break as a sign, and odd spaces as plain ones."""
    return escape_cell(" ".join(text.replace("\n", " ⏎ ").split()))
