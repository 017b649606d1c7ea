"""Pandoc's inlines to HTML of a few tags, and that to a Wording, with what pandoc sets wrong set right."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence
from typing import Any

from florilegium.model import Wording
from florilegium.styles.readying import ARTICLES, HYPHEN, MARK

TAGS = {
    "Strong": ("<b>", "</b>"),
    "Superscript": ("<sup>", "</sup>"),
    "Subscript": ("<sub>", "</sub>"),
    "SmallCaps": ('<span style="font-variant: small-caps">', "</span>"),
}
TAG = r"(?:<[^<>]*>)*"
DROPPED_STOP_RE = re.compile(rf"{MARK}({TAG})\.")
"""A full stop after the question mark of a title: `Success?.` is never meant."""
STOP_AFTER_INNER_QUOTE_RE = re.compile(rf"’({TAG})([.,])(?={TAG}”)")
"""`“Was ‘Not Genocide’.”`: American usage sets the stop inside both quotes."""
STOP_AFTER_ITALICS_RE = re.compile(rf"(?<![.,?!])”((?:</i>|</b>)+)([.,])(?!{TAG}”)")
"""`<i>“A Problem from Hell”</i>.`: the same, where the quotation ends with the italics."""
CLOSING_RE = re.compile(r"’(?!\w)")
"""The end of an inner quotation, or of a plural: `States’`. An apostrophe within a word is neither."""
RETRIEVED_RE = re.compile(rf"\bRetrieved (?={TAG}https?://)")
"""`Retrieved https://…`: without the day on which it was, the word says nothing, and its style does not want it."""
VERSION_RE = re.compile(r"(?<=, )Version(?= \d)")
"""A word that begins no sentence."""
UPRIGHT, UPRIGHT_END = "\ue000", "\ue001"
"""Around what a style wants upright, should it come to stand in italics."""
SPACES_RE = re.compile(r"[ \t\r\n]+")


def html(inlines: Sequence[Any]) -> str:
    """Return the inlines of pandoc's JSON as HTML on one line, with the tags that a Wording may have."""
    text = SPACES_RE.sub(" ", "".join(_inline(inline) for inline in inlines)).strip()
    return tidy(text.replace("<i></i>", "").replace(UPRIGHT, "").replace(UPRIGHT_END, ""))


def worded(text: str) -> Wording:
    """Return HTML as a Wording, with its plain text."""
    return Wording(entities.unescape(re.sub(r"<[^<>]*>", "", text)), text)


def tidy(text: str) -> str:
    """Set right what pandoc sets wrong, in HTML; and take away our marks."""
    text = DROPPED_STOP_RE.sub(r"\1", text).replace(MARK, "").replace(HYPHEN, "-")
    for article, sign in ARTICLES.items():
        text = text.replace(sign, article)
    text = VERSION_RE.sub("version", text)
    text = STOP_AFTER_ITALICS_RE.sub(r"\2”\1", text)
    return STOP_AFTER_INNER_QUOTE_RE.sub(_stop_inside, RETRIEVED_RE.sub("", text))


def _stop_inside(match: re.Match[str]) -> str:
    """Move a stop inside, if the quotation mark before it ends a quotation: a plural possessive, `States’`, stays."""
    quoted = match.string[match.string.rfind("“", 0, match.start()) + 1 : match.start()]
    opened, closed = quoted.count("‘"), len(CLOSING_RE.findall(quoted))
    return f"{match[2]}’{match[1]}" if opened > closed else match[0]


def _inline(inline: Any) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind == "Emph":
        return _italics(_all(content))
    if kind in TAGS:
        opening, closing = TAGS[kind]
        return opening + _all(content) + closing
    match kind:
        case "Str":
            return entities.escape(content, quote=False)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Link":
            return _link(_all(content[1]), content[2][0])
        case "Span":
            return _span(_all(content[1]), content[0][1])
        case "Quoted":
            opening, closing = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            return opening + _all(content[1]) + closing
        case "Underline" | "Strikeout":
            return _all(content)
        case _:  # Code, Math and raw text, which no CSL style makes: what they hold, as text
            return entities.escape(str(content[-1]), quote=False)


def _all(inlines: Sequence[Any]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _italics(text: str) -> str:
    """Return italics in which what was italic, or is to be upright, is upright: the title of a work within a title."""
    upright = text.replace("</i>", UPRIGHT_END).replace("<i>", UPRIGHT)
    return f"<i>{upright.replace(UPRIGHT, '</i>').replace(UPRIGHT_END, '<i>')}</i>"


def _link(text: str, address: str) -> str:
    if not address.startswith(("https://", "http://")):
        return text
    return f'<a href="{entities.escape(address)}">{text}</a>'


def _span(text: str, classes: Sequence[str]) -> str:
    if "nodecor" in classes:
        return f"{UPRIGHT}{text}{UPRIGHT_END}"
    # What a style sets into a margin or a line of its own is a word of its own.
    return f" {text} " if any(one.startswith("csl-") and one != "csl-right-inline" for one in classes) else text
