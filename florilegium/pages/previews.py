"""What a link leads to, in a few words: the data of the cards that scripts show on hover and focus.

Reading a card must not cost a page. So each source has a file with the openings of its ¶ and notes, and the works stand
in files by the first letter of their keys: of a thousand works a reader loads those of a letter or two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase, digits
from typing import Any

from florilegium.bibliography import short_name
from florilegium.model import AUTHORS_TEXT, CitedAt, Collection, Note, OutputFile, Placed, Reference, Works
from florilegium.pages import places
from florilegium.pages.views import count, made_from, opening, theme_title
from florilegium.pages.works_grouped import WorksGrouped
from florilegium.pages.works_known import WorksKnown, is_archived, kind_of_work, original_address, works_known
from florilegium.works import ALL

NOTE_WORDS = 60
"""Words of a note at the most."""
OTHER = "other"
"""Where the works stand whose keys begin with neither a letter from a to z nor a digit."""


def preview_files(
    collection: Collection, placed: Sequence[Placed], works: Works, grouped: WorksGrouped
) -> tuple[OutputFile, ...]:
    """Return a file for each source, and one for each first letter of the works. `placed` is what may be shown."""
    sources = (
        OutputFile(
            places.source_previews(one.source.record.id),
            _written(_source(one, collection, grouped)),
            made_from(collection, (one,)),
        )
        for one in placed
    )
    origins = ("mkdocs.yml", *made_from(collection, placed))
    known = works_known(collection.references, works.cited, collection.sources)
    shards: dict[str, dict[str, Any]] = {}
    for key, entry in _entries(works).items():
        shards.setdefault(shard(key), {})[key] = _work(known.references[key], entry, known)
    return (
        *sources,
        *(OutputFile(places.works_previews(name), _written(shards[name]), origins) for name in sorted(shards)),
    )


def shard(key: str) -> str:
    """Return the name of the file in which a work stands: the first letter of its key, in lower case."""
    first = key.lower()[:1]
    return first if first in {*ascii_lowercase, *digits} else OTHER


def _written(values: Mapping[str, Any]) -> str:
    """Return JSON that is small, and has a line for each value, so that a difference can be read."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), indent=0) + "\n"


def _source(placed: Placed, collection: Collection, grouped: WorksGrouped) -> dict[str, Any]:
    record = placed.source.record
    themes = {placing.block: placing.theme for placing in placed.placings}
    cited = _works_by_note(grouped, record.id)
    return {
        "short": record.short,
        "paraphrased": record.fidelity == "paraphrased",
        "themes": {theme: theme_title(theme, collection.themes) for theme in set(themes.values())},
        "paragraphs": {
            block.id: {
                "opening": opening(block),
                "theme": themes[block.id],
                **({"headings": " › ".join(block.headings)} if block.headings else {}),
            }
            for block in placed.document.blocks
            if block.kind in AUTHORS_TEXT
        },
        "notes": {note.id: _note(note, cited.get(note.number, ())) for note in placed.document.notes},
    }


def _note(note: Note, works: Sequence[str]) -> dict[str, Any]:
    words = note.text.split()
    text = note.text if len(words) <= NOTE_WORDS else " ".join(words[:NOTE_WORDS]) + " …"
    return {"text": text, **({"works": list(works)} if works else {})}


def _works_by_note(grouped: WorksGrouped, source: str) -> dict[str, tuple[str, ...]]:
    """Return the keys of the works that each note of a source names, in its order, by the number of the note."""
    cited: dict[str, dict[str, None]] = {}
    for citation in sorted(grouped.citations.get(source, ()), key=lambda one: one.start):
        cited.setdefault(citation.note, {})[citation.reference] = None
    return {note: tuple(keys) for note, keys in cited.items()}


def _entries(works: Works) -> dict[str, str]:
    """Return each work as the bibliography prints it before a reader chooses another style: HTML, by key."""
    first = works.formatted[0]
    return {key: entry.html for one in first.lists if one.name == ALL for key, entry in one.entries}


def _work(reference: Reference, entry: str, known: WorksKnown) -> dict[str, Any]:
    original = original_address(reference)
    texts = known.texts.get(reference.key, ())
    said = _cited_in(known.cited[reference.key])
    return {
        "name": short_name(reference),
        "kind": kind_of_work(reference),
        "entry": entry,
        **({"cited": said} if said else {}),
        **({"archived" if is_archived(original) else "original": original} if original else {}),
        **({"texts": list(texts)} if texts else {}),
    }


def _cited_in(cited: Iterable[CitedAt]) -> str:
    """Say in how many notes and introductions a work is cited; nothing where it is a text of ours that none cites."""
    notes = {(one.source, one.note) for one in cited if one.source}
    introductions = {one.themes for one in cited if not one.source}
    said = [count(len(notes), "note", "notes")] if notes else []
    said += [count(len(introductions), "introduction", "introductions")] if introductions else []
    return f"Cited in {' and '.join(said)}" if said else ""
