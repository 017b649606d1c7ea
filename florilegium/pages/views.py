"""What several kinds of page say of a source or a passage, as the templates receive it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from florilegium import bibliography
from florilegium.addresses import addresses
from florilegium.model import AUTHORS_TEXT, CONTEXT, Block, Collection, Passage, Placed, Theme
from florilegium.pages import places
from florilegium.pages.markdown import escape, with_addresses
from florilegium.sentences import sentence_ends

OPENING_WORDS = 30
"""Words of an opening at the most, where a first sentence is longer."""
UNKNOWN = "not known"
FIDELITY = {"verbatim": "the publisher’s words", "paraphrased": "paraphrased: not the publisher’s words"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a record, both halves Markdown."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage, as lists of passages show it."""

    headings: str
    """Markdown; empty where the passage stands under no heading."""
    numbers: str
    """`¶ 12–14`"""
    opening: str
    """Markdown."""
    target: str
    """Link to its first ¶."""
    anchor: str
    """Id of its heading on a page that shows it whole."""


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


def title(placed: Placed) -> str:
    """Return the title of a source, in plain text."""
    return bibliography.title(placed.source.reference)


def author_line(placed: Placed) -> str:
    """Return authors and date in plain text, what is not known said to be so."""
    reference = placed.source.reference
    who = ", ".join(bibliography.authors(reference)) or "Author not named"
    return f"{who} ({bibliography.date(reference) or 'date not known'})"


def warning(placed: Placed) -> str:
    """Return as Markdown what a reader must know before quoting; empty where the text is the publisher's."""
    record = placed.source.record
    return escape(record.fidelity_note) if record.fidelity == "paraphrased" else ""


def facts(placed: Placed) -> tuple[Fact, ...]:
    """Return what is known of a source."""
    record, reference = placed.source.record, placed.source.reference
    url = bibliography.field(reference, "url")
    counted = sum(block.kind in AUTHORS_TEXT for block in placed.document.blocks)
    pages = [page for block in placed.document.blocks for page, _ in block.pages]
    known = (
        Fact("Author", escape(", ".join(bibliography.authors(reference)) or UNKNOWN)),
        Fact("Published in", escape(bibliography.published_in(reference) or UNKNOWN)),
        Fact("Date", escape(bibliography.date(reference) or UNKNOWN)),
        Fact("Address", with_addresses(url, addresses(url)) if url else UNKNOWN),
        Fact("Fidelity", FIDELITY[record.fidelity]),
        Fact("Received as", escape(record.received or UNKNOWN)),
        Fact("Supplied by the record, not by the text", escape(", ".join(record.supplied)) or "nothing"),
        Fact("Rights", escape(record.rights)),
        Fact("Extent", f"{counted} ¶, {len(placed.document.notes)} notes"),
    )
    counted_pages = (
        f"{max(pages) - min(pages) + 1}, counted from {min(pages)} at the breaks of the file" if pages else ""
    )
    return (*known, Fact("Pages", counted_pages)) if pages else known


def passage_view(passage: Passage, placed: Placed, from_page: str, to_page: str) -> PassageView:
    """Return a passage with a link to it from another page."""
    blocks = {block.id: block for block in placed.document.blocks}
    return PassageView(
        headings=" › ".join(escape(heading) for heading in passage.headings),
        numbers=numbers(passage.blocks),
        opening=escape(opening(blocks[passage.blocks[0]])),
        target=places.link(from_page, to_page, passage.blocks[0]),
        anchor=f"passage-{passage.blocks[0]}",
    )


def numbers(blocks: Sequence[str]) -> str:
    """Return ids of neighbouring ¶ as a reader says them: `¶ 12–14`."""
    first, last = blocks[0][1:], blocks[-1][1:]
    return f"¶ {first}" if first == last else f"¶ {first}–{last}"


def opening(block: Block) -> str:
    """Return the first sentence of a ¶, or its first words and `…` where that is long."""
    ends = sentence_ends(block.text)
    sentence = block.text[: ends[0]] if ends else block.text
    words = sentence.split()
    return sentence if len(words) <= OPENING_WORDS else " ".join(words[:OPENING_WORDS]) + " …"
