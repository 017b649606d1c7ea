"""References to pairs that are likely one work, entered twice: for an editor to judge, never merged.

Two entries are alike if their first authors, their titles and their dates agree, each as far as it is given: the same
work is `Smith et al., 30 July 2020` in one note and `Jane Smith, 2020` in another. Entries that share no rare words
are never compared, so that ten thousand take seconds and not an hour.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from rapidfuzz.fuzz import ratio

from florilegium.bibliography.csl import doi
from florilegium.bibliography.dates import Point, read_date
from florilegium.bibliography.entries import PATH
from florilegium.bibliography.name_lists import names
from florilegium.bibliography.wording import field, title
from florilegium.model import Reference
from florilegium.problems import Problem

SAME_AUTHOR = 90
"""Likeness of family names, in hundredths."""
SAME_TITLE = 92
BEGINNING = 3
"""Words of a short title that, being all the beginning of a longer one, make them the same."""
RARE = 5
"""Of the words of a title and the pairs of neighbouring words, how many of the rarest are looked up."""
NEIGHBOURS = 30
"""Titles that have all something in common are compared with so many of their neighbours in the alphabet."""
DOI_ADDRESS_RE = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(?P<doi>10\..+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is compared of a reference."""

    reference: Reference
    author: str
    """Family name of the first author or editor, in plain small letters; empty where there is none."""
    words: tuple[str, ...]
    """Of the title, in plain small letters."""
    title: str
    numbers: frozenset[str]
    """Figures in the title: a report of 2019 is not that of 2020."""
    date: Point | None
    address: str
    """Without what differs from link to link of one page; empty where there is none."""
    doi: str
    """In small letters, from its field or its address; empty where there is none."""
    apart: frozenset[str]
    """Keys of works that an editor has told from this one."""


def likely_duplicates(references: Sequence[Reference]) -> tuple[Problem, ...]:
    """Return a notice for each two entries that may be one work, on the line of the later."""
    works = [_work(reference) for reference in references]
    found = {}
    for pair in _candidates(works):
        if not _told_apart(*pair) and (reason := _reason(*pair)):
            first, later = sorted((work.reference for work in pair), key=lambda one: (one.line, one.key))
            found[first.key, later.key] = _notice(first, later, reason)
    return tuple(sorted(found.values(), key=lambda notice: (notice.line, notice.message)))


def _told_apart(one: _Work, other: _Work) -> bool:
    return one.reference.key in other.apart or other.reference.key in one.apart


def _work(reference: Reference) -> _Work:
    people = names(reference) or names(reference, "editor")
    words = tuple(_plain(title(reference)).split())
    date = read_date(field(reference, "date"))
    address = re.sub(r"^https?://(?:www\.)?|/$", "", field(reference, "url"))
    apart = ",".join(field(reference, name) for name in ("related", "distinctfrom"))
    return _Work(
        reference,
        _plain(people[0].literal or people[0].family) if people else "",
        words,
        " ".join(words),
        frozenset(word for word in words if word.isdigit()),
        date.first if date else None,
        address,
        _doi(reference),
        frozenset(key.strip() for key in apart.split(",")),
    )


def _doi(reference: Reference) -> str:
    """Return the DOI; it is the same whatever the case of its letters."""
    resolved = DOI_ADDRESS_RE.match(field(reference, "url"))
    return (doi(reference) or (unquote(resolved["doi"]) if resolved else "")).lower()


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower()).replace(".", "")
    return " ".join(re.findall(r"\w+", "".join(char for char in letters if not unicodedata.combining(char))))


def _candidates(works: Sequence[_Work]) -> Iterator[tuple[_Work, _Work]]:
    """Return the pairs that are worth comparing: the same address, DOI, beginning of the title, or rare words in it."""
    shared = Counter(key for work in works for key in _keys(work))
    groups: defaultdict[Hashable, list[_Work]] = defaultdict(list)
    for work in works:
        # Words that no other title has cannot lead to one.
        rare = sorted((count, key) for key in _keys(work) if (count := shared[key]) > 1)
        keys: list[Hashable] = [key for _, key in rare[:RARE]]
        keys += [(work.author[:BEGINNING], *work.words[:BEGINNING], "…")] if len(work.words) >= BEGINNING else []
        keys += [one for one in (work.address, work.doi) if one]
        for key in keys:
            groups[key].append(work)
    seen = set()
    for group in groups.values():
        group.sort(key=lambda work: (work.title, work.date.parts if work.date else [], work.reference.key))
        for at, work in enumerate(group):
            for other in group[at + 1 : at + 1 + NEIGHBOURS]:
                pair = frozenset((id(work), id(other)))
                if pair not in seen:
                    seen.add(pair)
                    yield work, other


def _keys(work: _Work) -> set[tuple[str, ...]]:
    """Return each word and each two neighbouring words of a title, with the beginning of the author's name."""
    author = work.author[:BEGINNING]
    return {(author, word) for word in work.words} | {(author, *pair) for pair in pairwise(work.words)}


def _reason(one: _Work, other: _Work) -> str:
    """Say why two entries may be one work; empty if they are not alike."""
    if one.doi and one.doi == other.doi:
        return "the same DOI"
    if one.address and one.address == other.address:
        return "the same address"
    dates = _dates_agree(one.date, other.date)
    # Two works without an author are as like in this as can be.
    if not dates or ratio(one.author, other.author) < SAME_AUTHOR:
        return ""
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return ""
    length = min(len(one.words), len(other.words))
    begins = length >= BEGINNING and one.words[:length] == other.words[:length]
    return dates if begins or ratio(one.title, other.title) >= SAME_TITLE else ""


def _dates_agree(one: Point | None, other: Point | None) -> str:
    """Say how two dates agree as far as both are known; years alone may be those of two editions."""
    if one is None or other is None:
        return "the same author and title"
    length = min(len(one.parts), len(other.parts))
    if one.parts[:length] == other.parts[:length]:
        return "the same author, title and date"
    bare = len(one.parts) == len(other.parts) == 1 and one.season is other.season is None
    return "the same author and title, perhaps in two editions" if bare else ""


def _notice(first: Reference, later: Reference, reason: str) -> Problem:
    message = f"'{later.key}' (“{title(later)}”) may be '{first.key}' of line {first.line} (“{title(first)}”): {reason}"
    hint = (
        f"keep one; if they are two works, add 'distinctfrom = {{{first.key}}}'; if they are two editions of one, "
        f"'related = {{{first.key}}}' and 'relatedtype = {{reprintof}}'"
    )
    return Problem("likely-duplicate", PATH, later.line, message, hint)
