"""A reference to an item of CSL-JSON, the form that citation processors and citation managers read.

No converter does this without loss: they lower titles, take newspapers for journals, and drop numbers and bodies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from florilegium.bibliography.dates import csl_date, read_date
from florilegium.bibliography.marked_titles import Titles, curly, marked
from florilegium.bibliography.name_lists import OTHERS, has_others, names
from florilegium.bibliography.vocabulary import LANGUAGES
from florilegium.bibliography.wording import field, joined
from florilegium.model import Reference

TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "article/magazine": "article-magazine",
    "article/newspaper": "article-newspaper",
    "artwork": "graphic",
    "audio": "song",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "dataset": "dataset",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "legislation",
    "legislation": "legislation",
    "legislation/bill": "bill",
    "legislation/hearing": "hearing",
    "legislation/regulation": "regulation",
    # A resolution is no statute of a country: as `legislation` it would be printed as “Pub. L. No.”
    "legislation/resolution": "report",
    "legislation/treaty": "treaty",
    "letter": "personal_communication",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    # A speech would print nothing in some styles: as `online` it is a web page, with the body that shows it.
    "online": "webpage",
    "online/blog": "post-weblog",
    "patent": "patent",
    # One item of a type that a citation manager does not know makes some refuse the whole file.
    "performance": "document",
    "periodical": "document",
    "report": "report",
    "review": "review",
    "software": "document",
    "standard": "document",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
}
"""BibLaTeX type, and its `entrysubtype` -> CSL type. What is not named is a book."""
ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})
PARTS = frozenset({"chapter", "entry-encyclopedia", "paper-conference"})
BOOKS = frozenset({"book", "pamphlet", *PARTS})
WEB = frozenset({"post-weblog", "webpage"})
LAWS = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
"""Of these, most styles print the body as `authority`, and no publisher."""

NAMES = (("author", "author"), ("editor", "editor"), ("translator", "translator"), ("bookauthor", "container-author"))
DATES = (("date", "issued"), ("urldate", "accessed"), ("origdate", "original-date"), ("eventdate", "event-date"))
TEXTS = (
    ("volume", "volume"),
    ("pagetotal", "number-of-pages"),
    ("volumes", "number-of-volumes"),
    ("chapter", "chapter-number"),
    ("edition", "edition"),
    ("version", "version"),
    ("location", "publisher-place"),
    ("origpublisher", "original-publisher"),
    ("origlocation", "original-publisher-place"),
    ("pubstate", "status"),
    ("eventtitle", "event"),
    ("venue", "event-place"),
    ("library", "archive_location"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("abstract", "abstract"),
)
"""Field -> variable, where they mean the same whatever the type. `annotation` is the editor's remark, for our pages."""
THESES = {"bathesis": "Bachelor’s thesis", "mathesis": "Master’s thesis", "phdthesis": "PhD thesis"}


def csl_item(reference: Reference, titles: Titles = "plain") -> dict[str, object]:
    """Return the item: for export (`plain`), or for a processor, by the case that the style wants for titles."""
    kind = csl_type(reference)
    texts = _published(reference, kind) | _numbers(reference, kind)
    texts |= {variable: field(reference, name) for name, variable in TEXTS}
    texts["genre"] = THESES.get(field(reference, "type"), field(reference, "type"))
    texts["page"] = re.sub(r"(?<=\d)\s*-\s*(?=\d)", "–", field(reference, "pages"))
    texts["note"] = _note(reference, titles)
    texts["language"] = LANGUAGES.get(field(reference, "langid"), field(reference, "langid"))
    if titles != "plain":
        texts = {variable: curly(text) for variable, text in texts.items()}
        texts["authority"] = texts["publisher"] if kind in LAWS else ""
    people = {variable: _names(reference, name, titles) for name, variable in NAMES}
    dates = {variable: csl_date(date) for name, variable in DATES if (date := read_date(field(reference, name)))}
    addresses = {"URL": field(reference, "url"), "DOI": doi(reference)}
    item = _titles(reference, kind, titles) | people | dates | texts | addresses
    return {"id": reference.key, "type": kind} | {variable: value for variable, value in item.items() if value}


def csl_type(reference: Reference) -> str:
    """Return the CSL type of a work."""
    whole = f"{reference.entry_type}/{field(reference, 'entrysubtype')}"
    return TYPES.get(whole) or TYPES.get(reference.entry_type, "book")


