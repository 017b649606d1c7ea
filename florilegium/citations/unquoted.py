"""Cut citations whose title stands in no quotation marks out of what is left of a note: books, reports, laws.

`Moyn, Samuel. Humane. London. Verso, 2022.`; `Samantha Power, A Problem (New York: Basic Books, 2002), 23`;
`See United Nations Charter, Article 2`; `Ibid.` A remark is left alone: it is prose, or names no work.
"""

from __future__ import annotations

import re

from florilegium.addresses import addresses
from florilegium.citations.cut import Cut
from florilegium.citations.printed_dates import DATE_RE, printed_date
from florilegium.citations.prose import after_signal, is_names, is_prose
from florilegium.sentences import sentence_ends

IBID_RE = re.compile(r"(?:Ibid|Id|Idem)\b\.?")
IMPRINT_RE = re.compile(r"\s*\((?:[^():]+:\s)?[^()]*?(?:1[6-9]|20)\d\d\)")
"""`(New York: Basic Books, 2002)`"""
INVERTED_RE = re.compile(r"[^\W\d_][\w’'–-]*(?:\s[^\W\d_][\w’'–-]*){0,2},\s+[A-ZÀ-Þ]")
"""`Moyn, Samuel`: a family name, then a given name"""
PART_RE = re.compile(r",\s+(?:[Aa]rticles?|[Aa]rt\.|[Cc]lause|[Pp]ara(?:graph|\.)|[Ss]ection|§|pp?\.|\w+/|\d)")
"""What follows the name of a law: `, Article 2`, `, S/RES/1973`, `, 2011`"""
SHORT_RE = re.compile(r"[A-ZÀ-Þ][\w’'–-]+,\s+[A-Z“‘][^,]*(?:,\s+(?:pp?\.\s*)?\d[\d–-]*)?")
"""`Power, Problem from Hell, 45`"""
LONGEST_SHORT = 14
"""Words of a short form, at the most."""


def unquoted_cuts(text: str, taken: tuple[tuple[int, int], ...]) -> tuple[Cut, ...]:
    """Return the citations that stand in what other cuts have left of a note."""
    cuts: list[Cut] = []
    at = 0
    for start, end in (*taken, (len(text), len(text))):
        cuts.extend(_in_gap(text, at, start))
        at = end
    return tuple(cuts)


def _in_gap(text: str, start: int, end: int) -> list[Cut]:
    cuts = []
    held = addresses(text)
    at = start
    while at < end:
        semicolon = next(
            (
                match.start()
                for match in re.finditer(r";(?=\s|$)", text[:end])
                if match.start() >= at and not any(a <= match.start() < b for a, b in held)
            ),
            end,
        )
        cuts.extend(_in_unit(text, at, semicolon))
        at = semicolon + 1
    return cuts


def _in_unit(text: str, start: int, end: int) -> list[Cut]:
    """Cut what stands between two semicolons, or other citations: runs of sentences that are no prose."""
    piece = text[start:end]
    address_ends = [b - start for a, b in addresses(text) if start <= a and b <= end]
    stops = sorted({*sentence_ends(piece), *address_ends, len(piece)})
    runs: list[tuple[int, int, bool]] = []
    at, run = 0, -1
    signalled = False
    for stop in stops:
        sentence = piece[at:stop]
        after = after_signal(sentence)
        prose = is_prose(sentence[after:])
        if run >= 0 and (prose or after or at in address_ends):
            runs.append((run, at, signalled))
            run = -1
        if not prose and run < 0 and sentence[after:].strip(" ,.;:)"):
            run, signalled = at + after, after > 0
        at = stop
    if run >= 0:
        runs.append((run, len(piece), signalled))
    return [cut for a, b, told in runs if (cut := _cut(text, start + a, start + b, signalled=told))]


def _cut(text: str, start: int, end: int, *, signalled: bool) -> Cut | None:
    start += len(text[start:end]) - len(text[start:end].lstrip(' ,.;:)”’"'))
    urls = tuple(text[a:b] for a, b in addresses(text) if start <= a and b <= end)
    if not (urls and text[:end].rstrip(" ,.;").endswith(urls[-1])):
        end = start + len(text[start:end].rstrip(' ,.;:(“‘"'))
    piece = text[start:end]
    if not piece:
        return None
    ibid = IBID_RE.match(piece)
    if ibid:
        return Cut(start, end, (start, start + ibid.end()), "", "", piece[ibid.end() :], (), ibid=True)
    names, title = _names_and_title(piece)
    rest = piece[title[1] :]
    short = SHORT_RE.fullmatch(piece) and len(piece.split()) <= LONGEST_SHORT
    worded = len(re.findall(r"[^\W\d_]{2,}", piece[slice(*title)])) > 1
    if not (urls or signalled or short or (worded and any(map(str.isalpha, rest + names)) and printed_date(rest))):
        return None
    return Cut(start, end, (start + title[0], start + title[1]), names, "", rest, urls)


def _names_and_title(piece: str) -> tuple[str, tuple[int, int]]:
    """Return the authors and where the title stands."""
    imprint = IMPRINT_RE.search(piece)
    if imprint:
        comma = piece.find(", ")
        split = comma if 0 < comma < imprint.start() and is_names(piece[:comma]) else -2
        return piece[: max(split, 0)], (split + 2, imprint.start())
    stops = [end for end in sentence_ends(piece) if end < len(piece)]
    first = stops[0] if stops else len(piece)
    if stops and INVERTED_RE.match(piece) and is_names(piece[:first]):
        begins = first + len(piece[first:]) - len(piece[first:].lstrip())
        second = stops[1] if len(stops) > 1 else len(piece)
        return piece[:first].rstrip(".,"), (begins, _title_end(piece, begins, second))
    if SHORT_RE.fullmatch(piece):
        comma = piece.index(",")
        begins = comma + 2
        last = re.search(r",\s+(?:pp?\.\s*)?\d[\d–-]*$", piece)
        return piece[:comma], (begins, last.start() if last else len(piece))
    return "", (0, _title_end(piece, 0, first))


def _title_end(piece: str, start: int, end: int) -> int:
    """Return where a title ends: with its sentence, or before a part of the law, a date or an address."""
    limits = [end]
    limits += [start + match.start() for match in (PART_RE.search(piece[start:end]),) if match]
    limits += [a for a, _ in addresses(piece) if a >= start]
    dated = re.search(rf",\s+(?={DATE_RE.pattern})", piece[start:end], re.VERBOSE)
    limits += [start + dated.start()] if dated else []
    return start + len(piece[start : min(limits)].rstrip(" .,;:"))
