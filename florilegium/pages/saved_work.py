"""A CSL-JSON item to what a citation manager is told of a work: a type of Zotero's, its creators, its data as text.

The tags in the head of a page and the spans of the bibliography say the same of a work, so both are made from this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from florilegium.bibliography import SEASONS

ITEM_TYPES = {
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "book": "book",
    "chapter": "bookSection",
    "entry-encyclopedia": "bookSection",
    "hearing": "hearing",
    "legal_case": "case",
    "legislation": "statute",
    "paper-conference": "conferencePaper",
    "post-weblog": "blogPost",
    "report": "report",
    "review": "journalArticle",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""Types of CSL, and those of Zotero under which their works are saved. Any other type is a document."""
DOCUMENT = "document"
DIVIDERS = str.maketrans(dict.fromkeys(",،;", "\N{SINGLE LOW-9 QUOTATION MARK}"))
"""The signs at which the name of a body would be cut, to one that looks as a comma does and cuts nothing."""
NAMED_SEASONS = {str(number): name for number, name in enumerate(SEASONS, start=1)}
"""As CSL-JSON numbers them."""


@dataclass(frozen=True, slots=True)
class Creator:
    """A person or a body."""

    name: str
    """Family name with its particles, or the name of a body."""
    given: str
    """With what follows the name, `Jr.`; empty for a body, and for a person of one name."""

    @property
    def inverted(self) -> str:
        """`Family, Given`, or `Body,`: without its comma the name of a body would be taken apart as a person's."""
        return f"{self.name}, {self.given}" if self.given else f"{self.name.translate(DIVIDERS)},"


@dataclass(frozen=True, slots=True)
class SavedWork:
    """A work as a citation manager is to save it."""

    item_type: str
    """One of Zotero's."""
    authors: tuple[Creator, ...]
    editors: tuple[Creator, ...]
    values: Mapping[str, str]
    """Variables of CSL that are known, each one line of text; `issued` as 2021-02-24 or Spring 2002."""

    def first(self, *variables: str) -> str:
        """Return the first of some variables that is known; empty where none is."""
        return next((self.values[one] for one in variables if one in self.values), "")


def saved_work(item: Mapping[str, object]) -> SavedWork:
    """Return what is to be saved of a work. Nothing is added to what the item says."""
    texts = {name: _text(value) for name, value in item.items()} | {"issued": _date(item.get("issued"))}
    return SavedWork(
        item_type=ITEM_TYPES.get(texts.get("type", ""), DOCUMENT),
        authors=_creators(item.get("author")),
        editors=_creators(item.get("editor")),
        values={name: text for name, text in texts.items() if text},
    )


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _creators(names: object) -> tuple[Creator, ...]:
    if not isinstance(names, list | tuple):
        return ()
    creators = (
        Creator(_text(name.get("literal")) or _text(name.get("family")), _given(name))
        for name in names
        if isinstance(name, Mapping)
    )
    return tuple(one if one.name else Creator(one.given, "") for one in creators if one.name or one.given)


def _given(name: Mapping[str, object]) -> str:
    """Return the given name and what follows the name: a third part would be lost."""
    return " ".join(part for part in (_text(name.get("given")), _text(name.get("suffix"))) if part)


def _date(date: object) -> str:
    """Return a date as Zotero reads it without doubt: of a range its beginning, for it saves no ranges."""
    if not isinstance(date, Mapping):
        return ""
    dates = date.get("date-parts")
    if not isinstance(dates, list | tuple) or not dates or not isinstance(dates[0], list | tuple):
        return _text(date.get("literal")) or _text(date.get("raw"))
    parts = [_text(part) for part in dates[0]]
    said = "-".join((part.rjust(2, "0") if index else part.rjust(4, "0")) for index, part in enumerate(parts) if part)
    season = _text(date.get("season"))
    return f"{NAMED_SEASONS.get(season, season)} {said}".strip()
