"""Where a sentence ends. `U.S.` and `Dr.` end none; a closing quotation mark or bracket belongs to what it closes."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "gen", "sen", "rep", "gov", "lt", "col", "capt", "hon"),
        *("vs", "cf", "al", "no", "nos", "vol", "vols", "pp", "p", "ed", "eds", "fig", "ch", "art", "sec", "para"),
        *("e.g", "i.e", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec"),
        *("inc", "ltd", "co", "corp", "dept", "approx"),
    )
)
SENTENCE_END_RE = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
"""Stop and what closes with it: `flourishes.`, `Council).`, `legitimate.”`. Not `2.5` or `U.S.–led`."""
OPENING_RE = re.compile(r"[\"'“‘(\[]*[A-Z0-9À-ÖØ-Þ]")
"""How a sentence begins: a capital or a figure, perhaps in quotation marks or brackets."""
INITIALS_RE = re.compile(r"(?:^|[\s(“‘\"'–—])(?:[A-Z]\.)+$")
"""Single letters with stops: `U.S.`, `J.`"""


def sentence_ends(text: str) -> tuple[int, ...]:
    """Return the offsets just after each sentence; an initialism before a capital is taken to end none."""
    ends = []
    for match in SENTENCE_END_RE.finditer(text):
        following = text[match.end() :].lstrip()
        if following and not OPENING_RE.match(following):
            continue
        if following and _abbreviates(text[: match.end()]):
            continue
        ends.append(match.end())
    return tuple(ends)


def ends_sentence(text: str, following: str = "") -> bool:
    """Say whether `text` ends as a sentence does, where `following` are the words after it."""
    stripped = text.rstrip()
    if not re.search(r"[.!?…][\"'”’)\]]*$", stripped):
        return False
    if following and not OPENING_RE.match(following.lstrip()):
        return False
    return not (following and _abbreviates(stripped))


def _abbreviates(text: str) -> bool:
    """Say whether the last word is an abbreviation and no sentence can be told from it."""
    if INITIALS_RE.search(text):
        return True
    last = text.split()[-1].strip("\"'“”‘’()[]").rstrip(".").lower() if text.split() else ""
    return text.rstrip().endswith(".") and last in ABBREVIATIONS
