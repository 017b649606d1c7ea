"""Texts and their subject index to the terms that it lacks, as an editor pastes them into `sources/terms.yml`.

A new text is indexed by throwing out what does not belong, not by looking for what does. So little that might be a term
is left out, and what is likeliest comes first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from florilegium.model import Authority, Placed, SeeEntry, SubjectIndex
from florilegium.subject_index.locating import NOTE
from florilegium.subject_index.suggesting.name_runs import names
from florilegium.subject_index.suggesting.people import people
from florilegium.subject_index.suggesting.readings import Spelling, Standing, readings
from florilegium.subject_index.suggesting.suggestions import Suggestion, compared, suggestions
from florilegium.subject_index.suggesting.word_groups import word_groups
from florilegium.subject_index.words import alike

ENOUGH_NOTES = 2
"""Notes in which a name must stand that stands in no ¶: a bibliography is no index."""
OF_A_NOTE = 0.5
"""What a note counts against a ¶."""
MOST_PLACES = 8
"""Places of a term that are named."""
UNDECIDED = "unknown"
"""Stands where an editor must say what a term names. It is no kind of term, so that loading asks for one."""
PLAIN_RE = re.compile(r"[^\W\d_](?:[\w.’&/-]|[ '](?=\w))*")
"""What YAML takes as the text it is: `Commission on Human Rights`. Not `Doe, Jane`, `1990` or `#MeToo`."""
RESERVED = frozenset("y n yes no on off true false null none".split())
"""What YAML, or an older one, takes for something else than a text."""
NOTHING = "# Nothing to suggest: the terms hold every name, and every group of words that recurs.\n"
EXPLAINED = """\
# What no term holds yet, best first. Paste what belongs in the index under 'terms:' in sources/terms.yml, throw out the
# rest, and where it says 'kind: unknown' decide: person, place, institution, law, event or concept.
"""


def suggest_terms(placed: Sequence[Placed], index: SubjectIndex, source: str = "") -> str:
    """Return entries to be pasted under `terms:`, each below a comment that says where it stands.

    They hold the names, and the groups of small words, that no term of the index holds: of one source, where that is
    named, else of all.
    """
    every = readings(placed, index)
    spelling = Spelling.of(every)
    read = [one for one in every if source in ("", one.source)]
    persons, others = people(tuple(_worth_it(names(read, spelling), spelling)), spelling)
    found = (*persons, *suggestions(others, word_groups(read, spelling)))
    return pasted(_each_once(_untaken(sorted(found, key=_rank), index.authority)))


def _worth_it(found: Sequence[Standing], spelling: Spelling) -> Iterator[Standing]:
    """Yield the names that stand in a ¶, and of those in notes alone the ones that recur there and are no titles."""
    in_blocks = {compared(one.words) for one in found if not one.in_note}
    notes: dict[tuple[str, ...], set[int]] = {}
    for one in found:
        if not one.quoted:
            notes.setdefault(compared(one.words), set()).add(one.order)
    for one in found:
        recurs = len(notes.get(compared(one.words), ())) >= ENOUGH_NOTES
        named = len(one.words) > 1 and not all(spelling.is_ordinary(word.casefold()) for word in one.words)
        if compared(one.words) in in_blocks or (recurs and named):
            yield one


def _rank(suggestion: Suggestion) -> tuple[bool, float, int, str]:
    """Put first what stands in more ¶, then in more sources."""
    notes = len(suggestion.places) - suggestion.blocks
    sources = {source for source, _ in suggestion.places}
    return not suggestion.blocks, -suggestion.blocks - OF_A_NOTE * notes, -len(sources), suggestion.name


def _untaken(found: Iterable[Suggestion], authority: Authority) -> Iterator[Suggestion]:
    """Yield the suggestions without variants that stand for another term already: one variant has one term."""
    terms = authority.terms
    taken = {alike(text) for term in terms for text in (term.name, *term.variants)}
    taken |= {alike(text) for term in terms for _, texts in term.variants_in for text in texts}
    taken |= {alike(entry.name) for entry in authority.see}
    for suggestion in found:
        free: dict[str, str] = {}
        for text in (suggestion.name, *suggestion.variants):
            if alike(text) not in taken:
                free.setdefault(alike(text), text)
        taken.update(free)
        if free:
            name, *variants = free.values()
            yield replace(suggestion, name=name, variants=tuple(variants))


def _each_once(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Return the suggestions, those as one whose names would have one address on the page of the index."""
    by_anchor: dict[str, Suggestion] = {}
    for suggestion in found:
        anchor = SeeEntry(suggestion.name, "", 0).anchor
        first = by_anchor.get(anchor, replace(suggestion, variants=(), standing=()))
        variants = dict.fromkeys((*first.variants, suggestion.name, *suggestion.variants))
        variants.pop(first.name, None)
        standing = (*first.standing, *suggestion.standing)
        by_anchor[anchor] = Suggestion(first.name, first.kind or suggestion.kind, tuple(variants), standing)
    return tuple(by_anchor.values())


def pasted(suggestions: Sequence[Suggestion]) -> str:
    """Return the suggestions as YAML, or one line that says there are none."""
    return "".join((EXPLAINED, *(_told(suggestion) for suggestion in suggestions))) if suggestions else NOTHING


def _told(suggestion: Suggestion) -> str:
    times = len(suggestion.standing)
    lines = [
        f"# {times} {'time' if times == 1 else 'times'}: {_places(suggestion)}",
        f"- term: {_scalar(suggestion.name)}",
        f"  kind: {suggestion.kind or UNDECIDED}",
    ]
    if suggestion.variants:
        lines.append(f"  variants: [{', '.join(_scalar(text) for text in suggestion.variants)}]")
    return "".join(f"  {line}\n" for line in lines)


def _places(suggestion: Suggestion) -> str:
    """Return the places as an index names them: `smith-2020 ¶ 3, 5, n. 12; jones-2021 ¶ 4`."""
    named = [
        f"{source} {', '.join(_of_one_kind([place for _, place in places]))}"
        for source, places in groupby(suggestion.places[:MOST_PLACES], key=lambda one: one[0])
    ]
    return "; ".join(named) + (" …" if len(suggestion.places) > MOST_PLACES else "")


def _of_one_kind(places: Sequence[str]) -> list[str]:
    numbers = [("n. " if place.startswith(NOTE) else "¶ ", place[1:]) for place in places]
    told = [at > 0 and numbers[at - 1][0] == sign for at, (sign, _) in enumerate(numbers)]
    return [number if known else sign + number for known, (sign, number) in zip(told, numbers, strict=True)]


def _scalar(text: str) -> str:
    """Return a text as YAML, in quotation marks where it needs them."""
    plain = PLAIN_RE.fullmatch(text) and text.lower() not in RESERVED
    return text if plain else json.dumps(text, ensure_ascii=False)
