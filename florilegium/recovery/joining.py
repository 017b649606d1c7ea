"""Join the lines of one paragraph or note into a running text.

A line end is a space, but for two: a web address cut where the line was full, and a word cut at a hyphen or dash that
it has anyway. Neither gets a space. Letters are kept: a hyphen stays, for no rule can know whether the author wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from florilegium.model import Doubt, Repair
from florilegium.recovery.draft import Draft
from florilegium.recovery.lines import Line
from florilegium.recovery.traced import Traced, joined
from florilegium.recovery.widths import width

ADDRESS_TAIL_RE = re.compile(r"https?://\S*$")
"""An address that runs to the end: `…see https://example.org/re`"""
CLOSED_RE = re.compile(r"[.;,)\]”’\"']$")
"""An address after which the sentence went on or stopped: `https://example.org/a.`"""
OPEN_RE = re.compile(r"(?:[-/_=&?#:+~]|%[0-9A-Fa-f]{0,2})$")
"""An address that cannot well end so: `…/speaking-`, `…_Costs%20of%20`"""
WORD_RE = re.compile(r"[A-Z][a-z]+[,;]?\s")
"""A plain word with which a sentence begins: `Western states`"""
CONTINUES_RE = re.compile(r"[-/_=&?#%]\S")
"""What only the rest of an address begins with: `-libya/;`"""
STOPPED_RES = (
    (re.compile(r"https?://[^/\s]*\.$"), re.compile(r"[a-z][a-z0-9.-]*/")),
    (re.compile(r"https?://\S*/\S*\.$"), re.compile(r"(?:pdf|html?|aspx?|php|docx?|txt)\b")),
)
"""An address cut after a stop of its own: `https://www.` and `example.org/a`, `…/a.` and `pdf`"""
GLUED_DASH_RE = re.compile(r"[^\W\d_][-–—]$")
"""A word with a hyphen or dash at the line's end: `well-`. Not a dash that stands free: `cases —`"""
FULL = 0.9
"""A line is full from this share of the measure on: an address is cut only there."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A running text, and where its line ends were closed up."""

    text: Traced
    address_joints: tuple[int, ...] = ()
    """Offsets of line ends inside web addresses."""
    hyphen_joints: tuple[int, ...] = ()
    """Offsets of line ends after a hyphen or dash."""


def join(lines: tuple[Line, ...], measure: int) -> Joined:
    """Join lines that belong together; `measure` is the width of a full line."""
    pieces: list[Traced] = []
    addresses: list[int] = []
    hyphens: list[int] = []
    tail = ""
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        pieces.append(line.text)
        tail = tail + line.text.text
        if following is None:
            break
        line_end = line.text.origins[-1] + 1
        if _cuts_address(tail, line, following, measure):
            addresses.append(line_end)
        elif GLUED_DASH_RE.search(tail) and following.text.text[0].isalpha():
            hyphens.append(line_end)
        else:
            pieces.append(Traced(" ", (line_end,)))
            tail = ""
    return Joined(joined(pieces).squeezed(), tuple(addresses), tuple(hyphens))


def _cuts_address(tail: str, line: Line, following: Line, measure: int) -> bool:
    """Say whether a web address goes on in the next line."""
    full = width(line.text.text) >= FULL * measure
    stopped = next((rest for address, rest in STOPPED_RES if address.search(tail)), None)
    if full and stopped and stopped.match(following.text.text):
        return True
    if not ADDRESS_TAIL_RE.search(tail) or CLOSED_RE.search(tail):
        return False
    if CONTINUES_RE.match(following.text.text):
        return True
    if WORD_RE.match(following.text.text) and not OPEN_RE.search(tail):
        return False
    return full or bool(OPEN_RE.search(tail) and not tail.endswith("/"))


def note_joints(draft: Draft, text: Joined, lines: tuple[Line, ...]) -> Draft:
    """Record the line ends that were closed up."""
    repairs = tuple(_address_repair(joint, lines) for joint in text.address_joints)
    doubts = tuple(doubt for joint in text.hyphen_joints if (doubt := _hyphen_doubt(joint, text.text, draft)))
    return draft.adding(joints=text.address_joints + text.hyphen_joints, repairs=repairs, doubts=doubts)


def _address_repair(joint: int, lines: tuple[Line, ...]) -> Repair:
    """Show the two halves of an address before and after they were joined."""
    upper, lower = next((upper, lower) for upper, lower in pairwise(lines) if upper.text.origins[-1] + 1 == joint)
    before = upper.text.text.split()[-1] + "\n" + lower.text.text.split()[0]
    return Repair("joined-url", before, before.replace("\n", ""), ((upper.number, lower.number),))


def _hyphen_doubt(joint: int, text: Traced, draft: Draft) -> Doubt | None:
    """Doubt a hyphen at a line end, unless the word stands so elsewhere in the file."""
    at = text.origins.index(joint - 1)
    start = text.text.rfind(" ", 0, at) + 1
    end = text.text.find(" ", at)
    word = text.cut(start, end if end != -1 else None)
    spelled = word.text.strip(".,;:!?()[]“”‘’\"'")
    if text.text[at] != "-" or spelled in draft.raw:
        return None
    detail = f"“{spelled}”: the hyphen stood at a line's end and may be the typesetter's; it was kept"
    return Doubt("line-end-hyphen", detail, draft.lines_of(word))
