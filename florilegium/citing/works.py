"""Formatted works to the strings by which one is cited: HTML, with signs for what is only known when it is copied."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from florilegium.bibliography import csl_item, short_name
from florilegium.bibliography import field as field_of
from florilegium.citing.seams import NUMBER, continued, within_parentheses
from florilegium.editions import ADDRESS
from florilegium.exports.biblatex import biblatex
from florilegium.exports.ris import ris
from florilegium.model import CopyForms, Formatted, Reference
from florilegium.styles import Place

LINK = "{link}"
"""Stands for the permanent address of what is cited, which is that of the site where it is read."""
ADDRESS_RE = re.compile(rf"(?:https?://)?{re.escape(ADDRESS.split('://')[1])}")
"""The address of a work of this edition, with which styles begin in more than one way."""
ONE, RUN = "9999999991", "1111111111–2222222222"
"""A number, and a run of numbers that no style abbreviates: what they are put for is filled in later."""
LABELS = {
    "page": f"p. {ONE}",
    "pages": f"pp. {RUN}",
    "paragraph": f"para. {ONE}",
    "paragraphs": f"paras. {RUN}",
    "note": f"n. {ONE}",
}
"""Locators as CSL knows them, by the names under which they are told."""

ByStyle = Mapping[str, str]
"""HTML by the id of a style."""
CitedPlaces = Mapping[str, Mapping[Place, str]]
"""HTML of the citations of places, by the id of a style."""


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work, and how it is cited."""

    key: str
    name: str
    """In a few words."""
    cited: ByStyle
    """As a note or in the text, without a place."""
    listed: ByStyle
    """In the list of works."""
    continued: ByStyle
    """Cited, as the beginning of a longer sentence: without its stop, or its parentheses."""
    files: Mapping[str, str]
    """The record alone: `bib`, `ris` and `json`."""
    in_notes: frozenset[str]
    """The styles that cite it in a note; the others do so in the text."""
    located: Mapping[str, ByStyle] = field(default_factory=dict)
    """By style, then by the names of `LABELS`: cited with a place, `NUMBER` in it."""
    remark: str = ""
    """What its editor remarks on the entry: an error of the notes that print it, say."""
    alike: frozenset[str] = frozenset()
    """The styles in which another work is cited in the same words in the text."""


def places_of(key: str) -> tuple[Place, ...]:
    """Return the places of a work whose citations `cited_work` wants."""
    return tuple((key, locator) for locator in LABELS.values())


def forms_by_work(formatted: Iterable[Formatted]) -> dict[str, dict[str, CopyForms]]:
    """Return what a reader copies of each work, by key and then by the id of the style."""
    forms: dict[str, dict[str, CopyForms]] = {}
    for one in formatted:
        for form in one.copied:
            forms.setdefault(form.reference, {})[one.style.id] = form
    return forms


def cited_work(reference: Reference, forms: Mapping[str, CopyForms], printed: CitedPlaces) -> CitedWork:
    """Return how a work is cited, by its forms; a style that prints no place of it has none under `located`."""
    key = reference.key
    cited = {style: _linked(_cited(form)) for style, form in forms.items()}
    return CitedWork(
        key,
        short_name(reference),
        cited,
        {style: _linked(form.entry.html) for style, form in forms.items()},
        {
            style: continued(cited[style]) if form.note else continued(within_parentheses(cited[style]))
            for style, form in forms.items()
        },
        _files(reference),
        frozenset(style for style, form in forms.items() if form.note),
        {style: _located(key, printed.get(style, {})) for style in forms},
        " ".join(field_of(reference, "annotation").split()),
    )


def told_apart(works: Mapping[str, CitedWork]) -> dict[str, CitedWork]:
    """Return the works, each knowing in which styles another one is cited in the same words."""
    times = Counter((style, html) for work in works.values() for style, html in work.cited.items())
    return {
        key: replace(work, alike=frozenset(style for style, html in work.cited.items() if times[style, html] > 1))
        for key, work in works.items()
    }


def _cited(form: CopyForms) -> str:
    words = form.note or form.in_text
    return words.html if words else ""


def _located(key: str, printed: Mapping[Place, str]) -> ByStyle:
    found = {}
    for label, locator in LABELS.items():
        html, number = printed.get((key, locator), ""), RUN if RUN in locator else ONE
        if html.count(number) == 1:
            found[label] = _linked(html).replace(number, NUMBER)
    return found


def _files(reference: Reference) -> Mapping[str, str]:
    item = csl_item(reference)
    files = {
        "bib": biblatex([reference]),
        "ris": ris([item]),
        "json": json.dumps([item], ensure_ascii=False, indent=1) + "\n",
    }
    return {ending: _linked(text) for ending, text in files.items()}


def _linked(text: str) -> str:
    return ADDRESS_RE.sub(LINK, text)
