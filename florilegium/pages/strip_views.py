"""Strips as the templates receive them: on the page of a source with its words, on home one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from florilegium.model import Placed, Theme
from florilegium.pages import places
from florilegium.pages.drawn_strips import drawn_lane, drawn_strip
from florilegium.pages.markdown import attribute, escape, in_html
from florilegium.pages.number_runs import numbered, runs
from florilegium.pages.strips import Lane, Section, Strip, strip
from florilegium.pages.views import Link, count, title

IN_WORDS = "themes-in-words"
"""Anchor of the words of a strip on the page of its source."""
LEAST_ROOM = 0.08
"""Of the whole width, for a heading to be shown: in less than that no word would fit."""


@dataclass(frozen=True, slots=True)
class ShownLane:
    """A theme of which a text speaks."""

    theme: str
    link: Link
    """With how many ¶ stand under it, and how many more speak of it."""
    name: str
    """Value of an attribute, with its quotation marks."""
    only: str
    """What the button that sets back the rest is called: likewise."""
    picture: str
    """SVG."""
    words: str
    """Where the text speaks of it, in Markdown."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section below the lanes."""

    id: str
    heading: str
    """HTML."""
    column: int
    """Of its first ¶, counted from 1."""
    room: int
    """Steps until the next heading in its row."""
    row: int
    """1 or 2: every other heading stands lower, so that each has more room."""
    named: bool
    """Whether there is room for its heading."""


@dataclass(frozen=True, slots=True)
class ShownStrip:
    """A strip on the page of its source."""

    steps: int
    lanes: tuple[ShownLane, ...]
    """Of the themes of which it speaks; empty where the text has no ¶."""
    sections: tuple[ShownSection, ...]
    has_low: bool
    """Whether a ¶ speaks of a theme as well."""


@dataclass(frozen=True, slots=True)
class StripAtHome:
    """A strip on home, all Markdown but for the picture."""

    title: Link
    extent: str
    words: str
    """Where the same stands in words."""
    width: str
    """Of the widest strip: one step is as wide in all."""
    picture: str
    """SVG."""


def shown_strip(placed: Placed, themes: Sequence[Theme], path: str) -> ShownStrip:
    """Return the strip of a source for its own page."""
    made = strip(placed, themes)
    return ShownStrip(
        steps=len(made.blocks),
        lanes=tuple(_lane(lane, made, placed.source.record.id, path) for lane in made.lanes if lane.runs),
        sections=_sections(made),
        has_low=any(run.also for lane in made.lanes for run in lane.runs),
    )


def strips_at_home(placed: Sequence[Placed], themes: Sequence[Theme]) -> tuple[StripAtHome, ...]:
    """Return the strips of all sources that have a ¶."""
    made = [(one, strip(one, themes)) for one in placed if one.placings]
    widest = max((len(one.blocks) for _, one in made), default=0)
    return tuple(_at_home(source, one, widest) for source, one in made)


def _at_home(placed: Placed, made: Strip, widest: int) -> StripAtHome:
    page = places.source_page(placed.source.record.id)
    return StripAtHome(
        title=Link(escape(title(placed)), places.link(places.HOME_PAGE, page)),
        extent=f"{len(made.blocks)} ¶",
        words=places.link(places.HOME_PAGE, page, IN_WORDS),
        width=f"{100 * len(made.blocks) / widest:.6g}%",
        picture=drawn_strip(made, places.served_link(places.HOME_PAGE, places.address(page))),
    )


def _lane(lane: Lane, made: Strip, source: str, path: str) -> ShownLane:
    primary, also = (lane.blocks(also=low) for low in (False, True))
    label = f"{escape(lane.title)} {len(primary)}" + (f" (+{len(also)})" if also else "")
    said = (*((_numbers(primary),) if primary else ()), *((f"as well {_numbers(also)}",) if also else ()))
    return ShownLane(
        theme=lane.theme,
        link=Link(label, places.link(path, places.passages_page(lane.theme, source))),
        name=attribute(lane.title),
        only=attribute(f"Only {lane.title}: set back the rest"),
        picture=drawn_lane(lane, made),
        words=f"**{escape(lane.title)}**, {count(len(primary), 'paragraph', 'paragraphs')}"
        + (f" and {len(also)} filed elsewhere" if also else "")
        + f": {'; '.join(said)}.",
    )


def _numbers(blocks: Sequence[str]) -> str:
    """Return ¶ as links to the first of each run, on the same page."""
    return "¶\N{NO-BREAK SPACE}" + ", ".join(f"[{numbered(*run)}](#{run[0]})" for run in runs(blocks))


def _sections(made: Strip) -> tuple[ShownSection, ...]:
    """Return the sections in two rows. A heading has the room up to the next of its row, so none can overlap."""
    return tuple(_section(number, section, made) for number, section in enumerate(made.sections))


def _section(number: int, section: Section, made: Strip) -> ShownSection:
    steps = len(made.blocks)
    after = made.sections[number + 2 : number + 3]
    room = (after[0].at if after else steps) - section.at
    return ShownSection(
        id=section.id,
        heading=in_html(section.heading),
        column=section.at + 1,
        room=room,
        row=number % 2 + 1,
        named=room / steps >= LEAST_ROOM,
    )
