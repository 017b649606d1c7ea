"""Tell a line about the author from the author's text."""

from __future__ import annotations

from dataclasses import replace

from florilegium.recovery.draft import Draft, Task
from florilegium.recovery.words import begins_with

LENGTH = 400
"""Characters of a byline at the most."""


def tell_byline(draft: Draft, task: Task) -> Draft:
    """Make a first or last paragraph that opens with an author's name, or `By` and the name, a byline."""
    openings = tuple(form for name in task.authors for form in (name, f"By {name}"))
    text = [index for index, part in enumerate(draft.parts) if part.kind == "paragraph"]
    parts = list(draft.parts)
    for index in {*text[:1], *text[-1:]}:
        part = parts[index]
        if len(part.text) <= LENGTH and any(begins_with(part.text.text, opening) for opening in openings):
            parts[index] = replace(part, kind="byline", told=True)
    return replace(draft, parts=tuple(parts))
