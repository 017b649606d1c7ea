"""What several kinds of page say of a source or a passage, as the templates receive it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from florilegium import bibliography
from florilegium.addresses import addresses
from florilegium.model import AUTHORS_TEXT, CONTEXT, Block, Collection, PlaceCited, Placed, Reference, Theme, WorkCited
from florilegium.pages.head import as_metadata, source_tags
from florilegium.pages.markdown import escape, with_addresses
from florilegium.pages.number_runs import numbered, runs
from florilegium.sentences import sentence_ends

OPENING_WORDS = 30
"""Words of an opening at the most, where a first sentence is longer."""
PAUSE_WITHIN = 8
"""Of these words the last, among which an opening ends at a pause rather than in the middle of a phrase."""
PAUSES = (",", ";", ":", "–", "—")
UNKNOWN = "not known"
EXCERPT = (
    "Its owner allows no more than this: headings, the first sentence of each paragraph, and all notes. "
    "What is left out is marked […], and the notes cited there follow the sign."
)
PAGES_COUNTED = (
    "Page numbers are counted from the page breaks of the file we received; compare them with the original before you "
    "cite one."
)
PUBLISHED = {"full": "in full", "excerpt": "as an excerpt: headings, first sentences and all notes"}
WORDING = {"verbatim": "as published", "paraphrased": "paraphrased: not the publisher’s words"}
SHOWN = {"verbatim": "the text", "paraphrased": "a paraphrase"}
"""What a page of a source holds. By whom the words were changed, the note of its record says."""
PARAPHRASED = "A paraphrase: not to be quoted or cited as the author’s or the publisher’s words."


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a record, both halves Markdown."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page, both halves Markdown; without a target it is the page itself."""

    label: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Notices:
    """What a reader must know before quoting; empty where it does not hold."""

    paraphrased: str
    """What was done to the words, in Markdown."""
    excerpt: str
    """What is left out, at the wish of the owner, in Markdown."""
    quoted_class: str
    """Class of words that are not the publisher's, with the space before it."""


def theme_title(theme: str, themes: Sequence[Theme]) -> str:
    """Return the title of a theme, or what stands for none."""
    return next((one.title for one in themes if one.id == theme), "Context")


def theme_ids(themes: Sequence[Theme]) -> tuple[str, ...]:
    """Return all themes in their order, the context last."""
    return (*(theme.id for theme in themes), CONTEXT)


def made_from(collection: Collection, placed: Sequence[Placed]) -> tuple[str, ...]:
    """Return the files of which a page that shows placed ¶ is made: all themes compete for each."""
    texts = (path for one in placed for path in (one.source.record.text_path, one.source.record.path))
    return (*texts, *(theme.path for theme in collection.themes), "citations.bib")


def linked_from(collection: Collection, placed: Sequence[Placed]) -> tuple[str, ...]:
    """Return the same of a page that names the index terms of its ¶ as well, and what else they are tied to."""
    terms = ("sources/terms.yml",) if collection.authority.terms else ()
    return (*made_from(collection, placed), *terms)


def title(placed: Placed) -> str:
    """Return the title of a source, in plain text."""
    return bibliography.title(placed.source.reference)


def author_line(placed: Placed) -> str:
    """Return authors and date in plain text, what is not known said to be so."""
    reference = placed.source.reference
    who = ", ".join(bibliography.authors(reference)) or "Author not named"
    return f"{who} ({bibliography.date(reference) or 'date not known'})"


def description(placed: Placed) -> str:
    """Return a line of ours on the page of a source, in plain text."""
    return f"{title(placed)}. {author_line(placed)}: {SHOWN[placed.source.record.fidelity]} with its notes."


def source_head(placed: Placed, references: Mapping[str, Reference]) -> list[dict[str, str]]:
    """Return what citation managers read on a page of a source: the work by which it may be cited."""
    offered = references[placed.source.reference.key]
    url = bibliography.field(offered, "url")
    return as_metadata(source_tags(bibliography.csl_item(offered), url, description(placed)))


def notices(placed: Placed) -> Notices:
    """Return what a reader must know before quoting."""
    record = placed.source.record
    paraphrased = record.fidelity == "paraphrased"
    return Notices(
        paraphrased=escape(record.fidelity_note) if paraphrased else "",
        excerpt=escape(EXCERPT) if record.publish == "excerpt" else "",
        quoted_class=f" {record.fidelity}" if paraphrased else "",
    )


