"""The pages of the bibliography, of works made up."""

from __future__ import annotations

import re

import markdown
import pytest

from florilegium.model import (
    CitedAt,
    Collection,
    CopyForms,
    Document,
    Edition,
    Formatted,
    FormattedList,
    Placed,
    Record,
    Reference,
    Source,
    Style,
    Theme,
    Wording,
)
from florilegium.pages.bibliography_pages import bibliography_pages
from florilegium.pages.works_known import archived_address, kind_of_work, original_address

EXTENSIONS = ["attr_list", "md_in_html", "sane_lists", "tables", "toc"]
SPACE = "\N{NO-BREAK SPACE}"
NOTES = Style("some-notes", "Notes & more", sentence_case=False)
DATES = Style("dates", "Dates", sentence_case=False)


def source(name: str, fidelity: str = "verbatim") -> Source:
    record = Record(
        id=name,
        path=f"sources/{name}.yml",
        text_path=f"sources/{name}.txt",
        reference=f"{name}-itself",
        short=f"The {name}",
        layout="lines",
        notes="end",
        markers_drift=False,
        notes_begin="",
        first_page=None,
        fidelity="paraphrased" if fidelity == "paraphrased" else "verbatim",
        fidelity_note="",
        rights="",
        publish="full",
        original_at="",
        received="",
        supplied=(),
        corrections=(),
    )
    return Source(record, work(f"{name}-itself", "report", title=f"About {name}"), "")


def work(key: str, entry_type: str = "book", **fields: str) -> Reference:
    return Reference(key, entry_type, tuple({"title": key, **fields}.items()), 1)


def placed(one: Source) -> Placed:
    return Placed(one, Document((), (), (), (), (), (), (), 0, 0), (), ())


SOURCES = (source("brief"), source("paper", "paraphrased"), source("silent"))
THEMES = tuple(Theme(name, "", name.title(), "?", 1, (), (), "", 1) for name in ("peace", "war"))
PEACE = ("brief", "3", "p7", ("peace", "war"), "So it *is*.")


def cited(
    key: str, name: str, note: str = "1", block: str = "p1", *themes: str, sentence: str = "It is so."
) -> CitedAt:
    return CitedAt(key, name, note, block, themes or ("peace",), sentence)


def worded(text: str) -> Wording:
    return Wording(text, text)


def rendered(
    works: tuple[Reference, ...],
    places: tuple[CitedAt, ...],
    lists: dict[str, tuple[str, ...]] | None = None,
    turned: bool = False,  # noqa: FBT001, FBT002 - it reads as a name
) -> dict[str, str]:
    """Return the pages by their paths. The second style turns the order of the first one round, if it is `turned`."""
    keys = tuple(one.key for one in works)
    listed = {"all": keys, **(lists or {})}
    formatted = tuple(
        Formatted(
            style,
            tuple(
                CopyForms(
                    key,
                    worded(f"{key} in {style.id}."),
                    worded(f"First {key}") if style is NOTES else None,
                    worded(f"Short {key}") if style is NOTES else None,
                    worded(f"({key})") if style is DATES else None,
                )
                for key in keys
            ),
            tuple(
                FormattedList(
                    name,
                    tuple(
                        (key, worded(f"{key} in {style.id}{'a' if key.startswith('same') else ''}."))
                        for key in (names[::-1] if turned and style is DATES else names)
                    ),
                )
                for name, names in listed.items()
            ),
        )
        for style in (NOTES, DATES)
    )
    own = tuple(one.reference for one in SOURCES if one.reference.key not in keys)
    collection = Collection(SOURCES, THEMES, (*works, *own), Edition("T", "P", "1", "2020-01-01"), (NOTES, DATES))
    files = bibliography_pages(collection, tuple(placed(one) for one in SOURCES), places, formatted)
    return {file.path: file.content for file in files}


def main_page(works: tuple[Reference, ...], *places: CitedAt) -> str:
    return rendered(works, places)["bibliography/index.md"]


def item(content: str, key: str) -> str:
    """Return what is said of one work."""
    found = re.search(rf'<li id="{key}".*?</li>', content, re.DOTALL)
    assert found
    return found[0]


def test_there_is_a_page_for_all_works_each_theme_the_context_and_each_source_that_cites() -> None:
    paths = rendered((work("a"),), (cited("a", "brief"),), {"peace": ("a",), "cited-by/brief": ("a",)})
    assert list(paths) == [
        "bibliography/index.md",
        "bibliography/peace/index.md",
        "bibliography/war/index.md",
        "bibliography/context/index.md",
        "bibliography/by-source/brief/index.md",
    ]
    texts = "\nThe texts themselves: [Sources](../sources/index.md). No work is cited in: The paper; The silent.\n"
    assert texts in paths["bibliography/index.md"]
    assert "[The brief (1)](by-source/brief/index.md)" in paths["bibliography/index.md"]
    assert (
        '<strong aria-current="page">Peace (1)</strong> · [War (0)](../war/index.md)'
        in paths["bibliography/peace/index.md"]
    )


