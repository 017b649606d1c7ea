"""Build the site from the sources: `python build_site.py`; `--help` lists what else it can do.

The flow is `build`; what each stage does stands in the package `florilegium`, whose docstring is a map of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from florilegium import exports, pages
from florilegium.excerpts import as_published
from florilegium.explanations import explain
from florilegium.introductions import resolve_introductions
from florilegium.load import load
from florilegium.model import Collection, OutputFile, Placed
from florilegium.preview import preview
from florilegium.problems import Problem, in_order, listing
from florilegium.publish import check, publish
from florilegium.recovery import recover, task_for
from florilegium.themes import place_by_theme

ROOT = Path(__file__).parent
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Built:
    """What became of the sources."""

    collection: Collection
    placed: tuple[Placed, ...]
    outputs: tuple[OutputFile, ...]
    problems: tuple[Problem, ...]

    @property
    def date(self) -> str:
        """The day of the edition, which stands in for the clock."""
        return self.collection.edition.date


def build(root: Path, *, show_progress: bool = False) -> Built:
    """Load, recover, place, render: everything but the writing. With a problem there are no outputs."""
    loaded = load(root)
    collection = loaded.collection
    with _progress(collection.sources, "Reading texts", shown=show_progress) as sources:
        recovered = tuple((source, recover(source.raw, task_for(source))) for source in sources)
    problems = (*loaded.problems, *(problem for _, one in recovered for problem in one.problems))
    if problems:
        return Built(collection, (), (), in_order(problems))
    placed = tuple(place_by_theme(source, one.document, collection.themes) for source, one in recovered)
    introduced = resolve_introductions(collection.themes, placed)
    if introduced.problems:
        return Built(collection, placed, (), in_order(introduced.problems))
    shown = tuple(as_published(one) for one in placed)
    outputs = (
        *pages.render(collection, shown, introduced.introductions),
        *exports.export(shown, collection.themes),
    )
    return Built(collection, placed, outputs, ())


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Build docs/ and site/ from sources/ and citations.bib, if no command is given."""
    if context.invoked_subcommand is None:
        _end_with(build_and_publish())


@main.command("serve")
@click.option("--port", default=8000, type=click.IntRange(1, 65535), show_default=True, help="Port on this machine.")
def serve_command(port: int) -> None:
    """Show the site on this machine, and build it anew whenever a source, theme, citation or page changes."""
    _end_with(preview(ROOT, build_and_publish, port, say=click.echo), "")


@main.command("check")
def check_command() -> None:
    """List every problem, and say whether docs/ is what the sources give. Nothing is written."""
    built = build(ROOT, show_progress=True)
    problems = in_order(built.problems or check(ROOT, built.outputs, built.date))
    _end_with(problems, "nothing was written")
    click.echo(f"{_counts(built)}\nNothing to mend; docs/ is what the sources give.")


@main.command("explain")
@click.argument("source")
@click.argument("paragraph", required=False)
def explain_command(source: str, paragraph: str | None) -> None:
    """Say why each ¶ of a SOURCE, or one PARAGRAPH such as p12, stands under its theme."""
    built = build(ROOT)
    _end_with(built.problems)
    explained = explain(built.placed, built.collection.themes, source, paragraph)
    if isinstance(explained, Problem):
        _end_with((explained,), "")
    else:
        click.echo(explained)


def build_and_publish() -> tuple[Problem, ...]:
    """Build the site and say what was done; with a problem, say so and leave everything as it was."""
    started = time.perf_counter()
    built = build(ROOT, show_progress=True)
    problems = built.problems
    if not problems:
        with _progress(range(2 * _pages(built)), "Making pages", shown=True) as steps:
            counted = iter(steps)
            problems = in_order(publish(ROOT, built.outputs, built.date, lambda: next(counted, None)))
    if not problems:
        click.echo(summary(built, time.perf_counter() - started))
    return problems


def summary(built: Built, seconds: float) -> str:
    """Say in a few lines what was done."""
    return f"{_counts(built)}\n{len(built.placed)} sources, {_pages(built)} pages, {seconds:.1f} s: site/"


def _pages(built: Built) -> int:
    return sum(output.path.endswith(".md") for output in built.outputs)


def _counts(built: Built) -> str:
    return "\n".join(
        f"{one.source.record.id}: {len(one.placings)} ¶, {len(one.document.notes)} notes matched, "
        f"{len(one.document.repairs)} repairs, {len(one.document.doubts)} doubts, "
        f"{sum(placing.by == 'editor' for placing in one.placings)} placed by an editor"
        for one in built.placed
    )


def _end_with(problems: Iterable[Problem], kept: str = "the site is as it was") -> None:
    """With problems, print them and end with 1."""
    found = tuple(problems)
    if found:
        click.echo(listing(found), err=True)
        click.echo(f"\n{len(found)} to mend" + (f"; {kept}." if kept else "."), err=True)
        sys.exit(1)


@contextmanager
def _progress(items: Iterable[Item], label: str, *, shown: bool) -> Iterator[Iterable[Item]]:
    """Yield the items, with a bar in a terminal as they are taken."""
    with click.progressbar(items, label=label, file=sys.stderr, hidden=not (shown and sys.stderr.isatty())) as bar:
        yield bar


if __name__ == "__main__":
    main()
