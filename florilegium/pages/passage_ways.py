"""The ways to and from the page of what one source says on one theme: by theme, by source, and on to the neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from florilegium.model import Placed, Theme
from florilegium.pages import places
from florilegium.pages.markdown import escape
from florilegium.pages.neighbours import Near
from florilegium.pages.views import Link, has_passages, theme_ids, theme_title


@dataclass(frozen=True, slots=True)
class PassageWays:
    """Where a reader comes from and may go."""

    by_theme: tuple[Link, ...]
    """From the home page to this one, which comes last."""
    by_source: tuple[Link, ...]
    before: Link | None
    """What the source before says on the theme."""
    after: Link | None
    other_themes: tuple[Link, ...]
    """What the same source says on other themes."""


def passage_ways(theme: str, near: Near, themes: Sequence[Theme], path: str) -> PassageWays:
    """Return the ways to and from the page of the source in the middle of those that speak of a theme."""
    before, placed, after = near
    source = placed.source.record
    name, short = escape(theme_title(theme, themes)), escape(source.short)
    return PassageWays(
        by_theme=(
            Link("Home", places.link(path, places.HOME_PAGE)),
            Link(name, places.link(path, places.theme_page(theme))),
            Link(short),
        ),
        by_source=(
            Link("Sources", places.link(path, places.SOURCES_PAGE)),
            Link(short, places.link(path, places.source_page(source.id))),
            Link(name),
        ),
        before=_other_source(before, theme, name, path) if before else None,
        after=_other_source(after, theme, name, path) if after else None,
        other_themes=tuple(
            Link(escape(theme_title(other, themes)), places.link(path, places.passages_page(other, source.id)))
            for other in theme_ids(themes)
            if other != theme and has_passages(other, placed)
        ),
    )


def _other_source(other: Placed, theme: str, name: str, path: str) -> Link:
    record = other.source.record
    return Link(f"{escape(record.short)} on {name}", places.link(path, places.passages_page(theme, record.id)))
