"""Apply what an editor decided, and hold each correction against the words it names.

A correction says where it applies twice: by id and by opening words. The words find the place while ids are not given
yet; the id is checked at the end. If a rule is changed and the ids move, the editor is told instead of misunderstood.
"""

from __future__ import annotations

from dataclasses import replace

from florilegium.model import Block, Correction, Note
from florilegium.openings import begins_with
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, Task
from florilegium.recovery.lines import Line


def breaks_at(lines: tuple[Line, ...], task: Task) -> tuple[dict[int, bool], tuple[Problem, ...]]:
    """Map line numbers to whether a paragraph begins there, where the record says so."""
    breaks: dict[int, bool] = {}
    problems: list[Problem] = []
    for correction in task.corrections:
        if correction.break_before is None:
            continue
        found = [line.number for line in lines if _same_opening(line.text.text, correction.begins)]
        if len(found) == 1:
            breaks[found[0]] = correction.break_before
        else:
            problems.append(_not_one(correction, "line", len(found), task))
    return breaks, tuple(problems)


def apply_to_parts(draft: Draft, task: Task) -> Draft:
    """Set the kind or level of the parts that corrections name, and leave out those of which they say so."""
    parts = list(draft.parts)
    left_out = []
    problems: list[Problem] = []
    for correction in task.corrections:
        if correction.kind is None and correction.level is None and correction.left_out is None:
            continue
        found = [part for part in parts if begins_with(part.text.text, correction.begins)]
        if correction.level is not None and len(found) > 1:
            found = [part for part in found if part.kind == "heading"]
        if len(found) != 1:
            problems.append(_not_one(correction, "block", len(found), task))
            continue
        at = parts.index(found[0])
        if correction.left_out is not None:
            left_out.append((parts.pop(at).text, correction.left_out))
            continue
        kind = correction.kind or parts[at].kind
        parts[at] = replace(parts[at], kind=kind, level=correction.level or parts[at].level, told=True)
    return replace(draft, parts=tuple(parts)).adding(left_out=tuple(left_out), problems=tuple(problems))


def check_corrections(blocks: tuple[Block, ...], notes: tuple[Note, ...], task: Task) -> tuple[Problem, ...]:
    """Report every correction whose words are not where it says, or that corrects nothing there."""
    texts = {block.id: block.text for block in blocks} | {note.id: note.text for note in notes}
    problems: list[Problem] = []
    placed: set[str] = set()
    for correction in task.corrections:
        if correction.left_out is None:
            problems.extend(_misplaced(correction, texts, task))
        idle = _idle(correction, placed, task)
        if idle:
            hint = "remove it, or write what it is to correct"
            problems.append(Problem("idle-correction", task.record.path, correction.line, idle, hint))
        placed |= {correction.at} if correction.theme or correction.also is not None else set()
        placed |= {f"{correction.at} cites"} if correction.cites is not None else set()
    return tuple(problems)


def _misplaced(correction: Correction, texts: dict[str, str], task: Task) -> list[Problem]:
    """Hold a correction against the words that it names."""
    inside = correction.break_before is False
    found = [
        key
        for key, text in texts.items()
        if (correction.begins in text if inside else begins_with(text, correction.begins))
    ]
    if correction.at in found:
        return []
    message = f"{correction.at} does not begin with “{correction.begins}”"
    hint = f"nothing in {task.record.text_path} begins so: copy the words from the page of the source"
    if found:
        hint = f"these words stand at {', '.join(found)}: write 'at: {found[0]}'"
    return [Problem("wrong-place", task.record.path, correction.line, message, hint)]


def _idle(correction: Correction, placed: set[str], task: Task) -> str:
    """Say why a correction corrects nothing; empty where it does."""
    of_theme = correction.theme is not None or correction.also is not None
    if of_theme and not correction.at.startswith("p"):
        return f"{correction.at} is no ¶ and has no theme"
    if of_theme and correction.at in placed:
        return f"the theme of {correction.at} is corrected twice"
    if correction.cites is not None and f"{correction.at} cites" in placed:
        return f"the works of {correction.at} are named twice"
    if correction.break_before is not None and task.record.layout != "wrapped":
        return "a text with a paragraph a line has no line to break at"
    if correction.split_from is not None and correction.split_from != f"n{_number(correction.at) - 1}":
        return f"{correction.at} cannot be split from {correction.split_from}, for that is not the note before it"
    if correction.level is not None and not correction.at.startswith("h"):
        return f"{correction.at} is no heading and has no level"
    return ""


def _number(block: str) -> int:
    return int(block[1:]) if block[1:].isdigit() else 0


def _same_opening(text: str, opening: str) -> bool:
    """Say whether a line begins with the words, or the words begin with the whole line."""
    return begins_with(text, opening) or begins_with(opening, text)


def _not_one(correction: Correction, what: str, found: int, task: Task) -> Problem:
    where = f"{found} {what}s begin" if found else f"no {what} begins"
    hint = "give more of the words" if found else f"copy the words from {task.record.text_path}"
    message = f"{where} with “{correction.begins}”"
    return Problem("ambiguous-words" if found else "words-not-found", task.record.path, correction.line, message, hint)
