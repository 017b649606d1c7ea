"""The terms of the subject index, and a text, to the places where the text speaks of them.

All terms are looked for at once: from each word of the text we go on as long as some variant begins with what was read,
so that a text costs the same however many terms there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import Authority, IndexTerm
from florilegium.subject_index.words import Word, like, words

JOINED = "'"
"""The gap inside `Mo'an`, which is one word."""
AFTER_A_NAME = frozenset("s d ll re ve".split())
"""What an apostrophe ties to a word without making it another: `Mo's`, `Mo'll`."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a text speaks of a term."""

    start: int
    end: int
    term: str
    """Its name."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A variant, or a phrase in which one means something else."""

    term: int
    """Its place among the terms."""
    source: str
    """Id of the only source in which it holds; empty where it holds in all."""
    speaks: bool
    """False where a variant means something else."""
    before: str
    """What stands before its first word: the quotation mark of `"Never again" clause`."""
    after: str
    """What stands after its last word: the stop of `Inc.`"""


Begun = Mapping[str, tuple[_Phrase, ...]]
"""By all words with which a phrase begins, and what stands between them, the phrases that are complete with these."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases to be looked for."""

    names: tuple[str, ...]
    """Of the terms."""
    exact: Begun
    any_case: Begun


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    phrase: _Phrase
    any_case: bool

    @property
    def rank(self) -> tuple[int, int, bool, bool, int]:
        """What comes first: the earlier, then the longer.

        The rest, what holds in one source, with its capitals, or first in the file, only makes the result certain for
        any terms: loading refuses one variant of two terms in one text, whatever its case.
        """
        return self.start, -self.end, not self.phrase.source, self.any_case, self.phrase.term


def phrases_of(authority: Authority) -> Phrases:
    """Make the terms ready to be looked for."""
    begun: tuple[dict[str, tuple[_Phrase, ...]], ...] = ({}, {})
    for at, term in enumerate(authority.terms):
        for text, source, speaks in _spelled(term):
            any_case = not any(char.isupper() for char in text)
            said = words(text)
            if said:
                plain = like(text)
                before, after = plain[: said[0].start].strip(), plain[said[-1].end :].strip()
                _begin(begun[any_case], said, _Phrase(at, source, speaks, before, after), any_case=any_case)
    return Phrases(tuple(term.name for term in authority.terms), *begun)


def matches(text: str, source: str, phrases: Phrases) -> tuple[Match, ...]:
    """Return where a text of a source speaks of a term: from left to right, at each place the longest; none overlap."""
    found = sorted(_found(text, source, phrases), key=lambda one: one.rank)
    elsewise: dict[int, list[tuple[int, int]]] = {}
    for one in found:
        if not one.phrase.speaks:
            elsewise.setdefault(one.phrase.term, []).append((one.start, one.end))
    chosen: list[Match] = []
    for one in found:
        free = not chosen or one.start >= chosen[-1].end
        within = any(start <= one.start and one.end <= end for start, end in elsewise.get(one.phrase.term, ()))
        if free and not within:  # what means something else lies within itself
            chosen.append(Match(one.start, one.end, phrases.names[one.phrase.term]))
    return tuple(chosen)


def _spelled(term: IndexTerm) -> Iterator[tuple[str, str, bool]]:
    """Yield each phrase of a term, the source in which it holds, and whether it speaks of the term."""
    yield from ((text, "", True) for text in term.variants)
    yield from ((text, source, True) for source, texts in term.variants_in for text in texts)
    yield from ((text, "", False) for text in term.without)


def _begin(begun: dict[str, tuple[_Phrase, ...]], said: Sequence[Word], phrase: _Phrase, *, any_case: bool) -> None:
    """Add a phrase, and all words with which it begins."""
    read = ""
    for at, word in enumerate(said):
        read += (word.gap if at else "") + (word.any_case if any_case else word.exact)
        complete = (phrase,) if at == len(said) - 1 else ()
        begun[read] = (*begun.get(read, ()), *complete)


def _found(text: str, source: str, phrases: Phrases) -> Iterator[_Found]:
    """Yield every place where a phrase stands, overlapping or not."""
    said, plain = words(text), like(text)
    for any_case, begun in ((False, phrases.exact), (True, phrases.any_case)):
        for first, last, complete in _read(said, begun, any_case=any_case):
            if not (complete and _begins(said, first) and _ends(said, last)):
                continue
            for phrase in complete:
                start, end = said[first].start - len(phrase.before), said[last].end + len(phrase.after)
                stands = plain.endswith(phrase.before, 0, said[first].start)
                if stands and plain.startswith(phrase.after, said[last].end) and phrase.source in ("", source):
                    yield _Found(start, end, phrase, any_case)


def _read(said: Sequence[Word], begun: Begun, *, any_case: bool) -> Iterator[tuple[int, int, tuple[_Phrase, ...]]]:
    """Yield each run of words with which a phrase begins, by its first and last, and the phrases that it completes."""
    keys = [word.any_case if any_case else word.exact for word in said]
    for first, key in enumerate(keys):
        read, last = key, first
        while read in begun:
            yield first, last, begun[read]
            last += 1
            if last == len(said):
                break
            read += said[last].gap + keys[last]


def _begins(said: Sequence[Word], at: int) -> bool:
    """Say whether a word is no part of the one before it, as `an` is of `Mo'an`; `ONU` of `l'ONU` is none."""
    if at == 0 or said[at].gap != JOINED:
        return True
    return said[at - 1].exact.islower() and said[at].exact[0].isupper()


def _ends(said: Sequence[Word], at: int) -> bool:
    """Say whether a word goes on in the one after it, as `Mo` does in `Mo'an` and not in `Mo's`."""
    following = said[at + 1] if at + 1 < len(said) else None
    return following is None or following.gap != JOINED or following.any_case in AFTER_A_NAME
