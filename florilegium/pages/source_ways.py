"""The ways on from the page of a text: to the texts before and after it in the list of sources."""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.model import Placed
from florilegium.pages import places
from florilegium.pages.markdown import escape
from florilegium.pages.neighbours import Near
from florilegium.pages.views import Link, author_line, title


@dataclass(frozen=True, slots=True)
class SourceWays:
    """Where a reader of a text may go on, both Markdown; None at either end of the list."""

    before: Link | None
    after: Link | None


def source_ways(near: Near, path: str) -> SourceWays:
    """Return the ways on from the page of the source in the middle."""
    before, _, after = near
    return SourceWays(_text(before, path) if before else None, _text(after, path) if after else None)


def _text(other: Placed, path: str) -> Link:
    name = escape(f"{title(other)}, {author_line(other)}")
    return Link(name, places.link(path, places.source_page(other.source.record.id)))
