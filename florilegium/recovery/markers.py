"""Find the markers of notes in the text and lift them.

A marker is a bare number glued to a word, a stop, a quotation mark, a bracket or a no-break space. So is much that is
none: the `5` of `2.5 billion`, the `7` of `G7`. What tells markers is that they count: each is one more than the last.
So of all glued numbers the chain is taken that counts on best.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from florilegium.model import AUTHORS_TEXT, Marker
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, Part, Task, apparatus_at
from florilegium.recovery.sentences import OPENING_RE, ends_sentence
from florilegium.recovery.traced import Traced

GLUED_RE = re.compile(r"(?<=[^\s\d(\[/$£€#+=_@&–—-])(?P<space> ?)(?P<number>\d{1,4})(?![\w%])(?!\.\d)(?!,\d{3})(?!-\w)")
"""`protecting1`, `2011.5`, `abuses;156`, `prince.159)`; after a no-break space: `oversight. 12`.
Not `5G`, `D-10`, `$2`, `S/1973`, `1,000` or the `20` of `%20`."""
DECIMAL_RE = re.compile(r"(?P<currency>[$£€]?)(?<!\d)\d{1,3}\.$")
"""What stands before the stop of a decimal: `2.` of `2.5`, `$2.` of `$2.5`. Not `2011.`"""
GAP = 3
"""Numbers that may be missing between two markers before they count as unconnected."""
DECIMAL = 0.05
"""The score of what is rather a decimal."""
RUN_ON = 0.2
"""The score of a number told from the digits with which it is run together."""
YEAR_RE = re.compile(r"(?:1[6-9]|20)\d\d")
FOUND, MISSED = 10.0, 8.0
"""What a marker adds to its chain, and what a missing one takes from it."""
LIKELY = 0.5
WEAK, UNLIKELY = 0.15, -1.0
"""Below this score a number counts so much: it may stand between two markers, but begins or ends no chain (`G7`)."""


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
    """Return the markers of a text in order; they may leave out numbers.

    Where the notes are known, what hardly looks like a marker must be the number of one.
    """
    known = {int(note.number) for note in draft.notes if note.number}
    candidates = [
        candidate
        for index, part in enumerate(draft.parts)
        if part.kind not in ("pull_quote", "front_matter", "byline")
        for candidate in (
            _at_line_ends(index, part.text, draft.raw) if only_line_ends else _candidates(index, part.text, draft.raw)
        )
        if not known or candidate.number in known or candidate.score >= LIKELY
    ]
    return _best_chain(candidates)


def lift_markers(draft: Draft, task: Task) -> Draft:
    """Take the markers out of the text, and remember where each stood."""
    if task.record.notes == "none":
        return draft
    found = find_markers(draft, only_line_ends=task.record.markers_drift)
    draft = draft.adding(problems=(*_unmatched(found, draft, task), *_repeated(found, draft, task)))
    parts: list[Part] = []
    for index, part in enumerate(draft.parts):
        own = [candidate for candidate in found if candidate.part == index]
        if part.kind == "pull_quote":
            known = {note.number for note in draft.notes}
            quoted = _candidates(index, part.text, draft.raw)
            own = [one for one in quoted if str(one.number) in known and one.score >= WEAK]
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
        if match["space"] and not _no_break(text, match.start(), raw):
            continue
        score = _score(text.text[: match.start()], text.text[match.end() :])
        if score:
            found.append(Candidate(index, match.start(), match.end(), int(match["number"]), score))
    return found


def _at_line_ends(index: int, text: Traced, raw: str) -> list[Candidate]:
    """Return the glued numbers at the ends of printed lines: `3637` may be 36 and 37 too, `20114` a year and 4."""
    whole = {candidate.end: candidate for candidate in _candidates(index, text, raw)}
    found = []
    for match in re.finditer(r"\d{1,6}(?=\s|$)", text.text):
        start, end = match.span()
        if not ends_line(text, end, raw):
            continue
        if end in whole:
            # At a line's end a number glued to capitals is less likely a name such as `G7`.
            found.append(replace(whole[end], score=whole[end].score + 0.1))
        elif text.text[start - 1 : start] in ("-", "–", "—"):
            found.append(Candidate(index, start, end, int(match[0]), 0.3))
        for at in range(start + 1, end):
            likelier = 0.05 if YEAR_RE.fullmatch(text.text[start:at]) else 0.0
            right = Candidate(index, at, end, int(text.text[at:end]), RUN_ON + likelier)
            if end in whole:
                found.append(Candidate(index, start, at, int(text.text[start:at]), RUN_ON))
            if end in whole or not YEAR_RE.fullmatch(match[0]):
                found.append(right)
    return sorted(found, key=lambda candidate: (candidate.start, candidate.end))


def _no_break(text: Traced, at: int, raw: str) -> bool:
    """Say whether the space at this offset holds a no-break space in the file."""
    end = text.origins[at + 1] if at + 1 < len(text) else len(raw)
    return "\u00a0" in raw[text.origins[at] : end]


def _score(before: str, after: str) -> float:
    """Rate what a number is glued to: a stop, then a word in small letters, then capitals; 0 where it is no marker."""
    decimal = DECIMAL_RE.search(before)
    if decimal:
        # `2.5` is a number, but a sentence may end with a small one: `Of the 12.5 The others`
        return DECIMAL if not decimal["currency"] and re.match(r"\s+[A-Z“‘]|$", after) else 0.0
    if re.search(r"[.,;:!?”’)\]\"]$", before):
        return 0.9
    return 0.6 if re.search(r"[^\W\d_’]’?[a-zß-ÿ]$|’[a-z]$|(?:^|\s)[a-z]$", before) else 0.12


def _best_chain(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Choose the candidates that count on with the fewest gaps."""
    best: dict[int, tuple[float, int]] = {}
    """By number, the best chain that ends with it so far, and its last candidate."""
    came_from: list[int | None] = []
    for index, candidate in enumerate(candidates):
        own = candidate.score + (FOUND if candidate.score >= WEAK else UNLIKELY)
        value, previous = own, None
        for gap in range(1, GAP + 2):
            known = best.get(candidate.number - gap)
            if not known or _overlap(candidates[known[1]], candidate):
                continue
            chained = known[0] + own - MISSED * (gap - 1)
            if chained > value:
                value, previous = chained, known[1]
        came_from.append(previous)
        if candidate.number not in best or value > best[candidate.number][0]:
            best[candidate.number] = (value, index)
    if max(best.values(), default=(0.0, 0))[0] <= 0:
        return ()
    chain: list[Candidate] = []
    at: int | None = max(best.values())[1]
    while at is not None:
        chain.append(candidates[at])
        at = came_from[at]
    return tuple(reversed(chain))


