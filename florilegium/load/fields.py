"""Read the known keys of a mapping: each of its type, none unknown, none missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from florilegium.addresses import addresses
from florilegium.load.yaml_nodes import Node
from florilegium.problems import Problem, did_you_mean


@dataclass(slots=True)
class Fields:
    """The keys of one mapping; what is wrong with them gathers in `problems`, which belongs to this reader alone."""

    path: str
    line: int
    mapping: dict[str, Node]
    key_lines: dict[str, int]
    problems: list[Problem]

    @classmethod
    def of(cls, node: Node | None, path: str, what: str) -> Fields:
        """Read a node that should be a mapping."""
        if node is None or node.mapping is None:
            line = node.line if node else 1
            hint = f"write {what} as 'key: value', a key a line"
            problems = [Problem("wrong-type", path, line, f"{what} is no mapping", hint)] if node else []
            return cls(path, line, {}, {}, problems)
        return cls(path, node.line, node.mapping, node.key_lines, [])

    def only(self, known: Iterable[str], what: str) -> None:
        """Report each key that is not known."""
        names = tuple(known)
        for key in self.mapping:
            if key not in names:
                hint = did_you_mean(key, names, f"the keys of {what}")
                self._report("unknown-key", self.key_lines[key], f"unknown key '{key}'", hint)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default the key must be there."""
        node = self._get(key, required=default is None)
        if node is None or (node.scalar is None and default is not None and node.kind == "nothing"):
            return default or ""
        if text := _as_text(node):
            return text
        self._wrong_type(key, node, "text")
        return default or ""

    def address(self, key: str, hint: str) -> str:
        """Return one web address, or nothing where the key is not there."""
        value = self.text(key, "")
        if value and addresses(value) != ((0, len(value)),):
            self._report("bad-address", self.line_of(key), f"'{value}' is no web address", hint)
        return value

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Return one of a closed list of words."""
        if key not in self.mapping:
            hint = f"add a line '{key}: …': one of {', '.join(choices)}"
            self._report("missing-key", self.line, f"'{key}' is missing", hint)
            return choices[0]
        value = self.text(key)
        if value and value not in choices:
            hint = did_you_mean(value, choices, f"what '{key}' may be")
            self._report("unknown-value", self.mapping[key].line, f"unknown {key} '{value}'", hint)
            return choices[0]
        return value or choices[0]

    def number(self, key: str, default: int | None) -> int | None:
        """Return a whole number, 1 or more."""
        node = self._get(key, required=False)
        if node is None:
            return default
        if isinstance(node.scalar, int) and not isinstance(node.scalar, bool) and node.scalar > 0:
            return node.scalar
        self._wrong_type(key, node, "a whole number above 0")
        return default

    def flag(self, key: str) -> bool | None:
        """Return true or false; None where the key is not there."""
        node = self._get(key, required=False)
        if node is None:
            return None
        if isinstance(node.scalar, bool):
            return node.scalar
        self._wrong_type(key, node, "true or false")
        return None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts; None where the key is not there."""
        listed = self.lined_texts(key)
        return None if listed is None else tuple(text for text, _ in listed)

    def lined_texts(self, key: str) -> tuple[tuple[str, int], ...] | None:
        """Return a list of texts, each with its line; None where the key is not there, or has no list."""
        node = self._get(key, required=False)
        if node is None:
            return None
        if node.sequence is None:
            self._wrong_type(key, node, "a list of texts, as in [one, two]")
            return None
        listed: list[tuple[str, int]] = []
        for entry in node.sequence:
            text = _as_text(entry)
            if text is None:
                hint = "write each as text, in quotation marks where YAML would read something else"
                self._report("wrong-type", entry.line, f"'{key}' lists {_told(entry)}", hint)
            else:
                listed.append((text, entry.line))
        return tuple(listed)

    def line_of(self, key: str) -> int:
        """Return the line of a key, or of the mapping where the key is not there."""
        return self.key_lines.get(key, self.line)

    def _get(self, key: str, *, required: bool) -> Node | None:
        node = self.mapping.get(key)
        if node is None and required:
            self._report("missing-key", self.line, f"'{key}' is missing", f"add a line '{key}: …'")
        return node

    def _wrong_type(self, key: str, node: Node, wanted: str) -> None:
        # To YAML `no` is false, and no text.
        if wanted == "text" and isinstance(node.scalar, bool):
            wanted = f'text in quotation marks: "{node.literal}"'
        self._report("wrong-type", node.line, f"'{key}' is {_told(node)}", f"write {wanted}")

    def _report(self, name: str, line: int, message: str, hint: str) -> None:
        self.problems.append(Problem(name, self.path, line, message, hint))


def _as_text(node: Node) -> str | None:
    """Return a text, its spaces made single, or a number or date as it is written; None for anything else."""
    if isinstance(node.scalar, str):
        return " ".join(node.scalar.split())
    if isinstance(node.scalar, (int, float, date)) and not isinstance(node.scalar, bool):
        return node.literal
    return None


def _told(node: Node) -> str:
    """Return a value as a problem quotes it: what stands in the file, or what kind of thing that is."""
    return f"'{node.literal}'" if node.scalar is not None else node.kind
