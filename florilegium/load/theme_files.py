"""A theme: `sources/themes/<id>.md`, front matter and an introduction."""

from __future__ import annotations

import re

from florilegium.load.fields import Fields
from florilegium.load.yaml_nodes import read_yaml
from florilegium.model import Term, Theme
from florilegium.problems import Problem

THEME_KEYS = ("title", "question", "order", "terms", "without")
WORD_RE = re.compile(r"\w")
FRONT_MATTER_RE = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)


def read_theme(text: str, theme_id: str, path: str) -> tuple[Theme, tuple[Problem, ...]]:
    """Parse a theme file; where it is faulty the returned theme is not to be used."""
    match = FRONT_MATTER_RE.match(text)
    if not match:
        hint = "begin the file with '---', then title, question, order and terms, then '---'"
        missing = Problem("no-front-matter", path, 1, "no front matter", hint)
        return Theme(theme_id, path, "", "", 0, (), (), "", 0), (missing,)
    node, problems = read_yaml(match["yaml"], path, first_line=2)
    if node is None:
        return Theme(theme_id, path, "", "", 0, (), (), "", 0), problems
    fields = Fields.of(node, path, "the front matter")
    fields.only(THEME_KEYS, "a theme")
    theme = Theme(
        id=theme_id,
        path=path,
        title=fields.text("title"),
        question=fields.text("question"),
        order=fields.number("order", 1) or 1,
        terms=_terms(fields),
        without=_without(fields),
        introduction=text[match.end() :].strip(),
        introduction_line=text[: len(text) - len(text[match.end() :].lstrip())].count("\n") + 1,
    )
    return theme, (*problems, *fields.problems)


def _without(fields: Fields) -> tuple[str, ...]:
    """Read the phrases that do not count."""
    phrases = fields.texts("without") or ()
    if not all(WORD_RE.search(phrase) for phrase in phrases):
        line = fields.line_of("without")
        fields.problems.append(Problem("empty-term", fields.path, line, "an empty phrase", "write a phrase, or none"))
    return tuple(" ".join(phrase.split()) for phrase in phrases)


def _terms(fields: Fields) -> tuple[Term, ...]:
    """Read the terms with their weights."""
    node = fields.mapping.get("terms")
    terms: list[Term] = []
    for word, weight in (node.mapping or {}).items() if node else ():
        if not WORD_RE.search(word):
            hint = "write a word or a phrase"
            fields.problems.append(Problem("empty-term", fields.path, weight.line, f"'{word}' is no term", hint))
        elif isinstance(weight.scalar, (int, float)) and not isinstance(weight.scalar, bool) and weight.scalar > 0:
            terms.append(Term(" ".join(word.split()), float(weight.scalar)))
        else:
            hint = "write a number above 0: how strongly the term speaks for the theme"
            message = f"'{word}' has no weight"
            fields.problems.append(Problem("wrong-type", fields.path, weight.line, message, hint))
    if not terms:
        hint = "add 'terms:' and below it lines such as '  sanction*: 3'"
        fields.problems.append(Problem("no-terms", fields.path, fields.line_of("terms"), "a theme with no terms", hint))
    return tuple(terms)
