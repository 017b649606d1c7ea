from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_site import Built, build
from florilegium.indexing import INDEX
from florilegium.model import OutputFile
from florilegium.publish import MANIFEST, changes, publish, with_manifest
from tests.conftest import copy_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def content(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_docs_are_what_the_sources_give(root: Path, built: Built) -> None:
    change = changes(root / "docs", with_manifest(built.outputs))
    assert (change.written, change.removed) == ((), ()), "run 'make site' and commit docs/"


def test_the_same_input_gives_the_same_bytes(project: Path, site: Path, built: Built) -> None:
    again = build(project)
    assert publish(project, again.outputs, built.date) == ()
    # The indexer names and orders its files as it likes; what it is given is the same.
    assert content(project / "site") == {
        path: made for path, made in content(site).items() if not path.startswith(f"{INDEX}/")
    }
    assert again.search == built.search


def test_a_failed_build_leaves_pages_and_site_as_they_were(project: Path, built: Built) -> None:
    assert publish(project, built.outputs, built.date) == ()
    before = content(project)
    page = next(file for file in built.outputs if file.path == "index.md")
    broken = OutputFile("index.md", page.content + "\n[gone](nowhere.md)\n", page.made_from)
    problems = publish(project, (broken, *(one for one in built.outputs if one is not page)), built.date)
    assert [problem.name for problem in problems] == ["mkdocs"]
    assert "nowhere.md" in problems[0].message
    assert content(project) == before


def test_a_wrong_anchor_and_a_page_out_of_the_navigation_fail_the_build(project: Path, built: Built) -> None:
    extra = OutputFile("novelty/index.md", "# Novelty\n\n[x](../index.md#nope)\n", ())
    problems = publish(project, (*built.outputs, extra), built.date)
    assert any("nope" in problem.message for problem in problems)
    assert any("novelty/index.md" in problem.message for problem in problems)


def test_stale_pages_go_and_hand_written_ones_stay(project: Path, built: Built) -> None:
    (project / "docs/mine.md").write_text("# Mine\n", encoding="utf-8")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config.replace("nav:\n", "nav:\n  - Mine: mine.md\n"), encoding="utf-8")
    stale = project / "docs/sources/gone/index.md"
    stale.parent.mkdir()
    stale.write_text("# Gone\n", encoding="utf-8")
    manifest = project / "docs" / MANIFEST
    manifest.write_text(manifest.read_text(encoding="utf-8") + "sources/gone/index.md\n", encoding="utf-8")
    assert publish(project, built.outputs, built.date) == ()
    assert not stale.parent.exists()
    assert (project / "docs/mine.md").is_file()
    assert "sources/gone" not in manifest.read_text(encoding="utf-8")


def test_a_page_is_not_written_over_a_hand_written_one(project: Path, built: Built) -> None:
    (project / "docs/mine.md").write_text("# Mine\n", encoding="utf-8")
    (problem,) = publish(project, (*built.outputs, OutputFile("mine.md", "# Yours\n", ("x",))), built.date)
    assert problem.name == "path-taken"
    assert (project / "docs/mine.md").read_text(encoding="utf-8") == "# Mine\n"


def test_two_files_of_one_path_are_refused_and_both_origins_named(project: Path, built: Built) -> None:
    twin = OutputFile("index.md", "# Twin\n", ("sources/twin.yml",))
    (problem,) = publish(project, (*built.outputs, twin), built.date)
    assert problem.name == "path-twice"
    assert "sources/twin.yml" in problem.message


def test_nothing_is_left_beside_the_site(project: Path, built: Built) -> None:
    shutil.rmtree(project / "docs/data")
    assert publish(project, built.outputs, built.date) == ()
    assert sorted(file.name for file in project.iterdir()) == [
        "citations.bib",
        "docs",
        "florilegium",
        "mkdocs.yml",
        "site",
        "sources",
    ]
