"""How wide a line is when set in a common sans face.

Lines cut by a typesetter are about equally wide, not equally long: `will` is half as wide as `warm`. The widths are
those of Helvetica, to which Arial, Liberation Sans and Nimbus Sans are equal, in thousandths of the type size.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r“”",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~",
    604: "●",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
WIDTHS = {char: width for width, chars in _LETTERS.items() for char in chars}
AVERAGE = 556
MARKER_RE = re.compile(r"(?<=[a-z.,;:!?”’)\]])(?<!\d[.,])\d{1,3}(?![\w%]|[.,]\d)")
"""A number that may be a marker, set small and high: `protecting1`. Not `2011`, `F-35` or `500,000`."""
SMALL = 0.6
"""The size of a marker, against that of the text."""
SEVERAL = 30
"""From so many lines on, a line that sticks out is seen to do so."""
OUTLYING = 1.03
"""A line sticks out if it is so much wider than the next widest: an address that could not be broken, say."""
FEW = 0.02
"""The share of lines that may stick out."""


def width(text: str) -> int:
    """Measure a text, in thousandths of the type size."""
    markers = "".join(MARKER_RE.findall(text))
    return _set(MARKER_RE.sub("", text)) + round(SMALL * _set(markers))


def measure_of(texts: Iterable[str]) -> int:
    """Return the width of a full line: the widest, but for a few that stick out."""
    found = sorted((width(text) for text in texts), reverse=True)
    few = int(FEW * len(found)) + 1 if len(found) >= SEVERAL else 0
    outlying = next((at for at in range(few, 0, -1) if found[at - 1] > OUTLYING * found[at]), 0)
    return found[outlying] if found else 0


def _set(text: str) -> int:
    total = 0
    for char in text:
        base = unicodedata.normalize("NFD", char)[0]
        total += WIDTHS.get(base, WIDTHS[" "] if base.isspace() else AVERAGE)
    return total
