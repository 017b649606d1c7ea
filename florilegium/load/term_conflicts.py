"""The terms of the subject index held against each other: what stands twice, leads nowhere, or has no use.

An index sends its reader to one place for one thing. So no two terms may be printed alike or have one address, and each
`see` leads to a term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from florilegium.model import IndexTerm, SeeEntry
from florilegium.problems import Problem, did_you_mean

PRINTED_ALIKE = (("-‐‑‒–—―−⸺⸻﹘﹣－֊־", " "), ("‘’‚‛ʼʻ′`´", "'"), ("“”„‟″«»", '"'))
"""What a text may print for a gap and for quotation marks. The index finds terms by the same; a test compares them."""
PLAIN = {ord(char): plain for chars, plain in PRINTED_ALIKE for char in chars}


@dataclass(frozen=True, slots=True)
class Variant:
    """Words under which a term is printed."""

    text: str
    source: str
    """The one source in which they mean it; empty: all."""
    line: int
    """1-based line in `sources/terms.yml`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the file, with the lines of what is held against others. What could not be read is not in it."""

    value: IndexTerm | SeeEntry
    variants: tuple[Variant, ...] = ()
    """Of all sources, the name among them; none where the entry only sends the reader on."""
    phrases: tuple[tuple[str, int], ...] = ()
    """What `not` lists, each with its line."""
    leads: tuple[tuple[str, int], ...] = ()
    """What `see` or `see_also` name, each with its line."""


def term_conflicts(entries: Sequence[Entry], path: str) -> tuple[Problem, ...]:
    """Return what is wrong with entries that are each well written."""
    firsts: dict[str, Entry] = {}
    for entry in entries:
        firsts.setdefault(entry.value.anchor, entry)
    return (
        *_terms_twice(entries, firsts, path),
        # An entry that stands twice has its variants twice, which is the same fault.
        *_variants_twice(firsts.values(), path),
        *_see_elsewhere(firsts.values(), path),
        *_idle_phrases(entries, path),
        *_leading_nowhere(entries, path),
    )


def composed(text: str) -> str:
    """Return a text with its accents in their letters, so that equal names are equal."""
    return unicodedata.normalize("NFC", text)


def _terms_twice(entries: Iterable[Entry], firsts: Mapping[str, Entry], path: str) -> Iterator[Problem]:
    """Report each entry whose address another has already."""
    for value in (entry.value for entry in entries):
        first = firsts[value.anchor].value
        if first is value:
            continue
        message = f"'{value.name}' stands twice"
        hint = f"it stands in line {first.line} already: keep one of the two"
        if value.name != first.name:
            message = f"'{value.name}' has the address of '{first.name}' (line {first.line}): #{value.anchor}"
            hint = "give one of them another name, or make it a variant of the other"
        yield Problem("term-twice", path, value.line, message, hint)


def _variants_twice(entries: Iterable[Entry], path: str) -> Iterator[Problem]:
    """Report each variant that stands for another term too, in the same text."""
    hint = "keep it under the term that it means; where texts mean different ones by it, write it under 'in', by source"
    known: dict[str, list[tuple[Variant, Entry]]] = {}
    for entry in entries:
        # Variants of one term that are printed alike are one variant.
        variants = {(_evened(one.text), one.source): one for one in reversed(entry.variants)}
        for (evened, _), variant in variants.items():
            alike = known.setdefault(evened.casefold(), [])
            other = next((one.value for had, one in alike if one is not entry and _clash(variant, had)), None)
            alike.append((variant, entry))
            if other:
                message = f"'{variant.text}' stands for '{other.name}' (line {other.line}) as well"
                yield Problem("variant-twice", path, variant.line, message, hint)


def _see_elsewhere(entries: Collection[Entry], path: str) -> Iterator[Problem]:
    """Report each entry that sends the reader away from the term for which its name stands in the texts."""
    terms = {entry.value.name for entry in entries if isinstance(entry.value, IndexTerm)}
    known: dict[str, list[tuple[Variant, Entry]]] = {}
    for entry in entries:
        for variant in entry.variants:
            known.setdefault(_evened(variant.text).casefold(), []).append((variant, entry))
    # Where `see` itself is at fault, the term that is meant may well be the right one.
    for own in (one.value for one in entries if isinstance(one.value, SeeEntry) and one.value.see in terms):
        name = Variant(own.name, "", own.line)
        alike = known.get(_evened(own.name).casefold(), ())
        meant = {one.value.name: one.value for variant, one in alike if _clash(name, variant)}
        if meant and own.see not in meant:
            other = next(iter(meant.values()))
            message = f"'{own.name}' stands for '{other.name}' (line {other.line}), and leads to '{own.see}'"
            hint = f"write 'see: {other.name}', or take '{own.name}' out of the variants of '{other.name}'"
            yield Problem("variant-twice", path, own.line, message, hint)


def _clash(one: Variant, other: Variant) -> bool:
    """Tell whether two variants that differ in case, if at all, can be the same words of one text."""
    together = one.source == other.source or not (one.source and other.source)
    return together and _holds(one.text, other.text)


def _idle_phrases(entries: Iterable[Entry], path: str) -> Iterator[Problem]:
    """Report each phrase in which nothing could be taken for the term, or that leaves nothing of a variant."""
    hint = "write a whole phrase, as 'Human Rights Watch' is one for 'human rights'; or leave it out"
    for entry in entries:
        for phrase, line in entry.phrases:
            undone = next((one.text for one in entry.variants if _undoes(phrase, one.text)), "")
            if undone:
                message = f"'{phrase}' under 'not' undoes the variant '{undone}' of '{entry.value.name}'"
                yield Problem("variant-undone", path, line, message, hint)
            elif not any(_holds(phrase, variant.text) for variant in entry.variants):
                message = f"'{phrase}' holds no variant of '{entry.value.name}'"
                yield Problem("idle-phrase", path, line, message, hint)


def _leading_nowhere(entries: Iterable[Entry], path: str) -> Iterator[Problem]:
    """Report each `see` and `see_also` at which a reader finds no term."""
    values = {entry.value.name: entry.value for entry in entries}
    meant = {variant.text: entry.value.name for entry in entries for variant in entry.variants}
    for entry in entries:
        own = entry.value
        others = [name for name, one in values.items() if isinstance(one, IndexTerm) and name != own.name]
        for name, line in dict(entry.leads).items():
            target = values.get(name)
            if target is None:
                hint = did_you_mean(name, others, "the names of terms, as they are written")
                if meant.get(name) in others:
                    hint = f"write '{meant[name]}': '{name}' is a variant of it"
                yield Problem("unknown-term", path, line, f"no term '{name}'", hint)
            elif target.name == own.name:
                yield Problem("see-itself", path, line, f"'{name}' leads to itself", "name another term")
            elif isinstance(target, SeeEntry):
                message = f"'{name}' only sends the reader on, to '{target.see}'"
                hint = f"write '{target.see}'" if target.see in others else "name a term with places of its own"
                yield Problem("see-to-see", path, line, message, hint)


def _undoes(phrase: str, words: str) -> bool:
    """Tell whether a phrase is found wherever words are. One with a capital leaves them in other letters."""
    whole, part = _evened(phrase), _evened(words)
    if whole == whole.lower():
        whole, part = whole.casefold(), part.casefold()
    return whole == part


def _holds(phrase: str, words: str) -> bool:
    """Tell whether words stand in a phrase. What has no capital is looked for in both cases."""
    whole, part = _evened(phrase), _evened(words)
    if whole == whole.lower() or part == part.lower():
        whole, part = whole.casefold(), part.casefold()
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


def _evened(text: str) -> str:
    """Return words as any text might print them: one kind of gap, of quotation mark, and of accent."""
    return " ".join(composed(text).translate(PLAIN).split())
