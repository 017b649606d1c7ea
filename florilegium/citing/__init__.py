"""Texts, works and pages to the strings by which each is cited: by place, in every style, as this site hands them out.

A text is cited as its publisher printed it, by page or heading, and as this edition of it, by ¶. Scripts read the
strings from small files, one for each text; who has none finds them on a page for each text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from florilegium.citing.data_files import data_files
from florilegium.citing.guides import guides
from florilegium.citing.texts import CitedText, page_runs, run_places
from florilegium.citing.works import CitedPlaces, CitedWork, cited_work, forms_by_work, places_of, told_apart
from florilegium.editions import own_edition, page_of_edition
from florilegium.model import Collection, OutputFile, Placed, Reference, Works
from florilegium.pages.places import address
from florilegium.pages.works_grouped import WorksGrouped, works_by_note, works_grouped
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


def works_of_edition(collection: Collection, rendered: Iterable[OutputFile]) -> tuple[Reference, ...]:
    """Return the works that this site itself is the publisher of: its editions of the texts, and its pages."""
    return (
        *(own_edition(source, collection.edition) for source in collection.sources),
        *_pages(collection, rendered).values(),
    )


def citing_files(
    collection: Collection,
    placed: Sequence[Placed],
    rendered: Sequence[OutputFile],
    works: Works,
    printed: CitedPlaces,
    own: FormattedWorks,
) -> tuple[OutputFile, ...]:
    """Return the files of strings, and the pages that say how each text is cited.

    `printed` are the citations of `places_in_originals`, `own` is what became of `works_of_edition`.
    """
    references = {one.key: one for one in collection.references}
    listed = [key for one in works.formatted[0].lists if one.name == ALL for key, _ in one.entries]
    forms, ours = forms_by_work(works.formatted), forms_by_work(own.formatted)
    cited = told_apart({key: cited_work(references[key], forms[key], printed) for key in listed})
    made = {one.key: cited_work(one, ours[one.key], own.places) for one in works_of_edition(collection, rendered)}
    grouped = works_grouped(collection.references, works)
    texts = tuple(_text(one, collection, cited, made, grouped) for one in placed)
    pages = {path: made[page.key] for path, page in _pages(collection, rendered).items()}
    return (
        *data_files(texts, cited, pages, collection, printed),
        *guides(texts, pages[""], collection, printed),
    )


def _pages(collection: Collection, rendered: Iterable[OutputFile]) -> dict[str, Reference]:
    """Return the pages of this site that may be cited, by their addresses; those written by hand under their names."""
    titles = {one.path: one.title for one in rendered}
    titles |= {path: name for path, name in collection.named_pages if path not in titles}
    edition = collection.edition
    return {
        address(path): page_of_edition(address(path), title, edition)
        for path, title in titles.items()
        if title and path.endswith(".md")
    }


def _text(
    placed: Placed,
    collection: Collection,
    cited: Mapping[str, CitedWork],
    made: Mapping[str, CitedWork],
    works: WorksGrouped,
) -> CitedText:
    return CitedText(
        placed,
        cited[placed.source.reference.key] if _has_original(placed) else None,
        made[own_edition(placed.source, collection.edition).key],
        works_by_note(works, placed.source.record.id),
    )


def _has_original(placed: Placed) -> bool:
    return placed.source.record.fidelity != "paraphrased"
