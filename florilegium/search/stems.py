"""Words to what is one word for a reader: all its forms, and the spellings of both sides of the Atlantic.

Stemmers cut endings by rule, and take `humane` for `human` and `authority` for `author`. Who searches a text for a word
wants that word: its plural, its past, not its relatives. So forms are looked up in a dictionary. What they come to is
compared with nothing but itself; that it may be no word (`advize`) does no harm.
"""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

LANGUAGE = "en"
SHORTEST = 4
"""Letters of a word that is looked up. Shorter ones are as often something else: `us` is no form of `we`."""
KEPT = 200_000
"""Words of which what they come to is kept: most words of a text stood in it before."""
NO_FORMS = frozenset({"worse", "worst"})
"""What the dictionary takes for forms of `wrong`."""
SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=[a-z]{3})our(?=$|[aehifls])", "or"),  # behaviour, honourable; not hour, course, resource
        (r"(?<=[a-z]{3})is(?=e$|er$|ation|ing$)", "iz"),  # organise, organisation; not rise
        (r"yse(?=$|r$)", "yze"),  # analyse
        (r"(?<=def|off|ret)ence$|(?<=lic)ence$", "ense"),  # defence, offence, pretence, licence; not difference
        (r"gramme$", "gram"),  # programme
        (r"(?<=[a-z]{3})tre$", "ter"),  # centre, theatre
        (r"(?<=[a-z]{3})ogue$", "og"),  # dialogue
        (r"dgement$", "dgment"),  # judgement
        (r"(?<=[a-z]{3})ll$", "l"),  # enroll; and `cancell`, to which the dictionary takes `cancelled`
    )
)
PLURAL_RE = re.compile(r"(?<![aious])s$|(?<=[xz])es$")
"""The ending of a name that the dictionary does not have: `Uighurs`; not of `Damascus` or `Tunis`."""
PEOPLE_RE = re.compile(r"(?<=[a-z]{3}an)s$")
"""The ending of what it has, and takes for a word of its own: `Iranians`; not of `means`."""


@lru_cache(maxsize=KEPT)
def stem(word: str) -> str:
    """Return what all forms of a folded word have in common: `sanction` for `sanctions` and `sanctioned`."""
    if len(word) < SHORTEST or not word.isalpha():
        return word
    one = _looked_up(word)
    for british, american in SPELLINGS:
        one = british.sub(american, one)
    return one


def _looked_up(word: str) -> str:
    if not simplemma.is_known(word, lang=LANGUAGE):
        return PLURAL_RE.sub("", word)
    form = str(simplemma.lemmatize(word, lang=LANGUAGE)).lower()
    # What begins otherwise may be a form (`went`), and is as often a relative (`better`): it stays itself.
    is_form = form.isalpha() and form[0] == word[0] and form != word and word not in NO_FORMS
    return form if is_form else PEOPLE_RE.sub("", word)
