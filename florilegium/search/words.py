"""Texts to their words as the search compares them: without case, accents and punctuation.

A reader types `Erdogan`, `US` or `pre-emptive`, and the texts print `Erdoğan`, `U.S.` and `preëmptive`. The page that
asks does the same in `docs/assets/search/words.js`; a test holds the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

END = "ǂ"
"""A letter that no word keeps. Before and after a stem it tells the stem from a word, and from all longer words."""
APOSTROPHES = "'’ʼ"
FIGURE_LETTERS = "ꓐꓑꓒꓓꓔꓕꓖꓗꓘꓙ"
"""Letters of a script that has no small and capital ones: they stand for the figures in the index, and in no word."""
FIGURES = str.maketrans("0123456789", FIGURE_LETTERS)
UNFOLDED = (
    {"ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ĸ": "k", "ŋ": "n", "ς": "σ"}
    | {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
    | dict.fromkeys((END, *FIGURE_LETTERS), "")
)
"""Letters that Unicode does not take apart into a plain one and a mark; and those that no word keeps."""
CHUNK_RE = re.compile(
    rf"""
    (?: [^\W\d_] \. )+ [^\W\d_] (?! [^\W_] )  # an initialism: `U.S.`, `e.g.`; not the end of `see.It`
    | [0-9]{{1,3}} (?: , [0-9]{{3}} )+ (?! [^\W_] )  # a number: `1,200`
    | [^\W_]+ (?: [{APOSTROPHES}] [^\W_]+ )*  # letters and numbers: `China’s`, `B2B`, `1973`
    """,
    re.VERBOSE,
)
KEPT = 200_000
"""Words of which what they come to is kept: most words of a text stood in it before."""
HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
INNER_RE = re.compile(rf"[{APOSTROPHES}.,]")
POSSESSIVE_RE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A word of a text, and where it stands."""

    start: int
    """Offset into the text in its composed form (NFC)."""
    end: int
    word: str
    """Folded: small letters and figures without marks."""
    joined: bool
    """Whether a hyphen ties it to the chunk before."""
    plain: str
    """Folded, but with the s of a possessive: as a phrase is compared."""


def chunks(text: str) -> Iterator[Chunk]:
    """Yield the words of a text in order."""
    composed = unicodedata.normalize("NFC", text)
    before = -1
    for match in CHUNK_RE.finditer(composed):
        joined = before >= 0 and match.start() == before + 1 and composed[before] in HYPHENS
        before = match.end()
        word = fold(match[0])
        if word:
            yield Chunk(match.start(), match.end(), word, joined, _bare(match[0]))


def fold(chunk: str) -> str:
    """Return a word without case, marks, apostrophes and the s of a possessive: `China’s` is `china`."""
    return _bare(POSSESSIVE_RE.sub("", chunk))


@lru_cache(maxsize=KEPT)
def _bare(chunk: str) -> str:
    # Once more small after it is taken apart: `ℝ` has no small letter, and the R within it has.
    plain = unicodedata.normalize("NFKD", INNER_RE.sub("", chunk).lower()).lower()
    letters = (sign for sign in plain if sign.isalnum())
    return "".join(UNFOLDED.get(sign, sign) for sign in letters)


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, folded; after the parts of a hyphenated word the whole: `prewar` for `pre-war`."""
    return with_wholes(chunks(text))


def with_wholes(said: Iterable[Chunk]) -> Iterator[str]:
    """Yield the words of chunks in order; after the parts of a hyphenated word the whole, but not of `16-17`."""
    group: list[str] = []
    for chunk in said:
        if not chunk.joined:
            yield from _whole(group)
            group = []
        group.append(chunk.word)
        yield chunk.word
    yield from _whole(group)


def _whole(parts: list[str]) -> Iterator[str]:
    whole = "".join(parts)
    if len(parts) > 1 and not whole.isdigit():
        yield whole


def as_indexed(word: str) -> str:
    """Return a word with letters for figures: Pagefind takes `21st` apart, and finds it for a saint."""
    return word.translate(FIGURES)
