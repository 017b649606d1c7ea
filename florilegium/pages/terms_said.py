"""Terms of the subject index to how a sentence of ours says them.

An index turns names round and drops their articles: `Doe, Jane`. A sentence has `Jane Doe`, and `the
Security Council` where the texts have it so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import IndexTerm, Placed, SubjectIndex

ARTICLE = "the "
ALONE_RE = re.compile(
    r"\s*$|[^\s\w]|\s+(?:of|in|on|at|to|for|from|with|by|and|or|nor|but|as|than|that|which|who|when|while|until|is|was|are"
    r"|were|has|have|had|does|did|do|can|could|will|would|may|might|must|should)\b"
)
"""What follows a name that belongs to no other word: `the Security Council has`. Not `Security Council resolutions`."""
NAMED = ("institution", "law", "event")
"""Kinds whose terms are proper names, however they are printed."""
LEADS_ON_RE = re.compile(r"\b(?:of|to|by|in|on|for|from|with|against|between)$")
"""The end of what is only read before the rest of a name: `care and feeding of`."""


@dataclass(frozen=True, slots=True)
class TermSaid:
    """A term in the midst of a sentence, in plain text."""

    article: str
    """With the space after it; empty where there is none."""
    words: str
    anchor: str
    """Its id on the page of the index."""


def terms_said(names: Collection[str], index: SubjectIndex, placed: Sequence[Placed]) -> dict[str, TermSaid]:
    """Return, by the name of each of the given terms, how a sentence says it."""
    terms = [term for term in index.authority.terms if term.name in names]
    with_article = _with_article({term.name: term for term in terms if term.kind != "person"}, index, placed)
    return {term.name: TermSaid(_article(term, with_article), _turned(term), term.anchor) for term in terms}


def _article(term: IndexTerm, with_article: Collection[str]) -> str:
    """Return the article of a name: one that the texts give it, or that of `the care of roses`."""
    return ARTICLE if term.name in with_article or term.name.endswith(" of") else ""


def _turned(term: IndexTerm) -> str:
    """Turn a name round at its comma: `Doe, Jane`, `Congress, US`, `Troy, fall of`, `bread, salted`.

    Not `Geneva, Switzerland`, nor a name that is a list, `rivers, lakes and seas`, unless the texts have it the other
    way round.
    """
    head, comma, rest = term.name.partition(", ")
    if not comma:
        return term.name
    if term.kind == "person":
        given, comma, suffix = rest.partition(", ")
        return f"{_joined(given, head)}{comma}{suffix}"
    variants = {variant.casefold() for variant in term.variants}
    known = {_joined(rest, head).casefold(), _joined(rest.split()[0], head).casefold()} & variants
    turns = rest[:1].islower() and not re.search(r" (?:and|or) ", rest)
    body = term.kind in ("institution", "law") and rest[:1].isalpha()
    inverted = known or turns or body or LEADS_ON_RE.search(rest)
    return _joined(rest, head) if inverted and "," not in rest else term.name


def _joined(given: str, family: str) -> str:
    return f"{given}{family}" if given.endswith(("-", "’", "'")) else f"{given} {family}"


def _with_article(terms: Mapping[str, IndexTerm], index: SubjectIndex, placed: Sequence[Placed]) -> frozenset[str]:
    """Return the names before which the texts mostly have an article, where these stand alone.

    What counts is the form that we say; of a proper name that is never printed so, any form: `U.N. Security Council`.
    Notes do not count: titles leave articles out.
    """
    texts = {(one.source.record.id, block.id): block.text for one in placed for block in one.document.blocks}
    said = {name: _turned(term).casefold() for name, term in terms.items()}
    as_said, as_printed = Counter[str](), Counter[str]()
    for mention in index.mentions:
        text = texts.get((mention.source, mention.place), "") if mention.term in terms else ""
        if text and ALONE_RE.match(text, mention.end):
            before = text[: mention.start][-len(ARTICLE) :]
            leaning = 1 if before.casefold() == ARTICLE else -1
            same = text[mention.start : mention.end].casefold() == said[mention.term]
            (as_said if same else as_printed)[mention.term] += leaning
    return frozenset(
        name
        for name, term in terms.items()
        if (as_said[name] if name in as_said or term.kind not in NAMED else as_printed[name]) > 0
    )
