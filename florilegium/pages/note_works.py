"""Citations to the links that a page puts into its notes: each work named leads to its entry in the bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from florilegium.bibliography import short_name
from florilegium.model import Citation, Reference
from florilegium.pages import places
from florilegium.pages.blocks import WorkLink


def work_links(
    citations: Iterable[Citation], references: Mapping[str, Reference], path: str
) -> dict[str, tuple[WorkLink, ...]]:
    """Return, by the number of each note of a source, the links from a page to the works that it names.

    `citations` are those of this source alone.
    """
    links: dict[str, list[WorkLink]] = {}
    for citation in citations:
        start, end = citation.linked
        label = short_name(references[citation.reference])
        link = WorkLink(start, end, places.work_link(path, citation.reference), label)
        links.setdefault(citation.note, []).append(link)
    return {note: tuple(found) for note, found in links.items()}
