"""Works to citations of a place in them, `(Smith 2020, para. 7)`, as a style prints the first one of a work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from florilegium.styles.copies import BATCH, put_number
from florilegium.styles.plain_styles import plain
from florilegium.styles.press import Press
from florilegium.styles.readying import Work

Place = tuple[str, str]
"""Key of a work, and a locator: `p. 7`, `paras. 7–9`, `n. 12`."""


def format_places(press: Press, works: Mapping[str, Work], places: Iterable[Place]) -> dict[Place, str]:
    """Return the HTML of the citation of each place. Those not kept go in batches."""
    names = {place: press.name(f"at {place[1]}", (works[place[0]],)) for place in places}
    missing = list({name: place for place, name in names.items() if press.recall(name) is None}.items())
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        printed = press.print_places(
            plain(press.style.csl), [works[key] for _, (key, _) in batch], [locator for _, (_, locator) in batch]
        )
        for (name, _), html in zip(batch, printed.first, strict=True):
            press.keep(name, html)
    return {place: put_number(press.recall(name), 1) for place, name in names.items()}
