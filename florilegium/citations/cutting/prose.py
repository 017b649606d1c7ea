"""Tell prose from citation: remarks, signals such as `See, e.g.,`, and names."""

from __future__ import annotations

import re

from florilegium.addresses import addresses

SIGNAL_RE = re.compile(
    r"""(?:(?<=^)|(?<=[\s(;,—]))(?<!\bto\s)(?<!\bwe\s)(?<!\bcan\s)(?<!\bnot\s)
    (?: (?:[Bb]ut|[Aa]nd)\s+(?=see|cf|compare) )? (?: [Aa]s\s+(?=quoted|cited) )?
    (?: [Ss]ee | [Cc]f\. | [Cc]ompare | (?P<aside>[Ff]or\s+example | [Ee]\.g\.)
      | (?:[Qq]uoted|[Cc]ited|[Dd]iscussed|[Rr]eproduced)\s+in | [Cc]iting | [Qq]uoting )
    (?: ,?\s+(?: also | generally | further | especially | esp\. | for\s+example | for\s+instance | e\.g\.)
      | ,\s*e\.g\. )*
    [,:]?\s+(?=\S)""",
    re.VERBOSE,
)
"""`See `, `see also `, `See, e.g., `, `cf. `, `quoted in `; `for example` alone may announce anything"""
NAME_PARTICLES = frozenset("al bin ben da das de del della den der di dos du e el i ibn la le van von ter y ’t".split())
"""Small words in the name of a person, with most of which it may begin; `y`, `e` and `i` join two family names."""
PARTICLES = NAME_PARTICLES | frozenset("of on for and the & eds ed et".split())
"""Small words that stand in names of persons and bodies."""
SMALL_WORDS = frozenset(
    "a about after against among an and as at before between by during for from in into its no not of on or over per "
    "since that the their this through to toward towards under upon via vs v with within without vol no nos pp p eds "
    "ed et edn edition third fourth fifth second first article chap ch chs para paras trans esp xi".split()
)
"""Words that a title sets small, and those of volumes and pages: they tell nothing."""
WORD_RE = re.compile(r"[^\W\d_][\w’'.–-]*")
NAME_TOKEN_RE = re.compile(r"(?:[^\W\d_](?:[\w’'–.-])*|&),?\.?")
EDITOR_RE = re.compile(r"\((?:ed|eds)\.?\),?|\(@\w+\),?")
"""`(eds.)`; `(@handle)`"""
OPENING_WORDS = 6
SHARE_OF_PROSE = 0.4
LONGEST_NAMES = 40
"""Tokens of a list of authors, at the most."""


def is_prose(sentence: str) -> bool:
    """Say whether a sentence is a remark: its first words, or four in ten of all, are words of no name.

    `This report examines selectivity.` and `The authors address the failure …`; not `Third World Quarterly, vol. 41.`
    """
    for start, end in reversed(addresses(sentence)):
        sentence = sentence[:start] + sentence[end:]
    words = WORD_RE.findall(sentence)
    telling = [word for word in words if word.rstrip(".").lower() not in SMALL_WORDS]
    small = [word for word in telling if word[0].islower() and word.strip(".").split("-")[0] not in NAME_PARTICLES]
    at_once = [word for word in words[:OPENING_WORDS] if word in small]
    return len(at_once) > 1 or (len(small) > 1 and len(small) >= SHARE_OF_PROSE * len(telling))


def is_names(text: str) -> bool:
    """Say whether a text may be names of authors: `Kuperman, Alan J.`, `Commission on Kosovo`, `Lee, M. and Fox, K`."""
    tokens = text.split()
    if not tokens or len(tokens) > LONGEST_NAMES or not _begins_names(tokens):
        return False
    return all(
        token.strip(",.").lower() in PARTICLES
        or (NAME_TOKEN_RE.fullmatch(token) is not None and (token[0].isupper() or _first_part(token) in NAME_PARTICLES))
        or EDITOR_RE.fullmatch(token) is not None
        for token in tokens
    )


def _begins_names(tokens: list[str]) -> bool:
    """Say whether a list of names begins here: with a capital, or as `de Waal`, `al-Khatib`, `@handle` do."""
    return tokens[0][0].isupper() or (
        _first_part(tokens[0]) in NAME_PARTICLES and any(sign.isupper() for sign in "".join(tokens[:3]))
    )


def _first_part(token: str) -> str:
    return re.split("[–-]", token)[0].strip(",.")
