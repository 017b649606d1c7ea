"""How Zotero reads a page, written anew from what was observed of it: an HTML page to the items that it would save.

Only what bears on our pages is here: who answers for a page, which type it gives, which fields arrive, how names are
taken apart, and where missing fields are filled from.
"""

from __future__ import annotations

from tests.pages.zotero.head import is_cited, read_head
from tests.pages.zotero.items import Saved
from tests.pages.zotero.page import Page
from tests.pages.zotero.spans import BadSpanError, read_span

__all__ = ["BadSpanError", "Page", "Saved", "read_page"]


def read_page(html: str, address: str = "https://example.org/") -> list[Saved]:
    """Return what is saved from a page: the works of its spans; without spans, what its head says; else nothing."""
    page = Page(html)
    assert not page.unapi, "unAPI shadows everything"
    if page.spans:
        return [saved for span in page.spans if (saved := read_span(span)) and saved.fields.get("title")]
    return [read_head(page, address)] if is_cited(page) else []
