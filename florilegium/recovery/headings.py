"""Tell headings from paragraphs where each is a line.

A heading is short and does not end as a sentence does. Its level cannot be seen in plain text: all below the title are
sections, unless the record says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import replace

from florilegium.recovery.draft import Draft, Part, Task
from florilegium.sentences import INITIALS_RE, holds_sentence_end

LENGTH = 120
"""Characters of a heading at the most."""
WORDS = 14
OPEN_END_RE = re.compile(r"[.!…:;,–—-][\"'”’)\]]*\d{0,3}$")
"""How a paragraph ends, perhaps with a marker: `in the US.172`. Not `A values-based US foreign policy?`"""


def tell_headings(draft: Draft, task: Task) -> Draft:
    """Make short lines that are no sentence headings, if text follows them."""
    parts = []
    below: list[Part | None] = [*draft.parts[1:], None]
    for part, following in zip(draft.parts, below, strict=False):
        if not part.told and following is not None and is_heading(part.text.text):
            part = replace(part, kind="heading", told=True)
        parts.append(part)
    return replace(draft, parts=tuple(parts))


def set_levels(draft: Draft, task: Task) -> Draft:
    """Give each heading that has no level that of a section."""
    parts = tuple(
        replace(part, level=2) if part.kind == "heading" and part.level is None else part for part in draft.parts
    )
    return replace(draft, parts=parts)


def is_heading(text: str) -> bool:
    """Say whether a line may be a heading: short, no sentence, and none inside it."""
    ends = bool(OPEN_END_RE.search(text)) and not INITIALS_RE.search(text)
    worded = any(char.isalnum() for char in text)
    return worded and len(text) <= LENGTH and len(text.split()) <= WORDS and not ends and not holds_sentence_end(text)
