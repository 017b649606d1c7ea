"""citations.bib to References, with the guards that its parser lacks: it never raises, nor says what it drops."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)

from florilegium.bibliography.entries import PATH, ReadEntry, read_entry, undefined_string
from florilegium.bibliography.guards import faults
from florilegium.bibliography.values import read_value
from florilegium.bibliography.vocabulary import MONTHS
from florilegium.model import Reference
from florilegium.problems import Problem

KEY_RE = re.compile(r"@\w+\s*[{(]\s*(?P<key>[^\s,{}=\"#]+)")
NO_COMMA_RE = re.compile(KEY_RE.pattern + r"(?:\s+\w+)+\s*=")
"""`@book{key title =`"""
UNSEEN_RE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control signs but for tab and line end, and signs that turn the direction of letters."""
FIELD_LINE_RE = re.compile(r"\s*(?P<name>[A-Za-z]\w*)\s*=")
CLOSING_LINE_RE = re.compile(r"\s*[})]\s*$")

# What the parser would write to the terminal by itself is among our problems.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


def read_references(text: str) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """Parse citations.bib; every block that cannot be used is a problem."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # What goes out again does not depend on who saved it.
    blocks = [_unwrapped(block) for block in parse_string(text, parse_stack=[]).blocks]
    strings, problems = _strings(blocks)
    entries = [read_entry(block, strings) for block in blocks if isinstance(block, Entry)]
    failed = [(at, block) for at, block in enumerate(blocks) if isinstance(block, ParsingFailedBlock)]
    # An entry that cannot be read is there all the same: who names it is not at fault.
    keys = {entry.reference.key for entry in entries} - {""}
    keys |= {match["key"] for _, block in failed if (match := KEY_RE.match(block.raw or ""))}
    problems += [_failure(block, blocks[at + 1 : at + 2]) for at, block in failed]
    problems += _stray_text(blocks)
    problems += _in_remarks(entries, text.split("\n"))
    problems += _unseen(text)
    for entry in entries:
        problems += [*entry.problems, *faults(entry, keys)]
    first, repeated = _by_key(entries)
    return tuple(entry.reference for entry in first), tuple(problems + repeated)


def _unseen(text: str) -> list[Problem]:
    """Report signs that no one sees, and that would go into pages and records: control signs, turns of direction."""
    return [
        Problem(
            "bib-control-character",
            PATH,
            text.count("\n", 0, match.start()) + 1,
            f"a sign that is not seen (U+{ord(match[0]):04X})",
            "take it out: it came with a copy from elsewhere",
        )
        for match in UNSEEN_RE.finditer(text)
    ]


def _unwrapped(block: Block) -> Block:
    """Return what the parser gives up as doubled: we say ourselves what stands twice, and where."""
    while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) and block.ignore_error_block is not None:
        block = block.ignore_error_block
    return block


def _strings(blocks: Iterable[Block]) -> tuple[dict[str, str], list[Problem]]:
    """Return what each @string stands for, by its name in lower case; each may use those above it."""
    strings = dict(MONTHS)
    problems = []
    for block in blocks:
        if isinstance(block, String):
            value = read_value(block.value, strings)
            line, name = _line(block), block.key.lower()
            owner = f"@string '{block.key}'"
            problems += [undefined_string(owner, one, line, strings) for one in value.undefined]
            if value.joins_nothing or block.value[value.end :].strip():
                hint = "write @string{name = {…}}, or join parts by #"
                problems.append(Problem("bib-bad-value", PATH, line, f"{owner} has no value that can be read", hint))
            if name in strings:
                hint = "give one of them another name"
                problems.append(Problem("bib-duplicate-string", PATH, line, f"{owner} is defined already", hint))
            strings.setdefault(name, value.text)
    return strings, problems


def _by_key(entries: Iterable[ReadEntry]) -> tuple[list[ReadEntry], list[Problem]]:
    """Return the first entry of each key; to BibTeX, those that differ in capitals alone are one."""
    first: dict[str, ReadEntry] = {}
    problems = []
    for entry in entries:
        reference = entry.reference
        other = first.setdefault(reference.key.lower(), entry).reference
        if other is not reference and reference.key:
            same = "" if other.key == reference.key else f", but for capitals ('{other.key}')"
            message = f"the key '{reference.key}' stands twice, first on line {other.line}{same}"
            hint = "give the second entry another key"
            problems.append(Problem("bib-duplicate-key", PATH, reference.line, message, hint))
    return list(first.values()), problems


def _stray_text(blocks: Iterable[Block]) -> list[Problem]:
    """Report text between entries that is no remark, once for each place."""
    problems = []
    after_failure = False
    for block in blocks:
        # What follows an entry that could not be read is its remainder.
        if isinstance(block, ImplicitComment) and not after_failure:
            for number, line in enumerate(block.comment.split("\n"), start=_line(block)):
                # `%` begins a remark; anything else between entries was meant to be one.
                if line.strip() and not line.lstrip().startswith("%"):
                    message = f"text outside any entry: “{' '.join(line.split()[:6])}”"
                    hint = "an entry begins with '@type{key,' and ends with its brace; begin a remark with '%'"
                    problems.append(Problem("bib-stray-text", PATH, number, message, hint))
                    break
        after_failure = isinstance(block, ParsingFailedBlock)
    return problems


def _in_remarks(entries: Iterable[ReadEntry], lines: list[str]) -> list[Problem]:
    """Report entries behind a `%`: no program that reads this format leaves them out."""
    hint = "delete it: a remark cannot hold an entry"
    return [
        Problem("bib-entry-in-remark", PATH, one.line, f"'{one.key}' is read, though a '%' stands before it", hint)
        for one in (entry.reference for entry in entries)
        if lines[one.line - 1].lstrip().startswith("%")
    ]


def _failure(block: ParsingFailedBlock, below: list[Block]) -> Problem:
    """Say what is wrong with a block that the parser gave up, and where."""
    raw, line = block.raw or "", _line(block)
    # A block given up before its end leaves its remainder as a comment; its open braces say nothing.
    whole = not any(isinstance(one, ImplicitComment) for one in below)
    if match := NO_COMMA_RE.match(raw):
        message = f"a comma is missing after the key '{match['key']}'"
        return Problem("bib-missing-comma", PATH, line, message, "write '@type{key,'")
    if whole and raw.count("{") > raw.count("}"):
        at, name = _unclosed(raw.split("\n"))
        where = f"of '{name}'" if name else "in this entry"
        message = f"a brace {where} is never closed"
        return Problem("bib-unclosed-brace", PATH, line + at, message, "close each '{' by a '}'")
    hint = "look for a missing comma, brace or quotation mark, or a field without '='"
    return Problem("bib-unreadable", PATH, line, "an entry that cannot be read", hint)


def _unclosed(lines: list[str]) -> tuple[int, str]:
    """Return which line of an entry, from 0, opens a brace that the next field finds open, and its field."""
    for at, line in enumerate(lines):
        match = FIELD_LINE_RE.match(line)
        below = next((one for one in lines[at + 1 :] if one.strip()), "}")
        follows = FIELD_LINE_RE.match(below) or CLOSING_LINE_RE.match(below)
        if match and follows and line.count("{") > line.count("}"):
            return at, match["name"]
    return 0, ""


def _line(block: Block) -> int:
    """Return the 1-based line; the parser counts from 0."""
    return (block.start_line or 0) + 1
