"""The head of a page as MkDocs writes it: from front matter, or from the settings of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from florilegium.model import Edition
from florilegium.pages.environment import page
from florilegium.pages.head import as_metadata, site_page_tags, source_tags
from florilegium.pages.markdown import front_matter
from tests.pages.csl_items import CHAPTER, UNSIGNED
from tests.pages.zotero import Page, Saved, read_page

OVERRIDES = Path(__file__).parents[2] / "florilegium/overrides"
EDITION = Edition("Readings: “peace” & war", "Florilegium, Peace; War", "1.0", "2026-11-21")
PUBLISHER = ("author", "Florilegium‚ Peace‚ War", "")
TITLE = """Why <i>We</i> Wait & "See": ‘R&amp;D’, Bâli's {{ brace }} \\ 5%"""
ABSTRACT = "A brief, & its “notes”: <b>all</b> of them."
CONFIG = """
site_name: Readings & more
site_url: https://readings.example/sub/
site_author: The Site Author
site_description: What the site is.
theme: {{name: material, custom_dir: {overrides}, font: false, language: en}}
plugins: []
extra:
  edition: {{title: "Readings: “peace” & war", publisher: "Florilegium, Peace; War", version: 1.0.0, date: 2026-11-21}}
"""


def made(path: str, title: str, description: str) -> str:
    """Return a page of ours that shows no text."""
    metadata = {"title": title, "description": description}
    return page("sources.md.j2", path, metadata, (), EDITION, crumbs=(), sources=()).content


