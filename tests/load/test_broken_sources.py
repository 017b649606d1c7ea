"""A folder for each fault an editor can make: the smallest tree that has it, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import build_site
from build_site import build
from florilegium.problems import Problem, listing

FOLDER = Path(__file__).parent.parent / "broken_sources"
CASES = sorted(folder.name for folder in FOLDER.iterdir())


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_named_with_its_file_and_line(name: str) -> None:
    expected = (FOLDER / name / "expected.txt").read_text(encoding="utf-8").split("\n")
    problems = build(FOLDER / name).problems
    assert sorted(f"{one.name} {one.path} {one.line}" for one in problems) == sorted(filter(None, expected))
    assert all(problem.hint and problem.message for problem in problems)


def test_all_problems_are_shown_numbered_in_the_order_of_files_and_lines() -> None:
    assert listing(build(FOLDER / "two-faults").problems) == (
        "1. citations.bib:1: 'work2020' has no title [bib-no-title]\n"
        "hint: add a line 'title = {…},'\n\n"
        "2. sources/small.yml:7: unknown key 'layuot' [unknown-key]\n"
        "hint: did you mean 'layout'? (the keys of a record)"
    )


def test_a_problem_without_a_line_names_its_file_alone() -> None:
    problem = Problem("no-record", "sources/other.txt", 0, "a text without a record", "write it")
    assert str(problem) == "sources/other.txt: a text without a record [no-record]\nhint: write it"


def test_the_command_prints_problems_exits_with_1_and_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(build_site, "build", lambda _, **__: build(FOLDER / "two-faults"))
    monkeypatch.setattr(build_site, "ROOT", tmp_path)
    result = CliRunner().invoke(build_site.main, [])
    assert result.exit_code == 1
    assert "2. sources/small.yml:7" in result.output
    assert "2 to mend" in result.output
    assert list(tmp_path.iterdir()) == []
