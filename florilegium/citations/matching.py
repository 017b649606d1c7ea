"""A citation to the work it names: by address, else by author, title and date; a short form to the work it shortens.

The rules are those by which two entries would be taken for one: titles that are alike, or one the beginning of the
other; authors of the same name; dates that agree as far as both are known. Where a title stands in no marks, nothing
sure tells it from author and container: then each run of what stands between commas and stops may be it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from florilegium import bibliography
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.spans import Span
from florilegium.citations.likeness import PREFIX_WORDS, dates_agree, names_agree, plain, shortens, titles_agree
from florilegium.citations.printed_dates import printed_date
from florilegium.model import MatchedBy, Reference

INDEXED_WORDS = 2
NEAREST = 3
"""Entries that a hint names."""
SURE_WORDS = 4
"""Words of a title that is known without its author."""
MOST_PIECES = 8
"""Items between commas and stops among which a title is looked for."""
SCHEME_RE = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
PIECE_END_RE = re.compile(r"[,.?!;]+[’”]?\s+|\s\(|\s*$")
OTHERS_RE = re.compile(r"\bet al\b|\bop cit\b|\beds?\b")


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
    title: Span | None = None
    """Where the title stands in the note, if elsewhere than the citation says."""


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
        alike = [one for one in at_address if titles_agree(title, one.title)] or at_address
        return Match(_references(alike), "address")
    if not title:
        return Match(_references(_by_author(names, cut.year, works, cited_before)), "short")
    alike = _by_title(title, names, date, works)
    again = [one for one in alike if one.reference.key in cited_before]
    if cut.bare():
        again = again or _shortened(title, names, works, cited_before)
    if cut.bare() and again:
        latest = max(again, key=lambda one: _last(cited_before, one.reference.key))
        several = len({one.title for one in again}) > 1
        return Match(_references(again if several else [latest]), "short")
    if alike or text[cut.title[0] - 1 : cut.title[0]] in tuple("“‘\"'"):
        return Match(_references(alike), "title")
    return _by_pieces(cut, text, works)


def _by_title(title: str, names: str, date: str, works: Works) -> list[Known]:
    candidates = works.by_opening.get(_opening(title), ()) or works.known
    dated = [one for one in candidates if titles_agree(title, one.title) and dates_agree(date, one.date)]
    # A note may leave out the author, or give for one the body that its entry has as publisher.
    alike = [one for one in dated if names_agree(names, one.names)] or [
        one for one in dated if not (names and one.names) and len(title.split()) >= PREFIX_WORDS
    ]
    # `Syria Sanctions` may begin two titles and be a third.
    return [one for one in alike if one.title == title] or alike


def _shortened(title: str, names: str, works: Works, cited_before: Sequence[str]) -> list[Known]:
    """Return the works cited before, of the same author, whose title holds these words.

    A name may lose words: `Department of Trade` for `U.S. Department of Trade`, `Ruiz` for `Ruiz y Soto`.
    """
    return [
        one
        for one in works.known
        if one.reference.key in cited_before and _same_author(names, one.names) and shortens(title, one.title)
    ]


def _same_author(names: str, known: tuple[str, ...]) -> bool:
    if not names or not known:
        return False
    return f" {names} " in f" {known[0]} " or names_agree(names, known)


def _by_author(names: str, year: str, works: Works, cited_before: Sequence[str]) -> list[Known]:
    """Return the works that names and perhaps a year leave: of those cited before, else of all.

    `Weiss and Thakur 2010` is no work of Weiss alone.
    """
    alone = OTHERS_RE.sub("", names).strip()
    if not alone:
        return []
    alike = [one for one in works.known if names_agree(alone, one.names) and dates_agree(year[:4], one.date[:4])]
    joined = " and " in alone or alone != names
    alike = [one for one in alike if (len(one.names) > 1) == joined] or alike
    return [one for one in alike if one.reference.key in cited_before] or alike


def _by_pieces(cut: Cut, text: str, works: Works) -> Match:
    """Take for the title the run of items most like the title of a work whose author the words name as well."""
    words = plain(text[cut.start : cut.end])
    found: list[tuple[float, Span, Known]] = []
    for start, end in _runs(text, cut.start, cut.end):
        title = plain(text[start:end])
        for one in works.by_opening.get(_opening(title), ()):
            if not titles_agree(title, one.title) or not dates_agree(printed_date(text[end : cut.end]), one.date):
                continue
            if (one.names and names_agree(words, one.names)) or len(title.split()) >= SURE_WORDS:
                found.append((fuzz.ratio(title, one.title), (start, end), one))
    if not found:
        return Match((), "title")
    likest = max(likeness for likeness, _, _ in found)
    best = [(span, one) for likeness, span, one in found if likeness == likest]
    return Match(_references(one for _, one in best), "title", best[0][0])


def _runs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield each run of neighbouring items between commas and stops."""
    parts = []
    for mark in PIECE_END_RE.finditer(text, start, end):
        if mark.start() > start:
            parts.append((start, mark.start()))
        start = mark.end()
        if len(parts) == MOST_PIECES:
            break
    for index, (first, _) in enumerate(parts):
        for _, last in parts[index:]:
            yield first, last


def nearest(cut: Cut, text: str, works: Works) -> tuple[Reference, ...]:
    """Return the works whose title or author is nearest to what is cited, the nearest first."""
    wanted = f"{plain(cut.authors)} {plain(text[slice(*cut.title)])}".strip()
    choices = [" ".join((*one.names, one.title)) for one in works.known]
    found = process.extract(wanted, choices, scorer=fuzz.token_set_ratio, limit=NEAREST, score_cutoff=60)
    return tuple(works.known[index].reference for _, _, index in found)


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


def _references(known: Iterable[Known]) -> tuple[Reference, ...]:
    return tuple({one.reference.key: one.reference for one in known}.values())


def _last(keys: Sequence[str], key: str) -> int:
    return max(index for index, one in enumerate(keys) if one == key)
