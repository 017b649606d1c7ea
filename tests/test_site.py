"""The whole site, built once: every page, every link, every id, every marker."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml

from build_site import Built

PREFIX = "http://127.0.0.1:8000/"
UNRENDERED_RE = re.compile(r"\[\^|\[@|\{\{|\{%|\{:|\]\(|^#{1,6} |&#\d+;|&lt;")


@dataclass
class Page:
    """What a test looks at in an HTML page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.hidden = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.page.elements.append((tag, named))
        if named.get("id"):
            self.page.ids.append(str(named["id"]))
        self.page.links += [value for name, value in attrs if name in ("href", "src") and value is not None]
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.page.text += data


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Every page by its address inside the site."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        address = path.removesuffix("index.html")
        found[address] = Reader(file.read_text(encoding="utf-8")).page
    return found


def test_every_page_of_the_design_is_there(pages: dict[str, Page], built: Built) -> None:
    themes = ("intervention", "sanctions", "multilateralism", "digital-rights", "context")
    wanted = {"", "sources/", *(f"{theme}/" for theme in themes)}
    for one in built.placed:
        source = one.source.record.id
        wanted |= {f"sources/{source}/", *(f"{placing.theme}/{source}/" for placing in one.placings)}
    assert set(pages) == wanted | {"404.html"}


def test_every_internal_link_leads_somewhere_and_every_anchor_is_there(pages: dict[str, Page], site: Path) -> None:
    broken = []
    for address, page in pages.items():
        for link in page.links:
            target = urljoin(PREFIX + address, link)
            if not target.startswith(PREFIX):
                continue
            path, anchor = unquote(urlsplit(target).path).lstrip("/"), unquote(urlsplit(target).fragment)
            if path in pages:
                if anchor and anchor not in pages[path].ids and anchor != "__skip":
                    broken.append((address, link))
            elif not (site / path).is_file():
                broken.append((address, link))
    assert broken == []


def test_no_page_holds_an_id_twice(pages: dict[str, Page]) -> None:
    twice = {address: [i for i, n in Counter(page.ids).items() if n > 1] for address, page in pages.items()}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_no_page_asks_for_anything_from_elsewhere(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        for tag, named in page.elements:
            asked = named.get("src") or (named.get("href") if tag == "link" else None)
            assert not asked or urljoin(PREFIX + address, asked).startswith(PREFIX), (address, tag, asked)


def test_every_marker_has_its_note_and_every_note_the_way_back(pages: dict[str, Page]) -> None:
    markers = 0
    for page in pages.values():
        references = [named for tag, named in page.elements if tag == "a" and named.get("role") == "doc-noteref"]
        backs = [named["href"] for tag, named in page.elements if named.get("role") == "doc-backlink"]
        assert all(str(named["href"])[1:] in page.ids for named in references)
        assert sorted(f"#{named['id']}" for named in references) == sorted(map(str, backs))
        assert all(named["aria-label"] == f"Note {str(named['href'])[2:]}" for named in references)
        markers += len(references)
    assert markers == 2 * (53 + 29)


def test_a_page_of_passages_names_the_page_of_its_text_as_canonical(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        canonical = [named["href"] for tag, named in page.elements if tag == "link" and named.get("rel") == "canonical"]
        parts = address.strip("/").split("/")
        whole = f"sources/{parts[1]}/" if len(parts) == 2 else address
        assert canonical == ([] if address == "404.html" else [PREFIX + whole]), address


def test_nothing_unrendered_is_shown(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        shown = [line for line in page.text.split("\n") if UNRENDERED_RE.search(line.strip())]
        assert shown == [], address


def test_every_paragraph_and_note_is_shown_letter_by_letter(site: Path, built: Built) -> None:
    for one in built.placed:
        source = one.source.record.id
        html = (site / "sources" / source / "index.html").read_text(encoding="utf-8")
        for block in one.document.blocks:
            (shown,) = _elements(html, block.id)
            expected, at = f"¶ {block.id[1:]} " if block.id[0] == "p" else "", 0
            for marker in block.markers:
                expected += block.text[at : marker.offset] + marker.note
                at = marker.offset
            words = expected + block.text[at:]
            assert "".join(shown.split()) == "".join(words.split()), (source, block.id)
        for note in one.document.notes:
            (shown,) = _elements(html, note.id)
            assert " ".join(shown.split()) == f"{note.number} {note.text}", (source, note.id)


def test_the_pages_say_of_what_they_were_made(root: Path, built: Built) -> None:
    for output in built.outputs:
        if output.path.endswith(".md"):
            assert output.content.startswith("---\n")
            metadata = yaml.safe_load(output.content.split("---\n")[1])
            assert metadata["generated_from"]
            assert all((root / path).exists() for path in metadata["generated_from"])


def _elements(html: str, wanted: str) -> list[str]:
    """Return the text of each element with an id."""
    reader = _Element(wanted)
    reader.feed(html)
    return reader.found


class _Element(HTMLParser):
    VOID = frozenset(("br", "img", "input", "link", "meta", "hr"))

    def __init__(self, wanted: str) -> None:
        super().__init__(convert_charrefs=True)
        self.wanted = wanted
        self.depth = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        if self.depth:
            self.depth += 1
        elif dict(attrs).get("id") == self.wanted:
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in self.VOID:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1] += data
