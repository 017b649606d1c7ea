"""What is said of what was done to a text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_site import Built
from florilegium.model import Correction
from florilegium.pages.recovery_report import NOTHING, report

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("ends", "spaces", "expected"),
    [
        (0, 0, NOTHING),
        (1, 0, f"{NOTHING} 1 line end became a single space."),
        (0, 2, f"{NOTHING} 2 odd spaces became single spaces."),
        (1, 1, f"{NOTHING} 1 line end and 1 odd space became single spaces."),
    ],
)
def test_what_was_not_done_is_not_counted_and_nothing_at_all_is_said_in_words(
    ends: int, spaces: int, expected: str, built: Built
) -> None:
    (one, *_) = built.placed
    document = replace(one.document, repairs=(), left_out=(), doubts=(), joined_lines=ends, changed_spaces=spaces)
    source = replace(one.source, record=replace(one.source.record, corrections=()))
    said = report(replace(one, source=source, document=document))
    assert said.counts == expected
    assert not said.by_lines


def test_what_was_done_is_counted_with_its_noun(built: Built) -> None:
    (one, *_) = built.placed
    repairs, doubts = len(one.document.repairs), len(one.document.doubts)
    said = report(one)
    assert said.counts.startswith(
        f"{repairs} repairs, 2 decisions of an editor on the form, {doubts} places in doubt. "
    )
    assert said.by_lines


def test_a_place_is_named_as_a_reader_knows_it(built: Built) -> None:
    (one, *_) = built.placed
    heading = next(block.id for block in one.document.blocks if block.kind == "heading")
    corrections = (
        Correction("p42", "It rose", 1, break_before=True),
        Correction("n14", "It fell", 2, marker_after="it"),
        Correction(heading, "It lay", 3, level=3),
        Correction("q999", "It went", 4, left_out="said twice"),
    )
    record = replace(one.source.record, corrections=corrections)
    decided = report(replace(one, source=replace(one.source, record=record))).decisions
    assert [each.place for each in decided] == [
        f"[¶{SPACE}42](#p42)",
        f"[note{SPACE}14](#n14)",
        f"[heading](#{heading})",
        "pull quote",
    ]
