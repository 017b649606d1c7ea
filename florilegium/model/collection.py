"""What an editor writes: records with their corrections, works, themes, the edition and its styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from florilegium.model.crossrefs import SeeLink
from florilegium.model.documents import Kind
from florilegium.model.subject import Authority

Layout = Literal["wrapped", "lines"]
NoteKind = Literal["page-bottom", "end", "none"]
Fidelity = Literal["verbatim", "paraphrased"]
Publish = Literal["full", "excerpt"]
Bodies = Literal["as printed", "author", "publisher"]
"""Where a style wants the body whose unsigned work it is."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What rules cannot decide, and the words it is about. A field that is None corrects nothing."""

    at: str
    """Id of the block or note that holds the words, once everything is corrected."""
    begins: str
    """The words at which it begins."""
    line: int
    """1-based line in the record."""
    theme: str | None = None
    also: tuple[str, ...] | None = None
    break_before: bool | None = None
    """True: a paragraph begins at these words. False: none does, though it seems so."""
    level: int | None = None
    kind: Kind | None = None
    split_from: str | None = None
    """Id of the note with which this one was run together."""
    marker_after: str | None = None
    """The words after which the marker of note `at` belongs."""
    left_out: str | None = None
    """The reason for which this block is no part of the text."""
    cites: tuple[str, ...] | None = None
    """Keys of all works that this note names, in its order; empty: it names none."""


@dataclass(frozen=True, slots=True)
class Record:
    """What an editor knows of a source: `sources/<id>.yml`."""

    id: str
    path: str
    """Of the record, as problems name it."""
    text_path: str
    """Of the text, as problems name it."""
    reference: str
    """Key of the entry of citations.bib that describes this text."""
    short: str
    layout: Layout
    notes: NoteKind
    markers_drift: bool
    notes_begin: str
    """The words with which the first endnote begins, where that cannot be told; empty else."""
    first_page: int | None
    """The number printed on the first page; None where it is not known, and pages are counted from 1."""
    fidelity: Fidelity
    fidelity_note: str
    rights: str
    publish: Publish
    """How much of the text the site shows. Excerpt: headings, the first sentence of each ¶, and all notes."""
    original_at: str
    """Where the original of a paraphrased text may be found: a web address; empty where none is known."""
    received: str
    """How the text came to us, in words."""
    supplied: tuple[str, ...]
    """What the record knows and the text does not show, in words."""
    corrections: tuple[Correction, ...]
    see: tuple[SeeLink, ...] = ()
    """Cross-references that its editor makes or forbids."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One work: an entry of citations.bib."""

    key: str
    entry_type: str
    """BibLaTeX type, lower case."""
    fields: tuple[tuple[str, str], ...]
    """Field names lower case; braces that protect proper names are kept."""
    line: int
    """1-based line in citations.bib."""
    raw: str = ""
    """The entry as the file has it; empty where it was made."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that speaks for a theme."""

    text: str
    """As in the theme file: `sanction*` stands for all words that begin so."""
    weight: float


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the themes by which the site is browsed: `sources/themes/<id>.md`."""

    id: str
    path: str
    title: str
    question: str
    order: int
    """Its place among the themes, from 1."""
    terms: tuple[Term, ...]
    without: tuple[str, ...]
    """Phrases in which a term means something else."""
    introduction: str
    """Markdown in the editor's own words, with citations such as `[@brief-2022, ¶12]`; may be empty."""
    introduction_line: int
    """1-based line of the file on which the introduction begins."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source as read from the disk."""

    record: Record
    reference: Reference
    raw: str
    """The text, as in the file."""


@dataclass(frozen=True, slots=True)
class Edition:
    """This site's version of the texts: `extra: edition:` in mkdocs.yml."""

    title: str
    publisher: str
    version: str
    date: str
    """YYYY-MM-DD. Stands in for the clock."""
    url: str = ""
    """Where the site is published; empty as long as it is nowhere."""


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style, by which works are formatted: `extra: citation_styles:` in mkdocs.yml."""

    id: str
    """Its name in the package of CSL styles: `chicago-notes-bibliography`."""
    label: str
    """As a reader knows it: `Chicago, notes`."""
    sentence_case: bool
    """Whether it wants titles in sentence case, which no CSL processor makes."""
    bodies: Bodies = "as printed"
    line: int = 0
    """1-based line in mkdocs.yml; 0 where it names none."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All that an editor wrote."""

    sources: tuple[Source, ...]
    themes: tuple[Theme, ...]
    references: tuple[Reference, ...]
    edition: Edition
    styles: tuple[Style, ...] = ()
    authority: Authority = field(default_factory=Authority)
    """The terms of the subject index; none where there is no `sources/terms.yml`."""
    named_pages: tuple[tuple[str, str], ...] = ()
    """The pages that the navigation of the site names: path inside docs/, and name."""
