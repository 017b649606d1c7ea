"""The works of the bibliography to what can be found: as the first style prints them, and by all that it leaves out.

A style shortens names, drops the third editor, prints a DOI or does not. Who looks for a work by any of it finds it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium import bibliography
from florilegium.model import CitedAt, Collection, Placed, Reference, SearchRecord, Works
from florilegium.pages import places
from florilegium.pages.views import theme_ids, theme_title
from florilegium.pages.works_known import kind_of_work
from florilegium.search.places_told import ROOM, places_told
from florilegium.search.standing import address_of
from florilegium.search.words import words
from florilegium.works import ALL

NO_DATE = "n.d."
PEOPLE = ("author", "editor", "translator", "bookauthor")
FURTHER_FIELDS = (
    "shorttitle origtitle journaltitle booktitle booksubtitle maintitle series organization institution publisher isbn"
).split()
OWN_TEXT = "a text of this collection"


def work_records(collection: Collection, shown: Sequence[Placed], works: Works) -> tuple[SearchRecord, ...]:
    """Return all works that stand in the bibliography, in the order in which the first style lists them."""
    if not works.formatted:
        return ()
    first = works.formatted[0]
    references = {one.key: one for one in collection.references}
    entries = {one.reference: one.entry.text for one in first.copied}
    cited: dict[str, list[CitedAt]] = {}
    for one in works.cited:
        cited.setdefault(one.reference, []).append(one)
    return tuple(
        _work(references[key], entries[key], cited.get(key, ()), collection, shown)
        for listed in first.lists
        if listed.name == ALL
        for key, _ in listed.entries
    )


def _work(
    reference: Reference, entry: str, cited: Sequence[CitedAt], collection: Collection, shown: Sequence[Placed]
) -> SearchRecord:
    year = bibliography.field(reference, "date")[:4]
    own = [one for one in shown if one.source.reference.key == reference.key]
    under = {theme for one in cited for theme in one.themes}
    sources = {*(one.source.record.id for one in own), *(one.source for one in cited)}
    return SearchRecord(
        kind="work",
        address=_address(reference, own),
        label=year or NO_DATE,
        title=bibliography.short_name(reference).removesuffix(f" {year}"),
        text=entry,
        words_of="ours",
        about=_about(reference, own, cited, collection, shown),
        also=tuple(theme for theme in theme_ids(collection.themes) if theme in under),
        sources=tuple(one.source.record.id for one in shown if one.source.record.id in sources),
        year=year,
        further=_not_shown(reference, entry),
    )


def _address(reference: Reference, own: Sequence[Placed]) -> str:
    """Return where a work stands: a text of this collection at its title, any other in the bibliography."""
    if not own:
        return f"{places.address(places.BIBLIOGRAPHY_PAGE)}#{reference.key}"
    titles = [block.id for block in own[0].document.blocks if block.kind == "heading" and block.level == 1]
    return address_of(own[0], titles[0] if titles else places.TITLE_ANCHOR)


def _about(
    reference: Reference,
    own: Sequence[Placed],
    cited: Sequence[CitedAt],
    collection: Collection,
    shown: Sequence[Placed],
) -> str:
    """Say what a work is, and where it is cited: `Report · cited in Brief 2022, n. 4, 7`."""
    notes = _citing_notes(cited)
    parts = [(one.source.record.short, notes[one.source.record.id]) for one in shown if one.source.record.id in notes]
    introduced = dict.fromkeys(one.themes[0] for one in cited if not one.source)
    parts += [(f"introduction to {theme_title(theme, collection.themes)}", ()) for theme in introduced]
    known = " · ".join((kind_of_work(reference), *((OWN_TEXT,) if own else ())))
    leading = f"{known} · cited in "
    return f"{leading}{places_told(parts, ROOM - len(leading))}" if parts else known


def _citing_notes(cited: Sequence[CitedAt]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the notes that cite a work, by their source."""
    notes: dict[str, tuple[str, ...]] = {}
    for one in cited:
        if one.source:
            notes[one.source] = (*notes.get(one.source, ()), f"n{one.note}")
    return notes


def _not_shown(reference: Reference, entry: str) -> tuple[str, ...]:
    """Return by what a work may be known that its entry does not print, each once."""
    known = (
        *(name.given_first for role in PEOPLE for name in bibliography.names(reference, role)),
        bibliography.title(reference),
        *(bibliography.field(reference, name) for name in FURTHER_FIELDS),
        bibliography.doi(reference),
        reference.key,
    )
    printed = _in_words(entry)
    return tuple(dict.fromkeys(one for one in known if one and _in_words(one) not in printed))


def _in_words(text: str) -> str:
    """Return the words of a text, folded, a space around each."""
    return f" {' '.join(words(text))} "
