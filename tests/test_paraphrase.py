"""A paraphrased text never leaves the site as its publisher's work, in whatever form."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from build_site import Built
from florilegium import bibliography
from florilegium.editions import MARK
from florilegium.model import Source


def paraphrased(built: Built) -> list[Source]:
    return [one for one in built.collection.sources if one.record.fidelity == "paraphrased"]


def bare_title_re(source: Source) -> re.Pattern[str]:
    """Match the title where the mark does not follow it, whatever marks of a format stand between."""
    words = re.findall(r"\w+", bibliography.title(source.reference))
    return re.compile(r"\W+".join(map(re.escape, words)) + r"(?!\W{0,12}paraphrase)", re.IGNORECASE)


def test_there_is_a_paraphrased_text_to_try_this_with(built: Built) -> None:
    assert paraphrased(built)


def test_every_form_in_every_style_says_so(built: Built) -> None:
    for source in paraphrased(built):
        for formatted in built.works.formatted:
            copied = next(one for one in formatted.copied if one.reference == source.reference.key)
            named = [form for form in (copied.entry, copied.note, copied.short_note) if form]
            listed = [dict(one.entries).get(copied.reference) for one in formatted.lists]
            for wording in (*named, *(one for one in listed if one)):
                assert MARK in wording.text, formatted.style.id
                assert MARK in wording.html, formatted.style.id


@pytest.mark.parametrize("ending", [".bib", ".ris", ".json"])
def test_every_file_for_citation_managers_says_so(ending: str, built: Built) -> None:
    files = [
        file
        for file in built.outputs
        if file.path.endswith(ending) and file.path.startswith(("data/references", "data/records"))
    ]
    for source in paraphrased(built):
        naming = [file for file in files if source.reference.key in file.content]
        assert {"data/references" + ending, f"data/records/{source.record.id}{ending}"} <= {one.path for one in naming}
        for file in naming:
            assert MARK[1:-1] in file.content.lower()
            assert bare_title_re(source).findall(file.content) == [], file.path
            for container in bibliography.containers(source.reference):
                record = file.content if file.path.startswith("data/records") else ""
                named = re.findall(rf"(?im)^(?:T2|PB|JO|  journaltitle|  publisher).*{re.escape(container)}", record)
                assert named == [], file.path


def test_the_head_of_its_pages_and_its_span_say_so(built: Built, site: Path) -> None:
    for source in paraphrased(built):
        pages = [site / "sources" / source.record.id / "index.html", *site.glob(f"*/{source.record.id}/index.html")]
        assert len(pages) > 1
        for page in pages:
            head = dict(re.findall(r'<meta name="([^"]+)" content="([^"]*)"', page.read_text(encoding="utf-8")))
            assert html.unescape(head["citation_title"]).endswith(MARK), page
            assert head["z:itemType"] == "webpage"
        spans = re.findall(r'class="Z3988" title="([^"]*)"', (site / "bibliography/index.html").read_text("utf-8"))
        read = [unquote(html.unescape(span)) for span in spans]
        own = [span for span in read if re.search(bare_title_re(source).pattern.split(r"(?!")[0], span, re.IGNORECASE)]
        assert own
        assert all(MARK in span for span in own)


def test_its_page_leads_to_where_the_original_may_be_found(built: Built) -> None:
    for source in paraphrased(built):
        page = next(one for one in built.outputs if one.path == f"sources/{source.record.id}/index.md")
        if source.record.original_at:
            assert f"<{source.record.original_at}>" in page.content
