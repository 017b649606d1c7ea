"""A block of the parser to the fields of an entry, each with its line: values read, older names renewed, LaTeX read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bibtexparser.model import Entry

from florilegium.bibliography.dates import MONTHS as MONTH_NAMES
from florilegium.bibliography.latex import decode
from florilegium.bibliography.values import read_value
from florilegium.bibliography.vocabulary import (
    FIELDS,
    MONTHS,
    OLDER_FIELDS,
    OLDER_TYPES,
    VERBATIM_FIELDS,
    YEAR_AND_MONTH,
)
from florilegium.model import Reference
from florilegium.problems import Problem, did_you_mean

PATH = "citations.bib"
NEXT_FIELD_RE = re.compile(r"\s*(?P<name>[A-Za-z][\w:+/-]*)\s*=\s*")
"""What follows a value where a comma is missing: `year =`."""
MONTH_NUMBERS = {**MONTHS, **{name.lower(): f"{number:02}" for number, name in enumerate(MONTH_NAMES, start=1)}}
"""`oct` and `october` -> `10`"""
SWALLOWED_RE = re.compile(r",\s*(?P<name>[A-Za-z]+)\s*=\s*[{\"]")
"""A field inside a value: `{Open, date = {2000}}`."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as written."""

    name: str
    """Lower case."""
    text: str
    line: int
    """1-based."""


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry and where its fields stand."""

    reference: Reference
    lines: Mapping[str, int]
    """1-based line of each field, by its name."""
    problems: tuple[Problem, ...]
    """What is wrong with how it is written."""

    def line(self, field: str) -> int:
        """Return the line of a field, else of the entry."""
        return self.lines.get(field, self.reference.line)


def read_entry(block: Entry, strings: Mapping[str, str]) -> ReadEntry:
    """Read an entry; the first of two fields of one name counts."""
    key, line = block.key.strip(), (block.start_line or 0) + 1
    written, problems = _written(block, key, strings)
    fields: dict[str, Field] = {}
    for field in written:
        name = OLDER_FIELDS.get(field.name, field.name)
        if name in fields:
            message = f"'{key}': the field '{name}' stands twice, first on line {fields[name].line}"
            problems.append(Problem("bib-duplicate-field", PATH, field.line, message, "keep one of the two"))
        fields.setdefault(name, field)
    problems += _make_date(key, fields)
    entry_type, implied = OLDER_TYPES.get(block.entry_type.lower(), (block.entry_type.lower(), ""))
    if implied:
        fields.setdefault("type", Field("type", implied, line))
    texts = tuple((name, _decoded(name, field.text)) for name, field in fields.items() if field.text)
    reference = Reference(key, entry_type, texts, line, (block.raw or "").strip())
    return ReadEntry(reference, {name: field.line for name, field in fields.items()}, tuple(problems))


def undefined_string(owner: str, name: str, line: int, strings: Mapping[str, str]) -> Problem:
    """Report a word without braces that names no string."""
    hint = did_you_mean(name, strings.keys() - MONTHS.keys(), "a text stands in braces: {…}")
    return Problem("bib-undefined-string", PATH, line, f"{owner}: no @string above is named '{name}'", hint)


def _written(block: Entry, key: str, strings: Mapping[str, str]) -> tuple[list[Field], list[Problem]]:
    """Return the fields as written, also those that a missing comma hides in the one before."""
    fields: list[Field] = []
    problems: list[Problem] = []
    for given in block.fields:
        name, raw, line = " ".join(given.key.lower().split()), str(given.value), (given.start_line or 0) + 1
        while True:
            value = read_value(raw, strings)
            fields.append(Field(name, value.text, line))
            owner = f"'{key}', {name}"
            problems += [undefined_string(owner, one, line, strings) for one in value.undefined]
            problems += _swallowed(key, name, value.text, line)
            rest, line = raw[value.end :], line + raw[: value.end].count("\n")
            following = NEXT_FIELD_RE.match(rest)
            if not following:
                break
            message = f"'{key}': a comma is missing after '{name}'"
            problems.append(Problem("bib-missing-comma", PATH, line, message, "end each field with a comma"))
            line += following[0].count("\n")
            name, raw = following["name"].lower(), rest[following.end() :]
        if rest.strip() or value.joins_nothing:
            message = f"{owner}: this cannot be read as a value: {' '.join(raw.split())[:60] or 'nothing'}"
            hint = 'write {…} or "…", or join such parts and strings by #'
            problems.append(Problem("bib-bad-value", PATH, line, message, hint))
    return fields, problems


def _swallowed(key: str, name: str, text: str, line: int) -> list[Problem]:
    """Report a value that holds another field, because its brace is closed too late."""
    found = [match["name"].lower() for match in SWALLOWED_RE.finditer(text)]
    inside = next((one for one in found if one in FIELDS or one in OLDER_FIELDS or one in YEAR_AND_MONTH), None)
    if inside is None:
        return []
    message = f"'{key}': the brace of '{name}' is closed only after '{inside}'"
    return [Problem("bib-unclosed-brace", PATH, line, message, f"close it before the comma: {name} = {{…}},")]


def _make_date(key: str, fields: dict[str, Field]) -> list[Problem]:
    """Put a date in the place of the older `year` and `month`; a month that cannot be one stays, and is no date."""
    year, month = (fields.pop(name, None) for name in YEAR_AND_MONTH)
    old = year or month
    if old is None:
        return []
    if "date" in fields:
        message = f"'{key}': '{old.name}' stands beside 'date' of line {fields['date'].line}"
        return [Problem("bib-duplicate-field", PATH, old.line, message, "keep the date")]
    named = month.text if month else ""
    number = named.zfill(2) if named.isdigit() else MONTH_NUMBERS.get(named.removesuffix(".").lower(), named)
    fields["date"] = Field("date", "-".join(part for part in (year.text if year else "", number) if part), old.line)
    return []


def _decoded(name: str, text: str) -> str:
    return text if name in VERBATIM_FIELDS else decode(text)
