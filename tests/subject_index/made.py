"""Placed texts and terms made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from florilegium.model import (
    Authority,
    Block,
    Document,
    IndexTerm,
    IndexTermKind,
    Note,
    Placed,
    Reference,
    Source,
    Span,
)
from tests.outline import record_of

LINES, SPANS = ((1, 1),), (Span(0, 1),)


def paragraph(number: int, text: str) -> Block:
    return Block(f"p{number}", "paragraph", text, (), (), LINES, (), SPANS)


def made(blocks: Sequence[str | Block], notes: Sequence[str] = (), source: str = "brief") -> Placed:
    """A text with these ¶ and notes."""
    document = Document(
        tuple(block if isinstance(block, Block) else paragraph(at, block) for at, block in enumerate(blocks, 1)),
        tuple(Note(f"n{at}", str(at), text, (), (), LINES, SPANS) for at, text in enumerate(notes, 1)),
        *((), (), (), (), ()),
        joined_lines=0,
        changed_spaces=0,
    )
    record = replace(record_of({}), id=source)
    return Placed(Source(record, Reference(source, "book", (), 1), ""), document, (), ())


def term(
    *variants: str,
    kind: IndexTermKind = "concept",
    only_in: Mapping[str, Sequence[str]] | None = None,
    without: Sequence[str] = (),
) -> IndexTerm:
    """A term under the first of these variants."""
    held = tuple((source, tuple(texts)) for source, texts in (only_in or {}).items())
    return IndexTerm(variants[0], kind, variants, held, tuple(without), (), 1)


def authority(*terms: IndexTerm) -> Authority:
    return Authority(terms)
