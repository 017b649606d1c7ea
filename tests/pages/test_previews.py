"""What a link says of the place to which it leads: everything has its entry, and the words are those of the pages."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from build_site import Built
from florilegium.excerpts import as_published
from florilegium.model import AUTHORS_TEXT, Placed
from florilegium.pages.previews import NOTE_WORDS, preview_files, shard
from florilegium.pages.views import opening
from florilegium.pages.works_grouped import works_grouped
from florilegium.works import ALL
from tests.test_site import ENTRY_RE

TAG_RE = re.compile(r"<[^>]*>")
SAFE_RE = re.compile(
    r'</?(?:i|b|sup|sub)>|<span style="font-variant: small-caps">|</span>|<a href="https?://[^"<>]*">|</a>'
)


@pytest.fixture(scope="module")
def files(built: Built) -> dict[str, str]:
    return {one.path: one.content for one in built.outputs if one.path.startswith("assets/previews/")}


def sources(files: dict[str, str], built: Built) -> list[tuple[Placed, dict[str, Any]]]:
    return [(one, json.loads(files[f"assets/previews/sources/{one.source.record.id}.json"])) for one in built.placed]


def works(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, content in files.items():
        if path.startswith("assets/previews/works/"):
            found |= json.loads(content)
    return found


def test_every_paragraph_and_note_has_its_entry(files: dict[str, str], built: Built) -> None:
    for one, shown in sources(files, built):
        blocks = {block.id: block for block in one.document.blocks if block.kind in AUTHORS_TEXT}
        assert shown["paragraphs"].keys() == blocks.keys()
        assert shown["notes"].keys() == {note.id for note in one.document.notes}
        assert shown["short"] == one.source.record.short
        assert shown["paraphrased"] == (one.source.record.fidelity == "paraphrased")
        for placing in one.placings:
            told = shown["paragraphs"][placing.block]
            assert told["theme"] == placing.theme
            assert shown["themes"][placing.theme]
            assert told["opening"] == opening(blocks[placing.block])
            assert told.get("headings", "") == " › ".join(blocks[placing.block].headings)


def test_a_note_is_told_in_its_own_words_and_cut_where_it_is_long(files: dict[str, str], built: Built) -> None:
    cut = 0
    for one, shown in sources(files, built):
        for note in one.document.notes:
            told = shown["notes"][note.id]["text"]
            whole = told.removesuffix(" …")
            assert note.text.startswith(whole)
            assert (told == note.text) == (len(note.text.split()) <= NOTE_WORDS)
            assert len(whole.split()) <= NOTE_WORDS
            cut += told != note.text
    assert cut


def test_every_work_that_a_note_cites_stands_in_its_file_and_no_other(files: dict[str, str], built: Built) -> None:
    for one, shown in sources(files, built):
        for note in one.document.notes:
            cited = [
                citation
                for citation in built.works.citations
                if (citation.source, citation.note) == (one.source.record.id, note.number)
            ]
            keys = list(dict.fromkeys(c.reference for c in sorted(cited, key=lambda c: c.start)))
            assert shown["notes"][note.id].get("works", []) == keys
            for key in keys:
                assert key in json.loads(files[f"assets/previews/works/{shard(key)}.json"])
    listed = next(entries.entries for entries in built.works.formatted[0].lists if entries.name == ALL)
    assert works(files).keys() == {key for key, _ in listed}


def test_a_work_is_shown_as_the_bibliography_prints_it(files: dict[str, str], site: Path) -> None:
    printed = dict(ENTRY_RE.findall((site / "bibliography/index.html").read_text(encoding="utf-8")))
    told = works(files)
    assert told.keys() == printed.keys()
    for key, html in printed.items():
        entry = re.search(r'<p class="entry"[^>]*>(.*?)</p>', html, re.DOTALL)
        about = re.search(r'<p class="about"[^>]*>(.*?)</p>', html, re.DOTALL)
        assert entry is not None
        assert about is not None
        assert " ".join(_text(entry[1]).split()) == _text(told[key]["entry"]), key
        assert _text(about[1]).startswith(told[key]["kind"]), key
        assert SAFE_RE.sub("", told[key]["entry"]).count("<") == 0, key
        address = told[key].get("original", told[key].get("archived", ""))
        assert not address or f'href="{address}"' in unescape(about[1]), key


def test_the_places_where_a_work_is_cited_are_counted(files: dict[str, str], built: Built) -> None:
    for key, told in works(files).items():
        notes = {(one.source, one.note) for one in built.works.citations if one.reference == key}
        said = f"{len(notes)} note{'' if len(notes) == 1 else 's'}"
        assert (said in told.get("cited", "").split(" and ")[0]) == bool(notes), key


@pytest.mark.parametrize(
    ("key", "name"), [("power2002", "p"), ("Power", "p"), ("9-11", "9"), ("šimon", "other"), ("_a", "other")]
)
def test_a_work_is_found_by_the_first_letter_of_its_key(key: str, name: str) -> None:
    assert shard(key) == name


def test_the_files_are_the_same_each_time_and_small(files: dict[str, str], built: Built) -> None:
    grouped = works_grouped(built.collection.references, built.works)
    once, twice = (preview_files(built.collection, built.placed, built.works, grouped) for _ in range(2))
    assert once == twice
    assert {one.path for one in once} == files.keys()
    assert all(one.made_from for one in once)
    assert all(len(content.encode()) < 50_000 for content in files.values())


def test_of_a_text_that_may_be_shown_only_in_part_nothing_else_is_told(built: Built) -> None:
    grouped = works_grouped(built.collection.references, built.works)
    for one in built.placed:
        record = replace(one.source.record, publish="excerpt")
        shown = as_published(replace(one, source=replace(one.source, record=record)))
        told = preview_files(built.collection, (shown,), built.works, grouped)[0].content
        assert told == json.dumps(json.loads(told), ensure_ascii=False, separators=(",", ":"), indent=0) + "\n"
        for block in shown.document.blocks:
            if block.kind in AUTHORS_TEXT:
                assert json.loads(told)["paragraphs"][block.id]["opening"] == opening(block)
            if block.kind == "table":
                assert json.loads(told)["paragraphs"][block.id]["opening"] == "Table: […]"


def _text(html: str) -> str:
    return unescape(TAG_RE.sub("", html))
