"""Ids of ¶ or notes to the runs in which they count on, as a reader is told of them: 12–14, 16."""

from __future__ import annotations

from collections.abc import Iterable


def runs(ids: Iterable[str]) -> list[tuple[str, str]]:
    """Return the first and the last of each run of ids whose numbers count on."""
    found: list[tuple[str, str]] = []
    for one in ids:
        if found and int(one[1:]) == int(found[-1][1][1:]) + 1:
            found[-1] = (found[-1][0], one)
        else:
            found.append((one, one))
    return found


def numbered(first: str, last: str) -> str:
    """Return the numbers of a run: `12–14`, or `16` of a single one."""
    return first[1:] if first == last else f"{first[1:]}–{last[1:]}"