def test_a_theme_without_works_says_so_and_offers_nothing() -> None:
    content = rendered((work("a"),), (cited("a", "brief"),))["bibliography/war/index.md"]
    assert "\nNo work is cited where the sources speak of War.\n" in content
    for absent in ("<form", "<script", "<ol", "data/references"):
        assert absent not in content


def test_each_work_stands_once_in_the_order_of_the_first_style_and_knows_its_place_in_the_others() -> None:
    content = rendered((work("b"), work("a"), work("c")), (), turned=True)["bibliography/index.md"]
    assert re.findall(r'<li id="(\w+)" class="work" data-name="[^"]+" data-order="([\d ]+)"', content) == [
        ("b", "0 2"),
        ("a", "1 1"),
        ("c", "2 0"),
    ]


def test_the_first_style_is_shown_and_the_others_are_hidden() -> None:
    content = markdown.markdown(main_page((work("a"),)), extensions=EXTENSIONS)
    assert re.findall(r'<p class="entry" data-style="(\d)"( hidden)?>(.*?)</p>', content) == [
        ("0", "", "a in some-notes."),
        ("1", " hidden", "a in dates."),
    ]
    assert '<form class="works-switch" hidden>' in content
    assert '<input type="radio" name="style" value="some-notes" checked> Notes &amp; more</label>' in content


def test_a_style_has_the_forms_that_it_has_and_an_entry_is_repeated_only_where_it_differs() -> None:
    content = main_page((work("same2020"), work("b")))
    forms = re.findall(r'\*\*([\w ]+)\*\* <span class="[\w-]+">([^<]*)</span>', item(content, "same2020"))
    assert forms == [
        ("Entry", "same2020 in some-notes."),
        ("First note", "First same2020"),
        ("Short note", "Short same2020"),
        ("Entry", "same2020 in dates."),
        ("In text", "(same2020)"),
    ]
    assert item(content, "b").count('**Entry** <span class="as-listed">as above</span>') == 2


def test_where_a_work_is_cited_leads_to_the_note_the_paragraph_and_its_themes() -> None:
    said = item(main_page((work("a"),), CitedAt("a", *PEACE)), "a")
    links = "../sources/brief/index.md"
    assert (
        f"- [The brief, n.{SPACE}3]({links}#n3) [¶{SPACE}7]({links}#p7) "
        "[Peace](../peace/brief.md#p7){: .filed-under .theme-peace } "
        "[also War](../war/brief.md#p7){: .filed-under .theme-war } "
        '<span class="sentence">So it \\*is\\*.</span>\n    {: .cited-at .theme-peace }\n'
    ) in said


def test_a_place_without_paragraph_or_sentence_says_no_more_than_it_knows() -> None:
    said = item(main_page((work("a"),), CitedAt("a", "brief", "3", "", (), "")), "a")
    assert f"- [The brief, n.{SPACE}3](../sources/brief/index.md#n3)\n    {{: .cited-at }}\n" in said


def test_an_introduction_that_cites_a_work_is_named_and_linked() -> None:
    said = item(main_page((work("a"),), CitedAt("a", "", "", "", ("war",), "")), "a")
    assert "- [Introduction to War](../war/index.md)\n    {: .cited-at .theme-war }\n" in said


def test_a_sentence_that_is_paraphrased_does_not_look_like_a_quotation() -> None:
    content = main_page((work("a"), work("b")), cited("a", "paper"), cited("b", "brief"))
    assert '<span class="sentence paraphrased">' in item(content, "a")
    assert '<span class="sentence">' in item(content, "b")


@pytest.mark.parametrize(("number", "folded"), [(5, 0), (6, 1), (8, 3)])
def test_places_beyond_the_fifth_are_folded_away(number: int, folded: int) -> None:
    said = item(main_page((work("a"),), *(cited("a", "brief", str(note)) for note in range(number))), "a")
    shown, _, more = said.partition('<details class="more"')
    assert (shown.count("{: .cited-at"), more.count("{: .cited-at")) == (number - folded, folded)
    summaries = {0: [], 1: ["One more place"], 3: ["Three more places"]}
    assert re.findall(r"<summary>(.* more .*)</summary>", said) == summaries[folded]


def test_a_work_that_two_sources_cite_says_so_and_can_be_sifted_out() -> None:
    content = main_page((work("a"), work("b")), cited("a", "brief"), cited("a", "paper"), cited("b", "brief"))
    assert " data-shared " in item(content, "a")
    assert "**Cited by two sources**<" in item(content, "a")
    assert "data-shared" not in item(content, "b")
    assert "> Show only works cited by more than one source (1 entry)</label>" in content
    assert "2 works, cited at three places in the notes of two sources. One work is cited by more than one" in content


