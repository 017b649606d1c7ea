"""A source to the works by which it may be cited: its own entry, and this edition of it, a paraphrase by that alone.

The words of a paraphrased text are not its publisher's. Who cites them cites this site, and every record and citation
that leaves it says so. The numbers of ¶ are this site's as well: who cites by them cites this edition of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from florilegium import bibliography
from florilegium.model import Edition, Reference, Source

MARK = "[paraphrase]"
"""Follows the title of a paraphrase wherever it is named."""
ADDRESS = "https://address.invalid/"
"""Stands for the address of what is cited of this edition: it is known where it is read, and no site has this one."""


def described(source: Source, edition: Edition) -> Reference:
    """Return the work that this site offers under the name of a source."""
    reference, record = source.reference, source.record
    if record.fidelity != "paraphrased":
        return reference
    fields = dict(reference.fields)
    # One title, so that no short form can leave the mark behind with a subtitle.
    title = ": ".join(fields[name] for name in ("title", "subtitle") if fields.get(name))
    own = [("author", fields["author"])] if "author" in fields else []
    own.append(("title", f"{title} {{{MARK}}}"))
    own += [("langid", fields["langid"])] if "langid" in fields else []
    added = list(_published(edition).items())
    if edition.url:
        added.append(("url", f"{edition.url}sources/{record.id}/"))
    added.append(("note", " ".join((_note(reference), *record.fidelity_note.split()))))
    return replace(reference, entry_type="online", fields=(*own, *added), raw="")


def own_edition(source: Source, edition: Edition) -> Reference:
    """Return the work that this site is the publisher of: a source as it stands here, its ¶ numbered."""
    if source.record.fidelity == "paraphrased":
        return _addressed(described(source, edition))
    reference = source.reference
    fields = dict(reference.fields)
    # Who published an unsigned text answers for it still; not for one that has an editor.
    body = () if "editor" in fields else bibliography.containers(reference)
    signed = {"author": fields["author"]} if "author" in fields else {"author": f"{{{body[0]}}}"} if body else {}
    kept = {name: fields[name] for name in ("title", "subtitle", "langid") if name in fields}
    # Of the day, styles would print a month that belongs to no year.
    first = {"origdate": fields["date"][:4]} if "date" in fields else {}
    made = signed | kept | first | {"booktitle": edition.title} | _part_of(edition)
    key = f"{reference.key}.edition"
    return _addressed(replace(reference, key=key, entry_type="incollection", fields=tuple(made.items()), raw=""))


def page_of_edition(path: str, title: str, edition: Edition) -> Reference:
    """Return a page of this site as a work, a part of the collection, which the home page stands for (no path)."""
    key = ".".join((re.sub(r"\W+", "-", edition.publisher.lower()), *filter(None, path.split("/"))))
    kind, titles = (
        ("incollection", {"title": title, "booktitle": edition.title}) if path else ("book", {"title": title})
    )
    return _addressed(Reference(key, kind, tuple((titles | _part_of(edition)).items()), line=0))


def _part_of(edition: Edition) -> dict[str, str]:
    return {"publisher": f"{{{edition.publisher}}}", "date": edition.date, "version": edition.version}


def _published(edition: Edition) -> dict[str, str]:
    return {"organization": f"{{{edition.title}}}", "date": edition.date, "version": edition.version}


def _addressed(reference: Reference) -> Reference:
    return replace(reference, fields=(*(one for one in reference.fields if one[0] != "url"), ("url", ADDRESS)))


def as_offered(references: Iterable[Reference], sources: Iterable[Source], edition: Edition) -> tuple[Reference, ...]:
    """Return all works as this site offers them: a paraphrased source as this edition of it."""
    offered = {source.reference.key: described(source, edition) for source in sources}
    return tuple(offered.get(reference.key, reference) for reference in references)


def _note(reference: Reference) -> str:
    """Say what the words are, and whose they are not; by whom they were changed, the note of the record says."""
    who = " and ".join(bibliography.authors(reference))
    where = bibliography.containers(reference)
    original = "the original" + (f" by {who}" if who else "") + (f" in {where[0]}" if where else "")
    return f"A paraphrase, not the words of {original}; not to be quoted or cited as such."
