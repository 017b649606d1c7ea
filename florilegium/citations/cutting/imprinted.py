"""Cut books out of a note by their imprint: `Samantha Power, A Problem from Hell (New York: Basic Books, 2002), 23`.

The imprint is sure, so prose around it takes nothing away: the title before it begins after the names, or where the
words set as a title begin. A date alone in brackets is no imprint: `The intervention (1999) failed`.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.authors import after_lead, authors_start, split_authors, title_suffix
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.endings import citation_end
from florilegium.citations.cutting.note_text import IMPRINT_RE, NoteText
from florilegium.citations.cutting.prose import is_prose
from florilegium.citations.cutting.spans import Span

PUBLISHING = r"(?:Press|Publish(?:ers?|ing)|Books|University|UP|Verlag|[ÉE]ditions|Editorial|Academic|Presses)"
"""The last word of the names of publishers"""
PUBLISHER_RE = re.compile(
    r"\((?=[A-Z])[^():]{2,120}?(?:,\s+(?:(?:[A-Z][a-z]+|[a-z]+\.?|\d+(?:st|nd|rd|th)\s+edn?\.?|edn?\.?),?\s+){0,2}"
    rf"|\b{PUBLISHING}\s+)(?:1[6-9]|20)\d\d\)"
)
"""An imprint without a colon: `(Princeton, 1999)`, `(PhD diss., Columbia University, 2019)`, `(Hale Press 2005)`,
`(Hale University Press, reissue 2005)`"""
MOST_COMMAS = 12
"""Before an imprint, in prose."""
PROSE_OPENS_RE = re.compile(r"(?:As|In|On|By|For|This|That|He|She|It|We|They|According)\s")
NO_TITLE_RE = re.compile(
    r"(?:,\s+(?:vols?\.\s*\w+|\d+\s+vols?\.|\d+(?:st|nd|rd|th)\s+edn?\.?|rev\.\s+edn?\.?|(?:eds?|trans)\.\s[^,]+"
    r"|(?:[A-Z]+[-/ ])+\d[\w/-]*|no\.\s*\d+))+,?$"
)
"""What may stand between a title and its imprint: `, vol. 1`, `, 2nd ed.`, `, GAO-20-145`, `, trans. Ann Hart`"""


def imprint_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the citations between two offsets that have an imprint in brackets after the title."""
    cuts: list[Cut] = []
    for first, last, _ in note.units(start, end):
        at = first
        for match in IMPRINT_RE.finditer(note.text, first, last):
            if not match["place"] and not PUBLISHER_RE.fullmatch(match[0]):
                continue
            cut = _cut(note, max(at, cuts[-1].end if cuts else first), match, last)
            if cut:
                cuts.append(cut)
                at = cut.end
    return cuts


def _cut(note: NoteText, start: int, imprint: re.Match[str], following: int) -> Cut | None:
    text = note.text
    found = _authors_and_title(note, start, imprint, sure=bool(imprint["place"]))
    if found is None:
        return None
    begins, names_end, title = found
    end = citation_end(note, imprint.end(), following)
    urls = tuple(text[a:b] for a, b in note.addresses_in(title[1], end))
    return Cut(begins, end, title, text[begins:names_end].strip(" ,"), "", text[title[1] : end], urls)


def _authors_and_title(
    note: NoteText, start: int, imprint: re.Match[str], *, sure: bool
) -> tuple[int, int, Span] | None:
    """Return where the citation begins, where its names end, and the title; None where no title stands there."""
    text, end = note.text, imprint.start()
    for at in (start, *note.stops_in(start, end)):
        at = after_lead(text, at, end)
        piece = text[at:end]
        if PROSE_OPENS_RE.match(piece) and (suffix := title_suffix(note, at, end)) and suffix > at:
            continue
        split = split_authors(piece)
        if split and not is_prose(piece[split[1] :]):
            return at, at + split[0], (at + split[1], _title_end(text, at + split[1], end))
        if not is_prose(piece) and split is None and at < end and sure:
            return at, at, (at, _title_end(text, at, end))
    return _in_prose(note, max((start, *note.stops_in(start, end))), end, sure=sure)


def _in_prose(note: NoteText, start: int, end: int, *, sure: bool) -> tuple[int, int, Span] | None:
    text = note.text
    for comma in list(re.finditer(r",\s+(?=[“‘A-Z0-9À-Þ])", text[start:end]))[-MOST_COMMAS:]:
        names = authors_start(note, start, start + comma.start(), in_prose=True)
        if names is not None:
            title = start + comma.end()
            return names, start + comma.start(), (title, _title_end(text, title, end))
    title_start = title_suffix(note, start, end) if sure else None
    if title_start is None:
        return None
    return title_start, title_start, (title_start, _title_end(text, title_start, end))


def _title_end(text: str, start: int, end: int) -> int:
    """Return where the title ends: before its volume, edition or number."""
    title = text[start:end].rstrip(" ,")
    bare = NO_TITLE_RE.sub("", title)
    return start + len(bare or title)
