"""A page to the lines that stand first when it is printed: how to cite what it shows, and where it was printed from.

On the screen they are hidden: there the same is said by the head of the page, its foot and the record of the text. A
sheet of paper has none of these, and is often all that a reader keeps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import CONTEXT, Edition, Placed, Wording
from florilegium.pages import places
from florilegium.pages.markdown import escape, external_link, from_html
from florilegium.pages.views import PARAPHRASED, PUBLISHED, author_line, numbers, title

NUMBERED = "Paragraph numbers (¶) are this edition’s."


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands first on paper, all Markdown."""

    citation: str
    """How to cite the text, or a page that shows no single one."""
    said: tuple[str, ...]
    """What else a reader must know, each a line: which part this is, what was done to the words, whose numbers."""


def printed_source(
    placed: Placed, entries: Mapping[str, Wording], edition: Edition, page_path: str, part: str = ""
) -> Printed:
    """Return the lines for a page that shows a text, or of it the part that `part` names, in plain text.

    `entries` holds by key how the first citation style prints a work: a paraphrase as this edition's own.
    """
    source = placed.source
    entry = entries.get(source.reference.key)
    told = (
        part,
        PARAPHRASED if source.record.fidelity == "paraphrased" else "",
        f"Shown {PUBLISHED['excerpt']}." if source.record.publish == "excerpt" else "",
    )
    return Printed(
        from_html(entry.html) if entry else f"{escape(author_line(placed))}. *{escape(title(placed))}*.",
        (
            *(escape(one) for one in told if one),
            f"Printed from {escape(edition.title)}, {_issue(edition, page_path)} {NUMBERED}",
        ),
    )


def printed_page(name: str, edition: Edition, page_path: str) -> Printed:
    """Return the lines for a page that shows no single text: it is cited as a page of this edition."""
    stop = "" if name.endswith(("?", "!", ".")) else "."
    return Printed(f"“{escape(name)}{stop}” *{escape(edition.title)}*. {_issue(edition, page_path)}", (NUMBERED,))


def part_shown(theme: str, name: str, under: Sequence[str], also: Sequence[str]) -> str:
    """Say in plain text which ¶ of a text a page shows: those under a theme, then those that speak of it as well.

    `name` is the title of the theme.
    """
    if not under:
        return f"Printed here: what speaks of {name} and is filed elsewhere ({numbers(also)})."
    filed = f"what is filed {'in' if theme == CONTEXT else 'under'} {name} ({numbers(under)})"
    speaking = f", and what else speaks of {name} ({numbers(also)})" if also else ""
    return f"Printed here: {filed}{speaking}."


def _issue(edition: Edition, page_path: str) -> str:
    """Return who publishes the edition and which one this is; and where the page stands, once it stands anywhere."""
    address = f"{edition.url}{places.address(page_path)}" if edition.url else ""
    where = f": {external_link(address, address)}" if address else ""
    date = f'<span class="unbroken">{escape(edition.date)}</span>'
    return f"{escape(edition.publisher)}, version {escape(edition.version)}, {date}{where}."
