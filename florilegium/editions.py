"""A source to the work by which it may be cited: its own entry, or, for a paraphrase, this edition of it.

The words of a paraphrased text are not its publisher's. Who cites them cites this site, and every record and citation
that leaves it says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from florilegium import bibliography
from florilegium.model import Edition, Reference, Source

MARK = "[paraphrase]"
"""Follows the title of a paraphrase wherever it is named."""


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
    added = [("organization", f"{{{edition.title}}}"), ("date", edition.date), ("version", edition.version)]
    if edition.url:
        added.append(("url", f"{edition.url}sources/{record.id}/"))
    added.append(("note", " ".join((_note(reference), *record.fidelity_note.split()))))
    return replace(reference, entry_type="online", fields=(*own, *added), raw="")


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
