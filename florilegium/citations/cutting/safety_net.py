"""Look for signs of apparatus in what no rule has claimed, so that a work is never missed in silence.

A sentence that holds an imprint, a page after a comma, a case, a document number or `op. cit.` is cut as doubtful: it
becomes a problem that an editor decides. What only continues the citation before it is none: `, esp. pp. 14–20`.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.laws import SYMBOL
from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.pinpoints import PINPOINTS, UNIT
from florilegium.citations.printed_dates import MONTH

YEAR = r"(?:1[6-9]|20)\d\d"
SIGNS_RE = re.compile(
    rf"""\((?:[^():]+:\s)?[^():]*?[,\s]{YEAR}\)(?=[,.;:)]|$)              # (Princeton, 1999)
    | ,[”"’]\s+(?:[A-Z0-9(]|in\s[A-Z]|pp?\.) | [”"’],\s+(?:[A-Z0-9]|pp?\.)  # ,” Survival
    | [.?!][”"’]\s+(?:\d|[A-Z][^.;]{{0,80}},\s[^.;]{{0,12}}{YEAR})            # .” Foreign Affairs, June 2017
    | \({YEAR}[a-z]?\)[.,]?\s+[“‘"A-Z]                                   # (2002), A Problem
    | \b[A-Z]\w+:\s[A-Z][^.;:]{{2,60}},\s{YEAR}                            # Oxford: Clarendon, 2007
    | \b\d+\s?\(\d+\)[:,]\s | \bno\.\s\d+\s\([^()]*{YEAR}\)            # 31, no. 3 (2017)
    | ,\s(?:[Aa]rt(?:icles?|\.)|ss?\.|§§?|[Rr]ecital)\s?\d                # , art. 2
    | \b(?:U\.?N\.?T\.?S|Stat)\.\s\d | \bU\.?N\.?T\.?S\.?\s\d
    | ,\s(?!{YEAR})(?:{UNIT}\s*)?\d+(?:\(\d+\))?[\d.–-]*(?=[\s.]*$|\s\(|;|\.\s)   # , para. 1
    | \b[A-Z]\w*\.?\sv\.\s[A-Z] | \bU\.?S\.?C\. | Pub\.\sL\. | Case\sNo\. | O\.?J\.?\s[LC]\s
    | {SYMBOL} | \b(?:op\.\scit\.|loc\.\scit\.|supra\snote|[Ii]bid|[Ii]d\.\sat\s)
    | (?<![\w–-])(?!{MONTH}[\s,(])[A-ZÀ-Þ][\w’-]+,?\s                       # Bellamy 2009
      \(?{YEAR}[a-z]?\)?(?:,\s(?:pp?\.\s)?\d|[;)]|[\s.]*$)
    | \.\s\(?{YEAR}[a-z]?\)?\.\s+[“‘"A-Z]                            # Drezner, D. W. 1999.
    | https?:// | \bdoi:\s*10\.""",
    re.VERBOSE,
)
CONTINUES_RE = re.compile(rf"[\s,.;:)\]>]*(?:(?:esp\.|especially|and|see|at)\s+)?(?:{PINPOINTS})?[\s,.;:)]*")
LEAD_SIGNS = " ,.;:)("


def doubtful_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the sentences between two offsets that look as if they named a work, each without a title."""
    text = note.text
    continued = CONTINUES_RE.match(text, start, end) if start else None
    at = continued.end() if continued else start
    cuts: list[Cut] = []
    for first, last, _ in note.units(at, end):
        reached = first
        for sign in SIGNS_RE.finditer(text, first, last):
            if sign.start() < reached:
                continue
            a = max((reached, *note.stops_in(reached, sign.start() + 1)))
            reached = next(iter(note.stops_in(sign.end() - 1, last)), last)
            a += len(text[a:reached]) - len(text[a:reached].lstrip(LEAD_SIGNS))
            b = a + len(text[a:reached].rstrip(LEAD_SIGNS))
            cuts.append(Cut(a, b, (a, a), "", "", text[a:b], doubtful=True))
    return cuts
