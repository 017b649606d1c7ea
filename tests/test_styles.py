"""Works in citation styles: what is printed, that no work changes another's copy, and that nothing is made twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from florilegium.model import CopyForms, Formatted, Style
from florilegium.styles import CslItem, FormattedWorks, format_works
from florilegium.styles.letters import TOGETHER
from florilegium.styles.pandoc import PandocError, Printed, Task, printed, run_pandoc
from florilegium.styles.plain_styles import DASHES, plain
from florilegium.styles.readying import ready
from florilegium.styles.style_files import StyleFile, read_style
from florilegium.styles.wording import worded

NOTES, AUTHOR_DATE, APA, MLA = "chicago-notes-bibliography", "chicago-author-date", "apa", "modern-language-association"
FOUR = (NOTES, AUTHOR_DATE, APA, MLA)
SMITH = {"family": "Smith", "given": "John A."}
LETTOW = {"family": "van der Lettow", "given": "Paul"}
WORKS: dict[str, CslItem] = {
    "report": {
        "type": "report",
        "title": "Success?",
        "author": [LETTOW],
        "publisher": "Council",
        "issued": {"date-parts": [[2021, 2, 24]]},
        "URL": "https://example.org/a_b%20c",
    },
    "webpage": {"type": "webpage", "title": 'Arms to <span class="nocase">NATO</span>', "container-title": "A Site"},
    "newspaper": {
        "type": "article-newspaper",
        "title": "Assault ‘Was Not Genocide’",
        "container-title": "BBC News",
        "issued": {"date-parts": [[2001, 9, 7]]},
    },
    "journal": {
        "type": "article-journal",
        "title": "What Peace Will Be like Tomorrow",
        "author": [SMITH],
        "container-title": "Foreign Affairs",
        "volume": "12",
        "issue": "3",
        "number": "e12",
        "issued": {"date-parts": [[2020]]},
        "DOI": "10.1000/xyz",
    },
    "chapter": {
        "type": "chapter",
        "title": "Is It a “Success”?",
        "author": [SMITH],
        "container-title": "The Book",
        "editor": [{"family": "Lee", "given": "Ann"}],
        "publisher": "Verso",
        "page": "1-3",
        "issued": {"date-parts": [[2020]]},
    },
    "book": {
        "type": "book",
        "title": "La guerre et la paix",
        "author": [{"family": "Smith", "given": "Jane"}],
        "language": "fr",
        "publisher": "Seuil",
        "issued": {"date-parts": [[2020]]},
    },
    "body": {
        "type": "report",
        "title": "Report",
        "author": [{"literal": "Office of A & B"}],
        "issued": {"date-parts": [[2020]]},
    },
    "law": {
        "type": "legislation",
        "title": "An Act",
        "number": "116-145",
        "volume": "134",
        "container-title": "Stat.",
        "page": "648",
        "issued": {"date-parts": [[2020]]},
    },
    "bill": {"type": "bill", "title": "A Bill", "number": "S. 3744", "issued": {"date-parts": [[2020]]}},
    "treaty": {"type": "treaty", "title": "A Charter", "issued": {"date-parts": [[1945, 6, 26]]}},
    "many": {
        "type": "article-magazine",
        "title": "Twelve Hands",
        "author": [{"family": f"Hand{letter}", "given": "A."} for letter in "abcdefghijkl"],
        "container-title": "The Atlantic",
        "issued": {"date-parts": [[2020, 4]]},
    },
    "undated": {"type": "webpage", "title": "No Date", "author": [SMITH], "URL": "https://example.org"},
    "first": {"type": "book", "title": "Art", "author": [SMITH], "issued": {"date-parts": [[2020]]}},
}


LINES = {"mail": 7, "nothing": 11}
"""Of the works that a style prints nothing of."""


def style(name: str) -> Style:
    return Style(name, name, sentence_case=name == APA, line=14)


def formatted(
    names: Sequence[str] = FOUR,
    works: Mapping[str, CslItem] = WORKS,
    lists: Mapping[str, Sequence[str]] | None = None,
) -> FormattedWorks:
    return format_works(lambda _: works, lists or {}, [style(name) for name in names], {}, LINES)


def file_of(name: str) -> StyleFile:
    file = read_style(name)
    assert isinstance(file, StyleFile)
    return file


def copied(result: Formatted) -> dict[str, CopyForms]:
    return {one.reference: one for one in result.copied}


def texts(result: Formatted, name: str) -> list[str]:
    return [wording.text for one in result.lists if one.name == name for _, wording in one.entries]


@pytest.fixture(scope="module")
def alone() -> dict[str, dict[str, CopyForms]]:
    names = (*FOUR, "ieee", "oscola", "harvard-cite-them-right", "new-harts-rules-notes")
    result = formatted(names)
    assert result.problems == ()
    return {one.style.id: copied(one) for one in result.formatted}


@pytest.mark.parametrize(
    ("name", "key", "form", "text"),
    [
        (NOTES, "report", "entry", "Lettow, Paul van der. Success? Council, 2021. https://example.org/a_b%20c."),
        (NOTES, "report", "note", "Paul van der Lettow, Success? (Council, 2021), https://example.org/a_b%20c."),
        (NOTES, "report", "short_note", "Van der Lettow, Success?"),
        (NOTES, "newspaper", "entry", "BBC News. “Assault ‘Was Not Genocide.’” September 7, 2001."),
        (NOTES, "newspaper", "note", "“Assault ‘Was Not Genocide,’” BBC News, September 7, 2001."),
        (NOTES, "chapter", "note", "John A. Smith, “Is It a ‘Success’?,” in The Book, ed. Ann Lee (Verso, 2020)."),
        (NOTES, "chapter", "entry", "Smith, John A. “Is It a ‘Success’?” In The Book, edited by Ann Lee. Verso, 2020."),
        (NOTES, "journal", "short_note", "Smith, “What Peace Will Be like Tomorrow.”"),
        (NOTES, "law", "entry", "An Act, Pub. L. No. 116-145, 134 Stat. 648 (2020)."),
        (NOTES, "bill", "entry", "A Bill, S. 3744 (2020)."),
        (NOTES, "treaty", "entry", "A Charter, June 26, 1945."),
        (NOTES, "webpage", "note", "“Arms to NATO,” A Site."),
        (NOTES, "book", "entry", "Smith, Jane. La guerre et la paix. Seuil, 2020."),
        (AUTHOR_DATE, "report", "in_text", "(van der Lettow 2021)"),
        (AUTHOR_DATE, "body", "entry", "Office of A & B. 2020. Report."),
        (AUTHOR_DATE, "many", "in_text", "(Handa et al. 2020)"),
        (AUTHOR_DATE, "undated", "in_text", "(Smith, n.d.)"),
        (APA, "newspaper", "entry", "Assault “Was Not Genocide.” (2001, September 7). BBC News."),
        (APA, "body", "in_text", "(Office of A & B, 2020)"),
        (MLA, "report", "in_text", "(van der Lettow)"),
        (MLA, "first", "entry", "Smith, John A. Art. 2020."),
        ("ieee", "first", "entry", "[1] J. A. Smith, Art. 2020."),
        ("ieee", "first", "in_text", "[1]"),
        ("oscola", "first", "short_note", "Smith (n 1)."),
        ("harvard-cite-them-right", "first", "in_text", "(Smith, 2020)"),
        ("new-harts-rules-notes", "newspaper", "note", "‘Assault “Was Not Genocide”’, BBC News (7 Sept. 2001)."),
    ],
)
def test_a_work_by_itself_reads_as_its_style_wants(
    alone: dict[str, dict[str, CopyForms]], name: str, key: str, form: str, text: str
) -> None:
    assert getattr(alone[name][key], form).text == text


def test_a_style_has_either_notes_or_citations_in_the_text(alone: dict[str, dict[str, CopyForms]]) -> None:
    for name, forms in alone.items():
        has_notes = name in (NOTES, "oscola", "new-harts-rules-notes")
        for one in forms.values():
            assert [bool(one.note), bool(one.short_note), bool(one.in_text)] == [has_notes, has_notes, not has_notes]


def test_html_has_only_the_tags_of_a_wording_and_says_what_the_text_says(
    alone: dict[str, dict[str, CopyForms]],
) -> None:
    tags = set()
    for forms in alone.values():
        for one in forms.values():
            tags |= set(re.findall(r"<\w+", one.entry.html))
            assert worded(one.entry.html) == one.entry
            assert "\n" not in one.entry.text
    assert tags == {"<i", "<a"}
    assert alone[NOTES]["body"].entry.html == "Office of A &amp; B. <i>Report</i>. 2020."


def test_no_work_changes_how_another_reads_by_itself(alone: dict[str, dict[str, CopyForms]]) -> None:
    keys = ("report", "newspaper", "chapter", "book", "many", "undated", "first")

    def differs(pair: tuple[str, str]) -> bool:
        name, key = pair
        file, work = file_of(name), ready(key, WORKS[key], sentence_case=name == APA)
        one = run_pandoc(Task(file.csl, file.language, (work.item,), cited=True, cited_again=file.has_notes))
        copy = alone[name][key]
        forms = [form.html for form in (copy.entry, copy.note or copy.in_text, copy.short_note) if form]
        return forms != [one.entries[0][1], *one.first, *one.again]

    pairs = [(name, key) for name in (*FOUR, "ieee") for key in keys]
    with ThreadPoolExecutor(2) as pool:
        assert [pair for pair, wrong in zip(pairs, pool.map(differs, pairs), strict=True) if wrong] == []


def test_a_copy_is_the_same_whatever_else_is_formatted() -> None:
    names = (NOTES, "universite-de-bordeaux-ecole-doctorale-de-droit")  # soon after, the second would say "op. cit."
    among_others = formatted(names).formatted
    by_themselves = formatted(names, {"first": WORKS["first"]}).formatted
    assert [copied(one)["first"] for one in by_themselves] == [copied(one)["first"] for one in among_others]


FAMILIES = ("Smith", "Jones", "van der Berg")
GIVEN = ("John", "Jane", "J. A.", "Ann")


def made_up(seed: int, count: int) -> dict[str, CslItem]:
    """Works that must be told apart: few names, few years, few titles."""
    rng = Random(seed)
    works: dict[str, CslItem] = {}
    for number in range(count):
        names = [
            {
                "family": rng.choice(("Smith", "Jones", "van der Berg")),
                "given": rng.choice(("John", "Jane", "J. A.", "Ann")),
            }
            for _ in range(rng.choice((1, 1, 1, 2, 3, 4)))
        ]
        author = rng.choice((names, names, names, [{"literal": "Human Rights Watch"}], []))
        works[f"k{number}"] = {
            "type": rng.choice(("report", "webpage", "book", "article-journal", "article-newspaper", "chapter")),
            "title": f"{rng.choice(('Power', 'Law'))} {rng.choice(('of War', 'in Peace', 'Now?'))}",
            "container-title": rng.choice(("The Times", "Survival")),
            **({"author": author} if author else {}),
            **({"editor": names[:1]} if rng.random() < 0.2 else {}),
            **({"issued": {"date-parts": [[rng.choice((2019, 2020))]]}} if rng.random() < 0.9 else {}),
        }
    return works


@pytest.mark.parametrize("seed", range(2))
def test_a_list_put_together_is_what_one_full_run_prints(seed: int) -> None:
    works = made_up(seed, 30)
    lists = {"all": tuple(works), "part": tuple(Random(seed).sample(sorted(works), 12))}
    names = (NOTES, AUTHOR_DATE, APA, MLA, "ieee", "chicago-author-date-17th-edition")
    for result in formatted(names, works, lists).formatted:
        file = file_of(result.style.id)
        # The names that pandoc adds to tell citations apart get into the entries of MLA, which must not have them.
        csl = plain(file.csl, but=DASHES) if result.style.id == MLA else file.csl
        for listed in result.lists:
            order: Sequence[str] = lists[listed.name]
            keys = [key for key in works if key in order] if file.is_sorted else order
            items = tuple(ready(key, works[key], sentence_case=result.style.sentence_case).item for key in keys)
            whole = run_pandoc(Task(csl, file.language, items, cited=True, cited_again=False))
            assert [(key, one.html) for key, one in listed.entries] == [(keys[at], one) for at, one in whole.entries]


def test_years_get_letters_only_where_the_list_needs_them() -> None:
    lists = {"both": ["journal", "chapter", "book"], "one": ["chapter", "book"]}
    result = formatted((AUTHOR_DATE,), lists=lists).formatted[0]
    assert [re.findall(r"20\d\d[a-z]?", text)[0] for text in texts(result, "both")] == ["2020", "2020a", "2020b"]
    assert [re.findall(r"20\d\d[a-z]?", text)[0] for text in texts(result, "one")] == ["2020", "2020"]


def book(author: dict[str, str], year: int) -> CslItem:
    return {"type": "book", "title": "Art", "author": [author], "issued": {"date-parts": [[year]]}}


@pytest.mark.parametrize(
    ("others", "years"), [(("Amy", "Joan"), ["2001", "2002", "2020a", "2020b"]), (("Bea",), ["2001", "2020", "2020"])]
)
def test_who_else_is_in_the_list_decides_whether_initials_tell_two_authors_apart(
    others: tuple[str, ...], years: list[str]
) -> None:
    """In APA Adam and Jane Li are A. Li and J. Li, but not where an Amy and a Joan Li are: these would be so too."""
    works = {name: book({"family": "Li", "given": name}, 2020) for name in ("Adam", "Jane")}
    works |= {name: book({"family": "Li", "given": name}, year) for year, name in enumerate(others, 2001)}
    result = formatted((APA,), works, {"all": list(works)}).formatted[0]
    assert sorted(re.findall(r"20\d\d[a-z]?", text)[0] for text in texts(result, "all")) == years


def test_a_title_in_italics_and_one_in_quotation_marks_are_told_apart() -> None:
    works: dict[str, CslItem] = {
        kind: {"type": kind, "title": "War", "issued": {"date-parts": [[2019]]}} for kind in ("book", "chapter")
    }
    result = formatted(("harvard-cite-them-right",), works, {"all": list(works)}).formatted[0]
    assert [re.findall(r"2019[a-z]?", text) for text in texts(result, "all")] == [["2019a"], ["2019b"]]


def test_a_dash_stands_for_an_author_just_named_but_never_in_a_copy() -> None:
    result = formatted((MLA,), lists={"list": ["journal", "first", "chapter"]}).formatted[0]
    assert [text[:5] for text in texts(result, "list")] == ["Smith", "———. ", "———. "]
    assert {copied(result)[key].entry.text[:5] for key in ("journal", "first", "chapter")} == {"Smith"}


@pytest.mark.parametrize(
    "name",
    [
        MLA,
        "mhra-notes",  # a dash for each single name
        "rassegna-degli-archivi-di-stato-bibliografia-generale",  # another sign
        "ucl-press-note",
        "zeitschrift-fur-deutsche-philologie",  # also where there is no author
    ],
)
@pytest.mark.parametrize("seed", [5, 6])
def test_dashes_are_those_of_one_full_run(name: str, seed: int) -> None:
    works = made_up(seed, 40)
    lists = {"all": tuple(works), "part": tuple(key for key in works if key.endswith(("1", "4", "5")))}
    (result,) = formatted((name,), works, lists).formatted
    file = file_of(name)
    for listed in result.lists:
        order = lists[listed.name]
        items = tuple(ready(key, works[key], sentence_case=False).item for key in order)
        whole = run_pandoc(Task(plain(file.csl, but=DASHES), file.language, items, cited=False, cited_again=False))
        assert [(key, one.html) for key, one in listed.entries] == [(order[at], one) for at, one in whole.entries]


def test_dashes_in_many_lists_take_no_more_runs_than_in_one() -> None:
    tasks: list[Task] = []

    def spy(task: Task) -> Printed:
        tasks.append(task)
        return run_pandoc(task)

    lists = {f"list{number}": list(WORKS)[number:] for number in range(6)}
    format_works(lambda _: WORKS, lists, [style(MLA)], {}, {}, spy)
    # Each by itself, the order of all, and the neighbours that begin alike.
    assert [len(task.items) for task in tasks[:2]] == [len(WORKS), len(WORKS)]
    assert len(tasks) == 3


def test_numbers_follow_the_list() -> None:
    result = formatted(("ieee",), lists={"list": ["first", "body", "first", "book"]}).formatted[0]
    assert [text[:6] for text in texts(result, "list")] == ["[1] J.", "[2] Of", "[3] J."]


def test_a_style_that_renames_another_prints_as_that_one() -> None:
    renamed, true = formatted(("nature-digest", "nature"), {"first": WORKS["first"]}).formatted
    assert renamed.copied == true.copied


@pytest.mark.parametrize(
    ("name", "problem", "hint"),
    [
        ("chicago-author-dat", "unknown-style", "did you mean 'chicago-author-date'?"),
        ("no such style at all", "unknown-style", "the nearest:"),
        ("../styles/apa", "unknown-style", "the nearest:"),
        ("bluebook-law-review", "unfit-style", "choose a style that has one"),
    ],
)
def test_a_style_that_cannot_be_used_is_told_and_the_others_are_still_made(name: str, problem: str, hint: str) -> None:
    result = formatted((name, MLA), {"first": WORKS["first"]})
    assert [(one.name, one.path, one.line) for one in result.problems] == [(problem, "mkdocs.yml", 14)]
    assert result.problems[0].hint.startswith(hint)
    assert [one.style.id for one in result.formatted] == [MLA]


def test_a_work_of_which_a_style_prints_nothing_is_told() -> None:
    works: dict[str, CslItem] = {"mail": {"type": "personal_communication", "title": "Mail", "author": [SMITH]}}
    result = formatted((APA, "ieee"), works)
    (problem,) = result.problems
    assert str(problem) == (
        "citations.bib:7: mail prints nothing in apa (entry) [empty-citation]\n"
        "hint: the style has no form for its type, personal_communication: give the entry another, or more fields"
    )


def test_a_number_alone_is_nothing_of_a_work() -> None:
    result = formatted(("ieee",), {"nothing": {"type": "book"}})
    assert [one.name for one in result.problems] == ["empty-citation"]


def test_what_is_kept_is_not_made_again() -> None:
    lists = {"all": list(WORKS), "part": ["first", "chapter"]}
    styles = [style(name) for name in (*FOUR, "ieee")]
    cold = format_works(lambda _: WORKS, lists, styles, {}, LINES)
    warm = format_works(lambda _: WORKS, lists, styles, {**cold.kept, "of an older build": "{}"}, LINES, _refuse)
    assert warm == cold


def test_of_a_changed_work_only_what_it_changes_is_made_again() -> None:
    lists = {"all": list(WORKS), "part": ["book", "bill"]}
    before = format_works(lambda _: WORKS, lists, [style(NOTES)], {}, LINES)
    changed = {**WORKS, "first": {**WORKS["first"], "title": "Craft"}}
    tasks: list[Task] = []

    def spy(task: Task) -> Printed:
        tasks.append(task)
        return run_pandoc(task)

    after = format_works(lambda _: changed, lists, [style(NOTES)], before.kept, LINES, spy)
    # Itself, and the order of all.
    assert [len(task.items) for task in tasks] == [1, len(WORKS)]
    assert copied(after.formatted[0])["first"].entry.text == "Smith, John A. Craft. 2020."
    assert copied(after.formatted[0])["book"] == copied(before.formatted[0])["book"]
    assert len(after.kept) == len(before.kept)


def test_a_fault_of_pandoc_is_a_problem_and_no_traceback() -> None:
    result = format_works(lambda _: WORKS, {}, [style(MLA)], {}, LINES, _refuse)
    assert (result.formatted, [str(one).split("\n")[0] for one in result.problems]) == (
        (),
        ["mkdocs.yml:14: pandoc was called [not-formatted]"],
    )
    with pytest.raises(PandocError, match="pandoc failed: CiteprocXMLError"):
        run_pandoc(Task("<style", "en-US", (WORKS["first"],), cited=True, cited_again=False))


def test_a_work_that_pandoc_loses_is_never_lost_silently() -> None:
    blocks = [{"t": "Para", "c": [{"t": "Cite", "c": [[], [{"t": "Str", "c": "(Smith)"}]]}]}]
    with pytest.raises(PandocError, match="was given 1 works and printed 0 entries, 1 first"):
        printed(blocks, Task("", "en-US", ({},), cited=True, cited_again=False))


def _refuse(task: Task) -> Printed:
    raise PandocError("pandoc was called")


def test_many_works_of_one_author_and_year_are_told_apart_in_more_than_one_run() -> None:
    works: dict[str, CslItem] = {
        f"k{number}": {
            "type": "book",
            "title": f"Volume {number:03}",
            "author": [{"family": f"Smith{number % 60}", "given": "A."}],
            "issued": {"date-parts": [[2020]]},
        }
        for number in range(2 * TOGETHER)
    }
    result = formatted((AUTHOR_DATE,), works, {"all": list(works)}).formatted[0]
    letters = [re.findall(r"2020([a-z]?)", text)[0] for text in texts(result, "all")]
    assert sorted(letters) == sorted(["a", "b"] * 60 + ["c"] * 40)


def test_without_pandoc_one_problem_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    items = {"a": {"id": "a", "type": "book", "title": "A"}}
    styles = [Style("apa", "APA", sentence_case=True), Style("modern-language-association", "MLA", sentence_case=False)]
    silent = tmp_path / "pandoc"
    silent.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    silent.chmod(0o755)
    for pandoc in (tmp_path / "missing", silent):
        monkeypatch.setattr("florilegium.styles.pandoc.PANDOC", pandoc)
        found = format_works(lambda _: items, {"all": ["a"]}, styles, {}, {"a": 1})
        assert {(one.name, one.path) for one in found.problems} == {("no-pandoc", "pyproject.toml")}
        assert len(set(found.problems)) == 1
