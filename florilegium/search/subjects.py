"""The terms of the subject index to what can be found: each with its variants, and where the texts speak of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.model import Collection, IndexTerm, Placed, SearchRecord, SubjectIndex
from florilegium.pages import places
from florilegium.pages.alphabet import stand
from florilegium.pages.subject_page import KINDS
from florilegium.pages.views import theme_ids
from florilegium.search.places_told import ROOM, places_told
from florilegium.search.standing import themes_by_place
from florilegium.subject_index import Located, located

LABEL = "Index"
BETWEEN = " · "


def subject_records(collection: Collection, shown: Sequence[Placed], index: SubjectIndex) -> tuple[SearchRecord, ...]:
    """Return the terms of which a text speaks, from A to Z. A name that only leads on to a term is found there."""
    found = located(index)
    spoken = sorted((term for term in index.authority.terms if term.name in found), key=lambda one: stand(one.name))
    themes = {one.source.record.id: themes_by_place(one) for one in shown}
    order = theme_ids(collection.themes)
    return tuple(
        SearchRecord(
            kind="subject",
            address=f"{places.address(places.SUBJECT_INDEX_PAGE)}#{term.anchor}",
            label=LABEL,
            title=term.name,
            text=BETWEEN.join(dict.fromkeys((term.name, *term.variants))),
            words_of="ours",
            about=_about(term, found[term.name], shown),
            also=_themes(found[term.name], themes, order),
            sources=_sources(found[term.name], shown),
            further=_other_names(term, index, shown),
        )
        for term in spoken
    )


def _about(term: IndexTerm, found: Sequence[Located], shown: Sequence[Placed]) -> str:
    """Say what a term names, and where it is spoken of: `person · Brief 2022, ¶ 3, 7; Paper 2003, n. 5`."""
    short = {one.source.record.id: one.source.record.short for one in shown}
    # Most terms are concepts: the page of the index does not say so either.
    leading = "" if term.kind == "concept" else f"{KINDS[term.kind][0]}{BETWEEN}"
    parts = [(short[one.source], (*one.blocks, *one.notes)) for one in found]
    return f"{leading}{places_told(parts, ROOM - len(leading))}"


def _themes(
    found: Sequence[Located], themes: Mapping[str, Mapping[str, tuple[str, ...]]], order: Sequence[str]
) -> tuple[str, ...]:
    """Return all themes under which a term is spoken of, in their order."""
    under = {
        theme for one in found for place in (*one.blocks, *one.notes) for theme in themes[one.source].get(place, ())
    }
    return tuple(theme for theme in order if theme in under)


def _sources(found: Sequence[Located], shown: Sequence[Placed]) -> tuple[str, ...]:
    """Return the sources that speak of a term, in their order, not by how much each says of it."""
    speaking = {one.source for one in found}
    return tuple(one.source.record.id for one in shown if one.source.record.id in speaking)


def _other_names(term: IndexTerm, index: SubjectIndex, shown: Sequence[Placed]) -> tuple[str, ...]:
    """Return the names that lead on to a term, and what one source alone calls it, where the whole of that is shown.

    What a source calls it may stand where an excerpt is cut.
    """
    whole = {one.source.record.id for one in shown if one.source.record.publish == "full"}
    leading = (one.name for one in index.authority.see if one.see == term.name)
    printed = (variant for source, variants in term.variants_in if source in whole for variant in variants)
    return tuple(dict.fromkeys((*leading, *printed)))
