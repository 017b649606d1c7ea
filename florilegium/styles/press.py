"""A style and the means to print in it, which remembers what was printed before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from florilegium.styles.pandoc import PANDOC_VERSION, Printed, Run, Task
from florilegium.styles.plain_styles import FIRST_NOTE, NUMBER
from florilegium.styles.readying import Work
from florilegium.styles.style_files import CODE, StyleFile

NUMBER_MARK = "\N{INVISIBLE SEPARATOR}1\N{INVISIBLE SEPARATOR}"
"""Stands for the number of a work, in styles that number them, until its place in a list is known."""


class Press:
    """Prints works in one style. What was printed is kept under a hash of all that it was made from."""

    def __init__(self, style: StyleFile, kept: Mapping[str, str], run: Run) -> None:
        self.style = style
        self.used: dict[str, str] = {}
        """What to keep for the next build: all that this one asked for."""
        self._kept = kept
        self._run = run

    def name(self, kind: str, works: Iterable[Work]) -> str:
        """Return the name under which what is made of these works is kept."""
        parts = [CODE, PANDOC_VERSION, self.style.digest, kind, *(work.digest for work in works)]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def keep(self, name: str, made: object) -> None:
        """Keep what was made."""
        self.used[name] = json.dumps(made, ensure_ascii=False)

    def recall(self, name: str) -> Any:
        """Return what is kept under a name; None if nothing is."""
        if name not in self.used and name in self._kept:
            self.used[name] = self._kept[name]
        return json.loads(self.used[name]) if name in self.used else None

    def print_works(self, csl: str, works: Iterable[Work], *, cited: bool = False) -> Printed:
        """Have works printed, and their citations if these are wanted; in notes each work is cited again."""
        return self._run(Task(csl, self.style.language, _items(works), cited, cited and self.style.has_notes))

    def print_places(self, csl: str, works: Iterable[Work], locators: Iterable[str]) -> Printed:
        """Have a place of each work cited, `p. 7`."""
        language = self.style.language
        return self._run(Task(csl, language, _items(works), cited=True, cited_again=False, locators=tuple(locators)))


def _items(works: Iterable[Work]) -> tuple[Mapping[str, object], ...]:
    return tuple({**work.item, NUMBER: NUMBER_MARK, FIRST_NOTE: "1"} for work in works)
