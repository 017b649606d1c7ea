"""An item as Zotero saves it: which fields its types have, and how a name that is one text is taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Creator = tuple[str, str, str]
"""Role, family name or name of a body, given name."""

COMMON = "title abstractNote date url language rights extra DOI"
FIELDS = {
    "report": "institution reportNumber reportType seriesTitle place pages",
    "bookSection": "bookTitle series seriesNumber volume edition place publisher pages ISBN",
    "book": "series seriesNumber volume edition place publisher numPages ISBN",
    "journalArticle": "publicationTitle volume issue pages series ISSN",
    "magazineArticle": "publicationTitle volume issue pages ISSN",
    "newspaperArticle": "publicationTitle place edition section pages ISSN",
    "conferencePaper": "proceedingsTitle conferenceName place publisher volume pages series ISBN",
    "thesis": "thesisType university place numPages",
    "webpage": "websiteTitle websiteType",
    "blogPost": "blogTitle websiteType",
    "bill": "billNumber section",
    "statute": "publicLawNumber pages section",
    "case": "court docketNumber",
    "hearing": "committee place publisher pages",
    "presentation": "presentationType place",
    "document": "publisher place",
}
"""Fields of Zotero's types, beside those common to all. A DOI goes to `extra` where a type has none: no matter here."""
OWN_NAMES = {
    "report": {"number": "reportNumber", "publisher": "institution"},
    "bookSection": {"publicationTitle": "bookTitle"},
    "conferencePaper": {"publicationTitle": "proceedingsTitle"},
    "thesis": {"publisher": "university"},
    "webpage": {"publicationTitle": "websiteTitle"},
    "blogPost": {"publicationTitle": "blogTitle"},
    "bill": {"number": "billNumber"},
    "statute": {"number": "publicLawNumber"},
    "case": {"number": "docketNumber"},
}
"""What a type calls a general field. (The title and date of laws and cases have other names too: not so here.)"""


@dataclass
class Saved:
    """An item as Zotero would save it."""

    item_type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[Creator] = field(default_factory=list)


def clean_author(name: str) -> tuple[str, str]:
    """Take a name apart, as is done with every name that is one text."""
    inverted = "," in name
    name = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if not inverted:
        given, _, family = name.rpartition(" ")
    else:
        family, *rest = re.split(r"[,،] ?", re.sub(r"\.([^ ])", r". \1", name, count=1))
        given = rest[0] if rest else ""
    words = [word for word in re.split(r"[\s.]+|(?=-)", given) if word]
    return family, " ".join(f"{word}." if re.fullmatch(r"-?[A-Z]", word) else word for word in words).replace(" -", "-")


def kept(item_type: str, values: dict[str, str], creators: list[Creator]) -> Saved:
    """Drop what a type has no field for."""
    own = {OWN_NAMES.get(item_type, {}).get(name, name): text for name, text in values.items()}
    known = {*COMMON.split(), *FIELDS[item_type].split()}
    return Saved(item_type, {name: text for name, text in own.items() if name in known}, creators)
