"""What can be found: all that the site holds, each once, and nothing that it may not show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_site import Built
from florilegium import bibliography
from florilegium.editions import as_offered
from florilegium.excerpts import as_published
from florilegium.introductions import resolve_introductions
from florilegium.model import (
    AUTHORS_TEXT,
    Authority,
    Block,
    CitedAt,
    Collection,
    CopyForms,
    Document,
    Edition,
    Formatted,
    FormattedList,
    IndexTerm,
    Introduction,
    Kind,
    Mention,
    Note,
    PlaceCited,
    Placed,
    Placing,
    Reference,
    SearchRecord,
    SeeEntry,
    Source,
    Span,
    Style,
    SubjectIndex,
    Theme,
    Wording,
    WorkCited,
    Works,
)
from florilegium.pages.alphabet import stand
from florilegium.pages.views import theme_ids
from florilegium.search import search_records
from florilegium.search.introduced import EXTENSIONS, introduction_record
from florilegium.search.notes import note_records
from florilegium.search.places_told import places_told
from florilegium.search.subjects import subject_records
from florilegium.search.texts import text_records
from florilegium.search.words import words
from florilegium.search.works_found import work_records
from florilegium.subject_index import index_subjects, located
from florilegium.works import ALL, where_cited
from tests.outline import record_of

LINES, SPANS = ((1, 1),), (Span(0, 1),)
SPACE = "\N{NO-BREAK SPACE}"
PEACE = Theme("peace", "sources/themes/peace.md", "Peace", "?", 1, (), (), "", 1)
TRADE = replace(PEACE, id="trade", path="sources/themes/trade.md", title="Trade", order=2)
REFERENCE = Reference("doe2020", "book", (("author", "Doe, Jane"), ("title", "Peace"), ("date", "2020-04")), 1)


def block(name: str, kind: Kind, text: str = "Thus.", level: int | None = None) -> Block:
    return Block(name, kind, text, (), (), LINES, (), SPANS, level)


def note(number: int, *cited_from: str) -> Note:
    return Note(f"n{number}", str(number), "See.", (), cited_from, LINES, SPANS)


def placed(
    blocks: Sequence[Block], notes: Sequence[Note] = (), source: str = "brief", themes: str = "", publish: str = "full"
) -> Placed:
    """Return a text; `themes` has those of its ¶ in order, such as `peace trade+peace`."""
    record = replace(
        record_of({}), id=source, short=f"The {source}", publish="full" if publish == "full" else "excerpt"
    )
    document = Document(tuple(blocks), tuple(notes), (), (), (), (), (), 0, 0)
    numbered = [one.id for one in blocks if one.kind in AUTHORS_TEXT]
    placings = tuple(
        Placing(name, under.split("+")[0], tuple(under.split("+")[1:]), "terms", "", (), ())
        for name, under in zip(numbered, themes.split(), strict=False)
    )
    return Placed(Source(record, Reference(f"{source}-itself", "report", (), 1), ""), document, placings, ())


def collection(*references: Reference) -> Collection:
    return Collection((), (PEACE, TRADE), references, Edition("T", "P", "1", "2020-01-01"))


def listed(cited: Sequence[CitedAt], **entries: str) -> Works:
    """Return works as one style prints them, by their keys."""
    wordings = {key: Wording(text, text) for key, text in entries.items()}
    copied = tuple(CopyForms(key, wording, None, None, None) for key, wording in wordings.items())
    lists = (FormattedList(ALL, tuple(wordings.items())),)
    return Works((), tuple(cited), (Formatted(Style("plain", "Plain", sentence_case=False), copied, lists),))


def records_of(built: Built, texts: Sequence[Placed]) -> tuple[SearchRecord, ...]:
    """Return the records of the four texts, or of what of them may be shown."""
    whole = built.collection
    offered = replace(whole, references=as_offered(whole.references, whole.sources, whole.edition))
    shown = tuple(as_published(one) for one in texts)
    introductions = resolve_introductions(whole.themes, built.placed, whole.references).introductions
    cited = where_cited(built.matched.citations, shown, introductions)
    works = replace(built.works, cited=cited)
    return search_records(offered, shown, introductions, works, index_subjects(shown, whole.authority))


@pytest.fixture(scope="module")
def records(built: Built) -> tuple[SearchRecord, ...]:
    return records_of(built, built.placed)


def of_kind(records: Iterable[SearchRecord], kind: str) -> list[SearchRecord]:
    return [one for one in records if one.kind == kind]


def every_word(record: SearchRecord) -> str:
    """Return all that is shown of a record, and all by which it is found."""
    return "\n".join((record.text, record.title, record.label, record.about, *record.headings, *record.further))


def test_every_paragraph_and_note_is_found_once_and_what_stands_before_a_title(
    built: Built, records: tuple[SearchRecord, ...]
) -> None:
    texts = [
        (f"sources/{one.source.record.id}/#{part.id}", part.text)
        for one in built.placed
        for part in _parts(one)
        if part.id[0] in "fpn"
    ]
    found = [one for one in records if one.kind in ("text", "note") and one.address.startswith("sources/")]
    assert [(one.address, one.text) for one in found] == texts
    assert all(one.address.endswith(f"#{one.place}") for one in records if one.place)


def test_every_work_of_the_bibliography_is_found_once(built: Built, records: tuple[SearchRecord, ...]) -> None:
    titles = {}
    for one in built.placed:
        printed = [block.id for block in one.document.blocks if block.level == 1]
        titles[f"sources/{one.source.record.id}/#{(*printed, 'title')[0]}"] = one.source.reference.key
    # A text of this collection is found where it stands, at its title.
    keys = [titles.get(one.address, one.address.removeprefix("bibliography/#")) for one in of_kind(records, "work")]
    assert set(titles) <= {one.address for one in of_kind(records, "work")}
    wanted = {one.reference for one in built.works.cited} | {one.source.reference.key for one in built.placed}
    assert sorted(keys) == sorted(wanted)
    first = next(one for one in built.works.formatted[0].lists if one.name == ALL)
    assert keys == [key for key, _ in first.entries]


def test_every_term_of_which_a_text_speaks_is_found_once_from_a_to_z(
    built: Built, records: tuple[SearchRecord, ...]
) -> None:
    names = [one.title for one in of_kind(records, "subject")]
    assert set(names) == set(located(built.index))
    assert names == sorted(set(names), key=stand)


def test_every_introduction_is_found_first_and_once(built: Built, records: tuple[SearchRecord, ...]) -> None:
    introduced = [one.id for one in built.collection.themes if one.introduction]
    assert [one.address for one in records[: len(introduced)]] == [f"{one}/#introduction" for one in introduced]
    assert sum(one.address.endswith("#introduction") for one in records) == len(introduced)


def test_no_two_records_have_one_address(records: tuple[SearchRecord, ...]) -> None:
    assert [address for address, number in Counter(one.address for one in records).items() if number > 1] == []


def test_themes_and_sources_are_known_and_named_once(built: Built, records: tuple[SearchRecord, ...]) -> None:
    themes, sources = theme_ids(built.collection.themes), [one.source.record.id for one in built.placed]
    for one in records:
        assert set(one.themes) <= set(themes)
        assert len(set(one.themes)) == len(one.themes)
        assert [source for source in sources if source in one.sources] == list(one.sources)
        if not one.theme:
            assert [theme for theme in themes if theme in one.also] == list(one.also)


def test_every_paragraph_stands_under_its_theme_and_every_note_under_that_of_its_marker(
    built: Built, records: tuple[SearchRecord, ...]
) -> None:
    by_address = {one.address: one for one in records}
    for text in built.placed:
        home = f"sources/{text.source.record.id}/#"
        for placing in text.placings:
            assert by_address[home + placing.block].themes == (placing.theme, *placing.also)
        for one in text.document.notes:
            cited = [by_address[home + block] for block in one.cited_from]
            assert by_address[home + one.id].theme == cited[0].theme
            assert set(by_address[home + one.id].themes) == {theme for record in cited for theme in record.themes}


def test_every_heading_is_found_at_one_paragraph_and_no_title_is(
    built: Built, records: tuple[SearchRecord, ...]
) -> None:
    for text in built.placed:
        headings = [one.text for one in text.document.blocks if one.kind == "heading" and one.level != 1]
        own = [one for one in of_kind(records, "text") if text.source.record.id in one.sources]
        assert [heading for one in own for heading in one.further] == headings
        # A heading is the last of the path of the ¶ that it opens, or above the one that is.
        assert all(heading in one.headings for one in own for heading in one.further)


def test_a_year_has_four_figures_and_only_works_have_one(records: tuple[SearchRecord, ...]) -> None:
    for one in records:
        assert re.fullmatch(r"[0-9]{4}|", one.year)
        assert one.kind == "work" or not one.year
        assert one.kind != "work" or one.label == (one.year or "n.d.")


def test_a_work_is_found_by_all_that_its_entry_says_of_it(built: Built, records: tuple[SearchRecord, ...]) -> None:
    found = {one.address.removeprefix("bibliography/#"): one for one in of_kind(records, "work")}
    own = {one.source.reference.key for one in built.placed}
    for reference in built.collection.references:
        if reference.key in found and reference.key not in own:
            said = set(words(every_word(found[reference.key])))
            for name in "author editor title subtitle shorttitle journaltitle booktitle institution isbn".split():
                assert set(words(bibliography.field(reference, name))) - {"and", "others"} <= said, reference.key


def test_only_the_words_of_a_publisher_count_as_quoted(built: Built, records: tuple[SearchRecord, ...]) -> None:
    fidelity = {one.source.record.id: one.source.record.fidelity for one in built.placed}
    for one in records:
        of_a_text = one.kind in ("text", "note") and one.address.startswith("sources/")
        assert one.words_of == (fidelity[one.sources[0]] if of_a_text else "ours")


def test_no_record_shows_markup_or_a_line_end(records: tuple[SearchRecord, ...]) -> None:
    for one in records:
        assert one.text == one.text.strip() != ""
        for words_of_it in (one.text, one.title, one.label, one.about, *one.headings, *one.further):
            assert not re.search(r"\n|  |\[@|\]\(|\*\*|&#?\w+;", words_of_it)


def test_an_introduction_is_read_as_its_page_shows_it(root: Path) -> None:
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    named = [one if isinstance(one, str) else next(iter(one)) for one in config["markdown_extensions"]]
    # A table of contents changes no word.
    assert [one for one in named if one != "toc"] == list(EXTENSIONS)


def test_what_is_said_of_a_record_stays_short(records: tuple[SearchRecord, ...]) -> None:
    assert max(len(one.about) for one in records) <= 160
    assert any(re.search(r", and \d+ more$", one.about) for one in of_kind(records, "subject"))


@pytest.mark.parametrize("source", ["bali-2022", "vinjamuri-2020", "gransnews-review", "lew-asia-times"])
def test_of_an_excerpt_nothing_is_found_that_it_does_not_show(source: str, built: Built) -> None:
    texts = [_excerpt(one) if one.source.record.id == source else one for one in built.placed]
    shown = [part.text for one in texts for text in [as_published(one)] for part in _parts(text)]
    whole = [part.text for one in texts for part in _parts(one)]
    # Names in an index and titles in a bibliography are no one's to keep back.
    named = [variant for term in built.collection.authority.terms for variant in term.variants]
    entries = [one.entry.text for one in built.works.formatted[0].copied]
    kept_back = _runs(whole) - _runs([*shown, *named, *entries])
    assert len(kept_back) > 100
    assert kept_back & _runs(every_word(one) for one in records_of(built, texts)) == set()


def _excerpt(text: Placed) -> Placed:
    return replace(text, source=replace(text.source, record=replace(text.source.record, publish="excerpt")))


def _parts(text: Placed) -> tuple[Block | Note, ...]:
    return (*text.document.blocks, *text.document.notes)


def _runs(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Return every six words that follow each other."""
    runs: set[tuple[str, ...]] = set()
    for text in texts:
        found = list(words(text))
        runs.update(zip(*(found[at:] for at in range(6)), strict=False))
    return runs


