"""Read HTML entities that were left in a text: `Lew&nbsp is` is `Lew is`.

With its semicolon any entity is one. Without it only the few that a page writes so, and only where the word ends: the
`&copy` of `?a=1&copy=2` and the `&T` of `AT&T` are none.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

from florilegium.model import Repair
from florilegium.recovery.draft import Draft, Task, apparatus_at
from florilegium.recovery.lines import Line
from florilegium.recovery.traced import NOTHING, Traced

ENTITY_RE = re.compile(r"&(?:#\d+;|#[xX][0-9a-fA-F]+;|[A-Za-z][A-Za-z0-9]+;|(?:nbsp|amp|lt|gt|quot)(?=\s|$))")


@dataclass(frozen=True, slots=True)
class _Read:
    text: Traced
    lifted: tuple[Traced, ...]
    repairs: tuple[Repair, ...]


def read_entities(draft: Draft, task: Task) -> Draft:
    """Put the character in the place of each entity; what is left over of its letters is apparatus."""
    lines = []
    for line in draft.lines:
        read = _read(line)
        lines.append(replace(line, text=read.text))
        lifted = tuple(found for text in read.lifted for found in apparatus_at("entity", text))
        draft = draft.adding(apparatus=lifted, repairs=read.repairs)
    return replace(draft, lines=tuple(line for line in lines if line.text.text))


def _read(line: Line) -> _Read:
    kept, lifted, repairs, at = NOTHING, [], [], 0
    for match in ENTITY_RE.finditer(line.text.text):
        char = html.unescape(match[0])
        if char == match[0] or len(char) != 1:
            continue
        entity = line.text.cut(match.start(), match.end())
        # One character of the entity stands for what it means; the others are lifted.
        kept += line.text.cut(at, match.start()) + Traced(char, entity.origins[:1])
        lifted.append(entity if char.isspace() else entity.cut(1))
        repairs.append(Repair("entity", match[0], char, ((line.number, line.number),)))
        at = match.end()
    return _Read((kept + line.text.cut(at)).stripped(), tuple(lifted), tuple(repairs))
