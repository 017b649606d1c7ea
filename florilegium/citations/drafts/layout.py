"""A draft to the text of its entry, laid out and escaped as citations.bib is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from florilegium.bibliography import Name
from florilegium.citations.drafts.entries import DraftEntry

NAME_WIDTH = 12
FIELDS = (
    "entrysubtype author title subtitle editor booktitle booksubtitle journaltitle edition volume type series number "
    "eid institution organization publisher location pages date doi url urldate draft"
).split()
"""In the order in which entries have them."""
HOLDERS: Mapping[str, str] = {
    "article": "journaltitle",
    "book": "publisher",
    "collection": "publisher",
    "report": "institution",
    "thesis": "institution",
}
"""Type -> field for the name of what holds the work. For all others it is the organization."""
PARTS = frozenset(("article", "incollection"))
"""Types that have pages; those printed for other works are the ones that a note points to."""
LAWS = frozenset(("jurisdiction", "legislation"))
BODY_FIELDS = frozenset(("institution", "organization", "publisher"))
VERBATIM_FIELDS = frozenset(("doi", "url"))
TITLE_FIELDS = frozenset(("title", "subtitle", "booktitle", "booksubtitle", "series", "type"))
LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
    }
)
PROTECTED_RE = re.compile(
    r"""(?<![^\W_])(?:
      (?:[A-Z]\.){2,}                               # U.S.
    | [A-Z][A-Z0-9]+-\d+                            # COVID-19
    | [A-Z]+\d[A-Za-z0-9]*                          # R2P, G20
    | \d+[A-Z]+                                     # 5G
    | [A-Z]{2,}s?                                   # NATO, NGOs
    | [^\W\d_]*[a-zà-ÿ][A-Z][^\W_]*                 # iPhone, McCarthy
    )(?![^\W_])""",
    re.VERBOSE,
)


def entry_text(key: str, entry: DraftEntry) -> str:
    """Return the entry."""
    lines = [f"  {name:<{NAME_WIDTH}} = {{{value}}}," for name, value in entry_fields(entry)]
    return "\n".join((f"@{entry.entry_type}{{{key},", *lines, "}"))


def entry_fields(entry: DraftEntry) -> tuple[tuple[str, str], ...]:
    """Return names and values of its fields, in their order and escaped; those that would be empty are left out."""
    imprint = entry.imprint
    booktitle, _, booksubtitle = imprint.booktitle.partition(": ")
    said = {
        "entrysubtype": entry.subtype,
        "title": entry.title,
        "subtitle": entry.subtitle,
        "booktitle": booktitle,
        "booksubtitle": booksubtitle,
        "edition": imprint.edition,
        "volume": imprint.volume,
        "type": imprint.thesis or imprint.kind,
        "series": imprint.series,
        "number": imprint.number or imprint.symbol,
        "eid": imprint.eid,
        "publisher": imprint.publisher,
        "location": imprint.location,
        "pages": imprint.pages if entry.entry_type in PARTS else "",
        "date": entry.date,
        "doi": imprint.doi,
        "url": entry.url,
        "urldate": entry.accessed,
        "draft": "true",
    }
    holder = HOLDERS.get(entry.entry_type, "organization")
    said[holder] = said.get(holder) or imprint.container
    values = {name: _value(name, value) for name, value in said.items() if value}
    if entry.entry_type in LAWS and "title" in values:
        # The name of a law or of a case is a proper name from its first word to its last.
        values["title"] = f"{{{_escaped(entry.title)}}}"
    values["author"] = "" if entry.names.editors else _names(entry.names.names, others=entry.names.others)
    values["editor"] = _names(entry.editors, others=entry.names.editors and entry.names.others)
    return tuple((name, values[name]) for name in FIELDS if values.get(name))


def _value(name: str, value: str) -> str:
    if name in VERBATIM_FIELDS:
        return value
    if name in BODY_FIELDS:
        return f"{{{_escaped(value)}}}"
    return _protected(value) if name in TITLE_FIELDS else _escaped(value)


def _escaped(text: str) -> str:
    return text.translate(LATEX)


def _protected(title: str) -> str:
    """Put in braces what no change of case may touch; not in a title that is set in capitals throughout."""
    if title.isupper():
        return _escaped(title)
    pieces = []
    at = 0
    for match in PROTECTED_RE.finditer(title):
        pieces += [_escaped(title[at : match.start()]), f"{{{_escaped(match[0])}}}"]
        at = match.end()
    return "".join((*pieces, _escaped(title[at:])))


def _names(names: Sequence[Name], *, others: bool) -> str:
    """Write names with the family name first, bodies in braces of their own."""
    written = [
        f"{{{_escaped(name.literal)}}}"
        if name.literal
        else ", ".join(_escaped(part) for part in (name.family, name.suffix, name.given) if part)
        for name in names
    ]
    return " and ".join((*written, "others") if others and written else written)
