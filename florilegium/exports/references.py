"""A list of works to the three files that citation managers read: CSL-JSON, BibLaTeX and RIS.

Three, since none does for all: CSL-JSON keeps every field and kind, BibLaTeX is what LaTeX reads and our own file is
written in, and RIS is the plain form that every manager takes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from florilegium.bibliography import csl_item
from florilegium.exports.biblatex import biblatex
from florilegium.exports.ris import ris
from florilegium.model import OutputFile, Reference


def reference_files(
    stem: str, references: Sequence[Reference], made_from: tuple[str, ...]
) -> tuple[OutputFile, OutputFile, OutputFile]:
    """Return the works in order of their keys, as `<stem>.json`, `<stem>.bib` and `<stem>.ris`."""
    in_order = sorted(references, key=lambda reference: reference.key)
    items = [csl_item(reference) for reference in in_order]
    return (
        # A bare array: that is what its standard says, and what Zotero takes.
        OutputFile(f"{stem}.json", json.dumps(items, ensure_ascii=False, indent=1) + "\n", made_from),
        OutputFile(f"{stem}.bib", biblatex(in_order), made_from),
        OutputFile(f"{stem}.ris", ris(items), made_from),
    )
