"""Which records answer a question, and how many carry each value: read off the records one by one, without an index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import SearchRecord
from florilegium.search.stems import stem
from florilegium.search.words import Chunk, chunks, fold, words

FACETS = ("theme", "source", "kind", "year")
PHRASE_RE = re.compile(r'"([^"]*)"')
PREFIXES = frozenset({"anti", "co", "counter", "cyber", "multi", "non", "post", "pre", "re", "sub", "trans", "un"})
"""Some of those that make one word with what follows a hyphen."""
NUMBER_RE = re.compile(
    r"(?<!\w)(?<!\w\.)(?:(nn?\.? ?|(?:foot)?notes? )|(¶ ?|para\. ?|paragraph ))(\d+)\b", re.IGNORECASE
)

SHORTEST, SURE = 3, 4
"""Letters of other forms of a word that is not there; of those that are likelier than that it is the half of one."""
TAKEN_OFF = (("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"))
SPELLINGS = tuple(
    (rf"{before}{one}{behind}", other)
    for before, british, american, behind in (
        (r"(?<=[a-z]{3})", "our", "or", r"(?=$|[aehifls])"),
        (r"(?<=[a-z]{3})", "is", "iz", r"(?=[aei])"),
        (r"(?<=[a-z])", "yse", "yze", ""),
        (r"(?<=def|off|ret|lic)", "ence", "ense", ""),
        (r"(?<=[a-z]{2})", "gramme", "gram", r"(?=s?$)"),
        (r"(?<=[a-z]{3})", "tre", "ter", r"(?=s?$)"),
        (r"(?<=[a-z]{3})", "ogue", "og", r"(?=s?$)"),
        (r"(?<=[a-z])", "dgement", "dgment", ""),
    )
    for one, other in ((british, american), (american, british))
)

Choices = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question finds."""

    found: frozenset[int]
    """Places of the records among all."""
    counts: Mapping[str, Mapping[str, int]]
    """By facet and value; values that no result carries are left out."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a record."""

    words: frozenset[str]
    stems: frozenset[str]
    printed: tuple[tuple[str, ...], ...]
    """Of each of its texts, in order, with the s of a possessive."""

    def says(self, phrase: Sequence[str]) -> bool:
        """Tell whether the words stand side by side in one of its texts."""
        length = len(phrase)
        return any(
            one[at : at + length] == tuple(phrase) for one in self.printed for at in range(len(one) - length + 1)
        )


