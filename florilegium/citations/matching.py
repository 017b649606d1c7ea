"""A citation to the work it names: by address, else by author, title and date; a short form to the work it shortens.

The rules are those by which two entries would be taken for one: titles that are alike, or one the beginning of the
other; authors of the same name; dates that agree as far as both are known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from florilegium import bibliography
from florilegium.citations.cut import Cut
from florilegium.citations.printed_dates import printed_date
from florilegium.model import MatchedBy, Reference

ALIKE = 92
"""Likeness, in a hundred, from which two titles are one."""
SAME_NAME = 90
"""The same for names."""
PREFIX_WORDS = 3
"""Words that a shortened title must have."""
INDEXED_WORDS = 2
NEAREST = 3
"""Entries that a hint names."""
SCHEME_RE = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
WORD_RE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A work, as matching looks at it."""

    reference: Reference
    title: str
    """Lower case, words and figures only."""
    names: tuple[str, ...]
    """Of its authors, family names and bodies, in the same form."""
    date: str
    address: str


@dataclass(frozen=True, slots=True)
class Works:
    """All works, ready to be found."""

    known: tuple[Known, ...]
    by_address: dict[str, tuple[Known, ...]]
    by_opening: dict[str, tuple[Known, ...]]


@dataclass(frozen=True, slots=True)
class Match:
    """The works that a citation may name: one, or none, or several that nothing tells apart."""

    references: tuple[Reference, ...]
    by: MatchedBy


def ready(references: Iterable[Reference]) -> Works:
    """Make the works ready to be found."""
    known = tuple(_known(reference) for reference in references)
    by_address: dict[str, list[Known]] = defaultdict(list)
    by_opening: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        if one.address:
            by_address[one.address].append(one)
        by_opening[_opening(one.title)].append(one)
    return Works(
        known,
        {address: tuple(works) for address, works in by_address.items()},
        {opening: tuple(works) for opening, works in by_opening.items()},
    )


def match(cut: Cut, text: str, works: Works, cited_before: Sequence[str]) -> Match:
    """Find the work that a citation names; `cited_before` are the keys that its source has cited, latest last."""
    title, names, date = plain(text[slice(*cut.title)]), plain(cut.authors), cited_date(cut)
    at_address = [one for url in cut.urls for one in works.by_address.get(_address(url), ())]
    if at_address:
        alike = [one for one in at_address if _titles_agree(title, one.title)] or at_address
        return Match(_references(alike), "address")
    candidates = works.by_opening.get(_opening(title), ()) or works.known
    dated = [one for one in candidates if _titles_agree(title, one.title) and _dates_agree(date, one.date)]
    # A note may leave out the author, or give for one the body that its entry has as publisher.
    alike = [one for one in dated if _names_agree(names, one.names)] or [
        one for one in dated if not (names and one.names) and len(title.split()) >= PREFIX_WORDS
    ]
    exact = [one for one in alike if one.title == title]
    # `Syria Sanctions` may begin two titles and be a third.
    alike = exact or alike
    again = [one for one in alike if one.reference.key in cited_before]
    if cut.bare() and again:
        latest = max(again, key=lambda one: _last(cited_before, one.reference.key))
        several = len({one.title for one in again}) > 1
        return Match(_references(again if several else [latest]), "short")
    return Match(_references(alike), "title")


def nearest(cut: Cut, text: str, works: Works) -> tuple[Reference, ...]:
    """Return the works whose title or author is nearest to what is cited, the nearest first."""
    wanted = f"{plain(cut.authors)} {plain(text[slice(*cut.title)])}".strip()
    choices = [" ".join((*one.names, one.title)) for one in works.known]
    found = process.extract(wanted, choices, scorer=fuzz.token_set_ratio, limit=NEAREST, score_cutoff=60)
    return tuple(works.known[index].reference for _, _, index in found)


def plain(text: str) -> str:
    """Return words and figures in lower case, dots of initialisms closed up: `U.S.` and `US` are one."""
    closed = re.sub(r"\b(?:[^\W\d_]\.)+(?=[^\W\d_]\b)", lambda dotted: dotted[0].replace(".", ""), text)
    return " ".join(WORD_RE.findall(re.sub(r"[’'](?=s\b)", "", closed).casefold()))


def cited_date(cut: Cut) -> str:
    """Return the date that a note prints; where year and full date disagree, the year in parentheses."""
    full = printed_date(cut.rest)
    year = cut.year[:4] if cut.year[:1].isdigit() else ""
    return full if not year or full.startswith(year) else year


def _known(reference: Reference) -> Known:
    authors = bibliography.names(reference, "author")
    return Known(
        reference,
        plain(bibliography.title(reference)),
        tuple(plain(name.literal or name.family) for name in authors),
        bibliography.field(reference, "date"),
        _address(bibliography.field(reference, "url")),
    )


def _opening(title: str) -> str:
    return " ".join(title.split()[:INDEXED_WORDS])


def _address(url: str) -> str:
    return SCHEME_RE.sub("", url).rstrip("/")


def _titles_agree(cited: str, known: str) -> bool:
    if not cited or not known:
        return False
    shorter, longer = sorted((cited, known), key=len)
    begins = longer.startswith(f"{shorter} ") and len(shorter.split()) >= PREFIX_WORDS
    return begins or fuzz.ratio(cited, known, score_cutoff=ALIKE) > 0


def _names_agree(cited: str, known: tuple[str, ...]) -> bool:
    """Say whether a list of authors as printed begins with the first author of a work, family or given name first."""
    if not cited or not known:
        return not cited and not known
    first, words = known[0], cited.split()
    length = len(first.split())
    parts = {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
    return any(fuzz.ratio(part, first, score_cutoff=SAME_NAME) for part in parts)


def _dates_agree(cited: str, known: str) -> bool:
    """Say whether two dates are the same as far as both are known."""
    if not cited or not known:
        return True
    pairs = zip(cited.split("/")[0].split("-"), known.split("/")[0].split("-"), strict=False)
    return all(one == other for one, other in pairs)


def _references(known: Iterable[Known]) -> tuple[Reference, ...]:
    return tuple({one.reference.key: one.reference for one in known}.values())


def _last(keys: Sequence[str], key: str) -> int:
    return max(index for index, one in enumerate(keys) if one == key)
