"""Recover a text: from the letters of a file to blocks and notes.

`RULES` says which rules make what of a text, and in which order; each stands in the module of its subject.
"""

from __future__ import annotations

from florilegium import bibliography
from florilegium.model import Layout, NoteKind, Source
from florilegium.recovery.boilerplate import leave_out_boilerplate
from florilegium.recovery.byline import tell_byline
from florilegium.recovery.corrections import apply_to_parts
from florilegium.recovery.draft import Draft, Rule, Task
from florilegium.recovery.drift import put_back_markers
from florilegium.recovery.end_notes import lift_end_notes
from florilegium.recovery.entities import read_entities
from florilegium.recovery.finish import Recovered, finish
from florilegium.recovery.headings import set_levels, tell_headings
from florilegium.recovery.line_quotes import tell_line_quotes
from florilegium.recovery.lines import LineNumbers, read_lines
from florilegium.recovery.lists import tell_lists
from florilegium.recovery.markers import lift_markers
from florilegium.recovery.note_texts import join_note_lines
from florilegium.recovery.page_notes import lift_page_notes
from florilegium.recovery.paragraphs import set_paragraphs
from florilegium.recovery.single_lines import take_single_lines
from florilegium.recovery.solid_quotes import lift_solid_quotes
from florilegium.recovery.tables import tell_tables
from florilegium.recovery.title import tell_title

LIFT_NOTES: dict[tuple[Layout, NoteKind], tuple[Rule, ...]] = {
    ("wrapped", "page-bottom"): (lift_page_notes, join_note_lines),
}
"""Notes that are lifted from the lines, before these become paragraphs."""

SET_LINES: dict[Layout, tuple[Rule, ...]] = {
    "wrapped": (lift_solid_quotes, set_paragraphs),
    "lines": (take_single_lines,),
}

LIFT_ENDNOTES: dict[NoteKind, tuple[Rule, ...]] = {"end": (lift_end_notes,)}

TELL_KINDS: dict[Layout, tuple[Rule, ...]] = {
    "wrapped": (tell_byline, apply_to_parts, set_levels),
    "lines": (
        tell_lists,
        tell_tables,
        tell_byline,
        tell_line_quotes,
        tell_headings,
        apply_to_parts,
        set_levels,
    ),
}

PLACE_MARKERS: tuple[Rule, ...] = (lift_markers, put_back_markers)


def rules_for(layout: Layout, notes: NoteKind) -> tuple[Rule, ...]:
    """Return the rules for a kind of text, in their order."""
    return (
        read_entities,
        *LIFT_NOTES.get((layout, notes), ()),
        *SET_LINES[layout],
        leave_out_boilerplate,
        tell_title,
        *LIFT_ENDNOTES.get(notes, ()),
        *TELL_KINDS[layout],
        *PLACE_MARKERS,
    )


def task_for(source: Source) -> Task:
    """Return what recovery is told of a source: its record, and what the bibliography knows of its work."""
    reference = source.reference
    return Task(
        record=source.record,
        title=bibliography.title(reference),
        authors=bibliography.personal_authors(reference),
        publishers=bibliography.containers(reference),
    )


def recover(raw: str, task: Task) -> Recovered:
    """Recover a text.

    Problems name lines of the text or of its record; with any of them the document is not to be trusted.
    """
    record = task.record
    paged = record.layout == "wrapped"
    lines = read_lines(raw, paged=paged, first_page=record.first_page or 1)
    draft = Draft(raw, LineNumbers.of(raw), lines)
    for rule in rules_for(record.layout, record.notes):
        draft = rule(draft, task)
    return finish(draft, lines, task)


__all__ = ["Recovered", "Task", "recover", "rules_for", "task_for"]
