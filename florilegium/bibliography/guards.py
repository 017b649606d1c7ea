"""An entry to its faults: what a parser accepts, and a bibliography prints wrongly or not at all.

All faults of an entry are reported together, each on the line of its field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from urllib.parse import urlsplit

from florilegium.bibliography.csl import doi
from florilegium.bibliography.dates import read_date
from florilegium.bibliography.entries import PATH, ReadEntry
from florilegium.bibliography.latex import commands
from florilegium.bibliography.name_lists import fault_in_names
from florilegium.bibliography.vocabulary import (
    DATE_FIELDS,
    FIELDS,
    INHERITING_FIELDS,
    LANGUAGES,
    NAME_FIELDS,
    OLDER_FIELDS,
    OLDER_TYPES,
    RELATIONS,
    SUBTYPES,
    TYPES,
    VERBATIM_FIELDS,
    YEAR_AND_MONTH,
)
from florilegium.bibliography.wording import field
from florilegium.problems import Problem, did_you_mean

KEY_RE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
"""A key is part of an address: on a page, the anchor of its work."""
DOI_RE = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\\{}\"^`|]+")
"""Old ones hold `<` and `>`; the other signs that no address holds are leavings of LaTeX or of a copy."""
LANGUAGE_TAG_RE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""`en`, `pt-BR`"""
NO_URL_RE = re.compile(r"[\\{}<>\"^`|]")

Fault = tuple[str, str, str, str]
"""Name of the problem, field, message, hint."""


def faults(entry: ReadEntry, keys: Collection[str]) -> tuple[Problem, ...]:
    """Return all faults of an entry; `keys` are those of all entries."""
    found = [fault for guard in GUARDS for fault in guard(entry)]
    found += _unknown_keys(entry, keys)
    key = entry.reference.key
    return tuple(
        Problem(name, PATH, entry.line(at), f"'{key}' {message}" if key else f"an entry {message}", hint)
        for name, at, message, hint in found
    )


def _key(entry: ReadEntry) -> Iterator[Fault]:
    key = entry.reference.key
    if not key:
        hint = "write '@type{key,': the key is how notes and records name the work"
        yield "bib-empty-key", "", "has no key", hint
    elif not KEY_RE.fullmatch(key):
        hint = "use letters without accents, figures, - and _: a key is part of an address"
        yield "bib-bad-key", "", "cannot be a key", hint


def _type(entry: ReadEntry) -> Iterator[Fault]:
    kind = entry.reference.entry_type
    if kind not in TYPES:
        hint = did_you_mean(kind, TYPES | OLDER_TYPES.keys(), "the types are those of BibLaTeX")
        yield "bib-unknown-type", "", f"has the unknown type '@{kind}'", hint
        return
    subtype = dict(entry.reference.fields).get("entrysubtype", "")
    known = SUBTYPES.get(kind, frozenset())
    if subtype and subtype not in known:
        hint = did_you_mean(subtype, known, f"the subtypes of @{kind}")
        yield "bib-unknown-subtype", "entrysubtype", f"has the unknown subtype '{subtype}'", hint


def _fields(entry: ReadEntry) -> Iterator[Fault]:
    for name in entry.lines:
        if name in INHERITING_FIELDS:
            hint = "write out what the entry would inherit; tie entries by 'related'"
            yield "bib-inheritance", name, f"has a '{name}', which is not followed", hint
        elif name not in FIELDS:
            hint = did_you_mean(
                name, FIELDS | OLDER_FIELDS.keys() | {*YEAR_AND_MONTH}, "the fields are those of BibLaTeX"
            )
            yield "bib-unknown-field", name, f"has the unknown field '{name}'", hint


def _title(entry: ReadEntry) -> Iterator[Fault]:
    if not field(entry.reference, "title").strip():
        yield "bib-no-title", "", "has no title", "add a line 'title = {…},'"


def _dates(entry: ReadEntry) -> Iterator[Fault]:
    for name, value in entry.reference.fields:
        if name in DATE_FIELDS and read_date(value) is None:
            hint = (
                "write YYYY, YYYY-MM, YYYY-MM-DD, a season (YYYY-21 spring to YYYY-24 winter) or a range a/b; "
                "leave the field out where no date is known"
            )
            yield "bib-bad-date", name, f"has in '{name}' what is no date: '{value}'", hint


