"""Tell pull quotes where each paragraph is a line.

Such a pull quote is a short paragraph whose sentence stands again, nearly word for word, in a longer one near it.
"""

from __future__ import annotations

from dataclasses import replace

from florilegium.recovery.draft import Draft, Part, Task
from florilegium.recovery.glued_numbers import GLUED_RE
from florilegium.recovery.headings import is_heading
from florilegium.recovery.likeness import share_standing_again

FEWEST, WORDS = 6, 80
"""Words of a pull quote at the least and at the most."""
AWAY = 6
"""How many paragraphs from its sentence a pull quote may stand, which is about a page."""
HEADLINE = 8
LIKE = 0.9
"""Share of its words that must stand again."""


def tell_line_quotes(draft: Draft, task: Task) -> Draft:
    """Make such paragraphs pull quotes."""
    parts = list(draft.parts)
    for index, part in enumerate(parts):
        words = len(part.text.text.split())
        # A few words that stand again and are no sentence are rather a heading.
        if part.told or not FEWEST <= words <= WORDS or (words < HEADLINE and is_heading(part.text.text)):
            continue
        near = draft.parts[max(0, index - AWAY) : index] + draft.parts[index + 1 : index + AWAY + 1]
        if any(_holds(other, part) for other in near):
            parts[index] = replace(part, kind="pull_quote", told=True)
    return replace(draft, parts=tuple(parts))


def _holds(other: Part, quote: Part) -> bool:
    longer = other.kind == "paragraph" and len(other.text) > len(quote.text)
    # A marker of its own makes a paragraph the author's.
    own = _glued_numbers(quote.text.text) - _glued_numbers(other.text.text)
    return longer and not own and share_standing_again(quote.text.text, other.text.text) >= LIKE


def _glued_numbers(text: str) -> set[str]:
    return {match["number"] for match in GLUED_RE.finditer(text) if not match["space"]}
