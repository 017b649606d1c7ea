"""A placed source to its strip: how its themes run through the text, a lane for each theme and a step for each ¶.

The picture of a strip and its words are both made of this value, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from florilegium.model import Placed, Placing, Theme
from florilegium.pages.views import theme_ids, theme_title


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring ¶ under one heading that speak of a theme."""

    blocks: tuple[str, ...]
    """Ids, in order; at least one."""
    at: int
    """How many ¶ of the text stand before its first."""
    heading: str
    """The innermost heading above it, in plain text; empty where there is none."""
    also: bool
    """Whether they stand under another theme and speak of this one as well."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a text speaks of a theme."""

    theme: str
    title: str
    """Plain text."""
    runs: tuple[Run, ...]
    """In the order of the text; empty where it says nothing of the theme."""

    def blocks(self, *, also: bool) -> tuple[str, ...]:
        """Return the ids of the ¶ that stand under the theme, or of those that speak of it as well."""
        return tuple(block for run in self.runs if run.also == also for block in run.blocks)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a text that holds a ¶."""

    id: str
    """Of its heading."""
    heading: str
    """Plain text."""
    at: int
    """How many ¶ of the text stand before its first."""


@dataclass(frozen=True, slots=True)
class Strip:
    """How the themes run through a text."""

    blocks: tuple[str, ...]
    """Ids of all its ¶, in order: each is one step."""
    lanes: tuple[Lane, ...]
    """One for each theme of the collection in their order, the context last."""
    sections: tuple[Section, ...]
    """In order; no two begin at one ¶."""


def strip(placed: Placed, themes: Sequence[Theme]) -> Strip:
    """Return the strip of a source."""
    headings = {block.id: block.headings for block in placed.document.blocks}
    return Strip(
        blocks=tuple(placing.block for placing in placed.placings),
        lanes=tuple(
            Lane(theme, theme_title(theme, themes), _runs(theme, placed.placings, headings.__getitem__))
            for theme in theme_ids(themes)
        ),
        sections=_sections(placed),
    )


def _runs(theme: str, placings: Sequence[Placing], headings: Callable[[str], tuple[str, ...]]) -> tuple[Run, ...]:
    """Return the runs of one theme: a heading ends a run, and so does a ¶ that speaks of the theme in another way."""
    found: list[Run] = []
    steps = enumerate(placings)
    for (speaks, also, above), group in groupby(
        steps,
        key=lambda step: (
            step[1].theme == theme or theme in step[1].also,
            step[1].theme != theme,
            headings(step[1].block),
        ),
    ):
        members = list(group)
        if speaks:
            blocks = tuple(placing.block for _, placing in members)
            found.append(Run(blocks, members[0][0], above[-1] if above else "", also))
    return tuple(found)


def _sections(placed: Placed) -> tuple[Section, ...]:
    """Return the sections that hold a ¶. Of headings with no ¶ between them the last counts: the ¶ is its own."""
    under = {placing.block for placing in placed.placings}
    found: dict[int, Section] = {}
    at = 0
    for block in placed.document.blocks:
        if block.id in under:
            at += 1
        elif block.kind == "heading" and block.level == 2:
            found[at] = Section(block.id, block.text, at)
    return tuple(section for section in found.values() if section.at < len(under))
