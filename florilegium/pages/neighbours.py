"""A list of sources to each with those before and after it: its page leads on to them, and is made of them as well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from florilegium.model import Placed

Near = tuple[Placed | None, Placed, Placed | None]
"""A source between the one before and the one after it in a list; None where there is no other."""


def neighbours(placed: Sequence[Placed]) -> tuple[Near, ...]:
    """Return each source of a list between its neighbours."""
    row = (None, *placed, None)
    return tuple((row[at], one, row[at + 2]) for at, one in enumerate(placed))


def sources_named(near: Near, joined: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return the sources that the page of the one in the middle names, each once.

    Itself comes first, then those before and after it, then those to which its ¶ are joined.
    """
    before, placed, after = near
    named = (placed, *(one for one in (before, after) if one), *joined)
    return tuple({one.source.record.id: one for one in named}.values())
