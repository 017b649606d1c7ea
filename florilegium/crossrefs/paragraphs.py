"""Placed sources to what each ¶ offers as evidence: the works it cites, the terms it speaks of, and its other words.

A word that belongs to a term is counted with the term alone. Function words say nothing of a subject; the others are
taken by their stems, so that "sanctioned" meets "sanctions".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from florilegium.crossrefs.function_words import FUNCTION_WORDS
from florilegium.model import AUTHORS_TEXT, Block, Citation, Mention, Placed, Reference, SubjectIndex
from florilegium.works import editions_of_one_work

WORD_RE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word of letters, with apostrophes inside it: `intervener's`. Not a number or a year."""
SHORTEST = 3
"""Letters of a word that says something by itself."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A work that a ¶ cites in one of its notes."""

    note: str
    """Number of the note."""
    key: str
    """Of the work, in the edition that the note cites."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A ¶ as evidence."""

    source: str
    block: Block
    passage: int
    """Index of its passage among those of all sources."""
    mentions: tuple[Mention, ...]
    """Of terms, in its text."""
    works: Mapping[str, tuple[Cited, ...]]
    """Where it cites each work, by the first of the keys of the work's editions."""
    terms: Mapping[str, int]
    """How often it speaks of each term."""
    words: Mapping[str, int]
    """How often it has each stem, terms and function words aside."""
    length: int
    """Words in all."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text that says something of its subject."""

    stem: str
    start: int
    end: int
    """After it, and before the ending of a possessive."""


def paragraphs(
    placed: Sequence[Placed], citations: Iterable[Citation], references: Sequence[Reference], index: SubjectIndex
) -> tuple[Paragraph, ...]:
    """Return every ¶ of every source as evidence, in order."""
    first_key = {key: min(editions) for key, editions in editions_of_one_work(references).items()}
    cited: dict[tuple[str, str], list[str]] = {}
    for citation in citations:
        cited.setdefault((citation.source, citation.note), []).append(citation.reference)
    mentions = index.by_place()
    found: list[Paragraph] = []
    passages = 0
    for one in placed:
        source = one.source.record.id
        passage_of = {block: passages + at for at, passage in enumerate(one.passages) for block in passage.blocks}
        passages += len(one.passages)
        for block in one.document.blocks:
            if block.kind in AUTHORS_TEXT:
                works: dict[str, tuple[Cited, ...]] = {}
                for marker in block.markers:
                    for key in cited.get((source, marker.note), ()):
                        work = first_key.get(key, key)
                        works[work] = (*works.get(work, ()), Cited(marker.note, key))
                own = tuple(mentions.get((source, block.id), ()))
                found.append(_paragraph(source, block, passage_of[block.id], works, own))
    return tuple(found)


def tokens(text: str, mentions: Sequence[Mention] = ()) -> tuple[Token, ...]:
    """Return the words of a text that say something of its subject, those of its terms aside."""
    spans = iter(sorted((mention.start, mention.end) for mention in mentions))
    span = next(spans, None)
    found: list[Token] = []
    for word in WORD_RE.finditer(text):
        while span is not None and span[1] <= word.start():
            span = next(spans, None)
        inside = span is not None and span[0] <= word.start()
        plain = word[0].replace("’", "'").casefold().removesuffix("'s")
        if not inside and len(plain) >= SHORTEST and plain not in FUNCTION_WORDS:
            found.append(Token(_stem(plain), word.start(), word.start() + len(plain)))
    return tuple(found)


def _paragraph(
    source: str, block: Block, passage: int, works: Mapping[str, tuple[Cited, ...]], mentions: tuple[Mention, ...]
) -> Paragraph:
    return Paragraph(
        source,
        block,
        passage,
        mentions,
        works,
        Counter(mention.term for mention in mentions),
        Counter(token.stem for token in tokens(block.text, mentions)),
        max(1, len(block.text.split())),
    )


_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """Return the stem of a word, by the Snowball stemmer for English."""
    return str(_stemmer.stemWord(word))
