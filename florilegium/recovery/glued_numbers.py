"""Find the numbers in a text that may be markers of notes, and rate how much each looks like one.

A marker is a bare number glued to a word, a stop, a quotation mark, a bracket or a no-break space. So is much that is
none: the `5` of `2.5 billion`, the `7` of `G7`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from florilegium.recovery.traced import Traced
from florilegium.sentences import BEFORE_NUMBERS

GLUED_RE = re.compile(r"(?<=[^\s\d(\[/$£€#+=_@&–—-])(?P<space> ?)(?P<number>\d{1,4})(?![\w%])(?!\.\d)(?!,\d{3})(?!-\w)")
"""`protecting1`, `2011.5`, `abuses;156`, `prince.159)`; after a no-break space: `oversight. 12`.
Not `5G`, `D-10`, `$2`, `S/1973`, `1,000` or the `20` of `%20`."""
DECIMAL_RE = re.compile(r"(?P<currency>[$£€]?)(?<!\d)\d{1,3}\.$")
"""What stands before the stop of a decimal: `2.` of `2.5`, `$2.` of `$2.5`. Not `2011.`"""
DECIMAL = 0.05
"""The score of what is rather a decimal."""
ABBREVIATED_RE = re.compile(rf"\b(?:{'|'.join(sorted(BEFORE_NUMBERS))})\.$", re.IGNORECASE)
"""What stands before a number that is no marker: `vol.` of `vol.4`."""
RUN_ON = 0.2
"""The score of a number told from the digits with which it is run together."""
AFTER_DASH = 0.3
LINE_END = 0.1
"""What it adds to a score to stand at a line's end, where a name such as `G7` rarely does."""
YEAR_RE = re.compile(r"(?:1[6-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A glued number that may be a marker."""

    part: int
    """Index of its part."""
    start: int
    """Where what is lifted begins in the part: the number, and no-break spaces before it."""
    end: int
    number: int
    score: float
    """How much it looks like a marker by itself, below 1."""
    run_on: bool = False
    """Whether it was told from digits with which it is run together."""


def ends_line(text: Traced, at: int, raw: str) -> bool:
    """Say whether a printed line ends at this offset of a text."""
    if at >= len(text):
        return True
    return "\n" in raw[text.origins[at - 1] + 1 : text.origins[min(at + 1, len(text) - 1)]]


def glued_numbers(index: int, text: Traced, raw: str) -> list[Candidate]:
    """Return all glued numbers of a part, in order."""
    found = []
    for match in GLUED_RE.finditer(text.text):
        if match["space"] and not _no_break(text, match.start(), raw):
            continue
        score = _score(text.text[: match.start()], text.text[match.end() :])
        if score:
            found.append(Candidate(index, match.start(), match.end(), int(match["number"]), score))
    return found


def glued_at_line_ends(index: int, text: Traced, raw: str) -> list[Candidate]:
    """Return the glued numbers at the ends of printed lines: `3637` may be 36 and 37 too, `20114` a year and 4."""
    whole = {candidate.end: candidate for candidate in glued_numbers(index, text, raw)}
    found = []
    for match in re.finditer(r"\d{1,6}(?=\s|$)", text.text):
        start, end = match.span()
        if not ends_line(text, end, raw):
            continue
        if end in whole:
            found.append(replace(whole[end], score=whole[end].score + LINE_END))
        elif text.text[start - 1 : start] in ("-", "–", "—"):
            found.append(Candidate(index, start, end, int(match[0]), AFTER_DASH))
        found += _halves(index, match, whole.get(end))
    return sorted(found, key=lambda candidate: (candidate.start, candidate.end))


def _halves(index: int, match: re.Match[str], whole: Candidate | None) -> list[Candidate]:
    """Cut glued digits in two; of a number that stands free only the end, if what is left is no single figure."""
    digits, (start, end) = match[0], match.span()
    found = []
    for at in range(1, len(digits)):
        left, right = digits[:at], digits[at:]
        likelier = 0.05 if YEAR_RE.fullmatch(left) else 0.0
        if whole is not None:
            found.append(Candidate(index, whole.start, start + at, int(left), RUN_ON, run_on=True))
        if whole is not None or (at > 1 and not YEAR_RE.fullmatch(digits)):
            found.append(Candidate(index, start + at, end, int(right), RUN_ON + likelier, run_on=True))
    return found


def _no_break(text: Traced, at: int, raw: str) -> bool:
    """Say whether the space at this offset holds a no-break space in the file."""
    end = text.origins[at + 1] if at + 1 < len(text) else len(raw)
    return "\u00a0" in raw[text.origins[at] : end]


def _score(before: str, after: str) -> float:
    """Rate what a number is glued to: a stop, then a word in small letters, then capitals; 0 where it is no marker."""
    decimal = DECIMAL_RE.search(before)
    if decimal:
        # `2.5` is a number, but a sentence may end with a small one: `Of the 12.5 The others`
        return DECIMAL if not decimal["currency"] and re.match(r"\s+[A-Z“‘]|$", after) else 0.0
    if ABBREVIATED_RE.search(before):
        return DECIMAL
    if re.search(r"[.,;:!?”’)\]\"]$", before):
        return 0.9
    return 0.6 if re.search(r"[^\W\d_’]’?[a-zß-ÿ]$|’[a-z]$|(?:^|\s)[a-z]$", before) else 0.12
