"""How the time to format works grows with their number: `python -m benchmarks.bibliography [sizes]`.

Each style formats made-up works three times: all anew, all kept from before, and in one bare run of pandoc that tells
every work apart from every other, which is what a list would cost without what this project does (only for small sizes:
it grows with the square). Seconds are of the processor, ours and pandoc's, so that other work on the machine counts
little; the ratios, to the smallest size of the same run, are what to compare.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from florilegium.model import Style
from florilegium.styles import CslItem, format_works
from florilegium.styles.pandoc import Printed, Task, run_pandoc
from florilegium.styles.readying import ready
from florilegium.styles.style_files import StyleFile, read_style

Made = TypeVar("Made")

SIZES = (100, 1_000, 10_000)
BARE_UP_TO = 1_000
STYLES = (
    Style("chicago-notes-bibliography", "Chicago, notes", sentence_case=False),
    Style("chicago-author-date", "Chicago, author-date", sentence_case=False),
    Style("apa", "APA", sentence_case=True),
    Style("modern-language-association", "MLA", sentence_case=False),
)
WORDS = "power law war peace arms trade sanctions rights aid courts cities rivers harbours letters maps winters".split()
TYPES = ("report", "webpage", "article-journal", "article-magazine", "article-newspaper", "book", "chapter")
SYLLABLES = "ba den fro gal hu kor lin mar nes pol ris tam vel wen zor".split()


@dataclass(frozen=True, slots=True)
class _Row:
    """What was measured in a style at a size."""

    anew: float
    """Seconds of the processor, all made anew."""
    warm: float
    """The same, all kept from before."""
    bare: float
    """The same, of one bare run of pandoc; NaN where it would take too long."""
    runs: int
    """Runs of pandoc."""
    megabytes: float
    """Size of what is kept."""


def main(sizes: tuple[int, ...]) -> None:
    """Measure each style at each size, and print a table."""
    print("style                  works    anew s  ratio  ms/work   kept s   bare s  ratio  runs  kept MB")
    for style in STYLES:
        smallest = None
        for size in sizes:
            row = _row(style, size)
            smallest = smallest or row
            anew, bare = row.anew / smallest.anew, row.bare / smallest.bare
            print(
                f"{style.label:22} {size:5} {row.anew:9.2f} {anew:6.1f} {1000 * row.anew / size:8.2f} {row.warm:8.2f}"
                f" {row.bare:8.2f} {bare:6.1f} {row.runs:5} {row.megabytes:8.1f}",
                flush=True,
            )


def _row(style: Style, size: int) -> _Row:
    works, runs = made_up(size), []
    lists = {"all": tuple(works)}

    def run(task: Task) -> Printed:
        runs.append(task)
        return run_pandoc(task)

    anew, result = measured(lambda: format_works(lambda _: works, lists, [style], {}, {}, run))
    warm, again = measured(lambda: format_works(lambda _: works, lists, [style], result.kept, {}, run))
    if result.problems or again != result:
        raise SystemExit(f"{style.id} at {size}: {result.problems or 'what is kept is not what was made'}")
    bare = measured(lambda: run_pandoc(bare_task(style, works)))[0] if size <= BARE_UP_TO else float("nan")
    kept = json.dumps(dict(result.kept), ensure_ascii=False).encode()
    return _Row(anew, warm, bare, len(runs), len(kept) / 1e6)


def measured(work: Callable[[], Made]) -> tuple[float, Made]:
    """Return the seconds of the processor that a piece of work takes, and what it returns."""
    before = _processor_seconds()
    made = work()
    return _processor_seconds() - before, made


def _processor_seconds() -> float:
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def bare_task(style: Style, works: dict[str, CslItem]) -> Task:
    """Return the run that formats a list in the true style."""
    file = read_style(style.id)
    assert isinstance(file, StyleFile)
    items = tuple(ready(key, item, sentence_case=style.sentence_case).item for key, item in works.items())
    return Task(file.csl, file.language, items, cited=True, cited_again=file.has_notes)


def made_up(size: int) -> dict[str, CslItem]:
    """Return works as a bibliography has them: many authors of one work, and a few bodies of many a year."""
    rng = Random(size)
    families = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).title() for _ in range(max(20, size // 2))]
    bodies = [f"{one} Institute" for one in families[: max(3, size // 200)]]
    return {f"work{number}": _work(rng, number, families, bodies) for number in range(size)}


def _work(rng: Random, number: int, families: list[str], bodies: list[str]) -> CslItem:
    names: list[dict[str, str]] = [
        {"family": rng.choice(families), "given": rng.choice(("Ann", "Ali", "Ben", "Carla", "D. K.", "Eve", "Liu"))}
        for _ in range(rng.choice((1, 1, 1, 1, 2, 2, 3, 5)))
    ]
    if rng.random() < 0.2:
        names = [{"literal": rng.choice(bodies)}]
    title = " ".join(rng.choices(WORDS, k=rng.randint(3, 9))).title()
    return {
        "type": rng.choice(TYPES),
        "title": f"{title}: A Study" if rng.random() < 0.5 else f"{title}?",
        "container-title": f"The {rng.choice(WORDS).title()} Review",
        "publisher": rng.choice(bodies),
        "page": "12-34",
        "volume": str(rng.randint(1, 90)),
        "URL": f"https://example.org/works/{number}",
        **({"author": names} if rng.random() < 0.93 else {}),
        **({"issued": {"date-parts": [[rng.randint(1996, 2025), rng.randint(1, 12)]]}} if rng.random() < 0.97 else {}),
    }


if __name__ == "__main__":
    main(tuple(int(size.replace("_", "")) for size in sys.argv[1:]) or SIZES)
