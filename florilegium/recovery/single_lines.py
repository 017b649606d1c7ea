"""Take each line of a text that has a paragraph a line."""

from __future__ import annotations

from dataclasses import replace

from florilegium.recovery.draft import Draft, Part, Task


def take_single_lines(draft: Draft, task: Task) -> Draft:
    """Make each line a part."""
    parts = tuple(Part("paragraph", line.text.squeezed()) for line in draft.lines)
    return replace(draft, lines=(), parts=draft.parts + parts)
