"""Lists of works as a style prints them: in its order, and told apart where it must.

An entry in a list is the entry of the work by itself, unless its year needs a letter (`2020a`) or a dash stands for its
author. The order of a list is that of all works, less those that are not in it. So one run of pandoc gives the order of
every list, and only works that are cited alike, `(Smith 2020)`, are formatted together.

A style that puts dashes for single names, or letters and dashes, has each list formatted as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.model import FormattedList
from florilegium.styles.copies import Forms, put_number
from florilegium.styles.dashes import put_dashes
from florilegium.styles.letters import put_letters
from florilegium.styles.plain_styles import DASHES, ordering, plain
from florilegium.styles.press import Press
from florilegium.styles.readying import Work
from florilegium.styles.wording import worded

Entries = list[tuple[str, str]]
"""Key and HTML of the works of a list, in order."""


def format_lists(
    press: Press, works: Mapping[str, Work], lists: Mapping[str, Sequence[str]], forms: Mapping[str, Forms]
) -> tuple[FormattedList, ...]:
    """Format each list of works, named by their keys; `forms` is what each work is by itself."""
    once = {name: tuple(dict.fromkeys(keys)) for name, keys in lists.items()}
    if press.style.is_sorted:
        ranks = {key: rank for rank, key in enumerate(_order(press, list(works.values())))}
        once = {name: tuple(sorted(keys, key=ranks.__getitem__)) for name, keys in once.items()}
    orders = {name: [works[key] for key in keys] for name, keys in once.items()}
    if press.style.dashes == "in whole":
        entries = {name: _as_a_whole(press, order) for name, order in orders.items()}
    else:
        entries = _put_together(press, orders, forms)
    return tuple(
        FormattedList(
            name, tuple((key, worded(put_number(html, number))) for number, (key, html) in enumerate(entries[name], 1))
        )
        for name in lists
    )


def _as_a_whole(press: Press, works: Sequence[Work]) -> Entries:
    name = press.name("list", works)
    if press.recall(name) is None:
        # Where no letter is put to a year, nothing is told apart: works need not be compared.
        csl = press.style.csl if press.style.has_letters else plain(press.style.csl, but=DASHES)
        press.keep(name, press.print_works(csl, works).entries)
    return [(works[at].key, html) for at, html in press.recall(name)]


def _put_together(press: Press, orders: Mapping[str, Sequence[Work]], forms: Mapping[str, Forms]) -> dict[str, Entries]:
    """Put each list together from what its works are by themselves, and what they are told apart or with a dash."""
    changed: Mapping[str, Mapping[str, str]] = {}
    if press.style.has_letters:
        changed = put_letters(press, orders, forms)
    elif press.style.dashes == "in pairs":
        changed = put_dashes(press, orders, forms)
    return {
        name: [(work.key, changed.get(name, {}).get(work.key, forms[work.key]["entry"])) for work in order]
        for name, order in orders.items()
    }


def _order(press: Press, works: Sequence[Work]) -> list[str]:
    """Return the keys of works in the order of the style."""
    name = press.name("order", works)
    if press.recall(name) is None:
        press.keep(name, [at for at, _ in press.print_works(ordering(press.style.csl), works).entries])
    return [works[at].key for at in press.recall(name)]
