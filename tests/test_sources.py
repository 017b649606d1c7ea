"""What is claimed of the four texts of this repository."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from build_site import Built
from florilegium.exports import source_data
from florilegium.model import AUTHORS_TEXT, Placed

COUNTS = {
    "bali-2022": (50, 53, {"paragraph": 47, "list_item": 3, "heading": 6, "pull_quote": 6}),
    "vinjamuri-2020": (29, 29, {"paragraph": 29, "heading": 5, "pull_quote": 4, "front_matter": 3}),
    "gransnews-review": (78, 0, {"paragraph": 55, "list_item": 22, "table": 1, "heading": 24}),
    "lew-asia-times": (24, 0, {"paragraph": 21, "list_item": 3, "heading": 7, "byline": 1}),
}
FIRST_NOTES = {"bali-2022": 1, "vinjamuri-2020": 150}


@pytest.fixture(params=sorted(COUNTS))
def placed(request: pytest.FixtureRequest, built: Built) -> Placed:
    return next(one for one in built.placed if one.source.record.id == request.param)


def test_it_has_the_paragraphs_and_notes_that_a_reader_counted(placed: Placed) -> None:
    paragraphs, notes, kinds = COUNTS[placed.source.record.id]
    blocks = placed.document.blocks
    assert sum(block.kind in AUTHORS_TEXT for block in blocks) == paragraphs
    assert len(placed.document.notes) == notes
    assert Counter(block.kind for block in blocks) == kinds


def test_each_note_has_one_marker_and_each_marker_its_note_in_order(placed: Placed) -> None:
    first = FIRST_NOTES.get(placed.source.record.id, 0)
    numbers = [str(first + index) for index in range(len(placed.document.notes))]
    assert [note.number for note in placed.document.notes] == numbers
    assert [marker.note for block in placed.document.blocks for marker in block.markers] == numbers
    for note in placed.document.notes:
        (block,) = (b for b in placed.document.blocks if any(m.note == note.number for m in b.markers))
        assert note.cited_from == (block.id,)


def test_each_word_of_the_file_is_shown_or_accounted_for(placed: Placed) -> None:
    """Count words without the help of places: what is typed back together is the file."""
    words = Counter(_repaired(placed).split())
    for block in placed.document.blocks:
        typed, at = block.label + " ", 0
        for marker in sorted(block.markers, key=lambda one: one.found_at):
            typed += block.text[at : marker.found_at] + f"\0{marker.note}\0"
            at = marker.found_at
        words.subtract((typed + block.text[at:]).replace("\0", "").split())
    for note in placed.document.notes:
        shown = f"{note.number} " if placed.source.record.notes == "page-bottom" else ""
        words.subtract((shown + note.text).split())
    for left in placed.document.left_out:
        words.subtract(left.text.split())
    assert {word: count for word, count in words.items() if count} == {}


def _repaired(placed: Placed) -> str:
    """Apply the recorded repairs of letters to the file, and take off what is no words of it."""
    text = placed.source.raw.replace("|---|---|", "").replace("|", " ")
    for repair in placed.document.repairs:
        if repair.kind in ("joined-url", "entity"):
            assert repair.before in text
            text = text.replace(repair.before, repair.after)
    for number in (note.number for note in placed.document.notes):
        text = re.sub(rf"[ \u00a0]*\u00a0{number}(?=\n)", number, text)
    return text


def test_its_export_follows_the_schema(placed: Placed) -> None:
    name = "florilegium-source-1.json"
    schema: dict[str, Any] = json.loads((files("florilegium") / "schemas" / name).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(source_data(placed))] == []


def test_a_broken_export_does_not_follow_the_schema(built: Built) -> None:
    schema = json.loads((files("florilegium") / "schemas" / "florilegium-source-1.json").read_text(encoding="utf-8"))
    data = source_data(built.placed[0])
    del data["blocks"][0]["headings"]
    assert not jsonschema.Draft202012Validator(schema).is_valid(data)


def test_markers_stand_inside_their_text(placed: Placed) -> None:
    for block in placed.document.blocks:
        for marker in block.markers:
            assert 0 < marker.offset <= marker.found_at <= len(block.text)


def test_a_paraphrased_source_says_so_wherever_its_words_are_shown(built: Built) -> None:
    (placed,) = (one for one in built.placed if one.source.record.fidelity == "paraphrased")
    source = placed.source.record.id
    words = ("animal rights advocacy", "travel to the breast")
    pages = [file for file in built.outputs if file.path.endswith(".md") and any(w in file.content for w in words)]
    opening = "Through taxes, financial sanctions"
    pages += [file for file in built.outputs if file.path.endswith(".md") and opening in file.content]
    assert {file.path for file in pages} >= {f"sources/{source}/index.md", "context/index.md", f"context/{source}.md"}
    warning = "**Paraphrased copy.** Do not quote it as the author’s or the publisher’s words."
    # A cross-reference of another text says it at each sentence.
    sentence = re.compile(r"^<span class=\"from\">.*, paraphrased</span> .*\n\{: \.sentence \.paraphrased \}", re.M)
    unsaid = [file for file in pages if warning not in file.content]
    assert [file.path for file in unsaid if any(w in sentence.sub("", file.content) for w in (*words, opening))] == []
    shown = next(file.content for file in pages if file.path == "context/index.md")
    assert '<span class="opening paraphrased">Through taxes' in shown
