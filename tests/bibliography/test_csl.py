from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.bibliography import csl_item, read_references
from florilegium.bibliography.csl import TYPES
from florilegium.bibliography.vocabulary import SUBTYPES
from florilegium.bibliography.vocabulary import TYPES as BIBLATEX_TYPES
from florilegium.model import Reference
from tests.bibliography.made import reference

CSL_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty webpage""".split()
)
TEXTS = frozenset(
    """id type abstract archive_location chapter-number collection-number collection-title container-title DOI edition
    event event-place genre ISBN ISSN issue language note number number-of-pages number-of-volumes original-publisher
    original-publisher-place page publisher publisher-place status title title-short URL version volume""".split()
)
NAMES = frozenset({"author", "editor", "translator", "container-author"})
DATES = frozenset({"issued", "accessed", "original-date", "event-date"})

KINDS = [
    (reference("report"), "report"),
    (reference("online"), "webpage"),
    (reference("online", entrysubtype="blog"), "post-weblog"),
    (reference("article"), "article-journal"),
    (reference("article", entrysubtype="newspaper"), "article-newspaper"),
    (reference("article", entrysubtype="magazine"), "article-magazine"),
    (reference("incollection"), "chapter"),
    (reference("book"), "book"),
    (reference("mvbook"), "book"),
    (reference("thesis"), "thesis"),
    (reference("legislation"), "legislation"),
    (reference("legislation", entrysubtype="bill"), "bill"),
    (reference("legislation", entrysubtype="treaty"), "treaty"),
    (reference("legislation", entrysubtype="resolution"), "report"),
    (reference("misc"), "document"),
]


@pytest.mark.parametrize(("work", "kind"), KINDS)
def test_the_type_is_that_of_the_work(work: Reference, kind: str) -> None:
    assert csl_item(work)["type"] == kind


def test_every_type_named_is_one_of_csl_and_every_type_of_ours_is_named_or_a_book() -> None:
    assert set(TYPES.values()) <= CSL_TYPES
    named = {name for name in TYPES if "/" not in name}
    assert named <= BIBLATEX_TYPES
    assert BIBLATEX_TYPES - named == {
        *("book", "collection", "manual", "mvbook", "mvcollection", "mvproceedings", "mvreference", "proceedings"),
        "reference",
    }
    assert {name for name in TYPES if "/" in name} == {f"{kind}/{one}" for kind in SUBTYPES for one in SUBTYPES[kind]}


PLACES: list[tuple[Reference, dict[str, object]]] = [
    (
        reference("article", journaltitle="Survival", volume="41", number="3", pages="102--23", date="1999"),
        {
            "container-title": "Survival",
            "volume": "41",
            "issue": "3",
            "page": "102–23",
            "issued": {"date-parts": [[1999]]},
        },
    ),
    (reference("article", journaltitle="Health", eid="765261"), {"container-title": "Health", "number": "765261"}),
    (reference("article", eid="Article 765261"), {"number": "765261"}),
    (
        reference("article", journaltitle="Survival", issue="Special"),
        {"container-title": "Survival", "issue": "Special"},
    ),
    (
        reference("report", institution="{The Body}", series="Briefs", number="27", type="Policy brief"),
        {"publisher": "The Body", "collection-title": "Briefs", "number": "27", "genre": "Policy brief"},
    ),
    (reference("book", series="Studies", number="4"), {"collection-title": "Studies", "collection-number": "4"}),
    (reference("online", organization="{The Site}"), {"container-title": "The Site"}),
    (
        reference("online", organization="{The Site}", publisher="{The Site}"),
        {"container-title": "The Site"},
    ),
    (
        reference("online", organization="{The Site}", publisher="The House"),
        {"container-title": "The Site", "publisher": "The House"},
    ),
    (
        reference("online", journaltitle="The Site", organization="The House"),
        {"container-title": "The Site"},
    ),
    (
        reference(
            "incollection",
            booktitle="Politics",
            booksubtitle="A Start",
            publisher="Press",
            location="{New Haven and London}",
        ),
        {"container-title": "Politics: A Start", "publisher": "Press", "publisher-place": "New Haven and London"},
    ),
    (
        reference("thesis", institution="MIT", type="phdthesis"),
        {"publisher": "MIT", "genre": "PhD thesis"},
    ),
    (
        reference("legislation", entrysubtype="bill", organization="{116th Congress}", number="S. 1"),
        {"publisher": "116th Congress", "number": "S. 1"},
    ),
    (
        reference("online", url="https://a.org/x--y_z", doi="https://doi.org/10.1234/a--b", urldate="2020-10-08"),
        {"URL": "https://a.org/x--y_z", "DOI": "10.1234/a--b", "accessed": {"date-parts": [[2020, 10, 8]]}},
    ),
    (
        reference("book", annotation="Printed wrongly.", langid="american"),
        {"language": "en-US", "note": "Printed wrongly."},
    ),
    (reference("book", langid="pt-BR"), {"language": "pt-BR"}),
    (reference("book", note="First.", addendum="Second"), {"note": "First. Second."}),
    (reference("book", date="nonsense"), {}),
    (
        reference("book", title="{US} Policy?", subtitle="A View"),
        {"title": "US Policy? A View"},
    ),
    (
        reference("book", author="van der Lettow, Paul and {The Body} and King, Jr., Martin"),
        {
            "author": [
                {"family": "van der Lettow", "given": "Paul"},
                {"literal": "The Body"},
                {"family": "King", "given": "Martin", "suffix": "Jr."},
            ]
        },
    ),
]


@pytest.mark.parametrize(("work", "expected"), PLACES)
def test_each_field_goes_where_its_meaning_is(work: Reference, expected: dict[str, object]) -> None:
    item = csl_item(work)
    assert {name: value for name, value in item.items() if name not in ("id", "type")} == expected


def test_numbers_stay_as_they_are() -> None:
    assert csl_item(reference("report", number="113–288"), "protected")["number"] == "113–288"
    assert csl_item(reference("article", number="3--4"), "protected")["issue"] == "3–4"


def test_a_processor_is_given_the_title_alone_as_the_short_one_and_an_export_only_what_is_known() -> None:
    work = reference("book", title="A Long Peace", subtitle="Of War")
    assert csl_item(work, "protected")["title-short"] == "A Long Peace"
    assert "title-short" not in csl_item(work)
    assert "title-short" not in csl_item(reference("book", title="Peace", subtitle="Of War"), "protected")
    assert csl_item(reference("book", title="Peace", shorttitle="Pax"))["title-short"] == "Pax"


def test_a_processor_is_given_the_body_of_a_law_where_styles_look_for_it() -> None:
    bill = reference("legislation", entrysubtype="bill", organization="{116th Congress}")
    assert csl_item(bill, "protected")["authority"] == "116th Congress"
    assert "authority" not in csl_item(reference("report", institution="{Institute}"), "protected")


def test_a_processor_is_told_of_further_authors_and_an_export_says_it_in_words() -> None:
    work = reference("book", author="Smith, J. and others")
    assert csl_item(work, "protected")["author"] == [{"family": "Smith", "given": "J."}, {"literal": "others"}]
    assert csl_item(work)["author"] == [{"family": "Smith", "given": "J."}]
    assert csl_item(work)["note"] == "Further names are not given."


def test_a_title_has_the_form_that_is_asked_for() -> None:
    work = reference(
        "incollection", title="The {US} Way's End", booktitle="Great Powers", journaltitle="", series="Old Series"
    )
    span = '<span class="nocase">US</span>'
    assert csl_item(work)["title"] == "The US Way's End"
    assert csl_item(work, "protected")["title"] == f"The {span} Way’s End"
    assert csl_item(work, "sentence")["title"] == f"The {span} way’s end"
    assert csl_item(work, "sentence")["container-title"] == "Great powers"
    assert csl_item(work, "sentence")["collection-title"] == "Old Series"


def test_names_of_journals_and_sites_and_titles_in_other_languages_keep_their_capitals() -> None:
    work = reference("article", title="Der Krieg und die Macht", journaltitle="Foreign Affairs", langid="german")
    assert csl_item(work, "sentence")["title"] == "Der Krieg und die Macht"
    assert csl_item(work, "sentence")["container-title"] == "Foreign Affairs"


FIELD = st.sampled_from(
    """title subtitle booktitle journaltitle series number eid volume issue pages organization institution publisher
    location type note chapter edition langid shorttitle entrysubtype isbn version""".split()
)
WORDS = st.lists(st.sampled_from(["{US}", " ", "War", "'s ", "--", "2", "{{A} b}", "“x” "]), min_size=1).map("".join)


@settings(deadline=None)
@given(st.sampled_from(sorted(BIBLATEX_TYPES)), st.dictionaries(FIELD, WORDS), st.sampled_from(["", "A, B", "{C}"]))
def test_every_item_is_csl_and_an_export_holds_no_markup(kind: str, fields: dict[str, str], author: str) -> None:
    assert_csl(csl_item(Reference("work2020", kind, (*fields.items(), ("author", author)), 1)))


def assert_csl(item: dict[str, object]) -> None:
    """The rules of the schema of CSL-JSON, in so far as an item of ours can break them."""
    assert item["type"] in CSL_TYPES
    for variable, value in item.items():
        if variable in NAMES:
            assert isinstance(value, list)
            assert all(set(name) <= {"family", "given", "suffix", "literal"} for name in value)
            assert all(said and not set("{}<>") & set(said) for name in value for said in name.values())
        elif variable in DATES:
            assert isinstance(value, dict)
            assert set(value) <= {"date-parts", "season", "literal", "circa"}
            assert "date-parts" in value or "literal" in value
        else:
            assert variable in TEXTS
            assert isinstance(value, str)
            assert value
            assert variable in ("id", "URL", "DOI") or not set("{}<>") & set(value)


def test_every_work_of_this_collection_makes_an_item(root: Path) -> None:
    references, problems = read_references((root / "citations.bib").read_text(encoding="utf-8"))
    assert problems == ()
    assert len(references) > 100
    for one in references:
        assert_csl(csl_item(one))
        assert csl_item(one)["id"] == one.key
        assert csl_item(one, "protected")["title"]


def test_a_remark_goes_out_with_an_export_and_is_printed_by_no_style() -> None:
    assert "note" not in csl_item(reference("book", annotation="Printed wrongly."), "protected")