def _overlap(one: Candidate, two: Candidate) -> bool:
    return one.part == two.part and one.end > two.start


def _lift(part: Part, own: list[Candidate]) -> tuple[list[Traced], Part]:
    """Cut the numbers out of a part, and a comma between two of them: `abuses.1,2`."""
    lifted: list[Traced] = []
    markers: list[Marker] = []
    spans: list[tuple[int, int]] = []
    gone = 0
    for candidate in own:
        start, end = candidate.start, candidate.end
        if spans and part.text.text[spans[-1][1] : start] == ",":
            start -= 1
        lifted.append(part.text.cut(start, end).stripped())
        spans.append((start, end))
        markers.append(Marker(str(candidate.number), start - gone, start - gone, doubtful=False))
        gone += end - start
    return lifted, replace(part, text=part.text.without(spans).squeezed(), markers=tuple(markers))


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
            line = draft.lines_of(note.text)[0][0]
            problems.append(Problem("note-without-marker", path, line, f"note {number} has no marker", hint))
    seen: set[str] = set()
    for note in draft.notes:
        if note.number in seen:
            hint = "each number may stand once: split or renumber in a copy of the text, or correct the record"
            line = draft.lines_of(note.text)[0][0]
            problems.append(Problem("note-twice", path, line, f"note {note.number} stands twice", hint))
        seen.add(note.number)
    return tuple(problems)


def _repeated(found: tuple[Candidate, ...], draft: Draft, task: Task) -> tuple[Problem, ...]:
    """Report a glued number that ends a sentence, is that of a note, and was not taken for its marker."""
    taken = {(candidate.part, candidate.end) for candidate in found}
    known = {note.number for note in draft.notes}
    problems = []
    for index, part in enumerate(draft.parts):
        if part.kind not in AUTHORS_TEXT:
            continue
        for candidate in _candidates(index, part.text, draft.raw):
            before, after = part.text.text[: candidate.start], part.text.text[candidate.end :]
            ends = ends_sentence(before, after or "A") and OPENING_RE.match(after.lstrip() or "A")
            repeats = str(candidate.number) in known and (index, candidate.end) not in taken
            if repeats and ends and candidate.score > DECIMAL:
                hint = "each marker may stand once and they must count; look whether one of the two is no marker"
                message = f"marker {candidate.number} stands twice"
                line = _line(draft, candidate)
                problems.append(Problem("marker-twice", task.record.text_path, line, message, hint))
    return tuple(problems)


def _line(draft: Draft, candidate: Candidate) -> int:
    text = draft.parts[candidate.part].text.cut(candidate.start, candidate.end)
    return draft.lines_of(text)[0][0]
