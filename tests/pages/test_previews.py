"""What a link says of the place to which it leads: everything has its entry, and the words are those of the pages."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from build_site import Built
from florilegium.excerpts import as_published
from florilegium.model import AUTHORS_TEXT, Placed
from florilegium.pages.previews import IN_A_PART, NOTE_WORDS, part, preview_files, shard
from florilegium.pages.printed import printed_source
from florilegium.pages.strip_views import shown_strip
from florilegium.pages.views import opening, theme_title
from florilegium.pages.works_grouped import works_grouped
from florilegium.sentences import sentence_ends
from florilegium.works import ALL
from tests.test_site import ENTRY_RE

MOST = 50_000
"""Bytes of a file."""
TAG_RE = re.compile(r"<[^>]*>")
SAFE_RE = re.compile(
    r'</?(?:i|b|sup|sub)>|<span style="font-variant: small-caps">|</span>|<a href="https?://[^"<>]*">|</a>'
)


@pytest.fixture(scope="module")
def files(built: Built) -> dict[str, str]:
    return {one.path: one.content for one in built.outputs if one.path.startswith("assets/previews/")}


def parts(files: dict[str, str], source: str) -> dict[str, dict[str, Any]]:
    """Return the files of a source by their names."""
    folder = f"assets/previews/sources/{source}/"
    return {
        path.removeprefix(folder).removesuffix(".json"): json.loads(content)
        for path, content in files.items()
        if path.startswith(folder)
    }


def told(files: dict[str, str], placed: Placed) -> dict[str, Any]:
    """Return what is told of the ¶ and notes of a source, by their ids."""
    return {id_: entry for one in parts(files, placed.source.record.id).values() for id_, entry in one["told"].items()}


def works(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, content in files.items():
        if path.startswith("assets/previews/works/"):
            found |= json.loads(content)
    return found


def test_every_paragraph_and_note_has_its_entry(files: dict[str, str], built: Built) -> None:
    for one in built.placed:
        blocks = {block.id: block for block in one.document.blocks if block.kind in AUTHORS_TEXT}
        assert told(files, one).keys() == blocks.keys() | {note.id for note in one.document.notes}
        for name, shown in parts(files, one.source.record.id).items():
            assert {part(id_) for id_ in shown["told"]} == {name}
            assert shown["short"] == one.source.record.short
            assert shown["paraphrased"] == (one.source.record.fidelity == "paraphrased")
        for placing in one.placings:
            entry = told(files, one)[placing.block]
            assert entry["theme"] == placing.theme
            titles = parts(files, one.source.record.id)[part(placing.block)]["themes"]
            assert titles[placing.theme] == theme_title(placing.theme, built.collection.themes)
            assert entry["opening"] == opening(blocks[placing.block])
            assert entry.get("headings", "") == " › ".join(blocks[placing.block].headings)


def test_a_note_is_told_in_its_own_words_and_cut_where_it_is_long(files: dict[str, str], built: Built) -> None:
    cut = 0
    for one in built.placed:
        for note in one.document.notes:
            shown = told(files, one)[note.id]["text"]
            whole = shown.removesuffix(" …")
            assert note.text.startswith(whole)
            assert (shown == note.text) == (len(note.text.split()) <= NOTE_WORDS)
            assert len(whole.split()) <= NOTE_WORDS
            cut += shown != note.text
    assert cut


def test_every_work_that_a_note_cites_stands_in_its_file_and_no_other(files: dict[str, str], built: Built) -> None:
    for one in built.placed:
        for note in one.document.notes:
            cited = [
                citation
                for citation in built.works.citations
                if (citation.source, citation.note) == (one.source.record.id, note.number)
            ]
            keys = list(dict.fromkeys(c.reference for c in sorted(cited, key=lambda c: c.start)))
            assert told(files, one)[note.id].get("works", []) == keys
            for key in keys:
                assert key in json.loads(files[f"assets/previews/works/{shard(key)}.json"])
    listed = next(entries.entries for entries in built.works.formatted[0].lists if entries.name == ALL)
    assert works(files).keys() == {key for key, _ in listed}


def test_a_work_is_shown_as_the_bibliography_prints_it(files: dict[str, str], site: Path) -> None:
    printed = dict(ENTRY_RE.findall((site / "bibliography/index.html").read_text(encoding="utf-8")))
    listed = works(files)
    assert listed.keys() == printed.keys()
    for key, html in printed.items():
        entry = re.search(r'<p class="entry"[^>]*>(.*?)</p>', html, re.DOTALL)
        about = re.search(r'<p class="about"[^>]*>(.*?)</p>', html, re.DOTALL)
        assert entry is not None
        assert about is not None
        assert " ".join(_text(entry[1]).split()) == _text(listed[key]["entry"]), key
        assert _text(about[1]).startswith(listed[key]["kind"]), key
        assert SAFE_RE.sub("", listed[key]["entry"]).count("<") == 0, key
        address = listed[key].get("original", listed[key].get("archived", ""))
        assert not address or f'href="{address}"' in unescape(about[1]), key


def test_the_places_where_a_work_is_cited_are_counted(files: dict[str, str], built: Built) -> None:
    for key, work in works(files).items():
        notes = {(one.source, one.note) for one in built.works.citations if one.reference == key}
        said = f"{len(notes)} note{'' if len(notes) == 1 else 's'}"
        assert (said in work.get("cited", "").split(" and ")[0]) == bool(notes), key


@pytest.mark.parametrize(
    ("key", "name"), [("power2002", "p"), ("Power", "p"), ("9-11", "9"), ("šimon", "other"), ("_a", "other")]
)
def test_a_work_is_found_by_the_first_letter_of_its_key(key: str, name: str) -> None:
    assert shard(key) == name


@pytest.mark.parametrize(
    ("id_", "name"), [("p1", "p1"), ("p100", "p1"), ("p101", "p2"), ("n100", "n1"), ("n201", "n3"), ("n1000", "n10")]
)
def test_a_paragraph_and_a_note_are_found_by_the_hundred_in_which_they_stand(id_: str, name: str) -> None:
    assert part(id_) == name


def test_the_files_are_the_same_each_time_and_small(files: dict[str, str], built: Built) -> None:
    grouped = works_grouped(built.collection.references, built.works)
    once, twice = (preview_files(built.collection, built.placed, built.works, grouped) for _ in range(2))
    assert once == twice
    assert {one.path for one in once} == files.keys()
    assert all(one.made_from for one in once)
    assert all(len(content.encode()) < MOST for content in files.values())


def test_a_text_of_many_notes_costs_a_reader_no_more_than_one_of_a_hundred(built: Built) -> None:
    placed = max(built.placed, key=lambda one: len(one.document.notes))
    document = placed.document
    first = next(note for note in document.notes if len(note.text.split()) > NOTE_WORDS)
    many = tuple(replace(first, id=f"n{number}", number=str(number)) for number in range(1, 4 * IN_A_PART + 1))
    grown = replace(placed, document=replace(document, notes=many))
    grouped = works_grouped(built.collection.references, built.works)
    made = preview_files(built.collection, (grown,), built.works, grouped)
    shown = parts({one.path: one.content for one in made}, placed.source.record.id)
    assert [name for name in shown if name.startswith("n")] == ["n1", "n2", "n3", "n4"]
    assert {len(shown[name]["told"]) for name in shown if name.startswith("n")} == {IN_A_PART}
    assert all(len(one.content.encode()) < MOST for one in made)


def test_of_a_text_that_may_be_shown_only_in_part_nothing_else_is_told(built: Built) -> None:
    """Neither where a link leads to it, nor in the strip, nor where it is printed."""
    grouped = works_grouped(built.collection.references, built.works)
    edition = built.collection.edition
    for one in built.placed:
        record = replace(one.source.record, publish="excerpt")
        shown = as_published(replace(one, source=replace(one.source, record=record)))
        others = tuple(shown if other is one else other for other in built.placed)
        written = (
            _held([json.loads(file.content) for file in preview_files(built.collection, others, built.works, grouped)]),
            _held(asdict(shown_strip(shown, built.collection.themes, "sources/text/index.md"))),
            _held(asdict(printed_source(shown, grouped.entries, edition, "sources/text/index.md"))),
        )
        kept_back = _kept_back(one, shown, built.placed)
        assert len(kept_back) > 10
        assert [words for words in kept_back for text in written if words in text] == []
        # Wherever it stood, it would be found.
        texts = {block.id: block.text for block in one.document.blocks}
        blocks = tuple(replace(block, headings=(texts[block.id],)) for block in shown.document.blocks)
        leaking = replace(shown, document=replace(shown.document, blocks=blocks))
        for leak in (
            _held(
                [json.loads(file.content) for file in preview_files(built.collection, (leaking,), built.works, grouped)]
            ),
            _held(asdict(shown_strip(leaking, built.collection.themes, "sources/text/index.md"))),
        ):
            assert sum(words in leak for words in kept_back) > 10


def _kept_back(whole: Placed, shown: Placed, placed: Sequence[Placed]) -> list[str]:
    """Return the sentences of a text that are not shown; a front matter that is left out is one of its own."""
    left = {block.id: block.text for block in shown.document.blocks}
    notes = (note.text for note in whole.document.notes)
    other = (block.text for one in placed if one is not whole for block in one.document.blocks)
    said = "\n".join(map(_words, (*left.values(), *notes, *other, whole.source.reference.raw)))
    found = []
    for block in whole.document.blocks:
        ends = sentence_ends(block.text)
        for start, end in zip((0, *ends), (*ends, len(block.text)), strict=True):
            # A few words are enough to tell.
            words = " ".join(_words(block.text[start:end]).split()[:6])
            if len(words.split()) >= 4 and words not in said:
                found.append(words)
    return found


def _held(value: object) -> str:
    """Return all words of a value, however deep they stand, one string a line."""
    if isinstance(value, dict):
        return "\n".join(_held(one) for pair in value.items() for one in pair)
    return "\n".join(map(_held, value)) if isinstance(value, list | tuple) else _words(unescape(str(value)))


def _words(text: str) -> str:
    return " ".join(text.replace("\\", "").split())


def _text(html: str) -> str:
    return unescape(TAG_RE.sub("", html))
