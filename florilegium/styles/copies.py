"""Each work by itself in a style: as it reads where no other work is cited, which is what a reader copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.model import CopyForms, Wording
from florilegium.styles.plain_styles import plain
from florilegium.styles.press import NUMBER_MARK, Press
from florilegium.styles.readying import Work
from florilegium.styles.wording import worded

BATCH = 500
"""Works in one run of pandoc: enough that its start does not count."""

Forms = Mapping[str, str]
"""HTML of each form of a work: `entry`, and `note` and `short_note`, or `in_text`; its number as `NUMBER_MARK`."""


def format_alone(press: Press, works: Sequence[Work]) -> dict[str, Forms]:
    """Return the forms of each work by key. Those not kept go in batches, for in a plain style no work sees another."""
    names = {work.key: press.name("alone", (work,)) for work in works}
    missing = list({names[work.key]: work for work in works if press.recall(names[work.key]) is None}.items())
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        printed = press.print_works(plain(press.style.csl), [work for _, work in batch], cited=True)
        entries = dict(printed.entries)
        for at, (name, _) in enumerate(batch):
            if press.style.has_notes:
                cited = {"note": printed.first[at], "short_note": printed.again[at]}
            else:
                cited = {"in_text": printed.first[at]}
            press.keep(name, {"entry": entries[at], **cited})
    return {key: press.recall(name) for key, name in names.items()}


def copy_form(key: str, forms: Forms) -> CopyForms:
    """Return what a reader copies of a work: as if it were the only one, so its number is 1."""
    wordings: dict[str, Wording] = {name: worded(put_number(html, 1)) for name, html in forms.items()}
    return CopyForms(key, wordings["entry"], wordings.get("note"), wordings.get("short_note"), wordings.get("in_text"))


def put_number(html: str, number: int) -> str:
    """Set the number of a work, in a style that numbers them."""
    return html.replace(NUMBER_MARK, str(number))
