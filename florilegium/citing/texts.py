"""A placed source and the works that it is cited as, to what the scripts of the site are told of citing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from florilegium import bibliography
from florilegium.citing.locators import Heading, headings, located
from florilegium.citing.manuals import manual
from florilegium.citing.seams import under_heading, within_parentheses
from florilegium.citing.works import LABELS, RUN, ByStyle, CitedPlaces, CitedWork
from florilegium.model import Placed, Style
from florilegium.styles import Place

RANGED = 3
"""Pages of a run, at the most, for which it is told how a style abbreviates their numbers. Longer ones are in full."""


@dataclass(frozen=True, slots=True)
class CitedText:
    """A text of this site, and how it is cited."""

    placed: Placed
    original: CitedWork | None
    """None for a paraphrase: it may not be cited as what its publisher printed."""
    edition: CitedWork
    """The text as this site has it; its numbers of ¶ are ours."""
    works: Mapping[str, Sequence[str]]
    """Keys of the works that each note names, in its order, by the number of the note."""


@dataclass(frozen=True, slots=True)
class HeadingTold:
    """How each style cites what stands under a heading."""

    cited: ByStyle
    remarks: ByStyle
    """What the writer has to do, in plain text."""


@dataclass(frozen=True, slots=True)
class Through:
    """How a style cites a work that is known through a note of a text."""

    one: str
    """HTML, with `{work}` and `NUMBER`."""
    remark: str
    """What the writer has to do, in plain text."""
    both: bool
    """Whether the list has both works, or the text alone."""


def page_runs(placed: Placed) -> tuple[str, ...]:
    """Return the short runs of printed pages of a text, `107–108`; none where the printed numbers are not known."""
    if placed.source.record.first_page is None:
        return ()
    pages = sorted({page for block in placed.document.blocks for page, _ in block.pages})
    return tuple(f"{first}–{last}" for first in pages for last in pages if first < last < first + RANGED)


def run_places(key: str, runs: Sequence[str]) -> tuple[Place, ...]:
    """Return the places of a work whose citations tell how its runs of pages are printed."""
    return tuple((key, f"pp. {run}") for run in runs)


def text_data(text: CitedText, styles: Sequence[Style], published: str, printed: CitedPlaces) -> dict[str, object]:
    """Return all that is told of a text, as plain data."""
    record, reference = text.placed.source.record, text.placed.source.reference
    document = text.placed.document
    found = located(document, knows_pages=record.first_page is not None)
    cited = text.original or text.edition
    return {
        "id": record.id,
        "short": record.short,
        "title": bibliography.title(reference),
        "author": ", ".join(bibliography.authors(reference)),
        "paraphrased": text.original is None,
        "notice": " ".join(record.fidelity_note.split()) if text.original is None else "",
        "paged": paged(text.placed),
        "published": published,
        "styles": styles_told(styles, cited),
        "original": _located_data(text.original, without=("paragraph", "paragraphs")) if text.original else None,
        "edition": _located_data(text.edition, without=("page", "pages")),
        "headings": [_heading(one, text.original) for one in headings(document)] if text.original else [],
        "paragraphs": {
            block: {
                "heading": one.heading,
                **({"pages": [list(page) for page in one.pages]} if one.pages else {}),
            }
            for block, one in found.items()
        },
        "ranges": page_ranges(text, printed),
        "notes": {note.id: list(text.works.get(note.number, ())) for note in document.notes},
        "through": {style: asdict(one) for style, one in through(cited).items()},
    }


def styles_told(styles: Sequence[Style], work: CitedWork) -> list[dict[str, str]]:
    """Return the styles, and what each calls its two forms: a note, or words in the text; and its list."""
    return [
        {
            "id": style.id,
            "label": style.label,
            "cited": "note" if style.id in work.in_notes else "in the text",
            "listed": manual(style.id).listed,
        }
        for style in styles
    ]


def work_data(work: CitedWork) -> dict[str, object]:
    """Return a work that is cited whole as plain data."""
    return {
        "key": work.key,
        "name": work.name,
        "cited": work.cited,
        "listed": work.listed,
        **({"remark": work.remark} if work.remark else {}),
        **({"alike": sorted(work.alike)} if work.alike else {}),
        "files": work.files,
    }


def _located_data(work: CitedWork, without: Sequence[str]) -> dict[str, object]:
    """Return a work as plain data, with the places in it but for some."""
    told = {
        style: {label: html for label, html in forms.items() if label not in without}
        for style, forms in work.located.items()
    }
    return work_data(work) | ({"located": told} if any(told.values()) else {})


def _heading(heading: Heading, work: CitedWork) -> dict[str, object]:
    told = heading_told(heading, work)
    return {
        "name": heading.name,
        "within": heading.within,
        "named": heading.named,
        "cited": told.cited,
        "remarks": told.remarks,
    }


def heading_told(heading: Heading, work: CitedWork) -> HeadingTold:
    """Return how each style cites what stands under a heading of a work."""
    cited, remarks = {}, {}
    for style, whole in work.cited.items():
        known, forms = manual(style), work.located[style]
        named = heading.named if known.heading and "page" in forms else ""
        cited[style] = under_heading(forms["page"], known.heading, named) if named else whole
        if heading.named and known.heading_remark:
            remarks[style] = known.heading_remark.replace("{heading}", heading.named)
    return HeadingTold(cited, remarks)


def through(text: CitedWork) -> dict[str, Through]:
    """Return how each style that has words for it cites a work that is known through a note of the text."""
    told = {}
    for style, forms in text.located.items():
        known, note = manual(style), forms.get("note", "")
        if not (known.through and note):
            continue
        inner = within_parentheses(note)
        phrase = known.through.replace("{text}", inner)
        told[style] = Through(phrase if inner == note else f"({phrase})", known.through_remark, both=known.lists_both)
    return told


def paged(placed: Placed) -> str:
    """Say that the original has pages, where it is not known which; empty where they are known, or there are none.

    The pages of a part of a book are known as a whole.
    """
    if placed.source.record.first_page is not None:
        return ""
    pages = bibliography.field(placed.source.reference, "pages").replace("--", "–")
    marked = any(block.pages for block in placed.document.blocks)
    if not pages and not marked:
        return ""
    named = f" ({pages})" if pages else ""
    counted = " The pages marked here are counted by us." if marked else ""
    return f"The original has printed pages{named}: if you can see it, give its page and no heading.{counted}"


def page_ranges(text: CitedText, printed: CitedPlaces) -> dict[str, dict[str, str]]:
    """Return how each style prints a run of pages, where that is not both numbers in full."""
    work = text.original
    if work is None:
        return {}
    found: dict[str, dict[str, str]] = {}
    for run in page_runs(text.placed):
        for style, cited in printed.items():
            template, html = cited.get((work.key, LABELS["pages"]), ""), cited.get((work.key, f"pp. {run}"), "")
            before, _, after = template.partition(RUN)
            shown = html[len(before) : len(html) - len(after)]
            if template.count(RUN) == 1 and html == before + shown + after and shown != run:
                found.setdefault(style, {})[run] = shown
    return found
