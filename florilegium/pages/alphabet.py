"""A name to its stand in an index from A to Z: word by word, without accents, signs, case or a first article.

`The Hague` stands under H, `Łukasz` under L, `9/11` before A, and `Resolution 688` before `Resolution 1970`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

FIGURES, OTHER = "0–9", "Other letters"
"""What stands before A, and after Z."""
ALPHABET: tuple[str, ...] = (FIGURES, *ascii_uppercase, OTHER)
ARTICLE_RE = re.compile(r"\A(?:the|an?)\s+(?=\S)|,\s*the\Z", re.IGNORECASE)
"""The article of `The Hague`, or `Hague, The`. Not the initial of `A. Q. Khan`."""
NO_SIGN_RE = re.compile(r"['‘’ʻʼ.]")
"""Signs inside a word: those of `O’Brien` and `U.S.`. Any other is a space: the hyphen of `Bread-Salt`."""
UNMARKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that have no plain one inside them."""


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """Where a name stands in an index; to be compared with others."""

    group: int
    """Its letter, as a place in `ALPHABET`."""
    words: tuple[str | int, ...]
    """What is compared: letters and spaces, and between them numbers."""
    name: str
    """Decides between names that differ in case, accents or signs alone."""

    @property
    def letter(self) -> str:
        """Under which it stands."""
        return ALPHABET[self.group]


def stand(name: str) -> Stand:
    """Return where a name stands."""
    letters = unicodedata.normalize("NFKD", ARTICLE_RE.sub("", name).casefold().translate(UNMARKED))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    plain = re.sub(r"[\W_]+", " ", NO_SIGN_RE.sub("", plain)).strip()
    # Text and numbers take turns, so that like is compared with like.
    words = tuple(int(part) if at % 2 else part for at, part in enumerate(re.split(r"(\d+)", plain)))
    return Stand(_group(plain), words, name)


def _group(plain: str) -> int:
    if plain[:1].isdecimal():
        return ALPHABET.index(FIGURES)
    if plain and plain[0] in ascii_lowercase:
        return ALPHABET.index(plain[0].upper())
    return ALPHABET.index(OTHER)
