"""A reference to what a reader is told of it, in plain text: its title, who wrote it, when and where it appeared."""

from __future__ import annotations

import re

from florilegium.bibliography.dates import read_date, spoken
from florilegium.bibliography.name_lists import Name, has_others, names
from florilegium.bibliography.vocabulary import VERBATIM_FIELDS
from florilegium.model import Reference

PROTECTING_BRACES_RE = re.compile(r"[{}]")
CONTAINERS = ("journaltitle", "maintitle", "booktitle", "organization", "institution", "publisher")


def field(reference: Reference, name: str) -> str:
    """Return a field in plain text, without the braces that protect its capitals; empty where there is none."""
    value = dict(reference.fields).get(name, "")
    return value if name in VERBATIM_FIELDS else unbraced(value)


def unbraced(value: str) -> str:
    """Return a value as it is read: without braces, its dashes as dashes."""
    return PROTECTING_BRACES_RE.sub("", value).replace("---", "—").replace("--", "–")


def joined(title: str, subtitle: str) -> str:
    """Join title and subtitle by a colon; a title that ends in a sign of its own needs none."""
    if not title or not subtitle:
        return title or subtitle
    return f"{title} {subtitle}" if re.search(r"[?!:][”’}]*$", title) else f"{title}: {subtitle}"


def title(reference: Reference) -> str:
    """Return title and subtitle as they are printed."""
    return joined(field(reference, "title"), field(reference, "subtitle"))


def authors(reference: Reference) -> tuple[str, ...]:
    """Return all authors, persons with the given name first, bodies as they are, and last whether there are more."""
    others = ("and others",) if has_others(reference) else ()
    return (*(name.given_first for name in names(reference)), *others)


def personal_authors(reference: Reference) -> tuple[str, ...]:
    """Return the authors who are persons, given name first."""
    return tuple(name.given_first for name in names(reference) if not name.literal)


def containers(reference: Reference) -> tuple[str, ...]:
    """Return the names of whatever published or holds the work."""
    return tuple(name for key in CONTAINERS if (name := field(reference, key)))


def date(reference: Reference) -> str:
    """Return the date as a reader says it: `October 2020`; empty where none is known."""
    read = read_date(field(reference, "date"))
    return spoken(read) if read else ""


def published_in(reference: Reference) -> str:
    """Say where a work appeared: the whole it is part of, its series and number, its publisher and place, its pages."""
    editors = _listed(names(reference, "editor"))
    whole = field(reference, "maintitle") or field(reference, "booktitle")
    pages = field(reference, "pages")
    parts = (
        joined(whole, field(reference, "booksubtitle")),
        f"edited by {editors}" if editors else "",
        *_issue(reference),
        field(reference, "organization") or field(reference, "institution") or field(reference, "publisher"),
        field(reference, "location"),
        f"chapter {field(reference, 'chapter')}" if field(reference, "chapter") else "",
        f"{'pages' if '–' in pages or ',' in pages else 'page'} {pages}" if pages else "",
    )
    return ", ".join(part for part in parts if part)


def _issue(reference: Reference) -> tuple[str, ...]:
    """Say of which journal, volume and number an article is, or of which series, or what kind, another work."""
    journal, series, volume, number = (
        field(reference, name) for name in ("journaltitle", "series", "volume", "number")
    )
    if not journal:
        numbered = series or field(reference, "type")
        return (f"volume {volume}" if volume else "", " ".join(part for part in (numbered, number) if part))
    issue = field(reference, "issue")
    return (f"{journal} {volume}".strip(), f"no. {number}" if number else "", issue, series, field(reference, "eid"))


def _listed(listed: tuple[Name, ...]) -> str:
    """Write names as a list: `A, B and C`."""
    said = [name.given_first for name in listed]
    return " and ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)
