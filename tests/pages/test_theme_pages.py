"""What the pages of a theme list, as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_site import Built
from florilegium.pages import render
from florilegium.pages.views import numbers, spoken, theme_ids
from florilegium.subject_index import index_subjects

SPACE = "\N{NO-BREAK SPACE}"
GREY = "Paragraphs in grey are filed elsewhere, under the theme named beside each;"


def page(built: Built, path: str) -> str:
    return next(file.content for file in built.outputs if file.path == path)


@pytest.mark.parametrize("theme", ["intervention", "sanctions", "multilateralism", "digital-rights", "context"])
def test_a_theme_lists_every_passage_and_every_paragraph_that_speaks_of_it_as_well(theme: str, built: Built) -> None:
    content = page(built, f"{theme}/index.md")
    wanted = []
    for one in built.placed:
        source = one.source.record.id
        passages = [passage.blocks for passage in one.passages if passage.theme == theme]
        also = [(placing.block,) for placing in one.placings if theme in placing.also]
        wanted += [f"- [{numbers(blocks)}]({source}.md#{blocks[0]})" for blocks in (*passages, *also)]
    assert re.findall(r"^- \[¶[^\]]*\]\([^)]*\)", content, re.MULTILINE) == wanted


def test_digital_rights_knows_a_source_of_which_nothing_is_filed_there(built: Built) -> None:
    content = page(built, "digital-rights/index.md")
    entry = next(line for line in content.split("\n") if "vinjamuri-2020.md#p14" in line and line.startswith("- "))
    assert '<span class="filed">Filed [in Context](../context/vinjamuri-2020.md#p14)</span>' in entry


def test_an_entry_says_of_what_else_its_passage_speaks(built: Built) -> None:
    content = page(built, "context/index.md")
    (entry,) = (line for line in content.split("\n") if line.startswith(f"- [¶{SPACE}42–45](bali-2022.md#p42)"))
    assert "4 paragraphs, " in entry
    assert "also Intervention" in entry


def test_beside_a_paragraph_the_theme_of_the_page_is_not_named_and_others_are(built: Built) -> None:
    content = page(built, "intervention/bali-2022.md")
    (line,) = (
        line
        for line in content.split("\n")
        if line.startswith('<span class="margin">[¶ 7](../sources/bali-2022/index.md#p7)')
    )
    assert "[also Multilateralism](" in line
    assert "[Intervention](" not in line
    (line,) = (
        line
        for line in content.split("\n")
        if line.startswith('<span class="margin">[¶ 29](../sources/bali-2022/index.md#p29)')
    )
    assert "[Sanctions](" in line
    assert "[also Intervention](" not in line


def test_what_frames_a_passage_stands_once_on_its_page(built: Built) -> None:
    # A cross-reference may show a sentence of the passage again.
    content = re.sub(
        r'<section class="elsewhere".*?</section>', "", page(built, "intervention/bali-2022.md"), flags=re.S
    )
    assert content.count("Right-size its expectations") == 1
    assert content.count("Military force and economic coercion are the wrong tools") == 1


def test_grey_is_explained_where_there_is_any(built: Built) -> None:
    themes = theme_ids(built.collection.themes)
    for file in built.outputs:
        if file.path.split("/")[0] in themes and not file.path.endswith("index.md"):
            assert file.content.count(GREY) == (" .frame " in file.content), file.path
            assert file.content.find(GREY) <= file.content.find(" .frame "), file.path
    assert GREY in page(built, "context/bali-2022.md")
    assert GREY not in page(built, "sanctions/vinjamuri-2020.md")


def test_the_source_page_says_what_an_editor_decided(built: Built) -> None:
    content = page(built, "sources/vinjamuri-2020/index.md")
    assert "a note of its own, cut from note" in content
    content = page(built, "sources/bali-2022/index.md")
    assert f"| [¶{SPACE}42](#p42) | Beyond its engagement with other countries | a paragraph begins here |" in content
    assert "its marker stands after “remains in question,”" in content
    (row,) = (line for line in content.split("\n") if line.startswith("| [29](#p29) |"))
    assert "| Sanctions, also Intervention (by an editor; terms say Intervention) |" in row
    assert "| Intervention: militar\\* ×2, " in row


def test_our_number_stands_after_the_heading_of_the_author_and_not_in_it(built: Built) -> None:
    content = page(built, "sanctions/vinjamuri-2020.md")
    (heading,) = re.findall(r"^## .*#passage-p8 }$", content, re.MULTILINE)
    assert heading.endswith(f' <span class="heading-number">¶{SPACE}8</span> {{: #passage-p8 }}')
    assert ", <span" not in heading


def test_an_introduction_is_signed_beside_what_is_searched_and_nothing_else_is(built: Built) -> None:
    for theme in built.collection.themes:
        content = page(built, f"{theme.id}/index.md")
        signed = 'Introduction, by the editors\n{: .by-editors }\n\n<div id="introduction"'
        assert content.count(signed) == content.count("by the editors") == bool(theme.introduction)
    assert "by the editors" not in page(built, "context/index.md")
    assert not any("Introduction, by the editors" in one.text for one in built.records)


def test_a_cell_of_the_matrix_counts_first_what_is_filed_there(built: Built) -> None:
    # Its squares count the same, for the eye.
    home = re.sub(r" <svg class=\"squares\".*?</svg>", "", page(built, "index.md"))
    assert "[32 +5](intervention/bali-2022.md)" in home
    assert "[0 +2](digital-rights/vinjamuri-2020.md)" in home
    assert "[0](digital-rights/index.md)" in home
    primary, also = spoken("intervention", built.placed)
    assert f"[{primary} +{also}](intervention/index.md)" in home


def test_pages_that_are_counted_and_not_printed_are_said_to_be(built: Built) -> None:
    said = "Page numbers are counted from the page breaks of the file we received; compare them"
    for path in ("sources/bali-2022/index.md", "sanctions/bali-2022.md"):
        assert said in page(built, path)
    assert said not in page(built, "sources/lew-asia-times/index.md")
    (bali, *_) = built.placed
    record = replace(bali.source.record, first_page=2)
    printed = replace(bali, source=replace(bali.source, record=record))
    index = index_subjects((printed,), built.collection.authority)
    shown = render(built.collection, (printed,), (), replace(built.works, cited=()), index, ())
    assert all(said not in file.content for file in shown)
    assert any("on page 2 of the printed original" in file.content for file in shown)


def test_a_page_of_passages_is_made_of_its_neighbours_too(built: Built) -> None:
    shown = render(built.collection, built.placed, (), replace(built.works, cited=()), built.index, ())
    (file,) = (file for file in shown if file.path == "sanctions/gransnews-review.md")
    names = ("bali-2022", "gransnews-review", "lew-asia-times")
    assert {f"sources/{name}.yml" for name in names} <= set(file.made_from)
    assert "sources/vinjamuri-2020.yml" not in file.made_from


def test_a_page_is_made_of_the_sources_to_which_its_passages_are_joined(built: Built) -> None:
    (file,) = (file for file in built.outputs if file.path == "sanctions/gransnews-review.md")
    assert {"sources/vinjamuri-2020.yml", "sources/terms.yml"} <= set(file.made_from)


def test_what_headings_decided_is_said(built: Built) -> None:
    content = page(built, "sources/gransnews-review/index.md")
    (row,) = (line for line in content.split("\n") if line.startswith("| [26](#p26) |"))
    assert "| Multilateralism (with what stands around it) |" in row


def test_before_each_paragraph_the_last_mark_names_its_page(built: Built) -> None:
    bali = built.placed[0]
    begins = {block.id: block.pages[0][0] for block in bali.document.blocks if block.id[0] == "p"}
    token = re.compile(
        r"^(?:#+ |(?:- |\d+\. )?<span class=\"margin\">\[¶ (?P<number>\d+)\]\([^)]*\)\{[^}]*\})|\\\[p\. (?P<page>\d+)",
        re.MULTILINE,
    )
    checked = 0
    for file in built.outputs:
        if file.path.endswith("/bali-2022.md"):
            last = 0
            for match in token.finditer(file.content):
                if match["page"]:
                    last = int(match["page"])
                elif match["number"]:
                    after = file.content[match.end() :].split("\n")[0]
                    marked = re.match(
                        r"(?: \[[^\]]*\]\([^)]*\)\{[^}]*\}| <button.*?</button>)*</span>"
                        r" <span class=\"page-mark\"[^>]*>\\\[p\. (\d+)",
                        after,
                    )
                    assert begins[f"p{match['number']}"] == (int(marked[1]) if marked else last), (file.path, match[0])
                    checked += 1
                else:
                    last = 0
    assert checked > 60
