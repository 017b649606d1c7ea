from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import florilegium.bibliography
from florilegium.bibliography import field, read_references

GOOD = "@book{other,\n  title = {Other},\n}\n"

FAULTS = {
    "@book{a,\n title = {A\x07 B},\n}": ["bib-control-character 2"],
    "@book{a,\n title = {A \u202eB},\n}": ["bib-control-character 2"],
    "@book{a,\n title = {A}\n}\n@book{a,\n title = {B}}": ["bib-duplicate-key 4"],
    "@book{a,\n title = {A}\n}\n@book{A,\n title = {B}}": ["bib-duplicate-key 4"],
    "@book{a,\n title = {A},\n date = {2000},\n date = {2001}}": ["bib-duplicate-field 4"],
    "@book{a,\n title = {A},\n date = {2000},\n Date = {2001}}": ["bib-duplicate-field 4"],
    "@article{a,\n title = {A},\n journal = {J},\n journaltitle = {J}}": ["bib-duplicate-field 4"],
    "@book{a,\n title = {A},\n date = {2000},\n year = {2001}}": ["bib-duplicate-field 4"],
    "@book{a,\n title = {A},\n title = {B},\n date = {soon}}": ["bib-bad-date 4", "bib-duplicate-field 3"],
    "@book{a,\n title = {A,\n date = {2000},\n}\n" + GOOD: ["bib-unclosed-brace 2"],
    "@book{a,\n title = {A},\n note = {B,\n}\n" + GOOD: ["bib-unclosed-brace 3"],
    "@book{a,\n title = {A, date = {2000}},\n}\n" + GOOD: ["bib-unclosed-brace 2"],
    "@book{a,\n title = {A}\n" + GOOD: ["bib-unclosed-brace 1"],
    "@book{a,\n title = {A}},\n date = {2000},\n}\n" + GOOD: ["bib-stray-text 2"],
    "@book{a,\n title = {A}\n date = {2000},\n}": ["bib-missing-comma 2"],
    "@book{a,\n title = {A\n B}\n date = {soon}\n url = {x}\n}": [
        "bib-bad-date 4",
        "bib-bad-url 5",
        "bib-missing-comma 3",
        "bib-missing-comma 4",
    ],
    "@book{a\n title = {A},\n date = {2000},\n}\n" + GOOD: ["bib-missing-comma 1"],
    "@book{a,\n title,\n}\n" + GOOD: ["bib-unreadable 1"],
    '@book{a,\n title = "A,\n}\n' + GOOD: ["bib-unreadable 1"],
    "@book{a,\n title = {A},\n publisher = oup,\n}": ["bib-undefined-string 3"],
    "@book{a,\n title = {A},\n publisher = {A} # oup,\n}": ["bib-undefined-string 3"],
    "@string{oup = up}\n@book{a,\n title = {A},\n publisher = oup,\n}": ["bib-undefined-string 1"],
    "@string{oup = {A}}\n@string{OUP = {B}}": ["bib-duplicate-string 2"],
    "@string{oup = {A} {B}}": ["bib-bad-value 1"],
    "@book{a,\n title = {A} #,\n}": ["bib-bad-value 2"],
    "@book{a,\n title = {A} {B},\n}": ["bib-bad-value 2"],
    "@book{,\n title = {A},\n}": ["bib-empty-key 1"],
    "@book{bâli,\n title = {A},\n}": ["bib-bad-key 1"],
    "@book{a b,\n title = {A},\n}": ["bib-bad-key 1"],
    "@book{a/b,\n title = {A},\n}": ["bib-bad-key 1"],
    "@boook{a,\n title = {A},\n}": ["bib-unknown-type 1"],
    "@boook{a,\n title = {A},\n entrysubtype = {paper},\n}": ["bib-unknown-type 1"],
    "@article{a,\n title = {A},\n entrysubtype = {newpaper},\n}": ["bib-unknown-subtype 3"],
    "@book{a,\n title = {A},\n entrysubtype = {newspaper},\n}": ["bib-unknown-subtype 3"],
    "@book{a,\n title = {A},\n titel = {A},\n}": ["bib-unknown-field 3"],
    "@book{a,\n title = {A},\n crossref = {b},\n}": ["bib-inheritance 3"],
    "@book{a,\n date = {2000},\n}": ["bib-no-title 1"],
    "@book{a,\n title = {},\n}": ["bib-no-title 1"],
    "@book{a,\n title = {{}},\n}": ["bib-no-title 1"],
    "@book{a,\n title = {{ } {}},\n}": ["bib-no-title 1"],
    "@book{a}": ["bib-no-title 1"],
    "@book{a,\n title = {A},\n date = {2021-02-30},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n urldate = {8 October 2020},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n origdate = {18},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n month = {May},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n year = 2020,\n month = {October 8},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n year = 2020,\n month = {May/June},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n year = 2020,\n month = {Mayhem},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n year = 2020,\n month = {Octo},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n date = {\\emph{2020}},\n}": ["bib-bad-date 3"],
    "@book{a,\n title = {A},\n author = {},\n}": ["bib-bad-names 3"],
    "@book{a,\n title = {A},\n author = {{}},\n}": ["bib-bad-names 3"],
    "@book{a,\n title = {A},\n editor = {B and and C},\n}": ["bib-bad-names 3"],
    "@book{a,\n title = {A},\n url = {www.a.org},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n url = {ftp://a.org},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n url = {https://},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n url = {https:///path},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n url = {https://a/b},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n url = {https://[a.org},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n url = {https://a.org/b c},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n url = {https://a.org/b\\_c},\n}": ["bib-bad-url 3"],
    "@book{a,\n title = {A},\n doi = {a.org},\n}": ["bib-bad-doi 3"],
    "@book{a,\n title = {A},\n doi = {10.1234/a\\_b},\n}": ["bib-bad-doi 3"],
    '@book{a,\n title = {A},\n doi = {10.1234/"a"},\n}': ["bib-bad-doi 3"],
    "@book{a,\n title = {A},\n doi = {{10.1234/a}},\n}": ["bib-bad-doi 3"],
    "@book{a,\n title = {A},\n langid = {englisch},\n}": ["bib-unknown-language 3"],
    "@book{a,\n title = {\\emph{A}},\n}": ["bib-latex 2"],
    "@book{a,\n title = {A},\n draft = {true},\n}": ["bib-draft 3"],
    "@book{a,\n title = {A},\n related = {zzz},\n relatedtype = {reprintof},\n}": ["bib-unknown-key 3"],
    "@book{a,\n title = {A},\n related = {other},\n}\n" + GOOD: ["bib-unknown-relation 3"],
    "@book{a,\n title = {A},\n related = {other},\n relatedtype = {reprint}}\n" + GOOD: ["bib-unknown-relation 4"],
    "@book{a,\n title = {A},\n related = {other},\n relatedtype = {ReprintOf}}\n" + GOOD: ["bib-unknown-relation 4"],
    "@book{a,\n title = {A},\n relatedtype = {reprintof},\n}": ["bib-unknown-relation 3"],
    "@book{a,\n title = {A},\n distinctfrom = {other, zzz},\n}\n" + GOOD: ["bib-unknown-key 3"],
    "@book{a,\n title = {A},\n related = {a},\n relatedtype = {reprintof},\n}": ["bib-unknown-key 3"],
    "% remark\nstray words\n% remark\n" + GOOD: ["bib-stray-text 2"],
    "% @book{a, title = {A}}\n": ["bib-entry-in-remark 1"],
    "@boook{â,\n date = {soon},\n titel = {A},\n url = {x},\n author = {},\n draft = {true}\n}": [
        "bib-bad-date 2",
        "bib-bad-key 1",
        "bib-bad-names 5",
        "bib-bad-url 4",
        "bib-draft 6",
        "bib-no-title 1",
        "bib-unknown-field 3",
        "bib-unknown-type 1",
    ],
}


