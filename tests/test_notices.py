"""What an editor may want to mend in the bibliography is listed, and stops nothing."""

from __future__ import annotations

from dataclasses import replace

from build_site import Built, summary
from florilegium.bibliography import read_references
from florilegium.model import Authority, CitedAt, IndexTerm, SubjectIndex
from florilegium.notices import notices_of

BIB = """
@book{hart2020peace, author = {Hart, Ann}, title = {A Long Peace of Many Wars}, date = {2020}, pagination = {page}}
@book{hart2020again, author = {Hart, Ann}, title = {A Long Peace of Many Wars}, date = {2020}}
@online{peace, title = {A Page}}
"""


def test_duplicates_gaps_and_works_that_nothing_cites_are_told_with_key_and_line(built: Built) -> None:
    references = read_references(BIB)[0]
    collection = replace(built.collection, references=references, sources=())
    cited = (CitedAt("hart2020peace", "one", "1", "p1", (), "."), CitedAt("peace", "one", "2", "p1", (), "."))
    term = IndexTerm("peace", "concept", ("peace",), (), (), (), 7)
    found = sorted((one.name, one.line) for one in notices_of(collection, cited, SubjectIndex(Authority((term,)), ())))
    assert found == [
        ("field-not-shown", 2),
        ("likely-duplicate", 3),
        ("no-author", 4),
        ("no-date", 4),
        ("term-nowhere", 7),
        ("uncited", 3),
    ]


def test_the_summary_counts_them(built: Built) -> None:
    told = summary(built, 1.0)
    unsigned = sum(one.name == "no-author" for one in built.notices)
    assert unsigned
    assert f"{unsigned} without author" in told
    assert f"{len(built.works.formatted[0].copied)} works, cited {len(built.matched.citations)} times" in told


def test_nothing_of_the_collection_is_a_likely_duplicate_or_cited_nowhere(built: Built) -> None:
    assert {one.name for one in built.notices} <= {"no-author", "no-date"}
