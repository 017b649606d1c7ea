"""A citation without an entry to the entry that its words give: type and fields, nothing that is not printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from florilegium.bibliography import Name
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.quotes import double_quoted
from florilegium.citations.drafts.imprints import EDITION_RE, Imprint, read_edition, read_imprint
from florilegium.citations.drafts.legal import read_law
from florilegium.citations.matching import cited_date
from florilegium.citations.printed_dates import access_date
from florilegium.citations.printed_names import PrintedNames, is_body, printed_names

REPORT_RE = re.compile(
    r"\b(?:(?:Annual|Country|Final|Interim|Progress|Special|World|\d{4}) Reports?|Reports? (?:and|for|of|on|to))\b"
)
"""Not `Commission Releases Report`, which is news."""
MAGAZINE_RE = re.compile(r"\b(?:Magazine|Monthly|Review|Weekly)$")
NEWSPAPER_RE = re.compile(
    r"\b(?:Chronicle|Courier|Daily|Gazette|Globe|Guardian|Herald|Independent|Mail|Mirror|Observer|Post|Star|Sun"
    r"|Telegraph|Times|Tribune)$"
)
"""How newspapers are called the world over."""
JOURNAL_RE = re.compile(r"\bJournal\b")
"""Of scholars, or, with a date to the day, of news."""
EDITED_RE = re.compile(r"\(?eds?\.\)?,\s+")
QUOTES = tuple("“”‘’\"'")


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """An entry in the making, all values as printed."""

    entry_type: str
    names: PrintedNames
    title: str
    subtitle: str
    imprint: Imprint
    date: str
    accessed: str
    url: str
    subtype: str = ""

    @property
    def editors(self) -> tuple[Name, ...]:
        """Who edited the work, or what holds it."""
        return self.names.names if self.names.editors else self.imprint.editors


def draft_entry(cut: Cut, text: str) -> DraftEntry:
    """Return what the words of a citation tell; `text` is that of its note."""
    whole = " ".join(text[slice(*cut.title)].split())
    quoted = text[: cut.title[0]].endswith(QUOTES) or text[cut.title[1] :].startswith(QUOTES)
    if double_quoted(whole) == ((0, len(whole)),):
        whole, quoted = whole[1:-1].rstrip(".,"), True
    # American printers set a stop before the mark that closes a quotation; it belongs to the sentence of the note.
    whole = re.sub(r"[.,](?=[’”\"]$)", "", whole)
    # `Ann Orr, ed., Salt Roads (London: Heron, 2003)`
    edited = EDITED_RE.match(whole)
    whole = whole[edited.end() :] if edited else whole
    names = printed_names(f"{cut.authors}, {edited[0]}" if edited else cut.authors)
    imprint = read_imprint(cut.rest, quoted=quoted)
    edition = EDITION_RE.search(whole)
    if edition and edition.end() == len(whole):
        whole, imprint = whole[: edition.start()], replace(imprint, edition=read_edition(edition))
    title, _, subtitle = whole.partition(": ")
    url = next((url for url in cut.urls if not (imprint.doi and imprint.doi in url)), "")
    date = cited_date(cut)
    law = read_law(whole, cut.rest, bare=not quoted and not names.names)
    if law and not imprint.thesis and not imprint.booktitle:
        entry_type, subtype = law.entry_type, law.subtype
        # A bill names the congress that had it; of what has a number of its own, the rest is where it was printed.
        imprint = imprint if subtype == "bill" else Imprint(number=law.number)
    else:
        entry_type, subtype = _type(whole, names, imprint, date, url, quoted=quoted)
    return DraftEntry(entry_type, names, title, subtitle, imprint, date, access_date(cut.rest), url, subtype)


def _type(title: str, names: PrintedNames, imprint: Imprint, date: str, url: str, *, quoted: bool) -> tuple[str, str]:
    """Return the type of an entry, and its subtype, by what is printed."""
    persons = any(not name.literal for name in names.names)
    if imprint.thesis:
        return "thesis", ""
    if imprint.booktitle:
        return "incollection", ""
    if imprint.volume or (imprint.number and not imprint.kind):
        return "article", ""
    if imprint.publisher:
        return "collection" if names.editors else "book", ""
    if imprint.blog:
        return "online", "blog"
    if JOURNAL_RE.search(imprint.container) or NEWSPAPER_RE.search(imprint.container):
        scholarly = JOURNAL_RE.search(imprint.container) and len(date) < len("2002-01-31")
        return "article", "" if scholarly else "newspaper"
    if _is_report(title, imprint, date, url, persons=persons, quoted=quoted):
        return "report", ""
    if not quoted and persons and imprint.container and not url and len(date) <= len("2002"):
        return "book", ""
    # A month or a season is the date of an issue.
    if imprint.container and (
        re.fullmatch(r"\d{4}-\d\d", date) or "/" in date or MAGAZINE_RE.search(imprint.container)
    ):
        return "article", "magazine"
    return "online", ""


def _is_report(title: str, imprint: Imprint, date: str, url: str, *, persons: bool, quoted: bool) -> bool:
    """Say whether a work is a report: it says so, or its address does, or its form.

    A body issues it that dates it by nothing but the year, or it has pages, as no web page has.
    """
    says = re.search(r"\b(?:Report|Paper|Brief|(?:report|paper|brief)$)", imprint.kind)
    if says or imprint.symbol or REPORT_RE.search(title) or url.lower().endswith(".pdf"):
        return True
    if len(date) == len("2002") and re.search(r"\bReports?\b", title):
        return True
    if not persons and not quoted and (imprint.container or date):
        return True
    issued = is_body(imprint.container) if imprint.container else not persons
    return issued and not url and (len(date) == len("2002") or bool(imprint.pages))
