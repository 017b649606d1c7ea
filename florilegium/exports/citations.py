"""Which words of which note name which work, as data: what an index of citations can be made from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from florilegium.model import Citation, OutputFile, Placed

CITATIONS_FORMAT = "florilegium-citations/1"


def citations_file(placed: Sequence[Placed], citations: Sequence[Citation]) -> OutputFile:
    """Return `citations.json`, in the order given."""
    notes = {(one.source.record.id, note.number): note.text for one in placed for note in one.document.notes}
    exported = {
        "format": CITATIONS_FORMAT,
        "citations": [
            {
                "source": citation.source,
                "note": citation.note,
                "reference": citation.reference,
                "form": citation.form,
                "text": notes[citation.source, citation.note][citation.start : citation.end],
            }
            for citation in citations
        ],
    }
    texts = [path for one in placed for path in (one.source.record.text_path, one.source.record.path)]
    content = json.dumps(exported, ensure_ascii=False, indent=1) + "\n"
    return OutputFile("data/citations.json", content, (*texts, "citations.bib"))


def keys_by_note(citations: Sequence[Citation]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the works that each note cites, by source and number of the note: in order, each once."""
    cited: dict[tuple[str, str], tuple[str, ...]] = {}
    for citation in sorted(citations, key=lambda one: one.start):
        keys = cited.get((citation.source, citation.note), ())
        if citation.reference not in keys:
            cited[citation.source, citation.note] = (*keys, citation.reference)
    return cited
