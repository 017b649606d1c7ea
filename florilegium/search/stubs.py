"""Records to pages that Pagefind can read: one each, with no more than what is to be found and shown.

Three habits of Pagefind 1.5 decide their form. It searches all metadata, so what is shown beside a record (its
address, title and headings) is the value of a filter that nobody asks for. It takes a word for the beginning of any
longer one, so each word stands there once more as a stem with an end. And it does not fold every letter, so a text that
has such letters stands there once more without them, that phrases may be found in it.
"""

from __future__ import annotations

import json
import unicodedata
from html import escape

from florilegium.model import SearchRecord
from florilegium.search.vocabulary import words_of
from florilegium.search.words import END, UNFOLDED, stem

PART = f" {END * 3} "
"""Between the text that is shown, the stems of its words, and what else is searched."""
EVERY = END * 2
"""A word that each record has, by which all may be listed."""
PLAIN = str.maketrans({letter: plain for letter, plain in UNFOLDED.items() if plain} | {"İ": "I", "Ł": "L", "Đ": "D"})


def stub(record: SearchRecord, order: int) -> str:
    """Return the page of a record; `order` is its place among all, by which those asked for without words stand."""
    stems = sorted({stem(word) + END for word in words_of(record)} | {EVERY})
    content = PART.join((" ".join(record.text.split()), " ".join(stems), " ".join(_further(record))))
    filters = [
        *(("theme", theme) for theme in record.themes),
        *(("source", source) for source in record.sources),
        ("kind", record.kind),
        *((("year", record.year),) if record.year else ()),
        ("shown", _shown(record)),
    ]
    head = "".join(f'<meta data-pagefind-filter="{key}[content]" content="{escape(value)}">' for key, value in filters)
    sort = f'<meta data-pagefind-sort="order[content]" content="{order}">'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}{sort}</head>'
        f"<body data-pagefind-body><p>{escape(content)}</p></body></html>\n"
    )


def _further(record: SearchRecord) -> list[str]:
    """Return what is searched and not shown, each parted from the next so that no phrase runs over."""
    texts = [record.text, *record.further]
    copies = [text.translate(PLAIN) for text in map(_composed, texts) if text.translate(PLAIN) != text]
    return [f"{one} {END}" for one in (*record.further, *copies)]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


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
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
