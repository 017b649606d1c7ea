"""Lists of works as a style prints them: in its order, and told apart where it must.

An entry in a list is the entry of the work by itself, unless its year needs a letter (`2020a`) or a dash stands for its
author. The order of a list is that of all works, less those that are not in it. So one run of pandoc gives the order of
every list, and only works that are cited alike, `(Smith 2020)`, are formatted together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.model import FormattedList
from florilegium.styles.copies import Forms, put_number
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
    if press.style.has_dashes:
        entries = {name: _with_dashes(press, [works[key] for key in keys]) for name, keys in once.items()}
    else:
        entries = _put_together(press, works, once, forms)
    return tuple(
        FormattedList(
            name, tuple((key, worded(put_number(html, number))) for number, (key, html) in enumerate(entries[name], 1))
        )
        for name in lists
    )


def _with_dashes(press: Press, works: Sequence[Work]) -> Entries:
    """Format a list as a whole, for a dash depends on what stands before it."""
    name = press.name("list", works)
    if press.recall(name) is None:
        # Where no letter is put to a year, nothing is told apart: works need not be compared.
        csl = press.style.csl if press.style.has_letters else plain(press.style.csl, but=DASHES)
        press.keep(name, press.print_works(csl, works).entries)
    return [(works[at].key, html) for at, html in press.recall(name)]


def _put_together(
    press: Press, works: Mapping[str, Work], lists: Mapping[str, Sequence[str]], forms: Mapping[str, Forms]
) -> dict[str, Entries]:
    """Put each list together from the order of all works, what they are by themselves, and those told apart."""
    if press.style.is_sorted:
        ranks = {key: rank for rank, key in enumerate(_order(press, list(works.values())))}
        lists = {name: sorted(keys, key=ranks.__getitem__) for name, keys in lists.items()}
    orders = {name: [works[key] for key in keys] for name, keys in lists.items()}
    lettered = put_letters(press, orders, forms) if press.style.has_letters else {}
    return {
        name: [(key, lettered.get(name, {}).get(key, forms[key]["entry"])) for key in keys]
        for name, keys in lists.items()
    }


def _order(press: Press, works: Sequence[Work]) -> list[str]:
    """Return the keys of works in the order of the style."""
    name = press.name("order", works)
    if press.recall(name) is None:
        press.keep(name, [at for at, _ in press.print_works(ordering(press.style.csl), works).entries])
    return [works[at].key for at in press.recall(name)]
