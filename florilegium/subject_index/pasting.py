"""Entries to the YAML that an editor pastes into `sources/terms.yml`."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import groupby

from florilegium.subject_index.entries import Entry
from florilegium.subject_index.locating import NOTE

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


def pasted(entries: Sequence[Entry]) -> str:
    """Return the entries as YAML, or one line that says there are none."""
    return "".join((EXPLAINED, *(_told(entry) for entry in entries))) if entries else NOTHING


def _told(entry: Entry) -> str:
    times = len(entry.standing)
    lines = [
        f"# {times} {'time' if times == 1 else 'times'}: {_places(entry)}",
        f"- term: {_scalar(entry.name)}",
        f"  kind: {entry.kind or UNDECIDED}",
    ]
    if entry.variants:
        lines.append(f"  variants: [{', '.join(_scalar(text) for text in entry.variants)}]")
    return "".join(f"  {line}\n" for line in lines)


def _places(entry: Entry) -> str:
    """Return the places as an index names them: `smith-2020 ¶ 3, 5, n. 12; jones-2021 ¶ 4`."""
    named = [
        f"{source} {', '.join(_of_one_kind([place for _, place in places]))}"
        for source, places in groupby(entry.places[:MOST_PLACES], key=lambda one: one[0])
    ]
    return "; ".join(named) + (" …" if len(entry.places) > MOST_PLACES else "")


def _of_one_kind(places: Sequence[str]) -> list[str]:
    numbers = [("n. " if place.startswith(NOTE) else "¶ ", place[1:]) for place in places]
    told = [at > 0 and numbers[at - 1][0] == sign for at, (sign, _) in enumerate(numbers)]
    return [number if known else sign + number for known, (sign, number) in zip(told, numbers, strict=True)]


def _scalar(text: str) -> str:
    """Return a text as YAML, in quotation marks where it needs them."""
    plain = PLAIN_RE.fullmatch(text) and text.lower() not in RESERVED
    return text if plain else json.dumps(text, ensure_ascii=False)
