"""The plan of the house: one direction, few edges, a map that is true."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import florilegium
from florilegium.load.corrections import CORRECTION_KEYS
from florilegium.load.records import RECORD_KEYS
from florilegium.load.see_links import SEE_KEYS
from florilegium.load.term_file import TERM_KEYS
from florilegium.load.theme_files import THEME_KEYS

PACKAGE = Path(florilegium.__file__).parent
ORDER = tuple(
    "problems model sentences addresses openings bibliography load recovery themes citations introductions excerpts "
    "editions works subject_index crossrefs notices styles explanations pages exports citing search indexing publish "
    "formatting_cache summaries preview".split()
)
"""Each may import what stands before it, and parts of itself."""
MAY_USE = {
    "bibliography": {"model", "problems"},
    "load": {"addresses", "bibliography", "model", "problems"},
    "recovery": {"addresses", "bibliography", "model", "openings", "problems", "sentences"},
    "themes": {"model"},
    "citations": {"addresses", "bibliography", "model", "problems", "sentences"},
    "introductions": {"model", "problems"},
    "excerpts": {"model", "sentences"},
    "editions": {"bibliography", "model"},
    "works": {"model", "sentences"},
    "subject_index": {"addresses", "model", "sentences"},
    "crossrefs": {"model", "openings", "problems", "sentences", "works"},
    "notices": {"bibliography", "model", "problems", "works"},
    "styles": {"model", "problems"},
    "explanations": {"model", "problems", "themes"},
    "pages": {"addresses", "bibliography", "model", "sentences", "subject_index", "works"},
    "exports": {"bibliography", "model", "subject_index", "works"},
    "citing": {"bibliography", "editions", "exports", "model", "pages", "styles", "works"},
    "search": {"addresses", "bibliography", "model", "pages", "sentences", "subject_index", "works"},
    "indexing": {"model", "problems"},
    "publish": {"indexing", "model", "problems"},
    "formatting_cache": set(),
    "summaries": {"model", "problems"},
    "preview": {"problems", "publish"},
    "sentences": set(),
    "addresses": set(),
    "openings": set(),
    "model": set(),
    "problems": set(),
}
EDGES = {
    "formatting_cache.py",
    "indexing.py",
    "load/__init__.py",
    "preview.py",
    "publish.py",
    "styles/pandoc.py",
    "styles/style_files.py",
}
"""The modules that touch the disk, the environment or other programs."""
TOUCHING_RE = re.compile(
    r"\bopen\(|\.(?:read|write)_(?:text|bytes)\(|\.(?:r?glob|iterdir|exists|is_file|is_dir|stat|mkdir|unlink)\("
    r"|\bPath\(|\b(?:import|from) (?:os|subprocess|tempfile|shutil|socket|urllib\.request|time|random|secrets|uuid)\b"
    r"|\bdatetime\.now|\.today\("
)
FILES = sorted(file for file in PACKAGE.rglob("*.py"))


def top(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> set[str]:
    """Return the top-level modules of ours that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("florilegium"):
            parts = node.module.split(".")
            names |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_module_imports_only_what_comes_before_it(file: Path) -> None:
    if top(file) != "__init__":
        assert imported(file) - {top(file)} <= MAY_USE[top(file)]


def test_what_modules_may_use_goes_one_way() -> None:
    for module, used in MAY_USE.items():
        assert all(ORDER.index(other) < ORDER.index(module) for other in used)


def test_the_map_names_every_module() -> None:
    named = re.findall(r"^(\w+)  +", florilegium.__doc__ or "", re.MULTILINE)
    modules = {top(file) for file in FILES} - {"__init__"}
    assert sorted(named) == sorted(modules)
    flow = [*ORDER[:5], "load", "bibliography", *ORDER[7:]]
    assert named == flow


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_only_the_edges_touch_the_world(file: Path) -> None:
    path = file.relative_to(PACKAGE).as_posix()
    found = TOUCHING_RE.findall(file.read_text(encoding="utf-8"))
    # Templates and schemas are part of the program, read with it.
    allowed = [".read_text("] if path == "exports/schemas.py" else []
    assert path in EDGES or found == allowed


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {file.stem for file in FILES}
    assert names & {"utils", "util", "helpers", "common", "misc", "base", "manager"} == set()


@pytest.mark.parametrize("keys", [RECORD_KEYS, CORRECTION_KEYS, SEE_KEYS, THEME_KEYS, TERM_KEYS])
def test_the_readme_names_every_key_that_an_editor_can_write(keys: tuple[str, ...]) -> None:
    readme = (PACKAGE.parent / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert any(set(keys) <= set(re.findall(r"\b(\w+):", one)) for one in shown)


def test_no_rule_knows_a_text_of_ours() -> None:
    ids = ("bali", "vinjamuri", "gransnews", "lew-", "quincy", "chatham", "asia times")
    for file in FILES:
        text = file.read_text(encoding="utf-8").lower()
        assert [name for name in ids if name in text] == [], file
