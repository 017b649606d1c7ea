"""Strips as the templates receive them: on the page of a source with its words, on home one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from florilegium.model import Placed, Theme
from florilegium.pages import places
from florilegium.pages.drawn_strips import drawn_lane, drawn_strip
from florilegium.pages.markdown import attribute, escape, in_html
from florilegium.pages.number_runs import numbered, runs
from florilegium.pages.strips import Lane, Strip, strip
from florilegium.pages.views import Link, count, title

IN_WORDS = "themes-in-words"
"""Anchor of the words of a strip on the page of its source."""
LEAST_ROOM = 0.05
"""Of the whole width, for the number of a section to be shown: in less than that it would not fit on a small screen."""
MOST_NAMED = 24
"""Sections whose headings are listed below the lanes. More would hide the strip; the contents of the page name them."""


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
    number: int
    """Ours, counted from 1: it ties the place in the strip to the heading in the list below."""
    heading: str
    """HTML."""
    column: int
    """Of its first ¶, counted from 1."""
    room: int
    """Steps until the next section."""
    numbered: bool
    """Whether there is room for its number."""


@dataclass(frozen=True, slots=True)
class ShownStrip:
    """A strip on the page of its source."""

    steps: int
    lanes: tuple[ShownLane, ...]
    """Of the themes of which it speaks; empty where the text has no ¶."""
    sections: tuple[ShownSection, ...]
    named: tuple[ShownSection, ...]
    """The same, if they are few enough to be listed; else none."""
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
    sections = _sections(made)
    return ShownStrip(
        steps=len(made.blocks),
        lanes=tuple(_lane(lane, made, placed.source.record.id, path) for lane in made.lanes if lane.runs),
        sections=sections,
        named=sections if len(sections) <= MOST_NAMED else (),
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
    label = f"{escape(lane.title)} {len(primary)}" + (f" +{len(also)}" if also else "")
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
    """Return the sections, each with the room up to the next."""
    steps = len(made.blocks)
    starts = (*(section.at for section in made.sections), steps)
    return tuple(
        ShownSection(
            id=section.id,
            number=number,
            heading=in_html(section.heading),
            column=section.at + 1,
            room=end - section.at,
            numbered=len(made.sections) <= MOST_NAMED and (end - section.at) / steps >= LEAST_ROOM,
        )
        for number, (section, end) in enumerate(zip(made.sections, starts[1:], strict=True), start=1)
    )
