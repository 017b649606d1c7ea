"""Where a sentence ends. `U.S.` and `Dr.` end none; a closing quotation mark or bracket belongs to what it closes."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "gen", "sen", "rep", "gov", "lt", "col", "capt", "hon"),
        *("vs", "cf", "ed", "eds", "e.g", "i.e", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec"),
        *("inc", "ltd", "corp", "dept", "approx", "v", "doc"),
    )
)
BEFORE_NUMBERS = frozenset("no nos vol vols p pp fig ch chs chap chaps art arts sec secs para paras app".split())
"""Abbreviations before a number only: `No. 5`. Not `The answer is no.`"""
SENTENCE_END_RE = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
"""Stop and what closes with it: `flourishes.`, `Council).`, `legitimate.”`. Not `2.5` or `U.S.–led`."""
OPENING_RE = re.compile(r"[\"'“‘(\[]*[A-Z0-9À-ÖØ-Þ]")
"""How a sentence begins: a capital or a figure, perhaps in quotation marks or brackets."""
STOPPED_RE = re.compile(r"[.!?…][\"'”’)\]]*$")
"""A stop at the end, perhaps with what closes after it."""
INITIALS_RE = re.compile(r"(?:^|[\s(“‘\"'–—])(?:[A-Z]\.)+$")
"""Single letters with stops: `U.S.`, `J.`"""
LONGEST_WORD = 80
"""Letters before a stop that are looked at: an abbreviation is shorter."""
SPACE_RE = re.compile(r"\s*")


ENUMERATOR_RE = re.compile(r"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.)]\s+(?=\S)")
"""The number of a heading: `1. Introduction`, `II. Background`, `3.1. The law`"""


FIRST_STOP_RE = re.compile(r"[.!?…。！？]+")
CLOSING_RE = re.compile(r"(?:[\"'”’»)\]*†‡]|\[\d+\]|\d{1,3}(?!\d))*")
"""What may stand between a stop and the next sentence: what closes, and the marks of notes."""
OPENERS = frozenset(
    (
        "a an the this that these those there here he she it we they you i his her its our their my your one some many "
        "most all both each no and but or nor so yet for if when while as since because although though after before "
        "until once in on at by with without from to of under over during despite among between beyond through within "
        "what who why how where which however moreover furthermore indeed instead meanwhile nevertheless thus "
        "therefore then now today similarly finally first second third not only"
    ).split()
)
"""Words that, with a capital, begin a sentence and no name."""


LIKELY_OPENERS = OPENERS | {"such", "according", "whether", "given", "rather", "yet", "also"}
INITIALISM_RE = re.compile(r"(\b(?:[A-Z]\.){2,}[\"'”’)\]]*)\s+([A-Z][a-z]+)(?:\s+([a-z]))?")
"""`U.S. Such`, `U.S. Returning to`"""


def holds_sentence_end(headline: str) -> bool:
    """Say whether a sentence ends inside a line, before its own end; the number of a heading ends none."""
    return bool(sentence_ends(headline[match.end() if (match := ENUMERATOR_RE.match(headline)) else 0 : -1]))


def sentence_ends(text: str) -> tuple[int, ...]:
    """Return the offsets just after each sentence; an initialism before a capital is taken to end none."""
    ends = []
    for match in SENTENCE_END_RE.finditer(text):
        spaces = SPACE_RE.match(text, match.end())
        at = spaces.end() if spaces else match.end()
        before = text[max(0, match.end() - LONGEST_WORD) : match.end()]
        if at == len(text) or (OPENING_RE.match(text, at) and not abbreviates(before, text[at : at + 1])):
            ends.append(match.end())
    return tuple(ends)


def likely_sentence_ends(text: str) -> tuple[int, ...]:
    """Return the same, and where an initialism stands before a word that begins sentences: `in the U.S. Such cases`.

    A participle before a small letter begins one, too: `for the U.S. Returning to the case`. Not `U.S. Boeing Company`.
    """
    likely = (
        match.end(1)
        for match in INITIALISM_RE.finditer(text)
        if match[2].lower() in LIKELY_OPENERS or (match[2].endswith("ing") and match[3])
    )
    return tuple(sorted({*sentence_ends(text), *likely}))


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


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, and rather less than more of it: what follows may not be ours to show.

    Each stop ends it but that of an abbreviation or initialism before a name or a small letter, of a number or an
    address. An abbreviation before a name may in truth end a sentence; no letter tells.
    """
    for match in FIRST_STOP_RE.finditer(text):
        closed = CLOSING_RE.match(text, match.end())
        end = closed.end() if closed else match.end()
        if _ends_here(text, match, end):
            return text[:end]
    return text


def _ends_here(text: str, stop: re.Match[str], end: int) -> bool:
    before, after = text[: stop.start()], text[end:]
    if not after.strip() or stop[0] != ".":
        return True
    word = before.split()[-1].lstrip("\"'“‘«([") if before.split() else ""
    following = after.lstrip()
    if before[-1:].isdigit() and text[stop.end()].isdigit() and not following[:1].isupper():
        return False  # `2.5 years`; a capital after it would make the second number one of a note
    if not after[0].isspace() and after[0] not in "–—":
        # `ended.Then` ends a sentence; `example.org`, `2.5` and the first stop of `U.S.` do not.
        return after[0].isupper() and word[-1:].islower() and "/" not in word
    opener = re.match(r"\w+", following)
    begins = following[:1].isupper() and opener is not None and opener[0].lower() in OPENERS
    if word.lower() in ABBREVIATIONS or (word.lower() in BEFORE_NUMBERS and following[:1].isdigit()):
        return begins
    if re.fullmatch(r"(?:\w\.)*[A-Za-z]", word):
        return begins or not (following[:1].isalpha() or following[:1] in "–—")
    return True