@dataclass(slots=True)
class Reference:
    """The records, and what is asked of them."""

    records: Sequence[SearchRecord]
    sources: Mapping[str, str]
    """Short names by id."""
    spoken: tuple[Spoken, ...] = ()
    known: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.spoken = tuple(_spoken(record) for record in self.records)
        self.known = frozenset(word for one in self.spoken for word in one.words)
        self.places = frozenset(record.place for record in self.records if record.place)

    def answer(self, text: str, choices: Choices) -> Answer:
        """Return what is found, and for each value how many results carry it without the choices in its own facet."""
        asked = bool(printed(text)) or any(choices.get(facet) for facet in FACETS)
        said = self._saying(text)
        found = frozenset(at for at in said if self._chosen(at, choices, FACETS)) if asked else frozenset()
        return Answer(found, {facet: self._count(said, facet, choices) for facet in FACETS})

    def _count(self, said: Iterable[int], facet: str, choices: Choices) -> Mapping[str, int]:
        others = [one for one in FACETS if one != facet]
        left = [at for at in said if self._chosen(at, choices, others)]
        carried = [value for at in left for value in values(self.records[at], facet)]
        return {value: carried.count(value) for value in sorted(set(carried))}

    def _chosen(self, at: int, choices: Choices, facets: Iterable[str]) -> bool:
        return all(
            not choices.get(facet) or set(choices[facet]) & set(values(self.records[at], facet)) for facet in facets
        )

    def _saying(self, text: str) -> frozenset[int]:
        phrases = [phrase for phrase in map(printed, PHRASE_RE.findall(text)) if phrase]
        rest = PHRASE_RE.sub(" ", text)
        numbers = [("n" if note else "p") + number for note, _, number in NUMBER_RE.findall(rest)]
        rest = NUMBER_RE.sub(" ", rest)
        within = self._source_named(rest) if numbers and not phrases else None
        left = set(range(len(self.records)))
        if within is not None:
            rest, left = "", {at for at in left if within in self.records[at].sources}
        for number in numbers:
            left &= {at for at in left if self.records[at].place == number}
        for phrase in phrases:
            left &= {at for at in left if self.spoken[at].says(phrase)}
        for group in _groups(rest):
            left &= self._with(group, cut=rest[group[-1].end : group[-1].end + 1] == "*")
        return frozenset(left)

    def _source_named(self, rest: str) -> str | None:
        asked = list(words(rest))
        named = [one for one, short in self.sources.items() if asked and set(asked) <= set(words(short))]
        return named[0] if len(named) == 1 else None

    def _with(self, group: Sequence[Chunk], *, cut: bool) -> set[int]:
        """Return the records that have a word, or each part of a hyphenated one; else those that have the whole."""
        parts = [chunk.word for chunk in group]
        whole = "".join(parts) if len(parts) > 1 and not "".join(parts).isdigit() else ""
        if parts[0] in PREFIXES and whole and not cut and whole in self.known:
            return self._one(whole, begins=False, cut=False) or set()
        starts = [at == len(parts) - 1 for at in range(len(parts))]
        ways = [self._one(part, last, cut=cut and last) for part, last in zip(parts, starts, strict=True)]
        if any(way is None for way in ways):
            return (whole and self._one(whole, begins=True, cut=cut)) or set()
        return set.intersection(*(way or set() for way in ways))

    def _one(self, word: str, begins: bool, *, cut: bool) -> set[int] | None:  # noqa: FBT001 - of this file alone
        forms = [] if cut else [one for one in (word, *other_forms(word)) if one in self.known]
        sure = [one for one in forms if one == word or len(one) >= SURE]
        is_beginning = begins and (cut or not word.isdigit()) and any(one.startswith(word) for one in self.known)
        if is_beginning and not sure:
            return {at for at, one in enumerate(self.spoken) if _begins(one, word)}
        meant = (*sure, *forms)[:1]
        return {at for at, one in enumerate(self.spoken) if stem(meant[0]) in one.stems} if meant else None


def other_forms(word: str) -> list[str]:
    """Return other forms and spellings of a word, the likeliest first."""
    if len(word) < SURE or not word.isalpha():
        return []
    shorter = [word.removesuffix(end) + instead for end, instead in TAKEN_OFF if word.endswith(end)]
    spelt = [re.sub(one, other, form, count=1) for form in (word, *shorter) for one, other in SPELLINGS]
    return [form for form in dict.fromkeys((*shorter, *spelt)) if len(form) >= SHORTEST and form != word]


def values(record: SearchRecord, facet: str) -> tuple[str, ...]:
    """Return the values of a facet that a record carries."""
    if facet == "theme":
        return record.themes
    if facet == "source":
        return record.sources
    return (record.kind,) if facet == "kind" else (record.year,) if record.year else ()


def printed(text: str) -> tuple[str, ...]:
    """Return the words of a text as a phrase is compared: as printed, but for case, marks and signs."""
    return tuple(_with_its_end(text, chunk) for chunk in chunks(text))


def _with_its_end(text: str, chunk: Chunk) -> str:
    whole = unicodedata.normalize("NFC", text)[chunk.start : chunk.end]
    return fold(re.sub("['’ʼ]", "", whole))


def _begins(one: Spoken, word: str) -> bool:
    return any(part.startswith(word) for part in (*one.words, *(each for text in one.printed for each in text)))


def _spoken(record: SearchRecord) -> Spoken:
    texts = (record.text, *record.further)
    found = frozenset(word for text in texts for word in words(text))
    return Spoken(found, frozenset(stem(word) for word in found), tuple(printed(text) for text in texts))


def _groups(text: str) -> list[list[Chunk]]:
    groups: list[list[Chunk]] = []
    for chunk in chunks(text):
        if chunk.joined and groups:
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return groups
