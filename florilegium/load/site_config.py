"""What this program wants of mkdocs.yml: the edition, the citation styles, and a line of navigation for each theme."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

import yaml

from florilegium.load.fields import Fields
from florilegium.load.yaml_nodes import Node, read_yaml
from florilegium.model import Bodies, Edition, Style, Theme
from florilegium.problems import Problem

PATH = "mkdocs.yml"
FIRST_YEAR, LAST_YEAR = 1970, 2105
"""The years that a time stamp of a site can name."""
EDITION_KEYS = ("title", "publisher", "version", "date")
OPTIONAL_EDITION_KEYS = ("url",)
STYLE_KEYS = ("style", "label", "titles", "bodies")
USUAL_STYLES = (
    Style("chicago-notes-bibliography", "Chicago, notes", sentence_case=False),
    Style("chicago-author-date", "Chicago, author-date", sentence_case=False),
    Style("apa", "APA", sentence_case=True, bodies="author"),
    Style("modern-language-association", "MLA", sentence_case=False, bodies="publisher"),
)
"""Where mkdocs.yml names none."""


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What mkdocs.yml says to this program."""

    edition: Edition
    styles: tuple[Style, ...]
    """The first is the one in which lists are shown and sorted."""
    named_pages: tuple[tuple[str, str], ...] = ()
    """The pages that the navigation names, each with the name that it gives: path and name."""


def read_site_config(text: str, themes: Sequence[Theme]) -> tuple[SiteConfig, tuple[Problem, ...]]:
    """Return edition and styles; faults are theirs, and the themes that no reader would find."""
    node, faults = read_yaml(text, PATH)
    if node is None or faults:
        return SiteConfig(Edition("", "", "", ""), USUAL_STYLES), faults
    edition, problems = _edition(node)
    styles, style_problems = _styles(node)
    navigation = (node.mapping or {}).get("nav")
    named = tuple(_named(navigation)) if navigation else ()
    return SiteConfig(edition, styles, named), (*problems, *style_problems, *_not_in_navigation(node, themes))


def _edition(node: Node) -> tuple[Edition, tuple[Problem, ...]]:
    extra = (node.mapping or {}).get("extra")
    edition = (extra.mapping or {}).get("edition") if extra else None
    if edition is None:
        hint = "add 'extra:', below it 'edition:', and below that " + ", ".join(EDITION_KEYS)
        line = extra.line if extra else 1
        return Edition("", "", "", ""), (Problem("missing-key", PATH, line, "no edition", hint),)
    fields = Fields.of(edition, PATH, "the edition")
    fields.only((*EDITION_KEYS, *OPTIONAL_EDITION_KEYS), "an edition")
    title, publisher, version, day = (fields.text(key) for key in EDITION_KEYS)
    if day and not _is_day(day):
        message = f"'{day}' is no date of an edition"
        hint = f"write YYYY-MM-DD, from {FIRST_YEAR} to {LAST_YEAR}"
        fields.problems.append(Problem("bad-date", PATH, fields.line_of("date"), message, hint))
    url = fields.address("url", "write where the site is published: https://…; leave it out as long as it is nowhere")
    return Edition(title, publisher, version, day, url.rstrip("/") + "/" if url else ""), tuple(fields.problems)


def _styles(node: Node) -> tuple[tuple[Style, ...], tuple[Problem, ...]]:
    extra = (node.mapping or {}).get("extra")
    listed = (extra.mapping or {}).get("citation_styles") if extra else None
    if listed is None:
        return USUAL_STYLES, ()
    if not listed.sequence:
        hint = "write each as a line '- {style: apa, label: APA, titles: sentence}'"
        return USUAL_STYLES, (Problem("wrong-type", PATH, listed.line, "'citation_styles' lists no style", hint),)
    styles: list[Style] = []
    problems: list[Problem] = []
    for one in listed.sequence:
        fields = Fields.of(one, PATH, "a citation style")
        fields.only(STYLE_KEYS, "a citation style")
        cased = fields.choice("titles", ("as printed", "sentence")) if "titles" in fields.mapping else "as printed"
        bodies = fields.choice("bodies", get_args(Bodies)) if "bodies" in fields.mapping else "as printed"
        style = Style(
            fields.text("style"),
            fields.text("label"),
            sentence_case=cased == "sentence",
            bodies=cast("Bodies", bodies),
            line=fields.line_of("style"),
        )
        if style.id in {before.id for before in styles}:
            message = f"the style '{style.id}' stands twice"
            fields.problems.append(Problem("style-twice", PATH, one.line, message, "keep it once"))
        styles.append(style)
        problems.extend(fields.problems)
    return tuple(styles), tuple(problems)


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


def _named(node: Node) -> Iterator[tuple[str, str]]:
    """Yield the pages to which a navigation gives names, however deep."""
    for name, child in (node.mapping or {}).items():
        if isinstance(child.scalar, str):
            yield child.scalar, name
    for child in (*(node.sequence or ()), *(node.mapping or {}).values()):
        yield from _named(child)
