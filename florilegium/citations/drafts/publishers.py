"""Where a note prints place and publisher of a book: in brackets, after a colon, after stops.

A bar stands for what has been read and taken out of the words.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.imprinted import PUBLISHING
from florilegium.citations.printed_dates import DATE_RE, YEAR

BAR = "¦"
STOPS = " ,.;:¦()[]‘’“”'\""
PLACE = r"[A-ZÀ-Þ][^.,:;()\d¦]*(?:,\s(?:[A-Z]{2}|[A-Z][a-z]{1,4}\.|D\.C\.))?"
"""`New York`; `Cambridge, MA`; `Cambridge, Mass.`"""
PUBLISHER = r"[A-ZÀ-Þ][^():;\d¦]*?"
IN_BRACKETS_RE = re.compile(
    rf"\(\s*(?:(?P<place>{PLACE}):\s)?(?P<publisher>{PUBLISHER}(?:(?=,)|\b{PUBLISHING}(?=\s)))"
    rf"(?:,\s*(?:(?:[a-z]+\.?|\d+(?:st|nd|rd|th))\s+){{0,2}}|\s+)(?:{YEAR})\s*\)"
)
"""`(New York: Basic Books, 2002)`, `(Verso, 2022)`, `(Hale Press 2005)`, `(Hale Press, reissue 2005)`"""
WITH_COLON_RE = re.compile(
    rf"(?:^|[.,;¦])\s*(?P<place>{PLACE}):\s(?P<publisher>{PUBLISHER})(?=,\s*{YEAR}|[.,;]\s|[.,;]?$|¦)"
)
"""`, New York: Basic Books`, `. New York: Basic Books, 2002`"""
WITH_STOP_RE = re.compile(rf"(?:^|[.¦])\s*(?P<place>{PLACE})\.\s(?P<publisher>{PUBLISHER}),\s*{YEAR}")
"""`. New York. HarperCollins, 2003`"""


def published(text: str, *, book: bool) -> tuple[re.Match[str], str, str] | None:
    """Return where the imprint stands, the place and the publisher; None where a note prints none.

    The last one: the title of the book that holds a chapter may have a colon too. Only after the title of a book does
    a stop part place and publisher.
    """
    for shape in (IN_BRACKETS_RE, WITH_STOP_RE, WITH_COLON_RE) if book else (IN_BRACKETS_RE, WITH_COLON_RE):
        match = next(reversed(list(shape.finditer(text))), None)
        if match and not DATE_RE.search(match["publisher"]):
            return match, (match["place"] or "").strip(STOPS), match["publisher"].strip(" ,.;")
    return None
