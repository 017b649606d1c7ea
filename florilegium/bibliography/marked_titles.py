"""A title of citations.bib to the title that a CSL processor is given, or that goes out as plain text.

Processors change the case of titles; what is braced in the bibliography is marked so that they leave it alone.
"""

from __future__ import annotations

import re
from typing import Literal

from florilegium.bibliography.sentence_case import sentence_case
from florilegium.bibliography.wording import unbraced

Titles = Literal["plain", "protected", "sentence"]
"""Plain text, for export; braced words marked; or the same in sentence case."""
BEFORE_OPENING = "([—–-/“‘"
"""What may stand before a quotation mark that opens, beside a space or nothing."""
DECADE_RE = re.compile(r"'\d\ds?\b")
"""`'90s`: an apostrophe"""
QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}


def marked(title: str, titles: Titles) -> str:
    """Return a title in one of the three forms."""
    if titles == "plain":
        return unbraced(title)
    cased = sentence_case(title) if titles == "sentence" else title
    return _spans(curly(cased))


def curly(text: str) -> str:
    """Turn straight quotation marks and apostrophes into curly ones."""
    pieces: list[str] = []
    before = " "
    for at, char in enumerate(text):
        sign = char
        if char in QUOTES:
            opens = (before.isspace() or before in BEFORE_OPENING) and not DECADE_RE.match(text, at)
            sign = QUOTES[char][0 if opens else 1]
        pieces.append(sign)
        before = before if char in "{}" else sign
    return "".join(pieces)


def _spans(text: str) -> str:
    """Mark what stands in braces; braces within braces say nothing more."""
    pieces: list[str] = []
    depth = 0
    for char in text.replace("---", "—").replace("--", "–"):
        if char == "{":
            pieces.append('<span class="nocase">' if depth == 0 else "")
            depth += 1
        elif char == "}":
            depth -= 1
            pieces.append("</span>" if depth == 0 else "")
        else:
            pieces.append(char)
    return "".join(pieces)
