"""Where the names of authors begin before a title or a year, and where they end and an unmarked title begins.

`The phrase is from Philip Gourevitch, “Alms Dealers”` begins with Philip; `U.S. Congress, Senate, Libya and War Powers`
has two bodies and a title, `Tilly, Coercion, Capital, and European States` one name.
"""

from __future__ import annotations

import re
from itertools import islice

from florilegium.citations.cutting.note_text import NoteText
from florilegium.citations.cutting.prose import NAME_PARTICLES, SMALL_WORDS, is_names
from florilegium.citations.printed_names import BODY_WORDS

LEADING_RE = re.compile(r"[\s,.;:)\]”’\"]*(?:(?:and|also)\s+(?=[^a-z]))?\(?")
"""What is left of the work before: no author begins with it"""
YEARS_RE = re.compile(r"\d{4}[–-]\d{2,4},")
"""With these begins no title after an author: `Foreign Papers, 1969–1976, vol. 12` is one title."""
TOKEN_RE = re.compile(r"\S+")
AND_RE = re.compile(r",?\s+(?:and|&)\s+")
ITEM_RE = re.compile(r",?\s+(?:and|&)\s+|,\s+")
LATER_NAMES_RE = re.compile(r"(?:eds?\.|Jr\.?|Sr\.?|I{2,3}|trans\.|et al\.)(?:,\s+(?:eds?\.|Jr\.))?$")
LOWER_NAMES_RE = re.compile(r"(?:[a-z][\w’-]+\s[a-z][\w’-]+|[Ii]dem|[Ee]adem|@\w+)$")
"""`bell hooks`, `idem`, `@handle`"""
BODY_PARTICLES = frozenset("of for on the and in against to &".split())
MOST_NAMES = 24
"""Items of a list among which the last author is looked for."""
LONGEST_SUFFIX = 25
"""Words before a title among which its author is looked for."""


def authors_start(note: NoteText, after: int, end: int, *, in_prose: bool) -> int | None:
    """Return where the names that end at `end` begin: with a sentence, or, in prose, after words that are no name.

    None where no names stand there.
    """
    text = note.text
    begins = [after_lead(text, at, end) for at in (after, *note.stops_in(after, end))]
    whole = next((at for at in begins if is_names(text[at:end].strip()) or _is_lower(text[at:end])), None)
    if whole is not None or not in_prose:
        return whole
    tokens = list(TOKEN_RE.finditer(text, begins[-1], end))[-LONGEST_SUFFIX:]
    for token in tokens:
        begins_at = token.start() + (token[0][0] == "(")
        if _may_begin(text[begins_at : token.end()]) and is_names(text[begins_at:end].strip()):
            return begins_at
    return None


def split_authors(piece: str) -> tuple[int, int] | None:
    """Return (end of the names, start of the title) of `Names, Title`; None where the first words are no names."""
    commas = [match.start() for match in islice(re.finditer(r",\s", piece), MOST_NAMES)]
    first = next((comma for comma in commas if _is_list(piece[:comma])), None)
    if first is None and commas and _is_author(piece[: commas[0]]):
        first = commas[0]
    if first is None:
        return None
    for comma, following in zip(commas, (*commas[1:], len(piece)), strict=True):
        if comma < first:
            continue
        item = piece[comma + 1 : following].strip()
        last = following == len(piece)
        if not last and (LATER_NAMES_RE.fullmatch(item) or (_is_body(piece[:first]) and _is_body(item))):
            first = following
        else:
            break
    start = after_lead(piece, first + 1, len(piece))
    if YEARS_RE.match(piece, start):
        return None
    return (first, start) if re.match(r"[“‘'\"(]*[A-Z0-9À-Þ]", piece[start:]) else None


def title_suffix(note: NoteText, after: int, end: int) -> int | None:
    """Return where the longest run of words begins that are set as a title and end at `end`; None where none does.

    `As Walzer argues in Just and Unjust Wars: A Moral Argument` holds one, `the war of 1999` none.
    """
    begins = None
    for token in reversed(list(TOKEN_RE.finditer(note.text, after, end))):
        word = token[0].strip("“”‘’\"'(),.:;?!")
        if word[:1].isupper() or word[:1].isdigit():
            begins = token.start()
        elif word and word.lower() not in SMALL_WORDS and word not in NAME_PARTICLES:
            break
    return begins


def after_lead(text: str, start: int, end: int) -> int:
    """Return where a citation may begin: after the stop, bracket or `and` that is left of what stands before it."""
    match = LEADING_RE.match(text, start, end)
    return match.end() if match else start


def _may_begin(token: str) -> bool:
    return token[:1].isupper() or re.split("[–-]", token)[0] in NAME_PARTICLES


def _is_lower(text: str) -> bool:
    return LOWER_NAMES_RE.fullmatch(text.strip(" ,")) is not None


def _is_list(text: str) -> bool:
    """Say whether a text is a list of persons that ends with its last: all of them full names, or none."""
    joined = list(AND_RE.finditer(text))
    if not joined or "," in text[joined[-1].end() :] or not is_names(text):
        return False
    items = [_length(item) for item in ITEM_RE.split(text)]
    return all(items) and len({count > 1 for count in items}) == 1 and max(items) <= 4


def _length(name: str) -> int:
    """Return of how many words a name consists, without particles; 0 where it is none."""
    words = [word for word in name.split() if word not in NAME_PARTICLES]
    return len(words) if all(word[0].isupper() for word in words) else 0


def _is_author(text: str) -> bool:
    """Say whether a text before the first comma is an author: a person, a body, `idem`."""
    if is_names(text) or _is_lower(text):
        return True
    words = text.split()
    return _is_body(text) and all(word[0].isupper() or word in BODY_PARTICLES for word in words)


def _is_body(text: str) -> bool:
    words = re.findall(r"[\w’-]+", text.lower())
    return bool(BODY_WORDS.intersection(words)) and ":" not in text and words[0] not in {"report", "statement"}
