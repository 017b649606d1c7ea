"""All citations to what the pages of sources and themes ask of them, grouped once and not anew for each page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import Citation, Reference, Wording, Works


@dataclass(frozen=True, slots=True)
class WorksGrouped:
    """The works that are cited, by what a page shows."""

    references: Mapping[str, Reference]
    """By key."""
    citations: Mapping[str, Sequence[Citation]]
    """By the source whose notes name the works; a source that cites none is left out."""
    cited_in: Mapping[str, int]
    """How many works a source cites."""
    cited_under: Mapping[str, int]
    """How many works are cited under a theme."""
    entries: Mapping[str, Wording]
    """By key, how the first style prints a work that stands alone."""


def works_grouped(references: Iterable[Reference], works: Works) -> WorksGrouped:
    """Return what is cited, by source and by theme."""
    citations: dict[str, list[Citation]] = {}
    for citation in works.citations:
        citations.setdefault(citation.source, []).append(citation)
    by_source: dict[str, set[str]] = {}
    by_theme: dict[str, set[str]] = {}
    for one in works.cited:
        by_source.setdefault(one.source, set()).add(one.reference)
        for theme in one.themes:
            by_theme.setdefault(theme, set()).add(one.reference)
    return WorksGrouped(
        {reference.key: reference for reference in references},
        citations,
        {source: len(keys) for source, keys in by_source.items()},
        {theme: len(keys) for theme, keys in by_theme.items()},
        {one.reference: one.entry for style in works.formatted[:1] for one in style.copied},
    )


def works_by_note(grouped: WorksGrouped, source: str) -> dict[str, tuple[str, ...]]:
    """Return the keys of the works that each note of a source names, in its order, by the number of the note."""
    cited: dict[str, dict[str, None]] = {}
    for citation in sorted(grouped.citations.get(source, ()), key=lambda one: one.start):
        cited.setdefault(citation.note, {})[citation.reference] = None
    return {note: tuple(keys) for note, keys in cited.items()}
