"""Build the site from the sources: `python build_site.py`.

The flow is `build`; what each stage does stands in the package `florilegium`, whose docstring is a map of it.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

import click

from florilegium import exports, pages
from florilegium.load import load
from florilegium.model import OutputFile, Placed
from florilegium.problems import Problem, in_order, listing
from florilegium.publish import publish
from florilegium.recovery import recover, task_for
from florilegium.themes import place_by_theme

ROOT = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Built:
    """What became of the sources."""

    placed: tuple[Placed, ...]
    outputs: tuple[OutputFile, ...]
    date: str
    problems: tuple[Problem, ...]


def build(root: Path) -> Built:
    """Load, recover, place, render: everything but the writing. With a problem there are no outputs."""
    loaded = load(root)
    collection = loaded.collection
    recovered = tuple((source, recover(source.raw, task_for(source))) for source in collection.sources)
    problems = (*loaded.problems, *(problem for _, one in recovered for problem in one.problems))
    if problems:
        return Built((), (), collection.edition.date, in_order(problems))
    placed = tuple(place_by_theme(source, one.document, collection.themes) for source, one in recovered)
    outputs = (*pages.render(collection, placed), *exports.export(placed, collection.themes))
    return Built(placed, outputs, collection.edition.date, ())


@click.command()
def main() -> None:
    """Build docs/ and site/ from sources/ and citations.bib."""
    started = time.perf_counter()
    built = build(ROOT)
    problems = in_order(built.problems or publish(ROOT, built.outputs, built.date))
    if problems:
        click.echo(listing(problems), err=True)
        click.echo(f"\n{len(problems)} to mend; the site is as it was.", err=True)
        sys.exit(1)
    click.echo(summary(built, time.perf_counter() - started))


def summary(built: Built, seconds: float) -> str:
    """Say in a few lines what was done."""
    lines = [
        f"{one.source.record.id}: {len(one.placings)} ¶, {len(one.document.notes)} notes matched, "
        f"{len(one.document.repairs)} repairs, {len(one.document.doubts)} doubts"
        for one in built.placed
    ]
    made = sum(output.path.endswith(".md") for output in built.outputs)
    lines.append(f"{len(built.placed)} sources, {made} pages, {seconds:.1f} s: site/")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
