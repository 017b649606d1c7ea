"""Texts, works and pages to the strings by which each is cited: by place, in every style, as this site hands them out.

A text is cited as its publisher printed it, by page or heading, and as this edition of it, by ¶. Scripts read the
strings from small files, one for each text; who has none finds them on a page for each text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from florilegium.citing.data_files import data_files
from florilegium.citing.guides import guides
from florilegium.citing.texts import CitedText, page_runs, run_places
from florilegium.citing.works import CitedWork, cited_work, places_of
from florilegium.editions import own_edition, page_of_edition
from florilegium.model import Collection, OutputFile, Placed, Reference, Works
from florilegium.pages.places import address
from florilegium.styles import FormattedWorks, Place
from florilegium.works import ALL

__all__ = ["citing_files", "places_in_originals", "places_of", "works_of_edition"]


def places_in_originals(placed: Iterable[Placed]) -> tuple[Place, ...]:
    """Return the places in the texts themselves whose citations `citing_files` wants."""
    return tuple(
        place
        for one in placed
        if _has_original(one)
        for key in (one.source.reference.key,)
        for place in (*places_of(key), *run_places(key, page_runs(one)))
    )


def works_of_edition(collection: Collection, pages: Iterable[OutputFile]) -> tuple[Reference, ...]:
    """Return the works that this site itself is the publisher of: its editions of the texts, and its pages."""
    edition = collection.edition
    return (
        *(own_edition(source, edition) for source in collection.sources),
        *(page_of_edition(address(one.path), one.title, edition) for one in pages if one.title),
    )


def citing_files(
    collection: Collection,
    placed: Sequence[Placed],
    pages: Sequence[OutputFile],
    works: Works,
    places: Mapping[str, Mapping[Place, str]],
    own: FormattedWorks,
) -> tuple[OutputFile, ...]:
    """Return the files of strings, and the pages that say how each text is cited.

    `places` are the citations of `places_in_originals`, `own` is what became of `works_of_edition`.
    """
    references = {one.key: one for one in collection.references}
    listed = [key for one in works.formatted[0].lists if one.name == ALL for key, _ in one.entries]
    cited = {key: cited_work(references[key], works.formatted, places) for key in listed}
    made = {one.key: one for one in works_of_edition(collection, pages)}
    ours = {key: cited_work(one, own.formatted, own.places) for key, one in made.items()}
    texts = tuple(_text(one, collection, cited, ours, works) for one in placed)
    shown = {
        address(one.path): ours[page_of_edition(address(one.path), one.title, collection.edition).key]
        for one in pages
        if one.title
    }
    return (
        *data_files(texts, cited, shown, collection, places),
        *guides(texts, shown, collection),
    )


def _text(
    placed: Placed,
    collection: Collection,
    cited: Mapping[str, CitedWork],
    ours: Mapping[str, CitedWork],
    works: Works,
) -> CitedText:
    key = placed.source.reference.key
    by_note: dict[str, dict[str, None]] = {}
    for citation in sorted(works.citations, key=lambda one: one.start):
        if citation.source == placed.source.record.id:
            by_note.setdefault(citation.note, {})[citation.reference] = None
    return CitedText(
        placed,
        cited[key] if _has_original(placed) else None,
        ours[own_edition(placed.source, collection.edition).key],
        {note: tuple(keys) for note, keys in by_note.items()},
    )


def _has_original(placed: Placed) -> bool:
    return placed.source.record.fidelity != "paraphrased"
