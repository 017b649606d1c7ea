"""Find the markers of notes in the text and lift them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from florilegium.model import Doubt, Marker
from florilegium.recovery.draft import Draft, Part, Task, apparatus_at
from florilegium.recovery.glued_numbers import Candidate, glued_at_line_ends, glued_numbers
from florilegium.recovery.marker_chain import WEAK, best_chain
from florilegium.recovery.marker_faults import marker_faults
from florilegium.recovery.traced import Traced

LIKELY = 0.5
"""From this score on a number may be a marker though it is that of no known note."""


def find_markers(draft: Draft, *, only_line_ends: bool) -> tuple[Candidate, ...]:
    """Return the markers of a text in order; they may leave out numbers.

    Where the notes are known, what hardly looks like a marker must be the number of one.
    """
    known = {int(note.number) for note in draft.notes}
    numbers = glued_at_line_ends if only_line_ends else glued_numbers
    candidates = [
        candidate
        for index, part in enumerate(draft.parts)
        if part.kind not in ("pull_quote", "front_matter", "byline")
        for candidate in numbers(index, part.text, draft.raw)
        if not known or candidate.number in known or candidate.score >= LIKELY
    ]
    return best_chain(candidates)


def lift_markers(draft: Draft, task: Task) -> Draft:
    """Take the markers out of the text, and remember where each stood."""
    if task.record.notes == "none":
        return draft
    found = find_markers(draft, only_line_ends=task.record.markers_drift)
    draft = draft.adding(problems=marker_faults(found, draft, task))
    by_part = {index: list(group) for index, group in groupby(found, key=lambda candidate: candidate.part)}
    parts: list[Part] = []
    for index, part in enumerate(draft.parts):
        own = by_part.get(index, [])
        if part.kind == "pull_quote":
            known = {note.number for note in draft.notes}
            quoted = glued_numbers(index, part.text, draft.raw)
            own = [one for one in quoted if str(one.number) in known and one.score >= WEAK]
        lifted, taken = _lift(part, own)
        draft = draft.adding(apparatus=tuple(a for text in lifted for a in apparatus_at("marker", text)))
        draft = draft.adding(doubts=tuple(_run_on_doubt(one, part, draft) for one in own if one.run_on))
        parts.append(replace(taken, markers=()) if part.kind == "pull_quote" else taken)
    return replace(draft, parts=tuple(parts))


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
        markers.append(Marker(str(candidate.number), start - gone, start - gone, doubtful=candidate.run_on))
        gone += end - start
    text = part.text.without(spans).squeezed()
    # Where a marker ends a text, the white space before it goes too.
    inside = tuple(replace(m, offset=min(m.offset, len(text)), found_at=min(m.found_at, len(text))) for m in markers)
    return lifted, replace(part, text=text, markers=inside)


def _run_on_doubt(candidate: Candidate, part: Part, draft: Draft) -> Doubt:
    detail = f"note {candidate.number}: its marker was run together with other digits"
    return Doubt("marker-place", detail, draft.lines_of(part.text.cut(candidate.start, candidate.end)))
