"""Which sources speak to each other under a theme: where they contradict each other, and what joins each pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import CrossReference, Placed, Placing, Relation, Side
from florilegium.pages.crossings import Crossing, Crossings, paragraphs
from florilegium.pages.elsewhere import Quoted, place_link, quoted, sentences_said
from florilegium.pages.markdown import escape
from florilegium.pages.reasons import reason_said
from florilegium.pages.views import Link, count

JOINED: dict[Relation, str] = {
    "agrees": "agrees with",
    "contradicts": "contradicts",
    "continues": "comes after",
    "related": "and",
}
"""What stands between two places: an editor's word, from the first to the second."""


@dataclass(frozen=True, slots=True)
class Line:
    """A cross-reference between two sources, all Markdown."""

    one: Link
    joined: str
    other: Link
    reason: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of which an editor says that one contradicts the other, all Markdown."""

    line: Line
    sentences: tuple[Quoted, ...]
    sentences_said: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources and what joins them, all Markdown."""

    names: str
    extent: str
    lines: tuple[Line, ...]
    """Without contradictions."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """What stands between the sources under a theme."""

    contradictions: tuple[Contradiction, ...]
    pairs: tuple[Pair, ...]
    """Those that have most to say to each other first."""


def under_themes(
    crossed: Iterable[CrossReference], placed: Iterable[Placed]
) -> Mapping[str, tuple[CrossReference, ...]]:
    """Return by theme the cross-references under it, best first: a theme of which both sides speak.

    Where the sides share no theme, it is each under which one of them stands.
    """
    placings = {(one.source.record.id, placing.block): placing for one in placed for placing in one.placings}
    under: dict[str, list[CrossReference]] = {}
    for one in crossed:
        side, other = (_placings(each, placings) for each in (one.side, one.other))
        shared = _themes(side) & _themes(other)
        for theme in sorted(shared or {placing.theme for placing in (*side, *other)}):
            under.setdefault(theme, []).append(one)
    return {theme: tuple(found) for theme, found in under.items()}


def speaking(crossed: Sequence[CrossReference], known: Crossings, from_page: str) -> Speaking | None:
    """Return what stands between the sources for the cross-references under a theme; None where there are none."""
    if not crossed:
        return None
    pairs: dict[frozenset[str], list[CrossReference]] = {}
    for one in crossed:
        pairs.setdefault(frozenset((one.side.source, one.other.source)), []).append(one)
    return Speaking(
        tuple(_contradiction(one, known, from_page) for one in crossed if one.relation == "contradicts"),
        tuple(_pair(between, known, from_page) for between in sorted(pairs.values(), key=len, reverse=True)),
    )


def _placings(side: Side, placings: Mapping[tuple[str, str], Placing]) -> list[Placing]:
    return [placings[side.source, block] for block in paragraphs(side)]


def _themes(placings: Iterable[Placing]) -> set[str]:
    return {theme for placing in placings for theme in (placing.theme, *placing.also)}


def _contradiction(one: CrossReference, known: Crossings, from_page: str) -> Contradiction:
    sentences = (*quoted(one.side, known, from_page), *quoted(one.other, known, from_page))
    return Contradiction(
        _line(one, known, from_page),
        sentences,
        sentences_said(sentences),
    )


def _pair(between: Sequence[CrossReference], known: Crossings, from_page: str) -> Pair:
    lines = tuple(_line(one, known, from_page) for one in between if one.relation != "contradicts")
    joined = {side.source for one in between for side in (one.side, one.other)}
    names = [escape(one.source.record.short) for source, one in known.placed.items() if source in joined]
    return Pair(
        " and ".join(names),
        _extent(len(between), len(between) - len(lines)),
        lines,
    )


def _extent(number: int, above: int) -> str:
    """Say how many cross-references a pair has; its contradictions are named above and not again."""
    said = count(number, "cross-reference", "cross-references")
    if not above:
        return said
    return f"{said}, named above" if above == number else f"{said}, {above} of them named above"


def _line(one: CrossReference, known: Crossings, from_page: str) -> Line:
    # The rank is of no use here: what stands under a theme comes best first.
    seen = Crossing(0, one, turned=False)
    return Line(
        place_link(one.side, known, from_page),
        JOINED[one.relation],
        place_link(one.other, known, from_page),
        reason_said(seen, known, from_page, brief=True),
    )
