"""Cut short forms, which name a work that was named in full before: `Ibid.`; `Evans, Responsibility to Protect, 31`.

Some print no title at all: `Drezner (2011), p. 96`; `Pape, op. cit., p. 92`; `Koh, supra note 12, at 201`. What is no
name, a month or `Article`, say, begins none of them; nor does a name alone point anywhere: `Rwanda 1994`.
"""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from florilegium.citations.cutting.authors import split_authors
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.pinpoints import PINPOINTS, UNIT
from florilegium.citations.cutting.prose import is_names, is_prose
from florilegium.citations.cutting.spans import Span
from florilegium.citations.printed_dates import DATE_RE, MONTH
from florilegium.sentences import OPENERS

CLOSE = r"(?=[\s.;)]*$|\s*[(\[])"
IBID_RE = re.compile(rf"(?P<word>(?:[Ii]bid(?:em)?|Id|Idem|[Ll]oc\. cit)\b\.?)(?:(?:,\s*|\s+)(?:{PINPOINTS}))?")
TITLED_RE = re.compile(rf"(?P<named>.+?),?[”’]?,?\s+(?P<pin>{PINPOINTS}){CLOSE}")
UNTITLED_RE = re.compile(
    rf"""(?P<names>[^,()\d“”]+?)
    (?: ,\s+(?:op\.|loc\.)\s*cit\.? (?:,?\s+(?:{PINPOINTS}))?
      | ,?\s+(?:supra|above)\s+(?:note|n\.|nn?\.)\s*\d+ (?:,?\s+(?:{PINPOINTS}))?
      | ,?\s+\(?(?P<year>(?:1[6-9]|20)\d\d[a-z]?)\)? (?P<pages>(?:,|:)?\s*(?:{PINPOINTS}))?
      | ,\s+(?:{UNIT}\s*\d[\d–-]* | \d{{1,3}}(?:[–-]\d+)?)
    ){CLOSE}""",
    re.VERBOSE,
)
BARE_RE = re.compile(r"[A-ZÀ-Þ][\w’'–-]+,\s+[A-Z][^,]*")
"""`O’Sullivan, Shrewd Sanctions`"""
NO_NAME_RE = re.compile(
    rf"(?:{MONTH}|Spring|Summer|Autumn|Fall|Winter|Articles?|Chapters?|Tables?|Figures?|Parts?|Sections?|Resolutions?"
    r"|Orders?|Acts?|Notes?|Vol|No|Nos|Volume|Interviews?|Appendix|Annex|Box|Paragraphs?|Since|Personal)\b"
)
LONGEST_SHORT = 16
"""Words of a short form, at the most; with a remark in brackets it has more."""
LONGEST_PIECE = 400
"""Letters of both."""


def short_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the short forms between two offsets; each is a sentence of its own, or what stands between two breaks."""
    cuts: list[Cut] = []
    for first, last, signal in note.units(start, end):
        alone = first == 0 and last == len(note.text) and not signal
        sentences = _sentences(note, first, last)
        for (at, stop), (_, after) in zip_longest(sentences, sentences[1:], fillvalue=(last, last)):
            followed = stop < after and not is_prose(note.text[stop:after])
            # `Verso, 2022.` after other sentences is the imprint of a book that they began.
            cut = _cut(note.text, at, stop, alone=alone or at > sentences[0][0], last=not followed)
            if cut:
                cuts.append(cut)
    return cuts


def _sentences(note: NoteText, start: int, end: int) -> list[Span]:
    ends = (start, *note.stops_in(start, end), end)
    spans = []
    for first, last in pairwise(ends):
        piece = note.text[first:last]
        spans.append((first + len(piece) - len(piece.lstrip(" ,.;:(")), last))
    return [(first, last) for first, last in spans if first < last]


def _cut(text: str, start: int, end: int, *, alone: bool, last: bool) -> Cut | None:
    piece = text[start:end]
    if ibid := IBID_RE.match(piece):
        cut_end = start + len(ibid[0].rstrip(" .,"))
        return Cut(start, cut_end, (start, start + len(ibid["word"].rstrip("."))), "", "", "", (), ibid=True)
    if len(piece) > LONGEST_PIECE or (len(piece.split()) > LONGEST_SHORT and "(" not in piece):
        return None
    return _untitled(start, piece, alone=alone) or _titled(text, start, piece, last=last)


def _titled(text: str, start: int, piece: str, *, last: bool) -> Cut | None:
    found = TITLED_RE.match(piece)
    whole = piece.rstrip(" .)")
    if found is None and not (last and BARE_RE.fullmatch(whole) and len(whole.split()) > 2):
        return None
    named = found["named"] if found else whole
    split = split_authors(named)
    if split is None or not _is_title(named[split[1] :]) or NO_NAME_RE.match(named) or is_prose(named[split[1] :]):
        return None
    title = start + split[1], start + len(named.rstrip(" ,"))
    end = start + (found.end("pin") if found else len(whole))
    return Cut(start, end, title, named[: split[0]].strip(" ,"), "", text[title[1] : end])


def _is_title(words: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}", words)) and not DATE_RE.match(words) and not re.search(r"[“”,;]", words)


def _untitled(start: int, piece: str, *, alone: bool) -> Cut | None:
    found = UNTITLED_RE.match(piece)
    if found is None or NO_NAME_RE.match(piece) or not is_names(found["names"]) or len(found["names"].split()) > 8:
        return None
    names = found["names"].strip()
    if names.split()[0].lower() in OPENERS or (found["year"] and not found["pages"] and (alone or _counts(names))):
        return None
    rest = found[0][len(found["names"]) :]
    return Cut(start, start + found.end(), (start, start), names, found["year"] or "", rest)


def _counts(names: str) -> bool:
    """Say whether names are more than family names, as those of bodies and events are."""
    return len(re.split(r"\s+(?:and|&)\s+|,\s+", names)[0].split()) > 2
