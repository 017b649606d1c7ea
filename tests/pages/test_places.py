from __future__ import annotations

import pytest

from florilegium.pages.places import range_link


@pytest.mark.parametrize(
    ("first", "last", "link"),
    [
        ("p12", "p12", "../sources/a/index.md#p12"),
        ("p12", "p14", "../sources/a/index.md?to=p14#p12"),
        ("n3", "n3", "../sources/a/index.md#n3"),
    ],
)
def test_a_range_is_anchored_at_its_first_paragraph_and_names_its_last(first: str, last: str, link: str) -> None:
    assert range_link("peace/index.md", "sources/a/index.md", first, last) == link
