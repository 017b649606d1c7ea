"""The links that editors make between ¶, held against the texts: each leads to a ¶ that is there and says what it said.

Ids may move when a rule of recovery changes. So a link names the words with which its ¶ begins, and is a problem when
they are not there, as a correction is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from florilegium.crossrefs.choosing import AT_A_PASSAGE
from florilegium.crossrefs.sentences_shown import sentences
from florilegium.model import AUTHORS_TEXT, Passage, Placed, SeeLink
from florilegium.openings import begins_with, holds
from florilegium.problems import Problem

Fault = tuple[str, str, str]
"""Name, message and hint of a problem."""


@dataclass(frozen=True, slots=True)
class EditorsLink:
    """A link of an editor, found in the texts."""

    source: str
    """Id of the source in whose record it stands."""
    link: SeeLink


@dataclass(frozen=True, slots=True)
class ResolvedLinks:
    """The links of all records, in the order of sources and lines, and what is wrong with them."""

    links: tuple[EditorsLink, ...]
    problems: tuple[Problem, ...]


def resolve_see(placed: Sequence[Placed]) -> ResolvedLinks:
    """Find both sides of every link that a record makes or forbids."""
    texts = {one.source.record.id: _numbered(one) for one in placed}
    links: list[EditorsLink] = []
    problems: list[Problem] = []
    known: dict[frozenset[tuple[str, str, str]], str] = {}
    for one in placed:
        record = one.source.record
        for link in record.see:
            faults = [*_faults(link, record.id, texts)]
            sides = frozenset(
                ((record.id, link.first, link.last), (link.to_source, link.to_first, link.to_last)),
            )
            if not faults and sides in known:
                hint = "a cross-reference stands on both sides: keep one of the two"
                faults.append(("link-twice", f"these two are linked already in {known[sides]}", hint))
            known.setdefault(sides, f"{record.path}:{link.line}")
            problems.extend(Problem(name, record.path, link.line, message, hint) for name, message, hint in faults)
            if not faults:
                links.append(EditorsLink(record.id, link))
    return ResolvedLinks(tuple(links), (*problems, *_too_many(links, placed)))


def _too_many(links: Sequence[EditorsLink], placed: Sequence[Placed]) -> list[Problem]:
    """Report each link for which one of its passages has no room."""
    passages = {(one.source, block): one for source in placed for one in source.passages for block in one.blocks}
    paths = {one.source.record.id: one.source.record.path for one in placed}
    shown: Counter[Passage] = Counter()
    problems = []
    for one in (one for one in links if not one.link.forbid):
        sides = ((one.source, one.link.first), (one.link.to_source, one.link.to_first))
        for passage in (passages[side] for side in sides):
            shown[passage] += 1
            if shown[passage] > AT_A_PASSAGE:
                run = f"¶ {passage.blocks[0][1:]}–{passage.blocks[-1][1:]}"
                message = f"the passage {run} of {passage.source} has {AT_A_PASSAGE} links of editors without this one"
                hint = "no more are shown at a passage: take away the one that a reader would miss least"
                problems.append(Problem("too-many-links", paths[one.source], one.link.line, message, hint))
    return problems


def _numbered(placed: Placed) -> Mapping[str, str]:
    """Return the text of each ¶ by its id, in order."""
    return {block.id: block.text for block in placed.document.blocks if block.kind in AUTHORS_TEXT}


def _faults(link: SeeLink, source: str, texts: Mapping[str, Mapping[str, str]]) -> list[Fault]:
    """Return name, message and hint for what is wrong with a link."""
    own, other = texts[source], texts.get(link.to_source)
    if other is None:
        # Its record or text is at fault, and that is told already.
        return []
    faults = [
        *_unknown(source, own, (link.first, link.last)),
        *_unknown(link.to_source, other, (link.to_first, link.to_last)),
    ]
    if faults:
        return faults
    faults += _begins(source, own, link.first, link.begins, "begins")
    faults += _begins(link.to_source, other, link.to_first, link.to_begins, "to_begins")
    faults += _shows(source, own, (link.first, link.last), link.shows, "shows")
    faults += _shows(link.to_source, other, (link.to_first, link.to_last), link.to_shows, "to_shows")
    return faults


def _unknown(source: str, texts: Mapping[str, str], ids: Sequence[str]) -> list[Fault]:
    """Report the ids that a source does not have."""
    numbers = [int(one[1:]) for one in texts]
    faults = []
    for one in dict.fromkeys(ids):
        if one in texts:
            continue
        if not numbers:
            hint = f"{source} has no ¶"
        else:
            nearest = min(numbers, key=lambda number, asked=int(one[1:]): abs(number - asked))  # type: ignore[misc]
            hint = f"did you mean p{nearest}? ({source} has ¶ {numbers[0]}–{numbers[-1]})"
        faults.append(("unknown-place", f"{source} has no ¶ {one[1:]}", hint))
    return faults


def _begins(source: str, texts: Mapping[str, str], at: str, words: str, key: str) -> list[Fault]:
    """Report opening words that are not those of the ¶."""
    if begins_with(texts[at], words):
        return []
    found = [one for one, text in texts.items() if begins_with(text, words)]
    hint = f"copy the words from the page of {source}: {at} begins “{_opening(texts[at])}”"
    if found:
        hint = f"these words stand at {', '.join(found)}: write that, or the words of {at}: “{_opening(texts[at])}”"
    return [("wrong-place", f"{at} of {source} does not begin with “{words}” ({key})", hint)]


def _shows(source: str, texts: Mapping[str, str], ends: tuple[str, str], words: str, key: str) -> list[Fault]:
    """Report words that stand in no sentence of a run."""
    ids = list(texts)
    run = [texts[one] for one in ids[ids.index(ends[0]) : ids.index(ends[1]) + 1]]
    if any(holds(text[start:end], words) for text in run for start, end in sentences(text)):
        return []
    found = [one for one, text in texts.items() if holds(text, words)]
    where = f"they stand at {', '.join(found)}" if found else "copy some words of the sentence to be shown"
    place = ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"
    return [("wrong-place", f"“{words}” stands in no sentence of {place} of {source} ({key})", where)]


def _opening(text: str) -> str:
    return " ".join(text.split()[:4])