def doi(reference: Reference) -> str:
    """Return the DOI, without the address of its resolver."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", field(reference, "doi"), flags=re.IGNORECASE)


def _names(reference: Reference, name: str, titles: Titles) -> list[dict[str, str]]:
    people = [
        {"literal": one.literal}
        if one.literal
        else {
            part: said for part, said in (("family", one.family), ("given", one.given), ("suffix", one.suffix)) if said
        }
        for one in names(reference, name)
    ]
    # CSL has no sign for “and others”; pandoc takes this name for one. In an export it would be a person.
    return [*people, {"literal": OTHERS}] if titles != "plain" and has_others(reference, name) else people


def _title(reference: Reference, name: str, subname: str, titles: Titles) -> str:
    """Return a title with its subtitle, braces still in them until they are marked."""
    fields = dict(reference.fields)
    # The capitals of other languages are not ours to lower: a German noun has one anywhere.
    english = LANGUAGES.get(fields.get("langid", "english"), "").startswith("en")
    form: Titles = "protected" if titles == "sentence" and not english else titles
    return marked(joined(fields.get(name, ""), fields.get(subname, "")), form)


def _titles(reference: Reference, kind: str, titles: Titles) -> dict[str, str]:
    """Return the titles of a work and of what holds it. Names of journals, sites and series are never lowered."""
    whole = _title(reference, "booktitle", "booksubtitle", titles)
    if kind in PARTS and not whole:
        whole = _title(reference, "maintitle", "mainsubtitle", titles)
    journal = joined(field(reference, "journaltitle"), field(reference, "journalsubtitle"))
    site = field(reference, "organization") if kind in WEB else ""
    series = field(reference, "series")
    return {
        "title": _title(reference, "title", "subtitle", titles),
        "container-title": whole or _named(journal or site, titles),
        "collection-title": _named(series, titles),
        "title-short": _short_title(reference, titles),
    }


def _short_title(reference: Reference, titles: Titles) -> str:
    """Return the title by which later notes name a work: the one given, or for a processor the title alone.

    A single word is no title to tell a work by: `Kosovo`, before its subtitle.
    """
    fields = dict(reference.fields)
    given = fields.get("shorttitle", "")
    alone = titles != "plain" and fields.get("subtitle") and len(fields.get("title", "").split()) > 1
    return _title(reference, "shorttitle" if given else "title", "", titles) if given or alone else ""


def _named(name: str, titles: Titles) -> str:
    return name if titles == "plain" else curly(name)


def _published(reference: Reference, kind: str) -> dict[str, str]:
    """Return the publisher: of a report the body that issued it, of a web page none that is already its site."""
    organization = field(reference, "organization")
    publisher = field(reference, "institution") or field(reference, "publisher")
    if kind not in WEB:
        publisher = publisher or organization or field(reference, "howpublished")
    elif publisher == organization and not field(reference, "journaltitle"):
        publisher = ""
    return {"publisher": publisher}


def _numbers(reference: Reference, kind: str) -> dict[str, str]:
    """Return the number as what it is: of an issue, of a volume in a series, or of the work itself."""
    number, issue = field(reference, "number"), field(reference, "issue")
    if kind in ARTICLES:
        # Styles set the word “Article” before the number of one.
        eid = re.sub(r"^art(?:icle|\.)?\s+", "", field(reference, "eid"), flags=re.IGNORECASE)
        return {"issue": number or issue, "number": eid}
    if kind in BOOKS:
        return {"collection-number": number if field(reference, "series") else "", "number": field(reference, "eid")}
    return {"number": number or field(reference, "eid"), "issue": issue}


def _note(reference: Reference, titles: Titles) -> str:
    notes = [note for name in ("titleaddon", "note", "addendum") if (note := field(reference, name))]
    # Who takes a work home takes the editor's remark along: a slip of the print, say. No style prints it.
    remark = field(reference, "annotation")
    if titles == "plain" and remark and remark not in notes:
        notes.append(remark)
    if titles == "plain" and any(has_others(reference, name) for name, _ in NAMES):
        notes.append("Further names are not given.")
    return " ".join(note if note.endswith(".") or len(notes) == 1 else f"{note}." for note in notes)
