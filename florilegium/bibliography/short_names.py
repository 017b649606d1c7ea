"""A work to the few words by which a link names it: `Mulder 2022`, `Silver et al. 2020`."""

from __future__ import annotations

from florilegium.bibliography.name_lists import names
from florilegium.bibliography.wording import field, title
from florilegium.model import Reference

MOST_NAMED = 3
"""Authors that are all named; of more, the first."""
TITLE_WORDS = 5
"""Words of a title that stand for an author where none is known."""

INNER = str.maketrans("“”", "‘’")
"""Within quotation marks stand single ones."""


def short_name(reference: Reference) -> str:
    """Return authors and year; for want of an author the title, shortened; a year only where one is known."""
    authors = [name.literal or name.family for name in names(reference)]
    if len(authors) > MOST_NAMED:
        who = f"{authors[0]} et al."
    elif authors:
        who = authors[0] if len(authors) == 1 else f"{', '.join(authors[:-1])} and {authors[-1]}"
    else:
        words = title(reference).split()
        who = " ".join(words[:TITLE_WORDS]).rstrip(",;:.") + ("…" if len(words) > TITLE_WORDS else "")
        who = f"“{who.translate(INNER)}”"
    year = field(reference, "date")[:4]
    return f"{who} {year}" if year else who
