"""Where a citation ends: with its address, at a break, before a remark, or before the next author turned around.

`Walzer, Just and Unjust Wars (New York: Basic Books, 1977), 107, the case is rare` ends after the page.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.genres import GENRE
from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.prose import is_prose
from florilegium.citations.printed_dates import ACCESSED_RE

NEW_WORK_RE = re.compile(
    r"""\s+[^\W\d_a-z][\w’'–-]*(?:\s[^\W\d_][\w’'–-]*){0,2},   # the family name
    \s+(?:[^\W\d_a-z][\w’'–-]*\.?\s?){1,4}                     # given names
    (?:(?<=[.\s])[“‘"A-Z]|[.,]\s|and\s)                         # a title, or more names""",
    re.VERBOSE,
)
"""`Luck, Edward C. UN`; not `Washington, DC: Brookings`"""
REMARK_RE = re.compile(
    rf"""(?: (?<=[\d)”’"]),\s+ | (?<=\))\s+ )
    (?!(?: accessed | at | pp? | paras? | esp | especially | vols? | nos? | chaps? | chs? | arts? | secs? | ss? | in
         | eds? | edn | edited | trans | translated | available | last | updated | rev | revised | cited | notes?
         | nn? | fn | repr | reprinted | press | online | release | special | issue | emphasis | et | passim | ff?
         | sess | session | adopted | opened | signed | entered | part | section | book | table | fig | working
         | unpublished | paper | doi | with | and | as | of | on | by | from | for | the\s[A-Z] | [ivxl]+ | {GENRE} )\b)
    [a-z]""",
    re.VERBOSE,
)
"""How prose goes on after a date, a page or an imprint: `, who takes it from`, `, gives 200,000`, ` is the best`"""
DATED_RE = re.compile(r"\d[’”\")\]]*\.?$")


def citation_end(note: NoteText, at: int, following: int) -> int:
    """Return where a citation ends of which the words up to `at` are certain and that ends before `following`."""
    text = note.text
    stop = next((one.start for one in note.breaks_in(at, following)), following)
    address = next((span for span in note.addresses_in(at, stop)), None)
    if address:
        return _through_address(note, at, address, following)
    remark = REMARK_RE.search(text, at, stop)
    limit = remark.start() if remark else stop
    reached = at
    for end in (*note.stops_in(at, limit), limit):
        if reached > at and (is_prose(text[reached:end]) or _begins_another(text, at, reached, limit)):
            break
        reached = end
    end = at + len(text[at:reached].rstrip(" ,;.("))
    # The bracket in which the whole citation stands is none of it.
    closes = text[at:end].endswith(")") and text.count(")", at, end) > text.count("(", at, end)
    return end - 1 if closes else end


def with_access(text: str, end: int) -> int:
    """Return the offset after what belongs to an address that ends at `end`: its bracket, the date of a visit."""
    end += text[end : end + 1] == ">"
    accessed = ACCESSED_RE.match(text, end)
    return accessed.end() if accessed else end


def _through_address(note: NoteText, at: int, address: tuple[int, int], following: int) -> int:
    """Follow the sentences up to the address: the one that leads to it belongs to the citation, whatever it says."""
    text = note.text
    reached = at
    for end in (*note.stops_in(at, address[0]), address[1]):
        if reached > at and end != address[1] and is_prose(text[reached:end]):
            return at + len(text[at:reached].rstrip(" ,;."))
        if reached > at and _begins_another(text, at, reached, following):
            return at + len(text[at:reached].rstrip(" ,;."))
        reached = end
    return min(with_access(text, address[1]), following)


def _begins_another(text: str, at: int, reached: int, limit: int) -> bool:
    """Say whether the sentence after a date or pages begins with an author turned around."""
    return bool(DATED_RE.search(text[max(at, reached - 12) : reached]) and NEW_WORK_RE.match(text, reached, limit))
