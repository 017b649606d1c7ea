"""A fault in what an editor wrote, and how it is printed. Stages return problems; only the command line prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MOST_NAMED = 30
"""Words that a hint lists, at the most."""
NEAREST = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, with what to do about it."""

    name: str
    """Stable name of its kind, such as `unknown-key`."""
    path: str
    """File, from the top of the project."""
    line: int
    """1-based; 0 where the fault has no line."""
    message: str
    hint: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message} [{self.name}]\nhint: {self.hint}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file and line, each problem once."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.line, p.name, p.message)))


def listing(problems: Iterable[Problem]) -> str:
    """Return the problems in order and numbered, as they are shown to an editor."""
    shown = [f"{number}. {problem}" for number, problem in enumerate(in_order(problems), start=1)]
    return "\n\n".join(shown)


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """Say which known word is nearest, else list them all, or the nearest of many."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'? ({what})"
    if len(choices) > MOST_NAMED:
        return f"the nearest: {', '.join(get_close_matches(word, choices, n=NEAREST, cutoff=0))} ({what})"
    return f"known: {', '.join(choices) or 'none'} ({what})"
