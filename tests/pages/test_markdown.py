"""The words of a source are never markup: from text to HTML and back they are the same."""

from __future__ import annotations

from collections import Counter
from html import escape as escape_html
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from florilegium.addresses import addresses
from florilegium.pages.markdown import attribute, escape, external_link, from_html, front_matter, with_addresses

EXTENSIONS = ["attr_list", "md_in_html", "sane_lists", "tables", "toc"]
FRAMES = (
    "{}",
    "[¶ 12](#p12){{: .n }} {}\n{{: #p1 }}",
    "- {}\n    {{: #p1 }}",
    "3. {}\n    {{: #p1 }}",
    "## {} {{: #h1 }}",
    "> {}\n> {{: #q1 }}",
    "| a | b |\n|---|---|\n| {} | c |",
    "before {} after",
    '<div markdown="1">\n\n{}\n\n</div>',
    "- **{}:** x",
    "[{}](y.md)",
)
"""The places where pages put a text."""
HOSTILE = (
    "<script>alert(1)</script> <b </p> # x *a* **b** [x](y) [^1] [^1]: [@x] {{ }} {{x}} {: .x } {.x} {#id} ::: --- *** "
    "___ === 1986. 2) | |---| a@b.org <a@b.c> https://x.org/a_b?c=1&copy=2 <https://q.r> &nbsp; &amp &#35; _a_ __b__ "
    "a_b `c` ``` \\ \\* + - > !!! ??? ~~~ ~~ ==m== ^^ ^ $x$ ![i](j) [r]: *[A]: --> <!-- %% {% # ## The 2 ‘ … é : ; ="
).split()

hostile_texts = (
    st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=5), min_size=1, max_size=7)
    .map(lambda words: " ".join(" ".join(words).split()))
    .filter(lambda text: text and text.isprintable())
)

TAGS = (
    ("<i>", "</i>"),
    ("<b>", "</b>"),
    ("<sup>", "</sup>"),
    ("<sub>", "</sub>"),
    ('<span style="font-variant: small-caps">', "</span>"),
    ('<a href="https://x.org/a_b?c=1&amp;copy=2_(*)">', "</a>"),
)
wordings = st.recursive(
    hostile_texts.map(lambda text: escape_html(text, quote=False)),
    lambda inner: st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda parts: st.tuples(st.sampled_from(TAGS), st.sampled_from(("", " "))).map(
            lambda chosen: chosen[0][0] + chosen[1].join(parts) + chosen[0][1]
        )
    ),
    max_leaves=6,
)
"""Formatted citations: words with the few tags that they may hold, one inside another."""


class Shown(HTMLParser):
    """What a page shows, and its elements."""

    def __init__(self, source: str, *, as_it_is: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.feed(source if as_it_is else markdown.markdown(source, extensions=EXTENSIONS))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(hostile_texts, st.sampled_from(FRAMES))
@example("]:", "[{}](y.md)")
@settings(max_examples=1500, deadline=None)
def test_a_text_shows_exactly_its_characters_wherever_it_stands(text: str, frame: str) -> None:
    shown = Shown(frame.format(escape(text)))
    plain = Shown(frame.format("zqz"))
    assert shown.text.split() == plain.text.replace("zqz", text).split()
    assert shown.elements == plain.elements


@pytest.mark.parametrize(
    "text",
    ["Of 2.5 per cent (so they say), “half” of it — no more.", "R&D, AT&T, a_b; C#; 50% of A", "Jackson-Vanik: 1974!"],
)
def test_what_is_no_markup_is_left_as_it_is(text: str) -> None:
    assert escape(text) == text


def test_addresses_in_notes_are_links_that_show_themselves() -> None:
    text = "See “*A*.” https://example.org/a_(b)/c%20d?e=1&copy=2. And https://example.org/f; no more."
    shown = Shown(with_addresses(text, addresses(text)))
    assert shown.text.strip() == text
    links = [dict(attributes)["href"] for tag, attributes in shown.elements if tag == "a"]
    assert links == ["https://example.org/a_(b)/c%20d?e=1&copy=2", "https://example.org/f"]


@given(wordings, st.sampled_from(FRAMES))
@settings(max_examples=500, deadline=None)
def test_a_formatted_citation_shows_exactly_its_words_and_keeps_its_tags(html: str, frame: str) -> None:
    shown, plain = Shown(frame.format(from_html(html))), Shown(frame.format("zqz"))
    wanted = Shown(html, as_it_is=True)
    assert shown.text.split() == plain.text.replace("zqz", wanted.text).split()
    assert Counter(shown.elements) == Counter((*plain.elements, *wanted.elements))


@pytest.mark.parametrize(
    ("html", "markdown_text"),
    [
        ("Bellamy. <i>Of 2.5 Parts</i>. 2011.", "Bellamy. <i>Of 2.5 Parts</i>. 2011."),
        ("<i>*A*</i>, R&amp;D &lt;b&gt;", "<i>\\*A\\*</i>, R&D &lt;b&gt;"),
        ('<a href="https://x.org/a_b">https://x.org/a_b</a>.', "<https://x.org/a_b>."),
        (
            '<a href="https://x.org/[a]*">https://x.org/[a]*</a>.',
            '<a href="https://x.org/&#91;a&#93;&#42;">https://x.org/\\[a\\]\\*</a>.',
        ),
        ('<a href="https://x.org/">Here</a>', '<a href="https://x.org/">Here</a>'),
    ],
)
def test_a_formatted_citation_stays_readable_as_a_file(html: str, markdown_text: str) -> None:
    assert from_html(html) == markdown_text


@settings(max_examples=300, deadline=None)
@given(hostile_texts)
def test_a_link_to_elsewhere_keeps_any_address_and_label(text: str) -> None:
    shown = Shown(external_link(text, text))
    assert shown.text.split() == text.split()
    assert ("a", (("href", text),)) in shown.elements


def test_metadata_survives_any_title() -> None:
    assert front_matter({"title": "A: “b” # c\\d", "list": ["x"]}).startswith("---\ntitle: ")


@settings(max_examples=300, deadline=None)
@given(hostile_texts)
def test_a_text_in_an_attribute_is_that_text_and_breaks_no_cell(text: str) -> None:
    cell = f"| a | b |\n|---|---|\n| [x](y.md){{: title={attribute(text)} }} {{: data-theme={attribute(text)} }} | c |"
    for source in (f"[x](y.md){{: title={attribute(text)} }}", f"<span title={attribute(text)}>x</span>", cell):
        shown = Shown(source)
        titles = [dict(attributes).get("title") for tag, attributes in shown.elements if tag in ("a", "span")]
        assert titles == [text]
    assert [tag for tag, _ in shown.elements].count("td") == 2
