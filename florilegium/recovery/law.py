"""The law of recovery: the words of blocks, notes and what is left out are the words of the file.

None is lost, none doubled, none reordered within a block or note, none changed. It is checked from what the document
says of itself and from the file alone: every character of the file that is not white space belongs to exactly one
block, note or left-out text, or is apparatus of a closed list of kinds; and each text reads as its characters do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from florilegium.model import ApparatusKind, Document, Span
from florilegium.recovery.lines import LineNumbers

APPARATUS_RES: dict[ApparatusKind, re.Pattern[str]] = {
    "marker": re.compile(r",?\d{1,4}"),
    "note-number": re.compile(r"\[?\d{1,4}[\].):]?"),
    "bullet": re.compile(r"[●•▪◦‣■□○∙*–-]"),
    "list-number": re.compile(r"\d{1,2}[.)]"),
    "pipe": re.compile(r"[|:-]+"),
    "entity": re.compile(r"&?(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?"),
}
"""What apparatus may be, kind by kind."""


@dataclass(frozen=True, slots=True)
class Breach:
    """Words for which the law does not hold."""

    kind: Literal["lost", "doubled", "reordered", "reworded", "apparatus"]
    line: int
    """1-based, in the file."""
    message: str


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    text: str
    spans: tuple[Span, ...]


def broken(raw: str, document: Document) -> tuple[Breach, ...]:
    """Return every breach of the law, in the order of the file."""
    numbers = LineNumbers.of(raw)
    texts = (
        *(_Text(block.id, block.text, block.spans) for block in document.blocks),
        *(_Text(note.id, note.text, note.spans) for note in document.notes),
        *(_Text("what is left out", left.text, left.spans) for left in document.left_out),
    )
    found = (
        *_coverage(raw, document, texts, numbers),
        *_apparatus(raw, document, numbers),
        *_readings(raw, document, texts, numbers),
    )
    return tuple(sorted(found, key=lambda breach: (breach.line, breach.kind)))


def _coverage(raw: str, document: Document, texts: tuple[_Text, ...], numbers: LineNumbers) -> Iterator[Breach]:
    """Find what belongs to nothing, and what belongs to two."""
    taken = [*(span for text in texts for span in text.spans), *(found.span for found in document.apparatus)]
    taken.sort(key=lambda span: (span.start, span.end))
    at = 0
    for span in (*taken, Span(len(raw), len(raw))):
        gap = raw[at : span.start]
        if gap.strip():
            first = at + len(gap) - len(gap.lstrip())
            yield Breach("lost", numbers.at(first), f"lost: “{_short(gap)}”")
        if span.start < at:
            doubled = raw[span.start : min(at, span.end)]
            yield Breach("doubled", numbers.at(span.start), f"doubled: “{_short(doubled)}”")
        at = max(at, span.end)


def _apparatus(raw: str, document: Document, numbers: LineNumbers) -> Iterator[Breach]:
    """Find what is called apparatus and may be words."""
    for found in document.apparatus:
        characters = raw[found.span.start : found.span.end]
        if not APPARATUS_RES[found.kind].fullmatch(characters):
            line = numbers.at(found.span.start)
            yield Breach("apparatus", line, f"no {found.kind}: “{_short(characters)}”")


def _readings(raw: str, document: Document, texts: tuple[_Text, ...], numbers: LineNumbers) -> Iterator[Breach]:
    """Find texts that do not read as the characters of the file do."""
    meanings = _meanings(raw, document)
    joints = frozenset(document.joints)
    for text in texts:
        line = numbers.at(text.spans[0].start) if text.spans else 1
        if any(one.end > two.start for one, two in zip(text.spans, text.spans[1:], strict=False)):
            yield Breach("reordered", line, f"reordered: {text.name}")
        reading = _reading(raw, text.spans, meanings, joints)
        if reading != text.text:
            where = next((i for i, (a, b) in enumerate(zip(reading, text.text, strict=False)) if a != b), 0)
            had, has = reading[max(0, where - 20) : where + 40], text.text[max(0, where - 20) : where + 40]
            yield Breach("reworded", line, f"reworded: {text.name} reads “{has}”, the file “{had}”")


def _reading(raw: str, spans: tuple[Span, ...], meanings: dict[int, str], joints: frozenset[int]) -> str:
    """Read the characters at some spans: with a space wherever white space, or what was lifted, lay between words."""
    pieces: list[str] = []
    end = spans[0].start if spans else 0
    for span in spans:
        gap = raw[end : span.start]
        closed = end in joints and _may_close("".join(pieces))
        # White space between a word and its marker went with the marker.
        apart = re.search(r"\s", re.sub(r"^\s+(?=\d+(?:,\d+)*$)", "", html.unescape(gap)))
        if pieces and apart and not closed:
            pieces.append(" ")
        pieces.append("".join(meanings.get(at, raw[at]) for at in range(span.start, span.end)))
        end = span.end
    return "".join(pieces)


def _may_close(text: str) -> bool:
    """Say whether what comes next may be set on without a space: in a web address, or after a hyphen or dash."""
    word = text.rsplit(" ", 1)[-1]
    return word[-1:] in ("-", "–", "—") or "://" in word


def _meanings(raw: str, document: Document) -> dict[int, str]:
    """Map the offset of each entity to the character that it stands for."""
    meanings = {}
    for found in document.apparatus:
        if found.kind == "entity":
            start = found.span.start if raw[found.span.start] == "&" else found.span.start - 1
            meanings[start] = html.unescape(raw[start : found.span.end])
    return meanings


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else words[:117] + "…"
