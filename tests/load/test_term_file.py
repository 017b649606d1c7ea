"""The file of terms: what an editor writes becomes terms, and what cannot be meant is told with its line."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from florilegium.load import load
from florilegium.load.term_conflicts import PLAIN
from florilegium.load.term_file import read_terms
from florilegium.model import Authority, IndexTerm, SeeEntry
from florilegium.problems import Problem
from florilegium.subject_index import words

PATH = "sources/terms.yml"
SOURCES = ("early", "late")
NONE = Path(__file__).parent.parent / "broken_sources" / "none"
WHOLE = """\
terms:
  - term: Okafor,  Ada
    kind: person
    variants: [Ada Okafor, Okafor, "Ada\\n  Okafor"]
    see_also: [human rights, human rights]
  - term: human rights
    kind: concept
    variants: [rights of man, human rights]
    in: {late: [dignity, human rights, dignity], early: [rights of man]}
    not: [Human Rights Watch, Human  Rights Watch]
  - {term: H.R., see: human rights}
"""


def read(*entries: str) -> tuple[Authority, tuple[Problem, ...]]:
    """Read a file with an entry a line, from line 2."""
    return read_terms("terms:\n" + "".join(f"  - {entry}\n" for entry in entries), PATH, SOURCES)


def told(*entries: str) -> list[tuple[str, int]]:
    problems = read(*entries)[1]
    assert all(one.path == PATH and one.message and one.hint for one in problems)
    return [(one.name, one.line) for one in problems]


def test_each_entry_becomes_a_term_or_sends_the_reader_on() -> None:
    authority, problems = read_terms(WHOLE, PATH, SOURCES)
    assert problems == ()
    assert authority == Authority(
        terms=(
            IndexTerm(
                name="Okafor, Ada",
                kind="person",
                variants=("Okafor, Ada", "Ada Okafor", "Okafor"),
                variants_in=(),
                without=(),
                see_also=("human rights",),
                line=2,
            ),
            IndexTerm(
                name="human rights",
                kind="concept",
                variants=("human rights", "rights of man"),
                variants_in=(("late", ("dignity",)),),
                without=("Human Rights Watch",),
                see_also=(),
                line=6,
            ),
        ),
        see=(SeeEntry("H.R.", "human rights", 11),),
    )


def test_an_accent_apart_from_its_letter_makes_no_other_name_and_no_other_variant() -> None:
    apart = unicodedata.normalize("NFD", "Éire")
    entry = f"{{term: {apart}, kind: place, variants: [{apart}, É., {unicodedata.normalize('NFD', 'É.')}]}}"
    authority, problems = read(entry, "{term: Ireland, see: Éire}")
    assert problems == ()
    assert authority.terms[0].variants == ("Éire", "É.")
    (term,) = read(f"{{term: council, kind: place, in: {{late: [{apart}, Éire]}}}}")[0].terms
    assert term.variants_in == (("late", ("Éire",)),)
    assert told(f"{{term: {apart}, kind: place}}", "{term: Ireland, kind: place, variants: [Éire]}") == [
        ("variant-twice", 3)
    ]


def test_the_terms_that_the_readme_shows_can_be_read(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(terms:.*?)```", readme, re.DOTALL)
    authority, problems = read_terms(shown, PATH, ("smith-2020",))
    assert problems == ()
    assert authority.terms
    assert authority.see


def test_a_collection_without_the_file_has_no_terms_and_the_file_is_no_record(tmp_path: Path) -> None:
    shutil.copytree(NONE, tmp_path, dirs_exist_ok=True)
    assert load(tmp_path).collection.authority == Authority()
    (tmp_path / PATH).write_text("terms:\n  - {term: council, kind: institution}\n", encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    assert [one.name for one in loaded.collection.authority.terms] == ["council"]
    assert [one.record.id for one in loaded.collection.sources] == ["small"]


def test_a_file_that_is_no_text_has_that_fault_alone(tmp_path: Path) -> None:
    shutil.copytree(NONE, tmp_path, dirs_exist_ok=True)
    (tmp_path / PATH).write_bytes(b"terms:\n  - {term: caf\xe9, kind: place}\n")
    assert [(one.name, one.path, one.line) for one in load(tmp_path).problems] == [("not-utf8", PATH, 2)]


def test_a_file_of_terms_with_another_ending_is_not_passed_over(tmp_path: Path) -> None:
    shutil.copytree(NONE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "sources/terms.yaml").write_text("terms: []\n", encoding="utf-8")
    (problem,) = load(tmp_path).problems
    assert (problem.name, problem.path) == ("wrong-ending", "sources/terms.yaml")
    assert PATH in problem.hint
    # Beside the right one, too, which is read none the less.
    (tmp_path / PATH).write_text("terms:\n  - {term: council, kind: institution}\n", encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.problems == (problem,)
    assert [one.name for one in loaded.collection.authority.terms] == ["council"]


def test_a_link_to_no_file_of_terms_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    shutil.copytree(NONE, tmp_path, dirs_exist_ok=True)
    (tmp_path / PATH).symlink_to(tmp_path / "nowhere.yml")
    assert [(one.name, one.path) for one in load(tmp_path).problems] == [("missing-file", PATH)]


def test_a_variant_may_name_a_source_whose_record_is_yet_to_be_written(tmp_path: Path) -> None:
    shutil.copytree(NONE, tmp_path, dirs_exist_ok=True)
    shutil.copy(tmp_path / "sources/small.txt", tmp_path / "sources/other.txt")
    entry = "{term: council, kind: institution, in: {other: [body]}}"
    (tmp_path / PATH).write_text(f"terms:\n  - {entry}\n", encoding="utf-8")
    assert [one.name for one in load(tmp_path).problems] == ["no-record"]


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("", "missing-key", 1),
        ("# none yet\n", "missing-key", 1),
        ("terms:\n", "wrong-type", 1),
        ("terms: council\n", "wrong-type", 1),
        ("- {term: council, kind: institution}\n", "wrong-type", 1),
        ("council\n", "wrong-type", 1),
        ("\ntrems: []\n", "unknown-key", 2),
        ("terms: []\nthemes: []\n", "unknown-key", 2),
        ("terms: []\nterms: []\n", "duplicate-key", 2),
        ("terms:\n  - {term: council\n", "not-yaml", 3),
        ("terms: \a\n", "not-yaml", 1),
        ("terms: &a [*a]\n", "not-yaml", 1),
    ],
)
def test_a_file_that_lists_no_terms_is_one_problem(text: str, name: str, line: int) -> None:
    authority, problems = read_terms(text, PATH, SOURCES)
    assert [(one.name, one.line) for one in problems] == [(name, line)]
    assert all(one.hint for one in problems)
    assert authority == Authority()


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("human rights", "wrong-type"),
        ("[human rights]", "wrong-type"),
        ("{term: council, kind: institution, knid: law}", "unknown-key"),
        ("{term: council, kind: institution, on: law}", "unknown-key"),
        ("{kind: institution, variants: [council]}", "missing-key"),
        ("{term: council, not: [privy councillor]}", "missing-key"),
        ("{term: council, kind: body}", "unknown-value"),
        ("{term: no, kind: place}", "wrong-type"),
        ("{term: [council], kind: institution}", "wrong-type"),
        ("{term: '', kind: place}", "wrong-type"),
        ("{term: —, kind: place}", "empty-term"),
        ("{term: _, see: —}", "empty-term"),
        ("{term: council, kind: institution, variants: ['']}", "empty-variant"),
        ("{term: council, kind: institution, variants: [body, ' – _ ']}", "empty-variant"),
        ("{term: council, kind: institution, in: {late: ['?']}}", "empty-variant"),
        ("{term: council, kind: institution, variants: body}", "wrong-type"),
        ("{term: council, kind: institution, variants: [no]}", "wrong-type"),
        ("{term: council, kind: institution, variants: [a: b]}", "wrong-type"),
        ("{term: council, kind: institution, variants: }", "wrong-type"),
        ("{term: council, kind: institution, in: [late]}", "wrong-type"),
        ("{term: council, kind: institution, in: {late: body}}", "wrong-type"),
        ("{term: council, kind: institution, in: {latte: [body]}}", "unknown-source"),
        ("{term: council, kind: institution, not: Privy Council}", "wrong-type"),
        ("{term: council, kind: institution, not: [privy councillor]}", "idle-phrase"),
        ("{term: council, kind: institution, not: ['']}", "idle-phrase"),
        ("{term: Council, kind: institution, not: [COUNCIL of war]}", "idle-phrase"),
        ("{term: council, kind: institution, not: [council]}", "variant-undone"),
        ("{term: Council, kind: institution, not: [council]}", "variant-undone"),
        ("{term: council, kind: institution, variants: [privy council], not: [privy–council]}", "variant-undone"),
        ("{term: council, kind: institution, in: {late: [body]}, not: [Privy Council, body]}", "variant-undone"),
        ("{term: Éire, kind: place, variants: [People’s Council], not: [People's Council]}", "variant-undone"),
        ("{term: council, kind: institution, variants: body, not: [somebody else's body]}", "wrong-type"),
        ("{term: council, see: }", "wrong-type"),
        ("{term: council, see: body}", "unknown-term"),
        ("{term: council, see: council}", "see-itself"),
        ("{term: council, kind: institution, see_also: [council]}", "see-itself"),
        ("{term: council, kind: institution, see_also: [body, body]}", "unknown-term"),
    ],
)
def test_what_cannot_be_meant_in_an_entry_is_one_problem(entry: str, name: str) -> None:
    assert told(entry) == [(name, 2)]


@pytest.mark.parametrize(
    "entry",
    [
        "{term: 1325, kind: law, variants: [2001-09-11, 1.10]}",
        "{term: council, kind: institution, not: [Privy Council]}",
        "{term: Council, kind: institution, not: [council of war]}",
        "{term: council, kind: institution, not: [Council]}",
        "{term: Security–Council, kind: institution, not: ['the Security Council’s veto']}",
        "{term: left, kind: concept, in: {late: [wing]}, not: [a bird's wing]}",
        "{term: council, kind: institution, variants: [], in: {}, not: [], see_also: []}",
    ],
)
def test_what_can_be_meant_is_no_problem(entry: str) -> None:
    assert told(entry) == []


def test_what_is_empty_in_two_entries_is_not_printed_alike() -> None:
    entries = [f"{{term: {name}, kind: law, variants: ['–'], not: [a cat]}}" for name in ("one", "two")]
    assert told(*entries) == [("empty-variant", 2), ("empty-variant", 3)]


def test_what_yaml_takes_for_true_or_false_is_shown_as_it_is_written() -> None:
    (problem,) = read("{term: no, kind: place}")[1]
    assert (problem.message, problem.hint) == ("'term' is 'no'", 'write text in quotation marks: "no"')


def test_numbers_and_days_are_names_as_they_are_written() -> None:
    (term,) = read("{term: 1325, kind: law, variants: [2001-09-11, 1.10]}")[0].terms
    assert (term.name, term.variants) == ("1325", ("1325", "2001-09-11", "1.10"))


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("{term: council, kind: law}", "{term: council, kind: law, variants: [body]}", "'council' stands twice"),
        (
            "{term: council, kind: law, variants: [b]}",
            "{term: Council, kind: law, variants: [b]}",
            "(line 2): #council",
        ),
        ("{term: Erdoğan, kind: person}", "{term: Erdogan, kind: person}", "of 'Erdoğan' (line 2): #erdogan"),
        ("{term: 'U.N.', kind: institution}", "{term: u n, see: 'U.N.'}", "'u n' has the address of 'U.N.' (line 2)"),
    ],
)
def test_two_entries_of_one_address_are_one_problem(first: str, second: str, message: str) -> None:
    (problem,) = read(first, second)[1]
    assert (problem.name, problem.line) == ("term-twice", 3)
    assert message in problem.message


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("variants: [Security Council]", "variants: [Security Council]", True),
        ("variants: [Security Council]", "variants: [security council]", True),
        ("variants: [security council]", "variants: [SECURITY COUNCIL]", True),
        ("variants: [US]", "variants: [Us]", False),
        ("variants: [US]", "variants: [us]", True),
        ("variants: [a–b  c]", "variants: [a b-c]", True),
        ("variants: [the people’s council]", 'variants: ["the people\'s council"]', True),
        ("variants: ['“order”']", "variants: ['\"order\"']", True),
        ("variants: [Éire]", f"variants: [{unicodedata.normalize('NFD', 'Éire')}]", True),
        ("variants: [one two]", "variants: [one]", False),
        ("variants: [two]", "variants: [2]", False),
        ("variants: [Second]", "variants: [x]", True),
        ("variants: [x]", "variants: [first]", True),
        ("in: {late: [body]}", "variants: [body]", True),
        ("variants: [body]", "in: {late: [body]}", True),
        ("in: {late: [body]}", "in: {late: [Body]}", True),
        ("in: {late: [body]}", "in: {early: [body]}", False),
        ("in: {late: [second]}", "see_also: []", True),
    ],
)
def test_two_terms_are_not_printed_alike_in_one_text(first: str, second: str, *, clash: bool) -> None:
    one, other = f"{{term: first, kind: law, {first}}}", f"{{term: Second, kind: law, {second}}}"
    assert told(one, other) == [("variant-twice", 3)] * clash
    # In whatever order they stand.
    assert told(other, one) == [("variant-twice", 3)] * clash


def test_a_variant_of_another_term_is_told_at_its_own_line_with_that_term() -> None:
    entry = "term: x\n    kind: law\n    variants:\n    - y\n    - body"
    (problem,) = read("{term: council, kind: law, variants: [body]}", entry)[1]
    assert (problem.name, problem.line, problem.message) == (
        "variant-twice",
        7,
        "'body' stands for 'council' (line 2) as well",
    )


@pytest.mark.parametrize(
    ("see", "told_in"),
    [
        ("{term: board, see: Law}", True),
        ("{term: BOARD, see: Law}", True),
        ("{term: People's–Board, see: Law}", True),
        ("{term: body, see: Law}", True),
        ("{term: board, see: council}", False),
        ("{term: body, see: council}", False),
        ("{term: order, see: Law}", False),
        ("{term: aboard, see: Law}", False),
        ("{term: ROC, see: Law}", False),
    ],
)
def test_an_entry_sends_the_reader_to_the_term_for_which_its_name_stands(see: str, *, told_in: bool) -> None:
    council = "{term: council, kind: law, variants: [board, people’s board, Roc], in: {late: [body, order]}}"
    law = "{term: Law, kind: law, in: {early: [order]}}"
    name = see.split(",", maxsplit=1)[0].removeprefix("{term: ")
    message = f"'{name}' stands for 'council' (line 2), and leads to 'Law'"
    for entries, at, line in (((council, law, see), 4, 2), ((see, law, council), 2, 4)):
        problems = read(*entries)[1]
        expected = [("variant-twice", at, message.replace("line 2", f"line {line}"))] * told_in
        assert [(one.name, one.line, one.message) for one in problems] == expected


def test_an_entry_that_leads_to_no_term_has_that_fault_alone() -> None:
    assert told("{term: council, kind: law, variants: [board]}", "{term: board, see: counsel}") == [("unknown-term", 3)]


ALIKE = [*sorted(map(chr, {**PLAIN, **words.LIKE})), *" '\"", ".", "a", "é"]
"""All that the loader or the index takes for something plainer, that, and what neither does."""


@pytest.mark.parametrize("one", ALIKE)
def test_what_the_index_finds_in_one_place_is_one_variant_and_nothing_else_is(one: str) -> None:
    for other in ALIKE:
        variants = f"x{one}y", f"x{other}y"
        entries = [
            json.dumps({"term": f"t{at}", "kind": "law", "variants": [text]}) for at, text in enumerate(variants)
        ]
        clash = words.alike(variants[0]) == words.alike(variants[1])
        assert told(*entries) == [("variant-twice", 3)] * clash, variants


@pytest.mark.parametrize(
    ("entry", "name", "hint"),
    [
        ("{term: a, see: counsel}", "unknown-term", "did you mean 'council'?"),
        ("{term: counsels, kind: law, see_also: [counsel]}", "unknown-term", "did you mean 'council'?"),
        ("{term: a, see: board}", "unknown-term", "write 'council': 'board' is a variant of it"),
        ("{term: a, see: body}", "see-to-see", "write 'council'"),
        ("{term: a, see: lost}", "see-to-see", "name a term with places of its own"),
        ("{term: a, kind: law, see_also: [council, body]}", "see-to-see", "write 'council'"),
        ("{term: a, see: council, see_also: [council], not: [a b]}", "idle-key", "leave out what is idle"),
    ],
)
def test_see_leads_to_a_term_with_places_of_its_own(entry: str, name: str, hint: str) -> None:
    known = ("{term: council, kind: law, variants: [board]}", "{term: body, see: council}", "{term: lost, see: body}")
    problems = [one for one in read(*known, entry)[1] if one.line == 5]
    assert [one.name for one in problems] == [name]
    assert problems[0].hint.startswith(hint)


def test_entries_that_lead_to_each_other_lead_nowhere() -> None:
    assert told("{term: a, see: b}", "{term: b, see: a}") == [("see-to-see", 2), ("see-to-see", 3)]


def test_all_faults_of_a_file_are_told_together() -> None:
    assert told("{term: a}", "b", "{term: c, kind: law, sea: d}", "{term: e, see: f}") == [
        ("missing-key", 2),
        ("wrong-type", 3),
        ("unknown-key", 4),
        ("unknown-term", 5),
    ]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.dates(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(("term", "kind", "variants", "in", "not", "see", "see_also")), inside)
    ),
    max_leaves=12,
)


@given(st.fixed_dictionaries({"terms": st.lists(ANYTHING, max_size=4) | ANYTHING}))
def test_whatever_stands_in_the_file_is_read_or_told(content: object) -> None:
    authority, problems = read_terms(yaml.safe_dump(content, allow_unicode=True), PATH, SOURCES)
    assert all(one.line > 0 and one.message and one.hint for one in problems)
    assert all(one.name in one.variants and one.anchor for one in authority.terms)


WORDS = st.lists(st.sampled_from(("law", "Law", "LAW", "the law", "the-law", "order")), max_size=2)
TERMS = st.fixed_dictionaries({"variants": WORDS, "in": st.dictionaries(st.sampled_from(SOURCES), WORDS)})


@given(st.lists(TERMS, min_size=2, max_size=4))
def test_whether_two_terms_are_printed_alike_does_not_hang_on_their_order(terms: list[dict[str, object]]) -> None:
    entries = [json.dumps({"term": f"t{number}", "kind": "law", **one}) for number, one in enumerate(terms)]
    assert bool(told(*entries)) == bool(told(*reversed(entries)))
