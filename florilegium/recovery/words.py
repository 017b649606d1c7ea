"""Words as they are compared: without case, and without what is glued to them."""

from __future__ import annotations

import re

WORD_RE = re.compile(r"[^\W_]+(?:[-'’.][^\W\d_]+)*")
"""A word, with what is inside it: `U.S`, `Jackson-Vanik`, `intervener's`."""


def plain_words(text: str) -> list[str]:
    """Return the words of a text in lower case, curly and straight quotes alike; a number glued to one is dropped."""
    return [re.sub(r"(?<=[^\W\d_])\d+$", "", word.lower().replace("’", "'")) for word in WORD_RE.findall(text)]
