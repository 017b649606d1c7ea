"""Strings by which a text is cited, to a page that shows them to a reader who has no script; and one for this site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as escape_html

from florilegium.citing.locators import Heading, Located, headings, located
from florilegium.citing.seams import NUMBER
from florilegium.citing.texts import CitedText, heading_told, page_ranges, paged, styles_told, through
from florilegium.citing.works import LINK, ByStyle, CitedPlaces, CitedWork
from florilegium.model import Collection, OutputFile
from florilegium.pages import places
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape, from_html
from florilegium.pages.views import Link, made_from, notices, title

SPACE = "\N{NO-BREAK SPACE}"
LINKED = f'<a href="{LINK}">{LINK}</a>'
SITE_TITLE = "How to cite this site"
SITE_DESCRIPTION = "How to cite this collection as a whole in every style; its texts have pages of their own."


@dataclass(frozen=True, slots=True)
class _Row:
    """A citation in one style, all Markdown."""

    name: str
    words: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Section:
    """What can be cited, and how, all Markdown."""

    title: str
    said: str
    rows: Sequence[_Row]


def guides(
    texts: Sequence[CitedText], whole: CitedWork, collection: Collection, printed: CitedPlaces
) -> tuple[OutputFile, ...]:
    """Return the page of each text, and the one of this site, which as a whole is cited as `whole`."""
    return (*(_text_guide(text, collection, printed) for text in texts), _site_guide(texts, whole, collection))


def _text_guide(text: CitedText, collection: Collection, printed: CitedPlaces) -> OutputFile:
    record = text.placed.source.record
    path = places.cite_page(record.id)
    name = title(text.placed)
    return page(
        "cite.md.j2",
        path,
        {
            "title": f"How to cite {record.short}",
            "description": f"{name}: its citation in every style, for the whole text, a paragraph and a note.",
            "cited_as": "",
        },
        ("mkdocs.yml", *made_from(collection, [text.placed])),
        collection.edition,
        crumbs=(
            Link("Home", places.link(path, places.HOME_PAGE)),
            Link("Sources", places.link(path, places.SOURCES_PAGE)),
            Link(escape(record.short), places.link(path, places.source_page(record.id))),
            Link("How to cite it"),
        ),
        title=f"How to cite *{escape(name)}*",
        notices=notices(text.placed),
        sections=[*_whole(text, collection), *_paragraph(text, collection, printed), *_note(text, collection)],
        records=[
            Link(label, places.link(path, places.record_data(record.id, ending)))
            for ending, label in (("ris", "RIS"), ("json", "CSL-JSON"), ("bib", "BibLaTeX"))
        ],
        texts=(),
        unknown=not collection.edition.url,
        help=places.link(path, places.CITING_PAGE),
    )


def _site_guide(texts: Sequence[CitedText], whole: CitedWork, collection: Collection) -> OutputFile:
    path = places.CITE_PAGE
    return page(
        "cite.md.j2",
        path,
        {"title": SITE_TITLE, "description": SITE_DESCRIPTION, "cited_as": ""},
        ("mkdocs.yml", *made_from(collection, [text.placed for text in texts])),
        collection.edition,
        crumbs=(Link("Home", places.link(path, places.HOME_PAGE)), Link(SITE_TITLE)),
        title=SITE_TITLE,
        notices=None,
        sections=[
            _Section(
                "The collection",
                "Cite it where you speak of the collection itself: its themes, its index, its introductions. A text in "
                "it is cited as the work that it is.",
                _both(whole, whole.cited, collection, _address(places.HOME_PAGE, collection)),
            )
        ],
        records=(),
        texts=[
            Link(escape(record.short), places.link(path, places.cite_page(record.id)))
            for record in (text.placed.source.record for text in texts)
        ],
        unknown=not collection.edition.url,
        help=places.link(path, places.CITING_PAGE),
    )


def _whole(text: CitedText, collection: Collection) -> list[_Section]:
    address = _address(places.source_page(text.placed.source.record.id), collection)
    alone = "The words are not the publisher’s: cite this edition alone."
    said = "As the text stands on this site." if text.original else alone
    ours = _Section("This edition", said, _both(text.edition, text.edition.cited, collection, address))
    if text.original is None:
        return [ours]
    said = "As its publisher printed it: what you cite, unless it is this site that you speak of."
    return [_Section("The original work", said, _both(text.original, text.original.cited, collection, address)), ours]


def _paragraph(text: CitedText, collection: Collection, printed: CitedPlaces) -> list[_Section]:
    """Return how a ¶ is cited, by one that has a place in the original if there is any."""
    document, record = text.placed.document, text.placed.source.record
    found = located(document, knows_pages=record.first_page is not None)
    if not found:
        return []
    told = headings(document)
    block = next((one for one, at in found.items() if at.pages or told[at.heading].named), next(iter(found)))
    number, address = block[1:], _address(f"{places.source_page(record.id)}#{block}", collection)
    ours = {
        style: forms["paragraph"].replace(NUMBER, number)
        for style, forms in text.edition.located.items()
        if "paragraph" in forms
    }
    edition = _Section(
        f"A paragraph: ¶{SPACE}{number}, in this edition",
        "By its number here, with its own address.",
        _rows(ours, collection, address),
    )
    if text.original is None:
        return [edition]
    heading = told[found[block].heading]
    cited, remarks = _placed(text, text.original, found[block], heading, printed)
    by = "The place is the printed page." if found[block].pages else "The place is the heading above it."
    if not found[block].pages and not heading.named:
        by = "It has no heading by which it could be found."
    said = f"{by} The numbers of the paragraphs are ours, and are not given as the publisher’s. {paged(text.placed)}"
    original = _Section(
        f"A paragraph: ¶{SPACE}{number}, in the original", said.strip(), _rows(cited, collection, address, remarks)
    )
    return [original, edition]


def _placed(
    text: CitedText, original: CitedWork, at: Located, heading: Heading, printed: CitedPlaces
) -> tuple[ByStyle, ByStyle]:
    """Return the original cited with the place of a ¶, and what the writer has to do."""
    if not at.pages:
        told = heading_told(heading, original)
        return told.cited, told.remarks
    numbers = sorted({page for page, _ in at.pages})
    label, run = ("page", str(numbers[0])) if len(numbers) == 1 else ("pages", f"{numbers[0]}–{numbers[-1]}")
    shortened = page_ranges(text, printed)
    return {
        style: forms[label].replace(NUMBER, shortened.get(style, {}).get(run, run))
        for style, forms in original.located.items()
        if label in forms
    }, {}


def _note(text: CitedText, collection: Collection) -> list[_Section]:
    """Return how a note is cited, by the first that names a single work."""
    record, cited = text.placed.source.record, text.original or text.edition
    note = next((number for number, works in text.works.items() if len(works) == 1), "")
    if not note:
        return []
    address = _address(f"{places.source_page(record.id)}#n{note}", collection)
    forms = through(cited)
    named = "the work that it cites"
    rows = {style: told.one.replace("{work}", f"[{named}],").replace(NUMBER, note) for style, told in forms.items()}
    remarks = {style: told.remark for style, told in forms.items()}
    own = {style: told["note"].replace(NUMBER, note) for style, told in cited.located.items() if "note" in told}
    witness = [
        _Section(
            f"A work as cited in n.{SPACE}{note}",
            "See and cite the work itself: its title in the note leads to it. This is for where you could not.",
            _rows(rows, collection, address, remarks),
        )
    ]
    return [
        *(witness if rows else ()),
        _Section(
            f"The note itself: n.{SPACE}{note}",
            "Where you quote what the note itself says.",
            _rows(own, collection, address),
        ),
    ]


def _both(work: CitedWork, cited: ByStyle, collection: Collection, address: str) -> list[_Row]:
    """Return for each style how a work is cited, and its entry in the list."""
    rows = []
    for style in styles_told(collection.styles, work):
        for form, html in ((style["cited"], cited[style["id"]]), (style["listed"], work.listed[style["id"]])):
            rows.append(_Row(escape(f"{style['label']}: {form}"), _shown(html, address)))
    return rows


def _rows(cited: ByStyle, collection: Collection, address: str, remarks: ByStyle | None = None) -> list[_Row]:
    return [
        _Row(escape(style.label), _shown(cited[style.id], address), escape((remarks or {}).get(style.id, "")))
        for style in collection.styles
        if style.id in cited
    ]


def _shown(html: str, address: str) -> str:
    """Return a citation as Markdown, with its address; that of a site which is nowhere yet is no link."""
    known = html if "…" not in address else html.replace(LINKED, LINK)
    return from_html(known.replace(LINK, escape_html(address)))


def _address(page_path: str, collection: Collection) -> str:
    path, hash_, anchor = page_path.partition("#")
    return f"{collection.edition.url or 'https://…/'}{places.address(path)}{hash_}{anchor}"
