"""Put back markers that the extraction moved to the end of their printed line.

A note mostly belongs to a sentence, so its marker goes to the last sentence end on its line. Where the line has none,
to its last comma; then, and where the line has several sentence ends, the place is doubtful and said to be so. The
record decides such places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from florilegium.model import Correction, Doubt, Marker, Repair
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, Part, Task
from florilegium.sentences import OPENING_RE, STOPPED_RE, sentence_ends


@dataclass(frozen=True, slots=True)
class _Place:
    offset: int
    doubt: str
    """Empty where the place is sure."""
    problems: tuple[Problem, ...] = ()


def put_back_markers(draft: Draft, task: Task) -> Draft:
    """Move each marker to where it belongs; `found_at` keeps where the file has it."""
    decided = {c.at.removeprefix("n"): c for c in task.corrections if c.marker_after is not None}
    parts = []
    for part in draft.parts:
        markers = []
        for marker in part.markers:
            correction = decided.pop(marker.note, None)
            place = _place_for(part, marker, correction, draft, task)
            draft = _noted(draft, part, marker, place).adding(problems=place.problems)
            doubtful = bool(place.doubt) or (marker.doubtful and correction is None)
            markers.append(replace(marker, offset=place.offset, doubtful=doubtful))
        parts.append(replace(part, markers=tuple(sorted(markers, key=lambda m: (m.offset, int(m.note))))))
    problems = tuple(
        Problem("words-not-found", task.record.path, c.line, f"no marker {number}", "see the numbers of the notes")
        for number, c in decided.items()
    )
    return replace(draft, parts=tuple(parts)).adding(problems=problems)


def _place_for(part: Part, marker: Marker, correction: Correction | None, draft: Draft, task: Task) -> _Place:
    """Find where a marker belongs: where the record says, else where its line tells, if markers drifted at all."""
    if correction is not None and correction.marker_after is not None:
        # A marker drifts to its line's end, so it came from before there.
        at = part.text.text.rfind(correction.marker_after, 0, marker.found_at)
        if at != -1:
            return _Place(at + len(correction.marker_after), "")
        hint = f"copy the words after which it belongs from {task.record.text_path}"
        message = f"“{correction.marker_after}” does not stand before marker {marker.note}"
        problem = Problem("words-not-found", task.record.path, correction.line, message, hint)
        return _Place(marker.offset, "", (problem,))
    if task.record.markers_drift:
        return _place(part.text.text, _line_start(part, marker, draft.raw), marker)
    return _Place(marker.offset, "")


def _line_start(part: Part, marker: Marker, raw: str) -> int:
    """Return the offset at which the printed line begins at whose end the marker was found."""
    text = part.text
    for at in range(marker.found_at - 1, 0, -1):
        if "\n" in raw[text.origins[at - 1] : text.origins[at]]:
            # A line begins here, be it after a hyphen or inside a web address.
            return at
        if text.text[at] == " " and "\n" in raw[text.origins[at] : text.origins[at + 1]]:
            return at + 1
    return 0


def _place(text: str, line_start: int, marker: Marker) -> _Place:
    """Find where on its line a marker belongs."""
    line = text[line_start : marker.found_at]
    # What follows the line tells whether its last stop ends a sentence.
    after = text[marker.found_at :][:40]
    ends = [end for end in sentence_ends(line + after) if end <= len(line)]
    if len(line) not in ends and STOPPED_RE.search(line) and OPENING_RE.match(after.lstrip()):
        return _Place(marker.found_at, "an abbreviation ends its line, and perhaps a sentence; left where it was found")
    if ends and re.search(r"[,;:]$", line):
        return _Place(line_start + ends[-1], "found after a comma, perhaps its place; set at the last sentence end")
    if len(ends) > 1:
        return _Place(line_start + ends[-1], f"{len(ends)} sentences end on its line; set at the last")
    if ends:
        return _Place(line_start + ends[0], "")
    comma = line.rfind(",")
    if comma != -1:
        return _Place(line_start + comma + 1, "no sentence ends on its line; set at its last comma")
    return _Place(marker.found_at, "neither a sentence end nor a comma on its line; left where it was found")


def _noted(draft: Draft, part: Part, marker: Marker, place: _Place) -> Draft:
    """Record a moved marker and a doubtful place."""
    lines = draft.lines_of(part.text.cut(max(0, marker.found_at - 1), marker.found_at))
    text = part.text.text
    if place.offset != marker.found_at:
        before = f"{_tail(text, marker.found_at)}[{marker.note}]"
        after = f"{_tail(text, place.offset)}[{marker.note}]"
        draft = draft.adding(repairs=(Repair("moved-marker", before, after, lines),))
    if place.doubt:
        draft = draft.adding(doubts=(Doubt("marker-place", f"note {marker.note}: {place.doubt}", lines),))
    return draft


def _tail(text: str, end: int) -> str:
    """Return the last few words before an offset."""
    return " ".join(text[:end].split(" ")[-4:])
