"""What Zotero looks at in a page."""

from __future__ import annotations

from html.parser import HTMLParser


class Page(HTMLParser):
    """What Zotero looks at in a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.in_head = False
        self.metas: list[tuple[str, str]] = []
        self.first: dict[str, str] = {}
        self.spans: list[str] = []
        self.unapi = False
        self.byline = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag in ("head", "body"):
            self.in_head = tag == "head"
        if tag == "meta" and self.in_head:
            self.metas.append((named.get("name") or named.get("property") or "", named.get("content", "")))
        if tag == "html":
            self.first.setdefault("lang", named.get("lang", ""))
        if tag == "time" and "datetime" in named:
            self.first.setdefault("time", named["datetime"])
        if tag == "link" and named.get("rel") == "canonical":
            self.first.setdefault("canonical", named.get("href", ""))
        if tag == "span" and "Z3988" in named.get("class", "").split() and "title" in named:
            self.spans.append(named["title"])
        self.unapi |= named.get("rel") == "unapi-server" or "unapi-id" in named.get("class", "").split()
        self.byline |= "byline" in named.get("class", "").split()

    def contents(self, name: str) -> list[str]:
        return [content for given, content in self.metas if given.endswith(name) and content.strip()]

    def content(self, name: str) -> str:
        return next(iter(self.contents(name)), "")
