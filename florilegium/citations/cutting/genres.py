"""What a work says it is, after its title and without a capital: `“Nine More Firms,” press release, May 2021`."""

from __future__ import annotations

import re

GENRE = (
    r"(?:(?:press|news|media)\s+(?:release|statement|briefing|conference)|(?:[A-Z]\w+\s+)?post|blog(?:\s+post)?|tweet"
    r"|editorial|op-ed|opinion|commentary|letter(?:\s+to\s+the\s+editor)?|interview|speech|remarks|statement|testimony"
    r"|lecture|keynote|transcript|podcast|video|fact\s?sheet|memorandum|memo|(?:book\s+)?review(?:\s+essay)?|report"
    r"|(?:policy|working|research|discussion|white|issue|briefing|conference|unpublished)\s+(?:paper|brief|report)"
    r"|unpublished\s+manuscript|manuscript|data\s?set|database)"
)
GENRE_RE = re.compile(rf"{GENRE}(?=\s*(?:[,.;(¦]|$))")
"""With the stop after it, for `“Peace” report after report` is no genre."""
