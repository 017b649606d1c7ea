"""Citations to what a reader of the bibliography asks: where a work is cited, in which words, and under which theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import Block, Citation, CitedAt, Introduction, Marker, Placed, Reference, WorkCited
from florilegium.sentences import likely_sentence_ends

ALL = "all"
"""Name of the list of all works; the others have the name of a theme, or that of `cited_by`."""
EDITIONS = frozenset(("origpubas", "origpubin", "reprintas", "reprintfrom", "reprintof"))
"""What `relatedtype` says of two editions of one work; a review, say, is another work than its book."""
STOPS = " ,;:—–"
FEW_WORDS = 6


def where_cited(
    citations: Iterable[Citation], placed: Sequence[Placed], introductions: Iterable[Introduction]
) -> tuple[CitedAt, ...]:
    """Return every place where a work is cited: the notes source by source, then the introductions.

    A work that a note names twice is cited there once. The sentences are those that may be shown.
    """
    sources = {one.source.record.id: _Markers.of(one) for one in placed}
    places = (sources[citation.source].place(citation) for citation in citations)
    introduced = (
        CitedAt(piece.reference, "", "", "", (introduction.theme,), "")
        for introduction in introductions
        for piece in introduction.pieces
        if isinstance(piece, WorkCited)
    )
    return tuple(dict.fromkeys((*places, *introduced)))


def lists(
    references: Sequence[Reference], cited: Sequence[CitedAt], themes: Sequence[str], sources: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of each list of works, by its name: all, those cited under a theme, those that a source cites.

    `sources` has the key of each source by its id: all works are those that are cited, and the texts themselves. A
    source that cites nothing has no list.
    """
    listed: dict[str, set[str]] = {ALL: set(sources.values()), **{theme: set() for theme in themes}}
    for one in cited:
        own = (cited_by(one.source),) if one.source else ()
        for name in (ALL, *one.themes, *own):
            listed.setdefault(name, set()).add(one.reference)
    order = {reference.key: at for at, reference in enumerate(references)}
    return {name: tuple(sorted(keys, key=order.__getitem__)) for name, keys in listed.items()}


def cited_by(source: str) -> str:
    """Return the name of the list of works that a source cites."""
    return f"cited-by/{source}"


def exported_as(name: str) -> str:
    """Return where the files of a list stand, without their endings: `data/references/peace`."""
    return "data/references" if name == ALL else f"data/references/{name}"


def editions_of_one_work(references: Iterable[Reference]) -> dict[str, frozenset[str]]:
    """Map each key to the keys of all editions of its work, itself among them: `related` ties them, by its type."""
    groups = {reference.key: frozenset((reference.key,)) for reference in references}
    for reference in references:
        fields = dict(reference.fields)
        tied = fields.get("related", "") if fields.get("relatedtype", "").lower() in EDITIONS else ""
        for other in (key.strip() for key in tied.split(",")):
            if other in groups:
                both = groups[reference.key] | groups[other]
                groups.update(dict.fromkeys(both, both))
    return groups


def citing_sources(cited: Iterable[CitedAt], editions: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Map each key to the sources whose notes cite its work, in whatever edition."""
    by_key: dict[str, set[str]] = {}
    for one in cited:
        if one.source:
            for key in editions.get(one.reference, frozenset((one.reference,))):
                by_key.setdefault(key, set()).add(one.source)
    return {key: frozenset(sources) for key, sources in by_key.items()}


@dataclass(frozen=True, slots=True)
class _Markers:
    """Where the markers of a source stand."""

    source: str
    blocks: Mapping[str, tuple[Block, Marker]]
    """By the number of its note, each marker and the block that holds it."""
    themes: Mapping[str, tuple[str, ...]]
    """By the id of a ¶."""

    @classmethod
    def of(cls, placed: Placed) -> _Markers:
        blocks = {marker.note: (block, marker) for block in placed.document.blocks for marker in block.markers}
        themes = {one.block: (one.theme, *one.also) for one in placed.placings}
        return cls(placed.source.record.id, blocks, themes)

    def place(self, citation: Citation) -> CitedAt:
        """Return where a citation stands: its note, the ¶ of the marker, and the sentence there."""
        block, marker = self.blocks.get(citation.note, (None, None))
        if block is None or marker is None or block.id not in self.themes:
            return CitedAt(citation.reference, self.source, citation.note, "", (), "")
        sentence = "" if block.kind == "table" else citing_sentence(block.text, marker.offset)
        themes = self.themes[block.id]
        return CitedAt(citation.reference, self.source, citation.note, block.id, themes, sentence, marker.doubtful)


def citing_sentence(text: str, offset: int) -> str:
    """Return the sentence in which a marker stands, or that ends right before it.

    One of a few words says little by itself, `India is one such example.`: it comes with the one before it.
    """
    ends = (0, *likely_sentence_ends(text), len(text))
    before = text[:offset].rstrip(STOPS)
    end = next(end for end in ends[1:] if end >= len(before))
    starts = [one for one in ends if one < max(len(before), 1)]
    alone = text[starts[-1] : end].strip()
    told = len(alone.split()) > FEW_WORDS or len(starts) < 2
    return alone if told else text[starts[-2] : end].strip()


def uncited(references: Iterable[Reference], cited: Iterable[CitedAt], own: Iterable[str]) -> tuple[Reference, ...]:
    """Return the works that nothing cites, the sources themselves aside."""
    known = {*(one.reference for one in cited), *own}
    return tuple(reference for reference in references if reference.key not in known)
