"""Find the markers of notes in the text and lift them.

A marker is a bare number glued to a word, a stop, a quotation mark, a bracket or a no-break space. So is much that is
none: the `5` of `2.5 billion`, the `7` of `G7`. What tells markers is that they count: each is one more than the last.
So of all glued numbers the chain is taken that counts on best.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from florilegium.model import Marker
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, Part, Task, apparatus_at
from florilegium.recovery.traced import Traced

GLUED_RE = re.compile(r"(?<=[^\s\d(\[/$£€#+=_@&-])(?P<space> ?)(?P<number>\d{1,4})(?![\w%])(?!\.\d)(?!,\d{3})(?!-\w)")
"""`protecting1`, `2011.5`, `abuses;156`, `prince.159)`; after a no-break space: `oversight. 12`.
Not `5G`, `D-10`, `$2`, `S/1973`, `1,000` or the `20` of `%20`."""
DECIMAL_RE = re.compile(r"(?<!\d)\d{1,3}\.$")
"""What stands before the stop of a decimal: `2.` of `2.5`. Not `2011.`"""
GAP = 3
"""Numbers that may be missing between two markers before they count as unconnected."""
FOUND, MISSED = 10.0, 8.0
"""What a marker adds to its chain, and what a missing one takes from it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A glued number that may be a marker."""

    part: int
    """Index of its part."""
    start: int
    """Where what is lifted begins in the part: the number, and no-break spaces before it."""
    end: int
    number: int
    score: float
    """How much it looks like a marker by itself, below 1."""


def find_markers(draft: Draft, *, only_line_ends: bool) -> tuple[Candidate, ...]:
    """Return the markers of a text in order; they may leave out numbers."""
    candidates = [
        candidate
        for index, part in enumerate(draft.parts)
        if part.kind not in ("pull_quote", "front_matter", "byline")
        for candidate in _candidates(index, part.text, draft.raw)
        if not only_line_ends or ends_line(part.text, candidate.end, draft.raw)
    ]
    return _best_chain(candidates)


def lift_markers(draft: Draft, task: Task) -> Draft:
    """Take the markers out of the text, and remember where each stood."""
    if task.record.notes == "none":
        return draft
    found = find_markers(draft, only_line_ends=task.record.markers_drift)
    draft = draft.adding(problems=_unmatched(found, draft, task))
    parts: list[Part] = []
    for index, part in enumerate(draft.parts):
        own = [candidate for candidate in found if candidate.part == index]
        if part.kind == "pull_quote":
            known = {note.number for note in draft.notes}
            quoted = _candidates(index, part.text, draft.raw)
            own = [candidate for candidate in quoted if str(candidate.number) in known]
        lifted, taken = _lift(part, own)
        draft = draft.adding(apparatus=tuple(a for text in lifted for a in apparatus_at("marker", text)))
        parts.append(replace(taken, markers=()) if part.kind == "pull_quote" else taken)
    return replace(draft, parts=tuple(parts))


def ends_line(text: Traced, at: int, raw: str) -> bool:
    """Say whether a printed line ends at this offset of a text."""
    if at >= len(text):
        return True
    return "\n" in raw[text.origins[at - 1] + 1 : text.origins[min(at + 1, len(text) - 1)]]


def _candidates(index: int, text: Traced, raw: str) -> list[Candidate]:
    """Return all glued numbers of a part, in order."""
    found = []
    for match in GLUED_RE.finditer(text.text):
        if match["space"] and raw[text.origins[match.start()]] != "\u00a0" and not _no_break(text, match.start(), raw):
            continue
        before = text.text[: match.start()]
        if (
            before.endswith(".")
            and DECIMAL_RE.search(before)
            and not re.match(r"\s+[A-Z“‘]|$", text.text[match.end() :])
        ):
            continue
        found.append(Candidate(index, match.start(), match.end(), int(match["number"]), _score(before)))
    return found


def _no_break(text: Traced, at: int, raw: str) -> bool:
    """Say whether the space at this offset holds a no-break space in the file."""
    end = text.origins[at + 1] if at + 1 < len(text) else len(raw)
    return "\u00a0" in raw[text.origins[at] : end]


def _score(before: str) -> float:
    """Rate what a number is glued to: a stop, then a word in small letters, then anything."""
    if re.search(r"[.,;:!?”’)\]\"]$", before):
        return 0.9
    return 0.6 if re.search(r"[a-zß-ÿ]{2}$", before) else 0.1


def _best_chain(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Choose the candidates that count on with the fewest gaps."""
    best: dict[int, tuple[float, int]] = {}
    """By number, the best chain that ends with it so far, and its last candidate."""
    came_from: list[int | None] = []
    for index, candidate in enumerate(candidates):
        value, previous = FOUND + candidate.score, None
        for gap in range(1, GAP + 2):
            known = best.get(candidate.number - gap)
            if known and known[0] + FOUND + candidate.score - MISSED * (gap - 1) > value:
                value, previous = known[0] + FOUND + candidate.score - MISSED * (gap - 1), known[1]
        came_from.append(previous)
        if candidate.number not in best or value > best[candidate.number][0]:
            best[candidate.number] = (value, index)
    if not best:
        return ()
    chain: list[Candidate] = []
    at: int | None = max(best.values())[1]
    while at is not None:
        chain.append(candidates[at])
        at = came_from[at]
    return tuple(reversed(chain))


def _lift(part: Part, own: list[Candidate]) -> tuple[list[Traced], Part]:
    """Cut the numbers out of a part."""
    lifted, markers, gone = [], [], 0
    for candidate in own:
        digits = candidate.end - len(str(candidate.number))
        lifted.append(part.text.cut(digits, candidate.end))
        place = candidate.start - gone
        markers.append(Marker(str(candidate.number), place, place, doubtful=False))
        gone += candidate.end - candidate.start
    text = part.text.without((candidate.start, candidate.end) for candidate in own)
    return lifted, replace(part, text=text.squeezed(), markers=tuple(markers))


def _unmatched(found: tuple[Candidate, ...], draft: Draft, task: Task) -> tuple[Problem, ...]:
    """Report markers without a note, notes without a marker, and numbers that stand twice."""
    problems = []
    path = task.record.text_path
    notes = {note.number: note for note in draft.notes}
    marked = {str(candidate.number) for candidate in found}
    for candidate in found:
        if str(candidate.number) not in notes:
            line = _line(draft, candidate)
            hint = f"look for note {candidate.number} in the text, or whether this number is a marker at all"
            problems.append(Problem("marker-without-note", path, line, f"marker {candidate.number} has no note", hint))
    for number, note in notes.items():
        if number not in marked:
            hint = f"look for a bare {number} glued to a word; a text may have lost it"
            line = note.lines[0].number
            problems.append(Problem("note-without-marker", path, line, f"note {number} has no marker", hint))
    seen: set[str] = set()
    for note in draft.notes:
        if note.number in seen:
            hint = "each number may stand once: split or renumber in a copy of the text, or correct the record"
            line = note.lines[0].number
            problems.append(Problem("note-twice", path, line, f"note {note.number} stands twice", hint))
        seen.add(note.number)
    return tuple(problems)


def _line(draft: Draft, candidate: Candidate) -> int:
    text = draft.parts[candidate.part].text.cut(candidate.start, candidate.end)
    return draft.lines_of(text)[0][0]
