"""Bibliography and subject index to what an editor may want to mend: it stops no build, and is listed on request."""

from __future__ import annotations

from collections.abc import Iterable

from florilegium import bibliography
from florilegium.model import CitedAt, Collection, Reference, SubjectIndex
from florilegium.problems import Problem
from florilegium.works import uncited

PATH = "citations.bib"
TERMS_PATH = "sources/terms.yml"
ELSEWHERE = "say it in a field that is shown, or in 'note'; or leave it as a note to yourself"


def notices_of(collection: Collection, cited: Iterable[CitedAt], index: SubjectIndex) -> tuple[Problem, ...]:
    """Return likely duplicates, works without author or date, what is shown, cited or spoken of nowhere."""
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
        *_terms_of_nothing(index),
    )


def _terms_of_nothing(index: SubjectIndex) -> tuple[Problem, ...]:
    """Report the terms that lead nowhere; the index leaves them out."""
    spoken = {mention.term for mention in index.mentions}
    hint = "add the words under which a text speaks of it to its 'variants', or remove it"
    return tuple(
        Problem("term-nowhere", TERMS_PATH, term.line, f"no text speaks of '{term.name}'", hint)
        for term in index.authority.terms
        if term.name not in spoken
    )


def _notice(name: str, reference: Reference, lack: str, hint: str) -> Problem:
    message = f"'{reference.key}' {lack}: {bibliography.title(reference)}"
    return Problem(name, PATH, reference.line, message, hint)
