"""The key of a draft, in the manner of citations.bib: name, year, word of the title: `mayer2005outsourcing`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from florilegium.citations.drafts.entries import DraftEntry

SMALL_WORDS = frozenset(
    "a about after against all an and any are as at be between but by can do does for from has have how in into is it "
    "its new no not of on or our over should so than that the their there this to toward under upon was were what when "
    "where which who why will with".split()
)
"""Words of a title that no key is made of."""
INITIALS_FROM = 3
"""Words from which a body is named by its initials: `wfp`, `usds`, but `worldbank`."""
STROKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that have no plain one inside them."""


def draft_key(entry: DraftEntry, taken: Collection[str]) -> str:
    """Return a key that is not taken."""
    people = entry.names.names or entry.editors
    name = ""
    if people:
        name = _joined(people[0].literal) if people[0].literal else _plain(people[0].family)
    name = name or _joined(entry.imprint.container)
    year = entry.date[:4]
    words = [_plain(word) for word in re.split(r"[\s–—/-]+", re.sub(r"[’']s\b", "", entry.title))]
    telling = [word for word in words if len(word) > 2 and word not in SMALL_WORDS and not word.isdigit()]
    name = name or (telling or words)[0]
    word = next((word for word in telling if word != name), "")
    key = f"{name}{year}{word}" if year else "-".join(part for part in (name, word) if part)
    key = key if key[:1].isalpha() else f"draft{key}"
    number = 2
    unique = key
    while unique in taken:
        unique = f"{key}-{number}"
        number += 1
    return unique


def _joined(body: str) -> str:
    """Shorten the name of a body to its initials, or join its words where they are few."""
    named = [word for word in body.split() if word[:1].isupper() and word.lower() != "the" and _plain(word)]
    if len(named) < INITIALS_FROM:
        return "".join(_plain(word) for word in named)
    return "".join(_plain(word) if word.isupper() else _plain(word)[0] for word in named)


def _plain(text: str) -> str:
    """Return the letters and figures of a text, lower case, without accents."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(STROKED))
    return re.sub(r"[^a-z0-9]", "", folded)
