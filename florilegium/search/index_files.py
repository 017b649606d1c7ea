"""Records to all that the search index is made of: pages for the indexer, and what lies beside its index."""

from __future__ import annotations

import json
from collections.abc import Sequence

from florilegium.model import CONTEXT, Record, SearchFiles, SearchRecord, Theme
from florilegium.search.stubs import stub
from florilegium.search.vocabulary import vocabulary_files


def index_files(records: Sequence[SearchRecord], themes: Sequence[Theme], sources: Sequence[Record]) -> SearchFiles:
    """Return the files, the pages named by the place of their record."""
    facets = {
        "themes": [*([theme.id, theme.title] for theme in themes), [CONTEXT, "Context"]],
        "sources": [[source.id, source.short] for source in sources],
    }
    terms = [[record.title, record.address] for record in records if record.kind == "subject"]
    return SearchFiles(
        {f"{order}.html": stub(record, order) for order, record in enumerate(records)},
        {
            "facets.json": json.dumps(facets, ensure_ascii=False) + "\n",
            "terms.json": json.dumps(terms, ensure_ascii=False) + "\n",
            **vocabulary_files(records),
        },
    )
