"""A collection of any size, made up: placed texts, what their notes cite, and the terms of a subject index.

It grows as a true one does, so that what is measured on it can be believed. A few words make most of every text, and
new ones keep coming; each text has a few topics of its own, which it shares with few others however many there are, and
some of which everybody speaks; texts on one topic cite some of the same works. What does not grow is the text: 45 ¶.

Words are made of syllables of two letters. Those of one syllable are half of all that is said, as articles and pronouns
are. The files behind the texts do not exist: `raw` is empty, and lines and spans mean nothing.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import exp, log
from random import Random

from florilegium.model import (
    Authority,
    Block,
    Citation,
    Document,
    IndexTerm,
    IndexTermKind,
    Marker,
    Note,
    Placed,
    Record,
    Reference,
    Source,
    Span,
    Term,
    Theme,
)
from florilegium.themes import place_by_theme

PARAGRAPHS, IN_SECTION, WORDS = 45, 5, 80
"""Of a text, of a section, and on average of a ¶."""
FREQUENT, STEEPER = 1_000, 1.75
"""So many words follow Zipf's law with the power 1; from there on the power is greater, and there is no last word.

That gives Heaps' law: the different ones among n words grow as `n ** (1 / STEEPER)`, without end. Both numbers are such
that 13,000 words have as many different ones as the first four texts of this project, about 2,700.
"""
TOPICS_OF_A_TEXT, TEXTS_OF_A_TOPIC, COMMON_TOPICS = 3, 8, 3
COMMON = 0.2
"""How many of the sections that are free to choose are on a topic of which everybody speaks."""
TOPIC_WORDS, TOPIC_RANKS = 30, (200, 50_000)
"""Own words of a topic, and how frequent they are elsewhere: none is among those that every text has."""
TOPICAL, TERMED, PASSING = 0.12, 0.5, 0.1
"""How many words of a ¶ are its topic's; how many ¶ name a term of it; how many one of another topic of the text."""
NOTED, SHARED, WORKS = 0.5, 0.5, 6
"""How many ¶ have a note; how many of these cite one of the works of their topic; how many works that has."""
SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou")
KINDS: tuple[IndexTermKind, ...] = ("person", "institution", "law", "place", "event", "concept")
THEME_WORDS = ("pelas", "morun")
"""Each speaks for its theme, and is one of the words of every third topic; the rest are context."""
THEMES = tuple(
    Theme(word, f"sources/themes/{word}.md", word.title(), "", order, (Term(word, 3.0),), (), "", 1)
    for order, word in enumerate(THEME_WORDS, start=1)
)
LINE, SPAN = ((1, 1),), (Span(0, 1),)


@dataclass(frozen=True, slots=True)
class _Topic:
    """What texts on one subject have in common."""

    words: tuple[str, ...]
    """Its own words, the most frequent first."""
    summed: tuple[float, ...]
    terms: tuple[IndexTerm, IndexTerm]
    works: tuple[str, ...]
    """Keys."""


def corpus(texts: int, seed: int = 1) -> tuple[tuple[Placed, ...], tuple[Citation, ...], Authority]:
    """Return a collection of so many texts: the same for the same numbers."""
    rng = Random(seed)
    own = max(2 * TOPICS_OF_A_TEXT, round(texts * TOPICS_OF_A_TEXT / TEXTS_OF_A_TOPIC))
    topics = [_topic(rng, number) for number in range(COMMON_TOPICS + own)]
    made = [_text(rng, number, _spoken(rng, topics)) for number in range(texts)]
    terms = tuple(term for topic in topics for term in topic.terms)
    return tuple(placed for placed, _ in made), tuple(one for _, cited in made for one in cited), Authority(terms)


def _draw(rng: Random, count: int) -> list[str]:
    """Return so many words of the language, by how frequent each is."""
    picked = [bisect(SUMMED, rng.random() * WHOLE) for _ in range(count)]
    return [
        FREQUENT_WORDS[at] if at < FREQUENT else _word(int(FREQUENT * rng.paretovariate(STEEPER - 1))) for at in picked
    ]


@lru_cache(maxsize=100_000)
def _word(rank: int) -> str:
    """Return a word of its own for each rank, the frequent ones short."""
    word, rest = "", rank + 1
    while rest:
        rest, syllable = divmod(rest - 1, len(SYLLABLES))
        word = SYLLABLES[syllable] + word
    return word


def _zipf(size: int) -> tuple[float, ...]:
    """Return the weight of each rank and of all before it: Zipf's law."""
    return tuple(accumulate(1 / (rank + 2) for rank in range(size)))


FREQUENT_WORDS = tuple(_word(rank) for rank in range(FREQUENT))
SUMMED = _zipf(FREQUENT)
WHOLE = SUMMED[-1] + 1 / (STEEPER - 1)
"""The weight of all words: that of the rest goes on from the last frequent one."""


