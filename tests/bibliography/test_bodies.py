"""A body stands where a style wants it, once, and no person moves."""

from __future__ import annotations

import pytest

from florilegium.bibliography.bodies import with_body
from florilegium.model import Bodies

BODY = [{"literal": "Human Rights Watch"}]
PERSON = [{"family": "Hart", "given": "Ann"}]


@pytest.mark.parametrize(
    ("item", "bodies", "expected"),
    [
        ({"type": "report", "publisher": "HRW"}, "author", {"type": "report", "author": [{"literal": "HRW"}]}),
        ({"type": "webpage", "container-title": "UN"}, "author", {"type": "webpage", "author": [{"literal": "UN"}]}),
        ({"type": "report", "author": BODY}, "publisher", {"type": "report", "publisher": "Human Rights Watch"}),
        (
            {"type": "webpage", "author": BODY},
            "publisher",
            {"type": "webpage", "container-title": "Human Rights Watch"},
        ),
    ],
)
def test_a_body_is_moved_to_where_the_style_wants_it(
    item: dict[str, object], bodies: Bodies, expected: dict[str, object]
) -> None:
    assert with_body(item, bodies) == expected
    assert with_body(item, "as printed") == item


@pytest.mark.parametrize("bodies", ["author", "publisher"])
@pytest.mark.parametrize(
    "item",
    [
        {"type": "report", "author": PERSON, "publisher": "HRW"},
        {"type": "report", "author": PERSON},
        {"type": "report", "author": [*BODY, *PERSON]},
        {"type": "report", "author": BODY, "publisher": "Oxford Online"},
        {"type": "book", "editor": PERSON, "publisher": "Verso"},
        {"type": "article-newspaper", "container-title": "BBC News"},
        {"type": "bill", "author": BODY},
        {"type": "webpage"},
        {"type": "book", "publisher": "Oxford University Press"},
    ],
)
def test_what_is_signed_or_has_both_stays_as_it_is(item: dict[str, object], bodies: Bodies) -> None:
    assert with_body(item, bodies) == item
