"""By which work a source may be cited: never a paraphrase as its publisher's."""

from __future__ import annotations

from dataclasses import replace

from build_site import Built
from florilegium import bibliography
from florilegium.editions import MARK, as_offered, described


def test_a_verbatim_source_is_cited_as_what_it_is(built: Built) -> None:
    for source in built.collection.sources:
        if source.record.fidelity == "verbatim":
            assert described(source, built.collection.edition) is source.reference


def test_a_paraphrase_is_cited_as_a_page_of_this_edition_and_says_so(built: Built) -> None:
    edition = replace(built.collection.edition, url="https://example.org/briefs/")
    paraphrased = [one for one in built.collection.sources if one.record.fidelity == "paraphrased"]
    assert paraphrased
    for source in paraphrased:
        reference = described(source, edition)
        item = bibliography.csl_item(reference)
        assert (reference.key, reference.entry_type, reference.raw) == (source.reference.key, "online", "")
        assert bibliography.title(reference) == f"{bibliography.title(source.reference)} {MARK}"
        assert (item["type"], item["container-title"]) == ("webpage", edition.title)
        assert item["URL"] == f"https://example.org/briefs/sources/{source.record.id}/"
        assert "not the words of the original" in str(item["note"])
        assert str(item["note"]).endswith(" ".join(source.record.fidelity_note.split()))
        for container in bibliography.containers(source.reference):
            assert container not in {item.get("container-title"), item.get("publisher")}


def test_no_address_is_given_as_long_as_the_edition_has_none(built: Built) -> None:
    for source in built.collection.sources:
        if source.record.fidelity == "paraphrased":
            assert "URL" not in bibliography.csl_item(described(source, replace(built.collection.edition, url="")))


def test_all_other_works_are_offered_as_they_are(built: Built) -> None:
    collection = built.collection
    offered = as_offered(collection.references, collection.sources, collection.edition)
    assert [one.key for one in offered] == [one.key for one in collection.references]
    changed = {one.key for one, other in zip(offered, collection.references, strict=True) if one != other}
    assert changed == {one.reference.key for one in collection.sources if one.record.fidelity == "paraphrased"}


def test_the_mark_is_in_the_short_title_of_a_work_with_a_subtitle_too(built: Built) -> None:
    source = next(one for one in built.collection.sources if one.record.fidelity == "paraphrased")
    fields = (("title", "The Main Thing"), ("subtitle", "How It Is"))
    reference = replace(source.reference, fields=fields)
    offered = described(replace(source, reference=reference), built.collection.edition)
    item = bibliography.csl_item(offered, "protected")
    assert str(item["title"]).startswith("The Main Thing: How It Is ")
    assert MARK in str(item["title"]).replace('<span class="nocase">', "").replace("</span>", "")
    assert "title-short" not in item
