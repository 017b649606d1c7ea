"""A list of names to its names: persons in their parts, bodies whole.

`Smith, Jane and {Council of Peace and War} and others` is a person, a body, and the word that there are more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

from florilegium.model import Reference

BRACES_RE = re.compile(r"[{}]")
BODY_RE = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
"""`{Human Rights Watch}`: a name in one pair of braces is a body, and has no parts."""
TOKEN_RE = re.compile(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
OTHERS = "others"
"""What BibLaTeX writes last where more names are known to be missing."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person or a body."""

    family: str
    """With its particles: `van der Lettow`. Empty for a body."""
    given: str = ""
    suffix: str = ""
    """`Jr.`"""
    literal: str = ""
    """The name of a body; empty for a person."""

    @property
    def given_first(self) -> str:
        """As a reader says it: `Paul van der Lettow`."""
        whole = self.literal or " ".join(part for part in (self.given, self.family) if part)
        return f"{whole}, {self.suffix}" if self.suffix else whole


def names(reference: Reference, field: str = "author") -> tuple[Name, ...]:
    """Return the names that stand in a field, without `others`."""
    listed = _split(dict(reference.fields).get(field, ""))
    return tuple(_name(one) for one in listed if one and one != OTHERS)


def has_others(reference: Reference, field: str = "author") -> bool:
    """Say whether a list of names ends with `and others`."""
    return _split(dict(reference.fields).get(field, ""))[-1] == OTHERS


def fault_in_names(value: str) -> str:
    """Say what is wrong with a list of names; empty where nothing is."""
    listed = _split(value)
    named = [bool(BRACES_RE.sub("", one).strip()) for one in listed]
    if not any(named):
        return "names nobody"
    if not all(named):
        return "has an 'and' with no name beside it"
    if OTHERS in listed[:-1] or listed == [OTHERS]:
        return f"has '{OTHERS}' elsewhere than at its end"
    for one in listed:
        try:
            parts = parse_single_name_into_parts(one)
        except InvalidNameError as error:
            return f"holds the name '{one}', which has no parts: {error.reason.lower()}"
        if not _plain(parts.last):
            return f"holds the name '{one}', which has no family name"
        if "=" in BODY_RE.sub("", one):
            return f"holds the name '{one}', which is not written 'Family, Given'"
    return ""


def _split(value: str) -> list[str]:
    """Split at each `and` outside braces: `{Peace and War}` is one name. An empty name is one that is missing."""
    padded, depth, start, listed = f" {value} ", 0, 0, []
    for match in TOKEN_RE.finditer(padded):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0:
            listed.append(padded[start : match.start()].strip())
            start = match.end()
    return [*listed, padded[start:].strip()]


def _name(value: str) -> Name:
    if BODY_RE.fullmatch(value):
        return Name("", literal=_plain([value]))
    parts = parse_single_name_into_parts(value, strict=False)
    return Name(_plain([*parts.von, *parts.last]), _plain(parts.first), _plain(parts.jr))


def _plain(words: list[str]) -> str:
    return " ".join(BRACES_RE.sub("", word).strip() for word in words)
