"""The terms of the subject index, and where the texts speak of them, as data: by id, so that it outlives a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from florilegium.model import IndexTerm, OutputFile, Placed, SubjectIndex
from florilegium.subject_index import Located, located

TERMS_FORMAT = "florilegium-terms/1"
TERMS_PATH = "sources/terms.yml"


def terms_file(placed: Sequence[Placed], index: SubjectIndex) -> OutputFile:
    """Return `terms.json`: terms in the order of their file, places by source as given and then in text order.

    Pages begin with the source that says most of a term. That may change with a word, so data do not follow it.
    """
    order = {one.source.record.id: at for at, one in enumerate(placed)}
    places = located(index)
    exported = {
        "format": TERMS_FORMAT,
        "terms": [
            _term(term, sorted(places.get(term.name, ()), key=lambda one: order[one.source]))
            for term in index.authority.terms
        ],
    }
    texts = [path for one in placed for path in (one.source.record.text_path, one.source.record.path)]
    origins = (*texts, TERMS_PATH) if index.authority.terms else tuple(texts)
    return OutputFile("data/terms.json", json.dumps(exported, ensure_ascii=False, indent=1) + "\n", origins)


def _term(term: IndexTerm, sources: Sequence[Located]) -> dict[str, Any]:
    return {
        "term": term.name,
        "kind": term.kind,
        "variants": _variants(term),
        "blocks": [f"{one.source}#{block}" for one in sources for block in one.blocks],
        "notes": [f"{one.source}#{note}" for one in sources for note in one.notes],
    }


def _variants(term: IndexTerm) -> list[str]:
    """Return what is looked for everywhere, then what in one source alone: each once."""
    of_sources = (variant for _, variants in term.variants_in for variant in variants)
    return list(dict.fromkeys((*term.variants, *of_sources)))
