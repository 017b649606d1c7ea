"""A span of the bibliography to an item."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from tests.pages.zotero.items import FIELDS, Creator, Saved, clean_author, kept


class BadSpanError(ValueError):
    """A span at which reading ends: no span of its page is read."""


SPAN_FIELDS = {
    "rft.date": "date",
    "rft.volume": "volume",
    "rft.issue": "issue",
    "rft.pages": "pages",
    "rft.issn": "ISSN",
    "rft.isbn": "ISBN",
    "rft.pub": "publisher",
    "rft.publisher": "publisher",
    "rft.place": "place",
    "rft.tpages": "numPages",
    "rft.edition": "edition",
}
SPAN_FIELDS_ELSE = {"rft.language": "language", "rft.source": "publicationTitle", "rft.description": "abstractNote"}
"""Not read for theses."""
IN_SOMETHING = ("journalArticle", "bookSection", "conferencePaper")


def read_span(title: str) -> Saved | None:
    parts = title.split("&")
    item_type = _span_type(parts)
    if not item_type:
        return None
    values: dict[str, str] = {}
    creators: list[Creator] = []
    unparsed: list[tuple[int, str]] = []
    for part in parts:
        key, value = _decoded(part)
        if not value:
            continue
        if key == "rft.type" and item_type != "thesis":
            item_type = value if value in FIELDS else item_type
        elif key == "rft.au" or key == "rft.creator":
            creators.append(("author", *clean_author(value)))
        elif key == "rft.contributor":
            creators.append(("contributor", *clean_author(value)))
        elif key == "rft.aulast":
            unparsed.append((len(creators), value))
        else:
            name = _span_field(key, value, item_type)
            values |= {name: value.removeprefix("info:doi/")} if name else {}
    for inserted, (at, name) in enumerate(unparsed):
        creators.insert(at + inserted, ("author", name, ""))
    return kept(item_type, values, creators)


def _span_type(parts: list[str]) -> str:
    formats = [_decoded(part)[1] for part in parts if part.startswith("rft_val_fmt=")]
    matrix = formats[0].removeprefix("info:ofi/fmt:kev:mtx:") if formats else ""
    if matrix == "book":
        genres = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}
        return next((genres[genre] for genre in genres if f"rft.genre={genre}" in parts), "book")
    return {"journal": "journalArticle", "dissertation": "thesis", "dc": "webpage"}.get(matrix, "")


def _decoded(part: str) -> tuple[str, str]:
    """Return key and value; whatever stands after a second equals sign is lost."""
    pieces = part.split("=")
    if len(pieces) < 2:
        raise BadSpanError(part)
    value = re.sub(r"\+|%2[bB]", " ", pieces[1])
    if re.search(r"%(?![0-9A-Fa-f]{2})", value):
        raise BadSpanError(part)
    return pieces[0], unquote_to_bytes(value).decode()


def _span_field(key: str, value: str, item_type: str) -> str:
    if key == "rft_id":
        return "DOI" if value.startswith("info:doi") else "url" if re.match("https?://", value) else ""
    if key == "rft.btitle":
        if item_type in ("bookSection", "conferencePaper"):
            return "publicationTitle"
        return "title" if item_type in ("book", "report") else ""
    if key in ("rft.atitle", "rft.title"):
        inside = item_type in IN_SOMETHING
        return "title" if inside == (key == "rft.atitle") else "publicationTitle" if inside else ""
    if key == "rft.jtitle":
        return "publicationTitle" if item_type == "journalArticle" else ""
    if key == "rft.series":
        return "seriesTitle" if item_type == "report" else "series"
    if key in SPAN_FIELDS:
        return SPAN_FIELDS[key]
    if item_type == "thesis":
        return {"rft.inst": "publisher"}.get(key, "")
    return SPAN_FIELDS_ELSE.get(key, "")
