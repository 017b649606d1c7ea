"""Records to all that the search index is made of: pages for the indexer, and what lies beside its index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from florilegium.model import Record, SearchFiles, SearchRecord, Theme
from florilegium.pages.views import theme_ids, theme_title
from florilegium.search.stubs import stub
from florilegium.search.vocabulary import vocabulary_files


def index_files(records: Sequence[SearchRecord], themes: Sequence[Theme], sources: Sequence[Record]) -> SearchFiles:
    """Return the files, the pages named by the place of their record."""
    facets = {
        "themes": [[theme, theme_title(theme, themes)] for theme in theme_ids(themes)],
        "sources": [[source.id, source.short] for source in sources],
        "counts": {
            "theme": _counted(theme for record in records for theme in record.themes),
            "source": _counted(source for record in records for source in record.sources),
            "kind": _counted(record.kind for record in records),
            "year": _counted(record.year for record in records if record.year),
        },
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


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    """Return how many records have each value: what a reader sees before anything is asked."""
    return dict(sorted(Counter(values).items()))
