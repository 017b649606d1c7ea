"""What is to be written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written."""

    path: str
    """Inside docs/, slash-separated."""
    content: str
    made_from: tuple[str, ...]
    """Paths of what it was made from."""
    title: str = ""
    """Of a page that is cited as a page of this site, in plain text; empty for any other file."""
