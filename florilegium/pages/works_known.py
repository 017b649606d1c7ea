"""References, and where they are cited, to what the pages of the bibliography ask of a work.

Two editions of one work are two entries, each with its own address, but one work when it is counted who cites it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from florilegium import bibliography
from florilegium.model import CitedAt, Record, Reference, Source
from florilegium.works import citing_sources, editions_of_one_work

KINDS = {
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "News article",
    "bill": "Bill",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Data set",
    "entry-encyclopedia": "Encyclopedia entry",
    "graphic": "Picture",
    "hearing": "Hearing",
    "legal_case": "Court decision",
    "legislation": "Law",
    "manuscript": "Unpublished work",
    "motion_picture": "Film",
    "pamphlet": "Pamphlet",
    "paper-conference": "Conference paper",
    "patent": "Patent",
    "personal_communication": "Letter",
    "post-weblog": "Blog post",
    "regulation": "Regulation",
    "report": "Report",
    "review": "Review",
    "song": "Recording",
    "thesis": "Thesis",
    "treaty": "Treaty",
    "webpage": "Web page",
}
"""By type of CSL; all else is a document."""
SUBKINDS = {"resolution": "Resolution"}
"""What `entrysubtype` says, where CSL has no type for it."""
ARCHIVES = frozenset(
    """archive.fo archive.is archive.li archive.md archive.ph archive.today archive.vn perma.cc
    web.archive.org""".split()
)
ARCHIVED_DAY_RE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?(?!\d)")
"""The beginning of a date: `2020-10-08`; of a season, `2002-21`, the year alone."""


@dataclass(frozen=True, slots=True)
class WorksKnown:
    """What is known of all works, by key."""

    references: Mapping[str, Reference]
    cited: Mapping[str, tuple[CitedAt, ...]]
    editions: Mapping[str, frozenset[str]]
    """All editions of the same work that stand in a list, itself among them."""
    citing: Mapping[str, frozenset[str]]
    """The sources whose notes cite any edition of a work."""
    texts: Mapping[str, tuple[str, ...]]
    """The sources that are the work itself; most works have none here."""
    records: Mapping[str, Record]
    """The sources by their ids."""


def works_known(references: Sequence[Reference], cited: Sequence[CitedAt], sources: Sequence[Source]) -> WorksKnown:
    """Return what is known of all works."""
    texts: dict[str, tuple[str, ...]] = {}
    for source in sources:
        texts[source.reference.key] = (*texts.get(source.reference.key, ()), source.record.id)
    places: dict[str, list[CitedAt]] = {one.key: [] for one in references}
    for one in cited:
        places[one.reference].append(one)
    editions = editions_of_one_work(references)
    citing = citing_sources(cited, editions)
    # An edition that nothing cites stands in no list, and cannot be linked.
    listed = {key for key, found in places.items() if found} | texts.keys()
    return WorksKnown(
        {one.key: one for one in references},
        {key: tuple(found) for key, found in places.items()},
        {key: frozenset(one for one in tied if one == key or one in listed) for key, tied in editions.items()},
        {one.key: citing.get(one.key, frozenset()) for one in references},
        texts,
        {source.record.id: source.record for source in sources},
    )


def kind_of_work(reference: Reference) -> str:
    """Return what a work is, as a reader says it."""
    subkind = SUBKINDS.get(bibliography.field(reference, "entrysubtype"))
    return subkind or KINDS.get(bibliography.csl_type(reference), "Document")


def original_address(reference: Reference) -> str:
    """Return where a work stands on the web, empty where its entry does not say."""
    doi = bibliography.doi(reference)
    return bibliography.field(reference, "url") or (f"https://doi.org/{doi}" if doi else "")


def is_archived(address: str) -> bool:
    """Say whether an address is that of a copy which an archive keeps."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return host in ARCHIVES or (host == "archive.org" and parts.path.startswith("/web/"))


def archived_address(reference: Reference) -> str:
    """Return where an archive has a page as it was when it was read, or else when it appeared.

    Empty without an address, and for that of an archive itself. The archive turns to the nearest day on which it saved
    the page, so nothing is asked of it here.
    """
    url = bibliography.field(reference, "url")
    if not url or is_archived(url):
        return ""
    day = ARCHIVED_DAY_RE.match(bibliography.field(reference, "urldate") or bibliography.field(reference, "date"))
    moment = "".join(part or "" for part in day.groups()) + "/" if day else ""
    return f"https://web.archive.org/web/{moment}{url}"
