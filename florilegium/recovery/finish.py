"""Number the blocks and make the Document of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from florilegium.addresses import addresses
from florilegium.model import Block, Document, Kind, LeftOut, Note
from florilegium.problems import Problem
from florilegium.recovery.corrections import check_corrections
from florilegium.recovery.draft import Draft, NotePart, Part, Task
from florilegium.recovery.law import broken
from florilegium.recovery.lines import Line
from florilegium.recovery.traced import Traced

LETTERS: dict[Kind, str] = {"heading": "h", "pull_quote": "q", "front_matter": "f", "byline": "b"}
"""The first letter of the ids of what is not the author's text, which has `p`."""

OUTSIDE: frozenset[Kind] = frozenset({"front_matter", "byline"})
"""The kinds that stand under no heading, wherever they are printed."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A document, and what is wrong with it."""

    document: Document
    problems: tuple[Problem, ...]


def finish(draft: Draft, lines: tuple[Line, ...], task: Task) -> Recovered:
    """Return the document, checked against the file and the record."""
    blocks = _blocks(draft, lines)
    notes = tuple(_note(note, blocks, draft) for note in draft.notes)
    document = Document(
        blocks=blocks,
        notes=tuple(sorted(notes, key=lambda note: int(note.number))),
        left_out=tuple(
            LeftOut(text.text, reason, draft.lines_of(text), text.spans()) for text, reason in draft.left_out
        ),
        apparatus=tuple(sorted(draft.apparatus, key=lambda found: found.span.start)),
        repairs=tuple(sorted(draft.repairs, key=lambda repair: repair.lines)),
        doubts=tuple(sorted(draft.doubts, key=lambda doubt: doubt.lines)),
        joints=tuple(sorted(draft.joints)),
        joined_lines=_joined_lines(draft),
        changed_spaces=_changed_spaces(draft),
    )
    breaches = tuple(
        Problem(f"law-{breach.kind}", task.record.text_path, breach.line, breach.message, LAW_HINT)
        for breach in broken(draft.raw, document)
    )
    misplaced = check_corrections(blocks, document.notes, task) if not draft.problems else ()
    return Recovered(document, draft.problems + breaches + misplaced)


LAW_HINT = "a rule of recovery is at fault, not the text: add these lines to its fixture and mend it"


def _blocks(draft: Draft, lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """Give each part its id, its headings and its pages."""
    counters: dict[str, Iterator[int]] = {letter: count(1) for letter in "phqfb"}
    paged = any(line.opens_page for line in lines)
    openings = [(line.text.origins[0], line.page) for line in lines if paged]
    path: list[tuple[int, str]] = []
    blocks = []
    for part in draft.parts:
        letter = LETTERS.get(part.kind, "p")
        if part.kind == "heading" and part.level:
            path = [(level, text) for level, text in path if level < part.level]
        blocks.append(
            Block(
                id=f"{letter}{next(counters[letter])}",
                kind=part.kind,
                text=part.text.text,
                headings=() if part.kind in OUTSIDE else tuple(text for level, text in path if level > 1),
                markers=part.markers,
                lines=draft.lines_of(part.text),
                pages=_pages(part.text, openings),
                spans=part.text.spans(),
                level=part.level,
                ordered=part.label[:1].isdigit() if part.kind == "list_item" else None,
                label=part.label,
                rows=_rows(part),
            )
        )
        if part.kind == "heading" and part.level:
            path.append((part.level, part.text.text))
    return tuple(blocks)


def _rows(part: Part) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table as they read once markers are lifted from its text."""
    kept = frozenset(part.text.origins)
    return tuple(
        tuple("".join(char for char, at in zip(cell.text, cell.origins, strict=True) if at in kept) for cell in row)
        for row in part.rows
    )


def _pages(text: Traced, openings: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the page on which a text begins, at offset 0, and each further page with the offset at which it begins."""
    if not openings:
        return ()
    pages: list[tuple[int, int]] = []
    at = 0
    for offset, origin in enumerate(text.origins):
        while at + 1 < len(openings) and openings[at + 1][0] <= origin:
            at += 1
        if not pages or openings[at][1] != pages[-1][0]:
            pages.append((openings[at][1], offset))
    return tuple(pages)


def _note(note: NotePart, blocks: tuple[Block, ...], draft: Draft) -> Note:
    text = note.text.text
    return Note(
        id=f"n{note.number}",
        number=note.number,
        text=text,
        urls=tuple(text[start:end] for start, end in addresses(text)),
        cited_from=tuple(block.id for block in blocks if any(m.note == note.number for m in block.markers)),
        lines=draft.lines_of(note.text),
        spans=note.text.spans(),
    )


def _joined_lines(draft: Draft) -> int:
    """Count the line ends that became spaces."""
    return sum("\n" in gap for gap in _gaps(draft))


def _changed_spaces(draft: Draft) -> int:
    """Count the spaces on a line that were no-break, doubled or otherwise odd."""
    return sum(gap != " " and "\n" not in gap and not gap.strip() for gap in _gaps(draft))


def _gaps(draft: Draft) -> Iterator[str]:
    """Return what stood in the file where a running text now has a space; cells of tables are no running text."""
    running = [part.text for part in draft.parts if not part.rows] + [note.text for note in draft.notes]
    for text in running:
        for char, before, after in zip(text.text[1:], text.origins, text.origins[2:], strict=False):
            if char == " ":
                yield draft.raw[before + 1 : after]
