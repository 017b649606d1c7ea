"""The page of each source: the full text, the home of its permalinks; and the list of sources."""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.model import Collection, OutputFile, Placed
from florilegium.pages import places
from florilegium.pages.blocks import blocks_markdown, cited_notes, notes_markdown
from florilegium.pages.environment import page
from florilegium.pages.markdown import escape
from florilegium.pages.recovery_report import report
from florilegium.pages.views import Fact, author_line, facts, made_from, title, warning


@dataclass(frozen=True, slots=True)
class _Entry:
    """A source in the list of sources, all Markdown."""

    title: str
    target: str
    author_line: str
    warning: str
    facts: tuple[Fact, ...]


def source_page(collection: Collection, placed: Placed) -> OutputFile:
    """Return the page of one source."""
    record = placed.source.record
    path = places.source_page(record.id)
    blocks = placed.document.blocks
    titles = [block for block in blocks if block.level == 1]
    front = [block for block in blocks if block.kind == "front_matter"]
    text = [block for block in blocks if block not in titles[:1] and block.kind != "front_matter"]
    return page(
        "source.md.j2",
        path,
        {
            "title": title(placed),
            "description": f"{title(placed)}. {author_line(placed)}: the full text with its notes.",
        },
        made_from(collection, (placed,)),
        title=escape(title(placed)),
        title_id=titles[0].id if titles else "",
        author_line=escape(author_line(placed)),
        warning=warning(placed),
        facts=facts(placed),
        front_matter=blocks_markdown(front),
        text=blocks_markdown(text),
        notes=notes_markdown(cited_notes(placed.document.notes, blocks)),
        report=report(placed.document),
        data=places.link(path, places.source_data(record.id)),
    )


def sources_page(collection: Collection, placed: tuple[Placed, ...]) -> OutputFile:
    """Return the list of sources."""
    path = places.SOURCES_PAGE
    entries = [
        _Entry(
            title=escape(title(one)),
            target=places.link(path, places.source_page(one.source.record.id)),
            author_line=escape(author_line(one)),
            warning=warning(one),
            facts=facts(one),
        )
        for one in placed
    ]
    description = "The texts of this collection and what is known of them."
    metadata: dict[str, object] = {"title": "Sources", "description": description}
    return page("sources.md.j2", path, metadata, made_from(collection, placed), sources=entries)
