"""Works of a list to what the template of the bibliography receives of each: entries, links, places, copy forms."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium import bibliography
from florilegium.bibliography import short_name
from florilegium.model import CopyForms, Reference, Theme, Wording
from florilegium.pages import places
from florilegium.pages.blocks import cite_link
from florilegium.pages.cited_places import CitedPlace, cited_place
from florilegium.pages.coins import coins
from florilegium.pages.markdown import attribute, escape, external_link, from_html
from florilegium.pages.works_known import WorksKnown, archived_address, is_archived, kind_of_work, original_address

FOLDED_BEYOND = 5
"""Places where a work is cited that are shown; further ones are folded away."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Entry:
    """A work as one style prints it in a list."""

    style: int
    """Its place among the styles, from 0. All but the first are shown only when a reader chooses them."""
    words: str


@dataclass(frozen=True, slots=True)
class Form:
    """What a reader copies of a work, in one style."""

    style: int
    """As of an entry."""
    name: str
    words: str
    """Empty where it is the same as the entry in the list."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work in a list, all Markdown."""

    key: str
    name: str
    """In a few words, as the value of an attribute."""
    permalink: str
    order: str
    """Its place in the list in each style, from 0, in the order of the styles."""
    shared: bool
    """Whether more than one source cites it."""
    entries: tuple[Entry, ...]
    about: tuple[str, ...]
    """What it is, where it is found, who cites it, its other editions."""
    remark: str
    """What the editor remarked on its entry; empty for most."""
    places: tuple[CitedPlace, ...]
    more: tuple[CitedPlace, ...]
    """Places that are folded away."""
    more_said: str
    forms: tuple[Form, ...]
    cite: str
    """The way to citing it, for a script: who has none finds `forms`."""
    coins: str


@dataclass(frozen=True, slots=True)
class WorksList:
    """A list of works to be shown on a page."""

    name: str
    page_path: str
    themes: Sequence[Theme]
    known: WorksKnown
    entries: tuple[Mapping[str, Wording], ...]
    """For each style what it prints, by key, in its own order."""
    forms: tuple[Mapping[str, CopyForms], ...]
    """For each style what a reader copies, by key, of all works."""

    @property
    def keys(self) -> Collection[str]:
        """The works of the list, in the order of the first style."""
        return self.entries[0].keys()


def work_views(shown: WorksList) -> tuple[Work, ...]:
    """Return the works of a list, in the order of the first style."""
    orders = [{key: at for at, key in enumerate(one)} for one in shown.entries]
    return tuple(
        _work(
            shown.known.references[key],
            [one[key] for one in shown.entries],
            [one[key] for one in shown.forms],
            " ".join(str(order[key]) for order in orders),
            shown,
        )
        for key in shown.keys
    )


def spelled(number: int) -> str:
    """Return a number as a sentence has it: small ones in words."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _work(
    reference: Reference, entries: Sequence[Wording], forms: Sequence[CopyForms], order: str, shown: WorksList
) -> Work:
    key = reference.key
    known = shown.known
    all_places = tuple(cited_place(one, known.records, shown.themes, shown.page_path) for one in known.cited[key])
    kept, more = all_places[:FOLDED_BEYOND], all_places[FOLDED_BEYOND:]
    return Work(
        key=key,
        name=attribute(short_name(reference)),
        permalink=places.work_link(shown.page_path, key),
        order=order,
        shared=len(known.citing[key]) > 1,
        entries=tuple(Entry(style, from_html(words.html)) for style, words in enumerate(entries)),
        about=(escape(kind_of_work(reference)), *_found_at(reference, shown), *_counted(key, shown)),
        remark=escape(_remark(reference)),
        places=kept,
        more=more,
        more_said=f"{spelled(len(more)).capitalize()} more place{'' if len(more) == 1 else 's'}",
        forms=tuple(
            form
            for style, (entry, copied) in enumerate(zip(entries, forms, strict=True))
            for form in _forms(style, entry, copied)
        ),
        cite=cite_link(places.work_link(shown.page_path, key), "work", short_name(reference)),
        # A page with a single span would be saved as that work.
        coins=coins(bibliography.csl_item(reference)) if len(shown.keys) > 1 else "",
    )


def _remark(reference: Reference) -> str:
    """Return what an editor remarks on an entry, or what an entry that we made says of itself."""
    told = bibliography.field(reference, "annotation") or (
        "" if reference.raw else bibliography.field(reference, "note")
    )
    return " ".join(told.split())


def _found_at(reference: Reference, shown: WorksList) -> tuple[str, ...]:
    """Return the links to a work itself, or say that there is none; a text of this collection is found here."""
    original, archived = original_address(reference), archived_address(reference)
    if not original and reference.key in shown.known.texts:
        return ()
    if not original:
        return ("No web address is given for it",)
    links = (external_link("Archived copy" if is_archived(original) else "Original", original),)
    return (*links, external_link("Archived copy", archived)) if archived else links


def _counted(key: str, shown: WorksList) -> tuple[str, ...]:
    """Say by how many sources a work is cited, if by more than one, link its other editions, and a text of ours."""
    sources, others = len(shown.known.citing[key]), sorted(shown.known.editions[key] - {key})
    editions = " and ".join(_other_edition(other, shown) for other in others)
    said = []
    if sources > 1:
        counting = f", counting its {editions}" if others else ""
        said.append(f"**Cited by {spelled(sources)} sources**{counting}")
    elif others:
        said.append(f"See its {editions}")
    said += [
        f"**A text of this collection** · [Read it here]({places.link(shown.page_path, page_path)})"
        for page_path in map(places.source_page, shown.known.texts.get(key, ()))
    ]
    return tuple(said)


def _other_edition(key: str, shown: WorksList) -> str:
    date = bibliography.date(shown.known.references[key])
    target = f"#{key}" if key in shown.keys else places.work_link(shown.page_path, key)
    return f"[other edition{escape(f', {date}') if date else ''}]({target})"


def _forms(style: int, entry: Wording, copied: CopyForms) -> Iterable[Form]:
    """Return the forms that a style has."""
    alone = "" if copied.entry.html == entry.html else from_html(copied.entry.html)
    yield Form(style, "Entry", alone)
    for name, words in (("First note", copied.note), ("Short note", copied.short_note), ("In text", copied.in_text)):
        if words:
            yield Form(style, name, from_html(words.html))
