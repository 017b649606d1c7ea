"""Runs of letters of a text, from one offset to another, and what lies within or between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Offset of the first letter, offset after the last."""


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans that lie in no other, in their order; of two that overlap, the first."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def between(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return what spans in their order leave of a longer one, without what is empty."""
    gaps = []
    for first, last in (*spans, (end, end)):
        if first > start:
            gaps.append((start, first))
        start = max(start, last)
    return tuple(gaps)
