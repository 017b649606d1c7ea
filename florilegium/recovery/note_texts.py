"""Join the lines of each footnote."""

from __future__ import annotations

import re
from dataclasses import replace

from florilegium.model import Doubt
from florilegium.recovery.draft import Draft, Task
from florilegium.recovery.joining import join, note_joints
from florilegium.recovery.widths import measure_of

ENDED_RE = re.compile(r"[.!?/;)”’\"']$|https?://\S+$")
"""How a note ends. One that does not may go on at the foot of the next page."""


def join_note_lines(draft: Draft, task: Task) -> Draft:
    """Give each note its running text; notes are set smaller than the body, so they have a measure of their own."""
    measure = measure_of(line.text.text for note in draft.notes for line in note.lines)
    notes = []
    for note in draft.notes:
        text = join(note.lines, measure)
        notes.append(replace(note, text=text.text))
        draft = note_joints(draft, text, note.lines)
        if not ENDED_RE.search(text.text.text):
            detail = f"note {note.number} ends in no stop: its end may stand among the paragraphs"
            draft = draft.adding(doubts=(Doubt("note-end", detail, draft.lines_of(text.text)),))
    return replace(draft, notes=tuple(notes))
