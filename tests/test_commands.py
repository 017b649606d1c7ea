"""The command as an editor has it: check, explain, serve, and a fifth theme."""

from __future__ import annotations

import html
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build_site
from build_site import Built, build
from florilegium.explanations import explain
from florilegium.problems import Problem
from florilegium.publish import check, publish
from tests.conftest import ROOT, copy_project

CLIMATE = """---
title: A warmer world
question: What has a warmer world to do with rights?
order: 5
terms:
  climate change: 3
  climate: 3
  environment*: 2
---
What the texts say of the climate [@gransnews-review, ¶64].
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def content(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def run(monkeypatch: pytest.MonkeyPatch, root: Path, *arguments: str) -> Result:
    monkeypatch.setattr(build_site, "ROOT", root)
    return CliRunner().invoke(build_site.main, list(arguments))


def replace_in(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_finds_nothing_and_writes_nothing(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    before = content(project)
    result = run(monkeypatch, project, "check")
    assert result.exit_code == 0, result.output
    assert "docs/ is what the sources give" in result.output
    assert content(project) == before


def test_check_says_that_docs_are_stale_and_writes_nothing(project: Path, built: Built) -> None:
    (project / "docs/sanctions/bali-2022.md").write_text("# Old\n", encoding="utf-8")
    (project / "docs/sources/index.md").unlink()
    before = content(project)
    (problem,) = check(project, built.outputs, built.date)
    assert (problem.name, problem.path) == ("stale", "docs")
    assert "2 of its files" in problem.message
    assert "sanctions/bali-2022.md" in problem.message
    assert content(project) == before


def test_check_tells_the_faults_that_mkdocs_finds(project: Path, built: Built) -> None:
    (project / "docs/about.md").write_text("# About\n\n[gone](nowhere.md)\n", encoding="utf-8")
    (problem,) = check(project, built.outputs, built.date)
    assert problem.name == "mkdocs"
    assert "nowhere.md" in problem.message


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (lambda docs: (docs / "about.md").write_bytes(b"# B\xe2li\n"), "mkdocs"),
        (
            lambda docs: (docs / "about.md").write_text("---\ntemplate: nope.html\n---\n# A\n", encoding="utf-8"),
            "mkdocs",
        ),
        (lambda docs: shutil.rmtree(docs), "docs-unreadable"),
        (lambda docs: (docs / "gone.md").symlink_to("nowhere"), "docs-unreadable"),
        (lambda docs: (docs / "sources/bali-2022.md").write_text("# Mine\n", encoding="utf-8"), "path-taken"),
    ],
    ids=["not-utf8", "no-template", "no-docs", "dangling-link", "address-taken"],
)
def test_a_fault_in_docs_is_a_problem_and_no_traceback(
    project: Path, built: Built, fault: Callable[[Path], object], name: str
) -> None:
    fault(project / "docs")
    assert {problem.name for problem in check(project, built.outputs, built.date)} >= {name}
    assert {problem.name for problem in publish(project, built.outputs, built.date)} == {name}


def test_nothing_outside_docs_is_removed_whatever_the_list_says(project: Path, built: Built) -> None:
    with (project / "docs/generated.txt").open("a", encoding="utf-8") as listed:
        listed.write("../citations.bib\n/etc/passwd\nsources/../../mkdocs.yml\n")
    assert publish(project, built.outputs, built.date) == ()
    assert (project / "citations.bib").is_file()
    assert (project / "mkdocs.yml").is_file()


def test_passing_files_of_an_editing_program_are_no_sources(project: Path) -> None:
    (project / "sources/.#bali-2022.yml").write_text("x", encoding="utf-8")
    (project / "sources/themes/._peace.md").write_text("x", encoding="utf-8")
    assert build(project).problems == ()


def test_the_page_that_is_not_there_leads_to_texts_and_pages_even_from_a_nested_navigation(
    project: Path, built: Built
) -> None:
    themes = "".join(f"    - {theme.title}: {theme.id}/index.md\n" for theme in built.collection.themes)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [
        line for line in config.split("\n") if not line.endswith("/index.md") or "context" in line or "sources" in line
    ]
    nested = "\n".join(lines).replace("nav:\n", f"nav:\n  - Themes:\n{themes}")
    (project / "mkdocs.yml").write_text(nested, encoding="utf-8")
    assert build(project).problems == ()
    assert publish(project, built.outputs, built.date) == ()
    page = (project / "site/404.html").read_text(encoding="utf-8")
    article = page[page.index("<article") : page.index("</article>")]
    for link in ("/sources/bali-2022/", "/sanctions/", "/digital-rights/", "/about/"):
        assert f'href="{link}"' in article


def test_a_problem_ends_check_with_1(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    replace_in(project / "sources/bali-2022.yml", "theme: sanctions", "theme: sanktions")
    result = run(monkeypatch, project, "check")
    assert result.exit_code == 1
    assert "unknown theme 'sanktions'" in result.output
    assert "nothing was written" in result.output


def test_a_fifth_theme_is_a_file_and_a_line_of_navigation(project: Path) -> None:
    (project / "sources/themes/a-warmer-world.md").write_text(CLIMATE, encoding="utf-8")
    (problem,) = build(project).problems
    config = (project / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    assert (problem.name, problem.path) == ("not-in-navigation", "mkdocs.yml")
    assert config[problem.line - 1] == "nav:"
    line = problem.hint.split("'")[3]
    replace_in(project / "mkdocs.yml", "\nnav:\n", f"\nnav:\n{line}\n")
    built = build(project)
    assert built.problems == ()
    assert publish(project, built.outputs, built.date) == ()
    page = (project / "site/a-warmer-world/index.html").read_text(encoding="utf-8")
    assert "What has a warmer world to do with rights?" in page
    assert (project / "site/a-warmer-world/gransnews-review/index.html").is_file()
    home = (project / "docs/index.md").read_text(encoding="utf-8")
    assert "[A warmer world](a-warmer-world/index.md)" in home


def test_explain_says_theme_terms_weights_and_place(built: Built) -> None:
    explained = explain(built.placed, built.collection.themes, "bali-2022", "p29")
    assert isinstance(explained, str)
    assert "¶ 29  sanctions, also intervention  (by an editor; terms alone say intervention)" in explained
    assert "sources/bali-2022.txt:676  under: Human rights and the limits of coercion" in explained
    assert "sanction* 3 ×2" in explained
    assert explain(built.placed, built.collection.themes, "bali-2022", "29") == explained


def test_explain_without_a_paragraph_says_it_of_all(built: Built) -> None:
    explained = explain(built.placed, built.collection.themes, "lew-asia-times")
    assert isinstance(explained, str)
    assert [line for line in explained.split("\n") if line.startswith("¶ ")][23].startswith("¶ 24  context")


@pytest.mark.parametrize(
    ("source", "paragraph", "name", "hint"),
    [
        ("bali-2021", "p1", "unknown-source", "did you mean 'bali-2022'?"),
        ("bali-2022", "p51", "unknown-place", "it has ¶ 1–50"),
        ("bali-2022", "h1", "unknown-place", "it has ¶ 1–50"),
    ],
)
def test_explain_of_what_is_not_there_is_a_problem(
    source: str, paragraph: str, name: str, hint: str, built: Built
) -> None:
    problem = explain(built.placed, built.collection.themes, source, paragraph)
    assert isinstance(problem, Problem)
    assert problem.name == name
    assert problem.hint.startswith(hint)


def test_explain_of_what_is_not_there_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, ROOT, "explain", "nobody")
    assert result.exit_code == 1
    assert "no source 'nobody'" in result.output


@contextmanager
def serving(project: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "build_site.py", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(url: str, *, shown: str = "", hidden: str = "no such words") -> str:
    """Ask for a page until it shows some words and no longer shows others."""
    page = ""
    for _ in range(600):
        time.sleep(0.2)
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                page = str(answer.read(), "utf-8")
        except OSError:
            continue
        if shown in page and hidden not in page:
            return page
    raise AssertionError(f"{shown!r} not shown, or {hidden!r} shown still:\n{page[:2000]}")


def test_serve_shows_changes_and_faults_and_keeps_the_last_good_site(project: Path) -> None:
    shutil.copy(ROOT / "build_site.py", project / "build_site.py")
    shutil.copytree(ROOT / "florilegium", project / "florilegium", dirs_exist_ok=True)
    port = free_port()
    url = f"http://127.0.0.1:{port}/sanctions/"
    record, theme = project / "sources/bali-2022.yml", project / "sources/themes/sanctions.md"
    with serving(project, port) as process:
        wait_for(url, shown="Does economic pressure")
        replace_in(theme, "Does economic pressure", "Does any pressure")
        wait_for(url, shown="Does any pressure")
        replace_in(record, "theme: sanctions", "theme: sanktions")
        page = wait_for(url, shown='role="alert"')
        assert "sources/bali-2022.yml:20: unknown theme" in page
        assert "Does any pressure" in page
        replace_in(record, "theme: sanktions", "theme: sanctions")
        wait_for(url, shown="Does any pressure", hidden='role="alert"')
        (project / "sources").rename(project / "away")
        assert "no-sources" in wait_for(url, shown='role="alert"')
        (project / "away").rename(project / "sources")
        replace_in(theme, "Does any pressure", "Does such pressure")
        wait_for(url, shown="Does such pressure", hidden='role="alert"')
        (project / "docs/about.md").write_bytes(b"# B\xe2li\n")
        assert "Does such pressure" in wait_for(url, shown='role="alert"')
        process.terminate()
        said = process.stdout.read() if process.stdout else ""
    assert "did you mean 'sanctions'?" in said
    assert "Traceback" not in said


def test_serve_on_a_port_that_is_taken_says_so(project: Path) -> None:
    shutil.copy(ROOT / "build_site.py", project / "build_site.py")
    shutil.copytree(ROOT / "florilegium", project / "florilegium", dirs_exist_ok=True)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with serving(project, int(taken.getsockname()[1])) as process:
            said = process.communicate(timeout=60)[0]
    assert process.returncode == 1
    assert "port-in-use" in said
    assert "Traceback" not in said


def test_signs_in_the_title_of_a_theme_and_the_name_of_a_source_are_shown_as_they_are(project: Path) -> None:
    replace_in(project / "sources/themes/sanctions.md", "title: Sanctions", 'title: "War | *Peace* [x](y) {z}"')
    replace_in(project / "sources/bali-2022.yml", "short: Bâli 2022", 'short: "*B* | `c`_d_"')
    built = build(project)
    assert built.problems == ()
    assert publish(project, built.outputs, built.date) == ()
    home = (project / "site/index.html").read_text(encoding="utf-8")
    assert "War | *Peace* [x](y) {z}</a></th>" in html.unescape(home)
    assert {row.count("<td") for row in home.split("<tr>")[2:]} == {len(built.collection.themes) + 2}
    theme = (project / "site/sanctions/index.html").read_text(encoding="utf-8")
    assert "*B* | `c`_d_, ¶" in html.unescape(theme)


def test_a_cache_that_cannot_be_written_does_not_undo_the_build(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    (project / ".cache").write_text("a file stands where the folder belongs", encoding="utf-8")
    result = run(monkeypatch, project)
    assert result.exit_code == 0, result.output
    assert "made anew next time" in result.output


def test_drafts_are_proposed_for_works_without_an_entry(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    result = run(monkeypatch, project, "draft-references", "bali-2022")
    assert result.output == "Every citation in the notes of bali-2022 has its entry.\n"
    bib = (project / "citations.bib").read_text(encoding="utf-8")
    start = bib.index("@book{moyn2022humane")
    (project / "citations.bib").write_text(bib[:start] + bib[bib.index("\n@", start) + 1 :], encoding="utf-8")
    result = run(monkeypatch, project, "draft-references", "bali-2022")
    assert "@book{moyn2022humane," in result.output
    assert "draft" in result.output
    assert run(monkeypatch, project, "draft-references", "bali").exit_code == 1
