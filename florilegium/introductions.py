"""Introductions of themes to text, places and works: each `[@source, ¶12]` or `[@work]` is found, or told to be wrong.

A claim about the texts is worth what its reader can check. So an introduction cites ¶ and notes, or works of the
bibliography, and what does not exist stops the build, as a broken link does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import AUTHORS_TEXT, Introduction, PlaceCited, Placed, Reference, Theme, WorkCited
from florilegium.problems import Problem, did_you_mean

CITATION_RE = re.compile(r"(?<!\\)\[(?:[^\[\]\n]*?(?<![\w@]))?@(?:[^\[\]\n]|\n(?!\s*\n))*\]?")
"""All that an editor may have meant as a citation, closed or not: `[@brief, ¶1]`, `[see @brief, ¶1]`, `[@brief`."""
PLACE_RE = re.compile(
    r"""\[@(?P<source>[^\s,;\]]+),\s*
    (?:¶\s*(?P<first>[0-9]{1,6})(?:\s*[–-]\s*(?P<last>[0-9]{1,6}))?|n\.\s*(?P<note>[^\s\]]+))\s*\]""",
    re.VERBOSE,
)
"""`[@brief-2022, ¶12]`, `[@brief-2022, ¶12–14]`, `[@brief-2022, n. 12]`"""
WORK_RE = re.compile(r"\[@(?P<key>[^\s,;\]]+)(?:,\s*(?P<locator>[^\];@¶]*[^\];@¶\s]))?\s*\]")
"""`[@power2003problem]`, `[@power2003problem, p. 7]`"""
FENCE_RE = re.compile(r"^\s*(?:```|~~~)", re.MULTILINE)
INDENTED_RE = re.compile(r"(?: {4}|\t)[^\n]*")
"""A paragraph whose one line so far is set as code."""
FORMS = "write [@source, ¶12], [@source, ¶12–14], [@source, n. 12], [@work] or [@work, p. 7]"


@dataclass(frozen=True, slots=True)
class Introduced:
    """The introductions of all themes that have one, and what is wrong with them."""

    introductions: tuple[Introduction, ...]
    problems: tuple[Problem, ...]


def resolve_introductions(
    themes: Sequence[Theme], placed: Sequence[Placed], references: Sequence[Reference] = ()
) -> Introduced:
    """Find each place and each work that an introduction cites."""
    sources = {one.source.record.id: one for one in placed}
    works = {reference.key for reference in references}
    introductions: list[Introduction] = []
    problems: list[Problem] = []
    for theme in themes:
        pieces: list[str | PlaceCited | WorkCited] = []
        at = 0
        for match in CITATION_RE.finditer(theme.introduction):
            line = theme.introduction_line + theme.introduction[: match.start()].count("\n")
            citation = " ".join(match[0].split())
            work = WORK_RE.fullmatch(citation)
            found: Problem | PlaceCited | WorkCited | None = _apart(match, theme.path, line)
            if found is None and work and work["key"] in works:
                found = WorkCited(work["key"], work["locator"] or "")
            found = found or _place(citation, theme.path, line, sources, works)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                pieces += [theme.introduction[at : match.start()], found]
                at = match.end()
        if theme.introduction:
            introductions.append(Introduction(theme.id, (*pieces, theme.introduction[at:])))
    return Introduced(tuple(introductions), tuple(problems))


def _apart(match: re.Match[str], path: str, line: int) -> Problem | None:
    """Report a citation inside code, a link or other brackets: a link is to be made of it, and cannot be there."""
    above, within = match.string[: match.start()], match.string[: match.start()].split("\n\n")[-1]
    fenced = len(FENCE_RE.findall(above)) % 2 == 1
    coded = within.count("`") % 2 == 1 or INDENTED_RE.fullmatch(within) is not None
    bracketed = len(re.findall(r"(?<!\\)\[", within)) > len(re.findall(r"(?<!\\)\]", within))
    if not (fenced or coded or bracketed):
        return None
    where = "brackets" if bracketed else "code"
    return Problem(
        "bad-citation", path, line, f"'{match[0]}' stands inside {where}", "let it stand by itself in the text"
    )


def _place(
    citation: str, path: str, line: int, sources: Mapping[str, Placed], works: Collection[str]
) -> PlaceCited | Problem:
    match = PLACE_RE.fullmatch(citation)
    work = WORK_RE.fullmatch(citation)
    if not match and work and work["key"] not in sources:
        hint = did_you_mean(work["key"], (*works, *sources), "the keys of citations.bib, and the records sources/*.yml")
        return Problem("unknown-work", path, line, f"{citation} cites no work of citations.bib", hint)
    if not match:
        return Problem("bad-citation", path, line, f"'{citation}' is no citation of a place", FORMS)
    if match["source"] not in sources:
        hint = did_you_mean(match["source"], sources, "the sources are the records sources/*.yml")
        return Problem("unknown-source", path, line, f"{citation} cites no source of this collection", hint)
    document = sources[match["source"]].document
    if match["note"]:
        ids = [note.id for note in document.notes]
        first = last = f"n{match['note']}"
    else:
        ids = [block.id for block in document.blocks if block.kind in AUTHORS_TEXT]
        first, last = f"p{match['first']}", f"p{match['last'] or match['first']}"
    if first not in ids or last not in ids:
        wrong = last if first in ids else first
        hint = _nearest(wrong, ids, match["source"])
        return Problem("unknown-place", path, line, f"{citation} does not exist", hint)
    if ids.index(last) < ids.index(first):
        return Problem("bad-citation", path, line, f"{citation} ends before it begins", FORMS)
    return PlaceCited(match["source"], first, last)


def _nearest(wrong: str, ids: Sequence[str], source: str) -> str:
    """Say which ¶ or note has the nearest number, and which there are."""
    kind = "note" if wrong[0] == "n" else "¶"
    if not ids:
        return f"{source} has no {kind}"
    numbers = [int(one[1:]) for one in ids]
    asked = int(wrong[1:]) if re.fullmatch(r"[0-9]{1,6}", wrong[1:]) else 0
    nearest = min(numbers, key=lambda number: abs(number - asked))
    return f"did you mean {kind} {nearest}? ({source} has {kind} {numbers[0]}–{numbers[-1]})"
