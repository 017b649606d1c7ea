"""What a link leads to, in a few words: the data of the cards that scripts show on hover and focus.

Reading a card must not cost a page. So the ¶ of a source stand in one file for each hundred, and so do its notes: some
50 kB at the most, however long the text. The works stand in files by the first letter of their keys: of a thousand
works a reader loads those of a letter or two.

What is written here, and the names of the files, docs/assets/reading/preview-data.js reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from string import ascii_lowercase, digits

from florilegium.bibliography import short_name
from florilegium.model import AUTHORS_TEXT, CitedAt, Collection, Note, OutputFile, Placed, Reference, Works
from florilegium.pages import places
from florilegium.pages.views import count, made_from, opening, theme_title
from florilegium.pages.works_grouped import WorksGrouped, works_by_note
from florilegium.pages.works_known import WorksKnown, is_archived, kind_of_work, original_address, works_known
from florilegium.works import ALL

NOTE_WORDS = 60
"""Words of a note at the most."""
IN_A_PART = 100
"""Numbers of which a file tells, of ¶ or of notes."""
OTHER = "other"
"""Where the works stand whose keys begin with neither a letter from a to z nor a digit."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What is told of a ¶, in plain text."""

    opening: str
    theme: str
    """The id of the one under which it stands."""
    headings: str = ""
    """Above it, outermost first."""


@dataclass(frozen=True, slots=True)
class _Note:
    """What is told of a note, in plain text."""

    text: str
    works: tuple[str, ...] = ()
    """Keys of the works that it names, in its order."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A hundred ¶ or notes of a source, and what is said with each."""

    short: str
    """How the source is named."""
    paraphrased: bool
    told: Mapping[str, _Paragraph | _Note]
    """By id."""
    themes: Mapping[str, str]
    """Titles of the themes under which they stand, by id."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What is told of a work, in plain text but for its entry."""

    name: str
    kind: str
    entry: str
    """HTML."""
    cited: str = ""
    """In how many notes and introductions."""
    original: str = ""
    """Its address."""
    archived: str = ""
    """The same where that is the address of a copy."""
    texts: tuple[str, ...] = ()
    """The sources that are the work itself."""


def preview_files(
    collection: Collection, placed: Sequence[Placed], works: Works, grouped: WorksGrouped
) -> tuple[OutputFile, ...]:
    """Return the files of each source, and one for each first letter of the works. `placed` is what may be shown."""
    sources = (
        OutputFile(places.source_previews(one.source.record.id, name), _written(told), made_from(collection, (one,)))
        for one in placed
        for name, told in _parts(one, collection, grouped).items()
    )
    origins = ("mkdocs.yml", *made_from(collection, placed))
    known = works_known(collection.references, works.cited, collection.sources)
    shards: dict[str, dict[str, _Work]] = {}
    for key, entry in _entries(works).items():
        shards.setdefault(shard(key), {})[key] = _work(known.references[key], entry, known)
    return (
        *sources,
        *(OutputFile(places.works_previews(name), _written(shards[name]), origins) for name in sorted(shards)),
    )


def part(block: str) -> str:
    """Return the name of the file in which a ¶ or note stands: `p1` for those from `p1` to `p100`."""
    return f"{block[0]}{(int(block[1:]) - 1) // IN_A_PART + 1}"


def shard(key: str) -> str:
    """Return the name of the file in which a work stands: the first letter of its key, in lower case."""
    first = key.lower()[:1]
    return first if first in {*ascii_lowercase, *digits} else OTHER


def _written(told: _Part | Mapping[str, _Work]) -> str:
    """Return JSON that is small, and has a line for each value, so that a difference can be read."""
    return json.dumps(told, default=_known, ensure_ascii=False, sort_keys=True, separators=(",", ":"), indent=0) + "\n"


def _known(told: _Part | _Paragraph | _Note | _Work) -> dict[str, object]:
    """Return what is known of one, by name: what may be missing and is empty is left out."""
    named = ((one, getattr(told, one.name)) for one in fields(told))
    return {one.name: value for one, value in named if value != one.default}


def _parts(placed: Placed, collection: Collection, grouped: WorksGrouped) -> dict[str, _Part]:
    """Return what is told of a source, by the names of its files."""
    record = placed.source.record
    found: dict[str, dict[str, _Paragraph | _Note]] = {}
    for block, paragraph in _paragraphs(placed).items():
        found.setdefault(part(block), {})[block] = paragraph
    cited = works_by_note(grouped, record.id)
    for note in placed.document.notes:
        found.setdefault(part(note.id), {})[note.id] = _note(note, cited.get(note.number, ()))
    return {
        name: _Part(
            record.short,
            record.fidelity == "paraphrased",
            told,
            {
                one.theme: theme_title(one.theme, collection.themes)
                for one in told.values()
                if isinstance(one, _Paragraph)
            },
        )
        for name, told in found.items()
    }


def _paragraphs(placed: Placed) -> dict[str, _Paragraph]:
    themes = {placing.block: placing.theme for placing in placed.placings}
    return {
        block.id: _Paragraph(opening(block), themes[block.id], " › ".join(block.headings))
        for block in placed.document.blocks
        if block.kind in AUTHORS_TEXT
    }


def _note(note: Note, works: tuple[str, ...]) -> _Note:
    words = note.text.split()
    return _Note(note.text if len(words) <= NOTE_WORDS else " ".join(words[:NOTE_WORDS]) + " …", works)


def _entries(works: Works) -> dict[str, str]:
    """Return each work as the bibliography prints it before a reader chooses another style: HTML, by key."""
    first = works.formatted[0]
    return {key: entry.html for one in first.lists if one.name == ALL for key, entry in one.entries}


def _work(reference: Reference, entry: str, known: WorksKnown) -> _Work:
    address = original_address(reference)
    archived = is_archived(address)
    return _Work(
        name=short_name(reference),
        kind=kind_of_work(reference),
        entry=entry,
        cited=_cited_in(known.cited[reference.key]),
        original="" if archived else address,
        archived=address if archived else "",
        texts=known.texts.get(reference.key, ()),
    )


def _cited_in(cited: Iterable[CitedAt]) -> str:
    """Say in how many notes and introductions a work is cited; nothing where it is a text of ours that none cites."""
    notes = {(one.source, one.note) for one in cited if one.source}
    introductions = {one.themes for one in cited if not one.source}
    said = [count(len(notes), "note", "notes")] if notes else []
    said += [count(len(introductions), "introduction", "introductions")] if introductions else []
    return f"Cited in {' and '.join(said)}" if said else ""
