from __future__ import annotations

import shutil
from pathlib import Path

import hypothesis
import pytest

from build_site import Built, build
from florilegium.publish import publish

ROOT = Path(__file__).parent.parent
# How long an example takes depends on what else the machine does.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project itself: its four texts are the first test."""
    return ROOT


@pytest.fixture(scope="session")
def built(root: Path) -> Built:
    result = build(root)
    assert result.problems == ()
    return result


def copy_project(target: Path) -> Path:
    """Copy what an editor writes and what MkDocs reads."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("mkdocs.yml", "citations.bib"):
        shutil.copy(ROOT / name, target / name)
    for name in ("sources", "docs", "florilegium/overrides"):
        shutil.copytree(ROOT / name, target / name)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, built: Built) -> Path:
    """The whole site, built once in a folder of its own."""
    project = copy_project(tmp_path_factory.mktemp("project"))
    assert publish(project, built.outputs, built.date, built.search) == ()
    return project / "site"
