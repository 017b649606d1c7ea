"""Cut citations whose title stands in no quotation marks out of what is left of a note: books, reports, web pages.

`Moyn, Samuel. Humane. London. Verso, 2022.`; `Report on Libya, 3 May 2012`; an address, whatever stands around it. A
remark is left alone: it is prose, or names no work. So is what has no title: `Interview with the author, 12 May 2018`.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.authors import split_authors
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.endings import NEW_WORK_RE, citation_end, with_access
from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.prose import is_names, is_prose
from florilegium.citations.cutting.spans import Span
from florilegium.citations.printed_dates import DATE_RE, MONTH, YEAR, printed_date
from florilegium.citations.printed_names import BODY_WORDS

INVERTED_RE = re.compile(r"[^\W\d_][\w’'–-]*(?:\s[^\W\d_][\w’'–-]*){0,2},\s+[A-ZÀ-Þ]")
"""`Moyn, Samuel`: a family name, then a given name"""
NAMES_END_RE = re.compile(r"(?:\b[A-Z]|Jr|[Ee]ds?)\.\s+(?=[“‘A-ZÀ-Þ0-9])(?![A-Z]\.|Jr\b|[Ee]ds?\.)")
"""`Luck, Edward C. The Council`, `Brands, Hal, ed. The New Makers`: a stop that ends no sentence"""
PART_RE = re.compile(
    r",\s+(?:[Aa]rticles?|[Aa]rt\.|[Cc]lause|[Pp]ara(?:graph|\.)|[Ss]ection|§|pp?\.|\w+/|\d|[A-Z]{2,}[- ]\d+,"
    r"|[Vv](?:ersion|\.)\s*\d)|,?\s+\(?(?:available|accessible|online)\s+(?:at|from|via|on)\b"
)
"""What follows the name of a law or of data: `, Article 2`, `, S/RES/73`, `, 2011`, `, version 3`, `, available at`"""
LEADS_TO_ADDRESS_RE = re.compile(r",\s+(?:available|accessible|online)\s+(?:at|from|via|on)[\s:]*$")
BEFORE_DATE_RE = re.compile(rf",\s+(?={DATE_RE.pattern})", re.VERBOSE)
INTERNAL_RE = re.compile(
    r"(?:the|notes?|nn?\.|chap(?:ter|\.)s?|chs?\.|sections?|parts?|figures?|fig\.|tables?|appendix|annex|box|pages?|pp?\."
    r"|above|below|infra|supra)\b",
    re.IGNORECASE,
)
"""What in the paper itself a signal may point to: `See also chapter 3`"""
UNPUBLISHED_RE = re.compile(
    r"(?:Author.s\s+|Telephone\s+|Phone\s+)?(?:Interview|Personal|Conversation|Correspondence|E-?mail)"
)
IMPRINT_END_RE = re.compile(rf",\s[^,]{{0,12}}{YEAR}$|,\s{MONTH}\s\d+,\s{YEAR}$")
PLACE_RE = re.compile(r"[A-ZÀ-Þ][\w’.-]*(?:\s[A-ZÀ-Þ][\w’.-]*){0,2}(?:,\s[A-Z]\S*)?:\s")
LEAD_SIGNS = ' ,.;:)”’"('
LONGEST_BODY = 7


def unquoted_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the citations between two offsets: runs of sentences that are no prose, each up to its address."""
    cuts: list[Cut] = []
    for first, last, signal in note.units(start, end):
        for a, b, told in _runs(note, first, last, signal=signal):
            cut = _cut(note, a, b, signalled=told)
            if cut:
                cuts.append(cut)
    return cuts


def _runs(note: NoteText, start: int, end: int, *, signal: bool) -> list[tuple[int, int, bool]]:
    """Return (start, end, after a signal) of each run of sentences that are no prose."""
    text = note.text
    address_ends = [min(with_access(text, b), end) for _, b in note.addresses_in(start, end)]
    stops = sorted({*note.stops_in(start, end), *address_ends, end})
    runs: list[tuple[int, int, bool]] = []
    at, run = start, -1
    for stop in stops:
        led = text[at : next((a for a, _ in note.addresses_in(at, stop)), stop)]
        prose = is_prose(LEADS_TO_ADDRESS_RE.sub("", led))
        another = run >= 0 and text[at - 3 : at - 1].isdigit() and NEW_WORK_RE.match(text, at, end)
        if run >= 0 and (prose or at in address_ends or another):
            runs.append((run, at, signal and run == start))
            run = -1
        if prose:
            # What leads to an address in a remark is none of it: `The data are at https://…`
            runs += [(a, min(with_access(text, b), stop), False) for a, b in note.addresses_in(at, stop)]
        elif run < 0 and text[at:stop].strip(LEAD_SIGNS):
            run = at
        at = stop
    if run >= 0:
        runs.append((run, end, signal and run == start))
    return runs


