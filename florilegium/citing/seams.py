"""Two pieces of a citation to one: the signs where they meet, as American usage sets them."""

from __future__ import annotations

import re
from html import escape

NUMBER = "{number}"
"""Stands in a citation for the number of a page, ¶ or note, or for a run of them."""
NUMBERED_RE = re.compile(r"(?:pp?\.[ \u00a0])?\{number\}(?P<stop>[.,]?)")
"""The number of a page with its label, and the sign after it."""
CLOSING = r"(?:[”’]|</[a-z]+>)*"
END_RE = re.compile(rf"(?P<inner>[.?!]?)(?P<closing>{CLOSING})(?P<stop>\.?)$")
ABBREVIATED_RE = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+[A-Z]|\b(?:al|Co|Corp|ed|eds|etc|Inc|Jr|Ltd|no|nos|n\.d|rev|Sr|trans|vol|vols))\.$"
)
"""A stop that belongs to a word, `U.S.`, `3rd ed.`, and stays whatever follows."""


STRAIGHT_RE = re.compile(r'"([^"]*)"')


def continued(citation: str) -> str:
    """Return a note in HTML as it reads when more of the sentence follows: a comma for its stop, inside a quotation.

    `…, “War.”` becomes `…, “War,”`; `“Why War?”` becomes `“Why War?,”`; `in the U.S.` keeps its stop.
    """
    end = END_RE.search(citation)
    if end is None:  # pragma: no cover - the pattern matches the end of any text
        return citation
    before, inner, closing = citation[: end.start()], end["inner"], end["closing"]
    # What closes may be an apostrophe: `States’`.
    quoted = "”" in closing or ("’" in closing and before.count("‘") > before.count("’"))
    kept = inner if inner in ("?", "!") or ABBREVIATED_RE.search(before + inner) else ""
    if end["stop"] and not quoted:
        kept = inner  # The stop after it was that of the note.
    at = closing.find("”") if "”" in closing else closing.find("’")
    return before + kept + (f"{closing[:at]},{closing[at:]}" if quoted else f"{closing},")


def under_heading(citation: str, phrase: str, heading: str) -> str:
    """Return a citation in HTML with a phrase for the number of its page: `under “{heading}”`.

    A sign that follows comes before the quotation mark that closes the phrase. A heading that ends in a sign of its own
    keeps it, and takes a comma, but no stop.
    """
    quoted = phrase.endswith("”")
    inner = STRAIGHT_RE.sub(r"‘\1’", heading).replace("“", "‘").replace("”", "’") if quoted else heading
    words = inner.rstrip("’") if inner.count("‘") == inner.count("’") else inner
    closing = inner[len(words) :] + ("”" if quoted else "")
    set_in = phrase.removesuffix("”").replace("{heading}", escape(words, quote=False))

    def put(match: re.Match[str]) -> str:
        stop = "" if match["stop"] == "." and words.endswith(("?", "!", ".")) else match["stop"]
        return f"{set_in}{stop}{closing}" if quoted else f"{set_in}{closing}{stop}"

    return NUMBERED_RE.sub(put, citation, count=1)


def within_parentheses(citation: str) -> str:
    """Return what stands in the parentheses of a citation; all of it where there are none."""
    return citation[1:-1] if citation.startswith("(") and citation.endswith(")") else citation
