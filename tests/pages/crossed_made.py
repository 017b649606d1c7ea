"""Two or three small placed texts and what joins them, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_site import Built
from florilegium.model import (
    AUTHORS_TEXT,
    Authority,
    Collection,
    CrossReference,
    CrossReferenceBy,
    Edition,
    IndexTerm,
    IndexTermKind,
    OutputFile,
    Placed,
    Placing,
    Reason,
    ReasonKind,
    Reference,
    Relation,
    Side,
    Source,
    SubjectIndex,
    Theme,
    Works,
)
from florilegium.pages import render
from florilegium.pages.crossings import Crossings, crossings
from florilegium.pages.margin_terms import terms_by_place
from florilegium.pages.passages_pages import passages_pages
from florilegium.pages.source_pages import source_page
from florilegium.pages.speaking import under_themes
from florilegium.pages.theme_pages import theme_page
from florilegium.pages.views import theme_ids
from florilegium.pages.works_grouped import works_grouped
from florilegium.themes import _passages
from tests.outline import record_of, recover_text

EMPTY = SubjectIndex(Authority(), ())
THEMES = tuple(
    Theme(theme, f"sources/themes/{theme}.md", theme.title(), f"What of {theme}?", order, (), (), "", 1)
    for order, theme in enumerate(("bread", "war"), start=1)
)
NAMES = {"b": "bread", "w": "war", "c": "context"}


def place(id: str, raw: str, themes: str, fidelity: str = "verbatim") -> Placed:  # noqa: A002 - as the model has it
    """Place the ¶ of a text by letters: `b`, `w` and `c`, each alone or with those it speaks of as well: `b+w c`."""
    recovered = recover_text(raw)
    assert recovered.problems == ()
    record = replace(
        record_of({}),
        id=id,
        path=f"sources/{id}.yml",
        text_path=f"sources/{id}.txt",
        short=f"{id.title()}, 2020",
        reference=id,
        fidelity=fidelity,  # type: ignore[arg-type]
        fidelity_note="Reworded.",
    )
    reference = Reference(id, "book", (("author", "Doe, Ann"), ("title", f"On {id}"), ("date", "2020")), 1)
    source = Source(record, reference, raw)
    blocks = tuple(block for block in recovered.document.blocks if block.kind in AUTHORS_TEXT)
    placings = tuple(
        Placing(block.id, NAMES[first], tuple(NAMES[one] for one in also), "terms", NAMES[first], (), ())
        for block, (first, *also) in zip(blocks, (said.split("+") for said in themes.split()), strict=True)
    )
    return Placed(source, recovered.document, placings, _passages(source, blocks, placings))


def side(place: str, sentence: str = "", at: str = "") -> Side:
    """Return a side: `one#p2` or `one#p2-p4`."""
    source, _, run = place.partition("#")
    first, _, last = run.partition("-")
    return Side(source, first, last or first, sentence, at or first)


def reason(kind: ReasonKind, detail: str) -> Reason:
    return Reason(kind, detail, 0.1)


def crossed(one: Side | str, other: Side | str, relation: Relation | None = None, *reasons: Reason) -> CrossReference:
    """Return a cross-reference of evidence, or of an editor where a relation is given."""
    mine, theirs = (side(each) if isinstance(each, str) else each for each in (one, other))
    words = (reason("editor", "They answer each other."),) if relation else ()
    by: CrossReferenceBy = "editor" if relation else "evidence"
    return CrossReference(mine, theirs, relation or "related", by, (*words, *reasons), 1.0 if relation else 0.5)


def term(name: str, *variants: str, kind: IndexTermKind = "concept") -> IndexTerm:
    return IndexTerm(name, kind, (name, *variants), (), (), (), 1)


def known_of(
    found: Sequence[CrossReference],
    placed: Sequence[Placed],
    index: SubjectIndex = EMPTY,
    references: Sequence[Reference] = (),
) -> Crossings:
    return crossings(found, placed, index, {one.key: one for one in references})


def pages_of(
    placed: tuple[Placed, ...], found: Sequence[CrossReference], index: SubjectIndex = EMPTY
) -> dict[str, OutputFile]:
    """Return the pages of made-up texts, of their themes and passages, by path."""
    sources = tuple(one.source for one in placed)
    collection = Collection(
        sources, THEMES, tuple(one.reference for one in sources), Edition("Here", "Us", "1", "2026-01-01")
    )
    works = works_grouped(collection.references, Works((), (), ()))
    known = crossings(found, placed, index, works.references)
    terms, under = terms_by_place(index), under_themes(found, placed)
    files = [source_page(collection, (None, one, None), works, terms, known) for one in placed]
    for theme in theme_ids(THEMES):
        files.append(theme_page(theme, collection, placed, (), works, known, under.get(theme, ())))
        files.extend(passages_pages(theme, collection, placed, works, terms, known))
    return {file.path: file for file in files}


def real_pages(built: Built, found: Sequence[CrossReference]) -> dict[str, OutputFile]:
    """Return the pages of the real texts as they would be with these cross-references."""
    files = render(built.collection, built.placed, (), replace(built.works, cited=()), built.index, tuple(found))
    return {file.path: file for file in files}
