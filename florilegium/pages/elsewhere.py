"""What other sources of the collection hold that belongs to a passage, and why.

A reader who sees one text on a matter is told which others speak of it, answer it or cite the same work; the sentence
on each side stands one step away, so that the reason can be checked without leaving the page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import Block, Passage, Placed, ReasonKind, Relation, Side
from florilegium.pages import places
from florilegium.pages.crossings import Crossing, Crossings, paragraphs
from florilegium.pages.frames import LISTED
from florilegium.pages.markdown import escape
from florilegium.pages.reasons import reason_said
from florilegium.pages.views import Link, heading_path, numbers

LABELS: dict[Relation, str] = {
    "contradicts": "Contradicts",
    "agrees": "Agrees with",
    "continues": "Earlier on this",
    "related": "See also",
}
"""What an editor's link says of the other side, in the order in which links stand."""
CONTINUED = "Later on this"
"""What `continues` is on the other side."""
SHARED: dict[ReasonKind, str] = {"reference": "Same work", "term": "Same subjects", "text": "Same words"}
"""What evidence says, by its first reason."""
FOLDED = {
    "Contradicts": "contradicts",
    "Agrees with": "agrees with",
    "Earlier on this": "earlier on this in",
    CONTINUED: "later on this in",
    "See also": "see also",
    "Same work": "same work in",
    "Same subjects": "same subjects in",
    "Same words": "same words in",
}
"""The same as the folded line says it, before the places."""
MOST_NAMED = 3
"""Places that the folded line names, those of one source together."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of one side, all Markdown."""

    place: Link
    """To its ¶."""
    paraphrased: str
    """That its words are not the publisher's; empty where they are."""
    sentence: str
    quoted_class: str
    """Class of words that are not the publisher's, with the space before it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A cross-reference as it stands at a passage, all Markdown."""

    label: str
    """What an editor says that the other side does; empty for one made by evidence."""
    shared: str
    """What both sides have, by evidence; empty for one made by an editor."""
    concerns: str
    """The ¶ that it is about; empty where these, and no others, stand right above."""
    place: Link
    """Where it leads."""
    headings: str
    """Above that place; empty where it stands under none."""
    reason: str
    sentences: tuple[Quoted, ...]
    """This side before the other; a side that may show none is left out."""
    sentences_said: str
    """What unfolds them."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """All that is said at a passage of other sources."""

    at: str
    """The ¶ of the passage, in words."""
    named: str
    """The ¶ concerned, where they are not the passage, and what the first places do: Markdown without links."""
    crossed: tuple[Shown, ...]


def elsewhere(
    source: str, blocks: Sequence[str], known: Crossings, from_page: str, *, apart: bool = False
) -> Elsewhere | None:
    """Return the cross-references that concern any of these ¶ of a source; None where there are none.

    Those of editors stand first, and of each kind those of the first ¶.

    `apart` from their ¶, each names those that it concerns.
    """
    found = sorted(known.concerning(source, blocks), key=_order)
    if not found:
        return None
    right_above = () if apart else tuple(blocks)
    shown = tuple(_shown(seen, right_above, known, from_page) for seen in found)
    concerned = _numbers({block for seen in found for block in paragraphs(seen.here)})
    on = f" on {concerned}" if apart or concerned != numbers(blocks) else ""
    return Elsewhere(numbers(blocks), f"{on}: {_named(found, known)}", shown)


def ends_of_passages(blocks: Sequence[Block], passages: Iterable[Passage]) -> Mapping[str, tuple[str, ...]]:
    """Return after which blocks of a text something may be said of its passages: their ¶, by the id of the block.

    What stands between the items of a list, or between a list and the words that introduce it, would make two lists of
    one. So a passage that ends there waits until the list has ended.
    """
    last = {passage.blocks[-1]: passage.blocks for passage in passages}
    ends: dict[str, tuple[str, ...]] = {}
    waiting: tuple[str, ...] = ()
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        waiting += last.get(block.id, ())
        if waiting and (following is None or following.kind not in LISTED):
            ends[block.id] = waiting
            waiting = ()
    return ends


def place_link(side: Side, known: Crossings, from_page: str) -> Link:
    """Return the way to a side where its address is permanent, on the page of its source. A paraphrase is named so."""
    placed = known.placed[side.source]
    name = f"{escape(placed.source.record.short)}, {numbers(paragraphs(side))}{_reworded(placed)}"
    return Link(name, places.range_link(from_page, places.source_page(side.source), side.first, side.last))


def quoted(side: Side, known: Crossings, from_page: str, name: str = "") -> tuple[Quoted, ...]:
    """Return the sentence of a side, if one may be shown, under the name of its source or another one."""
    if not side.sentence:
        return ()
    record = known.record(side)
    label = f"{escape(name or record.short)}, {numbers((side.sentence_at,))}"
    target = places.link(from_page, places.source_page(side.source), side.sentence_at)
    reworded = record.fidelity == "paraphrased"
    return (
        Quoted(
            Link(label, target),
            "paraphrased" if reworded else "",
            escape(side.sentence),
            f" .{record.fidelity}" if reworded else "",
        ),
    )


def sentences_said(sentences: Sequence[Quoted]) -> str:
    """Say what unfolds, where it may be less than a sentence on each side."""
    return "The sentence on each side" if len(sentences) > 1 else "The sentence on one side"


def _shown(seen: Crossing, right_above: tuple[str, ...], known: Crossings, from_page: str) -> Shown:
    concerned = paragraphs(seen.here)
    sentences = (*quoted(seen.here, known, from_page, "This passage"), *quoted(seen.there, known, from_page))
    return Shown(
        label=_label(seen),
        shared=_shared(seen),
        concerns="" if concerned == right_above else numbers(concerned),
        place=place_link(seen.there, known, from_page),
        headings=heading_path(known.headings.get((seen.there.source, seen.there.first), ())),
        reason=reason_said(seen, known, from_page),
        sentences=sentences,
        sentences_said=sentences_said(sentences),
    )


def _shared(seen: Crossing) -> str:
    kinds = (reason.kind for reason in seen.crossed.reasons) if seen.crossed.by == "evidence" else ()
    return next((SHARED[kind] for kind in kinds if kind in SHARED), "")


def _order(seen: Crossing) -> tuple[bool, int, int, int]:
    relation = list(LABELS).index(seen.crossed.relation)
    return seen.crossed.by == "evidence", relation, int(seen.here.first[1:]), seen.rank


def _label(seen: Crossing) -> str:
    if seen.crossed.by == "evidence":
        return ""
    return CONTINUED if seen.turned and seen.crossed.relation == "continues" else LABELS[seen.crossed.relation]


def _named(found: Sequence[Crossing], known: Crossings) -> str:
    """Say what joins the places, and name them, those of one source together. Names of sources may hold commas."""
    there: dict[tuple[str, str], set[str]] = {}
    for seen in found:
        there.setdefault((_label(seen) or _shared(seen), seen.there.source), set()).update(paragraphs(seen.there))
    joined: dict[str, list[str]] = {}
    for (joins, source), ids in list(there.items())[:MOST_NAMED]:
        joined.setdefault(joins, []).append(f"{_short(known.placed[source])} {_numbers(ids)}")
    said = [f"{FOLDED.get(joins, '')} {' and '.join(named)}".strip() for joins, named in joined.items()]
    more = len(there) - MOST_NAMED
    return " · ".join((*said, *((f"{more} more",) if more > 0 else ())))


def _short(placed: Placed) -> str:
    return escape(placed.source.record.short) + _reworded(placed)


def _reworded(placed: Placed) -> str:
    """Return the word that goes with the name of a paraphrase."""
    return " (paraphrased)" if placed.source.record.fidelity == "paraphrased" else ""


def _numbers(ids: Collection[str]) -> str:
    return numbers(sorted(ids, key=lambda one: int(one[1:])))
