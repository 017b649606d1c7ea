"""A work to the empty span by which citation managers find it in a list: COinS, a ContextObject in a title attribute.

One such span makes a whole page be saved as its work, so these stand on the pages of the bibliography only. One span
that cannot be read hides all others of its page: so each part has its `=`, and each value is percent-encoded down to
letters, digits, dot and hyphen, which also leaves nothing for Markdown to read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from florilegium.pages.saved_work import Creator, SavedWork, saved_work

Part = tuple[str, str]
"""Key without its `rft.`, and the CSL variables that fill it, of which the first that is known is taken."""


@dataclass(frozen=True, slots=True)
class Form:
    """How works of one type are written."""

    matrix: str
    """The metadata format: book, journal, dissertation, dc."""
    genre: str
    """Empty where the format has none."""
    titles: tuple[Part, ...]
    parts: tuple[Part, ...]
    """What follows the authors."""
    item_type: str = ""
    """Zotero's type, where format and genre do not give it."""


def _dublin_core(item_type: str) -> Form:
    whole = ("publisher", "publisher") if item_type == "document" else ("source", "container-title publisher")
    parts = (whole, ("date", "issued"), ("place", "publisher-place"), ("pages", "page"), ("language", "language"))
    return Form("dc", "", (("title", "title"),), parts, item_type)


IN_BOOK = (("atitle", "title"), ("btitle", "container-title"))
PUBLISHED = (("date", "issued"), ("pub", "publisher"), ("place", "publisher-place"), ("series", "collection-title"))
IN_ISSUE = (("date", "issued"), ("volume", "volume"), ("issue", "issue"), ("pages", "page number"), ("issn", "ISSN"))
ARTICLE = (("atitle", "title"), ("jtitle", "container-title publisher"))
FORMS = {
    "report": Form("book", "report", (("btitle", "title"),), (*PUBLISHED, ("pages", "page"))),
    "bookSection": Form("book", "bookitem", IN_BOOK, (*PUBLISHED, ("pages", "page"), ("isbn", "ISBN"))),
    "conferencePaper": Form("book", "proceeding", IN_BOOK, (*PUBLISHED, ("pages", "page"), ("isbn", "ISBN"))),
    "book": Form(
        "book",
        "book",
        (("btitle", "title"),),
        (*PUBLISHED, ("isbn", "ISBN"), ("tpages", "number-of-pages"), ("edition", "edition")),
    ),
    "journalArticle": Form("journal", "article", ARTICLE, IN_ISSUE),
    "magazineArticle": Form("journal", "article", ARTICLE, IN_ISSUE, "magazineArticle"),
    "thesis": Form(
        "dissertation", "", (("title", "title"),), (("date", "issued"), ("inst", "publisher"), ("degree", "genre"))
    ),
}
"""By Zotero's type; all others are written in Dublin Core, and named."""
UNSAFE_NAME_RE = re.compile(r"[,،]|\.\S|^[./\[\]:]|[./\[\]:]$")
"""What Zotero changes in a name that it parses: `Committee on Peace, War and Law`, `U.S. Senate`, `Acme Inc.`"""


def coins(item: Mapping[str, object]) -> str:
    """Return the span of a work, raw HTML for a line of Markdown."""
    work = saved_work(item)
    form = form_of(work.item_type)
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form.matrix}"),
        ("rft.genre", form.genre),
        *_filled(form.titles, work),
        *map(_author, work.authors),
        *_editors(form, work),
        *_filled(form.parts, work),
        ("rft_id", f"info:doi/{work.first('DOI')}" if work.first("DOI") else ""),
        ("rft_id", work.first("URL")),
        # Last: what comes after it would be read as a field of another type.
        ("rft.type", form.item_type),
    ]
    title = "&amp;".join(f"{key}={_encoded(value)}" for key, value in pairs if value)
    return f'<span class="Z3988" title="{title}"></span>'


def form_of(item_type: str) -> Form:
    """Return how works of one of Zotero's types are written."""
    return FORMS.get(item_type) or _dublin_core(item_type)


def _filled(parts: tuple[Part, ...], work: SavedWork) -> list[tuple[str, str]]:
    return [(f"rft.{key}", work.first(*variables.split())) for key, variables in parts]


def _author(creator: Creator) -> tuple[str, str]:
    """Return an author as one value, so that the order is kept.

    A family name on its own is not parsed, so it is what the name of a body becomes that parsing would change.
    """
    if not creator.given and UNSAFE_NAME_RE.search(creator.name):
        return "rft.aulast", creator.name
    return "rft.au", creator.inverted


def _editors(form: Form, work: SavedWork) -> list[tuple[str, str]]:
    """Return the editors of a book, or of what holds a part: no key keeps them as editors, this one keeps them."""
    return [("rft.contributor", one.inverted) for one in work.editors] if form.matrix == "book" else []


def _encoded(value: str) -> str:
    """Return a value percent-encoded. A plus sign is read as a space however it is written."""
    return quote(value, safe="").replace("_", "%5F").replace("~", "%7E")
