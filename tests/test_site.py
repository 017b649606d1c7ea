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
from florilegium.pages.views import theme_ids

PREFIX = "http://127.0.0.1:8000/"
ENTRY_RE = re.compile(r'<li class="work"[^>]*? id="([^"]+)"[^>]*>(.*?)(?=<li class="work"|</ol>)', re.DOTALL)
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
    themes = theme_ids(built.collection.themes)
    wanted = {"", "sources/", "subject-index/", "search/", "about/", "citing/", "cite/", "check/", "florilegium/"}
    wanted |= {f"{theme}/" for theme in themes}
    for one in built.placed:
        source = one.source.record.id
        spoken = {theme for placing in one.placings for theme in (placing.theme, *placing.also)}
        wanted |= {f"sources/{source}/", f"sources/{source}/cite/", *(f"{theme}/{source}/" for theme in spoken)}
    wanted |= {"bibliography/", *(f"bibliography/{theme}/" for theme in themes)}
    citing = {one.source for one in built.matched.citations}
    wanted |= {f"bibliography/by-source/{source}/" for source in citing}
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


def test_every_marker_has_its_note_and_every_note_the_way_back(pages: dict[str, Page], built: Built) -> None:
    markers = 0
    for page in pages.values():
        references = [named for tag, named in page.elements if tag == "a" and named.get("role") == "doc-noteref"]
        backs = [named["href"] for tag, named in page.elements if named.get("role") == "doc-backlink"]
        assert all(str(named["href"])[1:] in page.ids for named in references)
        assert sorted(f"#{named['id']}" for named in references) == sorted(map(str, backs))
        assert all(named["aria-label"] == f"Note {str(named['href'])[2:]}" for named in references)
        markers += len(references)
    # Once in the whole text, once under its theme, and once under each further theme of its ¶.
    wanted = 0
    for one in built.placed:
        shown = {placing.block: 2 + len(placing.also) for placing in one.placings}
        wanted += sum(shown[block.id] * len(block.markers) for block in one.document.blocks if block.markers)
    assert markers == wanted > 2 * (53 + 29)


def test_what_the_search_finds_is_there(pages: dict[str, Page], built: Built) -> None:
    for record in built.records:
        path, _, anchor = record.address.partition("#")
        assert anchor in pages[path].ids, record.address


def test_a_page_of_passages_names_the_page_of_its_text_as_canonical(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        canonical = [named["href"] for tag, named in page.elements if tag == "link" and named.get("rel") == "canonical"]
        parts = address.strip("/").split("/")
        passages = len(parts) == 2 and parts[0] != "bibliography"
        whole = f"sources/{parts[1]}/" if passages else address
        assert canonical == ([] if address == "404.html" else [PREFIX + whole]), address


def test_every_page_names_the_edition(pages: dict[str, Page], built: Built) -> None:
    edition = built.collection.edition
    for address, page in pages.items():
        words = " ".join(page.text.split())
        assert f"{edition.title}. {edition.publisher}, version {edition.version}, {edition.date}" in words, address


def test_every_table_has_as_many_cells_in_each_row(site: Path) -> None:
    for file in site.rglob("*.html"):
        for table in re.findall(r"<table.*?</table>", file.read_text(encoding="utf-8"), re.DOTALL):
            assert len({len(re.findall(r"<t[dh][ >]", row)) for row in table.split("<tr>")[1:]}) == 1, file


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
            expected, at = "", 0
            for marker in block.markers:
                expected += block.text[at : marker.offset] + marker.note
                at = marker.offset
            words = expected + block.text[at:]
            assert "".join(shown.split()) == "".join(words.split()), (source, block.id)
        for note in one.document.notes:
            (shown,) = _elements(html, note.id)
            assert " ".join(shown.split()) == f"{note.number} {note.text}", (source, note.id)


def test_what_stands_beside_the_words_is_the_number_the_themes_and_the_printed_page(site: Path, built: Built) -> None:
    notes = {(one.source.record.id, note.id): note.cited_from for one in built.placed for note in one.document.notes}
    places = [(mention.source, mention.place) for mention in built.index.mentions]
    spoken = {*places, *((place[0], block) for place in places for block in notes.get(place, ()))}
    for one in built.placed:
        source = one.source.record.id
        html = (site / "sources" / source / "index.html").read_text(encoding="utf-8")
        heads = {passage.blocks[0]: passage.theme for passage in one.passages}
        for placing in one.placings:
            (beside,) = _elements(html, placing.block, beside=True)
            named = [placing.theme] if placing.block in heads or placing.also else []
            named += [f"also {theme}" for theme in placing.also]
            titles = " ".join(name.replace("-", " ") for name in named)
            index = "index" if (source, placing.block) in spoken else ""
            expected = f"¶ {placing.block[1:]} {titles} {index} cite"
            assert re.sub(r"\[p\. \d+\]", "", beside).lower().split() == expected.split()
        pages = re.findall(r"\[p\. (\d+)\]", _page_text(html))
        begun = {page for block in one.document.blocks for page, _ in block.pages}
        assert [int(page) for page in pages] == sorted(begun)


def test_the_pages_say_of_what_they_were_made(root: Path, built: Built) -> None:
    for output in built.outputs:
        if output.path.endswith(".md"):
            assert output.content.startswith("---\n")
            metadata = yaml.safe_load(output.content.split("---\n")[1])
            assert metadata["generated_from"]
            assert all((root / path).exists() for path in metadata["generated_from"])


def _elements(html: str, wanted: str, *, beside: bool = False) -> list[str]:
    """Return the text of each element with an id: its words, or what stands beside them."""
    reader = _Element(wanted, beside=beside)
    reader.feed(html)
    return reader.found


def _page_text(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html[html.index("<article") : html.index("</article>")])


class _Element(HTMLParser):
    VOID = frozenset(("br", "img", "input", "link", "meta", "hr"))
    BESIDE = frozenset(("paragraph-number", "filed-under", "page-mark", "terms-of", "cite"))

    def __init__(self, wanted: str, *, beside: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.wanted = wanted
        self.beside = beside
        self.depth = 0
        self.beside_depth = 0
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        if self.depth:
            self.depth += 1
            if self.beside_depth or self.BESIDE & set(str(dict(attrs).get("class", "")).split()):
                self.beside_depth += 1
        elif dict(attrs).get("id") == self.wanted:
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in self.VOID:
            self.depth -= 1
            self.beside_depth = max(0, self.beside_depth - 1)

    def handle_data(self, data: str) -> None:
        if self.depth and bool(self.beside_depth) == self.beside:
            self.found[-1] += f"{data} " if self.beside else data


def test_every_citation_leads_to_its_entry_and_back(site: Path, built: Built) -> None:
    bibliography = (site / "bibliography/index.html").read_text(encoding="utf-8")
    entries = dict(ENTRY_RE.findall(bibliography))
    assert len(built.matched.citations) > 100
    for citation in built.matched.citations:
        page = (site / f"sources/{citation.source}/index.html").read_text(encoding="utf-8")
        note = re.search(rf'<p class="note" id="n{citation.note}">.*?</p>', page, re.DOTALL)
        assert note is not None
        assert f'href="../../bibliography/#{citation.reference}"' in note[0], citation
        assert f'href="../sources/{citation.source}/#n{citation.note}"' in entries[citation.reference], citation
