"""How wide a line is when set in a common sans face.

Lines cut by a typesetter are about equally wide, not equally long: `will` is half as wide as `warm`. The widths are
those of Helvetica, to which Arial, Liberation Sans and Nimbus Sans are equal, in thousandths of the type size.
"""

from __future__ import annotations

import re
import unicodedata

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
GLUED_NUMBER_RE = re.compile(r"(?<=[^\d\s])\d{1,3}$")
"""A marker at a line's end, which was set small and high: `protecting1`. Not `2011`, which stands apart."""


def width(text: str) -> int:
    """Measure a text, in thousandths of the type size; a number glued to its end is a marker and not counted."""
    total = 0
    for char in GLUED_NUMBER_RE.sub("", text):
        base = unicodedata.normalize("NFD", char)[0]
        total += WIDTHS.get(base, WIDTHS[" "] if base.isspace() else AVERAGE)
    return total
