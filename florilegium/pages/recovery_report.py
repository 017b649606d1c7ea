"""What recovery did to a text, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from florilegium.model import Correction, Document, LineRange, Placed
from florilegium.pages.markdown import escape_cell
from florilegium.pages.views import count

SECTION = 2
PLACES = {"h": "heading", "q": "pull quote", "f": "before the title", "b": "byline"}
"""What a place without a number of its own is called, by the letter of its id."""
NOTHING = "Nothing was repaired, left out or decided by an editor, and nothing is in doubt."

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
    """How much was done, in words; what was not done is not counted."""
    by_lines: bool
    """Whether any of it names lines."""
    repairs: tuple[Row, ...]
    left_out: tuple[Row, ...]
    doubts: tuple[Row, ...]
    decisions: tuple[Decision, ...]


def report(placed: Placed) -> Report:
    """Return the report of a source."""
    document = placed.document
    decisions = _decisions(placed)
    return Report(
        counts=_counts(document, len(decisions)),
        by_lines=bool(document.repairs or document.left_out or document.doubts),
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


def _counts(document: Document, decisions: int) -> str:
    """Say how much was done to a text, in sentences."""
    done = (
        (len(document.repairs), "repair", "repairs"),
        (decisions, "decision of an editor on the form", "decisions of an editor on the form"),
        (len(document.left_out), "piece left out", "pieces left out"),
        (len(document.doubts), "place in doubt", "places in doubt"),
    )
    spaced = (
        (document.joined_lines, "line end", "line ends"),
        (document.changed_spaces, "odd space", "odd spaces"),
    )
    said = ", ".join(count(*one) for one in done if one[0])
    changed = [count(*one) for one in spaced if one[0]]
    became = "became single spaces" if sum(number for number, *_ in spaced) > 1 else "became a single space"
    return " ".join((f"{said}." if said else NOTHING, *((f"{' and '.join(changed)} {became}.",) if changed else ())))


def _decisions(placed: Placed) -> tuple[Decision, ...]:
    """Return what an editor decided of the form of a text; its themes are told elsewhere."""
    known = {block.id for block in placed.document.blocks} | {note.id for note in placed.document.notes}
    decided = []
    for correction in placed.source.record.corrections:
        what = "; ".join(_decided(correction))
        if what:
            name = _place(correction.at)
            place = f"[{name}](#{correction.at})" if correction.at in known and not correction.left_out else name
            decided.append(Decision(place, escape_cell(correction.begins), escape_cell(what)))
    return tuple(decided)


def _place(block: str) -> str:
    """Return how a reader knows a place: `¶ 42`, `note 14`; a heading is known by its words."""
    letter, number = block[0], block[1:]
    if letter in "pn":
        return f"{'¶' if letter == 'p' else 'note'}\N{NO-BREAK SPACE}{number}"
    return PLACES[letter]


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
