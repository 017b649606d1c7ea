"""What is marked for pandoc, and what is made of what it prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from florilegium.styles.readying import ready
from florilegium.styles.wording import html, tidy


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“Was ‘Not Genocide’.”", "“Was ‘Not Genocide.’”"),
        ("“Was <i>‘Not Genocide’</i>,” in", "“Was <i>‘Not Genocide,’</i>” in"),
        ("“The States’.”", "“The States’.”"),
        ("“The ‘Rogue’ States’.”", "“The ‘Rogue’ States’.”"),
        ("“It’s ‘Over’.”", "“It’s ‘Over.’”"),
        ("‘Was “Not Genocide”’.", "‘Was “Not Genocide”’."),
        ("<i>Success?\u2060</i>. Council", "<i>Success?</i> Council"),
        ("“Success?\u2060.” In", "“Success?” In"),
        ("“Success?\u2060,” in", "“Success?,” in"),
        ("No. 116\u2011145", "No. 116-145"),
        ("<i>“A Problem”</i>.", "<i>“A Problem.”</i>"),
        ("<i>“A Problem”: A View</i>.", "<i>“A Problem”: A View</i>."),
        ("<i>On “A Problem”</i>, 2002", "<i>On “A Problem,”</i> 2002"),
        ("<i>“Why?”</i>.", "<i>“Why?”</i>."),
        ('Body. Retrieved <a href="https://a.b">https://a.b</a>', 'Body. <a href="https://a.b">https://a.b</a>'),
        ("Retrieved May 2, 2020, from https://a.b", "Retrieved May 2, 2020, from https://a.b"),
    ],
)
def test_what_pandoc_sets_wrong_is_set_right(before: str, after: str) -> None:
    assert tidy(before) == after


@given(st.text(alphabet="aZ 1“”‘’.,?!\u2060<i></i>"))
def test_what_is_tidy_stays_as_it_is(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ([{"t": "Emph", "c": [{"t": "Emph", "c": [{"t": "Str", "c": "a"}]}, {"t": "Str", "c": "b"}]}], "a<i>b</i>"),
        ([{"t": "Link", "c": [["", [], []], [{"t": "Str", "c": "x"}], ["javascript:x", ""]]}], "x"),
        (
            [{"t": "Link", "c": [["", [], []], [{"t": "Str", "c": "<"}], ['https://a.b/?c&"', ""]]}],
            '<a href="https://a.b/?c&amp;&quot;">&lt;</a>',
        ),
        ([{"t": "SmallCaps", "c": [{"t": "Str", "c": "a"}]}], '<span style="font-variant: small-caps">a</span>'),
        (
            [{"t": "Span", "c": [["", ["csl-left-margin"], []], [{"t": "Str", "c": "1."}]]}, {"t": "Str", "c": "A"}],
            "1. A",
        ),
        ([{"t": "Span", "c": [["", ["nodecor"], []], [{"t": "Str", "c": "A"}]]}], "A"),
        ([{"t": "Quoted", "c": [{"t": "DoubleQuote"}, [{"t": "Str", "c": "A"}, {"t": "SoftBreak"}]]}], "“A ”"),
    ],
)
def test_inlines_become_html(inlines: list[object], expected: str) -> None:
    assert html(inlines) == expected


@pytest.mark.parametrize(
    ("title", "sentence_case", "readied"),
    [
        ("Success?", False, "Success?\u2060"),
        ('In <span class="nocase">NATO?</span>', True, 'In <span class="nocase">NATO?</span>\u2060'),
        ("War like Peace", False, 'War <span class="nocase">like</span> Peace'),
        ("War like Peace", True, "War like Peace"),
        ("Like Peace: like war it is like", False, "Like Peace: like war it is like"),
        ('In <span class="nocase">B like C</span>', False, 'In <span class="nocase">B like C</span>'),
        (
            'Be like <span class="nocase">US</span> like war',
            False,
            'Be <span class="nocase">like</span> <span class="nocase">US</span> <span class="nocase">like</span> war',
        ),
    ],
)
def test_a_title_is_readied_for_pandoc(title: str, sentence_case: bool, readied: str) -> None:  # noqa: FBT001
    assert ready("k", {"title": title}, sentence_case=sentence_case).item["title"] == readied


def test_an_article_is_set_aside_where_works_are_sorted_and_put_back_after() -> None:
    item = {"type": "report", "title": "The Peace", "author": [{"literal": "A Body"}, {"family": "The", "given": "A"}]}
    readied = ready("x", item, sentence_case=False).item
    assert "The" not in str(readied["title"])
    assert tidy(str(readied["title"])) == "The Peace"
    assert [tidy(str(name.get("literal"))) for name in readied["author"]] == ["A Body", "None"]  # type: ignore[attr-defined]
    french = ready("x", {**item, "title": "A la mer", "language": "fr"}, sentence_case=False).item
    assert french["title"] == "A la mer"
