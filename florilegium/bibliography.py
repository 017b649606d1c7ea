"""citations.bib to References, with the guards that its parser lacks: it never raises, nor says what it drops."""

from __future__ import annotations

import re

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from florilegium.model import Reference
from florilegium.problems import Problem

PATH = "citations.bib"
PROTECTING_BRACES_RE = re.compile(r"[{}]")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DATE_RE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
"""`2020`, `2020-10` or `2020-10-08`"""
CONTAINERS = ("journaltitle", "maintitle", "booktitle", "organization", "institution", "publisher")


def read_references(text: str) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """Parse citations.bib; every block that cannot be used is a problem."""
    library = parse_string(text)
    problems = [_failure(block) for block in library.failed_blocks]
    for comment in library.comments:
        # `%` begins a remark; anything else between entries was meant to be one.
        if isinstance(comment, ImplicitComment) and not comment.comment.lstrip().startswith("%"):
            words = comment.comment.split()[:6]
            message = f"text outside any entry: “{' '.join(words)}”"
            hint = "an entry begins with '@type{key,'; begin a remark with '%'"
            problems.append(Problem("bib-stray-text", PATH, _line(comment), message, hint))
    references = []
    for entry in library.entries:
        reference = _reference(entry)
        references.append(reference)
        problems.extend(_faults(reference))
    return tuple(references), tuple(problems)


def field(reference: Reference, name: str) -> str:
    """Return a field in plain text, without the braces that protect its capitals; empty where there is none."""
    return PROTECTING_BRACES_RE.sub("", dict(reference.fields).get(name, ""))


def title(reference: Reference) -> str:
    """Return title and subtitle as they are printed."""
    subtitle = field(reference, "subtitle")
    return field(reference, "title") + (f": {subtitle}" if subtitle else "")


def personal_authors(reference: Reference) -> tuple[str, ...]:
    """Return the authors who are persons, given name first."""
    return tuple(_given_first(name) for name in _names(reference, "author") if not name.startswith("{"))


def containers(reference: Reference) -> tuple[str, ...]:
    """Return the names of whatever published or holds the work."""
    return tuple(name for key in CONTAINERS if (name := field(reference, key)))


def authors(reference: Reference) -> tuple[str, ...]:
    """Return all authors, persons with the given name first, bodies as they are."""
    return tuple(
        PROTECTING_BRACES_RE.sub("", name if name.startswith("{") else _given_first(name))
        for name in _names(reference, "author")
    )


def date(reference: Reference) -> str:
    """Return the date as a reader says it: `October 2020`; empty where none is known."""
    match = DATE_RE.fullmatch(field(reference, "date"))
    if not match:
        return ""
    year, month, day = match.groups()
    named = f"{MONTHS[int(month) - 1]} {year}" if month else year
    return f"{int(day)} {named}" if day else named


def published_in(reference: Reference) -> str:
    """Say where a work appeared: the whole it is part of, its series and number, its publisher and place, its pages."""
    editors = " and ".join(_given_first(name) for name in _names(reference, "editor"))
    whole = field(reference, "maintitle") or field(reference, "booktitle")
    subtitle = field(reference, "booksubtitle")
    pages = field(reference, "pages").replace("--", "–")
    parts = (
        whole + (f": {subtitle}" if subtitle else ""),
        f"edited by {editors}" if editors else "",
        field(reference, "journaltitle"),
        " ".join(part for part in (field(reference, "series"), field(reference, "number")) if part),
        field(reference, "organization") or field(reference, "institution") or field(reference, "publisher"),
        field(reference, "location"),
        f"chapter {field(reference, 'chapter')}" if field(reference, "chapter") else "",
        f"pages {pages}" if pages else "",
    )
    return ", ".join(part for part in parts if part)


def _names(reference: Reference, key: str) -> tuple[str, ...]:
    value = dict(reference.fields).get(key, "")
    # ` and ` inside braces belongs to a name: `{Department of Peace and War}`
    names = re.findall(r"(?:\{[^{}]*\}|(?!\s+and\s).)+", value, re.DOTALL)
    return tuple(stripped for name in names if (stripped := re.sub(r"^and\s+", "", name.strip())))


def _given_first(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name


def _reference(entry: Entry) -> Reference:
    fields = tuple((item.key.lower(), str(item.value).strip()) for item in entry.fields)
    return Reference(entry.key.strip(), entry.entry_type.lower(), fields, _line(entry))


def _faults(reference: Reference) -> list[Problem]:
    """Find what the parser accepts and no bibliography can use."""
    problems = []
    if not reference.key:
        hint = "write '@type{key,': the key is how notes and records name the work"
        problems.append(Problem("bib-empty-key", PATH, reference.line, "an entry without a key", hint))
    if not dict(reference.fields).get("title"):
        message = f"'{reference.key}' has no title"
        problems.append(Problem("bib-no-title", PATH, reference.line, message, "add a line 'title = {…},'"))
    date_given = field(reference, "date")
    if date_given and not DATE_RE.fullmatch(date_given):
        message = f"'{reference.key}': '{date_given}' is no date"
        hint = "write YYYY, YYYY-MM or YYYY-MM-DD; leave the field out where no date is known"
        problems.append(Problem("bib-bad-date", PATH, reference.line, message, hint))
    for name, value in reference.fields:
        if re.search(r"\}\s+\w+\s*=", value):
            message = f"'{reference.key}': a comma is missing after '{name}'"
            hint = "end each field with a comma"
            problems.append(Problem("bib-missing-comma", PATH, reference.line, message, hint))
    return problems


def _failure(block: object) -> Problem:
    """Say what is wrong with a block that the parser gave up."""
    if isinstance(block, DuplicateBlockKeyBlock):
        message = f"the key '{block.key}' stands twice"
        return Problem("bib-duplicate-key", PATH, _line(block), message, "give the second entry another key")
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        return Problem(
            "bib-duplicate-field", PATH, _line(block), f"a field stands twice: {names}", "keep one of the two"
        )
    line = _line(block) if isinstance(block, ParsingFailedBlock) else 1
    hint = "look for an unclosed brace or a missing comma in this entry"
    return Problem("bib-unreadable", PATH, line, "an entry that cannot be read", hint)


def _line(block: object) -> int:
    """Return the 1-based line; the parser counts from 0."""
    start = getattr(block, "start_line", None)
    return (start if isinstance(start, int) else 0) + 1
