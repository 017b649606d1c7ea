"""Records to the words that stand in them, by stem: what tells the page that asks whether a word is there at all.

Pagefind answers a word that it does not know with a shorter one that it knows, and leaves it out of a longer query. So
a word is asked for only if it stands here; if not, the nearest one is found here.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from florilegium.model import SearchRecord
from florilegium.search.stems import stem
from florilegium.search.words import POSSESSIVE_RE, chunks, words

FIGURES, OTHER = "0", "other"
"""Files for words that begin with a figure, and with what is no letter of the English alphabet."""


def vocabulary_files(records: Iterable[SearchRecord]) -> Mapping[str, str]:
    """Return the words of all records by stem, a file a letter; the letters; the ids of all places; and names.

    Names are the words that are nowhere printed in small letters: folded, and as they are printed.
    """
    records = tuple(records)
    stems: dict[str, dict[str, list[str]]] = {}
    for word in sorted({word for record in records for word in _words(record)}):
        stems.setdefault(_letter(word), {}).setdefault(stem(word), []).append(word)
    files = {
        f"words/{letter}.json": _json({one: " ".join(forms) for one, forms in sorted(of_letter.items())})
        for letter, of_letter in stems.items()
    }
    places = sorted({record.place for record in records if record.place})
    return {
        **files,
        "letters.json": _json(sorted(stems)),
        "places.json": _json(places),
        "printed.json": _json(_names(records)),
    }


def _words(record: SearchRecord) -> set[str]:
    """Return the words by which a record is found."""
    return {word for text in (record.text, *record.further) for word in words(text)}


def _names(records: Iterable[SearchRecord]) -> Mapping[str, str]:
    """Return how each word is printed that is nowhere printed in small letters: `ghraib` as `Ghraib`."""
    ways: dict[str, Counter[str]] = {}
    for record in records:
        for text in (record.text, *record.further):
            composed = unicodedata.normalize("NFC", text)
            for chunk in chunks(composed):
                printed = POSSESSIVE_RE.sub("", composed[chunk.start : chunk.end])
                ways.setdefault(chunk.word, Counter())[printed] += 1
    return {
        word: printed.most_common(1)[0][0]
        for word, printed in sorted(ways.items())
        if not any(one.islower() or not any(map(str.isalpha, one)) for one in printed)
    }


def _letter(word: str) -> str:
    first = word[0]
    if "a" <= first <= "z":
        return first
    return FIGURES if "0" <= first <= "9" else OTHER


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
