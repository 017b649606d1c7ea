"""The terms of the subject index: `sources/terms.yml`, where an editor says by which words the texts speak of what.

Each entry is read by itself first, then held against the others. Where the texts speak of a term is found later.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import cast, get_args

from florilegium.load.fields import Fields
from florilegium.load.term_conflicts import Entry, Variant, composed, term_conflicts
from florilegium.load.yaml_nodes import Node, read_yaml
from florilegium.model import Authority, IndexTerm, IndexTermKind, SeeEntry
from florilegium.problems import Problem, did_you_mean

TERM_KEYS = ("term", "kind", "variants", "in", "not", "see", "see_also")
ENTRY_HINT = "write below 'terms:' a line for each term: '  - {term: human rights, kind: concept}'"
SIGN_RE = re.compile(r"[^\W_]")
"""A letter or a figure."""


def read_terms(text: str, path: str, sources: Collection[str]) -> tuple[Authority, tuple[Problem, ...]]:
    """Parse the file of terms; where it is faulty the returned terms are not to be used."""
    node, unread = read_yaml(text, path)
    if node is None:
        return Authority(), unread
    nodes, faults = _listed(node, path)
    read = [_entry(one, path, sources) for one in nodes]
    entries = [entry for entry, _ in read if entry]
    values = [entry.value for entry in entries]
    authority = Authority(
        tuple(value for value in values if isinstance(value, IndexTerm)),
        tuple(value for value in values if isinstance(value, SeeEntry)),
    )
    own = (problem for _, problems in read for problem in problems)
    return authority, (*unread, *faults, *own, *term_conflicts(entries, path))


def _listed(node: Node, path: str) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """Return the entries of the file, which has nothing else."""
    if node.mapping is None:
        return (), (Problem("wrong-type", path, node.line, f"the file is {node.kind}, not 'terms:'", ENTRY_HINT),)
    fields = Fields.of(node, path, "the file of terms")
    fields.only(("terms",), "the file of terms")
    terms = node.mapping.get("terms")
    if terms is None:
        missing = Problem("missing-key", path, node.line, "the file lists no terms", ENTRY_HINT)
        return (), tuple(fields.problems) or (missing,)
    if terms.sequence is None:
        fields.problems.append(Problem("wrong-type", path, terms.line, "'terms' is no list", ENTRY_HINT))
    return terms.sequence or (), tuple(fields.problems)


def _entry(node: Node, path: str, sources: Collection[str]) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Return an entry, if it has a name, and what is wrong with it."""
    fields = Fields.of(node, path, "a term")
    if node.mapping is None:
        return None, tuple(fields.problems)
    fields.only(TERM_KEYS, "a term")
    name = fields.text("term")
    entry = _see_entry(fields, name) if "see" in fields.mapping else _index_term(fields, name, sources)
    if name and not entry.value.anchor:
        hint = "write a name with a letter or a figure in it: its address is made of them"
        message = f"'{name}' is no name of a term"
        fields.problems.append(Problem("empty-term", path, fields.line_of("term"), message, hint))
    return entry if entry.value.anchor else None, tuple(fields.problems)


def _see_entry(fields: Fields, name: str) -> Entry:
    idle = [key for key in TERM_KEYS if key in fields.mapping and key not in ("term", "see")]
    if idle:
        named = ", ".join(f"'{key}'" for key in idle)
        message = f"an entry with 'see' only sends the reader on; idle in it: {named}"
        hint = "leave out what is idle, or 'see' where the term has places of its own"
        fields.problems.append(Problem("idle-key", fields.path, fields.line_of("see"), message, hint))
    see = composed(fields.text("see"))
    leads = ((see, fields.line_of("see")),) if see else ()
    return Entry(SeeEntry(composed(name), see, fields.line), leads=leads)


def _index_term(fields: Fields, name: str, sources: Collection[str]) -> Entry:
    kind = fields.choice("kind", get_args(IndexTermKind))
    added = [Variant(composed(text), "", line) for text, line in fields.lined_texts("variants") or ()]
    added += _variants_in(fields, sources)
    phrases = fields.lined_texts("not") or ()
    see_also = tuple((composed(text), line) for text, line in fields.lined_texts("see_also") or ())
    hint = "write words as a text prints them, or leave it out"
    fields.problems.extend(
        Problem("empty-variant", fields.path, one.line, f"'{one.text}' is no variant", hint)
        for one in added
        if not SIGN_RE.search(one.text)
    )
    variants = (
        Variant(composed(name), "", fields.line_of("term")),
        *(one for one in added if SIGN_RE.search(one.text)),
    )
    everywhere = tuple(dict.fromkeys(one.text for one in variants if not one.source))
    term = IndexTerm(
        name=composed(name),
        kind=cast("IndexTermKind", kind),
        variants=everywhere,
        variants_in=_by_source(one for one in variants if one.source and one.text not in everywhere),
        without=tuple(dict.fromkeys(text for text, _ in phrases)),
        see_also=tuple(dict.fromkeys(text for text, _ in see_also)),
        line=fields.line,
    )
    # Where variants could not be read, a phrase may seem to hold none.
    return Entry(term, variants, () if fields.problems else phrases, see_also)


def _variants_in(fields: Fields, sources: Collection[str]) -> list[Variant]:
    """Read the variants that hold in one source alone."""
    node = fields.mapping.get("in")
    if node is None:
        return []
    if node.mapping is None:
        hint = "write a source and what it prints, as in 'in: {smith-2020: [animal rights]}'"
        fields.problems.append(Problem("wrong-type", fields.path, node.line, f"'in' is {node.kind}", hint))
        return []
    by_source = Fields.of(node, fields.path, "'in'")
    variants: list[Variant] = []
    for source, line in node.key_lines.items():
        if source not in sources:
            hint = did_you_mean(source, sources, "the sources are the records sources/*.yml")
            by_source.problems.append(Problem("unknown-source", fields.path, line, f"no source '{source}'", hint))
        variants += [Variant(composed(text), source, at) for text, at in by_source.lined_texts(source) or ()]
    fields.problems.extend(by_source.problems)
    return variants


def _by_source(variants: Iterable[Variant]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Gather variants that hold in one source alone, each once."""
    texts: dict[str, dict[str, None]] = {}
    for one in variants:
        texts.setdefault(one.source, {})[one.text] = None
    return tuple((source, tuple(found)) for source, found in texts.items())