def pages_note(placed: Placed) -> str:
    """Return what a reader must know of marked pages, as Markdown: whether their numbers are printed or counted."""
    counted = placed.source.record.first_page is None and any(block.pages for block in placed.document.blocks)
    return escape(PAGES_COUNTED) if counted else ""


def spoken(theme: str, placed: Sequence[Placed]) -> tuple[int, int]:
    """Return how many ¶ stand under a theme, and how many more speak of it."""
    placings = [placing for one in placed for placing in one.placings]
    return sum(one.theme == theme for one in placings), sum(theme in one.also for one in placings)


def has_passages(theme: str, placed: Placed) -> bool:
    """Say whether a source has a page under a theme: it stands under it, or speaks of it as well."""
    return any(spoken(theme, (placed,)))


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many}"


def facts(placed: Placed) -> tuple[Fact, ...]:
    """Return what is known of a source, its author first."""
    record, reference = placed.source.record, placed.source.reference
    url = bibliography.field(reference, "url")
    counted = sum(block.kind in AUTHORS_TEXT for block in placed.document.blocks)
    pages = [page for block in placed.document.blocks for page, _ in block.pages]
    known = (
        Fact("Author", escape(", ".join(bibliography.authors(reference)) or UNKNOWN)),
        Fact(
            "The original published in" if record.fidelity == "paraphrased" else "Published in",
            escape(bibliography.published_in(reference) or UNKNOWN),
        ),
        Fact("Date", escape(bibliography.date(reference) or UNKNOWN)),
        Fact("Address", _address(url) if url else UNKNOWN),
        *((Fact("The original may be found at", _address(record.original_at)),) if record.original_at else ()),
        Fact("Wording", WORDING[record.fidelity]),
        Fact("Received as", escape(record.received or UNKNOWN)),
        *(
            (Fact("Added by us, not in the file we received", escape(", ".join(record.supplied))),)
            if record.supplied
            else ()
        ),
        Fact("Rights", escape(record.rights)),
        Fact("Shown", PUBLISHED[record.publish]),
        Fact("Length", f"{count(counted, 'paragraph', 'paragraphs')}, {_counted_notes(len(placed.document.notes))}"),
    )
    if not pages:
        return known
    numbered_from = f"{max(pages) - min(pages) + 1}, numbered from {min(pages)}"
    return (*known, Fact("Pages", ". ".join(filter(None, (numbered_from, pages_note(placed))))))


def _counted_notes(number: int) -> str:
    return count(number, "note", "notes") if number else "no notes"


def _address(address: str) -> str:
    return with_addresses(address, addresses(address))


def heading_path(headings: Sequence[str]) -> str:
    """Return headings as Markdown, outermost first."""
    return " › ".join(escape(heading) for heading in headings)


def numbers(blocks: Sequence[str]) -> str:
    """Return ids of ¶ as a reader says them: `¶ 12–14, 16`. The sign stays with its number."""
    return "¶\N{NO-BREAK SPACE}" + ", ".join(numbered(*run) for run in runs(blocks))


def place_named(place: PlaceCited, short: str) -> str:
    """Return how a place is named where an editor cites it, in plain text: `Brief 2022, ¶ 12–14`."""
    sign = "¶" if place.first.startswith("p") else "n."
    return f"{short}, {sign}\N{NO-BREAK SPACE}{numbered(place.first, place.last)}"


def work_named(cited: WorkCited, reference: Reference) -> str:
    """Return how a work is named where an editor cites it, in plain text: `Power 2003, p. 7`."""
    return bibliography.short_name(reference) + (f", {cited.locator}" if cited.locator else "")


def opening(block: Block) -> str:
    """Return the first sentence of a ¶, or its first words and `…` where that is long; of a table, its head.

    The words end at a pause where there is one near their end. Its sign goes, and `…` stays with the last word.
    """
    if block.kind == "table":
        return f"Table: {', '.join(cell for cell in block.rows[0] if cell)}"
    ends = sentence_ends(block.text)
    sentence = block.text[: ends[0]] if ends else block.text
    words = sentence.split()
    if len(words) <= OPENING_WORDS:
        return sentence
    return " ".join(_to_pause(words[:OPENING_WORDS])) + "\N{NO-BREAK SPACE}…"


def _to_pause(words: Sequence[str]) -> Sequence[str]:
    """Leave out what follows the last pause among the last words, if there is one."""
    for at in range(len(words) - 1, len(words) - 1 - PAUSE_WITHIN, -1):
        if words[at].endswith(PAUSES):
            last = words[at].rstrip("".join(PAUSES))
            return (*words[:at], *((last,) if last else ()))
    return words