def _topic(rng: Random, number: int) -> _Topic:
    often, seldom = (log(rank) for rank in TOPIC_RANKS)
    ranks = (int(exp(rng.uniform(often, seldom))) for _ in range(TOPIC_WORDS))
    theme = THEME_WORDS[number % 3 : number % 3 + 1]
    words = tuple(dict.fromkeys((*theme, *(_word(rank) for rank in ranks))))
    terms = (_term(2 * number), _term(2 * number + 1))
    return _Topic(words, _zipf(len(words)), terms, tuple(f"topic{number}work{work}" for work in range(WORKS)))


def _term(number: int) -> IndexTerm:
    """Return an index term: its words end in a consonant, which no other word does."""
    first, second = (f"{_word(5_000 + 2 * number + part)}n" for part in (0, 1))
    kind = KINDS[number % len(KINDS)]
    match kind:
        case "concept":
            names: tuple[str, ...] = (f"{first} {second}",)
        case "person":
            names = (f"{first.title()}, {second.title()}", f"{second.title()} {first.title()}", first.title())
        case _:
            names = (f"{first.title()} {second.title()}", first.title())
    return IndexTerm(names[0], kind, names, (), (), (), number + 1)


def _spoken(rng: Random, topics: Sequence[_Topic]) -> list[_Topic]:
    """Return the topic of each section of a text: each of its own at least once."""
    own = rng.sample(topics[COMMON_TOPICS:], TOPICS_OF_A_TEXT)
    free = PARAGRAPHS // IN_SECTION - len(own)
    chosen = [rng.choice(topics[:COMMON_TOPICS] if rng.random() < COMMON else own) for _ in range(free)]
    return [*own, *chosen]


def _text(rng: Random, number: int, spoken: Sequence[_Topic]) -> tuple[Placed, tuple[Citation, ...]]:
    source = _source(number)
    blocks = [_heading(1, source.record.short)]
    notes: list[Note] = []
    citations: list[Citation] = []
    for section, topic in enumerate(spoken):
        heading = _sentence(_draw(rng, 3)).rstrip(".")
        blocks.append(_heading(section + 2, heading))
        for at in range(section * IN_SECTION + 1, (section + 1) * IN_SECTION + 1):
            text = _paragraph(rng, topic, spoken)
            markers: tuple[Marker, ...] = ()
            if rng.random() < NOTED:
                cited = str(len(notes) + 1)
                key = rng.choice(topic.works) if rng.random() < SHARED else f"text{number}work{cited}"
                work = f"Author of {key}, “On {key}” (2011)"
                notes.append(Note(f"n{cited}", cited, f"{work}, 7.", (), (f"p{at}",), LINE, SPAN))
                citations.append(Citation(source.record.id, cited, key, 0, len(work), (0, 0), "full", "title"))
                markers = (Marker(cited, len(text), len(text), doubtful=False),)
            blocks.append(Block(f"p{at}", "paragraph", text, (heading,), markers, LINE, (), SPAN))
    document = Document(tuple(blocks), tuple(notes), (), (), (), (), (), 0, 0)
    return place_by_theme(source, document, THEMES), tuple(citations)


def _source(number: int) -> Source:
    name = f"text-{number + 1}"
    record = Record(
        id=name,
        path=f"sources/{name}.yml",
        text_path=f"sources/{name}.txt",
        reference=name,
        short=f"Text {number + 1}",
        layout="lines",
        notes="end",
        markers_drift=False,
        notes_begin="",
        first_page=None,
        fidelity="verbatim",
        fidelity_note="",
        rights="Made up.",
        publish="full",
        original_at="",
        received="",
        supplied=(),
        corrections=(),
    )
    return Source(record, Reference(name, "report", (("title", f"Text {number + 1}"),), 1), "")


def _heading(number: int, text: str) -> Block:
    return Block(f"h{number}", "heading", text, (), (), LINE, (), SPAN, level=1 if number == 1 else 2)


def _paragraph(rng: Random, topic: _Topic, spoken: Sequence[_Topic]) -> str:
    words = _draw(rng, rng.randint(WORDS - 30, WORDS + 30))
    topical = rng.choices(topic.words, cum_weights=topic.summed, k=round(TOPICAL * len(words)))
    for place, word in zip(rng.sample(range(len(words)), len(topical)), topical, strict=True):
        words[place] = word
    for share, about in ((TERMED, topic), (PASSING, rng.choice(spoken))):
        if rng.random() < share:
            term = rng.choice(about.terms)
            printed = term.variants[1:] if term.kind == "person" else term.variants
            words[rng.randrange(len(words))] = rng.choice(printed)
    sentences = []
    while words:
        length = rng.randint(12, 28)
        sentences.append(_sentence(words[:length]))
        words = words[length:]
    return " ".join(sentences)


def _sentence(words: Sequence[str]) -> str:
    text = " ".join(words)
    return f"{text[:1].upper()}{text[1:]}."
