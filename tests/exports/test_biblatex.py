"""BibLaTeX: what an editor wrote goes out letter by letter, and what we made reads back as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from florilegium.bibliography import read_references
from florilegium.exports.biblatex import biblatex
from florilegium.model import Reference

ENTRY = r"""@Book{power2003,
  author={Power, S. and {Council of Peace \& War}}, title = "The {R}ight to {\"U}bel, 100\%",
     year = 2003,month=feb
}"""


def exported(text: str) -> str:
    references, problems = read_references(text)
    assert problems == ()
    return biblatex(references)


def test_an_entry_goes_out_letter_by_letter() -> None:
    assert exported(ENTRY) == ENTRY + "\n"


def test_remarks_between_entries_stay_at_home() -> None:
    assert (
        exported(f"% Ours.\n{ENTRY}\n\n% Ours too.\n@misc{{b, title = {{B}}}}")
        == f"{ENTRY}\n\n@misc{{b, title = {{B}}}}\n"
    )


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("@misc{a,\n  distinctfrom = {b, c},\n  title = {A},\n}", "@misc{a,\n  title = {A},\n}"),
        ("@misc{a, distinctfrom = {b}, title = {A}}", "@misc{a, title = {A}}"),
        ('@misc{a, title = {A}, Distinctfrom = "b"}', "@misc{a, title = {A}}"),
        ("@misc{a,\n  title = {A},\n  distinctfrom = {b}\n}", "@misc{a,\n  title = {A}\n}"),
    ],
)  # fmt: skip
def test_a_working_field_is_cut_and_the_rest_stays(given: str, left: str) -> None:
    (reference,), _ = read_references(given)
    assert biblatex([reference]) == left + "\n"


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{a,\n  title = {A},\n  annotation = {It says, distinctfrom = x, and means it},\n}",
        "@misc{a,\n  title = {A},\n  annotation = {A remark},\n  related = {b},\n  relatedtype = {reprintof},\n}",
        '@misc{a,\n  title = {An #, a = b and a "},\n}',
    ],
)
def test_what_is_no_working_field_is_not_cut(entry: str) -> None:
    (reference,), _ = read_references(entry)
    assert biblatex([reference]) == entry + "\n"


def test_an_abbreviation_that_does_not_go_with_the_entry_is_written_out() -> None:
    made = Reference(
        "a", "book", (("title", "A"), ("publisher", "{Oxford} Press")), 3, "@book{a, title={A}, publisher=oup}"
    )
    assert biblatex([made]) == "@book{a,\n  title        = {A},\n  publisher    = {{Oxford} Press},\n}\n"
    joined = Reference("a", "book", (("title", "A B"),), 3, "@book{a, title={A} # { B}}")
    assert biblatex([joined]) == "@book{a,\n  title        = {A B},\n}\n"


def test_an_entry_in_round_brackets_is_written_with_its_own_sign_and_without_working_fields() -> None:
    first = "@book(a,\n  title = {A},\n  distinctfrom = {b},\n  publisher = oup,\n)"
    assert exported(f"@string(oup = {{Oxford}})\n{first}\n@book(b, title = {{B}})") == (
        "@book{a,\n  title        = {A},\n  publisher    = {Oxford},\n}\n\n@book{b,\n  title        = {B},\n}\n"
    )


def test_what_the_editor_wrote_is_kept_though_it_looks_made() -> None:
    entry = "@book{a,\n  title = {The {R}ight to\n    Peace},\n}"
    assert exported(entry) == entry + "\n"


def test_a_made_entry_is_laid_out_as_the_editor_does() -> None:
    made = Reference("a", "online", (("author", "{Peace & War}"), ("url", "https://a.example/b_c~d?e&f%20#g")), 0)
    assert biblatex([made]).splitlines() == [
        "@online{a,",
        r"  author       = {{Peace \& War}},",
        "  url          = {https://a.example/b_c~d?e&f%20#g},",
        "}",
    ]


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N"), include_characters=" &%$#_~=,.;:()[]<>|+*/—–’“”-"))
NAMES = ("title", "subtitle", "note", "organization", "journaltitle")


@given(st.dictionaries(st.sampled_from(NAMES), WORDS.filter(str.strip), min_size=1))
@example({"title": "~"})
def test_a_made_entry_reads_back_as_it_was(texts: dict[str, str]) -> None:
    fields = tuple((name, " ".join(f"{{{text}}} {text}".split())) for name, text in texts.items())
    written = biblatex([Reference("a", "online", fields, 0)])
    (read,), _ = read_references(written)
    assert read.fields == fields
