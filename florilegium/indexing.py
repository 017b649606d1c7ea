"""Have Pagefind make the search index of a site: the one place that runs it.

Its command reads pages from a folder of its own, not those of the site: a record is a ¶, a note or a work, and no page.
It is told a language that it does not know (`zxx`: none), so that it takes no endings off: ours are off already, and a
phrase is found as it is printed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from florilegium.model import SearchFiles
from florilegium.problems import Problem

INDEX = "pagefind"
"""The folder of the index in the site."""
UNUSED = ("pagefind-component-ui*", "pagefind-highlight*", "pagefind-modular-ui*", "pagefind-ui*")
"""Interfaces of Pagefind's own."""
SECONDS = 600
"""After which the indexer is given up."""


def write_index(site: Path, files: SearchFiles) -> tuple[Problem, ...]:
    """Write the index into a site, and return what hindered it. Where there is nothing to find, there is no index."""
    if not files.stubs:
        return ()
    index = site / INDEX
    try:
        told = _indexed(files, index)
    except OSError as error:
        hint = "there must be room on the disk, for the site and in the folder for temporary files"
        return (Problem("search-index", "site", 0, f"the search index cannot be written: {error}", hint),)
    if told:
        hint = "'python -m pagefind --version' must work: install it again with 'make site' in a fresh .venv"
        return (Problem("search-index", "site", 0, f"Pagefind could not make the search index: {told}", hint),)
    return ()


def _indexed(files: SearchFiles, index: Path) -> str:
    """Make the index, and return what Pagefind says is wrong; nothing where all is well."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.stubs.items():
            (Path(folder) / name).write_text(content, encoding="utf-8")
        told = _run(Path(folder), index)
    if told or not (index / "pagefind.js").is_file():
        return told or "it wrote nothing"
    for pattern in UNUSED:
        for file in index.glob(pattern):
            file.unlink()
    for name, content in files.beside.items():
        target = index / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return ""


def _run(stubs: Path, index: Path) -> str:
    command = [sys.executable, "-m", "pagefind", "--site", str(stubs), "--output-path", str(index)]
    try:
        done = subprocess.run(
            [*command, "--force-language", "zxx", "--silent"],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = (done.stderr or done.stdout).strip().splitlines()
    return (said[-1] if said else f"it ended with {done.returncode}") if done.returncode else ""
