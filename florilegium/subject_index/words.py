"""Texts to their words, as the index compares them: where each stands, and what stands before it.

Spaces and dashes are alike, curly quotation marks and straight ones, composed letters and decomposed ones. The stops of
an initialism belong to it: `U.S.` is one word, and neither `US` nor the beginning of `U.S.S.R.`
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from florilegium.addresses import addresses
from florilegium.model import AUTHORS_TEXT, Block, Placed

BREAK = "\0"
"""Stands in no text, so that no variant holds it: what is searched is broken there."""
MARKS = "".join(char for char in map(chr, range(0x300, 0x1F000)) if unicodedata.category(char).startswith("M"))
"""All that belong to the letter before them, as in a decomposed `é`; `\\w` has none of them."""
DASHES = frozenset("-‐‑‒–—―−⸺⸻﹘﹣－֊־")
LIKE = {ord(char): plain for chars, plain in ((DASHES, " "), ("‘’‚‛ʼʻ′`´", "'"), ("“”„‟″«»", '"')) for char in chars}
"""One character for one, so that offsets hold."""
SPACES_RE = re.compile(r"\s+")
LETTER = rf"[^\W\d_][{MARKS}]*"
WORD_RE = re.compile(
    rf"""
    {LETTER} (?: \. {LETTER} )+ (?! [^\W_] ) \.?  # an initialism: `U.S.`, `U.S.A`, `e.g.`
    | [^\W_]+ (?: [{MARKS}]+ [^\W_]* )*  # letters and figures: `B2B`, `café`, `1973`
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    start: int
    """Offset into the text as given."""
    end: int
    exact: str
    """Its letters and figures, composed."""
    any_case: str
    """The same without case."""
    gap: str
    """What stands between it and the word before: spaces and dashes as one space, quotation marks straight."""


def searched(placed: Placed) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each ¶ and note in which the index looks for terms: the ¶, then the notes."""
    for block in placed.document.blocks:
        if block.kind in AUTHORS_TEXT:
            yield block.id, _text(block)
    for note in placed.document.notes:
        yield note.id, note.text


def _text(block: Block) -> str:
    """Return the text of a block; of a table, broken between its cells, which are no sentence together."""
    cells = [cell for row in block.rows for cell in row if cell]
    # The text has a space there, so that offsets hold.
    return BREAK.join(cells) if len(BREAK.join(cells)) == len(block.text) else block.text


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, those of web addresses left out; these break it."""
    plain = like(text)
    for start, end in addresses(text):
        plain = plain[:start] + BREAK * (end - start) + plain[end:]
    found: list[Word] = []
    before = 0
    for match in WORD_RE.finditer(plain):
        exact = unicodedata.normalize("NFC", match[0])
        any_case = unicodedata.normalize("NFC", exact.casefold())
        gap = SPACES_RE.sub(" ", plain[before : match.start()])
        found.append(Word(match.start(), match.end(), exact, any_case, gap))
        before = match.end()
    return tuple(found)


def like(text: str) -> str:
    """Return a text of the same length, with dashes as spaces and straight quotation marks."""
    return text.translate(LIKE)


def alike(text: str) -> str:
    """Return what a text shares with all that are found in the same places, or would be but for their capitals."""
    return " ".join(like(unicodedata.normalize("NFC", text)).split()).casefold()
