"""Everything recovered, placed and cited to data files: their form is a contract, and each has its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.exports.citations import citations_file, keys_by_note
from florilegium.exports.cross_references import cross_references_file
from florilegium.exports.references import reference_files
from florilegium.exports.schemas import schema_files
from florilegium.exports.sources import source_data, source_file
from florilegium.exports.terms import terms_file
from florilegium.model import (
    Authority,
    Citation,
    CrossReference,
    OutputFile,
    Placed,
    Reference,
    SubjectIndex,
    Theme,
)
from florilegium.works import cited_by, exported_as

__all__ = ["export", "source_data"]


def export(
    placed: Sequence[Placed],
    themes: Sequence[Theme],
    *,
    references: Sequence[Reference] = (),
    citations: Sequence[Citation] = (),
    lists: Mapping[str, Sequence[str]] | None = None,
    records: Mapping[str, Reference] | None = None,
    index: SubjectIndex | None = None,
    crossed: Sequence[CrossReference] = (),
) -> tuple[OutputFile, ...]:
    """Return all data files, with the schemas that they follow.

    `lists` are keys of references by the name of the list, `records` the work by which each source may be cited, by the
    id of the source. Without `index` or `crossed` their files are there, and empty.
    """
    cited = keys_by_note(citations)
    works = {reference.key: reference for reference in references}
    return (
        *schema_files(),
        *(source_file(one, themes, cited) for one in placed),
        citations_file(placed, citations),
        terms_file(placed, index or SubjectIndex(Authority(), ())),
        cross_references_file(placed, crossed),
        *(
            file
            for name, keys in (lists or {}).items()
            for file in reference_files(
                exported_as(name), [works[key] for key in keys], _list_origins(name, placed, themes)
            )
        ),
        *(
            file
            for source, reference in (records or {}).items()
            for file in reference_files(f"data/records/{source}", (reference,), ("citations.bib", "mkdocs.yml"))
        ),
    )


def _list_origins(name: str, placed: Sequence[Placed], themes: Sequence[Theme]) -> tuple[str, ...]:
    """Return the paths of what decides which works stand in a list."""
    citing = {cited_by(one.source.record.id): one for one in placed}
    records = [one.source.record for one in ([citing[name]] if name in citing else placed)]
    texts = [path for record in records for path in (record.text_path, record.path)]
    return ("citations.bib", *texts, *(() if name in citing else (theme.path for theme in themes)))
