"""Names to the people among them: `President Doe`, `Jane Doe` and `Doe` are one.

A title tells a person. Without one, a short name that follows a longer one with the same end is taken for the same
person, or thing, since texts say a name in full when it first comes up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from florilegium.subject_index.suggesting.cues import HEADS, PARTICLES, QUALIFIERS, TITLES
from florilegium.subject_index.suggesting.readings import Spelling, Standing
from florilegium.subject_index.suggesting.suggestions import Suggestion
from florilegium.subject_index.words import words

MOST = 4
"""Words in the name of a person."""
Name = tuple[str, ...]
"""Its words."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A name where it stands."""

    one: Standing
    bare: Standing
    """The same without a title."""
    whole: Name
    """The whole name of whom or what it names."""

    @property
    def titled(self) -> bool:
        return self.one != self.bare


def people(names: Sequence[Standing], spelling: Spelling) -> tuple[tuple[Suggestion, ...], tuple[Standing, ...]]:
    """Return a suggestion for each person, and the names that seem to be nobody's."""
    bare = [_without_title(one, spelling) for one in names]
    titled = {short.words for one, short in zip(names, bare, strict=True) if one != short}
    whole = _whole_names(bare, titled)
    gathered: dict[Name, list[_Named]] = {}
    for one, short in zip(names, bare, strict=True):
        named = _Named(one, short, whole.get(short.words, short.words))
        gathered.setdefault(named.whole, []).append(named)
    persons = {name for name, found in gathered.items() if any(one.titled or one.bare.words != name for one in found)}
    families = Counter(name[-1:] for name in gathered if len(name) > 1)
    suggestions = tuple(_suggestion(name, gathered[name], families) for name in gathered if name in persons)
    return suggestions, tuple(one.one for name, found in gathered.items() if name not in persons for one in found)


def _without_title(one: Standing, spelling: Spelling) -> Standing:
    """Return the name of a person without what stands before it: `US Secretary of State`; any other as it is."""
    at = max((at for at, word in enumerate(one.words) if word.casefold() in TITLES), default=-1) + 1
    if one.words[at - 1 : at + 1] == ("Secretary", "of"):
        at += 2
    name = one.words[at:]
    if at == 0 or not _may_be_a_person(name) or spelling.is_ordinary(name[0].casefold()):
        return one
    return replace(one, words=name, text=one.text[words(one.text)[at].start :])


def _may_be_a_person(name: Name) -> bool:
    """Say whether nothing in a name speaks against it."""
    parts = [word.casefold() for word in name]
    small = {word for word in name[:-1] if word.islower()}
    initialism = any(word.isupper() and len(word) > 1 for word in name)
    known = parts[0] in QUALIFIERS or not HEADS.isdisjoint(parts) if parts else True
    return len(name) <= MOST and small <= PARTICLES and not initialism and not known


def _whole_names(names: Sequence[Standing], titled: Set[Name]) -> Mapping[Name, Name]:
    """Map each name of one word to the whole name of the same person, where there is but one."""
    first: dict[Name, dict[str, int]] = {}
    for at, one in enumerate(names):
        first.setdefault(one.words, {}).setdefault(one.source, at)
    found: dict[Name, set[Name]] = {}
    for name, begun in first.items():
        for part in (name[-1:], name[:1]) if len(name) > 1 and _may_be_a_person(name) else ():
            told = part in titled or name in titled
            later = any(at < first.get(part, {}).get(source, -1) for source, at in begun.items())
            # A family name may come first, which only a title tells from a given one.
            if part in first and (told or (later and part == name[-1:])):
                found.setdefault(part, set()).add(name)
    return {part: whole.pop() for part, whole in found.items() if len(whole) == 1}


def _suggestion(name: Name, found: Sequence[_Named], families: Mapping[Name, int]) -> Suggestion:
    """Return a suggestion under the whole name, turned where a title tells that it is a person's.

    `families` counts the names that end alike: the last name of two people is a variant of neither.
    """
    standing = tuple(one.one for one in found)
    texts = {one.bare.words: one.bare.text for one in found}
    titles = [one.one.text for one in found if one.titled]
    whole = texts.get(name, " ".join(name))
    if len(name) == 1:
        return Suggestion(whole, "person", tuple(dict.fromkeys(titles)), standing)
    if not titles or name[:1] in texts or not PARTICLES.isdisjoint(name):
        short = tuple(text for part, text in texts.items() if part != name)
        return Suggestion(whole, "person" if titles else None, short, standing)
    last = name[-1]
    variants = (whole, last) if families[name[-1:]] == 1 else (whole,)
    return Suggestion(f"{last}, {whole[: whole.rindex(last)].strip()}", "person", variants, standing)