def test_two_editions_of_a_work_are_two_entries_and_one_work() -> None:
    old, new = work("old1990", date="1990"), work("new1999", date="1999-05", related="old1990", relatedtype="reprintof")
    places = (cited("old1990", "brief"), cited("new1999", "paper"))
    pages = rendered((old, new, work("x")), (*places, cited("x", "brief")), {"cited-by/brief": ("old1990", "x")})
    content = pages["bibliography/index.md"]
    said = "**Cited by two sources**, counting its [other edition, "
    assert f"{said}May 1999](#new1999)<" in item(content, "old1990")
    assert f"{said}1990](#old1990)<" in item(content, "new1999")
    assert "3 entries for 2 works, one of them in more than one edition, cited at three places" in content
    assert "One work is cited by more than one source." in content
    part = pages["bibliography/by-source/brief/index.md"]
    assert "[other edition, May 1999](../../index.md#new1999)" in item(part, "old1990")


def test_the_lasting_address_of_a_work_is_on_the_main_page() -> None:
    pages = rendered((work("a"),), (cited("a", "brief"),), {"cited-by/brief": ("a",)})
    assert "[a](index.md#a){: .key }" in item(pages["bibliography/index.md"], "a")
    assert "[a](../../index.md#a){: .key }" in item(pages["bibliography/by-source/brief/index.md"], "a")


def test_an_edition_that_no_other_source_cites_is_named_too() -> None:
    works = (work("old"), work("new", related="old", relatedtype="reprintof"))
    both = main_page(works, cited("old", "brief"), cited("new", "brief"))
    assert "· See its [other edition](#new)<" in item(both, "old")
    assert "other edition" not in item(main_page(works, cited("old", "brief")), "old")


def test_a_text_of_this_collection_can_be_read_here() -> None:
    content = main_page((SOURCES[0].reference, work("a")), cited("a", "brief"))
    assert "[Read it here](../sources/brief/index.md)" in item(content, "brief-itself")
    assert "1 work, cited at one place in the notes of one source. The text of this collection is listed" in content
    assert "Read it here" not in item(content, "a")


def test_the_remark_of_an_editor_is_shown_as_one() -> None:
    said = item(main_page((work("a", annotation="Note 7 prints\n  {2011} <i>."),)), "a")
    about, _, cite = said.partition("<summary>Cite this work</summary>\n")
    assert "\nEditor’s remark: Note 7 prints 2011 &lt;i&gt;.\n{: .remark }\n" in about
    assert cite.startswith("\nNote 7 prints 2011 &lt;i&gt;.\n{: .remark }\n"), "who takes it home is told"


def test_a_list_can_be_taken_home() -> None:
    pages = rendered((work("a"),), (cited("a", "brief"),), {"peace": ("a",), "cited-by/brief": ("a",)})
    assert (
        "Download this list: [RIS](../data/references.ris) · [CSL-JSON](../data/references.json) · "
        "[BibLaTeX](../data/references.bib). For Zotero take one of the first two.\n"
        in (pages["bibliography/index.md"])
    )
    assert "(../../data/references/peace.ris)" in pages["bibliography/peace/index.md"]
    assert "(../../../data/references/cited-by/brief.bib)" in pages["bibliography/by-source/brief/index.md"]


def test_the_script_is_asked_for_where_it_lies() -> None:
    pages = rendered((work("a"),), (cited("a", "brief"),), {"cited-by/brief": ("a",)})
    assert '<script src="../assets/bibliography.js" defer>' in pages["bibliography/index.md"]
    assert '<script src="../../../assets/bibliography.js" defer>' in pages["bibliography/by-source/brief/index.md"]


def test_every_work_has_a_span_for_citation_managers() -> None:
    content = main_page((work("a"), work("b")))
    assert [item(content, key).count('<span class="Z3988"') for key in "ab"] == [1, 1]


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"url": "https://x.org/a", "urldate": "2020-10-08", "date": "2019"}, "20201008/https://x.org/a"),
        ({"url": "https://x.org/a", "date": "2019"}, "2019/https://x.org/a"),
        ({"url": "https://x.org/a", "date": "2019-07"}, "201907/https://x.org/a"),
        ({"url": "https://x.org/a", "date": "2002-21"}, "2002/https://x.org/a"),
        ({"url": "https://x.org/a", "date": "2005-03/2005-04"}, "200503/https://x.org/a"),
        ({"url": "https://x.org/a", "date": "2005~"}, "2005/https://x.org/a"),
        ({"url": "https://x.org/a"}, "https://x.org/a"),
    ],
)
def test_an_archived_copy_is_that_of_the_day_on_which_it_was_read_or_appeared(
    fields: dict[str, str], address: str
) -> None:
    assert archived_address(work("a", **fields)) == f"https://web.archive.org/web/{address}"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://web.archive.org/web/20200101/https://x.org/a", True),
        ("https://archive.org/web/20200101/https://x.org/a", True),
        ("http://www.archive.org/web/2020/https://x.org/a", True),
        ("https://archive.today/abc", True),
        ("https://archive.ph/abc", True),
        ("https://archive.org/details/a", False),
        ("https://x.org/web.archive.org/web/", False),
    ],
)
def test_a_copy_in_an_archive_has_no_copy_there(address: str, kept: bool) -> None:  # noqa: FBT001
    assert (archived_address(work("a", url=address)) == "") == kept
    said = item(main_page((work("a", url=address),)), "a")
    assert (">Original</a>" in said) != kept
    assert said.count(">Archived copy</a>") == 1


