"""Where a sentence ends that ends in an initialism."""

from __future__ import annotations

from itertools import pairwise

import pytest

from florilegium.sentences import likely_sentence_ends


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "A priority for the U.S. Returning to the case, it was so.",
            ["A priority for the U.S.", "Returning to the case, it was so."],
        ),
        ("It began in the U.S. Such cases are rare.", ["It began in the U.S.", "Such cases are rare."]),
        ("The U.S. Boeing Company won.", ["The U.S. Boeing Company won."]),
        ("The U.S. Department acted.", ["The U.S. Department acted."]),
    ],
)
def test_an_initialism_ends_a_sentence_before_a_word_that_begins_one(text: str, sentences: list[str]) -> None:
    ends = (0, *likely_sentence_ends(text))
    assert [text[start:end].strip() for start, end in pairwise(ends)] == sentences
