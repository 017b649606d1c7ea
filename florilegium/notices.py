"""The bibliography to what an editor may want to mend: nothing of it stops a build, all of it is listed on request."""

from __future__ import annotations

from collections.abc import Iterable

from florilegium import bibliography
from florilegium.model import CitedAt, Collection, Reference
from florilegium.problems import Problem
from florilegium.works import uncited

PATH = "citations.bib"
ELSEWHERE = "say it in a field that is shown, or in 'note'; or leave it as a note to yourself"


def notices_of(collection: Collection, cited: Iterable[CitedAt]) -> tuple[Problem, ...]:
    """Return likely duplicates, works without author or date, fields that are shown nowhere, and works not cited."""
    references = collection.references
    own = (source.reference.key for source in collection.sources)
    lacking = bibliography.incomplete(references)
    return (
        *bibliography.likely_duplicates(references),
        *(_notice("no-author", one, "has no author", "right if none is printed") for one in lacking.unsigned),
        *(_notice("no-date", one, "has no date", "right if none is printed") for one in lacking.undated),
        *(
            _notice("field-not-shown", one, f"has {', '.join(names)}, which no page and no export shows", ELSEWHERE)
            for one, names in bibliography.not_shown(references)
        ),
        *(
            _notice("uncited", one, "is cited nowhere, and stands on no page", "cite it, or remove the entry")
            for one in uncited(references, cited, own)
        ),
    )


def _notice(name: str, reference: Reference, lack: str, hint: str) -> Problem:
    message = f"'{reference.key}' {lack}: {bibliography.title(reference)}"
    return Problem(name, PATH, reference.line, message, hint)
