"""A note to the citations in it: each the words that name one work, in the order in which they stand.

One rule after another takes what its shape is sure of, and passes on what lies between. The last looks for what they
missed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from florilegium.citations.cutting.author_date import author_date_cuts
from florilegium.citations.cutting.author_title import quoted_title_cuts
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.imprinted import imprint_cuts
from florilegium.citations.cutting.laws import law_cuts
from florilegium.citations.cutting.note_text import NoteText, note_text
from florilegium.citations.cutting.safety_net import doubtful_cuts
from florilegium.citations.cutting.short_forms import short_cuts
from florilegium.citations.cutting.spans import between
from florilegium.citations.cutting.unquoted import unquoted_cuts

SHAPES: tuple[Callable[[NoteText, int, int], list[Cut]], ...] = (
    author_date_cuts,
    law_cuts,
    quoted_title_cuts,
    imprint_cuts,
    short_cuts,
    unquoted_cuts,
    doubtful_cuts,
)
SAME_AUTHOR = frozenset(("idem", "eadem", "id"))


def cut_note(text: str) -> tuple[Cut, ...]:
    """Cut a note into its citations; what is left is commentary."""
    note = note_text(text)
    cuts: list[Cut] = []
    for shape in SHAPES:
        gaps = between([(cut.start, cut.end) for cut in cuts], 0, len(text))
        cuts = sorted((*cuts, *(cut for gap in gaps for cut in shape(note, *gap))), key=lambda cut: cut.start)
    return tuple(_same_authors(cuts))


def _same_authors(cuts: list[Cut]) -> list[Cut]:
    """Write the authors of the citation before for `idem`."""
    named: list[Cut] = []
    for cut in cuts:
        same = named and cut.authors.strip(" .").lower() in SAME_AUTHOR
        named.append(replace(cut, authors=named[-1].authors) if same else cut)
    return named
