"""Words of a text to the groups of small ones that stand in it: `human rights`, `rule of law`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from florilegium.subject_index.suggesting.cues import FUNCTION_WORDS, INSIDE
from florilegium.subject_index.suggesting.readings import Reading, Spelling, Standing
from florilegium.subject_index.suggesting.suggestions import Compared, compared
from florilegium.subject_index.words import DASHES

MOST = 4
"""Words of content in a group, of two at least."""
MOST_INSIDE = 2
"""Function words in a row inside it: `freedom of the press`."""
ENOUGH = 3
"""¶ in which a group must stand."""
ADVERBS = ("ally", "ately", "edly", "ently", "antly", "ingly", "ively", "ously")
"""How words end that say how something is done."""
SHORTEST_ADVERB = 6
"""Letters: an `ally` is none."""
NEARLY_ALL = 0.8
"""Share of its ¶ in which a group is part of one longer group, from which it is nothing by itself."""


def word_groups(readings: Sequence[Reading], spelling: Spelling) -> tuple[Standing, ...]:
    """Return each group that stands in several ¶, where it stands.

    One that is nearly always part of one longer group is none.
    """
    standing: dict[Compared, list[Standing]] = {}
    for reading in readings:
        if not reading.is_note:
            for one in _groups(reading, spelling):
                standing.setdefault(compared(one.words), []).append(one)
    frequent = {words: found for words, found in standing.items() if len(_places(found)) >= ENOUGH}
    parts = {
        part
        for words, found in frequent.items()
        for part in _parts(words)
        if len(_places(found)) >= NEARLY_ALL * len(_places(frequent.get(part, ())))
    }
    return tuple(one for words, found in frequent.items() if words not in parts for one in found)


def _groups(reading: Reading, spelling: Spelling) -> Iterator[Standing]:
    """Yield every group of a text."""
    for first in range(len(reading.words)):
        if not _is_content(reading, first, spelling):
            continue
        content, inside = 1, 0
        for last in range(first + 1, len(reading.words)):
            if not _is_close(reading, last):
                break
            if _is_content(reading, last, spelling):
                content, inside = content + 1, 0
                one = Standing.of(reading, first, last)
                yield replace(one, text=one.text[0].lower() + one.text[1:])
            elif reading.words[last].exact in INSIDE and inside < MOST_INSIDE:
                inside += 1
            else:
                break
            if content == MOST:
                break


def _is_content(reading: Reading, at: int, spelling: Spelling) -> bool:
    """Say whether a word is one of content in small letters, or would be if it began no sentence."""
    word = reading.words[at]
    if reading.covered[at] or not word.exact.isalpha() or len(word.exact) < 2:
        return False
    small = word.exact.islower() or (
        reading.begins[at] and word.exact[1:].islower() and spelling.is_ordinary(word.any_case)
    )
    adverb = word.any_case.endswith(ADVERBS) and len(word.exact) >= SHORTEST_ADVERB
    return small and not adverb and word.any_case not in FUNCTION_WORDS


def _is_close(reading: Reading, at: int) -> bool:
    """Say whether nothing but a space or a hyphen stands before a word."""
    gap = reading.gap(at)
    return gap.isspace() or gap in DASHES


def _places(found: Sequence[Standing]) -> set[tuple[str, str]]:
    return {(one.source, one.place) for one in found}


def _parts(words: Compared) -> Iterator[Compared]:
    for first in range(len(words)):
        for end in range(first + 1, len(words) + 1):
            if 1 < end - first < len(words):
                yield words[first:end]
