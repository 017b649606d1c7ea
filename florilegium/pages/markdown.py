"""Text to Markdown that shows exactly that text.

The words of a source are never markup. Only what Python-Markdown (with the extensions in mkdocs.yml) or another common
renderer would read as markup is escaped, so that the pages stay readable as files. A backslash is used where all
renderers know it; a numeric entity where Python-Markdown does not: for `<`, `^`, `:`, `|` and `~`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

import yaml

ALWAYS = str.maketrans(
    {
        "\\": "&#92;",
        "`": "&#96;",
        "*": "\\*",
        "[": "\\[",
        "]": "\\]",
        "<": "&lt;",
        ">": "&gt;",
        "{": "&#123;",
        "}": "&#125;",
        "|": "&#124;",
        "^": "&#94;",
        "~": "&#126;",
        "$": "&#36;",
    }
)
"""Signs that may be markup wherever they stand."""
ENTITY_RE = re.compile(r"&(?=#?\w+;)")
"""An ampersand that would begin an entity: `&nbsp;`. Not that of `R&D`."""
UNDERSCORE_RE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""An underscore at the edge of a word: `_so_`. Not that of `torture_report`."""
DOUBLED_RE = re.compile(r"(?<==)=|(?<=\+)\+|(?<=%)%|(?<=:):|(?<=\]):|(?<=!)!|(?<=\?)\?")
"""The second of two signs that are read as a pair: `==`, `++`, `::`, `!!`, `??`; and `]:`, as in `[name]: address`."""
OPENING_RE = re.compile(r"(?P<mark>[-+#:=!?%])|(?P<number>\d{1,9})(?P<stop>[.)])(?=\s|$)")
"""What a line may begin with and be a list, a heading, a rule, a fence or an admonition: `- `, `# `, `:::`, `1986. `"""
AUTOLINK_RE = re.compile(r"https?://[^\s<>\"\\^`{|}\[\]*]+")
"""An address that stands between `<` and `>` as it is, nothing in it read as markup before."""

WORDING_TAG_RE = re.compile(
    r"""<a\ href="(?P<address>[^"]*)">(?P<shown>(?P=address)</a>)?
    |(?P<kept></?(?:i|b|sup|sub)>|<span\ style="font-variant:\ small-caps">|</(?:span|a)>)""",
    re.VERBOSE,
)
"""A tag of a formatted citation, or a whole link that shows its own address."""


def escape(text: str) -> str:
    """Return Markdown that renders as `text`, wherever on a line it is put.

    `text` is one line with single spaces and none at its ends.
    """
    shown = ENTITY_RE.sub("&amp;", text).translate(ALWAYS)
    shown = UNDERSCORE_RE.sub(r"\\_", shown)
    shown = DOUBLED_RE.sub(_entity, shown)
    shown = re.sub(r"#$", r"\\#", shown)
    opening = OPENING_RE.match(shown)
    if opening and opening["mark"]:
        return _entity(opening) + shown[1:]
    if opening:
        return f"{opening['number']}\\{opening['stop']}{shown[opening.end() :]}"
    return shown


def escape_piece(piece: str) -> str:
    """Escape a part of a line, the spaces at its ends kept."""
    words = piece.strip(" ")
    before, _, after = piece.partition(words) if words else (piece, "", "")
    return f"{before}{escape(words)}{after}"


def escape_cell(text: str) -> str:
    """Return Markdown for a cell of a table; an empty cell is a no-break space."""
    return escape(text) or "&nbsp;"


def with_addresses(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return Markdown in which the given spans, which are web addresses, are links that show themselves."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        address = text[start:end]
        if AUTOLINK_RE.fullmatch(address):
            pieces.extend((escape(text[at:start]), f"<{address}>"))
            at = end
    return "".join((*pieces, escape(text[at:])))


def from_html(html: str) -> str:
    """Return Markdown that shows a formatted citation: its words escaped, its tags (see `Wording.html`) as they are."""
    pieces: list[str] = []
    at = 0
    for tag in WORDING_TAG_RE.finditer(html):
        pieces.append(escape_piece(unescape(html[at : tag.start()])))
        at = tag.end()
        address = unescape(tag["address"] or "")
        if tag["shown"] and AUTOLINK_RE.fullmatch(address):
            pieces.append(f"<{address}>")
        elif tag["shown"]:
            pieces.append(external_link(address, address))
        else:
            pieces.append(tag["kept"] or f"<a href={attribute(address)}>")
    return "".join((*pieces, escape_piece(unescape(html[at:]))))


def external_link(label: str, address: str) -> str:
    """Return a link to elsewhere. In Markdown's own form a bracket in the address would end it."""
    return f"<a href={attribute(address)}>{escape(label)}</a>"


def attribute(text: str) -> str:
    """Return a value for an attribute list or HTML attribute, in quotation marks."""
    return '"' + re.sub(r"[\\`*_\[\]{}|]", _entity, in_html(text)) + '"'


def in_html(text: str) -> str:
    """Return a text as HTML has it, between tags or between quotation marks."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def front_matter(values: dict[str, object]) -> str:
    """Return the metadata block of a page, keys in the order given."""
    return "---\n" + yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=1000) + "---\n"


def _entity(match: re.Match[str]) -> str:
    sign = match[0][0]
    return f"&#{ord(sign)};"
