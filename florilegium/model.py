"""The frozen values that the stages hand on. It imports nothing of ours, so that every stage can import it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "list_item", "table", "pull_quote", "front_matter", "byline"]
"""What a block is. What is left out (boilerplate, say) is no block."""

AUTHORS_TEXT: frozenset[Kind] = frozenset({"paragraph", "list_item", "table"})
"""The kinds that hold the author's own text and so have a ¶ number."""

Layout = Literal["wrapped", "lines"]
NoteKind = Literal["page-bottom", "end", "none"]
Fidelity = Literal["verbatim", "paraphrased"]
Publish = Literal["full", "excerpt"]
ApparatusKind = Literal["marker", "note-number", "bullet", "list-number", "pipe", "entity"]
"""What stands in a text and is no word of it: a closed list."""

RepairKind = Literal["joined-url", "split-note", "entity", "moved-marker"]
DoubtKind = Literal["paragraph-break", "marker-place", "heading", "solid-lines", "line-end-hyphen", "note-end"]
ThemeBy = Literal["terms", "heading", "editor"]

LineRange = tuple[int, int]
"""1-based line numbers in the file of a source, both inclusive."""

CONTEXT = "context"
"""Where a ¶ stands that is about no theme. Not a theme."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of a source file."""

    start: int
    """Offset of its first character, from 0."""
    end: int
    """Offset after its last character."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The place in a block that points to a note."""

    note: str
    """The number of the note, as printed."""
    offset: int
    """Characters into the text of the block, where the marker belongs."""
    found_at: int
    """Characters into the text of the block, where the file has it."""
    doubtful: bool
    """Whether another place is possible."""

    @property
    def moved(self) -> bool:
        """Whether recovery moved it."""
        return self.offset != self.found_at


