"""Cut laws, treaties, cases and documents of the United Nations, which give no author, and often no date.

They are known by how they are quoted: `Charter of the United Nations, art. 2(4)`; `Hamdan v. Rumsfeld, 548 U.S. 557`;
`International Emergency Economic Powers Act, 50 U.S.C. § 1701`; `S/PV.6498`. What stands before the first comma, or
before the bracket that holds a year, is the title. A title in quotation marks is the business of another rule, but for
one that only explains the number of a law: `Executive Order 14024, “Blocking Property”`.
"""

from __future__ import annotations

import re

from florilegium.citations.cutting.authors import after_lead, split_authors, title_suffix
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.cutting.endings import citation_end
from florilegium.citations.cutting.note_text import IMPRINT_RE, NoteText
from florilegium.citations.cutting.prose import is_prose
from florilegium.citations.cutting.spans import Span
from florilegium.citations.printed_dates import DATE_RE
from florilegium.citations.printed_names import BODY_WORDS

SYMBOL = r"(?:\b(?i:U\.?N\.?\s+Docs?\.?\s+))?(?<![\w/])(?:[AES]|RC|ST|CCPR|CERD|CEDAW|CAT|CRC)/[\w./()-]*\d[\w/()-]*"
"""`S/PV.6498`, `UN Doc. A/HRC/RES/S-15/1`"""
LAW_RE = re.compile(
    rf"""(?P<symbol>{SYMBOL})
    | ,\s+(?:[Aa]rt(?:icles?|s?\.)\s+\d | ss?\.\s?\d | [Ss]ec(?:tions?|s?\.)\s+\d | §§?\s?\d | [Rr]ecitals?\s+\d
           | [Cc]lause\s+\d | [Rr]ules?\s+\d | Case\s+[Nn]o | App(?:l|lication)?\.?\s+[Nn]o)
    | ,?\s+(?:\d+\s+)?(?:U\.?S\.?C\.?(?:A\.)?\s | U\.S\.\s+\d | S\.\s?Ct\.\s+\d | F\.(?:\s?Supp\.)?\s?[23]d\s+\d
           | Stat\.\s+\d | U\.?N\.?T\.?S\.?\s+\d | I\.?L\.?M\.?\s+\d | Fed\.\s+Reg\.\s+\d
           | Pub\.\s+L\. | C\.F\.R\. | ECR\s)
    | ,?\s+\[(?:1[6-9]|20)\d\d\] | ,\s+(?:OJ|O\.J\.)\s+(?:[LC]\b|No) | ,\s+(?:Judge?ment|Advisory\s+Opinion)\b
    | (?P<number>\b(?:Resolution|Decision|Directive|Regulation)\s+\d[\d/]*)(?=\s+\((?:19|20)\d\d\))
    | (?P<order>\b(?:Executive\s+Order|Proclamation|Directive|Regulation|Order)\s+(?:No\.\s*)?[\d/]+)(?=,\s*[“"])
    | (?P<case>(?<=[\w.)’])\s+v\.?\s+(?=[A-Z]))""",
    re.VERBOSE,
)
LAW_NAME_RE = re.compile(
    r"\b(?:Act|Agreement|Charter|Code|Constitution|Convention|Covenant|Declaration|Directive|Law|Protocol|Regulation|Statute"
    r"|Treaty)\b"
)
"""What stands in the name of a law and in none of a body"""
TITLE_LIMIT_RE = re.compile(
    rf",\s|\s+\((?=[^()]*\b(?:1[6-9]|20)\d\d\))|\s+of\s+\d|\s+\[|\s+\d+\s+(?:[A-Z]\.)+|\s(?={SYMBOL})|\s+\(?[Aa]dopted\s"
)
"""Where the title of a law ends: `, `, ` (2016)`, ` of 17 March`, before a symbol"""
BEFORE_SYMBOL_RE = re.compile(rf",\s+(?={SYMBOL}|{DATE_RE.pattern})|\s+\(?(?={SYMBOL})", re.VERBOSE)
BROKEN_OFF_RE = re.compile(r"\b(?:of|in|to|and|the)$")
LEAD_SIGNS = ' ,.;:)”’"('


