"""CITATION.cff: how to cite the program, which must not fall behind it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import yaml

from florilegium.load import load

REQUIRED = {"authors", "cff-version", "message", "title"}


def test_it_agrees_with_the_program_and_the_edition(root: Path) -> None:
    cited = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    edition = load(root).collection.edition
    assert set(cited) >= REQUIRED
    assert (cited["cff-version"], cited["type"]) == ("1.2.0", "software")
    assert (cited["version"], cited["license"]) == (project["version"], project["license"])
    assert cited["date-released"] == edition.date
    assert cited["authors"] == [{"name": edition.publisher}]
    assert edition.version == project["version"]
