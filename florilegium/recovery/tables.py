"""Tell tables: neighbouring lines between pipes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from florilegium.recovery.draft import Draft, Part, Task, apparatus_at
from florilegium.recovery.traced import Traced, joined

ROW_RE = re.compile(r"\|.*\|")
"""`| Key | Meaning |`"""
RULE_ROW_RE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
"""`|---|:-:|`: the line under the head of a table, which is no words."""


def tell_tables(draft: Draft, task: Task) -> Draft:
    """Make each run of two or more such lines one table; the cells of a row keep their order."""
    parts: list[Part] = []
    told = draft
    for is_row, group in groupby(draft.parts, key=lambda part: bool(ROW_RE.fullmatch(part.text.text))):
        rows = tuple(group)
        told_rows = [row for row in rows if not RULE_ROW_RE.fullmatch(row.text.text)] if is_row else []
        if len(rows) < 2 or not told_rows:
            parts.extend(rows)
            continue
        cells: list[tuple[Traced, ...]] = []
        for row in rows:
            pipes = [match.start() for match in re.finditer(r"\|", row.text.text)]
            if RULE_ROW_RE.fullmatch(row.text.text):
                told = told.adding(apparatus=apparatus_at("pipe", row.text))
                continue
            for pipe in pipes:
                told = told.adding(apparatus=apparatus_at("pipe", row.text.cut(pipe, pipe + 1)))
            spans = pairwise(pipes)
            cells.append(tuple(row.text.cut(start + 1, end).stripped() for start, end in spans))
        parts.append(_table(cells))
    return replace(told, parts=tuple(parts))


def _table(cells: list[tuple[Traced, ...]]) -> Part:
    """Make one part whose text is all cells, a space between them."""
    pieces: list[Traced] = []
    for cell in (cell for row in cells for cell in row if cell.text):
        if pieces:
            pieces.append(Traced(" ", (pieces[-1].origins[-1] + 1,)))
        pieces.append(cell)
    return Part("table", joined(pieces), rows=tuple(cells), told=True)
