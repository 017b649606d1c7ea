"""How Zotero reads what it is given, as far as kinds and fields of works go: observed on its own translators."""

from __future__ import annotations

from dataclasses import dataclass, field

DROPPED_FROM_BIB = frozenset(
    "www dataset periodical reference standard legal suppbook bookinbook mvcollection set review hearing speech".split()
)
"""Entry types that are lost without a word."""

CSL_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()
)
REFUSED = frozenset({"software", "web"})
"""One of these among the items, and the whole file is no CSL-JSON to it."""

RIS_TYPES = {
    "BILL": "bill",
    "BLOG": "blogPost",
    "BOOK": "book",
    "CASE": "case",
    "CHAP": "bookSection",
    "CONF": "conferencePaper",
    "ELEC": "webpage",
    "HEAR": "hearing",
    "JOUR": "journalArticle",
    "MGZN": "magazineArticle",
    "NEWS": "newspaperArticle",
    "RPRT": "report",
    "STAT": "statute",
    "THES": "thesis",
}
NO_TYPE = "journalArticle"

ARTICLES = {"journalArticle", "magazineArticle", "newspaperArticle"}
RIS_FIELDS: dict[str, dict[str, set[str]]] = {
    "AU": {"author": set()},
    "A2": {"editor": {"journalArticle", "bookSection", "conferencePaper"}, "seriesEditor": {"book", "report"}},
    "A3": {"editor": {"book"}},
    "ED": {"editor": set()},
    "T2": {
        "bookTitle": {"bookSection"},
        "blogTitle": {"blogPost"},
        "websiteTitle": {"webpage"},
        "seriesTitle": {"report"},
        "series": {"book"},
        "publicationTitle": ARTICLES,
        "conferenceName": {"conferencePaper"},
        "code": {"bill", "statute"},
    },
    "SN": {"ISSN": ARTICLES, "reportNumber": {"report"}, "ISBN": set()},
    "PB": {"institution": {"report"}, "university": {"thesis"}, "court": {"case"}, "publisher": set()},
    "M1": {
        "seriesNumber": {"book"},
        "billNumber": {"bill"},
        "documentNumber": {"hearing"},
        "publicLawNumber": {"statute"},
        "accessDate": {"webpage"},
        "extra": set(),
    },
    "M3": {"reportType": {"report"}, "thesisType": {"thesis"}, "websiteType": {"webpage", "blogPost"}, "DOI": set()},
    "SP": {"numPages": {"book", "thesis"}, "pages": set()},
    "VL": {"accessDate": {"webpage"}, "codeNumber": {"statute"}, "volume": set()},
    "DA": {"dateEnacted": {"statute"}, "dateDecided": {"case"}, "date": set()},
    "TI": {"nameOfAct": {"statute"}, "caseName": {"case"}, "title": set()},
    "T3": {
        "legislativeBody": {"bill", "hearing"},
        "series": {"book", "bookSection", "conferencePaper", "journalArticle"},
    },
    "SE": {"section": set()},
    "ET": {"edition": set()},
    "IS": {"issue": set()},
    "CY": {"place": set()},
    "DO": {"DOI": set()},
    "UR": {"url": set()},
    "LA": {"language": set()},
    "Y2": {"accessDate": set()},
    "NV": {"numberOfVolumes": set()},
    "N1": {"note": set()},
}
"""The field of a tag by the kind of item; a field without kinds is for all others."""


@dataclass
class Imported:
    """An item of a library."""

    kind: str
    creators: list[tuple[str, str, str]] = field(default_factory=list)
    """Role, last name or whole name, first name."""
    fields: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def import_ris(text: str) -> list[Imported]:
    """Read entries as Zotero does; of two values for one field the second is lost, as is an unknown tag."""
    items: list[Imported] = []
    for line in text.splitlines():
        tag, value = line[:2], line[6:].strip()
        if tag == "TY":
            items.append(Imported(RIS_TYPES.get(value, NO_TYPE)))
        elif tag in RIS_FIELDS and value:
            _read(items[-1], tag, value)
        elif tag == "EP":
            items[-1].fields["pages"] += f"-{value}"
        elif tag == "PY":
            items[-1].fields.setdefault("year", value)
    for item in items:
        year = item.fields.pop("year", "")
        name = next(iter(_names("DA", item.kind)))
        if year:
            item.fields.setdefault(name, year)
    return items


def _read(item: Imported, tag: str, value: str) -> None:
    name = _names(tag, item.kind)[0]
    if name in ("author", "editor", "seriesEditor"):
        last, _, first = value.partition(",")
        item.creators.append((name, last.strip(), first.strip()))
    elif name == "note":
        item.notes.append(value)
    elif name in ("date", "dateEnacted", "dateDecided", "accessDate") and "/" in value:
        item.fields[name] = _date(value)
    else:
        item.fields.setdefault(name, value)


def _names(tag: str, kind: str) -> list[str]:
    named = [name for name, kinds in RIS_FIELDS[tag].items() if kind in kinds]
    return named or [name for name, kinds in RIS_FIELDS[tag].items() if not kinds] or ["unknown"]


def _date(value: str) -> str:
    year, *rest = value.split("/")
    known = [part for part in rest[:2] if part]
    other = rest[2] if len(rest) > 2 and not known else ""
    day = rest[1:2] if len(known) == 2 else []
    return f"{other} {year}" if other else "-".join([year, *known[:1], *day])
