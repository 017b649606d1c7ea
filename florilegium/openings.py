"""Whether a text begins with, or holds, the words that an editor names: quotes may be straight, and spaces single."""

from __future__ import annotations

EVEN = str.maketrans("‘’“”\u00a0", "''\"\" ")


def begins_with(text: str, opening: str) -> bool:
    """Say whether a text begins with the words of an opening, curly and straight quotes and all spaces alike."""
    return even(text).startswith(even(opening))


def holds(text: str, words: str) -> bool:
    """Say whether words stand in a text, quotes and spaces alike."""
    return even(words) in even(text)


def even(text: str) -> str:
    """Return a text with straight quotes and single spaces."""
    return " ".join(text.translate(EVEN).split())
