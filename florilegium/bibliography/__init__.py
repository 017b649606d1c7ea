"""citations.bib to References, with the guards that its parser lacks; what a reader is told of one; CSL-JSON."""

from __future__ import annotations

from florilegium.bibliography.bodies import with_body
from florilegium.bibliography.completeness import Incomplete, incomplete
from florilegium.bibliography.csl import csl_item, csl_type, doi
from florilegium.bibliography.dates import MONTHS, SEASONS
from florilegium.bibliography.duplicates import likely_duplicates
from florilegium.bibliography.marked_titles import Titles
from florilegium.bibliography.name_lists import Name, has_others, names
from florilegium.bibliography.not_shown import not_shown
from florilegium.bibliography.reading import read_references
from florilegium.bibliography.short_names import short_name
from florilegium.bibliography.wording import (
    authors,
    containers,
    date,
    field,
    personal_authors,
    published_in,
    title,
)

__all__ = [
    "MONTHS",
    "SEASONS",
    "Incomplete",
    "Name",
    "Titles",
    "authors",
    "containers",
    "csl_item",
    "csl_type",
    "date",
    "doi",
    "field",
    "has_others",
    "incomplete",
    "likely_duplicates",
    "names",
    "not_shown",
    "personal_authors",
    "published_in",
    "read_references",
    "short_name",
    "title",
    "with_body",
]
