"""Whether what a note prints and what an entry says are the same: titles, names, dates.

`U.S. Office` and `US Office` are one, `A Long Peace` begins `A Long Peace: Of War`, 2020 may be 2 May 2020.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

ALIKE = 92
"""Likeness, in a hundred, from which two titles are one."""
SAME_NAME = 90
"""The same for names."""
PREFIX_WORDS = 3
"""Words that a shortened title must have."""
WORD_RE = re.compile(r"[^\W_]+")
ARTICLES_RE = re.compile(r"^(?:a|an|the) ")


def plain(text: str) -> str:
    """Return words and figures in lower case, dots of initialisms closed up: `U.S.` and `US` are one."""
    closed = re.sub(r"\b(?:[^\W\d_]\.)+(?=[^\W\d_]\b)", lambda dotted: dotted[0].replace(".", ""), text)
    return " ".join(WORD_RE.findall(re.sub(r"[’'](?=s\b)", "", closed).casefold()))


def titles_agree(cited: str, known: str) -> bool:
    """Say whether two plain titles are alike, or one begins the other."""
    if not cited or not known:
        return False
    shorter, longer = sorted((cited, known), key=len)
    begins = longer.startswith(f"{shorter} ") and len(shorter.split()) >= PREFIX_WORDS
    return begins or fuzz.ratio(cited, known, score_cutoff=ALIKE) > 0


def shortens(cited: str, known: str) -> bool:
    """Say whether a plain title is part of another, as short forms have it: `Weapon` of `The Economic Weapon`."""
    words = ARTICLES_RE.sub("", cited)
    return bool(words) and f" {words} " in f" {known} "


def names_agree(cited: str, known: tuple[str, ...]) -> bool:
    """Say whether a list of authors as printed begins with the first author of a work, family or given name first."""
    if not cited or not known:
        return not cited and not known
    first, words = known[0], cited.split()
    length = len(first.split())
    parts = {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}
    return any(fuzz.ratio(part, first, score_cutoff=SAME_NAME) for part in parts)


def dates_agree(cited: str, known: str) -> bool:
    """Say whether two dates are the same as far as both are known."""
    if not cited or not known:
        return True
    pairs = zip(cited.split("/")[0].split("-"), known.split("/")[0].split("-"), strict=False)
    return all(one == other for one, other in pairs)
