"""Placed sources to their words, each with what tells whether it may begin or belong to a term not yet in the index."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import Mention, Placed, SubjectIndex
from florilegium.sentences import likely_sentence_ends
from florilegium.subject_index.locating import NOTE
from florilegium.subject_index.suggesting.cues import FUNCTION_WORDS
from florilegium.subject_index.words import BREAK, DASHES, Word, searched, words

LONGEST_LABEL = 6
"""Words of `Lessons Learned:` and the like; of a cell of a table."""
OPENS_RE = re.compile(rf"[\"“‘:;({{\[•*{BREAK}]|(?:^|\s)['-]")
"""What may stand before a capital that makes no name: what opens a quotation, a bracket, a heading or a cell."""
QUOTED_RE = re.compile(r"“[^”]*”|\"[^\"]*\"|‘(?:[^’]|’(?=\w))*’")
"""The title of an article, say. The apostrophe in `‘The Court’s Law’` closes nothing."""
RARELY = 4
"""Times with a capital for each in small letters, from which a word has its capital of itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a ¶ or note, in words."""

    source: str
    place: str
    """Id of the ¶ or note."""
    text: str
    words: tuple[Word, ...]
    covered: tuple[bool, ...]
    """Of each word, whether a term holds it."""
    quoted: tuple[bool, ...]
    """Of each word, whether it stands in quotation marks."""
    begins: tuple[bool, ...]
    """Of each word, whether it would have a capital anyhow: it begins a sentence, say, or is part of a label."""
    order: int
    """Its place among the texts."""

    @property
    def is_note(self) -> bool:
        """Whether it is no ¶."""
        return self.place.startswith(NOTE)

    def gap(self, at: int) -> str:
        """Return what stands before a word, as printed."""
        return self.text[self.words[at - 1].end if at else 0 : self.words[at].start]


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that might be a term, and where they stand: in a ¶ or note of which a reading is made."""

    words: tuple[str, ...]
    text: str
    """As printed, spaces single."""
    source: str
    place: str
    """Id of the ¶ or note."""
    in_note: bool
    """Whether that is no ¶."""
    quoted: bool
    """Whether they stand in quotation marks."""
    order: int
    """Place of the ¶ or note among all of these."""

    @classmethod
    def of(cls, reading: Reading, first: int, last: int) -> Standing:
        """Return the words of a text from one to another, and where they stand."""
        said = reading.words[first : last + 1]
        text = " ".join(reading.text[said[0].start : said[-1].end].split())
        return cls(
            tuple(word.exact for word in said),
            text,
            reading.source,
            reading.place,
            reading.is_note,
            reading.quoted[first],
            reading.order,
        )


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the texts spell each word, told from the words that begin no sentence."""

    small: Mapping[str, int]
    """How often it stands in small letters, and not after a hyphen."""
    capital: Mapping[str, int]
    """How often with a capital inside a sentence of a ¶: the titles in notes have one on every word."""
    opening: Mapping[str, int]
    """How often at the beginning of a sentence."""

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Spelling:
        """Count the words of texts."""
        small, capital, opening = Counter[str](), Counter[str](), Counter[str]()
        for reading in readings:
            stopped = False
            for at, word in enumerate(reading.words):
                if word.exact.islower():
                    small[word.any_case] += reading.gap(at) not in DASHES
                elif reading.begins[at]:
                    opening[word.any_case] += 1
                elif not reading.is_note and not stopped:
                    capital[word.any_case] += 1
                stopped = word.exact.endswith(".")  # what follows `U.S.` may begin a sentence
        return cls(small, capital, opening)

    def is_ordinary(self, word: str) -> bool:
        """Say whether a word stands in small letters, and not only once for many times with a capital: `smith`."""
        return self.small.get(word, 0) * RARELY > self.capital.get(word, 0)

    def is_name(self, word: str) -> bool:
        """Say whether a word has its capital of itself."""
        return self.capital.get(word, 0) > 0 and not self.is_ordinary(word)

    def opens(self, word: str) -> bool:
        """Say whether a word has a capital only where it begins a sentence."""
        return self.opening.get(word, 0) > 0 and not self.capital.get(word, 0)


def readings(placed: Sequence[Placed], index: SubjectIndex) -> tuple[Reading, ...]:
    """Return the texts of sources in their order, ¶ before notes."""
    mentions = index.by_place()
    texts = ((one.source.record.id, place, text) for one in placed for place, text in searched(one))
    return tuple(
        _reading(source, place, text, mentions.get((source, place), ()), order)
        for order, (source, place, text) in enumerate(texts)
    )


def _reading(source: str, place: str, text: str, mentions: Sequence[Mention], order: int) -> Reading:
    said = words(text)
    covered = _within(said, [(one.start, one.end) for one in mentions])
    quoted = _within(said, [match.span() for match in QUOTED_RE.finditer(text)])
    return Reading(source, place, text, said, covered, quoted, _begins(text, said), order)


def _within(said: Sequence[Word], spans: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    """Say of each word whether it lies in one of the stretches of a text, or part of it does."""
    return tuple(any(start < word.end and word.start < end for start, end in spans) for word in said)


def _begins(text: str, said: Sequence[Word]) -> tuple[bool, ...]:
    """Say of each word whether it would have a capital anyhow."""
    ends = likely_sentence_ends(text)
    before = [0, *(word.end for word in said)]
    found = [
        at == 0
        or bisect_left(ends, before[at]) < bisect_right(ends, word.start)
        or OPENS_RE.search(text, before[at], word.start) is not None
        for at, word in enumerate(said)
    ]
    for at, opens in enumerate(tuple(found)):
        if opens:
            end = _label_end(text, said, at)
            found[at:end] = [True] * (end - at)
    return tuple(found)


def _label_end(text: str, said: Sequence[Word], at: int) -> int:
    """Return the index after the label that a word begins, or the same where it begins none."""
    for end in range(at + 1, min(at + LONGEST_LABEL, len(said) - 1) + 1):
        if said[end].gap[:1] in (":", BREAK):
            return end
        word, hyphened = said[end], text[said[end].start - 1] in DASHES
        if not (word.exact[0].isupper() or word.any_case in FUNCTION_WORDS or hyphened):
            break
    return at
