"""Pages, paragraphs and chapters to which a note points: `45–7`, `pp. 12, 14`, `paras. 4.18–4.20`, `chap. 2`, `xi`."""

from __future__ import annotations

import re

UNIT = (
    r"(?i:at|pp?\.?|paras?\.|paragraphs?|chaps?\.|chapters?|chs?\.|cols?\.|secs?\.|sections?|ss?\.|§§?|nn?\.|notes?|fn\.|"
    r"parts?|pts?\.|bks?\.|esp\.(?:\s+pp?\.)?)"
)
"""What may stand before a number: `p.`, `paras.`, `at`."""
ROMAN = r"(?=[ivxl])l?x{0,3}(?:ix|iv|v?i{0,3})"
ARABIC = r"[A-Z]?\d+(?:\.\d+)*"
NUMBER = rf"(?:(?:{ARABIC}(?:[–-]+{ARABIC})?|{ROMAN}(?:[–-]+{ROMAN})?|[IVX]+)(?![\w’'–-])(?:\(\d+\))?|\d+ff?\b\.?)"
"""`45`, `108–9`, `4.18–4.20`, `xi`, `A1`"""
NO_YEAR = r"(?!(?:1[6-9]|20)\d\d[a-z]?(?![\d–-]))"
PINPOINT = rf"(?:{UNIT}\s*{NUMBER}|{NO_YEAR}{NUMBER})"
PINPOINTS = rf"{PINPOINT}(?:(?:,|,?\s+and|\s+&)\s+{PINPOINT})*"
PINPOINTS_RE = re.compile(rf"(?<![\w.]){PINPOINTS}(?!\w)")
"""A bare number that could be a year is none."""
