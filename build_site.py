"""Build the site from the sources: `python build_site.py`; `--help` lists what else it can do.

The flow is `build`; what each stage does stands in the package `florilegium`, whose docstring is a map of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import click

from florilegium import bibliography, exports, pages
from florilegium.citations import Matched, match_citations
from florilegium.citations.drafts import draft_references
from florilegium.citing import citing_files, places_in_originals, places_of, works_of_edition
from florilegium.crossrefs import cross_reference, resolve_see
from florilegium.editions import as_offered
from florilegium.excerpts import as_published
from florilegium.explanations import explain
from florilegium.formatting_cache import read_cache, write_cache
from florilegium.introductions import resolve_introductions
from florilegium.load import load
from florilegium.model import (
    CONTEXT,
    Authority,
    Collection,
    CrossReference,
    OutputFile,
    Placed,
    Reference,
    SearchFiles,
    SearchRecord,
    Style,
    SubjectIndex,
    Works,
)
from florilegium.notices import notices_of
from florilegium.preview import preview
from florilegium.problems import Problem, did_you_mean, in_order, listing
from florilegium.publish import check, publish
from florilegium.recovery import recover, task_for
from florilegium.search import search_records
from florilegium.search.index_files import index_files
from florilegium.styles import CslItem, FormattedWorks, Place, format_works
from florilegium.subject_index import index_subjects, suggest_terms
from florilegium.summaries import counts
from florilegium.themes import place_by_theme
from florilegium.works import ALL, lists, where_cited

ROOT = Path(__file__).parent
NO_WORKS = Works((), (), ())
NO_INDEX = SubjectIndex(Authority(), ())
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Built:
    """What became of the sources."""

    collection: Collection
    placed: tuple[Placed, ...]
    outputs: tuple[OutputFile, ...]
    problems: tuple[Problem, ...]
    matched: Matched = field(default_factory=lambda: Matched((), (), ()))
    works: Works = NO_WORKS
    kept: Mapping[str, str] | None = None
    """Formatted citations, for the next build; none where nothing was formatted."""
    notices: tuple[Problem, ...] = ()
    """What an editor may want to mend, and the site can do without."""
    index: SubjectIndex = NO_INDEX
    crossed: tuple[CrossReference, ...] = ()
    records: tuple[SearchRecord, ...] = ()
    """What a reader can find."""

    @property
    def date(self) -> str:
        """The day of the edition, which stands in for the clock."""
        return self.collection.edition.date

    @property
    def search(self) -> SearchFiles:
        """What the search index is made of."""
        sources = [source.record for source in self.collection.sources]
        return index_files(self.records, self.collection.themes, sources)


def build(root: Path, *, show_progress: bool = False) -> Built:
    """Load, recover, place, match, cross-reference, format, render: all but the writing.

    With a problem there are no outputs.
    """
    loaded = load(root)
    collection = loaded.collection
    with _progress(collection.sources, "Reading texts", shown=show_progress) as sources:
        recovered = tuple((source, recover(source.raw, task_for(source))) for source in sources)
    problems = (*loaded.problems, *(problem for _, one in recovered for problem in one.problems))
    if problems:
        return Built(collection, (), (), in_order(problems))
    placed = tuple(place_by_theme(source, one.document, collection.themes) for source, one in recovered)
    matched = match_citations(placed, collection.references)
    introduced = resolve_introductions(collection.themes, placed, collection.references)
    shown = tuple(as_published(one) for one in placed)
    links = resolve_see(placed, shown)
    problems = (*matched.problems, *introduced.problems, *links.problems)
    if problems:
        return Built(collection, placed, (), in_order(problems), matched)
    index = index_subjects(shown, collection.authority)
    crossed = cross_reference(shown, matched.citations, collection.references, index, links.links)
    offered = replace(collection, references=as_offered(collection.references, collection.sources, collection.edition))
    cited = where_cited(matched.citations, shown, introduced.introductions)
    listed = lists(
        offered.references,
        cited,
        [*(theme.id for theme in collection.themes), CONTEXT],
        {source.record.id: source.reference.key for source in collection.sources},
    )
    references = {one.key: one for one in offered.references}
    kept = read_cache(root)
    listed_works = [references[key] for key in listed[ALL]]
    formatted = _format(listed_works, collection, kept, listed, places_in_originals(shown))
    if formatted.problems:
        return Built(collection, placed, (), in_order(formatted.problems), matched)
    works = Works(matched.citations, cited, formatted.formatted)
    rendered = pages.render(offered, shown, introduced.introductions, works, index, crossed)
    ours = works_of_edition(offered, rendered)
    own = _format(ours, collection, kept, {}, [place for one in ours for place in places_of(one.key)])
    if own.problems:
        return Built(collection, placed, (), in_order(own.problems), matched)
    outputs = (
        *rendered,
        *citing_files(offered, shown, rendered, works, formatted.places, own),
        *exports.export(
            shown,
            collection.themes,
            references=offered.references,
            citations=matched.citations,
            lists=listed,
            records={source.record.id: references[source.reference.key] for source in collection.sources},
            index=index,
            crossed=crossed,
        ),
    )
    notices = in_order(notices_of(collection, cited, index))
    records = search_records(offered, shown, introduced.introductions, works, index)
    made = {**formatted.kept, **own.kept}
    return Built(collection, placed, outputs, (), matched, works, made, notices, index, crossed, records)


def _format(
    references: Sequence[Reference],
    collection: Collection,
    kept: Mapping[str, str],
    listed: Mapping[str, Sequence[str]],
    places: Sequence[Place],
) -> FormattedWorks:
    """Format works, lists of them and places in them in every style, if that is not kept from the build before."""

    def items(style: Style) -> Mapping[str, CslItem]:
        titles: bibliography.Titles = "sentence" if style.sentence_case else "protected"
        return {one.key: bibliography.with_body(bibliography.csl_item(one, titles), style.bodies) for one in references}

    lines = {one.key: one.line for one in references}
    return format_works(items, listed, collection.styles, kept, lines, places=places)


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
    problems = in_order(built.problems or check(ROOT, built.outputs, built.date, built.search))
    _end_with(problems, "nothing was written")
    if built.notices:
        click.echo(f"{listing(built.notices)}\n")
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


@main.command("draft-references")
@click.argument("source")
def draft_references_command(source: str) -> None:
    """Propose entries for citations.bib: one for each work that the notes of a SOURCE cite and that has none."""
    built = build(ROOT)
    if not built.placed:
        _end_with(built.problems, "")
    ids = _known(source, built)
    wanted = [one for one in built.matched.unmatched if one.source == source]
    taken = {*ids, *(reference.key for reference in built.collection.references)}
    references = built.collection.references
    every = f"Every citation in the notes of {source} has its entry."
    click.echo(draft_references(wanted, taken, references) if wanted else every)


@main.command("suggest-terms")
@click.argument("source", required=False, default="")
def suggest_terms_command(source: str) -> None:
    """Propose terms for sources/terms.yml: what the texts, or one SOURCE, speak of and no term covers yet."""
    built = build(ROOT)
    if not built.placed:
        _end_with(built.problems, "")
    if source:
        _known(source, built)
    index = index_subjects(built.placed, built.collection.authority)
    click.echo(suggest_terms(built.placed, index, source))


def build_and_publish() -> tuple[Problem, ...]:
    """Build the site and say what was done; with a problem, say so and leave everything as it was."""
    started = time.perf_counter()
    built = build(ROOT, show_progress=True)
    problems = built.problems
    if not problems:
        with _progress(range(2 * _pages(built)), "Making pages", shown=True) as steps:
            counted = iter(steps)
            problems = in_order(publish(ROOT, built.outputs, built.date, built.search, lambda: next(counted, None)))
    if not problems:
        _keep(built.kept or {})
        click.echo(summary(built, time.perf_counter() - started))
    return problems


def _keep(kept: Mapping[str, str]) -> None:
    """Keep formatted citations for the next build; the site is made, and does not depend on it."""
    try:
        write_cache(ROOT, kept)
    except OSError as error:
        click.echo(f"What pandoc made cannot be kept, and is made anew next time: {error}", err=True)


def summary(built: Built, seconds: float) -> str:
    """Say in a few lines what was done."""
    return f"{_counts(built)}\n{len(built.placed)} sources, {_pages(built)} pages, {seconds:.1f} s: site/"


def _known(source: str, built: Built) -> list[str]:
    """Return the ids of all sources; end with 1 if this is none of them."""
    ids = [one.source.record.id for one in built.placed]
    if source not in ids:
        hint = did_you_mean(source, ids, "the sources are the records sources/*.yml")
        _end_with((Problem("unknown-source", "sources", 0, f"no source '{source}'", hint),), "")
    return ids


def _pages(built: Built) -> int:
    return sum(output.path.endswith(".md") for output in built.outputs)


def _counts(built: Built) -> str:
    return counts(built.placed, built.works, built.index, built.crossed, built.records, built.notices)


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
