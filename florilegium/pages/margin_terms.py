"""The terms of the subject index that a ¶ speaks of, for its margin: a button beside its number, and the list it opens.

The words of the text have no links. The lists stand at the foot of the page and are popovers, which need no script:
where a browser knows none, they are simply read there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from florilegium.model import Block, Document, SubjectIndex
from florilegium.pages import places
from florilegium.pages.markdown import escape

SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class TermsByPlace:
    """The terms of the subject index by where they are spoken of: grouped once, for all pages."""

    names: Mapping[tuple[str, str], tuple[str, ...]]
    """Names in the order of the text, each once, by source and the id of a ¶ or note."""
    anchors: Mapping[str, str]
    """The anchor of each name in the index."""


def terms_by_place(index: SubjectIndex) -> TermsByPlace:
    """Return the terms of each ¶ and note of all sources."""
    names = {place: tuple(dict.fromkeys(one.term for one in found)) for place, found in index.by_place().items()}
    return TermsByPlace(names, {term.name: term.anchor for term in index.authority.terms})


def term_labels(source: str, document: Document, terms: TermsByPlace, ids: Collection[str]) -> Mapping[str, str]:
    """Return for each of the ¶ that speaks of a term, or has a note that does, the button that opens their list."""
    return {
        block.id: f'<button type="button" class="terms-of" popovertarget="{_list_id(block)}" '
        f'aria-label="Index terms of paragraph {block.id[1:]}">index</button>'
        for block in _speaking(source, document, terms, ids)
    }


def term_lists(source: str, document: Document, terms: TermsByPlace, ids: Collection[str], from_page: str) -> str:
    """Return the lists that those buttons open, as Markdown for the foot of the page; empty where there are none.

    The notes of the ¶ stand on the same page.
    """
    lists = [
        f'<div id="{_list_id(block)}" class="terms-list" popover="auto" role="group" '
        f'aria-label="Index terms of paragraph {block.id[1:]}" markdown="1">\n\n'
        f"Index terms of ¶{SPACE}{block.id[1:]}: "
        f"{f'{SPACE}· '.join(_links(source, block, terms, from_page))}\n\n</div>"
        for block in _speaking(source, document, terms, ids)
    ]
    return '<div class="terms-lists" markdown="1">\n\n' + "\n\n".join(lists) + "\n\n</div>" if lists else ""


def _list_id(block: Block) -> str:
    return f"terms-{block.id}"


def _speaking(source: str, document: Document, terms: TermsByPlace, ids: Collection[str]) -> Iterable[Block]:
    wanted = frozenset(ids)
    return (block for block in document.blocks if block.id in wanted and _terms(source, block, terms))


def _terms(source: str, block: Block, terms: TermsByPlace) -> Mapping[str, str]:
    """Return the terms of a ¶, then those that its notes add, each with the number of its note."""
    found = dict.fromkeys(terms.names.get((source, block.id), ()), "")
    for marker in block.markers:
        for name in terms.names.get((source, f"n{marker.note}"), ()):
            found.setdefault(name, marker.note)
    return found


def _links(source: str, block: Block, terms: TermsByPlace, from_page: str) -> Iterable[str]:
    for name, note in _terms(source, block, terms).items():
        link = f"[{escape(name)}]({places.term_link(from_page, terms.anchors[name])})"
        yield f"{link} (in [n.\N{NO-BREAK SPACE}{note}](#n{note}))" if note else link
