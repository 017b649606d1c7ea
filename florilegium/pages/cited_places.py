"""Where a work is cited, to a line that says so: the note, its ¶, the themes of that, and the sentence it supports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import CitedAt, Record, Theme
from florilegium.pages import places
from florilegium.pages.margins import theme_label
from florilegium.pages.markdown import escape
from florilegium.pages.views import theme_title


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """Where a work is cited, all Markdown."""

    links: tuple[str, ...]
    """To the note, to its ¶, and to the themes under which that stands; or to the introduction."""
    theme: str
    """Of the ¶ or the introduction; empty where the marker stands in no ¶."""
    sentence: str
    """Empty where it may not be shown."""
    quoted_class: str
    """Class of words that are not the publisher's, with the space before it."""


def cited_place(cited: CitedAt, records: Mapping[str, Record], themes: Sequence[Theme], from_page: str) -> CitedPlace:
    """Return the line of a place where a work is cited."""
    theme = cited.themes[0] if cited.themes else ""
    if not cited.source:
        name = escape(f"Introduction to {theme_title(theme, themes)}")
        link = f"[{name}]({places.link(from_page, places.theme_page(theme))})"
        return CitedPlace((link,), theme, escape(cited.sentence), "")
    record = records[cited.source]
    page = places.source_page(cited.source)
    note = f"{escape(record.short)}, n.\N{NO-BREAK SPACE}{cited.note}"
    doubt = " (its place in doubt)" if cited.doubtful else ""
    links = [f"[{note}]({places.link(from_page, page, f'n{cited.note}')}){doubt}"]
    if cited.block:
        number = f"¶\N{NO-BREAK SPACE}{cited.block[1:]}"
        links.append(f"[{number}]({places.link(from_page, page, cited.block)})")
        links += [
            theme_label(one, cited.source, cited.block, themes, from_page, also=one != theme) for one in cited.themes
        ]
    quoted_class = f" {record.fidelity}" if record.fidelity == "paraphrased" else ""
    return CitedPlace(tuple(links), theme, escape(cited.sentence), quoted_class)