def test_a_heading_is_found_at_the_paragraph_that_it_opens() -> None:
    text = placed(
        [
            block("f1", "front_matter", "A book for our days."),
            block("h1", "heading", "Title", 1),
            block("p1", "paragraph"),
            block("h2", "heading", "Part", 2),
            block("h3", "heading", "Section", 3),
            block("q1", "pull_quote"),
            block("p2", "table"),
            block("p3", "list_item"),
            block("h4", "heading", "Author", 2),
            block("b1", "byline"),
        ]
    )
    assert [(one.address, one.label, one.further) for one in text_records(text)] == [
        ("sources/brief/#f1", "Front matter", ()),
        ("sources/brief/#p1", f"¶{SPACE}1", ()),
        ("sources/brief/#p2", f"¶{SPACE}2", ("Part", "Section")),
        ("sources/brief/#p3", f"¶{SPACE}3", ("Author",)),
    ]


def test_a_text_of_headings_alone_has_nothing_to_be_found() -> None:
    assert text_records(placed([block("h1", "heading", "Part", 2)])) == ()


def test_a_note_says_where_it_is_cited_and_stands_under_the_themes_of_that() -> None:
    blocks = [block("h1", "heading", level=2), *(block(f"p{at}", "paragraph") for at in (1, 2, 3))]
    notes = [note(1, "p1"), note(2, "p2", "p3"), note(3, "h1"), note(4), note(5, "p1", "h1")]
    text = placed(blocks, notes, themes="peace trade context+trade+peace")
    assert [(one.about, one.theme, one.also) for one in note_records(text)] == [
        (f"cited at ¶{SPACE}1", "peace", ()),
        (f"cited at ¶{SPACE}2–3", "trade", ("context", "peace")),
        ("cited in a heading", "", ()),
        ("", "", ()),
        (f"cited at ¶{SPACE}1 and in a heading", "peace", ()),
    ]


