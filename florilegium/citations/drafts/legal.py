"""What a citation of a law, a case or a resolution tells: its type, its kind, and the number by which it is known.

A title in quotation marks is none of a law, whatever it speaks of: `“The Charter at Seventy”`. A number that a style
would print for another one is left to the editor: of laws that of the public law is told, not that of a code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from florilegium.citations.cutting.laws import SYMBOL

CASE_RE = re.compile(r"(?<=[\w.)’])\s+v\.?\s+(?=[A-Z])")
CASE_NUMBER_RE = re.compile(r"\b(?:Case|App(?:l|lication)?\.?)\s+[Nn]os?\.?\s*(?P<number>[A-Z0-9][\w/–-]*)")
BILL_RE = re.compile(r"(?:H\.\s?R\.|S\.|H\.\s?J\.\s?Res\.|S\.\s?J\.\s?Res\.|H\.\s?Res\.|S\.\s?Res\.)\s?\d+")
RESOLUTION_RE = re.compile(r"\b(?:Resolution|Res\.)\s+(?:No\.\s*)?\d|/RES/")
TREATY_RE = re.compile(r"\b(?:Charter|Convention|Covenant|Protocol|Treaty)\b")
REGULATION_RE = re.compile(
    r"\b(?:Regulation|Directive|Decision)\s+(?:\([A-Z, ]+\)\s+)?(?:No\.?\s+)?\d+/\d+|\bExecutive Order\s"
)
JOURNAL_NUMBER_RE = re.compile(r"\b(?P<number>O\.?J\.?\s+[LC]\s?\d+(?:\s?[A-Z]\b)?(?:/\d+)?)")
"""`OJ L 410 I/1`"""
STATUTE_RE = re.compile(r"\b(?:Act|Code|Law|Statute)\b")
PUBLIC_LAW_RE = re.compile(r"\bPub\.\s+L\.\s+(?:Nos?\.\s*)?(?P<number>\d+[–-]\d+)")
CODE_RE = re.compile(r"\bPub\.\s+L\.|\b\d+\s+(?:U\.?S\.?C\.|Stat\.|C\.F\.R\.)")
DOCUMENT_RE = re.compile(rf"(?P<number>{SYMBOL})")
UN_DOC_RE = re.compile(r"^U\.?N\.?\s+Docs?\.?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Law:
    """What is told of a law, a case, a resolution."""

    entry_type: str
    subtype: str = ""
    number: str = ""


def read_law(title: str, rest: str, *, bare: bool) -> Law | None:
    """Return what the words tell; None of other works. `bare`: without names before it or marks around it."""
    symbol = UN_DOC_RE.sub("", _number(DOCUMENT_RE, rest))
    if bare and CASE_RE.search(title):
        return Law("jurisdiction", "", _number(CASE_NUMBER_RE, rest))
    if BILL_RE.match(title):
        return Law("legislation", "bill")
    if "/RES/" in symbol or (bare and RESOLUTION_RE.search(title)):
        return Law("legislation", "resolution", symbol)
    if bare and REGULATION_RE.search(title):
        return Law("legislation", "regulation", _number(JOURNAL_NUMBER_RE, rest))
    if bare and STATUTE_RE.search(title) and CODE_RE.search(rest):
        return Law("legislation", "", _number(PUBLIC_LAW_RE, rest))
    return Law("legislation", "treaty", symbol) if bare and TREATY_RE.search(title) else None


def _number(shape: re.Pattern[str], text: str) -> str:
    found = shape.search(text)
    return found["number"].rstrip(".") if found else ""
