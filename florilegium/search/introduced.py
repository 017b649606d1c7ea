"""The introduction of a theme to what can be found of it: its words on the page of the theme, in plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from markdown import markdown

from florilegium.model import Collection, Introduction, PlaceCited, Reference, SearchRecord, WorkCited
from florilegium.pages import places
from florilegium.pages.markdown import escape
from florilegium.pages.views import theme_title, work_named

ANCHOR = "introduction"
LABEL = "Introduction"
EXTENSIONS = ("attr_list", "md_in_html", "sane_lists", "tables")
"""Those of mkdocs.yml that change which words are shown."""
DROPPED = "\ue000"
DROPPED_RE = re.compile(rf"\s*\(\s*{DROPPED}(?:[,;]?\s*{DROPPED})*\s*\)|\s*{DROPPED}(?=[.,;:!?)…]|\s|$)|{DROPPED}")
"""A place that is left out, with the space before it and brackets that hold nothing else."""
SPACES_RE = re.compile(r"[ \t\n]+")
"""Not a no-break space, which stays."""


def introduction_record(introduction: Introduction, collection: Collection) -> SearchRecord:
    """Return the introduction of a theme."""
    references = {one.key: one for one in collection.references}
    written = "".join(_written(piece, references) for piece in introduction.pieces)
    return SearchRecord(
        kind="text",
        address=f"{places.address(places.theme_page(introduction.theme))}#{ANCHOR}",
        label=LABEL,
        title=theme_title(introduction.theme, collection.themes),
        text=DROPPED_RE.sub("", _plain(written)),
        words_of="ours",
        theme=introduction.theme,
    )


def _written(piece: str | PlaceCited | WorkCited, references: Mapping[str, Reference]) -> str:
    """Return a piece as Markdown. The place on which a claim rests is left out: its number is no word of it."""
    if isinstance(piece, PlaceCited):
        return DROPPED
    if isinstance(piece, WorkCited):
        return escape(f"({work_named(piece, references[piece.reference])})")
    return piece


def _plain(written: str) -> str:
    """Return the words that Markdown shows, on one line."""
    words = _Words()
    words.feed(markdown(written, extensions=EXTENSIONS))
    words.close()
    return SPACES_RE.sub(" ", "".join(words.found)).strip()


class _Words(HTMLParser):
    """Gathers what stands between tags. Python-Markdown ends a line after each block, so that no words run together."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        self.found.append(data)
