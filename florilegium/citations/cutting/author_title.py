"""Cut notes whose titles stand in quotation marks: `Mayer, Jane. “Outsourcing Torture.” The New Yorker, 2005. https://…`.

Such notes join works by semicolons, by full stops, and by prose between them. So the titles are found first, and each
citation is grown from its title: back over its authors, on over container, date and address, up to a remark. What
someone said stands in such marks too: after prose, words in marks are a title only if a container with a date, a page
or an address follows.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.authors import authors_start
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.endings import citation_end
from florilegium.citations.cutting.genres import GENRE_RE
from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.prose import is_names, is_prose
from florilegium.citations.cutting.spans import Span
from florilegium.citations.printed_dates import printed_date

TITLE_BEGINS_RE = re.compile(r"[“‘'\"]*[A-Z0-9À-Þ]")
TITLE_ENDS_RE = re.compile(r"[.,?!…][’'”\"]*$")
GOES_ON_RE = re.compile(
    r"\s*(?:$|[;,(<\[]|in\s+[A-Z]|https?://|[A-Z0-9§]|pp?\.|nos?\.|vol\.|at\s+\d|(?:esp|chaps?|chs?|paras?)\.|[ivxl]+\b"
    rf"|{GENRE_RE.pattern})"
)
"""What follows a title; not ` he told`, nor ` as used here`"""
SPEAKS_RE = re.compile(rf",\s+(?!in\s+[A-Z]|{GENRE_RE.pattern})[a-z]{{2,}}\s+[a-z]+")
"""`“Never again”, as the slogan goes`"""
NUMBERED_RE = re.compile(r"\b(?:vols?\.|nos?\.|pp?\.|paras?\.)\s*\d|\d+\s*[(:]\d+|https?://|www\.")
STOP_RE = re.compile(r"[\s,.;:)\]”’\"]*(?:and\s+)?\(?")


def quoted_title_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the citations between two offsets whose title stands in quotation marks."""
    found: list[tuple[int, Span]] = []
    quotes = [quote for quote in note.quotes_in(start, end) if quote[1] <= end]
    for index, quote in enumerate(quotes):
        following = quotes[index + 1][0] if index + 1 < len(quotes) else end
        after = found[-1][1][1] if found else start
        begins = _start(note, after, quote, following)
        if begins is not None:
            found.append((begins, quote))
    starts = [begins for begins, _ in found]
    return [
        _cut(note, begins, quote, following)
        for (begins, quote), following in zip(found, (*starts[1:], end), strict=False)
    ]


def _start(note: NoteText, after: int, quote: Span, following: int) -> int | None:
    """Return where a citation with this title begins; None where the words in quotation marks are no title."""
    text = note.text
    inside = text[quote[0] + 1 : quote[1] - 1]
    if not TITLE_BEGINS_RE.match(inside) or not GOES_ON_RE.match(text, quote[1]):
        return None
    last = max((one.end for one in note.breaks_in(after, quote[0])), default=after)
    if SPEAKS_RE.match(text, quote[1]) and is_prose(text[quote[1] : citation_end(note, quote[1], following)]):
        return None
    closed = bool(TITLE_ENDS_RE.search(inside)) or text[quote[1] : quote[1] + 1] in {",", ";", ".", ""}
    if STOP_RE.fullmatch(text, last, quote[0]):
        # Nothing of it stands before the title, so a word in marks that goes on as prose does not pass for one.
        sure = closed or _holds_apparatus(note, quote[1], following)
        return quote[0] if sure and (len(inside.split()) > 1 or closed) else None
    names = authors_start(note, last, quote[0], in_prose=False)
    if names is not None:
        return names
    if not _holds_apparatus(note, quote[1], following):
        return None
    names = authors_start(note, last, quote[0], in_prose=True) if text[last : quote[0]].rstrip()[-1:] == "," else None
    return quote[0] if names is None else names


def _holds_apparatus(note: NoteText, at: int, following: int) -> bool:
    """Say whether what follows the title is a container with a date, a page or an address, and not another author."""
    rest = note.text[at : citation_end(note, at, following)]
    if is_names(rest.strip(" ,")) and following < len(note.text):
        return False
    return bool(printed_date(rest) or NUMBERED_RE.search(rest))


def _cut(note: NoteText, start: int, quote: Span, following: int) -> Cut:
    text = note.text
    end = citation_end(note, quote[1], following)
    title_end = quote[1] - 1
    while title_end > quote[0] + 1 and text[title_end - 1] in ".,":
        title_end -= 1
    urls = tuple(text[a:b] for a, b in note.addresses_in(quote[1], end))
    return Cut(
        start, end, (quote[0] + 1, title_end), text[start : quote[0]].strip(" ,("), "", text[quote[1] : end], urls
    )
