"""Every rule of recovery against its fixture: `fixtures/<rule>.md`, a title, an input and what is expected of it.

The title ends with what a record would say of the text: `A year is no marker {notes: end}`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml
from _pytest.mark import ParameterSet

from florilegium import recovery
from florilegium.model import Layout, NoteKind
from tests.outline import outline, recover_text

FOLDER = Path(__file__).parent / "fixtures"
CASE_RE = re.compile(
    r"^(?P<title>[^\n]+?)(?: (?P<options>\{[^\n]*\}))?\n\.\n(?P<input>.*?)\n\.\n(?P<expected>.*?)\n\.$",
    re.DOTALL | re.MULTILINE,
)


def cases() -> list[ParameterSet]:
    found = []
    for file in sorted(FOLDER.glob("*.md")):
        for match in CASE_RE.finditer(file.read_text(encoding="utf-8")):
            name = f"{file.stem}: {match['title']}"
            found.append(pytest.param(match["input"], match["options"] or "{}", match["expected"], id=name))
    return found


@pytest.mark.parametrize(("given", "options", "expected"), cases())
def test_rule_gives_what_its_fixture_says(given: str, options: str, expected: str) -> None:
    assert outline(recover_text(given, yaml.safe_load(options))) == expected


def test_every_rule_has_a_fixture() -> None:
    rules = {
        rule.__module__.rpartition(".")[2]
        for layout in get_args(Layout)
        for notes in get_args(NoteKind)
        for rule in recovery.rules_for(layout, notes)
    }
    fixtures = {file.stem for file in FOLDER.glob("*.md")}
    assert rules <= fixtures
