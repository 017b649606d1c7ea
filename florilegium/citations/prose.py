"""Tell prose from citation: remarks, signals such as `See, e.g.,`, and names."""

from __future__ import annotations

import re

from florilegium.addresses import addresses

SIGNAL_RE = re.compile(
    r"""(?:(?<=^)|(?<=[\s(;,]))
    (?: [Ss]ee | [Cc]f\. | [Cc]ompare | [Cc]iting | [Qq]uoted\s+in | [Cc]ited\s+in | [Ff]or\s+example | [Ee]\.g\. )
    (?: ,?\s+(?: also | generally | further | especially | for\s+example | for\s+instance | e\.g\.) | ,\s*e\.g\. )*
    [,:]?\s+(?=\S)""",
    re.VERBOSE,
)
"""`See `, `see also `, `See, e.g., `, `See for example `, `cf. `"""
PARTICLES = frozenset(
    "al bin da das de del della den der di dos du el ibn la le of on for and the van von ter & eds ed et".split()
)
"""Small words that stand in names of persons and bodies."""
SMALL_WORDS = frozenset(
    "a about after against among an and as at before between by during for from in into its no not of on or over per "
    "since that the their this through to toward towards under upon via vs with within without vol no nos pp p eds ed "
    "edition third fourth fifth second first article".split()
)
"""Words that a title sets small, and those of volumes and pages: they tell nothing."""
WORD_RE = re.compile(r"[^\W\d_][\w’'.–-]*")
NAME_TOKEN_RE = re.compile(r"(?:[^\W\d_](?:[\w’'–.-])*|&),?\.?")
OPENING_WORDS = 6
SHARE_OF_PROSE = 0.4
LONGEST_NAMES = 40
"""Tokens of a list of authors, at the most."""


def after_signal(text: str) -> int:
    """Return the offset after the last signal of a text; 0 where it has none."""
    ends = [match.end() for match in SIGNAL_RE.finditer(text + "x")]
    return min(ends[-1], len(text)) if ends else 0


def is_prose(sentence: str) -> bool:
    """Say whether a sentence is a remark: its first words, or four in ten of all, are words of no name.

    `This report examines selectivity.` and `The authors address the failure …`; not `Third World Quarterly, vol. 41.`
    """
    for start, end in reversed(addresses(sentence)):
        sentence = sentence[:start] + sentence[end:]
    words = WORD_RE.findall(sentence)
    telling = [word for word in words if word.rstrip(".").lower() not in SMALL_WORDS]
    small = [word for word in telling if word[0].islower()]
    at_once = [word for word in words[:OPENING_WORDS] if word in small]
    return len(at_once) > 1 or (len(small) > 1 and len(small) >= SHARE_OF_PROSE * len(telling))


def is_names(text: str) -> bool:
    """Say whether a text may be names of authors: `Kuperman, Alan J.`, `Commission on Kosovo`, `Lee, M. and Fox, K`."""
    tokens = text.split()
    if not tokens or len(tokens) > LONGEST_NAMES or not tokens[0][0].isupper():
        return False
    return all(
        token.strip(",.").lower() in PARTICLES
        or (NAME_TOKEN_RE.fullmatch(token) is not None and (token[0].isupper() or token.split("–")[0] in PARTICLES))
        or re.fullmatch(r"\((?:ed|eds)\.?\),?", token) is not None
        for token in tokens
    )
