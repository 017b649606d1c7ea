"""What a build made, in a few lines for the one who ran it: how much there is, and what may be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from florilegium.model import CrossReference, Placed, SearchRecord, SubjectIndex, Works
from florilegium.problems import Problem

NOTICES = {
    "likely-duplicate": "likely duplicates",
    "no-author": "without author",
    "no-date": "without date",
    "field-not-shown": "with fields that are not shown",
    "uncited": "cited nowhere",
    "term-nowhere": "index terms of which no text speaks",
}
"""How the summary names what an editor may want to mend."""


def counts(
    placed: Sequence[Placed],
    works: Works,
    index: SubjectIndex,
    crossed: Sequence[CrossReference],
    records: Sequence[SearchRecord],
    notices: Sequence[Problem],
) -> str:
    """Return how much of everything there is, a line for each source and for each part of the apparatus."""
    listed = works.formatted[0].copied if works.formatted else ()
    editors = sum(one.by == "editor" for one in crossed)
    tied = f"{len(crossed)} cross-references, {editors} of them editors'"
    return "\n".join(
        (
            *(_of_source(one) for one in placed),
            f"{len(listed)} works, cited {len(works.citations)} times",
            f"{len(index.authority.terms)} index terms in {len(index.mentions)} places, {tied}",
            f"{len(records)} things to be found by the search",
            *_to_be_looked_at(notices),
        )
    )


def _of_source(placed: Placed) -> str:
    return (
        f"{placed.source.record.id}: {len(placed.placings)} ¶, {len(placed.document.notes)} notes matched, "
        f"{len(placed.document.repairs)} repairs, {len(placed.document.doubts)} doubts, "
        f"{sum(placing.by == 'editor' for placing in placed.placings)} placed by an editor"
    )


def _to_be_looked_at(notices: Sequence[Problem]) -> tuple[str, ...]:
    counted = Counter(notice.name for notice in notices)
    told = ", ".join(f"{count} {NOTICES[name]}" for name, count in sorted(counted.items()))
    return (f"To be looked at with 'check': {told}",) if told else ()
