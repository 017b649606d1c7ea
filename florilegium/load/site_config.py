"""What this program wants of mkdocs.yml: the edition, and a line of navigation for each theme."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

import yaml

from florilegium.load.fields import Fields
from florilegium.load.yaml_nodes import Node, read_yaml
from florilegium.model import Edition, Theme
from florilegium.problems import Problem

PATH = "mkdocs.yml"
FIRST_YEAR, LAST_YEAR = 1970, 2105
"""The years that a time stamp of a site can name."""
EDITION_KEYS = ("title", "publisher", "version", "date")


def read_site_config(text: str, themes: Sequence[Theme]) -> tuple[Edition, tuple[Problem, ...]]:
    """Return the edition; faults are those of the edition, and the themes that no reader would find."""
    node, faults = read_yaml(text, PATH)
    if node is None or faults:
        return Edition("", "", "", ""), faults
    edition, problems = _edition(node)
    return edition, (*problems, *_not_in_navigation(node, themes))


def _edition(node: Node) -> tuple[Edition, tuple[Problem, ...]]:
    extra = (node.mapping or {}).get("extra")
    edition = (extra.mapping or {}).get("edition") if extra else None
    if edition is None:
        hint = "add 'extra:', below it 'edition:', and below that " + ", ".join(EDITION_KEYS)
        line = extra.line if extra else 1
        return Edition("", "", "", ""), (Problem("missing-key", PATH, line, "no edition", hint),)
    fields = Fields.of(edition, PATH, "the edition")
    fields.only(EDITION_KEYS, "an edition")
    title, publisher, version, day = (fields.text(key) for key in EDITION_KEYS)
    if day and not _is_day(day):
        message = f"'{day}' is no date of an edition"
        hint = f"write YYYY-MM-DD, from {FIRST_YEAR} to {LAST_YEAR}"
        fields.problems.append(Problem("bad-date", PATH, fields.line_of("date"), message, hint))
    return Edition(title, publisher, version, day), tuple(fields.problems)


def _is_day(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
        return day.isoformat() == text and FIRST_YEAR <= day.year <= LAST_YEAR
    except ValueError:
        return False


def _not_in_navigation(node: Node, themes: Sequence[Theme]) -> tuple[Problem, ...]:
    """Report each theme whose page the navigation does not name; without a navigation MkDocs lists all pages."""
    navigation = (node.mapping or {}).get("nav")
    if navigation is None:
        return ()
    named = set(_targets(navigation))
    line = node.key_lines["nav"]
    return tuple(
        Problem(
            "not-in-navigation",
            PATH,
            line,
            f"the theme '{theme.id}' ({theme.path}) is not in the navigation",
            f"add below 'nav:' the line '  - {_as_key(theme.title)}: {theme.id}/index.md'",
        )
        for theme in themes
        if f"{theme.id}/index.md" not in named
    )


def _as_key(title: str) -> str:
    """Return a title as a YAML key: in quotation marks where YAML would read something else."""
    plain = re.fullmatch(r"\w[\w ’-]*", title) and yaml.safe_load(title) == title
    return title if plain else json.dumps(title, ensure_ascii=False)


def _targets(node: Node) -> Iterator[str]:
    """Yield the pages that a navigation names, however deep."""
    if isinstance(node.scalar, str):
        yield node.scalar
    for child in (*(node.sequence or ()), *(node.mapping or {}).values()):
        yield from _targets(child)
