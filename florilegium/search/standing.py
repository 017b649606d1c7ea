"""Where a ¶ or note of a source stands: its address, and its themes."""

from __future__ import annotations

from collections.abc import Mapping

from florilegium.model import Placed
from florilegium.pages import places


def address_of(placed: Placed, anchor: str) -> str:
    """Return the permanent address of a ¶, note or other block inside the site: `sources/brief-2022/#p12`."""
    return f"{places.address(places.source_page(placed.source.record.id))}#{anchor}"


def themes_by_place(placed: Placed) -> Mapping[str, tuple[str, ...]]:
    """Return the themes of each ¶ and each note by its id, the one under which it stands first.

    A note stands where its marker does. One whose marker stands in no ¶, but in a heading, say, has no theme.
    """
    paragraphs = {one.block: (one.theme, *one.also) for one in placed.placings}
    notes = {
        note.id: tuple(dict.fromkeys(theme for block in note.cited_from for theme in paragraphs.get(block, ())))
        for note in placed.document.notes
    }
    return {**paragraphs, **notes}
