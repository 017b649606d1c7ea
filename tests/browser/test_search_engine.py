"""The search, asked in a real browser: what it finds is what the records say, and no number lies."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from build_site import Built
from florilegium.model import SearchRecord
from florilegium.search.stems import stem
from florilegium.search.words import chunks, words
from tests.browser.opening import open_tab
from tests.search.reference import FACETS, Answer, Reference, printed, values

NOTHING: Mapping[str, Sequence[str]] = {}
ASK = """async (questions) => {
  const { open } = await import(`${root}assets/search/engine.js`);
  globalThis.engine ??= await open(root);
  const answers = [];
  for (const [text, choices] of questions) {
    const found = await engine.find(text, choices);
    const hits = await Promise.all(Object.values(found.kinds).map((kind) => kind.load(0, kind.number)));
    const { total, counts, query: { unknown } } = found;
    answers.push({ total, counts, unknown, found: hits.flat().map((hit) => hit.at) });
  }
  return answers;
}"""
WORDS = """async (texts) => {
  const { chunks, words } = await import(`${root}assets/search/words.js`);
  const said = (text, { start, end, word, joined }) => [text.normalize("NFC").slice(start, end), word, joined];
  return texts.map((text) => [words(text), chunks(text).map((one) => said(text, one))]);
}"""
WAYS = """async ([text, choices]) => {
  const { open } = await import(`${root}assets/search/engine.js`);
  globalThis.engine ??= await open(root);
  const start = performance.now();
  const found = await engine.find(text, choices);
  const [near, loosen, also] = [await found.near(), await found.loosen(), await found.also()];
  return { total: found.total, unknown: found.query.unknown, near, loosen, also, took: performance.now() - start };
}"""
MARKS = """async ([text, query]) => {
  const { excerpt, found, spans } = await import(`${root}assets/search/marks.js`);
  const { open } = await import(`${root}assets/search/engine.js`);
  globalThis.engine ??= await open(root);
  const { marks } = (await engine.find(query, {})).query;
  const whole = text.normalize("NFC");
  return {
    marked: spans(whole, marks).map((span) => whole.slice(...span)), found: found(text, marks),
    excerpt: excerpt(text, marks, 60),
  };
}"""
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs", "Cn"]),
        st.sampled_from("aAbBsSıİłŁßæéğâ.,'’ʼ-\N{HYPHEN}\N{NON-BREAKING HYPHEN}–—…  12 3½²\u0301\u0327ǂ/§"),
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened, wrong = open_tab(browser, f"{address}about/")
    opened.evaluate("address => { globalThis.root = address; }", address)
    yield opened
    assert wrong == []
    opened.close()


@pytest.fixture(scope="module")
def reference(built: Built) -> Reference:
    return Reference(built.records, {one.record.id: one.record.short for one in built.collection.sources})


def ask(page: Page, questions: Sequence[tuple[str, Mapping[str, Sequence[str]]]]) -> list[dict[str, Any]]:
    return page.evaluate(ASK, [[text, dict(choices)] for text, choices in questions])  # type: ignore[no-any-return]


def ways(page: Page, text: str, choices: Mapping[str, Sequence[str]] = NOTHING) -> dict[str, Any]:
    return page.evaluate(WAYS, [text, dict(choices)])  # type: ignore[no-any-return]


def found(page: Page, text: str) -> set[str]:
    return set(ask(page, [(text, NOTHING)])[0]["found"])


def differences(
    page: Page, reference: Reference, questions: Sequence[tuple[str, Mapping[str, Sequence[str]]]]
) -> list[str]:
    """Return what the search says otherwise than the records."""
    told = []
    for (text, choices), given_ in zip(questions, ask(page, questions), strict=True):
        wanted = reference.answer(text, choices)
        for what, one, other in _compared(reference, wanted, given_):
            if one != other:
                told.append(f"{text!r} {dict(choices)}: {what}: records {one}, search {other}")
    return told


def _compared(reference: Reference, wanted: Answer, given_: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    yield "found", sorted(reference.records[at].address for at in wanted.found), sorted(given_["found"])
    yield "total", len(wanted.found), given_["total"]
    for facet in FACETS:
        yield facet, wanted.counts[facet], {one: number for one, number in given_["counts"][facet].items() if number}


def test_both_sides_find_the_same_words_in_every_record(page: Page, built: Built) -> None:
    texts = [text for record in built.records for text in (record.text, *record.further)]
    assert len(texts) > 500
    assert page.evaluate(WORDS, texts) == [_words(text) for text in texts]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=40, max_size=80))
def test_both_sides_find_the_same_words_in_any_text(page: Page, texts: list[str]) -> None:
    assert page.evaluate(WORDS, texts) == [_words(text) for text in texts]


def _words(text: str) -> list[Any]:
    composed = unicodedata.normalize("NFC", text)
    return [list(words(text)), [[composed[one.start : one.end], one.word, one.joined] for one in chunks(text)]]


def test_every_word_of_the_vocabulary_finds_what_the_records_say(page: Page, reference: Reference) -> None:
    asked = [(word, NOTHING) for word in sorted(reference.known)]
    assert len(asked) > 3000
    assert differences(page, reference, asked) == []


def test_a_sample_of_beginnings_finds_what_the_records_say(page: Page, reference: Reference) -> None:
    chance = random.Random(2)
    known = chance.sample(sorted(reference.known), 300)
    asked = [(word[: chance.randint(2, len(word))], NOTHING) for word in known if len(word) > 2]
    starred = [(f"{word[:4]}*", NOTHING) for word in known[:60]]
    assert differences(page, reference, [*asked, *starred]) == []


def test_a_word_that_is_not_there_is_another_form_of_one_that_is(page: Page, reference: Reference) -> None:
    asked = [*_not_there(reference, 600), "honour", "honor", "policing", "drones", "centres", "organisations"]
    assert differences(page, reference, [(word, NOTHING) for word in asked]) == []


def _not_there(reference: Reference, number: int) -> list[str]:
    """Return words with endings that they are not printed with."""
    chance = random.Random(6)
    changes: list[Callable[[str], str]] = [
        *(lambda word, end=end: word + end for end in ("s", "es", "d", "ed", "ing")),
        lambda word: word.removesuffix("e") + "ing",
        lambda word: word.removesuffix("y") + "ies",
        lambda word: word.replace("or", "our"),
        lambda word: word.replace("iz", "is"),
    ]
    made = [chance.choice(changes)(word) for word in chance.choices(sorted(reference.known), k=number)]
    return [word for word in made if word not in reference.known]


def test_numbers_do_not_lie_whatever_is_asked_and_chosen(page: Page, reference: Reference) -> None:
    assert differences(page, reference, _questions(reference, 400)) == []


def _questions(reference: Reference, number: int) -> list[tuple[str, Mapping[str, Sequence[str]]]]:
    chance = random.Random(3)
    possible = {
        facet: sorted({value for record in reference.records for value in values(record, facet)}) for facet in FACETS
    }

    def phrase() -> str:
        said = chance.choice(reference.records).text.replace('"', "").split()
        start = chance.randrange(max(1, len(said) - 3))
        return f'"{" ".join(said[start : start + chance.randint(1, 4)])}"'

    def word() -> str:
        return chance.choice([one for one in chance.choice(reference.spoken).words if not one.isdigit()])

    def text() -> str:
        frequent = ["sanctions", "human rights", "the", "intervention", "U.S.", "rules-based", "post-Cold War"]
        shapes: list[Callable[[], str]] = [
            lambda: "",
            word,
            lambda: chance.choice(frequent),
            lambda: f"{word()} {chance.choice(frequent)}",
            phrase,
            lambda: f"{phrase()} {chance.choice(frequent)}",
            lambda: f'"human rights" {phrase()}',
            lambda: f'"human rights" {word()} sanct*',
            lambda: f"n. {chance.randint(1, 200)}",
            lambda: f"{word()} {chance.randint(1, 300)}",
            lambda: f"Bâli n. {chance.randint(1, 60)}",
            lambda: f"¶ {chance.randint(1, 60)} {chance.choice(frequent)}",
            lambda: f"{word()[:3]} {chance.choice(frequent)}",
        ]
        return chance.choice(shapes)()

    def choices() -> Mapping[str, Sequence[str]]:
        facets = chance.sample(FACETS, chance.choice([0, 0, 1, 1, 2, 3]))
        return {facet: chance.sample(possible[facet], chance.choice([1, 1, 2])) for facet in facets}

    return [(text(), choices()) for _ in range(number)]


QUOTES = ['"{}"', "“{}”", "«{}»", "„{}“"]


@pytest.mark.parametrize("quotes", QUOTES)
def test_every_run_of_printed_words_finds_its_record(page: Page, built: Built, quotes: str) -> None:
    chance = random.Random(4)
    runs = []
    for record in built.records:
        printed = record.text.split()
        length = chance.randint(2, 6)
        start = chance.randrange(max(1, len(printed) - length))
        run = " ".join(printed[start : start + length])
        if list(words(run)):
            runs.append((record, quotes.format(run)))
    answers = ask(page, [(run, NOTHING) for _, run in runs])
    missed = [run for (record, run), one in zip(runs, answers, strict=True) if record.address not in one["found"]]
    assert len(runs) > 400
    assert missed == []


def test_a_phrase_finds_no_record_that_does_not_print_it(page: Page, reference: Reference) -> None:
    chance = random.Random(5)
    asked = []
    for record in chance.sample(list(reference.records), 200):
        printed = record.text.replace('"', "").split()
        start = chance.randrange(max(1, len(printed) - 3))
        run = printed[start : start + 3]
        asked += [(f'"{" ".join(run)}"', NOTHING), (f'"{" ".join(reversed(run))}"', NOTHING)]
    assert differences(page, reference, asked) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Erdogan", "Erdoğan"),
        ("Bali", "Bâli"),
        ("asli", "Aslı"),
        ("US", "U.S."),
        ("U.S.", "US"),
        ("china's", "China’s"),
        ("jacksonvanik", "Jackson-Vanik"),
        ("100000", "100,000"),
        ("INTERVENTIONS", "intervention"),
        ("preemptive", "preëmptive"),
        ("pre-emptive", "preëmptive"),
    ],
)
def test_what_is_typed_is_what_is_printed_otherwise(page: Page, typed: str, printed: str) -> None:
    assert found(page, typed) == found(page, printed) != set()


def test_a_note_is_found_by_its_number_and_in_the_source_that_is_named(page: Page, built: Built) -> None:
    notes = {one.address for one in built.records if one.place == "n12"}
    assert notes
    for typed in ("n. 12", "n.12", "n 12", "N12", "nn. 12", "note 12", "notes 12", "fn 12", "footnote 12"):
        assert found(page, typed) == notes
    assert found(page, "bali n. 12") == {"sources/bali-2022/#n12"}
    assert (
        found(page, "¶ 12") == found(page, "para. 12") == {one.address for one in built.records if one.place == "p12"}
    )


def test_a_word_that_is_not_there_is_told_and_the_nearest_are_offered(page: Page) -> None:
    script = """async (text) => {
      const found = await engine.find(text, { theme: ["digital-rights"] });
      return { total: found.total, unknown: found.query.unknown, near: await found.near() };
    }"""
    ask(page, [("sanctions", NOTHING)])
    for typed, meant in (
        ("magnitzky", "Magnitsky"),
        ("santcions", "sanctions"),
        ("humanx rights", "human"),
        ("xerdogan", "Erdoğan"),
    ):
        answer = page.evaluate(script, typed)
        assert answer["total"] == 0
        assert answer["unknown"] == [typed.split()[0]]
        assert meant in [one["said"] for one in answer["near"] if "state" in one][:3]
        for one in answer["near"]:
            if "state" in one:
                assert ask(page, [(one["state"]["q"], one["state"]["choices"])])[0]["total"] > 0
    assert page.evaluate(script, "qqqqzzzzqqqqzzzz")["near"] == []
    named = [one["name"] for one in page.evaluate(script, "magnitski sanctons")["near"] if "name" in one]
    assert "Magnitsky sanctions" in named


def test_what_finds_nothing_is_loosened_by_what_finds_something(page: Page) -> None:
    ask(page, [("", NOTHING)])
    script = "async ([text, choices]) => (await (await engine.find(text, choices)).loosen())"
    loosened = page.evaluate(script, ['"rights human" sanctions', {"theme": ["digital-rights"], "kind": ["note"]}])
    assert 0 < len(loosened) <= 5
    for one in loosened:
        assert ask(page, [(one["state"]["q"], one["state"]["choices"])])[0]["total"] == one["number"] > 0
    chosen = page.evaluate(script, ["magnitsky", {"year": ["1999"]}])
    assert [one["said"] for one in chosen] == ["Without “1999”"]


def test_words_are_marked_as_they_are_printed(page: Page) -> None:
    ask(page, [("sanctions", NOTHING)])
    text = "The first says nothing. COVID-19 order: the U.S. sanctioned China’s “human — rights” record. Sanctions!"
    marked = page.evaluate(MARKS, [text, '"human rights" sanction US china covid19'])
    assert marked["marked"] == ["COVID-19", "U.S.", "sanctioned", "China’s", "human — rights", "Sanctions"]
    assert marked["found"] == marked["marked"]
    pieces = marked["excerpt"]
    assert "".join(one["text"] for one in pieces).startswith("…COVID-19 order")
    assert [one["text"] for one in pieces if one["marked"]][:2] == ["COVID-19", "U.S."]


def test_a_state_is_the_same_after_its_address(page: Page) -> None:
    script = """async (state) => {
      const { read, write } = await import(`${root}assets/search/state.js`);
      return [write(state).toString(), read(write(state).toString())];
    }"""
    state = {"q": "magnitsky & “co”", "theme": ["sanctions", "context"], "source": [], "kind": ["note"], "year": []}
    written, back = page.evaluate(script, state)
    assert written.endswith("&theme=sanctions&theme=context&kind=note")
    assert back == state


def test_an_empty_question_lists_in_reading_order(page: Page, built: Built) -> None:
    answer = ask(page, [("", {"theme": ["sanctions"], "kind": ["text"]})])[0]
    wanted = [one.address for one in built.records if one.kind == "text" and "sanctions" in one.themes]
    assert answer["found"] == wanted


# --- One question for every kind of record ---------------------------------------------------------------------------
def only(built: Built, address: str) -> SearchRecord:
    return next(one for one in built.records if one.address == address)


def test_words_that_no_other_note_has_find_note_161(page: Page, built: Built) -> None:
    note = next(one for one in built.records if one.place == "n161")
    others = {stem(word) for one in built.records if one.kind == "note" and one != note for word in words(one.text)}
    own = [word for word in words(note.text) if stem(word) not in others]
    assert own
    for word in own:
        assert ask(page, [(word, {"kind": ["note"]})])[0]["found"] == [note.address]


def test_its_number_finds_note_161_alone(page: Page, built: Built) -> None:
    notes = {one.address for one in built.records if one.place == "n161"}
    for typed in ("n. 161", "n 161", "N161", "nn. 161", "notes 161"):
        assert found(page, typed) == notes != set()


def test_a_work_is_found_by_its_title(page: Page) -> None:
    assert "bibliography/#aaronson2014syria" in found(page, "Syria and the Crisis of Humanitarian Intervention")
    assert found(page, '"Crisis of Humanitarian Intervention"') >= {"bibliography/#aaronson2014syria"}


def test_a_work_is_found_by_its_author(page: Page, built: Built) -> None:
    assert "Michael Aaronson" in only(built, "bibliography/#aaronson2014syria").further
    assert "bibliography/#aaronson2014syria" in found(page, "michael aaronson")
    assert "bibliography/#aaronson2014syria" in found(page, '"Michael Aaronson"')


def test_a_term_is_found_by_a_variant_of_its_name(page: Page, built: Built) -> None:
    assert "Afghanistan · Afghan · Afghans" in only(built, "subject-index/#afghanistan").text
    for variant in ("Afghans", "taliban"):
        assert "subject-index/#afghanistan" in found(page, variant)


def test_an_introduction_is_found_by_its_words(page: Page, built: Built) -> None:
    for one in [one for one in built.records if one.address.endswith("#introduction")]:
        opening = " ".join(list(one.text.replace('"', "").split())[:6])
        assert one.address in found(page, f'"{opening}"')


def test_a_phrase_in_curly_marks_is_a_phrase(page: Page) -> None:
    assert found(page, "“responsibility to protect”") == found(page, '"responsibility to protect"') != set()
    assert found(page, "“to responsibility protect”") == set()


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("Erdogan", "sources/vinjamuri-2020/#p7"),
        ("preemptive", "sources/bali-2022/#p20"),
        ("pre-emptive", "sources/bali-2022/#p20"),
        ("bali", "sources/bali-2022/#n35"),
        ("asli", "sources/bali-2022/#n35"),
    ],
)
def test_a_word_is_found_however_its_letters_are_typed(page: Page, typed: str, at: str) -> None:
    assert at in found(page, typed)


def test_us_with_points_or_without_is_one_and_no_beginning(page: Page) -> None:
    assert found(page, "U.S.") == found(page, "US") == found(page, "u.s") != found(page, "us*")


def test_a_typing_error_leads_to_the_word(page: Page) -> None:
    assert ways(page, "magnitzky")["near"][0]["said"] == "Magnitsky"


def test_two_themes_at_once_are_all_that_stands_under_either(page: Page, built: Built) -> None:
    both = {"sanctions", "digital-rights"}
    wanted = {one.address for one in built.records if both & set(one.themes)}
    assert set(ask(page, [("", {"theme": sorted(both)})])[0]["found"]) == wanted


# --- What is not there -----------------------------------------------------------------------------------------------
def test_a_number_that_no_note_has_is_told_as_it_is_typed(page: Page) -> None:
    for typed in ("n. 999", "note 999", "¶ 999"):
        answer = ways(page, typed)
        assert (answer["total"], answer["unknown"]) == (0, [typed])
    assert ways(page, "bali n. 999")["unknown"] == ["n. 999"]
    assert ask(page, [("U.N. 12", NOTHING)])[0]["found"] == ask(page, [("UN 12", NOTHING)])[0]["found"]


def test_a_bare_number_is_no_beginning_and_may_be_that_of_a_note(page: Page, built: Built) -> None:
    spoken = {word for one in built.records for text in (one.text, *one.further) for word in words(text)}
    unknown = next(
        number for number in map(str, range(1, 190)) if number not in spoken and f"n{number}" in _places(built)
    )
    answer = ways(page, unknown)
    assert answer["total"] == 0
    assert f"n. {unknown}" in [one["said"] for one in answer["near"]]
    known = next(number for number in map(str, range(1, 190)) if number in spoken and f"n{number}" in _places(built))
    assert f"n. {known}" in [one["said"] for one in ways(page, known)["also"]]


def _places(built: Built) -> set[str]:
    return {one.place for one in built.records}


def test_a_long_question_is_loosened_in_no_time(page: Page, reference: Reference) -> None:
    known = [word for word in sorted(reference.known) if not word.isdigit()]
    counted = """async (text) => {
      const found = await engine.find(text, {});
      const { FACETS, NOTHING_CHOSEN } = await import(`${root}assets/search/state.js`);
      const { loosened, nearby } = await import(`${root}assets/search/loosening.js`);
      let asked = 0;
      const number = async () => { asked += 1; return 1; };
      let looked = 0;
      const vocabulary = {
        near: async () => { looked += 1; return [{ word: "x", distance: 1 }]; }, printed: async (word) => word,
        nearTerms: async () => [], places: async () => [],
      };
      const state = { q: text, choices: NOTHING_CHOSEN };
      const loose = await loosened(found.query, state, { themes: [], sources: [] }, number);
      const near = await nearby(found.query, state, vocabulary, number);
      return { asked, looked, loose: loose.length, near: near.map((one) => one.said) };
    }"""
    ask(page, [("", NOTHING)])
    pasted = page.evaluate(counted, " ".join(known[:80]))
    assert (pasted["asked"], pasted["loose"]) == (0, 0)
    seven = page.evaluate(counted, " ".join(known[:7]))
    assert (seven["asked"], seven["loose"]) == (5, 5)
    copies = page.evaluate(counted, " ".join(["zzebraa"] * 400))
    assert (copies["looked"], copies["near"]) == (1, ["x"])
    many = page.evaluate(counted, " ".join(f"zzebraa{letter}" for letter in "abcdefghij"))
    assert (many["looked"], many["near"]) == (0, [])


HOSTILE = ["__proto__", "constructor", "hasOwnProperty", "toString valueOf", '"__proto__"', "constructor*", "“" * 5000]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_every_object_has_is_no_word_and_no_choice(page: Page, reference: Reference, text: str) -> None:
    for value in ("__proto__", "constructor"):
        asked = [(text, NOTHING), *((text, {facet: [value]}) for facet in FACETS), ("sanctions", {"year": [value]})]
        assert differences(page, reference, asked) == []
        ways(page, text, {"theme": [value]})


def test_a_vocabulary_knows_no_word_that_only_objects_have(page: Page) -> None:
    script = """async () => {
      const { vocabulary } = await import(`${root}assets/search/vocabulary.js`);
      const all = vocabulary(root);
      return [await all.lookup("constructor"), await all.printed("constructor"), await all.hasPlace("constructor")];
    }"""
    assert page.evaluate(script) == [None, "constructor", False]


# --- What stands first, and what else may be meant ------------------------------------------------------------------
@pytest.mark.parametrize("typed", ["responsibility to protect", "authority", "united states", "war"])
def test_what_has_the_words_as_they_are_typed_stands_first(page: Page, reference: Reference, typed: str) -> None:
    places = {record.address: at for at, record in enumerate(reference.records)}
    for kind in ("text", "note", "work", "subject"):
        listed = ask(page, [(typed, {"kind": [kind]})])[0]["found"]
        exact = [reference.spoken[places[one]].says(printed(typed)) for one in listed]
        assert exact == sorted(exact, reverse=True)
    both = ask(page, [(typed, NOTHING), (f'"{typed}"', NOTHING)])
    assert 0 < both[1]["total"] <= both[0]["total"]


def test_a_word_in_two_and_a_theme_by_its_name_are_offered_beside_what_is_found(page: Page) -> None:
    digital = ways(page, "digital rights")["also"][0]
    assert digital["said"] == "all that stands under Digital rights"
    assert ask(page, [("", {"theme": ["digital-rights"]})])[0]["total"] == digital["number"]
    assert ways(page, "digital rights", {"theme": ["digital-rights"]})["also"] == []
    joined = ways(page, "counter terrorism")["also"]
    assert [one["said"] for one in joined] == ["counterterrorism"]
    assert found(page, joined[0]["state"]["q"]) - found(page, "counter terrorism")
    assert len(ways(page, "sanctions")["also"]) <= 2


def test_a_name_nearly_typed_is_offered_whole_and_with_its_capitals(page: Page) -> None:
    near = ways(page, "abu graib")["near"]
    assert near[0]["said"] == "Abu Ghraib"
    assert found(page, near[0]["state"]["q"]) >= {"subject-index/#abu-ghraib"}
    assert "reason" not in [one.get("said") for one in ways(page, "Reagan")["near"]]


def test_a_mark_covers_what_is_printed_as_one_word_and_no_address_draws_it(page: Page) -> None:
    ask(page, [("", NOTHING)])
    text = "On 9/11 some 100,000 said so. " + "Much more is said of other things here. " * 4
    address = text + "See https://example.org/human-rights/sanctions."
    assert page.evaluate(MARKS, [text, "9 11 100000"])["marked"] == ["9/11", "100,000"]
    cut = page.evaluate(MARKS, [address, "sanctions"])
    assert cut["marked"] == ["sanctions"]
    assert "".join(one["text"] for one in cut["excerpt"]).startswith("On 9/11")
    both = page.evaluate(MARKS, [f"{address} And then the end came, with sanctions.", "sanctions"])
    assert [one["text"] for one in both["excerpt"] if one["marked"]] == ["sanctions"]


# --- What cannot be read ---------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def failing(browser: Browser, address: str) -> Iterator[Page]:
    opened, _ = open_tab(browser, f"{address}about/")
    yield opened
    opened.close()


FAILING = """async ([text, choices, load]) => {
  const { open } = await import(`${root}assets/search/engine.js`);
  try {
    globalThis.kept ??= await open(root);
    const found = await kept.find(text, choices);
    globalThis.last ??= found;
    const hits = load ? await last.kinds.text.load(0, 3) : [];
    return [found.total > 0, hits.length > 0];
  } catch (error) {
    return error.reason;
  }
}"""


@pytest.mark.parametrize(
    ("files", "status", "reason"),
    [
        ("facets.json", 404, "index"),
        ("facets.json", 410, "index"),
        ("facets.json", 503, "other"),
        ("pagefind.js", 404, "other"),
        ("pagefind-entry.json*", 404, "other"),
        ("wasm*", 404, "other"),
        ("filter/*", 404, "other"),
        ("index/*", 404, "other"),
        ("fragment/*", 404, "other"),
    ],
)
def test_what_cannot_be_read_is_no_answer_and_is_read_when_it_is_there(
    failing: Page, address: str, files: str, status: int, reason: str
) -> None:
    for question in (
        ["magnitsky sanctions", NOTHING, True],
        ['"human rights" magnitsky', NOTHING, True],
        ["", {"theme": ["sanctions"]}, True],
    ):
        failing.goto(f"{address}about/")  # which knows nothing of what was read before
        failing.evaluate("address => { globalThis.root = address; }", address)
        failing.route(f"**/pagefind/{files}", lambda route: route.fulfill(status=status, body="no"))
        assert failing.evaluate(FAILING, question) == reason
        failing.unroute(f"**/pagefind/{files}")
        assert failing.evaluate(FAILING, question) == [True, True]


def test_signs_alone_ask_for_nothing(page: Page) -> None:
    nothing, signs = ask(page, [("", NOTHING), (" — ?!", NOTHING)])
    assert nothing == signs
    chosen: Mapping[str, Sequence[str]] = {"theme": ["sanctions"]}
    assert ask(page, [("", chosen)]) == ask(page, [("…", chosen)])


def test_nothing_is_near_to_two_letters(page: Page, reference: Reference) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pairs = [one + other for one in letters for other in letters]
    unknown = next(pair for pair in pairs if not any(word.startswith(pair) for word in reference.known))
    assert [one for one in ways(page, unknown)["near"] if "state" in one] == []
