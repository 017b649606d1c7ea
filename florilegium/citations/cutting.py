"""A note to the citations in it: each the words that name one work, in the order in which they stand."""

from __future__ import annotations

from florilegium.citations.author_date import author_date_cuts
from florilegium.citations.author_title import quoted_title_cuts
from florilegium.citations.cut import Cut
from florilegium.citations.unquoted import unquoted_cuts


def cut_note(text: str) -> tuple[Cut, ...]:
    """Cut a note into its citations; what is left is commentary."""
    dated = author_date_cuts(text)
    if dated:
        return dated
    quoted = quoted_title_cuts(text)
    others = unquoted_cuts(text, tuple((cut.start, cut.end) for cut in quoted))
    return tuple(sorted((*quoted, *others), key=lambda cut: cut.start))
