"""A list of works to how it is headed: its title, and how much it holds.

Editions of one work have an entry each and are counted as one work; a work that a note cites is counted once for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.model import CONTEXT, Placed
from florilegium.pages.views import count, theme_title, title
from florilegium.pages.works_views import WorksList, spelled

BIBLIOGRAPHY = "Bibliography"


@dataclass(frozen=True, slots=True)
class Heading:
    """How a list of works is headed, all plain text."""

    name: str
    """In its breadcrumb."""
    before: str
    """What stands before its title: `Works cited under`; empty on the main page."""
    title: str
    extent: str
    """How much it holds, in sentences."""


def all_heading(shown: WorksList) -> Heading:
    """Return how the list of all works is headed."""
    known, listed = shown.known, shown.keys
    cited = [one for key in listed for one in known.cited[key]]
    in_notes = [one for one in cited if one.source]
    entries = {one.reference for one in cited}
    works = {known.editions[key] for key in entries}
    extent = count(len(works), "work", "works")
    if several := sum(len(editions & entries) > 1 for editions in works):
        extent = f"{len(entries)} entries for {extent}, {spelled(several)} of them in more than one edition"
    sources = len({one.source for one in in_notes})
    extent += f", cited {_at(len(in_notes))} in the notes of {spelled(sources)} source{'' if sources == 1 else 's'}"
    if introduced := len(cited) - len(in_notes):
        extent += f", and {_at(introduced)} in our introductions"
    if shared := sum(len(known.citing[min(editions)]) > 1 for editions in works):
        are = " is" if shared == 1 else "s are"
        extent += f". {spelled(shared).capitalize()} work{are} cited by more than one source"
    if texts := len(listed) - len(entries):
        named = "text of this collection is" if texts == 1 else f"{spelled(texts)} texts of this collection are"
        extent += f". The {named} listed with them"
    return Heading(BIBLIOGRAPHY, "", BIBLIOGRAPHY, f"{extent}.")


def theme_heading(shown: WorksList, theme: str) -> Heading:
    """Return how the list of the works cited under a theme, or in the context, is headed."""
    name = theme_title(theme, shown.themes)
    number = len(shown.keys)
    cited = f"{count(number, 'work is', 'works are')} cited" if number else "No work is cited"
    where, before = f"of {name}", "Works cited under"
    if theme == CONTEXT:
        where, before = "of none of the themes", "Works cited in"
    return Heading(name, before, name, f"{cited} where the sources speak {where}.")


def source_heading(shown: WorksList, placed: Placed) -> Heading:
    """Return how the list of the works that a source cites is headed."""
    source, keys = placed.source.record, shown.keys
    places = sum(one.source == source.id for key in keys for one in shown.known.cited[key])
    extent = f"{count(len(keys), 'work is', 'works are')} cited, {_at(places)} in its notes."
    return Heading(source.short, "Works cited in", title(placed), extent)


def _at(places: int) -> str:
    return f"at {spelled(places)} place{'' if places == 1 else 's'}"
