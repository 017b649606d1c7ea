"""Tell a line about the author from the author's text."""

from __future__ import annotations

import re
from dataclasses import replace

from florilegium.openings import begins_with
from florilegium.recovery.draft import Draft, Task

LENGTH = 400
"""Characters of a byline at the most."""
BY_RE = re.compile(r"By (?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+(?: and (?:[A-ZÀ-Þ][\w.’'-]+ ?){2,4})?")
"""`By Jane Smith`, `By Jane Q. Smith and Ali Khan`"""
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATE_RE = re.compile(rf"(?:{MONTH} \d{{1,2}}, |\d{{1,2}} {MONTH} |{MONTH} )?(?:19|20)\d\d", re.IGNORECASE)
"""A line that is a date and nothing else: `March 12, 2024`"""


def tell_byline(draft: Draft, task: Task) -> Draft:
    """Make what names the author, or the date, right below the title or at the very end, a byline."""
    names = (*task.authors, " and ".join(task.authors)) if task.authors else ()
    openings = tuple(form for name in names for form in (name, f"By {name}"))
    parts = list(draft.parts)
    titled = next((index for index, part in enumerate(parts) if part.level == 1), -1)
    below = [titled + 1, titled + 2] if titled >= 0 else [0]
    for index in below:
        if index >= len(parts) or parts[index].told or not _is_byline(parts[index].text.text, openings):
            break
        parts[index] = replace(parts[index], kind="byline", told=True)
    if parts and not parts[-1].told and _names_author(parts[-1].text.text, openings):
        parts[-1] = replace(parts[-1], kind="byline", told=True)
    return replace(draft, parts=tuple(parts))


def _is_byline(text: str, openings: tuple[str, ...]) -> bool:
    # Where authors are known, `By Any Other Name` is none of them.
    named = text in openings if openings else bool(BY_RE.fullmatch(text))
    return named or bool(DATE_RE.fullmatch(text))


def _names_author(text: str, openings: tuple[str, ...]) -> bool:
    return len(text) <= LENGTH and any(begins_with(text, opening) for opening in openings)
