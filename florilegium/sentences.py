"""Where a sentence ends. `U.S.` and `Dr.` end none; a closing quotation mark or bracket belongs to what it closes."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "gen", "sen", "rep", "gov", "lt", "col", "capt", "hon"),
        *("vs", "cf", "ed", "eds", "e.g", "i.e", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec"),
        *("inc", "ltd", "corp", "dept", "approx"),
    )
)
BEFORE_NUMBERS = frozenset(("no", "nos", "vol", "vols", "p", "pp", "fig", "ch", "art", "sec", "para"))
"""Abbreviations before a number only: `No. 5`. Not `The answer is no.`"""
SENTENCE_END_RE = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
"""Stop and what closes with it: `flourishes.`, `Council).`, `legitimate.”`. Not `2.5` or `U.S.–led`."""
OPENING_RE = re.compile(r"[\"'“‘(\[]*[A-Z0-9À-ÖØ-Þ]")
"""How a sentence begins: a capital or a figure, perhaps in quotation marks or brackets."""
STOPPED_RE = re.compile(r"[.!?…][\"'”’)\]]*$")
"""A stop at the end, perhaps with what closes after it."""
INITIALS_RE = re.compile(r"(?:^|[\s(“‘\"'–—])(?:[A-Z]\.)+$")
"""Single letters with stops: `U.S.`, `J.`"""


ENUMERATOR_RE = re.compile(r"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.)]\s+(?=\S)")
"""The number of a heading: `1. Introduction`, `II. Background`, `3.1. The law`"""


def holds_sentence_end(headline: str) -> bool:
    """Say whether a sentence ends inside a line, before its own end; the number of a heading ends none."""
    return bool(sentence_ends(headline[match.end() if (match := ENUMERATOR_RE.match(headline)) else 0 : -1]))


def sentence_ends(text: str) -> tuple[int, ...]:
    """Return the offsets just after each sentence; an initialism before a capital is taken to end none."""
    ends = []
    for match in SENTENCE_END_RE.finditer(text):
        following = text[match.end() :].lstrip()
        if not following or (OPENING_RE.match(following) and not abbreviates(text[: match.end()], following)):
            ends.append(match.end())
    return tuple(ends)


def ends_sentence(text: str, following: str = "") -> bool:
    """Say whether `text` ends as a sentence does, where `following` are the words after it."""
    if not STOPPED_RE.search(text.rstrip()):
        return False
    after = following.lstrip()
    return not after or bool(OPENING_RE.match(after) and not abbreviates(text.rstrip(), after))


def abbreviates(text: str, following: str) -> bool:
    """Say whether the last word is an abbreviation, so that its stop tells no end of a sentence."""
    if INITIALS_RE.search(text):
        return True
    last = text.split()[-1].strip("\"'“”‘’()[]").rstrip(".").lower() if text.split() else ""
    numbered = last in BEFORE_NUMBERS and following[:1].isdigit()
    return text.endswith(".") and (last in ABBREVIATIONS or numbered)
