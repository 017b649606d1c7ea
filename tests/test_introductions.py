"""What editors say of the themes: each place cited is there, or the fault is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_site import Built
from florilegium.introductions import Introduced, resolve_introductions
from florilegium.model import PlaceCited, Theme, WorkCited
from florilegium.sentences import sentence_ends

THEME = Theme("peace", "sources/themes/peace.md", "Peace", "?", 1, (), (), "", 9)


def resolve(text: str, built: Built) -> Introduced:
    return resolve_introductions((replace(THEME, introduction=text),), built.placed)


def test_citations_become_places_and_the_words_between_stay(built: Built) -> None:
    text = "One [@bali-2022, ¶12]. Two\n[@bali-2022, ¶12–14], three [@vinjamuri-2020, n. 161]."
    assert resolve(text, built).introductions[0].pieces == (
        "One ",
        PlaceCited("bali-2022", "p12", "p12"),
        ". Two\n",
        PlaceCited("bali-2022", "p12", "p14"),
        ", three ",
        PlaceCited("vinjamuri-2020", "n161", "n161"),
        ".",
    )


@pytest.mark.parametrize(
    ("citation", "name", "hint"),
    [
        ("[@bali-2021, ¶12]", "unknown-source", "did you mean 'bali-2022'?"),
        ("[@bali-2022, ¶51]", "unknown-place", "did you mean ¶ 50? (bali-2022 has ¶ 1–50)"),
        ("[@bali-2022, ¶49–51]", "unknown-place", "did you mean ¶ 50?"),
        ("[@vinjamuri-2020, n. 1]", "unknown-place", "did you mean note 150? (vinjamuri-2020 has note 150–178)"),
        ("[@gransnews-review, n. 1]", "unknown-place", "gransnews-review has no note"),
        ("[@bali-2022, ¶14–12]", "bad-citation", "write [@source, ¶12]"),
        ("[@bali-2022, 12]", "bad-citation", "write [@source, ¶12]"),
        ("[@bali-2022, ¶12", "bad-citation", "write [@source, ¶12]"),
        ("[@bali-2022]", "bad-citation", "write [@source, ¶12]"),
        ("[ @bali-2022, ¶12 ]", "bad-citation", "write [@source, ¶12]"),
        ("[see @bali-2022, ¶12]", "bad-citation", "write [@source, ¶12]"),
        ("[@vinjamuri-2020, n. ²]", "unknown-place", "did you mean note 150?"),
        ("[@bali-2022, ¶99999999]", "bad-citation", "write [@source, ¶12]"),
    ],
)
def test_a_citation_of_what_does_not_exist_is_a_problem_with_its_line(
    citation: str, name: str, hint: str, built: Built
) -> None:
    (problem,) = resolve(f"One.\nTwo {citation}\nThree.", built).problems
    assert (problem.name, problem.path, problem.line) == (name, "sources/themes/peace.md", 10)
    assert problem.hint.startswith(hint)
    assert citation in problem.message


@pytest.mark.parametrize(
    "around",
    ["`so {}`", "[see {}](https://example.org)", "![{}](picture.png)", "\n\n    {}\n", "\n```\n{}\n```\n"],
)
def test_a_citation_where_no_link_can_be_made_is_a_problem(around: str, built: Built) -> None:
    (problem,) = resolve(around.format("[@bali-2022, ¶12]"), built).problems
    assert problem.name == "bad-citation"
    assert "stands inside" in problem.message


def test_a_citation_may_be_wrapped_and_an_escaped_one_is_none(built: Built) -> None:
    text = "One [@bali-2022,\n¶12] and \\[@bali-2022, ¶12], me@example.org [here](https://x.org/@me)."
    introduced = resolve(text, built)
    assert introduced.problems == ()
    assert introduced.introductions[0].pieces[1] == PlaceCited("bali-2022", "p12", "p12")
    assert len(introduced.introductions[0].pieces) == 3


def test_all_wrong_citations_are_told_at_once(built: Built) -> None:
    problems = resolve("[@a, ¶1] [@b, ¶1]\n[@bali-2022, ¶99]", built).problems
    assert [problem.line for problem in problems] == [9, 9, 10]


def test_each_theme_has_an_introduction_of_a_page_at_most_and_every_sentence_cites(root: Path, built: Built) -> None:
    for theme in built.collection.themes:
        words = re.sub(r"\[@[^\]]*\]", "", theme.introduction).split()
        assert 120 <= len(words) <= 250, theme.id
        text = " ".join(theme.introduction.split()).replace(", n. ", ", note ")
        start = 0
        for end in sentence_ends(text):
            assert "[@" in text[start:end], (theme.id, text[start:end])
            start = end


def test_the_page_of_a_theme_shows_them_as_links(built: Built) -> None:
    page = next(file.content for file in built.outputs if file.path == "sanctions/index.md")
    assert '<span class="citation">[Bâli 2022, ¶\N{NO-BREAK SPACE}29](../sources/bali-2022/index.md#p29)</span>' in page
    assert "[@" not in page


def test_works_can_be_cited_beside_places_with_or_without_a_page(built: Built) -> None:
    key = built.collection.references[0].key
    text = f"One [@{key}]. Two [@{key},\np. 7], three [@bali-2022, ¶12]."
    found = resolve_introductions((replace(THEME, introduction=text),), built.placed, built.collection.references)
    assert found.problems == ()
    assert [piece for piece in found.introductions[0].pieces if not isinstance(piece, str)] == [
        WorkCited(key, ""),
        WorkCited(key, "p. 7"),
        PlaceCited("bali-2022", "p12", "p12"),
    ]


def test_a_work_without_an_entry_is_a_problem_with_the_nearest_key(built: Built) -> None:
    (problem,) = resolve_introductions(
        (replace(THEME, introduction="[@power2003prob]"),), built.placed, built.collection.references
    ).problems
    assert (problem.name, problem.line) == ("unknown-work", 9)
    assert "did you mean 'power2003problem'?" in problem.hint
