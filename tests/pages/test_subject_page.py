"""The page of the subject index, of terms made up."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from florilegium.model import (
    Authority,
    Collection,
    Document,
    Edition,
    IndexTerm,
    IndexTermKind,
    Mention,
    OutputFile,
    Placed,
    Reference,
    SeeEntry,
    Source,
    SubjectIndex,
)
from florilegium.pages import alphabet
from florilegium.pages.alphabet import ALPHABET, stand
from florilegium.pages.subject_page import LETTER_IDS, subject_index_page
from tests.outline import record_of

EXTENSIONS = ["attr_list", "md_in_html", "sane_lists", "tables", "toc"]
SPACE = "\N{NO-BREAK SPACE}"
NAMES = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12)


def placed(name: str, fidelity: str = "verbatim") -> Placed:
    record = replace(
        record_of({}),
        id=name,
        path=f"sources/{name}.yml",
        text_path=f"sources/{name}.txt",
        short=f"The {name}",
        fidelity="paraphrased" if fidelity == "paraphrased" else "verbatim",
    )
    source = Source(record, Reference(f"{name}-itself", "report", (("title", name),), 1), "")
    return Placed(source, Document((), (), (), (), (), (), (), 0, 0), (), ())


PLACED = (placed("brief"), placed("paper", "paraphrased"))


def term(name: str, kind: IndexTermKind = "concept", *see_also: str) -> IndexTerm:
    return IndexTerm(name, kind, (name,), (), (), see_also, 1)


def page_of(terms: list[IndexTerm], spoken: dict[str, str], **see: str) -> OutputFile:
    """Return the page where terms are spoken of at places such as `brief p1 p2 n3`, and names lead on to terms."""
    authority = Authority(tuple(terms), tuple(SeeEntry(name, to, 1) for name, to in see.items()))
    mentions = []
    for name, said in spoken.items():
        source = ""
        for word in said.split():
            if word[1:].isdecimal():
                mentions.append(Mention(name, source, word, 0, 1))
            else:
                source = word
    collection = Collection(
        tuple(one.source for one in PLACED), (), (), Edition("T", "P", "1", "2020-01-01"), (), authority
    )
    return subject_index_page(collection, PLACED, SubjectIndex(authority, tuple(mentions)))


def entry(content: str, anchor: str) -> str:
    """Return what stands under a name: its own line, and those below it."""
    found = re.search(rf"^- [^\n]*\n    \{{: #{anchor} [^\n]*\n(?:[ ]{{4,}}[^\n]*\n)*", content, re.MULTILINE)
    assert found
    return found[0]


def names_in_order(content: str) -> list[str]:
    return re.findall(r'^- <span class="term-name">(.*?)(?: <span class="kind">.*)?</span>', content, re.MULTILINE)


def letters_of(content: str) -> str:
    found = re.search(r'<nav class="letters".*?</nav>', content, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("The Hague", "H"),
        ("an-Nahda", "A"),
        ("A. Q. Khan network", "A"),
        ("a separate peace", "S"),
        ("A", "A"),
        ("Łukasz", "L"),
        ("Œuvre", "O"),
        ("İzmir", "I"),
        ("ısrar", "I"),
        ("Þing", "T"),
        ("“Axis of evil”", "A"),
        ("9/11", "0–9"),
        ("the 1973 coup", "0–9"),
        ("Москва", "Other letters"),
        ("人権", "Other letters"),
        ("???", "Other letters"),
    ],
)
def test_a_name_stands_under_its_letter_without_accent_sign_or_article(name: str, letter: str) -> None:
    assert stand(name).letter == letter


@pytest.mark.parametrize(
    "names",
    [
        ["9/11", "1973 coup", "aid", "Łódź", "Zaire", "Москва"],
        ["UN", "UN Charter", "U.N. Human Rights Council", "unilateral measures"],
        ["Erdoğan, Recep", "Erdogan, Tayyip", "erdoĝan, Umut"],
        ["Jackson", "Jackson-Vanik Amendment", "Jacksonians"],
        ["Resolution 688", "Resolution 1970", "Resolution on arms"],
        ["Hague, The", "The Hague Convention", "Haiti"],
        ["O’Brien, Ann", "O'Brien, Bob", "Obrien, Cy"],
        ["Bali", "Bâli", "bali"],
    ],
)
def test_names_stand_word_by_word_and_numbers_by_their_value(names: list[str]) -> None:
    assert sorted(names, key=stand) == names


@given(NAMES)
def test_every_name_has_a_letter_and_no_letter_has_the_address_of_a_term(name: str) -> None:
    assert stand(name).letter in ALPHABET
    anchor = term(name).anchor
    ids = {LETTER_IDS.get(letter, f"letter_{letter.lower()}") for letter in ALPHABET}
    assert anchor not in {*ids, "subject_index"}


@given(NAMES, NAMES)
def test_two_names_stand_in_one_order_only(one: str, other: str) -> None:
    assert (stand(one) < stand(other)) + (stand(other) < stand(one)) == (one != other)


@given(NAMES.filter(lambda name: not alphabet.ARTICLE_RE.match(name)))
def test_an_article_changes_nothing_but_what_decides_between_equals(name: str) -> None:
    assert replace(stand(f"The {name.lstrip()}"), name="") == replace(stand(name.lstrip()), name="") or not name.strip()


def test_each_paragraph_note_and_run_leads_to_its_lasting_address() -> None:
    content = page_of([term("peace")], {"peace": "brief p3 p4 p5 p9 n2 n3 n12"}).content
    home = "sources/brief/index.md"
    assert entry(content, "peace").splitlines()[2] == (
        f"    - [The brief]({home}): [¶{SPACE}3–5]({home}?to=p5#p3), [9]({home}#p9); "
        f"[nn.{SPACE}2–3]({home}?to=n3#n2), [12]({home}#n12)"
    )


def test_a_term_of_which_notes_alone_speak_names_no_paragraph() -> None:
    content = page_of([term("peace")], {"peace": "brief n2"}).content
    assert f": [n.{SPACE}2](sources/brief/index.md#n2)\n" in entry(content, "peace")


def test_the_source_that_speaks_of_a_term_most_comes_first_and_a_paraphrase_says_so() -> None:
    content = page_of([term("peace")], {"peace": "brief p1 paper p1 p3"}).content
    said = [line.split(": [")[0].strip() for line in entry(content, "peace").splitlines()[2:]]
    assert said == [
        '- [The paper](sources/paper/index.md) <span class="mark">(paraphrased)</span>',
        "- [The brief](sources/brief/index.md)",
    ]


def test_a_name_says_its_kind_and_terms_to_be_looked_up_in_order() -> None:
    terms = [term("Act of 1974", "law", "peace", "The Hague", "nowhere"), term("The Hague", "place"), term("peace")]
    content = page_of(
        [*terms, term("nowhere")], dict.fromkeys(("Act of 1974", "The Hague", "peace"), "brief p1")
    ).content
    assert '<span class="term-name">Act of 1974 <span class="kind">law or treaty</span></span>' in content
    assert entry(content, "act-of-1974").endswith(
        "    - *See also* [The Hague](#the-hague); [peace](#peace)\n      {: .see }\n"
    )
    assert "See also" not in entry(content, "peace")


def test_a_name_that_leads_on_stands_in_its_place_and_is_found_under_the_kind_to_which_it_leads() -> None:
    content = page_of([term("peace"), term("Rome", "place")], {"peace": "brief p1", "Rome": "brief p2"}, Roma="Rome")
    assert names_in_order(content.content) == ["peace", "Roma", "Rome"]
    assert entry(content.content, "roma") == (
        '- <span class="term-name">Roma</span>\n    {: #roma .term data-kind="place" }\n'
        "    - *See* [Rome](#rome)\n      {: .see }\n"
    )


def test_what_no_text_speaks_of_has_no_entry_and_nothing_leads_there() -> None:
    content = page_of([term("peace", "concept", "war"), term("war")], {"peace": "brief p1"}, combat="war").content
    assert names_in_order(content) == ["peace"]
    assert "war" not in content.split("# Subject index")[1]
    assert "combat" not in content


def test_letters_with_entries_are_links_and_others_are_not() -> None:
    content = page_of(
        [term("9/11"), term("Cuba"), term("Чад")], dict.fromkeys(("9/11", "Cuba", "Чад"), "brief p1")
    ).content
    letters = letters_of(content)
    assert re.findall(r"\[(.+?)\]\(#(.+?)\)", letters) == [
        ("0–9", "letter_0-9"),
        ("C", "letter_c"),
        ("Other letters", "letter_other"),
    ]
    assert re.findall("<span>(.)</span>", letters) == [*"ABDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert re.findall(r"^## (.+?) ", content, re.MULTILINE) == ["0–9", "C", "Other"]
    plain = page_of([term("Cuba")], {"Cuba": "brief p1"}).content
    assert "0–9" not in letters_of(plain)
    assert "Other" not in letters_of(plain)


def test_kinds_are_counted_for_the_choice_and_one_kind_is_no_choice() -> None:
    terms = [term("Rome", "place"), term("Oslo", "place"), term("peace"), term("Ann", "person"), term("Bob", "person")]
    content = page_of(terms, dict.fromkeys(("Rome", "Oslo", "peace", "Ann"), "brief p1"), Roma="Rome").content
    assert re.findall(r'value="(\w*)"( checked)?> ([^<]+)</label>', content) == [
        ("", " checked", "All (4)"),
        ("person", "", "People (1)"),
        ("place", "", "Places (2)"),
        ("concept", "", "Concepts (1)"),
    ]
    assert '<form class="kinds" hidden>' in content
    assert '<script src="../assets/subject-index.js" defer></script>' in content
    single = page_of(terms, {"peace": "brief p1"}).content
    assert "<form" not in single
    assert "<script" not in single


def test_the_page_says_how_much_it_holds_and_what_it_is_made_of() -> None:
    file = page_of([term("peace"), term("war")], {"peace": "brief p1 p2 n1 paper p1", "war": "brief p1"})
    assert "\n2 terms, at 5 places in 2 sources: the paragraphs (¶) and notes (n.)" in file.content
    assert "[This index as data (JSON)](data/terms.json)" in file.content
    assert file.path == "subject-index.md"
    assert set(file.made_from) == {
        "mkdocs.yml",
        "sources/terms.yml",
        *(f"sources/{name}.{ending}" for name in ("brief", "paper") for ending in ("txt", "yml")),
    }


@pytest.mark.parametrize(
    ("terms", "said"),
    [([], "This collection has no index yet."), ([term("war")], "The texts speak of none of the terms in")],
)
def test_without_terms_the_page_says_how_an_index_is_made(terms: list[IndexTerm], said: str) -> None:
    file = page_of(terms, {})
    body = file.content.split("# Subject index")[1]
    assert said in body
    assert "An editor makes one by listing terms in `sources/terms.yml`" in body
    for absent in ("<form", "<script", "<nav", "## ", "data/terms.json"):
        assert absent not in body
    assert ("sources/terms.yml" in file.made_from) == bool(terms)


def test_no_id_stands_twice_and_every_link_on_the_page_has_its_anchor() -> None:
    names = ["letter a", "letter 0-9", "Subject index", "Āarhus", "letter_b", "Breadcrumb", "Чад", "9/11"]
    terms = [term(name, "concept", *names) for name in names]
    content = page_of(terms, dict.fromkeys(names, "brief p1"), Denmark="Āarhus").content
    html = markdown.markdown(content.split("---\n", 2)[2], extensions=EXTENSIONS)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)) >= 2 * len(names)
    links = re.findall(r'href="#([^"]+)"', html)
    assert len(links) > len(names) ** 2
    assert set(links) <= set(ids)


def test_a_name_is_shown_as_it_is_written_whatever_its_signs() -> None:
    odd = "*1986.* [so] {: #x } <b> & | _y_"
    terms = [term(odd, "place", "- dash"), term("- dash")]
    content = page_of(terms, {one.name: "brief p1" for one in terms}, **{"<i> [leads on]": odd}).content
    html = markdown.markdown(content.split("---\n", 2)[2], extensions=EXTENSIONS)
    shown = "*1986.* [so] {: #x } &lt;b&gt; &amp; | _y_"
    plain = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), html)
    assert f'<span class="term-name">{shown} <span class="kind">' in plain
    assert '<a href="#dash">- dash</a>' in plain
    assert '<span class="term-name">&lt;i&gt; [leads on]</span>' in plain
    assert f'<a href="#1986-so-x-b-y">{shown}</a>' in plain
    assert 'class="term" data-kind="place" id="1986-so-x-b-y"' in html


def test_each_letter_has_one_list_of_its_names() -> None:
    names = ["aid", "Act", "Arms", "bread"]
    content = page_of([term(name) for name in names], dict.fromkeys(names, "brief p1")).content
    html = markdown.markdown(content.split("---\n", 2)[2], extensions=EXTENSIONS)
    lists = re.findall(
        r'<h2 class="letter" id="letter_(\w)">\w</h2>\n<ul>\n(.*?)\n</ul>(?=\n<h2|\n<p)', html, re.DOTALL
    )
    assert [(letter, held.count('class="term"')) for letter, held in lists] == [("a", 3), ("b", 1)]
    assert names_in_order(content) == ["Act", "aid", "Arms", "bread"]
    assert all(stand(one) < stand(other) for one, other in pairwise(names_in_order(content)))
