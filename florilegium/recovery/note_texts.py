"""Join the lines of each footnote."""

from __future__ import annotations

from dataclasses import replace

from florilegium.recovery.draft import Draft, Task
from florilegium.recovery.joining import join, note_joints
from florilegium.recovery.widths import width


def join_note_lines(draft: Draft, task: Task) -> Draft:
    """Give each note its running text; notes are set smaller than the body, so they have a measure of their own."""
    measure = max((width(line.text.text) for note in draft.notes for line in note.lines), default=0)
    notes = []
    for note in draft.notes:
        text = join(note.lines, measure)
        notes.append(replace(note, text=text.text))
        draft = note_joints(draft, text, note.lines)
    return replace(draft, notes=tuple(notes))
