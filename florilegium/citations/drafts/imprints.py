"""What a note prints after a title, to where the work appeared: journal and volume, book and editors, place, publisher.

Each pattern takes out of the words what it knows, the narrow ones first, and leaves a bar in its place. The name of
what holds the work is what is left before the first of those bars that has words on either side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from florilegium.addresses import addresses
from florilegium.bibliography import Name
from florilegium.citations.cutting.genres import GENRE_RE as SMALL_GENRE_RE
from florilegium.citations.cutting.laws import SYMBOL
from florilegium.citations.cutting.prose import is_names, is_prose
from florilegium.citations.drafts.publishers import BAR, STOPS, published
from florilegium.citations.printed_dates import ACCESSED_RE, DATE_RE, YEAR
from florilegium.citations.printed_names import printed_names
from florilegium.sentences import sentence_ends

ISSUE = r"\d+(?:[/–-]\d+)?"
DOI_RE = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:\s*)(?P<doi>10\.\d{4,9}/[^\s,;{}\\]*[^\s,;{}\\.)])", re.IGNORECASE
)
UNDATED_RE = re.compile(r"[,.(]?\s*\bn\.\s?d\.\)?")
THESIS_RE = re.compile(
    rf"""\(?\b(?:(?:unpublished|unpubl\.)\s+)?(?P<level>Ph\.?\s?D\.?|D\.?\s?Phil\.?|[Dd]octoral|M\.?\s?[AS]c?\.?|[Mm]aster(?:[’']s)?)
    \s+(?:thesis|diss(?:ertation|\.)?)[.,]\s*(?P<school>[^()]*?)(?:,\s*{YEAR})?\)?(?=[,.;\s]*(?:$|\d|{BAR}))""",
    re.VERBOSE,
)
"""`(PhD diss., University of Warsaw, 2011)`"""
REPORT_RE = re.compile(
    r"""(?:(?<=^)|(?<=[,.;(¦]\s)|(?<=[,.;(¦]))(?P<kind>(?:[A-Z][\w.]*\s+){0,3}(?:Report|Papers?|Brief(?:ing)?))
    ,?\s*(?:[Nn]o\.|[Nn]umber|\#)?\s*(?P<number>[A-Z]{0,3}\d[\w/–-]*)(?!\s*(?:,\s*no\.|\())""",
    re.VERBOSE,
)
"""`S. Report 113–288`, `Working Paper no. 42`; not the journal `Polar Report 12, no. 3`"""
VOLUME_RE = re.compile(
    rf"""(?: ,?\s+[Vv]ol(?:ume|\.)?\s*(?P<v1>\d+|[IVXLC]+\b)
        (?:,?\s*\(?(?:[Nn]os?\.?|[Ii]ss(?:ue|\.)?)\s*(?P<n1>{ISSUE})\)?)?
    | ,?\s+(?P<v2>\d+)\s?\((?P<n2>\d{{1,3}}(?:[/–-]\d{{1,3}})?)\)
    | ,?\s+(?P<v3>\d+)(?:,\s*(?:[Nn]os?\.|[Ii]ss(?:ue|\.))\s*|:|\.)(?P<n3>{ISSUE})(?=\s*[,.(])
    | ,?\s+(?P<v4>\d{{1,3}})(?=\s*\((?:[A-Z][a-z]+\s)?{YEAR}\))
    | ,?\s+[Nn]o\.\s*(?P<n5>{ISSUE}))""",
    re.VERBOSE,
)
"""`, vol. 26, no. 4`, `, 17(15)`, ` 12, no. 3 (2015)`, ` 109 (2015)`, `, no. 4`"""
ARTICLE_RE = re.compile(r"[,.]?\s*\bArticle\s+(?:no\.\s*)?(?P<eid>e?\d{3,})")
EDITION_RE = re.compile(
    r"[,.(]\s*(?P<edition>\d+(?=st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|revised|rev\.)"
    r"(?:st|nd|rd|th)?\s+(?:edition|edn?)\b\.?\)?",
    re.IGNORECASE,
)
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
YEARS = r"(?:1[6-9]|20)\d\d\s?[–—-]\s?(?:(?:1[6-9]|20)\d\d|\d\d)(?!\d)"
PAGES_RE = re.compile(
    rf"(?:[\s,:.;{BAR}]pp?\.?\s*|:\s?|[\s,.;{BAR}](?!{YEARS}))(?P<first>\d{{1,5}})\s?[–—-]\s?(?P<last>\d{{1,5}})(?=\s*(?:[,.;{BAR})]|$))"
)
"""`: 5–9`, `pp. 1969–76`; years are no pages unless they are said to be: `Foreign Papers, 1969–1976`"""
LOCATOR_RE = re.compile(r"\b(?:pp?\.?|[Pp]ara(?:graph|\.)|¶|[Aa]rt(?:icle|\.)|[Cc]lause|[Ss]ection|§)\s*\d[\d–-]*")
BLOG_RE = re.compile(r"\s*\(blog\)|,?\s+\bblog(?:\s+post)?(?=[,.])", re.IGNORECASE)
IN_RE = re.compile(r"[\s,.;’”]*[Ii]n:?\s+(?=[‘“A-ZÀ-Þ])")
EDITORS_FIRST_RE = re.compile(
    r"(?P<names>.+?)(?:,?\s*\((?:eds?|editors?)\.?\)|,\s*(?:eds?\.|editors?))[,.]?\s*(?P<book>.+)"
)
EDITORS_LAST_RE = re.compile(
    rf"(?P<book>.+?)[,.]\s+(?:eds?\.(?:\sby)?|[Ee]dited\sby)\s+(?P<names>[A-ZÀ-Þ].*?)(?=\s*(?:{BAR}|\(|,\s*\d|$))"
)
SYMBOL_RE = re.compile(rf"(?P<symbol>{SYMBOL})")
GENRE_RE = re.compile(
    r"(?:Remarks|Speech|Testimony|Statement|Keynote|Lecture|Interview|Press (?:[Rr]elease|[Ss]tatement)|Fact [Ss]heet"
    r"|(?:Policy|Working|Research|White|Discussion|Issue) (?:[Pp]aper|[Bb]rief))\b.*"
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a work appeared. What is not printed is empty."""

    container: str = ""
    """A journal, a site, the body that issued the work."""
    series: str = ""
    volume: str = ""
    number: str = ""
    eid: str = ""
    pages: str = ""
    """From one to another; a single page is the one that a note points to."""
    edition: str = ""
    booktitle: str = ""
    editors: tuple[Name, ...] = ()
    location: str = ""
    publisher: str = ""
    kind: str = ""
    """`Working Paper`, `Remarks at …`"""
    thesis: str = ""
    """`phdthesis`, `mathesis`; the school is the container."""
    symbol: str = ""
    """`A/HRC/41/35`: the number that a body gives a document."""
    doi: str = ""
    blog: bool = False


def read_imprint(rest: str, *, quoted: bool) -> Imprint:
    """Read what follows a title; `quoted` says whether that stood in quotation marks, as that of a book does not."""
    found = DOI_RE.search(rest)
    imprint = Imprint(doi=found["doi"] if found else "")
    for start, end in reversed(addresses(rest)):
        rest = f"{rest[:start]} {BAR} {rest[end:]}"
    text = rest
    for known in (DOI_RE, ACCESSED_RE, UNDATED_RE):
        text = known.sub(f" {BAR} ", text)
    if thesis := THESIS_RE.search(text):
        level = "mathesis" if thesis["level"][0] in "Mm" else "phdthesis"
        return replace(imprint, thesis=level, container=thesis["school"].strip(STOPS))
    text, imprint = _said(text, imprint)
    part = IN_RE.match(text)
    text, imprint = _numbered(text[part.end() :] if part else text, imprint, book=part is not None or not quoted)
    text, imprint = _published(text, imprint, book=part is not None or not quoted)
    text = DATE_RE.sub(lambda match: match[0] if _in_a_name(match) else BAR, text)
    if pages := next(reversed(list(PAGES_RE.finditer(text))), None):
        text = _without(text, pages)
        imprint = replace(imprint, pages=f"{pages['first']}--{pages['last']}")
    text = LOCATOR_RE.sub(BAR, text)
    return _book(text, imprint) if part else _held(text, imprint)


def _said(text: str, imprint: Imprint) -> tuple[str, Imprint]:
    """Take out what the work says it is, right after its title, and the symbol of a document."""
    begins = len(text) - len(text.lstrip(STOPS))
    if genre := SMALL_GENRE_RE.match(text, begins):
        imprint = replace(imprint, kind=genre[0])
        text = _without(text, genre)
    if symbol := SYMBOL_RE.search(text):
        said = re.sub(r"^U\.?N\.?\s+Docs?\.?\s+", "", symbol["symbol"], flags=re.IGNORECASE)
        imprint = replace(imprint, symbol=said.rstrip("."))
        text = _without(text, symbol)
    return text, imprint


def read_edition(match: re.Match[str]) -> str:
    """Return the number of an edition, or what is said of it: `5`, `revised`."""
    name = match["edition"].lower()
    return str(ORDINALS.index(name) + 2) if name in ORDINALS else name


def _numbered(text: str, imprint: Imprint, *, book: bool) -> tuple[str, Imprint]:
    """Take out what has a number: a report, an edition, volume and issue, an article that a journal numbers."""
    if report := REPORT_RE.search(text):
        imprint = replace(imprint, kind=report["kind"], number=report["number"])
        text = _without(text, report)
    if edition := EDITION_RE.search(text):
        imprint = replace(imprint, edition=read_edition(edition))
        text = _without(text, edition)
    volume = VOLUME_RE.search(text)
    if volume and (volume["v1"] or not book):
        said = volume.groupdict()
        number = next((said[name] for name in ("n1", "n2", "n3", "n5") if said[name]), imprint.number)
        name = next((said[name] for name in ("v1", "v2", "v3", "v4") if said[name]), "")
        imprint = replace(imprint, volume=name, number=number)
        text = _without(text, volume)
        if article := ARTICLE_RE.search(text):
            imprint = replace(imprint, eid=article["eid"])
            text = _without(text, article)
    return text, imprint


def _published(text: str, imprint: Imprint, *, book: bool) -> tuple[str, Imprint]:
    """Take out place and publisher."""
    found = published(text, book=book)
    if found is None:
        return text, imprint
    match, location, publisher = found
    return _without(text, match), replace(imprint, location=location, publisher=publisher)


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {BAR}{text[match.end() :]}"


def _in_a_name(date: re.Match[str]) -> bool:
    """Say whether a year belongs to the words before it: `Agenda 2030 Review`, not `Verso, 2022`."""
    before = date.string[: date.start()].rstrip()
    return date["year6"] is not None and before[-1:].isalpha()


def _book(text: str, imprint: Imprint) -> Imprint:
    """Read the book that holds a chapter: its editors before its title, or after it."""
    first = EDITORS_FIRST_RE.match(text)
    if first and is_names(first["names"].strip()):
        # `in Law and Life, eds. Ruth Fox and Imre Kiss`: there the sign of the editors speaks of what follows it.
        bracketed = ")" in text[first.end("names") : first.start("book")]
        if bracketed or re.match(r"[^\s,]+(?:\s[^\s,]+)?, ", first["names"]):
            return replace(imprint, editors=printed_names(first["names"]).names, booktitle=_first(first["book"]))
    if last := EDITORS_LAST_RE.match(text):
        return replace(imprint, editors=printed_names(last["names"]).names, booktitle=_first(last["book"]))
    return replace(imprint, booktitle=_first(text))


def _first(text: str) -> str:
    """Return what stands before the first bar that follows any words."""
    return next((piece.strip(STOPS) for piece in text.split(BAR) if piece.strip(STOPS)), "")


def _held(text: str, imprint: Imprint) -> Imprint:
    """Read the name of what holds a work, and of the series before it: `Urban Notes, Institute of Cities`."""
    blog = BLOG_RE.search(text)
    text = _without(text, blog) if blog else text
    kind = imprint.kind
    pieces: list[str] = []
    for piece in text.split(BAR):
        at = 0
        for end in (*sentence_ends(piece), len(piece)):
            said = _closed(piece[at:end].strip(STOPS), piece[at:end])
            at = end
            if GENRE_RE.fullmatch(said):
                kind = kind or said
            elif said != said.lower() and len(re.findall(r"[^\W\d_]", said)) > 1 and not is_prose(said):
                pieces.append(said)
    container = pieces[0] if pieces else ""
    series, comma, last = container.partition(", ")
    # Two names are a series and who issues it; in a journal's name, and in a list, a comma is its own.
    if not comma or imprint.volume or "," in last or not last[:1].isupper() or " and " in f"{last} ":
        return replace(imprint, container=container, kind=kind, blog=blog is not None)
    return replace(imprint, container=last, series=series, kind=kind, blog=blog is not None)


def _closed(said: str, piece: str) -> str:
    """Give back the bracket that belongs to a name: `116th Congress (2019-2020)`."""
    if said.count("(") > said.count(")") and f"{said})" in piece:
        return f"{said})"
    return said
