"""References to a BibLaTeX file that stands by itself.

An entry goes out as citations.bib has it, letter by letter, so that what an editor wrote is what a reader gets. Only
the editor's working fields are cut. An entry that says something by an abbreviation (`publisher = oup`) is written
anew, since the abbreviation is defined in a part of the file that does not go with it; and so is one in round brackets,
in which the fields are not told by their depth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from florilegium.bibliography.vocabulary import MONTHS, VERBATIM_FIELDS
from florilegium.model import Reference

WORKING_FIELDS = ("draft", "distinctfrom")
"""What an editor tells our checks, and no other program knows. `annotation` stays: it is for readers, and BibLaTeX has
it. `related` stays too, even where the related work is not in the list: a list is the works cited, and no more."""
WORKING_FIELD_RE = re.compile(
    rf',\s*(?:{"|".join(WORKING_FIELDS)})\s*=\s*(?:\{{[^{{}}]*\}}|"[^"]*"|[^\s,{{}}"]+)(?=\s*[,}}])', re.IGNORECASE
)
"""The comma before it, and the field: `,\n  draft = {true}`. Neither holds braces of its own."""
SIGNS = str.maketrans({**{sign: rf"\{sign}" for sign in "&%$#_"}, "~": r"{\textasciitilde}"})
"""What LaTeX would take for a command, and how it is told not to."""
OPENING_RE = re.compile(r"@[^{(]*\{")
"""`@book{`, and not `@book(`."""
QUOTED_RE = re.compile(r'"[^"]*"')
ABBREVIATED_RE = re.compile(rf"=\s*(?!(?:{'|'.join(MONTHS)})\b)[^\s\d,]|#", re.IGNORECASE)
"""What is left of `publisher = oup` or `{Oxford } # up` when all that stands in braces or quotes is taken out.
The names of months every reader knows."""


def biblatex(references: Sequence[Reference]) -> str:
    """Return the entries in the order given, a blank line between them."""
    return "\n".join(_entry(reference) for reference in references)


def _entry(reference: Reference) -> str:
    raw = reference.raw.strip()
    if not OPENING_RE.match(raw) or ABBREVIATED_RE.search(QUOTED_RE.sub("", _outermost(raw))):
        return _written(reference)
    return _without_working_fields(raw) + "\n"


def _outermost(raw: str) -> str:
    """Return what stands in the braces of the entry, and in no further ones."""
    depth, kept = 0, []
    for letter in raw:
        depth -= letter == "}"
        if depth == 1 and letter not in "{}":
            kept.append(letter)
        depth += letter == "{"
    return "".join(kept)


def _without_working_fields(raw: str) -> str:
    kept, at = "", 0
    for match in WORKING_FIELD_RE.finditer(raw):
        above = raw[: match.start()]
        # Deeper down it is the words of a field, in the entry's own braces the field itself.
        if above.count("{") - above.count("}") == 1:
            kept, at = kept + raw[at : match.start()], match.end()
    return kept + raw[at:]


def _written(reference: Reference) -> str:
    """Lay an entry out as citations.bib does; the values hold their protecting braces already."""
    fields = [(name, value) for name, value in reference.fields if name not in WORKING_FIELDS]
    lines = [f"  {name:<12} = {{{_value(name, value)}}},\n" for name, value in fields]
    return f"@{reference.entry_type}{{{reference.key},\n{''.join(lines)}}}\n"


def _value(name: str, value: str) -> str:
    return value if name in VERBATIM_FIELDS else value.translate(SIGNS)
