from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from florilegium.indexing import INDEX, write_index
from florilegium.model import SearchRecord, Theme
from florilegium.search.index_files import index_files

RECORDS = tuple(
    SearchRecord("text", f"x/#p{number}", f"¶ {number}", "Doe", f"Words {number}", "verbatim", theme="peace")
    for number in range(3)
)
THEMES = (Theme("peace", "", "Peace", "", 1, (), (), "", 0),)


def test_the_index_lies_in_the_site_with_its_vocabulary_and_without_other_interfaces(tmp_path: Path) -> None:
    assert write_index(tmp_path, index_files(RECORDS, THEMES, ())) == ()
    index = tmp_path / INDEX
    assert json.loads((index / "pagefind-entry.json").read_text())["languages"]["zxx"]["page_count"] == len(RECORDS)
    assert json.loads((index / "facets.json").read_text())["themes"] == [["peace", "Peace"], ["context", "Context"]]
    assert (index / "words/w.json").is_file()
    assert list(index.glob("*ui*")) == []
    assert len(list(index.glob("fragment/*"))) == len(RECORDS)


def test_where_there_is_nothing_to_find_there_is_no_index(tmp_path: Path) -> None:
    assert write_index(tmp_path, index_files((), (), ())) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("program", ["no-such-program", "false"])
def test_an_indexer_that_fails_is_a_problem_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    (problem,) = write_index(tmp_path, index_files(RECORDS, THEMES, ()))
    assert problem.name == "search-index"
    assert "make site" in problem.hint