def test_a_work_says_what_it_is_and_who_cites_it() -> None:
    fields = (("author", "Doe, Jane and Roe, Ann and Poe, Li and Low, Bo"), ("title", "{NATO} at War"))
    unsigned = Reference("anon", "online", (("title", "Of Many Words That Are All Short"),), 1)
    signed = Reference("doe2021", "article", (*fields, ("date", "2021~"), ("doi", "doi:10.1/x")), 1)
    cited = [
        CitedAt("doe2021", "brief", "4", "p1", ("trade", "context"), ""),
        CitedAt("doe2021", "brief", "5", "", (), ""),
        CitedAt("doe2021", "", "", "", ("peace",), ""),
    ]
    texts = [placed([], source="paper"), placed([], source="brief")]
    works = listed(cited, doe2021="Doe, Jane, et al. “NATO at war.” About 2021.", anon="“Of Many Words.”")
    first, second = work_records(collection(unsigned, signed), texts, works)
    assert (first.title, first.label, first.year) == ("Doe et al.", "2021", "2021")
    assert first.about == f"Journal article · cited in The brief, n.{SPACE}4–5; introduction to Peace"
    assert (first.theme, first.also, first.sources) == ("", ("peace", "trade", "context"), ("brief",))
    assert first.further == ("Jane Doe", "Ann Roe", "Li Poe", "Bo Low", "10.1/x", "doe2021")
    assert (second.title, second.label, second.year) == ("“Of Many Words That Are…”", "n.d.", "")
    assert (second.about, second.also, second.sources) == ("Web page", (), ())


