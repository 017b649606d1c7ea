from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_site import Built
from florilegium.load.term_file import read_terms
from florilegium.model import Authority, IndexTerm, Placed, SeeEntry
from florilegium.subject_index import index_subjects, suggest_terms
from florilegium.subject_index.suggesting import NOTHING, pasted
from florilegium.subject_index.suggesting.suggestions import Suggestion
from tests.subject_index.made import authority, made, paragraph, term


def suggest(placed: Sequence[Placed], *terms: IndexTerm, source: str = "") -> str:
    return suggest_terms(placed, index_subjects(placed, authority(*terms)), source)


def entries(text: str) -> list[dict[str, Any]]:
    """The entries, as pasted under `terms:`."""
    return yaml.safe_load(f"terms:\n{text}")["terms"] or []


def named(*blocks: str, notes: Sequence[str] = (), terms: Sequence[IndexTerm] = ()) -> dict[str, list[str]]:
    """The variants of each entry by its name, for a text of these ¶ and notes."""
    suggested = entries(suggest([made(blocks, notes)], *terms))
    return {entry["term"]: entry.get("variants", []) for entry in suggested}


def kinds(*blocks: str) -> dict[str, str]:
    return {entry["term"]: entry["kind"] for entry in entries(suggest([made(blocks)]))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Words with a capital, and what joins them
        ("It was the Commission on Unalienable Rights.", ["Commission on Unalienable Rights"]),
        ("Then the Organization of American States met.", ["Organization of American States"]),
        ("They have a Responsibility to Protect. A responsibility it is.", ["Responsibility to Protect"]),
        ("It met the Truth and Reconciliation Commission.", ["Truth and Reconciliation Commission"]),
        ("In Persia and Media, in Persia. In Media.", ["Media", "Persia"]),
        ("It named Persia to Media as it saw Persia and saw Media.", ["Media", "Persia"]),
        ("The Council of Europe met the Senate.", ["Council of Europe", "Senate"]),
        ("The Council of State and Persia met in Persia.", ["Council of State", "Persia"]),
        ("It met President Jane Doe of Persia.", ["Doe, Jane", "Persia"]),
        ("They read the Jackson–Vanik Amendment.", ["Jackson–Vanik Amendment"]),
        ("They read the Persia–Media pact of Persia and of Media.", ["Media", "Persia"]),
        ("It met the People’s Party. The people met.", ["People’s Party"]),
        ("They saw Persia’s Council.", ["Council", "Persia"]),
        ("It was Article 51 of the Charter, page 12 of it.", ["Article 51 of the Charter"]),
        ("They saw Cato 12 times.", ["Cato"]),
        ("They had COVID-19 then.", ["COVID-19"]),
        ("So said George W. Bush, said Ann B. (Her book.)", ["Ann", "George W. Bush"]),
        ("It was Mohammed bin Salman.", ["Mohammed bin Salman"]),
        ("So said Park Geun-hye at a Security Council-led meeting.", ["Park Geun-hye", "Security Council"]),
        # Initialisms
        ("R2P and the U.N. met.", ["R2P", "U.N."]),
        # A capital that a sentence gives makes no name
        ("They ate bread. Bread was dear.", []),
        ("Harvests failed. Then harvests failed.", []),
        ("It was so. Persia fell.", []),
        ("It was so. Persia fell, and so did all of Persia.", ["Persia"]),
        ("Former Consul Cato went. The former went. A former one.", ["Consul Cato"]),
        ("It met the Chief Augur. Chief among them fell.", ["Chief Augur"]),
        ("Supporting Carthage, they went to Carthage.", ["Carthage"]),
        ("He was in the U.S. Returning, he fell. Returning is hard.", ["U.S."]),
        ("They said “The Bread” and: Bread. (Bread)", []),
        ("Community Engagement: they went to a community.", []),
        ("In May they met on Monday, in June.", []),
        # Words said of something
        ("The Persian officials met Persian ones and Persian kings.", []),
    ],
)
def test_a_name_is_suggested_as_it_stands(text: str, names: list[str]) -> None:
    assert sorted(named(text)) == names


def test_a_word_seen_in_small_letters_is_no_name_but_one_that_is_a_name_nearly_always_is() -> None:
    assert sorted(named("He saw the State, a state of it.")) == []
    assert sorted(named("He saw Cato, and Cato saw him, and Cato, Cato, Cato; a cato.")) == ["Cato"]


