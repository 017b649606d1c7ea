"""CSL-JSON to CSL-JSON that pandoc formats well: what it would get wrong is marked, and the marks taken off after."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

CslItem = Mapping[str, object]
"""One work as CSL-JSON, a standard form."""

MARK = "\N{WORD JOINER}"
"""Stands where pandoc must not see what is before it. `tidy` takes it away."""
TITLES = ("title", "container-title", "collection-title", "volume-title")
SORTED_BY = ("title", "title-short", "container-title")
"""What stands first in an entry where no person does."""
ENDING_RE = re.compile(r"[?!](?:</span>)*$")
"""A title that is a question: `Success?`. Pandoc drops a comma after it, and Chicago keeps it: “Success?,” in."""
SHORT_PREPOSITION_RE = re.compile(
    r"(?:(?<=[\w,’”] )|(?<=^ ))(?:amid|atop|like|near|per|plus|sans|upon)(?= (?:[\w“‘]|$))"
)
"""`like` in `What it will be like tomorrow`; not the first word, nor the first after a colon, nor the last.

Pandoc gives these capitals where a style wants headlines; Chicago leaves prepositions of four letters small. Not here
are words that are often something else: `off`, `out`, `past`. A verb, `What voters {Like} about it`, wants braces.
"""
PROTECTED_RE = re.compile(r"(<span class=\"nocase\">.*?</span>)")
HYPHEN_RE = re.compile(r"(?<=\d)[-–](?=\d)")
"""In the number of a law, `116-145`, which is one number, and no range that would print `Nos.`"""
HYPHEN = "\N{NON-BREAKING HYPHEN}"
"""Stands for it, and makes no range. `tidy` makes it a hyphen again."""


ARTICLES = {"The ": "\N{FUNCTION APPLICATION}", "An ": "\N{INVISIBLE PLUS}", "A ": "\N{INVISIBLE TIMES}"}
"""An article at the beginning, and what stands for it until `tidy`: a sign that no sorting heeds.

All manuals sort `The Kosovo Report` under K, and no processor does.
"""


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is ready for pandoc."""

    key: str
    item: CslItem = field(compare=False)
    """Without an id. Works are told by key and digest."""
    digest: str
    """Hash of the item. The key is no part of it, for it is printed nowhere."""
    names: tuple[tuple[str, str], ...]
    """Its authors, or else its editors: family name, or that of a body, and all that is known of the name."""


def ready(key: str, item: CslItem, *, sentence_case: bool) -> Work:
    """Mark what pandoc would get wrong in a work."""
    changed = {name: value for name, value in item.items() if name != "id"}
    for name in TITLES:
        if isinstance(title := changed.get(name), str):
            changed[name] = _title(title, sentence_case=sentence_case)
    if str(item.get("language", "en")).startswith("en"):
        changed |= {name: _without_article(str(changed[name])) for name in SORTED_BY if name in changed}
        changed |= {name: _bodies(changed[name]) for name in ("author", "editor") if name in changed}
    if isinstance(number := changed.get("number"), str):
        changed["number"] = HYPHEN_RE.sub(HYPHEN, number)
    text = json.dumps(changed, sort_keys=True, ensure_ascii=False)
    return Work(key, changed, hashlib.sha256(text.encode()).hexdigest(), _names(item))


def _without_article(text: str) -> str:
    article = next((one for one in ARTICLES if text.startswith(one)), "")
    return ARTICLES[article] + text.removeprefix(article) if article else text


def _bodies(names: object) -> object:
    """Return names, those of bodies without their article."""
    if not isinstance(names, list):
        return names
    return [
        {**name, "literal": _without_article(name["literal"])} if isinstance(name, dict) and "literal" in name else name
        for name in names
    ]


def _names(item: CslItem) -> tuple[tuple[str, str], ...]:
    named = item.get("author") or item.get("editor")
    names = [name for name in named if isinstance(name, dict)] if isinstance(named, list) else []
    return tuple(
        (str(name.get("family") or name.get("literal", "")), json.dumps(name, sort_keys=True)) for name in names
    )


def _title(title: str, *, sentence_case: bool) -> str:
    if not sentence_case:
        # Every other piece is protected already.
        pieces = PROTECTED_RE.split(title)
        pieces[::2] = [SHORT_PREPOSITION_RE.sub(r'<span class="nocase">\g<0></span>', piece) for piece in pieces[::2]]
        title = "".join(pieces)
    return title + MARK if ENDING_RE.search(title) else title