def test_a_text_of_the_collection_is_its_own_source_among_the_works() -> None:
    text = placed([], source="brief")
    text = replace(text, source=replace(text.source, reference=REFERENCE))
    found = work_records(collection(REFERENCE), [text], listed([], doe2020="Doe, Jane. Peace. 2020."))
    assert [(one.about, one.sources) for one in found] == [("Book · a text of this collection", ("brief",))]


def test_without_a_style_no_work_is_found() -> None:
    assert work_records(collection(REFERENCE), [], Works((), (), ())) == ()


def test_a_term_is_found_by_its_variants_and_by_the_names_that_lead_to_it() -> None:
    terms = (
        IndexTerm("treaty of trade", "law", ("treaty of trade", "pact"), (("brief", ("the deal",)),), (), (), 1),
        IndexTerm("Doe, Jane", "person", ("Doe, Jane",), (), (), (), 2),
        IndexTerm("aims", "concept", ("aims",), (), (), (), 3),
        IndexTerm("silence", "concept", ("silence",), (), (), (), 4),
    )
    see = (SeeEntry("accord", "treaty of trade", 4), SeeEntry("quiet", "silence", 5))
    spoken = (("treaty of trade", "p1"), ("treaty of trade", "n1"), ("Doe, Jane", "n2"), ("aims", "p2"))
    index = SubjectIndex(Authority(terms, see), tuple(Mention(name, "brief", at, 0, 1) for name, at in spoken))
    blocks, notes = [block("p1", "paragraph"), block("p2", "paragraph")], [note(1, "p2"), note(2)]
    whole = placed(blocks, notes, themes="trade peace+context")
    aims, doe, treaty = subject_records(collection(), [whole], index)
    assert (aims.about, aims.address) == (f"The brief, ¶{SPACE}2", "subject-index/#aims")
    assert (doe.about, doe.also) == (f"person · The brief, n.{SPACE}2", ())
    assert treaty.about == f"law or treaty · The brief, ¶{SPACE}1, n.{SPACE}1"
    assert (treaty.text, treaty.further) == ("treaty of trade · pact", ("accord", "the deal"))
    assert (treaty.also, treaty.sources) == (("peace", "trade", "context"), ("brief",))
    cut = placed(blocks, notes, themes="trade peace", publish="excerpt")
    assert subject_records(collection(), [cut], index)[2].further == ("accord",)