@pytest.mark.parametrize("text", FAULTS)
def test_each_fault_is_named_on_its_line_and_hides_no_other(text: str) -> None:
    _, problems = read_references(text)
    assert sorted(f"{one.name} {one.line}" for one in problems) == FAULTS[text]
    assert all(one.path == "citations.bib" and one.message and one.hint for one in problems)


@pytest.mark.parametrize("text", FAULTS)
def test_lines_are_counted_alike_whatever_ends_them(text: str) -> None:
    _, problems = read_references(text.replace("\n", "\r\n"))
    assert sorted(f"{one.name} {one.line}" for one in problems) == FAULTS[text]


def test_every_problem_of_the_bibliography_has_a_case() -> None:
    folder = Path(florilegium.bibliography.__file__).parent
    code = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    named = {fault.split()[0] for faults in FAULTS.values() for fault in faults}
    assert named == set(re.findall('"(bib-[a-z-]+)"', code))


FINE = {
    "@book{a,\n title = {A},\n}": {"title": "A"},
    "@string(oup = {Oxford } # up)\n@book{a, title = oup}".replace("up)", '"Press")'): {"title": "Oxford Press"},
    "@STRING{up = {Press}}\n@string{oup = {Oxford } # UP}\n@book{a, title = OUP # { 2}}": {"title": "Oxford Press 2"},
    "@book(a, title = {A (B)})": {"title": "A (B)"},
    "@article{a, title = {A}, journal = {J}, year = 2020, month = oct}": {
        "title": "A",
        "journaltitle": "J",
        "date": "2020-10",
    },
    "@article{a, title = {A}, year = {2020}, month = {October}}": {"title": "A", "date": "2020-10"},
    "@article{a, title = {A}, year = {2020}, month = {Oct.}}": {"title": "A", "date": "2020-10"},
    "@article{a, title = {A}, year = {2020}, month = {may}}": {"title": "A", "date": "2020-05"},
    "@article{a, title = {A}, year = {2020}, month = {5}}": {"title": "A", "date": "2020-05"},
    "@book{a, title = {A}, year = 1999}": {"title": "A", "date": "1999"},
    "@book{a, title = {A}, date = {1850~}}": {"title": "A", "date": "1850~"},
    "@book{a, title = {A}, year = {1850~}}": {"title": "A", "date": "1850~"},
    "@book{a, title = {A}, doi = {10.1002/(SICI)1097(1998)49:8<693::AID>3.0.CO;2-O}}": {
        "title": "A",
        "doi": "10.1002/(SICI)1097(1998)49:8<693::AID>3.0.CO;2-O",
    },
    "@phdthesis{a, title = {A}, school = {MIT}, address = {Boston}}": {
        "title": "A",
        "institution": "MIT",
        "location": "Boston",
        "type": "phdthesis",
    },
    "@book{a, Title = {A\n   {B}  c}, AUTHOR = {Asl{\\i} B{\\^a}li}}": {"title": "A {B} c", "author": "Aslı Bâli"},
    "@book{a, title = {A}, url = {https://a.org/x--y_~z%20#q}, doi = {10.1/a}}".replace("10.1/", "10.1234/"): {
        "title": "A",
        "url": "https://a.org/x--y_~z%20#q",
        "doi": "10.1234/a",
    },
    "@book{a, title = {A @ b}, pages = {1--2}, date = {}}": {"title": "A @ b", "pages": "1--2"},
    "@book{a, title = {A}, draft = {false}}": {"title": "A", "draft": "false"},
    '@comment{x}\n@preamble{"y"}\n% remark\n\n% another\n@book{a, title = {A}}': {"title": "A"},
}


