"""The cross-references of a record: each is read whole, or told with its line; the ¶ themselves are found later."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from florilegium.load.fields import Fields
from florilegium.load.see_links import SEE_KEYS, read_see
from florilegium.load.yaml_nodes import read_yaml
from florilegium.model import SeeLink
from florilegium.problems import Problem

PATH = "sources/early.yml"
REASON = "relation: related, because: Both met."
LINK = SeeLink(
    line=2,
    first="p12",
    last="p12",
    begins="The council",
    to_source="late",
    to_first="p9",
    to_last="p9",
    to_begins="",
    shows="",
    to_shows="",
    relation="related",
    because="Both met.",
    forbid=False,
)


def read_text(text: str, *others: str) -> tuple[tuple[SeeLink, ...], list[Problem]]:
    node, faults = read_yaml(text, PATH)
    assert faults == ()
    fields = Fields.of(node, PATH, "the record")
    return read_see(fields, "early", ("early", "late", *others)), fields.problems


def read(*entries: str) -> tuple[tuple[SeeLink, ...], list[Problem]]:
    """Read a record with a link a line, from line 2."""
    return read_text("see:\n" + "".join(f"  - {entry}\n" for entry in entries))


def told(*entries: str) -> list[tuple[str, int]]:
    problems = read(*entries)[1]
    assert all(one.path == PATH and one.message and one.hint for one in problems)
    return [(one.name, one.line) for one in problems]


def test_a_link_is_read_with_its_places_its_relation_and_its_reason() -> None:
    links, problems = read(
        f'{{from: p12, begins: "The  council", to: "late#p9", {REASON}}}',
        '{from: p1–3, begins: A, to: "late#p2-4", to_begins: B, relation: continues, because: "It  goes\\n on."}',
        '{from: p1, begins: A, to: "late#p2", to_begins: B, forbid: true}',
    )
    assert problems == []
    assert links == (
        LINK,
        SeeLink(3, "p1", "p3", "A", "late", "p2", "p4", "B", "", "", "continues", "It goes on.", forbid=False),
        SeeLink(4, "p1", "p1", "A", "late", "p2", "p2", "B", "", "", "related", "", forbid=True),
    )


def test_the_links_that_the_readme_shows_can_be_read(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(reference:.*?)```", readme, re.DOTALL)
    links, problems = read_text(shown, "smith-2020")
    assert problems == []
    assert [one.forbid for one in links] == [False, True]


@pytest.mark.parametrize(
    ("run", "ends"),
    [
        ("p12", ("p12", "p12")),
        ("p12–14", ("p12", "p14")),
        ("p12-14", ("p12", "p14")),
        ("p12–p14", ("p12", "p14")),
        ("p9 – p10", ("p9", "p10")),
        ("p9–9", ("p9", "p9")),
        ("12", None),
        ("¶12", None),
        ("n12", None),
        ("p0", None),
        ("p012", None),
        ("p12–", None),
        ("p12—14", None),
        ("p12–n14", None),
        ("p12,p14", None),
        ("p١٢", None),
        ("p1234567", None),
        ("p14–12", None),
        ("p10–9", None),
    ],
)
def test_a_place_is_a_paragraph_or_a_run_of_them(run: str, ends: tuple[str, str] | None) -> None:
    (*links,), problems = read(f'{{from: "{run}", begins: A, to: "late#p9", {REASON}}}')
    assert [(one.first, one.last) for one in links] == ([ends] if ends else [])
    assert [one.name for one in problems] == ([] if ends else ["bad-place"])
    (*links,), problems = read(f'{{from: p1, begins: A, to: "late#{run}", {REASON}}}')
    assert [(one.to_first, one.to_last) for one in links] == ([ends] if ends else [])
    assert [one.name for one in problems] == ([] if ends else ["bad-place"])


PLACES = 'from: p12, begins: The council, to: "late#p9"'


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("p12", "wrong-type"),
        ("[p12, late]", "wrong-type"),
        (f'{{begins: A, to: "late#p9", {REASON}}}', "missing-key"),
        (f'{{from: p12, to: "late#p9", {REASON}}}', "missing-key"),
        (f"{{from: p12, begins: A, {REASON}}}", "missing-key"),
        (f"{{{PLACES}, because: Both met.}}", "missing-key"),
        (f"{{{PLACES}, relation: related}}", "missing-key"),
        (f"{{{PLACES}, relation: related, because: ''}}", "wrong-type"),
        (f"{{{PLACES}, relation: related, because: [Both met.]}}", "wrong-type"),
        (f"{{{PLACES}, relation: denies, because: One met.}}", "unknown-value"),
        (f"{{{PLACES}, {REASON}, on: p3}}", "unknown-key"),
        (f"{{from: 12, begins: A, to: 'late#p9', {REASON}}}", "bad-place"),
        (f"{{from: [p12], begins: A, to: 'late#p9', {REASON}}}", "wrong-type"),
        (f"{{from: p12, begins: A, to: late, {REASON}}}", "bad-place"),
        (f"{{from: p12, begins: A, to: 'late p9', {REASON}}}", "bad-place"),
        (f"{{from: p12, begins: A, to: '#p9', {REASON}}}", "bad-place"),
        (f"{{from: p12, begins: A, to: 'late#n9', {REASON}}}", "bad-place"),
        (f"{{from: p12, begins: A, to: 'late#p9#p10', {REASON}}}", "bad-place"),
        (f"{{from: p12, begins: A, to: 'latte#p9', {REASON}}}", "unknown-source"),
        (f"{{from: p12, begins: A, to: 'early#p9', {REASON}}}", "own-source"),
        (f"{{{PLACES}, forbid: true, relation: related}}", "idle-key"),
        (f"{{{PLACES}, forbid: true, {REASON}}}", "idle-key"),
        (f"{{{PLACES}, forbid: true, relation: denies}}", "idle-key"),
        (f"{{{PLACES}, forbid: false, {REASON}}}", "idle-key"),
        (f"{{{PLACES}, forbid: maybe}}", "wrong-type"),
        (f"{{{PLACES}, forbid: }}", "wrong-type"),
    ],
)
def test_what_cannot_be_meant_is_one_problem_and_no_link(entry: str, name: str) -> None:
    links, problems = read(entry, f'{{from: p3, begins: A, to: "late#p3", {REASON}}}')
    assert [(one.name, one.line) for one in problems] == [(name, 2)]
    assert all(one.path == PATH and one.message and one.hint for one in problems)
    # What is well written beside it stays.
    assert [one.first for one in links] == ["p3"]


def test_all_faults_of_a_link_are_told_together() -> None:
    assert told('{from: "12", to: "latte#p9", relation: denies, why: Both met.}') == [
        ("unknown-key", 2),
        ("bad-place", 2),
        ("missing-key", 2),
        ("unknown-source", 2),
        ("unknown-value", 2),
        ("missing-key", 2),
    ]


def test_a_hint_never_offers_the_text_itself() -> None:
    (problem,) = read(f"{{from: p12, begins: A, to: 'earl#p9', {REASON}}}")[1]
    assert problem.hint.startswith("known: late (")


@pytest.mark.parametrize(
    ("entry", "twice"),
    [
        (f"{{{PLACES}, relation: agrees, because: So they say.}}", True),
        (f"{{{PLACES}, forbid: true}}", True),
        (f"{{from: p12–12, begins: A, to: 'late#p9-p9', {REASON}}}", True),
        (f"{{from: p12–13, begins: A, to: 'late#p9', {REASON}}}", False),
        (f"{{from: p12, begins: A, to: 'late#p9–10', {REASON}}}", False),
        (f"{{from: p9, begins: A, to: 'late#p12', {REASON}}}", False),
    ],
)
def test_two_places_are_linked_once(entry: str, *, twice: bool) -> None:
    links, problems = read(f"{{{PLACES}, {REASON}}}", entry)
    assert [(one.name, one.line) for one in problems] == [("link-twice", 3)] * twice
    assert len(links) == 2 - twice
    assert links[0] == LINK
    assert all("line 2" in one.hint for one in problems)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("short: A\n", []),
        ("see:\n", []),
        ("see: []\n", []),
        ("see: p12\n", ["wrong-type"]),
        ("see: {from: p1}\n", ["wrong-type"]),
    ],
)
def test_a_record_has_a_list_of_links_or_none(text: str, names: list[str]) -> None:
    links, problems = read_text(text)
    assert links == ()
    assert [one.name for one in problems] == names


VALUES = st.none() | st.booleans() | st.integers() | st.dates() | st.text(max_size=9) | st.lists(st.text(max_size=3))
PLACE_LIKE = st.from_regex(r"(late|early|x)?#?p?[0-9]{0,9}[–-]?p?[0-9]{0,9}", fullmatch=True)
ENTRIES = st.dictionaries(st.sampled_from(SEE_KEYS), VALUES | PLACE_LIKE) | VALUES


@given(st.lists(ENTRIES, max_size=4) | VALUES)
def test_whatever_stands_in_a_record_is_read_or_told(content: object) -> None:
    links, problems = read_text(yaml.safe_dump({"see": content}, allow_unicode=True))
    listed = content if isinstance(content, list) else []
    assert len(links) <= len(listed)
    assert problems or len(links) == len(listed)
    assert all(one.line > 0 and one.message and one.hint for one in problems)


def test_words_to_be_shown_are_text() -> None:
    assert told(f'{{from: p1, begins: A, to: "late#p2", {REASON}, shows: [x], to_shows: {{a: b}}}}') == [
        ("wrong-type", 2),
        ("wrong-type", 2),
    ]
