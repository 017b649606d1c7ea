"""A title in headline capitals to the same in sentence case, which some styles want and no CSL processor makes.

`The Price of Peace: What the {UN} Did` becomes `The price of peace: What the {UN} did`. The rule is that of the APA
manual: a capital stays at the beginning, after a colon, a full stop, a question or exclamation mark and an em dash;
proper names keep theirs because the bibliography braces them. A shorter dash begins nothing, nor does the stop of an
initial (`U.S.`, `v.`) or of a title before a name (`Prof.`).
"""

from __future__ import annotations

import re

PIECE_RE = re.compile(
    r"""(?P<kept>\{(?:[^{}]|\{[^{}]*\})*\})   # a name in braces
    | (?P<word>[^\W\d_](?:[\w’']|\.(?=[^\W\d_]\.))*)   # the part of a word between hyphens; initials such as U.S.
    | (?P<begin>[:?!…][”’"')\]]*\s | —)   # what lets the next word begin
    | (?P<stop>\.[”’"')\]]*\s)   # what lets it begin, unless it shortens the word before it
    | (?P<rest>.)""",
    re.VERBOSE | re.DOTALL,
)
SHORTENED = frozenset("capt cf col dr gen gov hon lt mr mrs ms prof rep rev sen sgt st vs".split())
"""Words whose stop ends no sentence, since something always follows."""
OPENING = "“‘\"'([¿¡ \t\n—–-"
"""What may stand before the first word."""


def sentence_case(title: str) -> str:
    """Lower every word but those that begin, that are braced, or that have capitals or figures inside."""
    pieces: list[str] = []
    begins = True
    for match in PIECE_RE.finditer(title):
        piece = match[0]
        if match["word"]:
            pieces.append(_first(piece, after=pieces) if begins else _lowered(piece))
        else:
            pieces.append(piece)
        ends = match["stop"] is not None and not _is_shortened(*pieces[-2:-1])
        begins = ends or match["begin"] is not None or (begins and piece in OPENING)
    return "".join(pieces)


def _is_shortened(word: str = "") -> bool:
    """Say whether a stop after this word is part of it: `v`, `U.S`, `Prof`."""
    return word[:1].isalpha() and (len(word) == 1 or "." in word or word.lower() in SHORTENED)


def _lowered(word: str) -> str:
    # `I` is a capital anywhere: “What I Saw”, “I’m”.
    if word == "I" or re.match("I[’']", word) or _has_inner_capital(word):
        return word
    lowered = word[0].lower()
    return (lowered if lowered.upper() == word[0] else word[0]) + word[1:]


def _first(word: str, after: list[str]) -> str:
    """Raise the first word of the title and of a subtitle; after any other sign leave it as it is printed."""
    before = "".join(after).rstrip("“‘\"'([¿¡ \t\n")
    if (before and not before.endswith(":")) or _has_inner_capital(word):
        return word
    raised = word[0].upper()
    # The capital of some letters is that of others too: µ, ß, İ stay.
    return (raised if raised.lower() == word[0] else word[0]) + word[1:]


def _has_inner_capital(word: str) -> bool:
    return any(char.isupper() or char.isdigit() or char == "." for char in word[1:])
