"""What might be terms, where it stands, to suggestions: the variants of a phrase in one, under the likeliest name."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import IndexTermKind
from florilegium.subject_index.suggesting.capital_runs import is_initialism
from florilegium.subject_index.suggesting.cues import HEADS, INSIDE, KINDS
from florilegium.subject_index.suggesting.readings import Standing

LEADING = (("us",), ("united", "states"), ("un",), ("united", "nations"))
"""What is left out, with `the`, where a phrase is compared with another."""
Compared = tuple[str, ...]
"""The words of a phrase as its variants share them."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What might be a term."""

    name: str
    kind: IndexTermKind | None
    """None where nothing tells."""
    variants: tuple[str, ...]
    """Without the name."""
    standing: tuple[Standing, ...]

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """The source and the id of each ¶ and note, in text order."""
        in_order = sorted(self.standing, key=lambda one: one.order)
        return tuple(dict.fromkeys((one.source, one.place) for one in in_order))

    @property
    def blocks(self) -> int:
        """In how many ¶ it stands."""
        return len({one.order for one in self.standing if not one.in_note})


def suggestions(names: Iterable[Standing], groups: Iterable[Standing]) -> Iterator[Suggestion]:
    """Yield a suggestion for each name and group; the variants of one phrase share theirs."""
    gathered: dict[Compared, list[Standing]] = {}
    for one in (*names, *groups):
        gathered.setdefault(compared(one.words), []).append(one)
    initialisms = _initialisms(gathered)
    for key, standing in gathered.items():
        if key not in initialisms:
            short = [one for other, whole in initialisms.items() if whole == key for one in gathered[other]]
            yield _suggestion((*standing, *short))


def compared(words: Sequence[str]) -> Compared:
    """Return the words of a phrase without case, accents, stops, `the` or `U.S.` before it, and plural."""
    plain = tuple(_plain(word) for word in words)
    plain = plain[1:] if plain[0] == "the" and len(plain) > 1 else plain
    for leading in LEADING:
        rest = plain[len(leading) :]
        if plain[: len(leading)] == leading and (len(rest) > 1 or not HEADS.isdisjoint(rest)):
            plain = rest
    return tuple(_stem(word) for word in plain)


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.replace(".", "").replace("ı", "i"))
    return "".join(char for char in letters if not unicodedata.combining(char)).casefold()


def _stem(word: str) -> str:
    """Return what a noun and its plural share: of `agencies`, `crises` and `abuses` it is `agency`, `cris`, `abus`."""
    if len(word) < 4 or word.endswith(("ss", "us")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("is").removesuffix("s").removesuffix("e")


def _initialisms(gathered: Mapping[Compared, Sequence[Standing]]) -> dict[Compared, Compared]:
    """Map each initialism to the name that it is made of, where there is but one: `UN` to `United Nations`."""
    names: dict[str, set[Compared]] = {}
    for key, standing in gathered.items():
        for words in {one.words for one in standing if len(one.words) > 1 and not one.text.islower()}:
            if not any(is_initialism(word) for word in words):
                for part in (words, [word for word in words if word not in INSIDE]):
                    names.setdefault("".join(word[0] for word in part).upper(), set()).add(key)
    found: dict[Compared, Compared] = {}
    for key, standing in gathered.items():
        words = standing[0].words
        whole = names.get(words[0].replace(".", ""), set()) if len(words) == 1 and is_initialism(words[0]) else set()
        if len(whole) == 1:
            (found[key],) = whole
    return found


def _suggestion(standing: Sequence[Standing]) -> Suggestion:
    """Return a suggestion under the variant that stands most often, rather one spelled out than an initialism."""
    texts = Counter(one.text for one in standing)
    # A variant in small letters is found with a capital, too.
    small = {text for text in texts if text.islower()}
    kept = [text for text in texts if text in small or text.lower() not in small]
    name = max(kept, key=lambda text: (not text.replace(".", "").isupper(), texts[text]))
    words = next(one.words for one in standing if one.text == name)
    kind = "concept" if name in small else _kind(words)
    return Suggestion(name, kind, tuple(one for one in kept if one != name), tuple(standing))


def _kind(words: Sequence[str]) -> IndexTermKind | None:
    """Return what a name is the name of, told from its last word, or the last before `of` and the like."""
    headed = [word.casefold() for word in words if not word.isdecimal()]
    end = next((at for at, word in enumerate(headed) if word in INSIDE), len(headed))
    return next((kind for kind, cues in KINDS.items() if headed[:end] and headed[end - 1] in cues), None)
