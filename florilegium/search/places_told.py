"""Places of the texts to one short line that tells them: `Brief 2022, ¶ 1–3, 7, n. 43; Paper 2003, n. 5, and 9 more`.

The whole is told on the page to which it leads; in a list of what was found a few words have to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from florilegium.pages.number_runs import numbered, runs

ROOM = 160
"""Characters of such a line, at the most."""
SIGNS = (("p", "¶"), ("n", "n."))
"""With what the ids of ¶ and notes begin, and how they are named."""


def places_told(parts: Iterable[tuple[str, Sequence[str]]], room: int = ROOM) -> str:
    """Return the line: names, each with the ids of its ¶ and notes; without any, the name itself is the place.

    What there is no room for is counted. The first place is always told.
    """
    pieces = list(_pieces(parts))
    line, left = "", sum(number for _, number in pieces)
    for words, number in pieces:
        after = _counted(left - number)
        if line and len(line) + len(words) + len(after) > room:
            break
        line, left = line + words, left - number
    return line + _counted(left)


def _counted(left: int) -> str:
    return f", and {left} more" if left else ""


def _pieces(parts: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[str, int]]:
    """Yield the line in the pieces of which it can be made, each with the number of places that it tells."""
    between = ""
    for name, ids in parts:
        named = f"{between}{name}"
        between = "; "
        if not ids:
            yield named, 1
        for letter, sign in SIGNS:
            signed = f"{sign}\N{NO-BREAK SPACE}"
            for first, last in runs(one for one in ids if one.startswith(letter)):
                yield f"{named}, {signed}{numbered(first, last)}", int(last[1:]) - int(first[1:]) + 1
                named = signed = ""