def test_cells_of_a_table_are_read_apart() -> None:
    table = replace(
        paragraph(1, "Brief Aspect Word Carthage fell with Carthage"),
        kind="table",
        rows=(("Brief Aspect", "Word"), ("Carthage fell with Carthage",)),
    )
    assert [entry["term"] for entry in entries(suggest([made([table])]))] == ["Carthage"]


@pytest.mark.parametrize(
    ("blocks", "groups"),
    [
        (("For the rule of law.",) * 3, ["rule of law"]),
        (("For the rule of law.",) * 2, []),
        (("The rule of law, the rule of law, the rule of law.",), []),
        (("Armed conflict there was.", "An armed conflict.", "The armed-conflict law."), ["armed conflict"]),
        (("They have the peace of mind that", "the peace of mind of", "peace of mind"), ["peace of mind"]),
        # What is always part of a longer group is none.
        (("great land reform",) * 3, ["great land reform"]),
        ((*("great land reform",) * 3, "A land reform", "No land reform"), ["land reform", "great land reform"]),
        # Nothing but a space or a hyphen stands inside.
        (("bread, butter", "bread — butter", "bread. Butter"), []),
        (("bread of which of the butter",) * 3, []),
        # Words of content: four at most.
        (("one small brown loaf gone",) * 3, ["small brown loaf gone"]),
        (("small brown loaf of bread gone",) * 3, ["brown loaf of bread gone", "small brown loaf of bread"]),
        (("purportedly small loaf globally",) * 3, ["small loaf"]),
        (("small ally",) * 3, ["small ally"]),
    ],
)  # fmt: skip
def test_words_that_recur_in_three_paragraphs_are_a_group(blocks: tuple[str, ...], groups: list[str]) -> None:
    assert list(named(*blocks)) == groups


def test_notes_alone_make_no_group() -> None:
    assert named("None.", notes=["armed conflict"] * 5) == {}


@pytest.mark.parametrize(
    ("blocks", "name", "variants"),
    [
        (("They saw the Senate.", "The U.S. Senate and the Senate."), "Senate", ["U.S. Senate"]),
        (("It met the UN Charter.", "A U.N. Charter, a UN Charter."), "UN Charter", ["U.N. Charter"]),
        (("They told the Uighur.", "Uighurs and Uighurs met, all Uighurs."), "Uighurs", ["Uighur"]),
        (("They read the Hague.", "They saw The Hague; to The Hague."), "The Hague", ["Hague"]),
        (("They saw the Jackson-Vanik Act and the Jackson–Vanik Act.",), "Jackson-Vanik Act", []),
        (("It met Erdogan. It met Erdoğan, all Erdoğan.",), "Erdoğan", ["Erdogan"]),
        (("Armed conflict.", "An armed conflict.", "Two armed conflicts.", "armed conflicts", "armed conflicts"),
         "armed conflicts", ["armed conflict"]),
        (("It was the European Union (EU).", "Then the EU met, the EU."), "European Union", ["EU"]),
        (("Land reform.", "land reform", "land reform", *("It met the Land Reform.",) * 4), "land reform", []),
    ],
)  # fmt: skip
def test_variants_of_one_phrase_are_told_in_one_entry(blocks: tuple[str, ...], name: str, variants: list[str]) -> None:
    assert named(*blocks)[name] == variants
    assert len(named(*blocks)) <= 2


def test_small_words_have_no_initialism() -> None:
    assert named(*("By armed intervention and AI.",) * 3) == {"AI": [], "armed intervention": []}


def test_two_phrases_with_the_initials_of_an_initialism_leave_it_alone() -> None:
    text = "It met the European Union, the Eastern University and the EU."
    assert named(text) == {"European Union": [], "Eastern University": [], "EU": []}


@pytest.mark.parametrize(
    ("text", "name", "variants"),
    [
        ("It met President Jane Doe.", "Doe, Jane", ["Jane Doe", "Doe"]),
        ("It met President Doe and US Vice President Jane Doe.", "Doe, Jane", ["Jane Doe", "Doe"]),
        ("It met Jane Doe; then it met President Doe.", "Doe, Jane", ["Jane Doe", "Doe"]),
        ("It met Secretary of State Jane B. Doe-Roe there.", "Roe, Jane B. Doe-", ["Jane B. Doe-Roe", "Roe"]),
        ("It met President Doe.", "Doe", ["President Doe"]),
        ("It met President Bashar al-Assad and then Assad.", "Bashar al-Assad", ["Assad"]),
        ("It met President Park Geun-hye, and then it met Park.", "Park Geun-hye", ["Park"]),
    ],
)
def test_a_title_tells_a_person(text: str, name: str, variants: list[str]) -> None:
    assert named(text) == {name: variants}
    assert kinds(text) == {name: "person"}


