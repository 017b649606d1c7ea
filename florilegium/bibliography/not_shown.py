"""References to the fields of theirs that no page, style or export reads: an editor's work that no reader would see.

A field is read if the work would be another one without it. What a field says is no matter, only which others stand
beside it: a report that has an institution needs no publisher.
"""

from __future__ import annotations

from collections.abc import Iterable

from florilegium.bibliography.csl import csl_item
from florilegium.bibliography.marked_titles import Titles
from florilegium.bibliography.vocabulary import DATE_FIELDS
from florilegium.model import Reference

WORKING_FIELDS = frozenset("distinctfrom draft entrysubtype langid related relatedtype".split())
"""Read for what they say: by our checks, by the count of works, or to choose the type of a work or its language."""

FORMS: tuple[Titles, ...] = ("plain", "protected")
"""What exports have, and what a style has."""


def not_shown(references: Iterable[Reference]) -> tuple[tuple[Reference, tuple[str, ...]], ...]:
    """Return the works that have such fields, in the order given, each with the names of these fields."""
    # Works of one kind have the same fields again and again; a thousand are asked in the time of a few.
    known: dict[Reference, tuple[str, ...]] = {}
    found = []
    for reference in references:
        pattern = _pattern(reference)
        if pattern not in known:
            known[pattern] = tuple(name for name, _ in pattern.fields if not _is_read(pattern, name))
        if known[pattern]:
            found.append((reference, known[pattern]))
    return tuple(found)


def _pattern(reference: Reference) -> Reference:
    """Return a work of the same kind and fields, each of which says something else."""
    fields = tuple((name, _sample(name, value)) for name, value in reference.fields)
    return Reference("", reference.entry_type, fields, 0)


def _sample(name: str, value: str) -> str:
    if name in DATE_FIELDS:
        return "2000"
    return value if name in WORKING_FIELDS else f"the {name}"


def _is_read(pattern: Reference, name: str) -> bool:
    """Say whether something is lost without a field."""
    without = Reference("", pattern.entry_type, tuple(one for one in pattern.fields if one[0] != name), 0)
    return name in WORKING_FIELDS or any(csl_item(pattern, form) != csl_item(without, form) for form in FORMS)
