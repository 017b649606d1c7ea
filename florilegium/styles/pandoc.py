"""Run pandoc: works and a style to the entries, notes and citations that it prints.

Nothing on the machine may change what comes out, so pandoc is the one that its package brings, reads no data of the
user, and reaches no network.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

import pypandoc  # type: ignore[import-untyped]

from florilegium.styles.wording import html

PANDOC = Path(pypandoc.__file__).parent / "files" / ("pandoc.exe" if sys.platform == "win32" else "pandoc")
PANDOC_VERSION = f"pypandoc_binary {version('pypandoc_binary')}"
BETWEEN: Mapping[str, object] = {"id": "between", "type": "book", "title": "Between", "author": [{"literal": "Nobody"}]}
"""Cited between two citations of a work, so that the second is no `ibid.`"""


class PandocError(Exception):
    """Pandoc did not do what it was asked."""


class NoPandocError(PandocError):
    """There is no pandoc to ask."""


@dataclass(frozen=True, slots=True)
class Task:
    """Works to be formatted in one style."""

    csl: str
    language: str
    items: tuple[Mapping[str, object], ...]
    """CSL-JSON without ids."""
    cited: bool
    """Whether citations are wanted as well as entries."""
    cited_again: bool
    """Whether each work is cited a second time, once all are."""
    locators: tuple[str, ...] = ()
    """Of each item the place that is cited, `p. 7`, if places are cited and not whole works."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What pandoc prints, as HTML."""

    entries: tuple[tuple[int, str], ...]
    """In the order of the style: number of the work among the items, from 0, and its entry."""
    first: tuple[str, ...]
    """The first citation of each item; empty where none was wanted."""
    again: tuple[str, ...]


Run = Callable[[Task], Printed]


def run_pandoc(task: Task) -> Printed:
    """Format works. Raises PandocError if pandoc fails or loses one."""
    items = [{**item, "id": f"w{number}"} for number, item in enumerate(task.items)]
    keys = [str(item["id"]) for item in items]
    cited = [*(keys if task.cited else ()), *((str(BETWEEN["id"]), *keys) if task.cited_again else ())]
    located = {key: f", {{{locator}}}" for key, locator in zip(keys, task.locators, strict=bool(task.locators))}
    citations = "\n\n".join(f"[@{key}{located.get(key, '')}]" for key in cited)
    uncited = "" if task.cited else f"---\nnocite: '{', '.join(f'@{key}' for key in keys)}'\n---\n\n"
    return printed(_pandoc(task, f"{uncited}{citations}\n", [*items, *([BETWEEN] if task.cited_again else [])]), task)


def printed(blocks: list[Any], task: Task) -> Printed:
    """Read what was printed out of pandoc's JSON. Raises PandocError if a work is missing."""
    count = len(task.items)
    entries, citations = _entries(blocks), [_citation(block) for block in blocks if block["t"] == "Para"]
    first, again = citations[:count], citations[count + 1 :]
    counts = (len(entries), len(first), len(again))
    if counts != (count, count if task.cited else 0, count if task.cited_again else 0):
        lost = "{} entries, {} first and {} later citations".format(*counts)
        raise PandocError(f"pandoc was given {count} works and printed {lost}")
    return Printed(entries, tuple(first), tuple(again))


def _pandoc(task: Task, document: str, items: list[Mapping[str, object]]) -> list[Any]:
    """Return the blocks of the document as pandoc fills it."""
    with tempfile.TemporaryDirectory() as folder:
        style, bibliography = Path(folder, "style.csl"), Path(folder, "items.json")
        style.write_text(task.csl, encoding="utf-8")
        bibliography.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        command = [str(PANDOC), "--from=markdown", "--to=json", "--citeproc", "--sandbox", "--quiet"]
        command += [f"--csl={style}", f"--bibliography={bibliography}", f"--data-dir={folder}"]
        command += [f"--metadata=lang={task.language}"]
        try:
            done = subprocess.run(command, input=document.encode(), capture_output=True, check=False)
        except OSError as error:
            raise NoPandocError(f"pandoc cannot be run: {error}") from error
    if done.returncode:
        told = " ".join(done.stderr.decode(errors="replace").split())
        raise PandocError(f"pandoc failed: {told or f'it ended with {done.returncode}'}")
    try:
        blocks: list[Any] = json.loads(done.stdout)["blocks"]
    except (ValueError, KeyError) as error:
        raise NoPandocError("what is run as pandoc is none: it prints no document") from error
    return blocks


def _citation(paragraph: Any) -> str:
    """Return the one citation of a paragraph, be it in the text or in a note."""
    inlines = paragraph["c"][0]["c"][1]
    if inlines and inlines[0]["t"] == "Note":
        inlines = list(chain.from_iterable(block["c"] for block in inlines[0]["c"]))
    return html(inlines)


def _entries(blocks: list[Any]) -> tuple[tuple[int, str], ...]:
    entries: list[Any] = next(
        (block["c"][1] for block in blocks if block["t"] == "Div" and block["c"][0][0] == "refs"), []
    )
    named = ((entry["c"][0][0].removeprefix("ref-w"), entry["c"][1]) for entry in entries)
    return tuple(
        (int(number), html(list(chain.from_iterable(block["c"] for block in within))))
        for number, within in named
        if number.isdigit()
    )
