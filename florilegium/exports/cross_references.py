"""Cross-references as data: each once, with its reasons. A reader's program adds the way back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from florilegium.exports.terms import TERMS_PATH
from florilegium.model import CrossReference, OutputFile, Placed, Side

CROSS_REFERENCES_FORMAT = "florilegium-cross-references/1"
PLACES = 2
"""To which a score is rounded: the rest of it says nothing, and would change with every word."""


def cross_references_file(placed: Sequence[Placed], crossed: Sequence[CrossReference]) -> OutputFile:
    """Return `cross-references.json`: by place in the texts, the sources as given.

    Pages begin with the best, which a word may change. This order does not move, so that two editions can be compared.
    """
    sources = {one.source.record.id: at for at, one in enumerate(placed)}
    exported = {
        "format": CROSS_REFERENCES_FORMAT,
        "cross_references": [
            _cross_reference(one) for one in sorted(crossed, key=lambda one: _place_of_both(one, sources))
        ],
    }
    texts = [path for one in placed for path in (one.source.record.text_path, one.source.record.path)]
    content = json.dumps(exported, ensure_ascii=False, indent=1) + "\n"
    return OutputFile("data/cross-references.json", content, (*texts, "citations.bib", TERMS_PATH))


def _place_of_both(crossed: CrossReference, sources: Mapping[str, int]) -> tuple[tuple[int, int, int], ...]:
    return _place(crossed.side, sources), _place(crossed.other, sources)


def _place(side: Side, sources: Mapping[str, int]) -> tuple[int, int, int]:
    """Return where a side stands among all texts: `p9` comes before `p12`."""
    return sources[side.source], int(side.first[1:]), int(side.last[1:])


def _cross_reference(crossed: CrossReference) -> dict[str, Any]:
    return {
        "from": f"{crossed.side.source}#{crossed.side.first}",
        "from_to": crossed.side.last,
        "to": f"{crossed.other.source}#{crossed.other.first}",
        "to_to": crossed.other.last,
        "relation": crossed.relation,
        "by": crossed.by,
        "reasons": [{"kind": reason.kind, "detail": reason.detail} for reason in crossed.reasons],
        "score": round(crossed.score, PLACES),
    }
