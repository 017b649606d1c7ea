"""Letters after the years of works that a list would cite alike: `2020a`, `2020b`.

To find them pandoc compares every work with every other. Here only those are compared that are cited alike as long as
nothing is told apart, `(Smith 2020)`; for whatever a style adds to a name makes two citations less alike, never more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from florilegium.styles.copies import Forms
from florilegium.styles.plain_styles import LETTERS, plain, without_letters
from florilegium.styles.press import Press
from florilegium.styles.readying import Work
from florilegium.styles.wording import worded

TOGETHER = 80
"""Works to be told apart in one run of pandoc, whose time grows with their square. A group is never divided."""

Group = tuple[Work, ...]
"""Works that are cited alike, in the order of the style."""


def put_letters(
    press: Press, lists: Mapping[str, Sequence[Work]], forms: Mapping[str, Forms]
) -> dict[str, dict[str, str]]:
    """Return for each list the HTML of the entries that get a letter, by key; the works of a list are in order."""
    groups = {name: _alike(works, forms) for name, works in lists.items()}
    groups = {name: list(_named(press, groups[name], works, forms)) for name, works in lists.items()}
    entries = _lettered(press, dict.fromkeys(group for found in groups.values() for group in found), forms)
    return {name: {key: html for group in found for key, html in entries[group]} for name, found in groups.items()}


def _alike(works: Iterable[Work], forms: Mapping[str, Forms]) -> list[Group]:
    """Return the works of a list that are cited alike as long as nothing is told apart."""
    alike: dict[str, list[Work]] = {}
    for work in works:
        alike.setdefault(_cited(work, forms), []).append(work)
    return [tuple(group) for group in alike.values() if len(group) > 1]


def _cited(work: Work, forms: Mapping[str, Forms]) -> str:
    """Return how a work is cited by itself."""
    return _letters(forms[work.key].get("in_text") or forms[work.key]["short_note"])


def _letters(html: str) -> str:
    """Return the letters and figures of a citation: a title in italics and one in quotation marks read alike."""
    return "".join(char for char in worded(html).text.casefold() if char.isalnum())


def _named(press: Press, groups: Iterable[Group], works: Sequence[Work], forms: Mapping[str, Forms]) -> Iterator[Group]:
    """Yield what is still alike once names are told apart: `(J. Smith 2020)`, `(A. Smith 2020)`."""
    mixed: list[Group] = []
    for group in groups:
        if len({work.names for work in group}) == 1:
            yield group
        else:
            mixed.append(group)
    bearers = _bearers(press, works) if mixed else {}
    witnesses = {group: _witnesses(press, group, bearers) for group in mixed}
    names = {group: press.name("named", (*group, *witnesses[group])) for group in mixed}
    missing = [(group, _cited(group[0], forms)) for group in mixed if press.recall(names[group]) is None]
    for batch in _batches(missing):
        together = list(dict.fromkeys(work for group in batch for work in (*group, *witnesses[group])))
        printed = press.print_works(without_letters(press.style.csl), together, cited=True)
        cited = dict(zip(together, printed.again or printed.first, strict=True))
        for group in batch:
            press.keep(names[group], [_letters(cited[work]) for work in group])
    for group in mixed:
        alike: dict[str, list[Work]] = {}
        for work, citation in zip(group, press.recall(names[group]), strict=True):
            alike.setdefault(citation, []).append(work)
        yield from (tuple(found) for found in alike.values() if len(found) > 1)


def _bearers(press: Press, works: Iterable[Work]) -> dict[str, dict[str, Work]]:
    """Return for each family the first work of each name; only of names that decide how others are cited.

    In some styles all names of a list do: a Smith is given an initial only if no other Smith has the same.
    """
    bearers: dict[str, dict[str, Work]] = {}
    if press.style.compares_names != "none":
        for work in works:
            for family, name in _deciding(press, work):
                bearers.setdefault(family, {}).setdefault(name, work)
    return bearers


def _deciding(press: Press, work: Work) -> tuple[tuple[str, str], ...]:
    return work.names[:1] if press.style.compares_names == "first" else work.names


def _witnesses(press: Press, group: Group, bearers: Mapping[str, Mapping[str, Work]]) -> tuple[Work, ...]:
    """Return the works that decide, beside those of a group, how its names are cited."""
    families = dict.fromkeys(family for work in group for family, _ in _deciding(press, work))
    found = (work for family in families for work in bearers.get(family, {}).values())
    return tuple(work for work in dict.fromkeys(found) if work not in group)


def _lettered(press: Press, groups: Iterable[Group], forms: Mapping[str, Forms]) -> dict[Group, list[tuple[str, str]]]:
    """Have letters put to the years of each group, and return its keys and entries."""
    names = {group: press.name("lettered", group) for group in groups}
    missing = [(group, _cited(group[0], forms)) for group, name in names.items() if press.recall(name) is None]
    for batch in _batches(missing):
        works = [work for group in batch for work in group]
        entries = dict(press.print_works(plain(press.style.csl, but=LETTERS), works).entries)
        htmls = dict(zip(works, (entries[at] for at in range(len(works))), strict=True))
        for group in batch:
            press.keep(names[group], [htmls[work] for work in group])
    return {
        group: list(zip((work.key for work in group), press.recall(name), strict=True)) for group, name in names.items()
    }


def _batches(groups: Iterable[tuple[Group, str]]) -> list[list[Group]]:
    """Gather groups, with how they are cited, for one run each. Two that are cited alike must not meet."""
    batches: list[tuple[list[Group], set[str]]] = []
    for group, cited in groups:
        for gathered, taken in batches:
            if cited not in taken and sum(map(len, gathered)) + len(group) <= TOGETHER:
                gathered.append(group)
                taken.add(cited)
                break
        else:
            batches.append(([group], {cited}))
    return [gathered for gathered, _ in batches]
