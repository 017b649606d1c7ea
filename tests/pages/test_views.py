"""What is known of a source, as its page lists it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_site import Built
from florilegium.pages.views import facts


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://x.org/a_(b)", "<https://x.org/a_(b)>"),
        ("https://x.org/*a*", "https://x.org/\\*a\\*"),
        ("https://x.org/a>b", "<https://x.org/a>&gt;b"),
    ],
)
def test_the_address_of_the_original_is_never_markup(address: str, shown: str, built: Built) -> None:
    (one, *_) = built.placed
    record = replace(one.source.record, original_at=address)
    known = {fact.label: fact.value for fact in facts(replace(one, source=replace(one.source, record=record)))}
    assert known["The original may be found at"] == shown
