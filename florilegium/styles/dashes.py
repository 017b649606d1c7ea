"""A dash for the author of a work that follows another of the same: `Smith, John. War.`, then `———. Peace.`.

Whether there is one depends on the work just before it in a list, and on no other. So pandoc prints two neighbours that
begin alike as a pair, once, and all pairs of all lists in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from florilegium.styles.copies import BATCH, Forms
from florilegium.styles.plain_styles import DASHES, plain, unsorted
from florilegium.styles.press import Press
from florilegium.styles.readying import Work
from florilegium.styles.wording import worded

Pair = tuple[Work, Work]


def put_dashes(
    press: Press, lists: Mapping[str, Sequence[Work]], forms: Mapping[str, Forms]
) -> dict[str, dict[str, str]]:
    """Return for each list the HTML of the entries that may have a dash, by key."""
    words = {work.key: _first_word(forms[work.key]["entry"]) for works in lists.values() for work in works}
    pairs = {name: [pair for pair in pairwise(works) if _alike(pair, words)] for name, works in lists.items()}
    entries = _printed(press, dict.fromkeys(pair for found in pairs.values() for pair in found))
    return {name: {pair[1].key: entries[pair] for pair in found} for name, found in pairs.items()}


def _first_word(html: str) -> str:
    """Return the first word of an entry: if a dash stands for it, the entry before has the same."""
    words = ("".join(filter(str.isalnum, word)) for word in worded(html).text.split())
    return next(filter(None, words), "")


def _alike(pair: Pair, words: Mapping[str, str]) -> bool:
    """Return whether a dash is possible. Authors count as well: one style sets their names in more than one way."""
    return pair[0].names == pair[1].names or words[pair[0].key] == words[pair[1].key]


def _printed(press: Press, pairs: Iterable[Pair]) -> dict[Pair, str]:
    """Return how the second of two neighbours reads."""
    names = {pair: press.name("second", pair) for pair in pairs}
    missing = list({name: pair for pair, name in names.items() if press.recall(name) is None}.items())
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        works = [work for _, pair in batch for work in pair]
        entries = dict(press.print_works(unsorted(plain(press.style.csl, but=DASHES)), works).entries)
        for at, (name, _) in enumerate(batch):
            press.keep(name, entries[2 * at + 1])
    return {pair: press.recall(name) for pair, name in names.items()}
