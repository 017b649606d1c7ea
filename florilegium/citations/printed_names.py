"""Lists of names as notes print them, to names: `Reed, Jane, and Paul Fox`, `Reed, J. and Fox, P.`, `World Bank`.

Styles turn no name around, or the first, or all of them. Which it is shows in the list itself, never in one name of it.
A body is known by a word that no person is called by; nothing else tells `Jane Reed` from `Freedom House`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from florilegium.bibliography import Name

BODY_WORDS = frozenset(
    """academy administration agency alliance assembly association authority bank board bureau cabinet center centre
    chamber church coalition college commission committee community company conference congress consortium
    corporation council court delegation department directorate embassy federation forum foundation fund government
    group house initiative institute institution international laboratory league ministry mission movement nations
    network office organisation organization panel parliament party platform press programme program project
    secretariat senate service services society staff statistics taskforce team tribunal trust union unit university
    watch without""".split()
)
SMALL_WORDS = frozenset("of for on the in against to".split())
"""Words that stand in names of bodies alone; those of persons have others: `van der`, `de la`."""
JOINING_PARTICLES = frozenset(("e", "i", "y"))
"""They stand between two family names; others stand before one."""
INITIALISM_RE = re.compile(r"(?:[A-Z]{2,}|(?:[A-Z]\.){2,})(?![\w’'])(?!$)|[A-Z]{2,}$|\d")
"""`UN News`, `U.S. Congress`, `OECD`, `Article 19`; not the `J.R.R.` that a family name follows"""
INITIALS_RE = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?)+")
"""`S.`, `J. R.`, `J.-P.`: what a reversed name gives of the given ones"""
SUFFIX_RE = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
EDITORS_RE = re.compile(r",?\s*(?:\(\s*(?:eds?|editors?)\.?\s*\)|\b(?:eds?\.|editors?))[,.\s]*$", re.IGNORECASE)
OTHERS_RE = re.compile(r",?\s*(?:\band\s+others|\bet\s+al)\b[.,\s]*$")
AND_RE = re.compile(r",?\s+(?:and|&)\s+")


@dataclass(frozen=True, slots=True)
class PrintedNames:
    """A list of names as it was meant."""

    names: tuple[Name, ...]
    others: bool = False
    """Whether it says that there are more."""
    editors: bool = False
    """Whether it says that they edited the work."""


def printed_names(text: str) -> PrintedNames:
    """Read a list of names; an empty text has none."""
    text = " ".join(text.split())
    editors = EDITORS_RE.search(text)
    text = text[: editors.start()] if editors else text
    others = OTHERS_RE.search(text)
    text = _unstopped(text[: others.start()] if others else text)
    names = tuple(name for name in _names(text) if name.family or name.literal)
    return PrintedNames(names, others is not None, editors is not None)


def _unstopped(text: str) -> str:
    """Remove the stop that ends a list, not that of an initial, nor of `Jr.` at the end of a name."""
    text = text.strip(" ,;")
    last = re.split(r"[\s,]", text)[-1]
    return text if re.fullmatch(r"(?:[^\W\d_]\.)+|[^\W\d_]\.-[^\W\d_]\.|[JS]r\.", last) else text.rstrip(". ")


def _names(text: str) -> list[Name]:
    if not text:
        return []
    halves = AND_RE.split(text)
    if is_body(text):
        # `Human Rights Watch and Amnesty International` are two, `Department of Health and Human Services` is one.
        several = all(_words(half) & BODY_WORDS for half in halves) and not _words(halves[0]) & SMALL_WORDS
        return [Name("", literal=body) for body in (halves if several else [text])]
    if len(halves) == 1 and "," not in text and " " not in text:
        return [Name("", literal=text)]
    return _people(halves)


def is_body(text: str) -> bool:
    """Say whether a name is that of a body."""
    if _words(text) & (BODY_WORDS | SMALL_WORDS):
        return True
    # Initials that a family name was turned before, `Lee, PK`, are no initialism.
    return "," not in text and INITIALISM_RE.search(re.sub(r"\b(?:[A-Z]\.\s?)+(?=[A-Z][a-zà-ÿ])", "", text)) is not None


def _words(text: str) -> set[str]:
    return {word.strip(",.;:()’'").lower() for word in text.split()}


def _people(parts: list[str]) -> list[Name]:
    """Read persons: `parts` are what stands between the `and`s, each perhaps a list with commas."""
    lists = [_tokens(part) for part in parts]
    first = lists[0]
    alone = all(" " not in token for tokens in lists for token in tokens)
    if alone and len(parts) > 1 and len(lists[-1]) == 1 and not any(map(_initials, first)):
        # `Reed, Fox and Berg`: family names alone, as a short form has them.
        return [Name(token) for tokens in lists for token in tokens]
    several = len(parts) > 1 and len(first) > 1 and not _initials(first[1])
    # `Jane Reed, Paul Fox, and Ann Berg` turns no name around; without the `and`, `Reed Fox, Jane Ann` is one person.
    forward = len(first) == 1 or (several and all(" " in token for token in first))
    found: list[Name] = []
    for index, tokens in enumerate(lists):
        at = 0
        while at < len(tokens):
            follows = tokens[at + 1] if at + 1 < len(tokens) else ""
            turned = (index == 0 and at == 0 and not forward) or _initials(follows) or " " not in tokens[at]
            if follows and turned:
                found.append(Name(*_suffixed(tokens[at], follows)))
                at += 2
            else:
                found.append(_given_first(tokens[at]))
                at += 1
    return found


def _tokens(part: str) -> list[str]:
    """Split at commas; `Jr.` stays with what stands before it, behind a sign that no name has."""
    tokens: list[str] = []
    for token in (piece.strip() for piece in part.split(",")):
        if tokens and SUFFIX_RE.fullmatch(token):
            tokens[-1] += f"\0{token}"
        elif token:
            tokens.append(token)
    return tokens or [part]


def _suffixed(family: str, given: str) -> tuple[str, str, str]:
    given, _, suffix = given.partition("\0")
    family, _, before = family.partition("\0")
    return family, given, suffix or before


def _given_first(token: str) -> Name:
    """Turn `Thomas van der Meer`, `Ana Ruiz y Soto` and `Martin King Jr.` around."""
    name, _, suffix = token.partition("\0")
    words = name.split()
    if len(words) > 2 and SUFFIX_RE.fullmatch(words[-1]):
        suffix = words.pop()
    particle = next((index for index, word in enumerate(words[1:-1], start=1) if word[0].islower()), len(words) - 1)
    if particle > 1 and words[particle] in JOINING_PARTICLES:
        particle -= 1
    return Name(" ".join(words[particle:]), " ".join(words[:particle]), suffix)


def _initials(token: str) -> bool:
    return INITIALS_RE.fullmatch(token.partition("\0")[0]) is not None and len(token) <= 12