def law_cuts(note: NoteText, start: int, end: int) -> list[Cut]:
    """Return the citations between two offsets that are quoted as laws are, and stand in no other citation."""
    cuts: list[Cut] = []
    for first, last, _ in note.units(start, end):
        at = first
        for match in LAW_RE.finditer(note.text, first, last):
            if match.start() >= at and (cut := _cut(note, at, match, last)):
                cuts.append(cut)
                at = cut.end
    return cuts


def _cut(note: NoteText, start: int, law: re.Match[str], following: int) -> Cut | None:
    text = note.text
    begins = max((start, *note.stops_in(start, law.start() + 1)))
    begins = after_lead(text, begins, law.end())
    quotes = note.quotes_in(start, following)
    if quotes and not (law["order"] and law.end() < quotes[0][0]):
        return None
    if any(match["place"] and match.start() < law.start() for match in IMPRINT_RE.finditer(text, begins, following)):
        return None
    named = _named(note, begins, law, following)
    if named is None:
        return None
    begins, names_end, title = named
    end = citation_end(note, max(law.end(), title[1]), following)
    urls = tuple(text[a:b] for a, b in note.addresses_in(title[1], end))
    return Cut(begins, end, title, text[begins:names_end].strip(" ,"), "", text[title[1] : end], urls)


def _named(note: NoteText, start: int, law: re.Match[str], following: int) -> tuple[int, int, Span] | None:
    """Return where the citation begins, where the name of a body ends, and the title."""
    text = note.text
    lead = text[start : law.start()].strip(LEAD_SIGNS)
    if law["symbol"] and (not lead or is_prose(lead)):
        before = re.match(r"U\.?N\.?\s+[Dd]ocs?\.?\s+", law["symbol"])
        return law.start(), law.start(), (law.start() + (before.end() if before else 0), law.end())
    names_end, begins = _body(text, start, law)
    title = begins, _title_end(text, begins, law, following)
    if is_prose(text[slice(*title)]) or BROKEN_OFF_RE.search(text[slice(*title)]):
        suffix = title_suffix(note, *title)
        if suffix is None:
            return None
        start = names_end = suffix
        title = suffix, title[1]
    words = text[slice(*title)]
    numbered = law["case"] or law["number"] or law["order"]
    if not re.search(r"[A-ZÀ-Þ]\w*[^\W\d_]", words) or (not numbered and len(words.split()) < 2):
        return None
    return start, names_end, title


def _body(text: str, start: int, law: re.Match[str]) -> tuple[int, int]:
    """Return (end of the name, start of the title) of the body that a law or document is of; both `start` if none."""
    if law["case"] or law["number"] or law["order"]:
        return start, start
    piece = text[start : law.start()]
    split = split_authors(piece)
    if not split or LAW_NAME_RE.search(piece[: split[0]]) or DATE_RE.match(piece, split[1]):
        return start, start
    named = law["symbol"] or BODY_WORDS.intersection(piece[: split[0]].lower().split())
    return (start + split[0], start + split[1]) if named else (start, start)


def _title_end(text: str, start: int, law: re.Match[str], following: int) -> int:
    if law["case"] and text.count("(", start, law.start()) > text.count(")", start, law.start()):
        closed = text.find(")", law.end(), following)
        if closed >= 0:
            return closed + 1
    # After the name of a body a title may have commas: `Situation in Libya, Syria and Yemen, A/HRC/32/13`.
    limits = BEFORE_SYMBOL_RE if law["symbol"] and text[:start].rstrip().endswith(",") else TITLE_LIMIT_RE
    numbered = law["case"] or law["number"] or law["order"]
    limit = limits.search(text, law.end() if numbered else start, following)
    return limit.start() if limit else start + len(text[start:following].rstrip(" ."))