def test_two_names_with_one_address_share_an_entry() -> None:
    text = "It met President Erdoğan and then Erdogan, all Erdogan."
    assert named(text) == {"Erdogan": ["Erdoğan", "President Erdoğan"]}
    assert kinds(text) == {"Erdogan": "person"}


def test_a_name_that_a_longer_one_brings_in_is_the_same_of_unknown_kind() -> None:
    assert named("It met Jane Doe, and then it met Doe.") == {"Jane Doe": ["Doe"]}
    assert kinds("It met Jane Doe, and then it met Doe.") == {"Jane Doe": "unknown"}
    assert named("It met Doe, and then it met Jane Doe.") == {"Jane Doe": [], "Doe": []}


def test_a_family_name_of_two_people_is_neither_s() -> None:
    text = "It met President Jane Doe and President John Doe."
    assert named(text) == {"Doe, Jane": ["Jane Doe"], "Doe, John": ["John Doe"]}
    assert named("It met Jane Doe and then John Doe, and then it met Doe.") == {
        "Jane Doe": [],
        "John Doe": [],
        "Doe": [],
    }


@pytest.mark.parametrize(
    "text",
    [
        "It met the General Assembly.",
        "It met the Justice Department.",
        "In South Korea.",
        "It met General Information, an information.",
    ],
)
def test_what_is_no_person_is_not_made_one(text: str) -> None:
    assert "person" not in kinds(text).values()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Espionage Act", "law"),
        ("Resolution 1973", "law"),
        ("Treaty of Rome", "law"),
        ("Human Rights Council", "institution"),
        ("Bank of Persia", "institution"),
        ("Persian War", "event"),
        ("Summit of the Sages", "event"),
        ("Xinjiang Province", "place"),
        ("Persia", "unknown"),
        ("Abu Ghraib", "unknown"),
    ],
)
def test_the_kind_is_told_where_a_word_tells_it(name: str, kind: str) -> None:
    assert kinds(f"They saw the {name}.") == {name: kind}


def test_what_a_term_holds_is_not_suggested_nor_is_what_stands_in_an_address() -> None:
    blocks = ["They saw the Senate of Persia https://example.org/Media/Carthage."] * 3
    assert list(named(*blocks)) == ["Senate of Persia"]
    assert list(named(*blocks, terms=[term("Senate of Persia")])) == []


def test_a_title_before_a_person_that_a_term_holds_is_not_suggested() -> None:
    text = "It met President Jane Doe and Secretary of State Jane Doe."
    assert named(text, terms=[term("Jane Doe")]) == {}


def test_of_notes_only_what_recurs_outside_titles_or_stands_in_a_paragraph_is_suggested() -> None:
    cited = "Doe, Jane. “The Fall of Carthage and the Rise of Rome.” Gallic Review, 2020."
    assert named("None.", notes=[cited]) == {}
    assert named("None.", notes=[cited, cited]) == {"Gallic Review": []}
    assert named("They saw Rome.", notes=[cited]) == {"Rome": []}
    assert named("None.", notes=["See the Human Law.", "A human law. See the Human Law."]) == {}


def test_a_variant_of_a_known_term_is_not_suggested_for_another() -> None:
    court = term("Constitutional Court", only_in={"report": ["Gallic Court"]})
    assert named("They saw the Gallic Court and a U.S. Gallic Court.", terms=[court]) == {"U.S. Gallic Court": []}
    placed = [made(["They saw the Senate."])]
    known = Authority(see=(SeeEntry("Senate", "Congress", 1),))
    assert suggest_terms(placed, index_subjects(placed, known)) == NOTHING


def test_what_stands_in_more_paragraphs_comes_first_and_what_stands_in_notes_last() -> None:
    blocks = ["They saw Media.", "They saw Media and Persia.", "They saw Persia and Zion."]
    noted = ["See Zion in the Gallic Review.", "See the Gallic Review."]
    report = made(["They saw Persia."], source="report")
    suggested = entries(suggest([made(blocks, noted), report]))
    assert [entry["term"] for entry in suggested] == ["Persia", "Media", "Zion", "Gallic Review"]


