"""CSL-JSON items to RIS, the plain form that every citation manager reads.

What a tag means hangs on the type of the entry, and managers agree only on a part of it: `M1` of a web page is read as
the day of access, `M3` of an article as its DOI. So a field goes under a tag only where that is safe, and else into a
note that names it, `chapter-number = 9`: nothing is lost, nothing misread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import cast

import rispy  # type: ignore[import-untyped]

from florilegium.exports.ris_dates import Date, date_in_words, date_lines, day_of
from florilegium.exports.ris_vocabulary import ALWAYS, EDITOR, EDITORS, FIELDS, OTHER_FIELDS, OTHER_TYPE, TYPES

Item = Mapping[str, object]
Names = list[dict[str, str]]
Lines = list[tuple[str, str]]
"""Tags and values, in the order of the file."""

KEYS: dict[str, str] = {**rispy.config.TAG_KEY_MAPPING, EDITOR: "editors"}
LISTS = (*rispy.config.LIST_TYPE_TAGS, EDITOR)

RANGE_RE = re.compile(r"([^\s,–-]+)\s*[–-]\s*([^\s,–-]+)")
"""`68–76`; not `1, 3–5`"""


def ris(items: Sequence[Item]) -> str:
    """Return the items in the order given. Lines end with LF, as in all our files: readers take it as they do CRLF."""
    records = [_record(_lines(item)) for item in items]
    return str(rispy.dumps(records, implementation=_Writer, mapping=KEYS, list_tags=LISTS)) if items else ""


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """RIS without a number above each entry, which the standard does not know."""

    def set_header(self, _count: int) -> str:
        """Return what stands above an entry: nothing."""
        return ""


def _record(lines: Lines) -> dict[str, str | list[str]]:
    """Return an entry as the writer takes it."""
    record: dict[str, str | list[str]] = {}
    for tag, value in lines:
        if tag in LISTS:
            record[KEYS[tag]] = [*record.get(KEYS[tag], []), value]
        else:
            record[KEYS[tag]] = value
    return record


def _lines(item: Item) -> Lines:
    kind = TYPES.get(str(item["type"]), OTHER_TYPE)
    tags = {**ALWAYS, **FIELDS.get(kind, OTHER_FIELDS)}
    lines: Lines = [("TY", kind), ("ID", str(item["id"]))]
    notes: Lines = []
    for variable, value in item.items():
        if variable in ("id", "type"):
            continue
        if variable == "author":
            lines += [("AU", _name(name)) for name in cast("Names", value)]
        elif variable == "editor":
            lines += [(EDITORS.get(kind, EDITOR), _name(name)) for name in cast("Names", value)]
        elif variable == "issued":
            lines += date_lines(cast("Date", value))
        elif variable == "accessed" and (day := day_of(cast("Date", value))):
            lines += [("Y2", day)]
        elif variable == "page" and tags.get(variable) == "SP":
            lines += _pages(str(value))
        elif variable == "number" and kind == "JOUR" and "page" not in item:
            # The number of an article that has no pages: where publishers put it themselves.
            lines += [("SP", _one_line(str(value)))]
        elif variable in tags:
            lines += [(tags[variable], _one_line(str(value)))]
        else:
            notes += [("N1", f"{variable} = {_one_line(_plain(value))}")]
    return lines + notes


def _name(name: dict[str, str]) -> str:
    """Return `Family, Given`, or a body: a comma would make two names of it, and so gives way to a full stop."""
    if "literal" in name:
        return _one_line(re.sub(r"\s*,\s*", ". ", name["literal"]))
    parts = (name.get(part, "") for part in ("family", "given", "suffix"))
    return _one_line(", ".join(part for part in parts if part))


def _pages(pages: str) -> Lines:
    both = RANGE_RE.fullmatch(pages)
    return [("SP", both[1]), ("EP", both[2])] if both else [("SP", _one_line(pages))]


def _plain(value: object) -> str:
    """Say a list of names, a date or a number in words, for a note."""
    if isinstance(value, list):
        return "; ".join(_name(name) for name in value)
    return date_in_words(value) if isinstance(value, dict) else str(value)


def _one_line(text: str) -> str:
    """Join lines: a new one that looks like a tag would be read as one."""
    return " ".join(text.split())
