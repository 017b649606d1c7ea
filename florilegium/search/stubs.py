"""Records to pages that Pagefind can read: one each, with no more than what is to be found and shown.

Four habits of Pagefind 1.5 decide their form. It searches all metadata, so what is shown of a record (its text,
address, title and headings) is the value of a filter that nobody asks for. It takes a word for the beginning of any
longer one, so each word stands there once more as a stem between two marks. It compares phrases by what stands between
spaces, `order—and` as one word, so a text is indexed as its bare words. And it takes words with figures apart, so
letters stand for these.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from html import escape

from florilegium.model import SearchRecord
from florilegium.search.stems import stem
from florilegium.search.words import END, Chunk, as_indexed, chunks, with_wholes

PART = END * 3
"""Between the words of a text, their stems, and what else is searched."""
EVERY = END * 4
"""A word that each record has, by which all may be listed."""


def stub(record: SearchRecord, order: int) -> str:
    """Return the page of a record; `order` is its place among all, by which those asked for without words stand."""
    said = [tuple(chunks(text)) for text in (record.text, *record.further)]
    spoken = [word for one in said for word in with_wholes(one)]
    wholes = set(spoken) - {chunk.word for one in said for chunk in one}
    # A stem stands there as often as its words: what is said often is found first.
    stems = [_token(stem(word)) for word in spoken]
    place = [END + _token(record.place)] if record.place else []
    # Each of what is not shown is parted from the next, so that no phrase runs over.
    further = [f"{one} {END}" for one in (*map(_plain, said[1:]), *map(as_indexed, sorted(wholes)))]
    content = " ".join((_plain(said[0]), PART, EVERY, *place, *stems, PART, *further))
    filters = [
        *(("theme", theme) for theme in record.themes),
        *(("source", source) for source in record.sources),
        ("kind", record.kind),
        *((("year", record.year),) if record.year else ()),
        ("shown", _shown(record)),
    ]
    # What this edition says of the texts comes after what they say.
    weight = ' data-pagefind-weight="0.1"' if record.kind == "text" and record.words_of == "ours" else ""
    head = "".join(f'<meta data-pagefind-filter="{key}[content]" content="{escape(value)}">' for key, value in filters)
    sort = f'<meta data-pagefind-sort="order[content]" content="{order}">'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}{sort}</head>'
        f"<body data-pagefind-body><p{weight}>{escape(content)}</p></body></html>\n"
    )


def _token(word: str) -> str:
    return f"{END}{as_indexed(word)}{END}"


def _plain(said: Iterable[Chunk]) -> str:
    """Return words and nothing between them, so that a phrase is found across dashes, hyphens and quotation marks."""
    return " ".join(as_indexed(chunk.plain) for chunk in said)


def _shown(record: SearchRecord) -> str:
    """Return what a list of results shows beside the text."""
    shown = {
        "at": record.address,
        "label": record.label,
        "title": record.title,
        "headings": list(record.headings),
        "about": record.about,
        "theme": record.theme,
        "also": list(record.also),
        "set": record.words_of,
        "text": unicodedata.normalize("NFC", record.text),
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
