"""The page of each source: the full text, the home of its permalinks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import Block, Collection, OutputFile, Placed, Placing, Theme
from florilegium.pages import places
from florilegium.pages.blocks import Setting, blocks_markdown, cite_link, cited_notes, notes_markdown
from florilegium.pages.crossings import Crossings
from florilegium.pages.elsewhere import Elsewhere, elsewhere, ends_of_passages
from florilegium.pages.environment import page
from florilegium.pages.margin_terms import TermsByPlace, term_labels, term_lists
from florilegium.pages.margins import page_marks, theme_classes, theme_labels
from florilegium.pages.markdown import escape, escape_cell
from florilegium.pages.neighbours import Near, sources_named
from florilegium.pages.note_works import work_links
from florilegium.pages.printed import printed_source
from florilegium.pages.recovery_report import report
from florilegium.pages.source_ways import source_ways
from florilegium.pages.strip_views import shown_strip
from florilegium.pages.views import (
    Link,
    author_line,
    count,
    description,
    facts,
    linked_from,
    notices,
    pages_note,
    source_head,
    theme_title,
    title,
)
from florilegium.pages.works_grouped import WorksGrouped
from florilegium.works import cited_by

RECORDS = (("bib", "BibLaTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
"""The forms in which a source offers its own record, each with its name."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the text, and what other sources hold that belongs to its last passage."""

    text: str
    """Markdown."""
    elsewhere: Elsewhere | None


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why a ¶ stands where it stands, each a cell."""

    number: str
    themes: str
    """Its theme and further ones, and who decided where it was not the terms."""
    terms: str


def source_page(
    collection: Collection, near: Near, works: WorksGrouped, terms: TermsByPlace, known: Crossings
) -> OutputFile:
    """Return the page of the source in the middle, with the ways to those before and after it."""
    placed = near[1]
    record = placed.source.record
    path = places.source_page(record.id)
    blocks = placed.document.blocks
    ids = [placing.block for placing in placed.placings]
    beside = term_labels(record.id, placed.document, terms, ids)
    titles = [block for block in blocks if block.level == 1]
    front = [block for block in blocks if block.kind == "front_matter"]
    citations = works.citations.get(record.id, ())
    text = [block for block in blocks if block not in titles[:1] and block.kind != "front_matter"]
    named = sources_named(near, known.joined_to(record.id, ids))
    return page(
        "source.md.j2",
        path,
        {
            "title": title(placed),
            "description": description(placed),
            "head_tags": source_head(placed, works.references),
            "layout": "reading",
        },
        ("mkdocs.yml", *linked_from(collection, named)),
        collection.edition,
        printed=printed_source(placed, works.entries, collection.edition, path),
        crumbs=(
            Link("Home", places.link(path, places.HOME_PAGE)),
            Link("Sources", places.link(path, places.SOURCES_PAGE)),
            Link(escape(record.short)),
        ),
        title=escape(title(placed)),
        title_id=titles[0].id if titles else places.TITLE_ANCHOR,
        author_line=escape(author_line(placed)),
        cite=cite_link(places.link(path, places.cite_page(record.id)), "text", "this text", "Cite this text"),
        notices=notices(placed),
        pages_note=pages_note(placed),
        strip=shown_strip(placed, collection.themes, path),
        facts=facts(placed),
        front_matter=blocks_markdown((block, Setting(classes=(record.fidelity,))) for block in front),
        stretches=_stretches(_set(text, placed, collection.themes, path, beside), placed, known, path),
        notes=notes_markdown(
            cited_notes(placed.document.notes, blocks),
            work_links(citations, works.references, path),
            places.link(path, places.cite_page(record.id)),
        ),
        linked=bool(citations),
        doubtful=any(marker.doubtful for block in blocks for marker in block.markers),
        terms=term_lists(record.id, placed.document, terms, ids, path),
        report=report(placed),
        reasons=_reasons(placed, collection.themes),
        data=places.link(path, places.source_data(record.id)),
        records=[Link(label, places.link(path, places.record_data(record.id, ending))) for ending, label in RECORDS],
        cites=_cites(record.id, works.cited_in.get(record.id, 0), path),
        ways=source_ways(near, path),
    )


def _cites(source: str, cited: int, path: str) -> Link | None:
    """Return the way to the works that a source cites, if it cites any."""
    if not cited:
        return None
    target = places.link(path, places.bibliography_page(cited_by(source)))
    return Link(f"{count(cited, 'work', 'works')} cited in its notes", target)


def _stretches(
    blocks: Sequence[tuple[Block, Setting]], placed: Placed, known: Crossings, path: str
) -> tuple[_Stretch, ...]:
    """Cut a text after each passage to which something elsewhere belongs."""
    ends = ends_of_passages([block for block, _ in blocks], placed.passages)
    stretches: list[_Stretch] = []
    begun: list[tuple[Block, Setting]] = []
    for block, setting in blocks:
        begun.append((block, setting))
        passages = ends.get(block.id, ())
        found = elsewhere(placed.source.record.id, passages, known, path, apart=block.id not in passages)
        if found:
            stretches.append(_Stretch(blocks_markdown(begun), found))
            begun = []
    return (*stretches, _Stretch(blocks_markdown(begun), None))


def _set(
    blocks: Sequence[Block], placed: Placed, themes: Sequence[Theme], path: str, terms: Mapping[str, str]
) -> list[tuple[Block, Setting]]:
    """Put beside each block its theme, the pages that begin in it, and the terms of which it speaks."""
    marks = page_marks(blocks, placed.source.record.first_page)
    labels = theme_labels(placed, themes, path)
    under = {placing.block: placing.theme for placing in placed.placings}
    fidelity = placed.source.record.fidelity
    return [
        (
            block,
            Setting(
                classes=(*(theme_classes(under[block.id]) if block.id in under else ()), fidelity),
                labels=(*labels.get(block.id, ()), *((terms[block.id],) if block.id in terms else ())),
                page_marks=marks[block.id],
                cite=places.link(path, places.cite_page(placed.source.record.id)),
            ),
        )
        for block in blocks
    ]


def _reasons(placed: Placed, themes: Sequence[Theme]) -> tuple[_Reason, ...]:
    """Return for each ¶ why it stands where it stands."""
    reasons = []
    for placing in placed.placings:
        names = [theme_title(placing.theme, themes), *(f"also {theme_title(one, themes)}" for one in placing.also)]
        decided = ""
        if placing.by == "heading":
            decided = " (with what stands around it)"
        elif placing.by == "editor":
            decided = " (by an editor"
            differs = placing.by_terms != placing.theme
            decided += f"; terms say {theme_title(placing.by_terms, themes)})" if differs else ")"
        found = "; ".join(
            f"{theme_title(theme, themes)}: {_terms(placing, theme)}"
            for theme in dict.fromkeys(why.theme for why in placing.why)
        )
        reasons.append(
            _Reason(
                f"[{placing.block[1:]}](#{placing.block})",
                escape_cell(", ".join(names) + decided),
                escape_cell(found),
            )
        )
    return tuple(reasons)


def _terms(placing: Placing, theme: str) -> str:
    """Return the terms found in a ¶ for a theme, with their counts above one."""
    found = (why for why in placing.why if why.theme == theme)
    return ", ".join(f"{why.term} ×{why.count}" if why.count > 1 else why.term for why in found)
