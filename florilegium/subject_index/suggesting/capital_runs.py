"""The words of a text to the runs of words with a capital in it: `Security Council`, `Article 51`, `Ann Bo-ra`.

A capital that a sentence, a quotation or the label of an item gives to any word makes no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from florilegium.subject_index.suggesting.cues import COMPOUNDED, DATES, FUNCTION_WORDS, HEADS, NUMBERED
from florilegium.subject_index.suggesting.readings import Reading, Spelling
from florilegium.subject_index.words import DASHES

NUMERALS = "IVX"
"""`World War I`"""
LONGEST_SYLLABLE = 4
"""Letters of the small word in `Bo-ra`."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with a capital."""

    reading: Reading
    first: int
    """Index of its first word."""
    last: int
    """Index of the last word that belongs to it."""
    begins: bool = False
    """Whether a sentence begins with it."""
    weak: bool = False
    """Whether it is no name by itself, but may be part of one: the `Department` of `Department of State`."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(word.exact for word in self.reading.words[self.first : self.last + 1])


def capital_runs(reading: Reading, spelling: Spelling) -> Iterator[Run]:
    """Yield the runs of a text, as long as each can be without a word between."""
    at = 0
    while at < len(reading.words):
        last = at
        if _is_capital(reading, at):
            while last + 1 < len(reading.words) and _goes_on(reading, last, spelling):
                last += 1
            while last > at and _is_initial(reading, last):
                last -= 1  # `Doe, Jane J. “Her`
            last += last > at and _has_syllable(reading, last, spelling)
            run = _without_opening(Run(reading, at, last), spelling)
            if run:
                yield run
        at = last + 1


def is_initialism(word: str) -> bool:
    """Say whether a word has more than one capital: `B2B`, `U.S.`, `NATO`."""
    return sum(char.isupper() for char in word) > 1


def _is_capital(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if reading.covered[at] or not word.exact[0].isupper() or word.any_case in DATES:
        return False
    return is_initialism(word.exact) or not (reading.begins[at] and word.any_case in FUNCTION_WORDS)


def _goes_on(reading: Reading, at: int, spelling: Spelling) -> bool:
    """Say whether the word after another belongs to the same run."""
    word, following, gap = reading.words[at], reading.words[at + 1], reading.gap(at + 1)
    if following.exact.isdecimal() and not reading.covered[at + 1]:
        return (gap.isspace() and word.any_case in NUMBERED) or gap in DASHES
    spaced = gap.isspace() or (gap.rstrip() == "." and len(word.exact) == 1)
    return spaced and _is_capital(reading, at + 1) and not _may_begin(reading, at + 1, spelling)


def _is_initial(reading: Reading, at: int) -> bool:
    word = reading.words[at].exact
    return len(word) == 1 and not word.isdecimal() and word not in NUMERALS


def _has_syllable(reading: Reading, last: int, spelling: Spelling) -> bool:
    """Say whether a name ends in a small word, as `Bo-ra` does and `Council-led` does not."""
    if last + 1 == len(reading.words) or reading.gap(last + 1) not in DASHES:
        return False
    word = reading.words[last + 1]
    known = word.any_case in COMPOUNDED or spelling.is_ordinary(word.any_case)
    return word.exact.islower() and len(word.exact) <= LONGEST_SYLLABLE and not known


def _may_begin(reading: Reading, at: int, spelling: Spelling) -> bool:
    """Say whether a word begins a sentence, or likely does: `in the U.S. Leaving`."""
    word = reading.words[at].any_case
    stopped = at > 0 and reading.words[at - 1].exact.endswith(".") and reading.gap(at).isspace()
    return reading.begins[at] or (stopped and spelling.opens(word) and word not in HEADS)


def _without_opening(run: Run, spelling: Spelling) -> Run | None:
    """Return a run without a word that has its capital from the sentence; none where nothing is left."""
    reading, first, last = run.reading, run.first, run.last
    begins = _may_begin(reading, first, spelling)
    if first == last:
        return _alone(replace(run, begins=begins), spelling)
    said = [word.any_case for word in reading.words[first : last + 1]]
    adjective = spelling.is_ordinary(said[0]) and not spelling.is_ordinary(said[1])
    if begins and (adjective or (said[0].endswith("ing") and not spelling.is_name(said[0]))):
        return _without_opening(replace(run, first=first + 1), spelling)
    return replace(run, begins=begins)


def _alone(run: Run, spelling: Spelling) -> Run | None:
    """Return a run of one word, weak where that may be an ordinary one; none where it surely is."""
    word = run.reading.words[run.first]
    ordinary = spelling.is_ordinary(word.any_case)
    if len(word.exact) == 1:
        return None
    if is_initialism(word.exact) or spelling.is_name(word.any_case):
        return run
    if run.begins and word.any_case not in HEADS and (ordinary or word.any_case.endswith("ing")):
        return None
    return replace(run, weak=run.begins or ordinary)