def test_places_are_named_in_text_order_and_at_most_eight() -> None:
    brief = made(["Of Persia: Persia."] + ["None."] * 2 + ["To Persia."] * 2, ["In Persia."] * 2)
    report = made(["To Persia."] * 3, ["In Persia."] * 2, source="report")
    assert "  # 11 times: brief ¶ 1, 4, 5, n. 1, 2; report ¶ 1, 2, 3 …\n" in suggest([brief, report])
    assert "  # 2 times: brief ¶ 1, 2\n" in suggest([made(["It met the EU.", "It met the European Union."])])
    assert "  # 5 times: report ¶ 1, 2, 3, n. 1, 2\n" in suggest([brief, report], source="report")


def test_of_one_source_only_what_stands_there_is_suggested() -> None:
    placed = [made(["They saw Media and Persia."]), made(["They saw Persia and Zion."], source="report")]
    suggested = entries(suggest(placed, source="report"))
    assert [entry["term"] for entry in suggested] == ["Persia", "Zion"]


def test_where_nothing_is_left_one_line_says_so() -> None:
    assert suggest([made(["They saw Persia."])], term("Persia")) == NOTHING
    assert NOTHING.startswith("# ")
    assert NOTHING.count("\n") == 1


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1), min_size=1))
@settings(deadline=None)
def test_every_text_comes_back_from_the_yaml_as_it_was(texts: list[str]) -> None:
    (entry,) = entries(pasted([Suggestion(texts[0], None, tuple(texts), ())]))
    assert (entry["term"], entry["variants"]) == (texts[0], texts)


@pytest.mark.parametrize(
    "text", ["No", "null", "Trump, Donald", "9/11", "1990", "Who: a list", "a #b", "it's", "[x]", "O'Brien"]
)
def test_what_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    (entry,) = entries(pasted([Suggestion(text, None, (text,), ())]))
    assert entry == {"term": text, "kind": "unknown", "variants": [text]}


def decided(text: str) -> str:
    return f"terms:\n{text}".replace("kind: unknown", "kind: concept")


VOCABULARY = (
    "Doe Jane John Cato President Secretary of of the The and on in al- Council Council Charter U.N. UN US U.S. EU "
    "European Union Erdoğan Erdogan land land reform reforms armed conflict ’s - – , . : ( ) “ ” No null it It 12 R2P"
).split()


@given(st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=20).map(" ".join), min_size=1, max_size=6))
@example(["President Doe Doe", "President Doe Jane of Doe"])
@settings(deadline=None)
def test_whatever_is_suggested_loads_once_its_kinds_are_decided(texts: list[str]) -> None:
    # Each text thrice, so that groups recur.
    suggested = suggest([made(texts * 2, texts * 2), made(texts, source="report")])
    if suggested != NOTHING:
        assert read_terms(decided(suggested), "terms.yml", ("brief", "report"))[1] == ()


def test_suggestions_for_our_texts_load_once_their_kinds_are_decided(built: Built) -> None:
    sources = [one.source.record.id for one in built.placed]
    suggested = suggest(built.placed)
    _, problems = read_terms(f"terms:\n{suggested}", "terms.yml", sources)
    assert {problem.line for problem in problems} == {
        at for at, line in enumerate(f"terms:\n{suggested}".splitlines(), 1) if line == "    kind: unknown"
    }
    accepted, problems = read_terms(decided(suggested), "terms.yml", sources)
    assert problems == ()
    assert len(accepted.terms) == len(entries(suggested)) > 200


def test_what_is_suggested_is_found_and_nothing_is_left_when_all_is_accepted(built: Built) -> None:
    sources = [one.source.record.id for one in built.placed]
    accepted, _ = read_terms(decided(suggest(built.placed)), "terms.yml", sources)
    index = index_subjects(built.placed, accepted)
    unfound = {one.name for one in accepted.terms} - {one.term for one in index.mentions}
    assert len(unfound) <= 1  # a longer term may hold all the words of a shorter one
    assert suggest_terms(built.placed, index) == NOTHING


def test_suggestions_of_the_terms_we_have_can_be_pasted_below_them(built: Built) -> None:
    known = built.collection.authority
    names = {one.name for one in known.terms} | {one.name for one in known.see}
    suggested = entries(suggest_terms(built.placed, index_subjects(built.placed, known)))
    assert names.isdisjoint(entry["term"] for entry in suggested)
