"""Works to formatted citations: CSL-JSON and CSL styles to what a page prints and what a reader copies.

No CSL processor is fast, so nothing is formatted twice. How a work reads by itself, the order of all works, and the
entries of those that a list must tell apart are kept under hashes of all that they were made from. A list is put
together from these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from florilegium.model import Formatted, Style
from florilegium.problems import Problem
from florilegium.styles.copies import Forms, copy_form, format_alone
from florilegium.styles.lists import format_lists
from florilegium.styles.located import Place, format_places
from florilegium.styles.pandoc import NoPandocError, PandocError, Run, run_pandoc
from florilegium.styles.press import NUMBER_MARK, Press
from florilegium.styles.readying import CslItem, Work, ready
from florilegium.styles.style_files import StyleFile, read_style
from florilegium.styles.wording import worded

__all__ = ["CslItem", "FormattedWorks", "Place", "format_works"]


@dataclass(frozen=True, slots=True)
class FormattedWorks:
    """All works in all styles."""

    formatted: tuple[Formatted, ...]
    """In the order of the styles; without those that could not be used."""
    places: Mapping[str, Mapping[Place, str]]
    """By style the HTML of the citations of places that were asked for."""
    kept: Mapping[str, str]
    """What to give to the next build: of what it was given, only what is still used."""
    problems: tuple[Problem, ...]


def format_works(
    items: Callable[[Style], Mapping[str, CslItem]],
    lists: Mapping[str, Sequence[str]],
    styles: Sequence[Style],
    kept: Mapping[str, str],
    lines: Mapping[str, int],
    run: Run = run_pandoc,
    places: Sequence[Place] = (),
) -> FormattedWorks:
    """Format each work by itself, each list of works, and the citation of each place, in each style.

    `items` gives the CSL-JSON of all works for a style, by key. A list names works by their keys. Works that sort alike
    stay in the order of `items`; a style that sorts nothing keeps the order of the list.
    `lines` says on which line of citations.bib each work begins.
    """
    with ThreadPoolExecutor(max_workers=len(styles) or 1) as pool:
        done = list(pool.map(lambda style: _format(style, items(style), lists, places, kept, lines, run), styles))
    return FormattedWorks(
        tuple(formatted for one in done for formatted in one.formatted),
        {style: cited for one in done for style, cited in one.places.items()},
        {name: made for one in done for name, made in one.kept.items()},
        tuple(problem for one in done for problem in one.problems),
    )


def _format(
    style: Style,
    items: Mapping[str, CslItem],
    lists: Mapping[str, Sequence[str]],
    places: Sequence[Place],
    kept: Mapping[str, str],
    lines: Mapping[str, int],
    run: Run,
) -> FormattedWorks:
    file = read_style(style.id)
    if isinstance(file, Problem):
        return FormattedWorks((), {}, {}, (replace(file, line=style.line),))
    works = {key: ready(key, _dated(item, file), sentence_case=style.sentence_case) for key, item in items.items()}
    press = Press(file, kept, run)
    try:
        forms = format_alone(press, tuple(works.values()))
        listed = format_lists(press, works, lists, forms)
        cited = format_places(press, works, places)
    except NoPandocError as error:
        # The same for every style, and told once.
        hint = "pandoc comes with the package pypandoc_binary: install what is needed anew, 'make clean site'"
        return FormattedWorks((), {}, {}, (Problem("no-pandoc", "pyproject.toml", 0, str(error), hint),))
    except PandocError as error:
        hint = f"see whether the style '{style.id}' of extra: citation_styles: is sound; or choose another"
        return FormattedWorks((), {}, {}, (Problem("not-formatted", "mkdocs.yml", style.line, str(error), hint),))
    copied = tuple(copy_form(key, forms[key]) for key in works)
    problems = tuple(problem for key, work in works.items() for problem in _empty(work, forms[key], style, lines))
    return FormattedWorks((Formatted(style, copied, listed),), {style.id: cited}, press.used, problems)


def _dated(item: CslItem, file: StyleFile) -> CslItem:
    """Return a part of a book without the date at which it first appeared, in notes: there it would seem the book's."""
    if not file.has_notes or item.get("type") != "chapter":
        return item
    return {name: value for name, value in item.items() if name != "original-date"}


def _empty(work: Work, forms: Forms, style: Style, lines: Mapping[str, int]) -> tuple[Problem, ...]:
    """Report the forms in which a style prints nothing of a work. The number of an entry is nothing of the work."""
    bare = {name: html.replace(NUMBER_MARK, "") if name == "entry" else html for name, html in forms.items()}
    empty = [name for name, html in bare.items() if not any(char.isalnum() for char in worded(html).text)]
    if not empty:
        return ()
    message = f"{work.key} prints nothing in {style.id} ({', '.join(empty).replace('_', ' ')})"
    if not lines[work.key]:
        # A work that no editor wrote: this site itself, or a page of it.
        hint = "the style has no form for a page of this site: choose another of extra: citation_styles:"
        return (Problem("empty-citation", "mkdocs.yml", style.line, message, hint),)
    hint = (
        f"the style has no form for its type, {work.item.get('type', 'none')}: give the entry another, or more fields"
    )
    return (Problem("empty-citation", "citations.bib", lines[work.key], message, hint),)
