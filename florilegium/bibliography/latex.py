r"""LaTeX to letters: `{\'e}` and `\'{e}` to é, `\&` to &.

A bibliography that travels between programs carries accents as commands. Braces that protect a capital stay, as does
`--`, which means something in a range of pages. A command that is not known stays as well: the caller refuses it.
"""

from __future__ import annotations

import re
import unicodedata

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "b": "\u0331",
    "c": "\u0327",
    "d": "\u0323",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "u": "\u0306",
    "v": "\u030c",
}
NAMED = {
    "AA": "Å",
    "AE": "Æ",
    "DH": "Ð",
    "DJ": "Đ",
    "L": "Ł",
    "NG": "Ŋ",
    "O": "Ø",
    "OE": "Œ",
    "TH": "Þ",
    "aa": "å",
    "ae": "æ",
    "dh": "ð",
    "dj": "đ",
    "dots": "…",
    "i": "ı",
    "j": "ȷ",
    "l": "ł",
    "ldots": "…",
    "ng": "ŋ",
    "o": "ø",
    "oe": "œ",
    "ss": "ß",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textemdash": "—",
    "textendash": "–",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotesingle": "'",
    "th": "þ",
}
LETTER = r"(?:\\[ij](?![A-Za-z])\s*(?:\{\})?|[^\W\d_])"
ACCENT = rf"""\\(?:[`'^"~=.]\s*|[bcdHkruv](?:\s+|(?=\{{)))(?:\{{{LETTER}\}}|{LETTER})"""
NAME = rf"""\\(?:{"|".join(sorted(NAMED, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|\s+)?"""
ACCENT_RE = re.compile(rf"\{{{ACCENT}\}}|{ACCENT}")
r"""`{\'e}`, `\'e`, `\'{e}`, `\c{c}`, `\c c`, `{\"\i}`. Braces around one command protect nothing."""
NAME_RE = re.compile(rf"\{{{NAME}\}}|{NAME}")
r"""`{\O}`, `\o{}`, `\ss `"""
ESCAPED_RE = re.compile(r"\\([&%$#_])")
COMMAND_RE = re.compile(r"\\(?:[A-Za-z]+|.|$)", re.DOTALL)
SIGNS = ((r"\-", ""), (r"\,", "\u202f"), (r"\/", ""), (r"\ ", " "), ("``", "“"), ("''", "”"), ("`", "‘"), ("~", " "))
"""What is left once accents are read: hyphens that may break a line, quotation marks, ties."""


def decode(value: str) -> str:
    """Return a text with its letters as letters and its braces as they are."""
    if not re.search(r"[\\`~]|''", value):
        return value
    value = ACCENT_RE.sub(_accented, value)
    for tex, sign in SIGNS:
        value = value.replace(tex, sign)
    value = NAME_RE.sub(lambda match: NAMED[re.sub(r"[^A-Za-z]", "", match[0])], value)
    return ESCAPED_RE.sub(r"\1", value)


def commands(value: str) -> tuple[str, ...]:
    """Return the commands that stand in a decoded text because they are not known."""
    return tuple(COMMAND_RE.findall(value))


def _accented(match: re.Match[str]) -> str:
    r"""`{\v{c}}` to č: the first sign says which accent, the last letter what bears it."""
    signs = re.sub(r"[{}\\\s]", "", match[0])
    return unicodedata.normalize("NFC", signs[-1] + ACCENTS[signs[0]])
