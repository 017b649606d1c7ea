"""YAML as values that know their line, so that a fault can be named by file and line."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import yaml

from florilegium.problems import Problem

Scalar = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands: one of scalar, mapping or sequence."""

    line: int
    """1-based."""
    scalar: Scalar = None
    literal: str = ""
    """A scalar as it is written: `1.10`."""
    mapping: dict[str, Node] | None = None
    sequence: tuple[Node, ...] | None = None
    key_lines: dict[str, int] = field(default_factory=dict)
    """Lines of the keys of a mapping."""

    @property
    def kind(self) -> str:
        """Say what it is, as a problem would name it."""
        if self.mapping is not None:
            return "a mapping"
        if self.sequence is not None:
            return "a list"
        names: dict[type, str] = {str: "text", bool: "true or false", int: "a number", float: "a number"}
        return names.get(type(self.scalar), "a date" if isinstance(self.scalar, date) else "nothing")


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """Parse a YAML document whose first line is `first_line` of its file; None if it cannot be read."""
    try:
        loader = yaml.SafeLoader(text)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        message = f"no YAML: {error.problem or error.context or 'it cannot be read'}"
        hint = "check the indentation, and put quotes around text that holds ': ' or begins with a sign"
        return None, (Problem("not-yaml", path, line, message, hint),)
    except RecursionError:
        return None, (_too_deep(path, first_line),)
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        problem = Problem("not-yaml", path, first_line, f"no YAML: {reason}", "remove the character")
        return None, (problem,)
    if root is None:
        return Node(first_line, mapping={}), ()
    problems: list[Problem] = []
    try:
        return _node(root, loader, path, first_line, problems), tuple(problems)
    except RecursionError:
        return None, (_too_deep(path, first_line),)


def _too_deep(path: str, line: int) -> Problem:
    hint = "write lists and mappings plainly; an anchor may not hold itself"
    return Problem("not-yaml", path, line, "no YAML: nested without end", hint)


def _node(node: yaml.Node, loader: yaml.SafeLoader, path: str, first: int, problems: list[Problem]) -> Node:
    line = node.start_mark.line + first
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                at = key_node.start_mark.line + first
                hint = "put quotes around a key that begins with a bracket or brace"
                problems.append(Problem("not-yaml", path, at, "a key that is no text", hint))
                continue
            key = str(key_node.value)
            if key in mapping:
                at = key_node.start_mark.line + first
                hint = f"it stands in line {lines[key]} already: keep one of the two"
                problems.append(Problem("duplicate-key", path, at, f"'{key}' stands twice", hint))
            mapping[key] = _node(value_node, loader, path, first, problems)
            lines[key] = key_node.start_mark.line + first
        return Node(line, mapping=mapping, key_lines=lines)
    if isinstance(node, yaml.SequenceNode):
        return Node(line, sequence=tuple(_node(item, loader, path, first, problems) for item in node.value))
    if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
        return Node(line, str(node.value), str(node.value))
    try:
        return Node(line, loader.construct_object(node), str(node.value))
    except (ValueError, LookupError, AttributeError, TypeError, yaml.YAMLError):
        return Node(line, str(node.value), str(node.value))