def _cut(note: NoteText, start: int, end: int, *, signalled: bool) -> Cut | None:
    text = note.text
    start += len(text[start:end]) - len(text[start:end].lstrip(LEAD_SIGNS + "<"))
    urls = tuple(text[a:b] for a, b in note.addresses_in(start, end))
    end = citation_end(note, start, end) if urls else start + len(text[start:end].rstrip(' ,.;:(“‘"'))
    piece = text[start:end]
    if not piece or (UNPUBLISHED_RE.match(piece) and not urls):
        return None
    names, title = _names_and_title(note, start, end)
    end = end if urls else citation_end(note, title[1], end)
    rest = text[title[1] : end]
    worded = len(re.findall(r"[^\W\d_]{2,}", names + " " + text[slice(*title)])) > 1
    announced = signalled and worded and not INTERNAL_RE.match(piece) and text[title[0]].isupper()
    dated = worded and any(map(str.isalpha, rest + names)) and printed_date(rest)
    if not (urls or announced or dated):
        return None
    return Cut(start, end, title, names, "", rest, urls)


def _names_and_title(note: NoteText, start: int, end: int) -> tuple[str, Span]:
    """Return the authors and where the title stands."""
    text = note.text
    stops = note.stops_in(start, end)
    first = stops[0] if stops else end
    if INVERTED_RE.match(text, start, end):
        initial = NAMES_END_RE.search(text, start, first)
        names = text[start : initial.end()] if initial else ""
        if initial and is_names(names) and " and " not in names:
            first = initial.end()
        if first < end and is_names(text[start:first]):
            begins = first + len(text[first:end]) - len(text[first:end].lstrip())
            return text[start:first].strip(" .,"), (begins, _title_end(note, begins, _sentence_end(note, begins, end)))
    second = stops[1] if len(stops) > 1 else end
    if len(stops) > 1 and _is_body(text[start:first]) and not _is_imprint(text[first:second]):
        begins = first + len(text[first:end]) - len(text[first:end].lstrip())
        return text[start:first].strip(" .,"), (begins, _title_end(note, begins, second))
    return _after_comma(note, start, first, end)


def _sentence_end(note: NoteText, start: int, end: int) -> int:
    """Return where the sentence of a title ends: `Do Morals Matter? Presidents and Policy` is one."""
    stops = (*note.stops_in(start, end), end)
    asks = len(stops) > 2 and note.text[stops[0] - 1] in "?!"
    return stops[1] if asks and not _is_imprint(note.text[stops[0] : stops[1]]) else stops[0]


def _after_comma(note: NoteText, start: int, first: int, end: int) -> tuple[str, Span]:
    """Take a first item for the author if it is a body, or if the sentence after it is an imprint with a place."""
    text = note.text
    whole = start, _title_end(note, start, first)
    split = split_authors(text[start : whole[1]])
    book = first < end and PLACE_RE.match(text[first:end].lstrip())
    if split and (book or text[start] == "@" or BODY_WORDS & set(text[start : start + split[0]].lower().split())):
        return text[start : start + split[0]], (start + split[1], whole[1])
    if split and note.addresses_in(start, end):
        return "", (start, start + split[0])
    return "", whole


def _title_end(note: NoteText, start: int, end: int) -> int:
    """Return where a title ends: with its sentence, or before a part of the law, a date or an address."""
    text = note.text
    limits = [end, *(a for a, _ in note.addresses_in(start, end))]
    limits += [match.start() for match in (PART_RE.search(text, start, end),) if match]
    dated = BEFORE_DATE_RE.search(text, start, end)
    limits += [dated.start()] if dated else []
    return start + len(text[start : min(limits)].rstrip(" .,;:<"))


def _is_body(text: str) -> bool:
    words = text.strip(" .").split()
    return (
        len(words) <= LONGEST_BODY
        and is_names(text)
        and bool(BODY_WORDS & {word.lower().strip(".,") for word in words})
    )


def _is_imprint(sentence: str) -> bool:
    """Say whether a sentence ends with a date after a comma, as `Oxford: Hale, 2016` does, `Society 2012` not."""
    return IMPRINT_END_RE.search(sentence.rstrip(" .")) is not None
