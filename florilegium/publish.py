"""Write the pages, and have MkDocs and the indexer make the site: the one place that writes them to the disk.

Nothing is half done. The site is made from a staged copy of docs/ beside the old site. Only if that works are the
pages written and the sites swapped.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin

from florilegium.indexing import write_index
from florilegium.model import OutputFile, SearchFiles
from florilegium.problems import Problem

MANIFEST = "generated.txt"
"""Lists the generated files of docs/, so that stale ones are removed and hand-written ones never touched."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What would be different in docs/."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def publish(
    root: Path,
    outputs: Iterable[OutputFile],
    date: str,
    search: SearchFiles | None = None,
    step: Callable[[], object] = lambda: None,
) -> tuple[Problem, ...]:
    """Make docs/ and site/ below `root` what the outputs say; with a problem, both stay as they were.

    Without `search` the site has no search index. `step` is called twice for each page: once it is read, and once it is
    made.
    """
    contents, problems = _contents(root, tuple(outputs))
    if problems:
        return problems
    try:
        stage = tempfile.TemporaryDirectory(dir=root, prefix=".stage-")
    except OSError as error:
        hint = "the folder of the project must be writable, and have room"
        return (Problem("not-writable", ".", 0, f"the site cannot be made here: {error}", hint),)
    with stage as folder:
        problems = _build_staged(root, contents, Path(folder), date, search, step)
        if problems:
            return problems
        _write(root / "docs", contents, changes(root / "docs", contents))
        _swap(root / "site", Path(folder))
    return ()


def check(
    root: Path, outputs: Iterable[OutputFile], date: str, search: SearchFiles | None = None
) -> tuple[Problem, ...]:
    """Return what would hinder publishing, and whether docs/ is stale. Nothing below `root` is written."""
    contents, problems = _contents(root, tuple(outputs))
    if problems:
        return problems
    with tempfile.TemporaryDirectory() as folder:
        problems = _build_staged(root, contents, Path(folder), date, search)
    change = changes(root / "docs", contents)
    stale = (*change.written, *change.removed)
    if stale:
        named = ", ".join(stale[:3]) + (" …" if len(stale) > 3 else "")
        message = f"{len(stale)} of its files are not what the sources give: {named}"
        problems += (Problem("stale", "docs", 0, message, "run 'python build_site.py' and commit docs/"),)
    return problems


def changes(docs: Path, contents: dict[str, str]) -> Changes:
    """Return what in a docs folder is not as the contents say."""
    written = tuple(
        path
        for path, content in contents.items()
        if not (docs / path).is_file() or (docs / path).read_bytes() != content.encode()
    )
    removed = tuple(path for path in generated(docs) if path not in contents and (docs / path).is_file())
    return Changes(written, removed)


def with_manifest(outputs: Iterable[OutputFile]) -> dict[str, str]:
    """Return the content of each file by its path, the list of them included."""
    contents = {output.path: output.content for output in outputs}
    listing = "".join(f"{path}\n" for path in sorted({*contents, MANIFEST}))
    return {**contents, MANIFEST: listing}


def generated(docs: Path) -> tuple[str, ...]:
    """Return the generated files of a docs folder, as its manifest lists them."""
    manifest = docs / MANIFEST
    listed = manifest.read_text(encoding="utf-8", errors="replace").split("\n")[:-1] if manifest.is_file() else []
    # Files are removed by this list; nothing outside docs/ can be meant.
    return tuple(path for path in listed if path and ".." not in path.split("/") and not Path(path).is_absolute())


def _contents(root: Path, outputs: tuple[OutputFile, ...]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Refuse two files of one path, and a file where a hand-written one stands."""
    problems = []
    origins: dict[str, OutputFile] = {}
    made_before = set(generated(root / "docs"))
    for output in outputs:
        other = origins.setdefault(output.path, output)
        if other is not output:
            made = f"{', '.join(other.made_from)} and of {', '.join(output.made_from)}"
            message = f"two files with this path: made of {made}"
            problems.append(Problem("path-twice", f"docs/{output.path}", 0, message, "give one of them another id"))
        if (root / "docs" / output.path).is_file() and output.path not in made_before:
            message = "a hand-written file stands where a page is to be made"
            problems.append(Problem("path-taken", f"docs/{output.path}", 0, message, "move or rename the file"))
    by_hand = {file.relative_to(root / "docs").as_posix() for file in (root / "docs").rglob("*.md")} - made_before
    addresses = {_address(output.path): output.path for output in outputs}
    for path in sorted(by_hand):
        if addresses.get(_address(path), path) != path:
            message = f"it has the address of the page docs/{addresses[_address(path)]}"
            problems.append(Problem("path-taken", f"docs/{path}", 0, message, "move or rename the file"))
    return with_manifest(outputs), tuple(problems)


def _address(path: str) -> str:
    """Return the address that a page gets: `sources/a.md` and `sources/a/index.md` get the same."""
    return path.removesuffix(".md").removesuffix("/index")


def _write(docs: Path, contents: dict[str, str], change: Changes) -> None:
    for path in change.removed:
        (docs / path).unlink()
        for folder in (docs / path).parents:
            if folder == docs or any(folder.iterdir()):
                break
            folder.rmdir()
    for path in change.written:
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents[path].encode())


def _build_staged(
    root: Path,
    contents: dict[str, str],
    folder: Path,
    date: str,
    search: SearchFiles | None,
    step: Callable[[], object] = lambda: None,
) -> tuple[Problem, ...]:
    """Make the site below `folder`, from a copy of docs/ with the new contents, and its search index."""
    staged = folder / "docs"
    try:
        shutil.copytree(root / "docs", staged)
    except OSError as error:  # shutil.Error, which lists several files, is one too
        hint = "docs/ must be there, with about.md and assets/, and each of its links must lead somewhere"
        return (Problem("docs-unreadable", "docs", 0, f"docs/ cannot be copied: {error}", hint),)
    _write(staged, contents, changes(staged, contents))
    problems = _build_site(root, staged, folder / "site", date, step)
    return problems if problems or search is None else write_index(folder / "site", search)


def _build_site(root: Path, docs: Path, site: Path, date: str, step: Callable[[], object]) -> tuple[Problem, ...]:
    """Have MkDocs make the site, and return each of its warnings as a problem."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()))
    kept = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(kept)
    try:
        config = load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), strict=True)
        config.plugins["progress"] = _Progress(step)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Exception as error:  # a page or template of an editor can make MkDocs raise anything
        if not kept.messages:
            told = str(error) or "MkDocs gave up"
            kept.messages.append(
                told if isinstance(error, (Abort, MkDocsException)) else f"{type(error).__name__}: {told}"
            )
    finally:
        logger.removeHandler(kept)
    hint = "mend the text, the record, the page named or mkdocs.yml; nothing was written"
    return tuple(Problem("mkdocs", "docs", 0, message.replace(str(docs), "docs"), hint) for message in kept.messages)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class _Progress(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Tells how far MkDocs is. It changes nothing, so that mkdocs.yml alone decides what the pages look like."""

    def __init__(self, step: Callable[[], object]) -> None:
        self._step = step

    def on_page_content(self, *_: object, **__: object) -> None:
        """Count a page that is read."""
        self._step()

    def on_post_page(self, *_: object, **__: object) -> None:
        """Count a page that is made."""
        self._step()


def _swap(site: Path, folder: Path) -> None:
    """Put the new site in the place of the old one; a reader never sees a mixture."""
    old = folder / "old"
    if site.exists():
        site.rename(old)
    (folder / "site").rename(site)
