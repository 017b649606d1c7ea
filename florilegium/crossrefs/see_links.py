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


def resolve_see(placed: Sequence[Placed], shown: Sequence[Placed] = ()) -> ResolvedLinks:
    """Find both sides of every link that a record makes or forbids.

    `shown` are the sources as they may be shown, where that is less than all.
    """
    sources = {one.source.record.id: _Source.of(one, may) for one, may in zip(placed, shown or placed, strict=True)}
    links: list[EditorsLink] = []
    problems: list[Problem] = []
    for one in placed:
        record = one.source.record
        for link in record.see:
            if link.to_source not in sources:
                # Its record or text is at fault, and that is told already.
                continue
            faults = _faults(link, sources[record.id], sources[link.to_source])
            faults = faults or _told_before(EditorsLink(record.id, link), links, sources)
            problems.extend(Problem(name, record.path, link.line, message, hint) for name, message, hint in faults)
            if not faults:
                links.append(EditorsLink(record.id, link))
    return ResolvedLinks(tuple(links), (*problems, *_too_many(links, sources)))


@dataclass(frozen=True, slots=True)
class _Source:
    """A source, as links are held against it."""

    name: str
    path: str
    """Of its record."""
    texts: Mapping[str, str]
    """Of each ¶ by its id, in order."""
    sayable: Mapping[str, str]
    """The same, as far as it may be shown and is made of sentences."""
    passages: Mapping[str, Passage]
    """Of each ¶."""

    @classmethod
    def of(cls, placed: Placed, shown: Placed) -> _Source:
        numbered = [block for block in placed.document.blocks if block.kind in AUTHORS_TEXT]
        sayable = {block.id: "" if block.kind == "table" else block.text for block in shown.document.blocks}
        passages = {block: one for one in placed.passages for block in one.blocks}
        record = placed.source.record
        return cls(record.id, record.path, {block.id: block.text for block in numbered}, sayable, passages)


def _told_before(one: EditorsLink, links: Sequence[EditorsLink], sources: Mapping[str, _Source]) -> list[Fault]:
    """Report a link between places that another links, from whatever side, or of which another forbids a part."""
    hint = "a cross-reference stands on both sides: keep one of the two"
    for other in links:
        same = _places(one) == _places(other)
        forbids = one.link.forbid != other.link.forbid and _overlap(_places(one), _places(other))
        if same or forbids:
            at = f"{sources[other.source].path}:{other.link.line}"
            said = f"these two are linked already in {at}" if same else f"what the one links, the other forbids: {at}"
            return [("link-twice", said, hint)]
    return []


def _places(one: EditorsLink) -> frozenset[tuple[str, int, int]]:
    """Return both sides: source, and the numbers of the first and the last ¶."""
    link = one.link
    sides = ((one.source, link.first, link.last), (link.to_source, link.to_first, link.to_last))
    return frozenset((source, int(first[1:]), int(last[1:])) for source, first, last in sides)


def _overlap(one: frozenset[tuple[str, int, int]], other: frozenset[tuple[str, int, int]]) -> bool:
    """Say whether two links have a pair of ¶ in common."""
    ends = {source: (first, last) for source, first, last in other}
    return all(source in ends and first <= ends[source][1] and ends[source][0] <= last for source, first, last in one)


def _too_many(links: Sequence[EditorsLink], sources: Mapping[str, _Source]) -> list[Problem]:
    """Report each link for which one of its passages has no room."""
    shown: Counter[Passage] = Counter()
    problems = []
    for one in (one for one in links if not one.link.forbid):
        sides = ((one.source, one.link.first), (one.link.to_source, one.link.to_first))
        for passage in (sources[source].passages[block] for source, block in sides):
            shown[passage] += 1
            if shown[passage] > AT_A_PASSAGE:
                run = _run(passage.blocks[0], passage.blocks[-1])
                message = f"the passage {run} of {passage.source} has {AT_A_PASSAGE} links of editors without this one"
                hint = "no more are shown at a passage: take away the one that a reader would miss least"
                problems.append(Problem("too-many-links", sources[one.source].path, one.link.line, message, hint))
    return problems


def _faults(link: SeeLink, own: _Source, other: _Source) -> list[Fault]:
    """Return name, message and hint for what is wrong with a link."""
    unknown = [*_unknown(own, (link.first, link.last)), *_unknown(other, (link.to_first, link.to_last))]
    return unknown or [
        *_begins(own, link.first, link.begins, "begins"),
        *_begins(other, link.to_first, link.to_begins, "to_begins"),
        *_leaves(own, link.first, link.last),
        *_leaves(other, link.to_first, link.to_last),
        *_shows(own, (link.first, link.last), link.shows, "shows"),
        *_shows(other, (link.to_first, link.to_last), link.to_shows, "to_shows"),
    ]


def _leaves(source: _Source, first: str, last: str) -> list[Fault]:
    """Report a run that is no part of one passage: there its heading or its theme changes."""
    passage = source.passages[first]
    if passage == source.passages[last]:
        return []
    message = f"{_run(first, last)} of {source.name} is no part of one passage: a heading or another theme parts it"
    return [("link-leaves-passage", message, f"the passage of {first} ends with {passage.blocks[-1]}: make two links")]


def _unknown(source: _Source, ids: Sequence[str]) -> list[Fault]:
    """Report the ids that a source does not have."""
    numbers = [int(one[1:]) for one in source.texts]
    faults = []
    for one in dict.fromkeys(ids):
        if one in source.texts:
            continue
        hint = f"{source.name} has no ¶"
        if numbers:
            asked = int(one[1:])
            nearest = min((abs(number - asked), number) for number in numbers)[1]
            hint = f"did you mean p{nearest}? ({source.name} has {_run(f'p{numbers[0]}', f'p{numbers[-1]}')})"
        faults.append(("unknown-place", f"{source.name} has no ¶ {one[1:]}", hint))
    return faults


def _begins(source: _Source, at: str, words: str, key: str) -> list[Fault]:
    """Report opening words that are not those of the ¶."""
    if begins_with(source.texts[at], words):
        return []
    found = [one for one, text in source.texts.items() if begins_with(text, words)]
    opening = " ".join(source.texts[at].split()[:4])
    hint = f"copy the words from the page of {source.name}: {at} begins “{opening}”"
    if found:
        hint = f"these words stand at {', '.join(found)}: write that, or the words of {at}: “{opening}”"
    return [("wrong-place", f"{at} of {source.name} does not begin with “{words}” ({key})", hint)]


def _shows(source: _Source, ends: tuple[str, str], words: str, key: str) -> list[Fault]:
    """Report words that stand in no sentence of a run that may be shown."""
    ids = list(source.texts)
    run = ids[ids.index(ends[0]) : ids.index(ends[1]) + 1]
    if not words or any(_says(source.sayable.get(one, ""), words) for one in run):
        return []
    found = [one for one, text in source.sayable.items() if _says(text, words)]
    where = f"they stand at {', '.join(found)}" if found else "copy some words of one sentence that may be shown"
    return [("wrong-place", f"“{words}” stands in no sentence of {_run(*ends)} of {source.name} ({key})", where)]


def _says(text: str, words: str) -> bool:
    return any(holds(text[start:end], words) for start, end in sentences(text))


def _run(first: str, last: str) -> str:
    return f"¶ {first[1:]}" if first == last else f"¶ {first[1:]}–{last[1:]}"