HOSTILE = """On "Peace"><script>alert(1)</script> & <b>war</b>"""
QUOTED = """An ordinary "Peace", & <more>, it’s said."""
PAGES = {
    "index.md": front_matter(
        {"title": "Home", "head_tags": as_metadata(site_page_tags("Sanctions & war", "Do they?", EDITION))}
    ),
    "whole.md": front_matter(
        {"head_tags": as_metadata(source_tags({**CHAPTER, "title": TITLE}, "https://example.org/?a=1&b=2", ABSTRACT))}
    ),
    "part.md": front_matter(
        {"canonical": "whole/", "head_tags": as_metadata(source_tags({**UNSIGNED, "title": TITLE}, "", ABSTRACT))}
    ),
    "unsigned.md": front_matter({"head_tags": as_metadata(source_tags({"type": "webpage", "title": "T"}, "", "A"))}),
    "made.md": made("made.md", HOSTILE, QUOTED),
    "twin.md": made("twin.md", "About", "It."),
    "hand-twin.md": "---\ntitle: About\ndescription: It.\n---\n# Another\n",
    "hand.md": "# About R&D, *and* <i>more</i>\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    (folder / "docs").mkdir()
    for name, content in PAGES.items():
        (folder / "docs" / name).write_text(f"{content}\nText.\n", encoding="utf-8")
    config = CONFIG.format(overrides=OVERRIDES)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml")))
    return folder / "site"


def saved(site: Path, page: str) -> Saved:
    (found,) = read_page((site / page).read_text(encoding="utf-8"), f"https://readings.example/sub/{page}")
    return found


def test_a_text_is_saved_letter_by_letter_at_its_own_address(site: Path) -> None:
    found = saved(site, "whole/index.html")
    assert found.item_type == "bookSection"
    assert found.creators == [("author", "van der Lettow", "Paul"), ("editor", "van Dijk", "Jan Peter")]
    assert found.fields["title"] == TITLE
    assert found.fields["abstractNote"] == ABSTRACT
    assert found.fields["url"] == "https://example.org/?a=1&b=2"
    assert found.fields["language"] == "en-GB"


def test_a_text_without_an_address_is_saved_at_that_of_the_page_of_the_whole(site: Path) -> None:
    found = saved(site, "part/index.html")
    assert found.fields["title"] == TITLE
    assert found.fields["url"] == "https://readings.example/sub/whole/"
    head = Page((site / "part/index.html").read_text(encoding="utf-8"))
    assert head.first["canonical"] == "https://readings.example/sub/whole/"


def test_a_page_of_the_site_is_saved_as_its_own(site: Path) -> None:
    found = saved(site, "index.html")
    assert found.item_type == "webpage"
    assert found.creators == [PUBLISHER]
    assert found.fields == {
        "title": "Sanctions & war",
        "abstractNote": "Do they?",
        "date": "2026/11/21",
        "language": "en",
        "url": "https://readings.example/sub/",
        "websiteTitle": "Readings: “peace” & war",
    }


def test_a_page_written_by_hand_is_saved_as_its_own(site: Path) -> None:
    found = saved(site, "hand/index.html")
    assert found.item_type == "webpage"
    assert found.creators == [PUBLISHER]
    assert found.fields == {
        "title": "About R&D, and more",
        "abstractNote": "What the site is.",
        "date": "2026/11/21",
        "language": "en",
        "url": "https://readings.example/sub/hand/",
        "websiteTitle": "Readings: “peace” & war",
    }


def test_a_title_with_signs_of_html_is_shown_as_it_is(site: Path) -> None:
    html = (site / "made/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "<b>war" not in html
    shown = "On &quot;Peace&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;war&lt;/b&gt;"
    assert f"<title>{shown} - Readings" in html
    assert html.count(shown) > 1, "in the header too"
    assert Page(html).contents("description") == [QUOTED]
    found = saved(site, "made/index.html")
    assert (found.fields["title"], found.fields["abstractNote"]) == (HOSTILE, QUOTED)


def test_a_page_that_is_made_and_one_that_is_written_by_hand_are_cited_alike(site: Path) -> None:
    made, by_hand = (Page((site / name / "index.html").read_text(encoding="utf-8")) for name in ("twin", "hand-twin"))

    def tags(of: Page) -> list[tuple[str, str]]:
        told = ((name, content) for name, content in of.metas if name.startswith(("citation_", "z:")))
        return sorted(one for one in told if one[0] != "citation_public_url")

    assert tags(made) == tags(by_hand)
    assert len(tags(made)) > 6


def test_the_page_for_what_is_not_there_has_a_head_too(site: Path) -> None:
    found = saved(site, "404.html")
    assert (found.item_type, found.fields["title"]) == ("webpage", "Readings & more")


def test_the_author_of_the_site_is_not_that_of_an_unsigned_text(site: Path) -> None:
    assert saved(site, "unsigned/index.html").creators == []
    assert ("author", "The Site Author") in Page((site / "hand/index.html").read_text(encoding="utf-8")).metas


def test_the_header_has_our_ways_in_place_of_those_of_the_theme(site: Path) -> None:
    """Its markup is changed by exact words: where a newer theme writes others, nothing would be changed."""
    header = header_of(site / "hand/index.html")
    assert header.count('<button type="button" class="menu-button" popovertarget="ways-of-site">') == 1
    assert re.findall(r'<a class="search-link" href="([^"]*)"', header) == ["../search/"]
    labels = re.findall(r'<label[^>]*for="__drawer"[^>]*>', header)
    assert len(labels) == 1
    assert " hidden " in labels[0]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Readings & more", "Readings & more"),
        ("Readings: peace: war", 'Readings<span class="title-more">: peace: war</span>'),
    ],
)
def test_the_name_of_the_site_stands_once_in_the_header_and_gives_way_after_its_colon(
    name: str, shown: str, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\nText.\n", encoding="utf-8")
    config = CONFIG.format(overrides=OVERRIDES).replace("site_name: Readings & more", f'site_name: "{name}"')
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    build(load_config(str(tmp_path / "mkdocs.yml")))
    header = header_of(tmp_path / "site/index.html")
    words = re.sub(r' (?:title|aria-label)="[^"]*"', "", header)
    topic = re.search(r'<div class="md-header__topic">\s*<span class="md-ellipsis">\s*(.*?)\s*</span>\s*</div>', words)
    assert topic
    assert topic[1] == shown
    assert re.sub("<[^>]*>", "", words).count(name) == 1


def header_of(page: Path) -> str:
    found = re.search(r"<header.*?</header>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[0]
