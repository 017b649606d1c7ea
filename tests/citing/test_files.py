"""What is published of citing: a file and a page for each text, for the four texts and for a style without places."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from build_site import Built, _format
from florilegium.citing import citing_files, places_in_originals, places_of, works_of_edition
from florilegium.model import CONTEXT, OutputFile, Style, Works
from florilegium.pages import render
from florilegium.works import ALL, cited_by, lists
from tests.citing.test_texts import paged

FOLDER = "assets/citing/"


def files(built: Built) -> dict[str, OutputFile]:
    return {one.path: one for one in built.outputs if one.path.startswith(FOLDER) or one.path.endswith("cite.md")}


def test_each_text_has_a_small_file_and_a_page(built: Built) -> None:
    made = files(built)
    for one in built.placed:
        source = one.source.record.id
        file = made[f"{FOLDER}sources/{source}.json"]
        assert len(file.content.encode()) < 50_000
        data = json.loads(file.content)
        assert data["paragraphs"].keys() == {placing.block for placing in one.placings}
        assert data["notes"].keys() == {note.id for note in one.document.notes}
        assert f"sources/{source}/cite.md" in made


def test_each_paragraph_is_given_the_heading_under_which_it_stands(built: Built) -> None:
    made = files(built)
    for one in built.placed:
        if one.source.record.fidelity == "paraphrased":
            continue
        data = json.loads(made[f"{FOLDER}sources/{one.source.record.id}.json"].content)
        for block in one.document.blocks:
            if block.id in data["paragraphs"]:
                heading = data["headings"][data["paragraphs"][block.id]["heading"]]
                assert heading["name"] == (block.headings[-1] if block.headings else "")
                assert heading["named"] in ("", *block.headings)


def test_each_note_offers_the_works_that_it_cites_in_its_order(built: Built) -> None:
    made = files(built)
    cited: dict[tuple[str, str], list[str]] = {}
    for citation in sorted(built.works.citations, key=lambda one: one.start):
        keys = cited.setdefault((citation.source, f"n{citation.note}"), [])
        keys += [] if citation.reference in keys else [citation.reference]
    for one in built.placed:
        source = one.source.record.id
        data = json.loads(made[f"{FOLDER}sources/{source}.json"].content)
        assert {note: keys for note, keys in data["notes"].items() if keys} == {
            note: keys for (of, note), keys in cited.items() if of == source
        }


def test_every_work_in_the_bibliography_has_its_forms_its_remark_and_its_text(built: Built) -> None:
    made = files(built)
    told = {
        key: work
        for path, file in made.items()
        if path.startswith(f"{FOLDER}works/")
        for key, work in json.loads(file.content).items()
    }
    styles = {one.style.id for one in built.works.formatted}
    assert told.keys() == {form.reference for form in built.works.formatted[0].copied}
    for key, work in told.items():
        assert work["cited"].keys() == work["listed"].keys() == work["continued"].keys() == styles
        assert all(html.endswith((",", ",”")) for html in work["continued"].values()), key
        assert json.loads(work["files"]["json"])[0]["id"] == key
    texts = {one.source.reference.key: one.source.record.id for one in built.placed}
    assert {key: work["text"] for key, work in told.items() if "text" in work} == texts
    noted = {one.key for one in built.collection.references if dict(one.fields).get("annotation")}
    assert {key for key, work in told.items() if work.get("remark")} >= noted & told.keys()


def test_works_that_are_cited_in_the_same_words_say_so(built: Built) -> None:
    made = files(built)
    told = [
        work
        for path, file in made.items()
        if path.startswith(f"{FOLDER}works/")
        for work in json.loads(file.content).values()
    ]
    for work in told:
        for style, html in work["cited"].items():
            others = sum(one["cited"][style] == html for one in told)
            assert (style in work.get("alike", [])) == (others > 1), work["key"]


def test_every_page_of_ours_can_be_cited_those_written_by_hand_too(built: Built) -> None:
    pages = json.loads(files(built)[f"{FOLDER}pages.json"].content)["pages"]
    assert {"", "about/", "citing/", "sources/", "subject-index/", "bibliography/"} <= pages.keys()
    assert "search/" not in pages
    assert {f"{theme.id}/" for theme in built.collection.themes} <= pages.keys()
    keys = [page["key"] for page in pages.values()]
    assert len(set(keys)) == len(keys)


def test_no_sign_is_left_over_on_a_page(built: Built) -> None:
    for path, file in files(built).items():
        if path.endswith(".md"):
            body = file.content.split("\n---\n", 1)[1]
            assert not re.search(r"\{(?:link|number|work|heading|text)\}|address\.invalid|\d{10}", body), path


@pytest.mark.parametrize("style", ["nature", "ieee", "american-medical-association", "apa-cv"])
def test_a_style_that_knows_no_place_leaves_it_out(built: Built, style: str) -> None:
    """The ways of the build with one style, and a text whose pages are known: there is no row, and no fault."""
    chosen = Style(style, style.title(), sentence_case=False)
    collection = replace(built.collection, styles=(chosen,))
    first = built.placed[0].placings[0].block
    placed = (paged(built.placed[0], {first: ((107, 0), (108, 9))}), *built.placed[1:])
    listed = lists(
        collection.references,
        built.works.cited,
        [*(theme.id for theme in collection.themes), CONTEXT],
        {source.record.id: source.reference.key for source in collection.sources},
    )
    references = {one.key: one for one in collection.references}
    formatted = _format([references[key] for key in listed[ALL]], collection, {}, listed, places_in_originals(placed))
    assert formatted.problems == ()
    works = Works(built.works.citations, built.works.cited, formatted.formatted)
    rendered = render(collection, placed, (), works, built.index, built.crossed)
    ours = works_of_edition(collection, rendered)
    own = _format(ours, collection, {}, {}, [place for one in ours for place in places_of(one.key)])
    made = citing_files(collection, placed, rendered, works, formatted.places, own)
    assert {f"sources/{one.source.record.id}/cite.md" for one in placed} <= {one.path for one in made}
    assert cited_by(placed[0].source.record.id) in listed