@pytest.mark.parametrize("text", FINE)
def test_what_is_well_written_is_read_whole(text: str) -> None:
    references, problems = read_references(text)
    assert problems == ()
    assert [dict(one.fields) for one in references] == [FINE[text]]


def test_a_reference_keeps_its_entry_as_it_is_written_and_its_line() -> None:
    text = "% remark\n\n@Book{ a ,\n  title = {A},  % no\n}\n".replace("  % no", "") + GOOD
    references, _ = read_references(text)
    assert [one.raw for one in references] == ["@Book{ a ,\n  title = {A},\n}", GOOD.strip()]
    assert [(one.key, one.entry_type, one.line) for one in references] == [("a", "book", 3), ("other", "book", 6)]


def test_the_first_of_two_entries_of_a_key_counts() -> None:
    references, _ = read_references("@book{a, title = {A}}\n@book{a, title = {B}}")
    assert [field(one, "title") for one in references] == ["A"]


def test_the_first_of_two_fields_of_a_name_counts() -> None:
    (reference,), _ = read_references("@book{a, title = {A}, title = {B}}")
    assert field(reference, "title") == "A"


def test_an_entry_without_a_key_is_not_offered_to_those_who_look_for_one() -> None:
    _, problems = read_references("@book{,\n title = {A}}\n@book{b,\n title = {B},\n distinctfrom = {zzz}}")
    assert [one.hint for one in problems if one.line == 5] == ["known: b (the keys of citations.bib)"]


def test_a_key_of_an_entry_that_cannot_be_read_is_known_to_others() -> None:
    _, problems = read_references("@book{a,\n title = {A,\n}\n@book{b,\n title = {B},\n distinctfrom = {a},\n}")
    assert [one.name for one in problems] == ["bib-unclosed-brace"]


def test_nothing_is_told_but_as_a_problem(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    assert any(isinstance(one, logging.NullHandler) for one in logging.getLogger("bibtexparser").handlers)
    read_references("@book{a,\n title = {A,\n}\n" + GOOD)
    assert capfd.readouterr().err == ""


PIECES = st.sampled_from(
    """@book{a, |@string{b = |title = {|date = |{|}|}},|"|#|,|=|%|@|\n|2020|b|\\'e|author = {A and |url = {http://[|
    @comment{|(|)|and|related = {a}|@article(c,|year = {2020}|month = may""".split("|")
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_read_without_an_error(text: str) -> None:
    references, problems = read_references(text)
    assert len({one.key.lower() for one in references}) == len(references)
    lines = text.count("\n") + 1
    assert all(1 <= problem.line <= lines for problem in problems)
    assert all(one.raw in text for one in references)


def test_the_bibliography_of_this_collection_has_no_fault_and_is_kept_verbatim(root: Path) -> None:
    text = (root / "citations.bib").read_text(encoding="utf-8")
    references, problems = read_references(text)
    assert problems == ()
    assert all(one.raw in text for one in references)
    assert sum(line.startswith("@") for line in text.split("\n")) == len(references)
