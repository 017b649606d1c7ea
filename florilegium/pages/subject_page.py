"""The page of the subject index: its terms from A to Z, each with the ¶ and notes that speak of it, source by source.

A term of which no text speaks has no entry, and nothing leads to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import Collection, IndexTerm, IndexTermKind, OutputFile, Placed, SeeEntry, SubjectIndex
from florilegium.pages import places
from florilegium.pages.alphabet import ALPHABET, FIGURES, OTHER, Stand, stand
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape
from florilegium.pages.number_runs import numbered, runs
from florilegium.pages.printed import printed_page
from florilegium.pages.views import Link, count
from florilegium.subject_index import Located, located

TITLE = "Subject index"
DESCRIPTION = "People, places, institutions, laws, events and concepts from A to Z, and where the texts speak of them."
TERMS_PATH = "sources/terms.yml"
KINDS: Mapping[IndexTermKind, tuple[str, str]] = {
    "person": ("person", "People"),
    "place": ("place", "Places"),
    "institution": ("institution", "Institutions"),
    "law": ("law or treaty", "Laws and treaties"),
    "event": ("event", "Events"),
    "concept": ("concept", "Concepts"),
}
"""How a kind is named beside a term, and above all terms of it; in the order in which it may be chosen."""
LETTER_IDS = {FIGURES: "letter_0-9", OTHER: "letter_other"}
"""An underscore stands in no anchor of a term, so that a letter and a term never share an id."""


@dataclass(frozen=True, slots=True)
class _InSource:
    """Where a source speaks of a term, all Markdown."""

    source: Link
    mark: str
    """What a reader must know of its words; empty where they are the publisher's."""
    links: str
    """To its ¶ and notes, in Markdown."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name in the index."""

    stand: Stand
    anchor: str
    name: str
    """Markdown."""
    kind: IndexTermKind
    """That of the term to which it leads, where it only leads on."""
    kind_name: str
    """Empty where it only leads on."""
    sources: tuple[_InSource, ...]
    """Empty where it only leads on."""
    see: tuple[Link, ...]
    """The term to which it leads; or, where it has sources, the terms to be looked up as well."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter, and what stands under it."""

    name: str
    id: str
    entries: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """A kind of term to which a reader may narrow the index."""

    id: str
    """Empty for all."""
    name: str
    number: int


def subject_index_page(collection: Collection, placed: Sequence[Placed], index: SubjectIndex) -> OutputFile:
    """Return the page of the index; without terms it says how one is made."""
    path = places.SUBJECT_INDEX_PAGE
    found = located(index)
    terms = {term.name: term for term in index.authority.terms if found.get(term.name)}
    by_id = {one.source.record.id: one for one in placed}
    entries = (
        *(_entry(term, found[name], by_id, terms) for name, term in terms.items()),
        *(_leading_on(one, terms[one.see]) for one in index.authority.see if one.see in terms),
    )
    records = (one.source.record for one in placed)
    texts = tuple(path for record in records for path in (record.text_path, record.path))
    return page(
        "subject_index.md.j2",
        path,
        {"title": TITLE, "description": DESCRIPTION, "hide": ["toc"]},
        (*texts, TERMS_PATH) if index.authority.terms else texts,
        collection.edition,
        printed=printed_page(TITLE, collection.edition, path),
        crumbs=(Link("Home", places.link(path, places.HOME_PAGE)), Link(TITLE)),
        title=TITLE,
        extent=_extent([found[name] for name in terms]),
        data=places.link(path, places.TERMS_DATA),
        terms_path=TERMS_PATH,
        listed=bool(index.authority.terms),
        number=len(terms),
        choices=_choices([term.kind for term in terms.values()]),
        letters=_letters(entries),
        script=places.served_link(path, places.SUBJECT_INDEX_SCRIPT),
    )


def _extent(found: Sequence[Sequence[Located]]) -> str:
    """Say how much the index holds."""
    number = sum(len(one.blocks) + len(one.notes) for ones in found for one in ones)
    sources = len({one.source for ones in found for one in ones})
    terms, at = count(len(found), "term", "terms"), count(number, "place", "places")
    return f"{terms}, at {at} in {count(sources, 'source', 'sources')}"


def _choices(kinds: Sequence[IndexTermKind]) -> tuple[_Choice, ...]:
    """Return the kinds of which there are terms, all terms first; nothing where there is nothing to choose."""
    choices = tuple(_Choice(kind, many, kinds.count(kind)) for kind, (_, many) in KINDS.items() if kind in kinds)
    return (_Choice("", "All", len(kinds)), *choices) if len(choices) > 1 else ()


def _entry(
    term: IndexTerm, found: Sequence[Located], placed: Mapping[str, Placed], terms: Mapping[str, IndexTerm]
) -> _Entry:
    also = sorted((terms[name] for name in term.see_also if name in terms), key=lambda one: stand(one.name))
    return _Entry(
        stand=stand(term.name),
        anchor=term.anchor,
        name=escape(term.name),
        kind=term.kind,
        # Most terms are concepts: to say so of each would be noise.
        kind_name="" if term.kind == "concept" else KINDS[term.kind][0],
        sources=tuple(_in_source(one, placed[one.source]) for one in found),
        see=tuple(_to(one) for one in also),
    )


def _leading_on(entry: SeeEntry, term: IndexTerm) -> _Entry:
    return _Entry(stand(entry.name), entry.anchor, escape(entry.name), term.kind, "", (), (_to(term),))


def _to(term: IndexTerm) -> Link:
    return Link(escape(term.name), f"#{term.anchor}")


def _in_source(found: Located, placed: Placed) -> _InSource:
    """Return where a source speaks of a term; neighbouring ¶, or notes, are one link."""
    record, path = placed.source.record, places.SUBJECT_INDEX_PAGE
    home = places.source_page(record.id)
    parts = []
    for sign, ids in (("¶", found.blocks), ("nn." if len(found.notes) > 1 else "n.", found.notes)):
        links = []
        for first, last in runs(ids):
            shown = numbered(first, last)
            signed = f"{sign}\N{NO-BREAK SPACE}{shown}" if first == ids[0] else shown
            links.append(f"[{signed}]({places.range_link(path, home, first, last)})")
        parts += [", ".join(links)] if links else []
    mark = record.fidelity if record.fidelity == "paraphrased" else ""
    return _InSource(Link(escape(record.short), places.link(path, home)), mark, "; ".join(parts))


def _letters(entries: Iterable[_Entry]) -> tuple[_Letter, ...]:
    """Return A to Z, and what stands before and after if there is any, each letter with its entries in order."""
    under: dict[str, list[_Entry]] = {}
    for entry in sorted(entries, key=lambda one: one.stand):
        under.setdefault(entry.stand.letter, []).append(entry)
    return tuple(
        _Letter(letter, LETTER_IDS.get(letter, f"letter_{letter.lower()}"), tuple(under.get(letter, ())))
        for letter in ALPHABET
        if letter in under or letter not in LETTER_IDS
    )
