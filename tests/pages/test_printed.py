"""What stands first on a printed page: the citation of what it shows, and whose numbers and words these are."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest

from build_site import Built
from florilegium.model import Edition, Wording
from florilegium.pages.printed import NUMBERED, part_shown, printed_page, printed_source
from florilegium.pages.views import PARAPHRASED, theme_ids
from tests.pages.crossed_made import place

SPACE = "\N{NO-BREAK SPACE}"
EDITION = Edition("Readings: peace * war", "The _Press_", "1.2.0", "2020-01-31")
PLACED = place("one", "On one\n\nFirst words of the text.\n", "b")
ENTRIES = {"one": Wording("Doe, Ann. On One. 2020.", "Doe, Ann. <i>On One</i>. 2020.")}
FIRST_RE = re.compile(r'<div class="printed-first" hidden markdown="1">\n(.*?)\n</div>', re.DOTALL)


def words(text: str) -> str:
    return re.sub(r"<[^>]+>", "", markdown.markdown(text))


def test_a_text_is_cited_as_the_first_style_prints_it() -> None:
    printed = printed_source(PLACED, ENTRIES, EDITION, "sources/one/index.md")
    assert printed.citation == "Doe, Ann. <i>On One</i>. 2020."
    (said,) = printed.said
    told = "Printed from Readings: peace * war, The _Press_, version 1.2.0, 2020-01-31."
    assert words(said) == f"{told} {NUMBERED}"


def test_a_text_that_no_style_prints_is_cited_by_what_its_page_says() -> None:
    assert words(printed_source(PLACED, {}, EDITION, "sources/one/index.md").citation) == "Ann Doe (2020). On one."


def test_where_a_page_stands_is_said_once_the_edition_stands_anywhere() -> None:
    edition = replace(EDITION, url="https://readings.example/")
    (said,) = printed_source(PLACED, ENTRIES, edition, "bread/one.md").said
    assert words(said).endswith(f"2020-01-31: https://readings.example/bread/one/. {NUMBERED}")
    assert "https://readings.example/subject-index/" in printed_page("Index", edition, "subject-index.md").citation
    assert "http" not in printed_page("Index", EDITION, "subject-index.md").citation


def test_a_paraphrase_and_an_excerpt_say_so() -> None:
    record = replace(PLACED.source.record, fidelity="paraphrased", publish="excerpt")
    placed = replace(PLACED, source=replace(PLACED.source, record=record))
    part, paraphrased, excerpt, _ = printed_source(placed, ENTRIES, EDITION, "bread/one.md", "Printed here: all.").said
    assert part == "Printed here: all."
    assert paraphrased == PARAPHRASED
    assert words(excerpt) == "Shown as an excerpt: headings, first sentences and all notes."


@pytest.mark.parametrize(("name", "said"), [("Bread", "“Bread.” "), ("War?", "“War?” "), ("A*b", "“A*b.” ")])
def test_a_page_that_shows_no_single_text_is_cited_as_a_page_of_the_edition(name: str, said: str) -> None:
    printed = printed_page(name, EDITION, "bread/index.md")
    told = f"{said}Readings: peace * war. The _Press_, version 1.2.0, 2020-01-31."
    assert words(printed.citation) == told
    assert printed.said == (NUMBERED,)


@pytest.mark.parametrize(
    ("theme", "under", "also", "said"),
    [
        ("bread", ["p2", "p3", "p5"], [], f"what is filed under Bread (¶{SPACE}2–3, 5)."),
        ("bread", ["p2"], ["p4"], f"what is filed under Bread (¶{SPACE}2), and what else speaks of Bread (¶{SPACE}4)."),
        ("bread", [], ["p4"], f"what speaks of Bread and is filed elsewhere (¶{SPACE}4)."),
        ("context", ["p1"], [], f"what is filed in Bread (¶{SPACE}1)."),
    ],
)
def test_a_part_of_a_text_is_named_by_its_paragraphs(theme: str, under: list[str], also: list[str], said: str) -> None:
    assert part_shown(theme, "Bread", under, also) == f"Printed here: {said}"


def test_every_page_that_may_be_printed_and_kept_begins_with_its_citation_and_hides_it(built: Built) -> None:
    kinds = (*theme_ids(built.collection.themes), "sources", "bibliography", "subject-index.md")
    pages = [file for file in built.outputs if file.path.endswith(".md") and file.path.split("/")[0] in kinds]
    pages = [file for file in pages if file.path != "sources/index.md" and not file.path.endswith("/cite.md")]
    assert len(pages) > 20
    for file in pages:
        body = file.content.split("\n---\n", 1)[1].lstrip()
        first = FIRST_RE.match(body)
        assert first, file.path
        assert "2026-11-21" in first[1] or "Printed from" in first[1], file.path
        assert "mkdocs.yml" in file.made_from, file.path
        assert body.count("printed-first") == 1


def test_a_page_of_passages_prints_the_citation_of_its_text_and_names_the_part(built: Built) -> None:
    entries = {one.reference: one.entry for one in built.works.formatted[0].copied}
    for one in built.placed:
        source = one.source.record.id
        for theme in theme_ids(built.collection.themes):
            under = [placing.block for placing in one.placings if placing.theme == theme]
            also = [placing.block for placing in one.placings if theme in placing.also]
            file = next((file for file in built.outputs if file.path == f"{theme}/{source}.md"), None)
            assert (file is None) == (not under and not also)
            if file:
                first = FIRST_RE.search(file.content)
                assert first
                told = words(first[1])
                assert " ".join(told.split()).startswith(entries[one.source.reference.key].text)
                assert all(f"{id_[1:]}" in told for id_ in (*under[:1], *also[:1]))
                assert (PARAPHRASED in told) == (one.source.record.fidelity == "paraphrased")
