"""References to those that lack an author or a date: no fault, since nothing is invented, but worth a second look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from florilegium.bibliography.name_lists import names
from florilegium.bibliography.wording import field
from florilegium.model import Reference


@dataclass(frozen=True, slots=True)
class Incomplete:
    """The works of which something usual is not known, in the order given."""

    unsigned: tuple[Reference, ...]
    """Without author and editor."""
    undated: tuple[Reference, ...]


def incomplete(references: Iterable[Reference]) -> Incomplete:
    """Return the works without author and editor, and those without a date."""
    listed = tuple(references)
    return Incomplete(
        tuple(one for one in listed if not names(one) and not names(one, "editor")),
        tuple(one for one in listed if not field(one, "date")),
    )
