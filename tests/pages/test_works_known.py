"""What is known of a work whose other edition nothing cites."""

from __future__ import annotations

from florilegium.model import CitedAt, Reference
from florilegium.pages.works_known import works_known

FIRST = Reference("doe2002", "book", (("title", "X"),), 1)
SECOND = Reference("doe2003", "book", (("related", "doe2002"), ("relatedtype", "reprintof")), 2)


def at(key: str) -> CitedAt:
    return CitedAt(key, "one", "1", "p1", (), ".")


def test_an_edition_that_stands_in_no_list_is_not_linked() -> None:
    assert works_known((FIRST, SECOND), (at("doe2002"),), ()).editions["doe2002"] == {"doe2002"}
    both = works_known((FIRST, SECOND), (at("doe2002"), at("doe2003")), ()).editions
    assert both["doe2002"] == both["doe2003"] == {"doe2002", "doe2003"}
