"""What pages ask of citations is grouped as a search through all of them would find it."""

from __future__ import annotations

from build_site import Built
from florilegium.pages.works_grouped import works_grouped


def test_grouped_is_what_a_search_would_find(built: Built) -> None:
    works = built.works
    grouped = works_grouped(built.collection.references, works)
    for source in (one.source.record.id for one in built.placed):
        assert [*grouped.citations.get(source, ())] == [one for one in works.citations if one.source == source]
        cited = {one.reference for one in works.cited if one.source == source}
        assert grouped.cited_in.get(source, 0) == len(cited)
    for theme in (*(one.id for one in built.collection.themes), "context"):
        cited = {one.reference for one in works.cited if theme in one.themes}
        assert grouped.cited_under.get(theme, 0) == len(cited)
    assert any(grouped.cited_in.values())
    assert any(grouped.cited_under.values())
