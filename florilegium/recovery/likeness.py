"""How far the words of one text stand again in another, in order, a few words changed or left out."""

from __future__ import annotations

from difflib import SequenceMatcher

from florilegium.recovery.words import plain_words

RUN = 2
"""Words in a row that count as standing again; single words do so by chance."""


def share_standing_again(quote: str, text: str) -> float:
    """Return which share of the words of `quote`, from 0 to 1, stands in `text` in the same order, close together."""
    wanted, there = plain_words(quote), plain_words(text)
    if not wanted or not there:
        return 0.0
    matcher = SequenceMatcher(None, wanted, there, autojunk=False)
    start = matcher.find_longest_match().b
    # A little more room than the quote itself, for words that it leaves out.
    window = there[max(0, start - len(wanted)) : start + 2 * len(wanted)]
    matcher.set_seq2(window)
    return sum(block.size for block in matcher.get_matching_blocks() if block.size >= RUN) / len(wanted)