def test_an_introduction_is_found_in_the_words_that_its_page_shows() -> None:
    pieces = (
        "## On *force* {: .big }\n\nSee &amp; read\n[the charter](https://example.org) <!-- why? -->",
        PlaceCited("brief", "p1", "p2"),
        ".\n\n- War,\n- peace ",
        PlaceCited("brief", "n7", "n7"),
        ", as ",
        WorkCited("doe2020", "p. 7"),
    )
    found = introduction_record(Introduction("peace", pieces), collection(REFERENCE))
    # The places on which it rests are no words of it, nor are their numbers.
    assert found.text == "On force See & read the charter. War, peace, as (Doe 2020, p. 7)"
    assert (found.title, found.themes, found.sources, found.words_of) == ("Peace", ("peace",), (), "ours")


def test_introductions_come_in_the_order_of_their_themes() -> None:
    introductions = [Introduction("trade", ("Two.",)), Introduction("peace", ("One.",))]
    found = search_records(collection(), [], introductions, Works((), (), ()), SubjectIndex(Authority(), ()))
    assert [one.text for one in found] == ["One.", "Two."]


PLACES = st.lists(
    st.tuples(
        st.sampled_from(["Brief 2022", "Paper", "A text of a rather long name"]),
        st.lists(st.builds("{}{}".format, st.sampled_from("pn"), st.integers(1, 300)), max_size=30, unique=True),
    ),
    max_size=5,
)


@given(PLACES, st.integers(60, 200))
def test_places_are_told_or_counted_and_there_is_room_for_the_line(
    parts: list[tuple[str, list[str]]], room: int
) -> None:
    parts = [(name, sorted(ids, key=lambda one: (one[0] == "n", int(one[1:])))) for name, ids in parts]
    line = places_told(parts, room)
    assert len(line) <= room
    counted = re.search(r", and (\d+) more$", line)
    told = line[: counted.start()] if counted else line
    numbers = re.findall(r"(?<=[ \N{NO-BREAK SPACE}])(\d+)(?:–(\d+))?(?=[,;]|$)", told.replace("Brief 2022", "Brief"))
    nameless = sum(not re.search(r"[¶n]", part.replace("long name", "")) for part in told.split("; ") if part)
    number = nameless + sum(int(last or first) - int(first) + 1 for first, last in numbers)
    assert number + int(counted[1] if counted else 0) == sum(max(len(ids), 1) for _, ids in parts)


def test_places_that_follow_each_other_are_told_as_one() -> None:
    parts = [("Brief", ("p1", "p2", "p3", "p7", "n4", "n9", "n10")), ("Paper", ("n5",)), ("the preface", ())]
    line = f"Brief, ¶{SPACE}1–3, 7, n.{SPACE}4, 9–10; Paper, n.{SPACE}5; the preface"
    assert places_told(parts) == line
    assert (
        places_told(parts, len(line) - 1) == f"Brief, ¶{SPACE}1–3, 7, n.{SPACE}4, 9–10; Paper, n.{SPACE}5, and 1 more"
    )
    assert places_told(parts, 40) == f"Brief, ¶{SPACE}1–3, 7, n.{SPACE}4, 9–10, and 2 more"
    assert places_told(parts, 5) == f"Brief, ¶{SPACE}1–3, and 6 more"
    assert places_told([]) == ""
