"""The head of a page to an item."""

from __future__ import annotations

import re

from tests.pages.zotero.items import FIELDS, Creator, Saved, clean_author, kept
from tests.pages.zotero.page import Page

HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_cover_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_inbook_title": "publicationTitle",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_series_title": "series",
    "citation_conference_title": "conferenceName",
    "citation_dissertation_institution": "university",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_abstract": "abstractNote",
    "citation_doi": "DOI",
    "citation_public_url": "url",
    "citation_language": "language",
    "citation_isbn": "ISBN",
}
CONTAINERS = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
GUESSES = {"citation_title": "journalArticle", "citation_series_title": "journalArticle"}
PREFIXES = frozenset(
    "bib bibo dc dcterms prism foaf vcard link z eprint eprints og article book music video so".split()
)


def is_cited(page: Page) -> bool:
    """Say whether the head of a page is looked at: else a page is saved as any web page is."""
    return any(prefixed(name) or name.startswith("citation_") for name, _ in page.metas)


def prefixed(name: str) -> str:
    """Return the field that a name with a known prefix sets; the middle of three parts may be the prefix too."""
    parts = re.split(r"[.:_]", name)
    for at in (1, 0) if len(parts) > 2 else (0,):
        if len(parts) > 1 and parts[at].lower() in PREFIXES:
            rest = name[len("".join(parts[: at + 1])) + at + 1 :]
            return f"{parts[at].lower()}:{rest[:1].lower()}{rest[1:]}"
    return ""


def _item_type(page: Page, statements: dict[str, str]) -> str:
    tags = [name[name.rfind("citation_") :] for name, content in page.metas if content and not prefixed(name)]
    containers = [CONTAINERS[tag] for tag in tags if tag in CONTAINERS]
    if containers:
        return containers[-1]
    if statements.get("z:itemType") in FIELDS:
        return statements["z:itemType"]
    if statements.get("og:type") in ("website", "book"):
        return {"website": "webpage", "book": "book"}[statements["og:type"]]
    if "citation_isbn" in tags:
        return "book"
    return next((GUESSES[tag] for tag in tags if tag in GUESSES), "webpage")


def read_head(page: Page, address: str) -> Saved:
    statements: dict[str, str] = {}
    for name, content in page.metas:
        if prefixed(name) and content:
            statements.setdefault(prefixed(name), content)
    item_type = _item_type(page, statements)
    values = {name[2:]: text for name, text in statements.items() if name.startswith("z:") and name != "z:itemType"}
    for tag, name in HIGHWIRE.items():
        if page.content(tag):
            values[name] = " ".join(page.content(tag).split())
    if page.contents("citation_issn"):
        values["ISSN"] = ", ".join(page.contents("citation_issn"))
    if _pages(page, values.get("pages", "")):
        values["pages"] = _pages(page, values.get("pages", ""))
    whole = values.get("publicationTitle")
    if whole:
        values["title"] = re.sub(rf"\s*[-–—=_:|~#]\s*{re.escape(whole)}\s*$", "", values["title"], flags=re.IGNORECASE)
    creators = [*_head_creators(page, "author"), *_head_creators(page, "editor")]
    if not creators:
        w3c = [content for name, content in page.metas if name == "author"]
        creators = [("author", *clean_author(name)) for name in w3c]
        assert creators or not page.byline, "the author would be taken from a byline"
    elsewhere = {
        "abstractNote": next((content for name, content in page.metas if name == "description"), ""),
        "url": page.content("citation_fulltext_html_url") or page.first.get("canonical", "") or address,
        "language": page.first.get("lang", ""),
        "date": page.first.get("time", ""),
    }
    return kept(item_type, {**{name: text for name, text in elsewhere.items() if text}, **values}, creators)


def _pages(page: Page, said: str) -> str:
    parts = re.split(r"\s*-\s*", said)
    first = page.content("citation_firstpage") or parts[0]
    last = page.content("citation_lastpage") or (parts[1] if len(parts) > 1 else "")
    return f"{first}-{last}" if last else first


def _head_creators(page: Page, role: str) -> list[Creator]:
    contents = page.contents(f"citation_{role}")
    creators: list[Creator] = []
    last = ""
    for content in contents:
        names = re.split(r"\s*;\s*", content)
        parts = re.split(r"\s*,\s*", names[0])
        if len(names) == len(contents) == 1 and len(parts) > 1 and " " in parts[0] and " " in parts[1]:
            names = parts
        for name in names:
            # One who follows himself is taken for one.
            if re.search(r"[^\s,-.;]", name) and name.strip() != last:
                last = name.strip()
                family, given = clean_author(name)
                creators.append((role, _cased(family) if given else family, _cased(given)))
    return creators


def _cased(name: str) -> str:
    return name.title() if name in (name.upper(), name.lower()) else name
