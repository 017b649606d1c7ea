"""The corrections of a record: what rules cannot decide, each with the words it is about."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import cast, get_args

from florilegium.load.fields import Fields
from florilegium.load.yaml_nodes import Node
from florilegium.model import CONTEXT, Correction, Kind
from florilegium.problems import Problem, did_you_mean

CORRECTION_KEYS = (
    "at",
    "begins",
    "theme",
    "also",
    "break_before",
    "level",
    "kind",
    "split_from",
    "marker_after",
    "left_out",
    "cites",
)
LEVEL_HINT = "2 section, 3 sub-section; the title is told from citations.bib"
CORRECTABLE = tuple(kind for kind in get_args(Kind) if kind != "table")
"""The kinds that a correction can give; a table has cells, which only its own rule can tell."""
ID_RE = re.compile(r"[phqfbn]\d+")


def read_corrections(fields: Fields, themes: tuple[str, ...], references: Collection[str]) -> tuple[Correction, ...]:
    """Parse the corrections of a record; what is wrong with them is told to its reader."""
    node = fields.mapping.get("corrections")
    if node is None or node.kind == "nothing":
        return ()
    if node.sequence is None:
        hint = "write each as a line '  - {at: p12, begins: \"…\", …}'"
        fields.problems.append(Problem("wrong-type", fields.path, node.line, "'corrections' is no list", hint))
        return ()
    return tuple(_correction(entry, fields, themes, references) for entry in node.sequence)


def _correction(node: Node, record: Fields, themes: tuple[str, ...], references: Collection[str]) -> Correction:
    fields = Fields.of(node, record.path, "a correction")
    fields.only(CORRECTION_KEYS, "a correction")
    at = fields.text("at")
    if at and not ID_RE.fullmatch(at):
        hint = "a letter and a number, as on the page of the source: p12, n12, h3, q1"
        fields.problems.append(Problem("unknown-value", record.path, fields.line_of("at"), f"'{at}' is no id", hint))
    correction = Correction(
        at=at,
        begins=fields.text("begins"),
        line=node.line,
        theme=fields.text("theme", "") or None,
        also=fields.texts("also"),
        break_before=fields.flag("break_before"),
        level=fields.number("level", None),
        kind=cast("Kind | None", fields.choice("kind", CORRECTABLE) if "kind" in fields.mapping else None),
        split_from=fields.text("split_from", "") or None,
        marker_after=fields.text("marker_after", "") or None,
        left_out=fields.text("left_out", "") or None,
        cites=fields.texts("cites"),
    )
    faults = [*_theme_faults(correction, themes), *_cites_faults(correction, references)]
    if correction.level not in (None, 2, 3):
        faults.append(("unknown-value", f"unknown level {correction.level}", LEVEL_HINT))
    if len(fields.mapping) <= 2 and not fields.problems:
        hint = f"say what to correct: one of {', '.join(CORRECTION_KEYS[2:])}"
        faults.append(("missing-key", "a correction that corrects nothing", hint))
    fields.problems.extend(Problem(name, record.path, node.line, told, hint) for name, told, hint in faults)
    record.problems.extend(fields.problems)
    return correction


def _theme_faults(correction: Correction, themes: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return name, message and hint for each theme that cannot be meant."""
    faults = []
    for name in ((correction.theme,) if correction.theme else ()) + (correction.also or ()):
        if name == CONTEXT and name != correction.theme:
            hint = "leave it out: a ¶ is also about a theme, or about nothing else"
            faults.append(("unknown-theme", "'context' is no theme", hint))
        elif name not in themes and name != CONTEXT:
            hint = did_you_mean(name, (*themes, CONTEXT), "the themes are the files of sources/themes/")
            faults.append(("unknown-theme", f"unknown theme '{name}'", hint))
    if correction.also is not None and len(set(correction.also)) < len(correction.also):
        faults.append(("theme-twice", "a theme stands twice in 'also'", "keep it once"))
    return faults


def _cites_faults(correction: Correction, references: Collection[str]) -> list[tuple[str, str, str]]:
    """Return the same for each work: a note names works that have an entry."""
    faults = []
    if correction.cites is not None and not correction.at.startswith("n"):
        hint = "'cites' names the works of a note: 'at: n12'"
        faults.append(("unknown-value", f"{correction.at} is no note and cites nothing", hint))
    for key in dict.fromkeys(correction.cites or ()):
        if key not in references:
            hint = did_you_mean(key, references, "the keys of citations.bib")
            faults.append(("unknown-reference", f"no entry '{key}'", hint))
    if len(set(correction.cites or ())) < len(correction.cites or ()):
        faults.append(("work-twice", "a work stands twice in 'cites'", "keep it once"))
    return faults
