"""Look for signs of apparatus in what no rule has claimed, so that a work is never missed in silence.

A sentence that holds an imprint, a page after a comma, a case, a document number or `op. cit.` is cut as doubtful: it
becomes a problem that an editor decides. So is one that is no prose and leads to a full date: `Minutes of the Board, 4
May 2020`. What only continues the citation before it is none: `, esp. pp. 14–20`.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.genres import GENRE
from florilegium.citations.cutting.imprinted import PUBLISHING
from florilegium.citations.cutting.laws import SYMBOL
from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.pinpoints import PINPOINTS, UNIT
from florilegium.citations.cutting.prose import is_prose
from florilegium.citations.cutting.spans import Span
from florilegium.citations.cutting.unquoted import UNPUBLISHED_RE
from florilegium.citations.printed_dates import DATE_RE, MONTH

YEAR = r"(?:1[6-9]|20)\d\d"
SIGNS_RE = re.compile(
    rf"""\((?:[^():]+:\s)?[^():]*?[,\s]{YEAR}\)(?=[,.;:)]|\s\d|$)           # (Princeton, 1999)
    | \([^()]*\b{PUBLISHING}(?:,[^()]*)?\s{YEAR}\)                  # (Hale Press, reissue 2005)
    | ,[”"’]\s+(?:[A-Z0-9(]|in\s[A-Z]|pp?\.) | [”"’],\s+(?:[A-Z0-9]|pp?\.)  # ,” Survival
    | [.?!][”"’]\s+(?:\d|[A-Z][^.;]{{0,80}},\s[^.;]{{0,12}}{YEAR})            # .” Foreign Affairs, June 2017
    | \({YEAR}[a-z]?\)[.,]?\s+[“‘"A-Z]                                   # (2002), A Problem
    | \b[A-Z]\w+:\s[A-Z][^.;:]{{2,60}},\s{YEAR}                            # Oxford: Clarendon, 2007
    | \b\d+\s?\(\d+\)[:,]\s | \bno\.\s\d+\s\([^()]*{YEAR}\)            # 31, no. 3 (2017)
    | ,\s(?:[Aa]rt(?:icles?|\.)|ss?\.|§§?|[Rr]ecital)\s?\d                # , art. 2
    | \b(?:U\.?N\.?T\.?S|Stat)\.\s\d | \bU\.?N\.?T\.?S\.?\s\d
    | ,\s(?!{YEAR})(?:{UNIT}\s*)?\d+(?:\(\d+\))?[\d.–-]*(?=[\s.]*$|\s\(|;|\.\s)   # , para. 1
    | ,\s(?:[Vv]ol|[Dd]oc)s?\.\s\w+(?=[,.;\s]*$|[,.;]\s)                 # , vol. 12, doc. 5
    | \b[A-Z]\w*\.?\sv\.\s[A-Z] | \bU\.?S\.?C\. | Pub\.\sL\. | Case\sNo\. | O\.?J\.?\s[LC]\s
    | {SYMBOL} | \b(?:op\.\scit\.|loc\.\scit\.|supra\snote|[Ii]bid|[Ii]d\.\sat\s)
    | (?<![\w–-])(?!{MONTH}[\s,(])[A-ZÀ-Þ][\w’-]+,?\s                       # Bellamy 2009
      \(?{YEAR}[a-z]?\)?(?:,\s(?:pp?\.\s)?\d|[;)]|[\s.]*$)
    | \.\s\(?{YEAR}[a-z]?\)?\.\s+[“‘"A-Z]                            # Drezner, D. W. 1999.
    | https?:// | \bdoi:\s*10\.""",
    re.VERBOSE,
)
CONTINUES_RE = re.compile(rf"[\s,.;:)\]>]*(?:(?:esp\.|especially|and|see|at)\s+)?(?:{PINPOINTS})?[\s,.;:)]*")
BEFORE_DATE_RE = re.compile(r",\s+|\s+\(")
"""What a date follows that is the date of a work; not `resigned on 4 March 2003`"""
ANY_GENRE_RE = re.compile(GENRE, re.IGNORECASE)
LEAD_SIGNS = " ,.;:)("
FEWEST_DATED, MOST_DATED = 3, 15
"""Words that lead from the start of a sentence to a full date, if that is the date of a work."""
LONGEST_DATED = 200
"""Letters of these."""


def doubtful_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the sentences between two offsets that look as if they named a work, each without a title."""
    text = note.text
    continued = CONTINUES_RE.match(text, start, end) if start else None
    at = continued.end() if continued else start
    cuts: list[Cut] = []
    for first, last, _ in note.units(at, end):
        reached = first
        for a, b in _signs(note, first, last, alone=not start or bool(re.search("[.;]", text[start:first]))):
            if a < reached:
                continue
            begins = max((reached, *note.stops_in(reached, a + 1)))
            reached = next(iter(note.stops_in(b - 1, last)), last)
            begins += len(text[begins:reached]) - len(text[begins:reached].lstrip(LEAD_SIGNS))
            ends = begins + len(_trimmed(text[begins:reached]))
            cuts.append(Cut(begins, ends, (begins, begins), "", "", text[begins:ends], doubtful=True))
    return cuts


def _trimmed(words: str) -> str:
    """Cut off what follows the last word, but for a bracket that was opened among the words."""
    bare = words.rstrip(LEAD_SIGNS)
    return f"{bare})" if words.startswith(f"{bare})") and bare.count("(") > bare.count(")") else bare


def _signs(note: NoteText, start: int, end: int, *, alone: bool) -> list[Span]:
    """Return where the signs stand; a date is one only in a sentence that continues no citation before it."""
    signs = [match.span() for match in SIGNS_RE.finditer(note.text, start, end)]
    for date in DATE_RE.finditer(note.text, start, end):
        begins = max((start, *note.stops_in(start, date.start())))
        full = date["day"] or date["day2"]
        if full and (alone or begins > start) and date.start() - begins <= LONGEST_DATED:
            signs += [date.span()] if _leads_to_date(note.text[begins : date.start()]) else []
    return sorted(signs)


def _leads_to_date(words: str) -> bool:
    """Say whether these may be the title of a work: few, set off from the date, no prose, and nothing unpublished."""
    set_off = next(reversed(list(BEFORE_DATE_RE.finditer(words))), None)
    said = words.strip(LEAD_SIGNS)
    begins = said[:1].isupper() or said[:1] == "@"
    if set_off is None or set_off.end() != len(words) or not begins or UNPUBLISHED_RE.match(said):
        return False
    return FEWEST_DATED <= len(said.split()) <= MOST_DATED and not is_prose(ANY_GENRE_RE.sub("Genre", said))