def test_a_work_without_a_web_address_says_so() -> None:
    assert "\nBook · No web address is given for it<" in item(main_page((work("a"),)), "a")
    assert archived_address(work("a", doi="10.1/x")) == ""
    for own in (work("brief-itself"), work("brief-itself", url="https://x.org/")):
        assert "No web address" not in item(main_page((own, work("a"))), "brief-itself")
    assert original_address(work("a", doi="10.1/x")) == "https://doi.org/10.1/x"


def test_an_address_with_signs_of_markdown_is_kept() -> None:
    address = "https://x.org/a_(b)_[c]*d*?e=1&copy=2"
    content = markdown.markdown(main_page((work("a", url=address),)), extensions=EXTENSIONS)
    assert f'<a href="{address.replace("&", "&amp;")}">Original</a>' in content.replace("&#95;", "_").replace(
        "&#42;", "*"
    ).replace("&#91;", "[").replace("&#93;", "]")


@pytest.mark.parametrize(
    ("entry_type", "subtype", "kind"),
    [
        ("article", "", "Journal article"),
        ("article", "newspaper", "News article"),
        ("article", "magazine", "Magazine article"),
        ("online", "", "Web page"),
        ("online", "blog", "Blog post"),
        ("incollection", "", "Chapter"),
        ("legislation", "", "Law"),
        ("legislation", "bill", "Bill"),
        ("legislation", "treaty", "Treaty"),
        ("legislation", "resolution", "Resolution"),
        ("thesis", "", "Thesis"),
        ("misc", "", "Document"),
    ],
)
def test_a_kind_of_work_is_a_word_for_readers(entry_type: str, subtype: str, kind: str) -> None:
    reference = work("a", entry_type, **({"entrysubtype": subtype} if subtype else {}))
    assert kind_of_work(reference) == kind


def test_a_page_says_of_what_it_was_made() -> None:
    content = main_page((work("a"),))
    head = content.split("---\n")[1]
    assert {"- mkdocs.yml", "- citations.bib", "- sources/paper.txt"} <= set(head.split("\n"))
    assert "title: Bibliography\n" in head


def files_of(content: str) -> set[str]:
    """Return the files of which a page says it was made."""
    return {line.removeprefix("- ") for line in content.split("---\n")[1].split("\n") if line.startswith("- ")}


def test_the_page_of_a_source_names_its_own_files_and_those_that_cite_its_works() -> None:
    old, new = work("old"), work("new", related="old", relatedtype="reprintof")
    places = (cited("old", "brief"), cited("x", "brief"), cited("new", "paper"), cited("y", "silent"))
    lists = {"cited-by/brief": ("old", "x"), "cited-by/paper": ("new",), "cited-by/silent": ("y",)}
    pages = rendered((old, new, work("x"), work("y")), places, lists)
    both = {f"sources/{name}.{ending}" for name in ("brief", "paper") for ending in ("txt", "yml")}
    silent = {"sources/silent.txt", "sources/silent.yml"}
    others = {"mkdocs.yml", "citations.bib"}
    for name in ("brief", "paper"):
        made_of = files_of(pages[f"bibliography/by-source/{name}/index.md"])
        assert {one for one in made_of if one} >= both | others
        assert not made_of & silent
    assert files_of(pages["bibliography/by-source/silent/index.md"]) >= silent | others
    assert not files_of(pages["bibliography/by-source/silent/index.md"]) & both


def test_the_lists_of_sources_are_linked_from_the_main_page_only() -> None:
    pages = rendered((work("a"),), (cited("a", "brief"),), {"peace": ("a",), "cited-by/brief": ("a",)})
    assert [path for path, content in pages.items() if "\nBy source: " in content] == ["bibliography/index.md"]
    by_theme = [path for path, content in pages.items() if "\nBy theme: " in content]
    assert by_theme == [f"bibliography/{name}index.md" for name in ("", "peace/", "war/", "context/")]
    assert "[Bibliography](../../index.md)" in pages["bibliography/by-source/brief/index.md"]