@dataclass(frozen=True, slots=True)
class Block:
    """One recovered unit of a source."""

    id: str
    """`p12` for author's text, `h3`, `q1`, `f2`, `b1` for the other kinds."""
    kind: Kind
    text: str
    """One line, spaces single, markers lifted."""
    headings: tuple[str, ...]
    """The headings above it, outermost first, without the title."""
    markers: tuple[Marker, ...]
    """In text order."""
    lines: tuple[LineRange, ...]
    pages: tuple[tuple[int, int], ...]
    """(page, offset at which it begins in this block); empty where the file shows no pages."""
    spans: tuple[Span, ...]
    """Where its characters stand in the file, ascending."""
    level: int | None = None
    """1 title, 2 section, 3 sub-section; None for all but headings."""
    ordered: bool | None = None
    """Whether a list item is numbered; None for all but list items."""
    label: str = ""
    """What the file prints before a list item: `●`, `-`, `3.`; else empty."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table, its head first; empty for all else."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote."""

    id: str
    """`n` and its number."""
    number: str
    """As printed, or counted on from the first marker where the notes show none."""
    text: str
    urls: tuple[str, ...]
    """Web addresses in its text, in order."""
    cited_from: tuple[str, ...]
    """Ids of the blocks that hold its marker."""
    lines: tuple[LineRange, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that are no part of the text."""

    text: str
    reason: str
    lines: tuple[LineRange, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Characters that stand in the file and are no words."""

    kind: ApparatusKind
    span: Span


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that recovery made to the letters of a text."""

    kind: RepairKind
    before: str
    after: str
    lines: tuple[LineRange, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that no rule could decide, and how it was left."""

    kind: DoubtKind
    detail: str
    lines: tuple[LineRange, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A source as recovered."""

    blocks: tuple[Block, ...]
    """In reading order."""
    notes: tuple[Note, ...]
    """In the order of their numbers."""
    left_out: tuple[LeftOut, ...]
    apparatus: tuple[Apparatus, ...]
    repairs: tuple[Repair, ...]
    doubts: tuple[Doubt, ...]
    joints: tuple[int, ...]
    """Offsets of the line ends that were closed up without a space: inside a web address, or after a hyphen."""
    joined_lines: int
    """How many line ends became spaces."""
    changed_spaces: int
    """How many no-break, doubled or other odd spaces became single ones."""


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
class Why:
    """A term found in a ¶."""

    theme: str
    term: str
    count: int


@dataclass(frozen=True, slots=True)
class Weight:
    """What speaks for a theme in a ¶."""

    theme: str
    terms: float
    """Of the terms in its text, for its length."""
    heading: float
    neighbours: float
    """Of the ¶ above and below, and of the one that introduces its list."""

    @property
    def total(self) -> float:
        """What decides."""
        return self.terms + self.heading + self.neighbours


@dataclass(frozen=True, slots=True)
class Placing:
    """The theme of a ¶, and the reason."""

    block: str
    """Id of the ¶."""
    theme: str
    """A theme id, or `context`."""
    also: tuple[str, ...]
    """Further themes of which it has a substantial part."""
    by: ThemeBy
    """`terms` if these would do alone; `heading` if what stands around was needed; `editor` if a correction decides."""
    by_terms: str
    """What terms, heading and neighbours alone would have said."""
    weights: tuple[Weight, ...]
    """One for each theme, in their order."""
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of neighbouring ¶ of one source, under one heading, with the same primary theme."""

    source: str
    theme: str
    headings: tuple[str, ...]
    blocks: tuple[str, ...]
    """Ids of its ¶, in order."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A recovered source with every ¶ placed."""

    source: Source
    document: Document
    placings: tuple[Placing, ...]
    """One for each ¶, in order."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PlaceCited:
    """A ¶, a run of ¶, or a note of a source, as an editor cites it."""

    source: str
    first: str
    """Id of the ¶ or note: `p12`, `n12`."""
    last: str
    """Id of the last ¶ of a run; else the same as the first."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What an editor says of a theme."""

    theme: str
    pieces: tuple[str | PlaceCited | WorkCited, ...]
    """Markdown, and between it the places and works cited."""


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
class Collection:
    """All that an editor wrote."""

    sources: tuple[Source, ...]
    themes: tuple[Theme, ...]
    references: tuple[Reference, ...]
    edition: Edition
    styles: tuple[Style, ...] = ()


CitationForm = Literal["full", "short"]
"""Short: names a work that the same source has cited in full before."""
MatchedBy = Literal["address", "title", "short", "ibid", "editor"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a note that names a work."""

    source: str
    note: str
    """Number of the note, as printed."""
    reference: str
    """Key of the work."""
    start: int
    """Offset into the text of the note of the words that name the work."""
    end: int
    """Offset after them."""
    linked: tuple[int, int]
    """Offsets of the words that lead to the entry: the title. Empty range: there are no words for it."""
    form: CitationForm
    by: MatchedBy


@dataclass(frozen=True, slots=True)
class WorkCited:
    """A work that an editor cites in an introduction."""

    reference: str
    locator: str
    """As the editor wrote it: `p. 7`; empty where the whole work is meant."""


@dataclass(frozen=True, slots=True)
class CitedAt:
    """Where a work is cited: a note of a source, or the introduction of a theme."""

    reference: str
    source: str
    """Id of the source; empty for an introduction."""
    note: str
    """Number of the note; empty for an introduction."""
    block: str
    """Id of the ¶ that holds the marker of the note; empty for an introduction, or where the marker stands in no ¶."""
    themes: tuple[str, ...]
    """Theme of the ¶, then the further ones of which it speaks; of an introduction its own."""
    sentence: str
    """The sentence that ends at the marker, or that holds it; empty where the edition may not show it."""


Bodies = Literal["as printed", "author", "publisher"]
"""Where a style wants the body whose unsigned work it is."""


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


@dataclass(frozen=True, slots=True)
class Wording:
    """A formatted citation, twice."""

    text: str
    """Plain text on one line."""
    html: str
    """The same with `<i>`, `<b>`, `<sup>`, `<sub>`, `<span style="font-variant: small-caps">` and `<a href>` alone."""


@dataclass(frozen=True, slots=True)
class CopyForms:
    """What a reader takes home of one work in one style: as if no other work were in the list."""

    reference: str
    entry: Wording
    note: Wording | None
    """First note; None in styles that have no notes."""
    short_note: Wording | None
    in_text: Wording | None
    """`(Blinken 2021)`; None in styles that have notes."""


@dataclass(frozen=True, slots=True)
class FormattedList:
    """A list of works as one style prints it, in its order, told apart where it must: `2020a`, `2020b`."""

    name: str
    entries: tuple[tuple[str, Wording], ...]
    """Key and entry."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """All works in one style."""

    style: Style
    copied: tuple[CopyForms, ...]
    lists: tuple[FormattedList, ...]


@dataclass(frozen=True, slots=True)
class Works:
    """What is known of the works: by which notes they are cited, where, and how each style prints them."""

    citations: tuple[Citation, ...]
    cited: tuple[CitedAt, ...]
    formatted: tuple[Formatted, ...]
    """The first is the style in which lists are shown and sorted."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written."""

    path: str
    """Inside docs/, slash-separated."""
    content: str
    made_from: tuple[str, ...]
    """Paths of what it was made from."""
