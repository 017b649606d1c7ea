"""The page of each theme, and the pages of what one source says under one theme."""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.model import Collection, OutputFile, Passage, Placed
from florilegium.pages import places
from florilegium.pages.blocks import blocks_markdown, cited_notes, notes_markdown
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape
from florilegium.pages.views import (
    PassageView,
    author_line,
    made_from,
    passage_view,
    theme_title,
    title,
    warning,
)

CONTEXT_QUESTION = "What the sources say that belongs to none of the themes."


@dataclass(frozen=True, slots=True)
class _SourceView:
    """A source on the page of a theme, all Markdown."""

    title: str
    author_line: str
    warning: str
    target: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class _ShownPassage:
    """A passage shown whole, all Markdown."""

    view: PassageView
    text: str


def theme_page(theme: str, collection: Collection, placed: tuple[Placed, ...]) -> OutputFile:
    """Return the page of a theme, or of the context: source by source each passage."""
    path = places.theme_page(theme)
    known = next((one for one in collection.themes if one.id == theme), None)
    question = known.question if known else CONTEXT_QUESTION
    sources = [
        _SourceView(
            title=escape(title(one)),
            author_line=escape(author_line(one)),
            warning=warning(one),
            target=places.link(path, places.passages_page(theme, one.source.record.id)),
            passages=tuple(
                passage_view(passage, one, path, places.passages_page(theme, one.source.record.id))
                for passage in _under(theme, one)
            ),
        )
        for one in placed
        if _under(theme, one)
    ]
    name = theme_title(theme, collection.themes)
    return page(
        "theme.md.j2",
        path,
        {"title": name, "description": question},
        made_from(collection, placed),
        title=escape(name),
        question=escape(question),
        introduction=known.introduction if known else "",
        sources=sources,
    )


def passages_pages(theme: str, collection: Collection, placed: tuple[Placed, ...]) -> tuple[OutputFile, ...]:
    """Return a page for each source that has passages under a theme."""
    return tuple(_passages_page(theme, collection, one) for one in placed if _under(theme, one))


def _under(theme: str, placed: Placed) -> tuple[Passage, ...]:
    """Return the passages of a source under a theme."""
    return tuple(passage for passage in placed.passages if passage.theme == theme)


def _passages_page(theme: str, collection: Collection, placed: Placed) -> OutputFile:
    source = placed.source.record.id
    path = places.passages_page(theme, source)
    whole = places.source_page(source)
    blocks = {block.id: block for block in placed.document.blocks}
    passages = _under(theme, placed)
    shown = [blocks[block] for passage in passages for block in passage.blocks]
    name = theme_title(theme, collection.themes)
    return page(
        "passages.md.j2",
        path,
        {
            "title": f"{name} in {placed.source.record.short}",
            "description": f"What {title(placed)} says under {name}, with its notes.",
            "canonical": places.address(whole),
        },
        made_from(collection, (placed,)),
        theme=escape(name),
        theme_target=places.link(path, places.theme_page(theme)),
        title=escape(title(placed)),
        author_line=escape(author_line(placed)),
        warning=warning(placed),
        whole=places.link(path, whole),
        passages=[
            _ShownPassage(
                passage_view(passage, placed, path, whole),
                blocks_markdown([blocks[block] for block in passage.blocks]),
            )
            for passage in passages
        ],
        notes=notes_markdown(cited_notes(placed.document.notes, shown)),
    )
