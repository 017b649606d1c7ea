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
from florilegium.search.words import chunks, fold, words
from tests.browser.opening import open_page
from tests.search.reference import FACETS, Answer, Reference, values

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
    opened, wrong = open_page(browser, f"{address}about/")
    opened.evaluate("address => { globalThis.root = address; }", address)
    yield opened
    assert wrong == []
    opened.context.close()


@pytest.fixture(scope="module")
def reference(built: Built) -> Reference:
    return Reference(built.records, {one.record.id: one.record.short for one in built.collection.sources})


def ask(page: Page, questions: Sequence[tuple[str, Mapping[str, Sequence[str]]]]) -> list[dict[str, Any]]:
    return page.evaluate(ASK, [[text, dict(choices)] for text, choices in questions])  # type: ignore[no-any-return]


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
    asked = [(word, NOTHING) for word in random.Random(1).sample(sorted(reference.known), 400)]
    assert differences(page, reference, asked) == []


def test_every_beginning_finds_what_the_records_say(page: Page, reference: Reference) -> None:
    chance = random.Random(2)
    known = chance.sample(sorted(reference.known), 150)
    asked = [(word[: chance.randint(2, len(word))], NOTHING) for word in known if len(word) > 2]
    starred = [(f"{word[:4]}*", NOTHING) for word in known[:40]]
    assert differences(page, reference, [*asked, *starred]) == []


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
    ],
)
def test_what_is_typed_is_what_is_printed_otherwise(page: Page, typed: str, printed: str) -> None:
    assert found(page, typed) == found(page, printed) != set()


def test_a_word_that_is_told_apart_by_marks_is_one_on_both_sides() -> None:
    assert fold("preëmptive") == fold("preemptive") == "".join(list(words("pre-emptive"))[-1:])


def test_a_note_is_found_by_its_number_and_in_the_source_that_is_named(page: Page, built: Built) -> None:
    notes = {one.address for one in built.records if one.place == "n12"}
    assert notes
    for typed in ("n. 12", "n.12", "note 12", "fn 12", "footnote 12"):
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
        ("magnitzky", "magnitsky"),
        ("santcions", "sanctions"),
        ("humanx rights", "human"),
        ("xerdogan", "erdogan"),
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
    assert marked["marked"] == ["COVID-19", "U.S", "sanctioned", "China’s", "human — rights", "Sanctions"]
    assert marked["found"] == marked["marked"]
    pieces = marked["excerpt"]
    assert "".join(one["text"] for one in pieces).startswith("…COVID-19 order")
    assert [one["text"] for one in pieces if one["marked"]][:2] == ["COVID-19", "U.S"]


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