def _names(entry: ReadEntry) -> Iterator[Fault]:
    fields = dict(entry.reference.fields)
    for name in entry.lines:
        if name in NAME_FIELDS and (fault := fault_in_names(fields.get(name, ""))):
            hint = "write {Family, Given and Family, Given}; a body in braces of its own: {{The Body}}"
            yield "bib-bad-names", name, f"has in '{name}' a list that {fault}", hint


def _addresses(entry: ReadEntry) -> Iterator[Fault]:
    fields = dict(entry.reference.fields)
    url = fields.get("url", "")
    if url and (fault := _fault_in_url(url)):
        yield "bib-bad-url", "url", f"has an address that {fault}: {url}", "write it as a browser shows it"
    if "doi" in fields and not DOI_RE.fullmatch(doi(entry.reference)):
        yield (
            "bib-bad-doi",
            "doi",
            f"has in 'doi' what is no DOI: '{fields['doi']}'",
            "write it as 10.1234/abc, without an address",
        )


def _fault_in_url(url: str) -> str:
    if re.search(r"\s", url):
        return "holds a space"
    if not re.match(r"https?://", url, re.IGNORECASE):
        return "does not begin with http:// or https://"
    if match := NO_URL_RE.search(url):
        return f"holds '{match[0]}'"
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return "" if "." in host and all(host.split(".")) else "names no host"


def _language(entry: ReadEntry) -> Iterator[Fault]:
    language = dict(entry.reference.fields).get("langid", "")
    if language and language not in LANGUAGES and not LANGUAGE_TAG_RE.fullmatch(language):
        hint = did_you_mean(language, LANGUAGES, "the languages of BibLaTeX, or a tag such as pt-BR")
        yield "bib-unknown-language", "langid", f"has the unknown language '{language}'", hint


def _latex(entry: ReadEntry) -> Iterator[Fault]:
    for name, value in entry.reference.fields:
        if name not in VERBATIM_FIELDS and (left := commands(value)):
            hint = "write the letter or sign itself; a field holds no markup but braces"
            yield "bib-latex", name, f"has in '{name}' what cannot be read: {', '.join(left)}", hint


def _draft(entry: ReadEntry) -> Iterator[Fault]:
    draft = dict(entry.reference.fields).get("draft", "false")
    if draft.lower() != "false":
        hint = "compare it with the note that cites the work, mend it, and take the field 'draft' away"
        yield "bib-draft", "draft", "is a draft that nobody has confirmed", hint


def _unknown_keys(entry: ReadEntry, keys: Collection[str]) -> Iterator[Fault]:
    fields = dict(entry.reference.fields)
    for name in ("related", "distinctfrom"):
        for key in filter(None, (one.strip() for one in fields.get(name, "").split(","))):
            if key == entry.reference.key:
                yield "bib-unknown-key", name, f"names itself in '{name}'", "name the other entry"
            elif key not in keys:
                hint = did_you_mean(key, keys, "the keys of citations.bib")
                yield "bib-unknown-key", name, f"names in '{name}' what is no entry: '{key}'", hint


def _relation(entry: ReadEntry) -> Iterator[Fault]:
    """Refuse a tie that does not say what it is: by it, two editions of one work are counted as one."""
    fields = dict(entry.reference.fields)
    relation = fields.get("relatedtype", "")
    if "related" in fields and relation not in RELATIONS:
        said = f"has the unknown 'relatedtype' '{relation}'" if relation else "has a 'related' without 'relatedtype'"
        hint = did_you_mean(relation, RELATIONS, "the relations of BibLaTeX")
        yield "bib-unknown-relation", "relatedtype" if relation else "related", said, hint
    elif relation and "related" not in fields:
        hint = "name the other entry: 'related = {key}'"
        yield "bib-unknown-relation", "relatedtype", "has a 'relatedtype' without 'related'", hint


GUARDS: tuple[Callable[[ReadEntry], Iterator[Fault]], ...] = (
    _key,
    _type,
    _fields,
    _title,
    _dates,
    _names,
    _addresses,
    _language,
    _latex,
    _draft,
    _relation,
)
