"""Made-up sources, said in as few words as a test needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from florilegium.model import (
    Authority,
    Block,
    Citation,
    Document,
    IndexTerm,
    Marker,
    Note,
    Passage,
    Placed,
    Reference,
    SeeLink,
    Source,
)
from tests.outline import record_of


def source(
    name: str,
    *texts: str,
    passages: Sequence[int] = (),
    notes: Mapping[int, str] | None = None,
    see: Sequence[SeeLink] = (),
) -> Placed:
    """Return a source of these ¶; `passages` are their lengths, else each ¶ is one; `notes` cite works, by ¶ number."""
    cited = notes or {}
    blocks = tuple(_block(number, text, cited) for number, text in enumerate(texts, 1))
    record = replace(record_of({}), id=name, path=f"sources/{name}.yml", short=name.title(), see=tuple(see))
    found = tuple(Note(f"n{at}", str(at), f"Work {key}.", (), (f"p{at}",), (), ()) for at, key in sorted(cited.items()))
    document = Document(blocks, found, (), (), (), (), (), 0, 0)
    ids = [block.id for block in blocks]
    made: list[Passage] = []
    at = 0
    for length in passages or [1] * len(ids):
        made.append(Passage(name, "peace", (f"Section {len(made) + 1}",), tuple(ids[at : at + length])))
        at += length
    return Placed(Source(record, Reference(name, "online", (), 1), ""), document, (), tuple(made))


def cites(*sources: Placed) -> tuple[Citation, ...]:
    """Return what the notes of these sources cite: each the work that its text names."""
    return tuple(
        Citation(one.source.record.id, note.number, note.text[5:-1], 0, len(note.text), (0, 0), "full", "title")
        for one in sources
        for note in one.document.notes
    )


def term(name: str, *variants: str) -> IndexTerm:
    """Return a term of the subject index."""
    return IndexTerm(name, "concept", (name, *variants), (), (), (), 1)


def authority(*names: str) -> Authority:
    """Return an authority list of these terms."""
    return Authority(tuple(term(name) for name in names))


def see(first: str, to: str, relation: str = "agrees", because: str = "Both say so.", **fields: object) -> SeeLink:
    """Return an editor's link from one ¶, `p1`, to another, `other#p2`."""
    to_source, to_first = to.split("#")
    link = SeeLink(7, first, first, "", to_source, to_first, to_first, "", "", "", relation, because, forbid=False)  # type: ignore[arg-type]
    return replace(link, **fields)  # type: ignore[arg-type]


def _block(number: int, text: str, cited: Mapping[int, str]) -> Block:
    markers = (Marker(str(number), len(text), len(text), doubtful=False),) if number in cited else ()
    return Block(f"p{number}", "paragraph", text, (), markers, (), (), ())
