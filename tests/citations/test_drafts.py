from __future__ import annotations

import re
from collections import Counter

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from florilegium import bibliography
from florilegium.bibliography import Name
from florilegium.citations import Unmatched
from florilegium.citations.cutting import cut_note
from florilegium.citations.cutting.cut import Cut
from florilegium.citations.drafts import draft_references
from florilegium.citations.printed_names import printed_names
from florilegium.model import Note


def _unmatched(*texts: str, source: str = "brief") -> list[Unmatched]:
    return [
        Unmatched(source, Note(f"n{number}", str(number), text, (), (), ((number, number),), ()), cut)
        for number, text in enumerate(texts, start=1)
        for cut in cut_note(text)
    ]


def _entries(*texts: str, taken: tuple[str, ...] = ()) -> list[dict[str, str]]:
    library = parse_string(draft_references(_unmatched(*texts), taken))
    assert not library.failed_blocks
    return [
        {"type": entry.entry_type, "key": entry.key, **{one.key: str(one.value) for one in entry.fields}}
        for entry in library.entries
    ]


CITED = (
    (
        "Ram, Priya, and Tomás Iglesias. “Ports and Power: Ships in the Gulf.” Sea Law, vol. 14, no. 2, 2017. 201–19.",
        "article",
        {
            "author": "Ram, Priya and Iglesias, Tomás",
            "title": "Ports and Power",
            "subtitle": "Ships in the Gulf",
            "journaltitle": "Sea Law",
            "volume": "14",
            "number": "2",
            "pages": "201--19",
            "date": "2017",
        },
    ),
    (
        "Helen Marchetti, “Who Pays for Peace?,” Journal of Conflict Economics 12, no. 3 (2015): 5–9.",
        "article",
        {
            "author": "Marchetti, Helen",
            "title": "Who Pays for Peace?",
            "journaltitle": "Journal of Conflict Economics",
            "volume": "12",
            "number": "3",
            "pages": "5--9",
            "date": "2015",
        },
    ),
    (
        (
            "Gupta, R., Mehta, S. and O’Brien, T. (2016), ‘Rupee Diplomacy’, Asian Survey, 56(1), pp. 12-30, "
            "https://doi.org/10.1525/as.2016.56.1.12."
        ),
        "article",
        {
            "author": "Gupta, R. and Mehta, S. and O’Brien, T.",
            "title": "Rupee Diplomacy",
            "journaltitle": "Asian Survey",
            "volume": "56",
            "number": "1",
            "pages": "12--30",
            "date": "2016",
            "doi": "10.1525/as.2016.56.1.12",
        },
    ),
    (
        "Thomas van der Meer et al., “Ice and Law,” Polar Record 51 (2015): 120–35.",
        "article",
        {
            "author": "van der Meer, Thomas and others",
            "title": "Ice and Law",
            "journaltitle": "Polar Record",
            "volume": "51",
            "pages": "120--35",
            "date": "2015",
        },
    ),
    (
        "Orr, Ann. “Counting the Dead.” Health Notes, vol. 9, Article 765261, October 2021. https://example.org/765261.",
        "article",
        {
            "author": "Orr, Ann",
            "title": "Counting the Dead",
            "journaltitle": "Health Notes",
            "volume": "9",
            "eid": "765261",
            "date": "2021-10",
            "url": "https://example.org/765261",
        },
    ),
    (
        "Okonkwo, Adaeze. The Long Armistice: Borders after War. Lagos. Heron Press, 2014.",
        "book",
        {
            "author": "Okonkwo, Adaeze",
            "title": "The Long Armistice",
            "subtitle": "Borders after War",
            "publisher": "{Heron Press}",
            "location": "Lagos",
            "date": "2014",
        },
    ),
    (
        "Peter J. Hallam, Salt Roads, 2nd ed. (London: Routledge, 1998), 12–14.",
        "book",
        {
            "author": "Hallam, Peter J.",
            "title": "Salt Roads",
            "edition": "2",
            "publisher": "{Routledge}",
            "location": "London",
            "date": "1998",
        },
    ),
    (
        "World Food Programme (2021), Hunger Hotspots, Cambridge, MA: World Food Programme.",
        "book",
        {
            "author": "{World Food Programme}",
            "title": "Hunger Hotspots",
            "publisher": "{World Food Programme}",
            "location": "Cambridge, MA",
            "date": "2021",
        },
    ),
    (
        (
            "Bell, Alex, and Nick Wheel. “Intervention Now” in Bay, John, Steve Smith, and Pat Owens, eds. "
            "World Politics: An Introduction, fifth edition. Oxford. Oxford University Press, 2011. 525."
        ),
        "incollection",
        {
            "author": "Bell, Alex and Wheel, Nick",
            "title": "Intervention Now",
            "editor": "Bay, John and Smith, Steve and Owens, Pat",
            "booktitle": "World Politics",
            "booksubtitle": "An Introduction",
            "edition": "5",
            "publisher": "{Oxford University Press}",
            "location": "Oxford",
            "date": "2011",
        },
    ),
    (
        (
            "Daniel Oyelaran, “Customary Law,” in Law and Urban Life, ed. Ruth Feldman and Imre Kiss "
            "(Cambridge: Cambridge University Press, 2012), 88–110."
        ),
        "incollection",
        {
            "author": "Oyelaran, Daniel",
            "title": "Customary Law",
            "editor": "Feldman, Ruth and Kiss, Imre",
            "booktitle": "Law and Urban Life",
            "publisher": "{Cambridge University Press}",
            "location": "Cambridge",
            "pages": "88--110",
            "date": "2012",
        },
    ),
    (
        (
            "Achterberg, M. (2019), ‘Cables and Coasts’, in Novak, P. and Silva, R. (eds), The Roads of Law, Oxford: "
            "Oxford University Press, pp. 44–67."
        ),
        "incollection",
        {
            "author": "Achterberg, M.",
            "title": "Cables and Coasts",
            "editor": "Novak, P. and Silva, R.",
            "booktitle": "The Roads of Law",
            "publisher": "{Oxford University Press}",
            "location": "Oxford",
            "pages": "44--67",
            "date": "2019",
        },
    ),
    (
        "Holm, K. (2011), ‘Ice Roads’, in Berg, L. (ed.), Northern Routes: Trade and Ice, London: Zed Books, pp. 5–20.",
        "incollection",
        {
            "author": "Holm, K.",
            "title": "Ice Roads",
            "editor": "Berg, L.",
            "booktitle": "Northern Routes",
            "booksubtitle": "Trade and Ice",
            "publisher": "{Zed Books}",
            "location": "London",
            "pages": "5--20",
            "date": "2011",
        },
    ),
    (
        "Marta Kowalczyk, “Grain and Sovereignty” (PhD diss., University of Warsaw, 2011), 45.",
        "thesis",
        {
            "author": "Kowalczyk, Marta",
            "title": "Grain and Sovereignty",
            "type": "phdthesis",
            "institution": "{University of Warsaw}",
            "date": "2011",
        },
    ),
    (
        "Teo, Wei Ling. “Reading the New Export Rules.” Trade Law Notes (blog), May 4, 2020. https://example.org/a_b%20c.",
        "online",
        {
            "entrysubtype": "blog",
            "author": "Teo, Wei Ling",
            "title": "Reading the New Export Rules",
            "organization": "{Trade Law Notes}",
            "date": "2020-05-04",
            "url": "https://example.org/a_b%20c",
        },
    ),
    (
        "Nakamura, K. (2020), ‘Port City Blues’, Financial Times, 3 March 2020, (accessed 4 May 2021).",
        "article",
        {
            "entrysubtype": "newspaper",
            "author": "Nakamura, K.",
            "title": "Port City Blues",
            "journaltitle": "Financial Times",
            "date": "2020-03-03",
            "urldate": "2021-05-04",
        },
    ),
    (
        "Ann Orr, ed., Salt Roads (London: Heron, 2003), 4.",
        "collection",
        {"title": "Salt Roads", "editor": "Orr, Ann", "publisher": "{Heron}", "location": "London", "date": "2003"},
    ),
    (
        "Ann Orr, “Salt and Ice,” River Journal, May 4, 2003.",
        "article",
        {
            "entrysubtype": "newspaper",
            "author": "Orr, Ann",
            "title": "Salt and Ice",
            "journaltitle": "River Journal",
            "date": "2003-05-04",
        },
    ),
    (
        "Ruiz, Ana. “After the Accord.” Foreign Notes, Winter 2006.",
        "article",
        {
            "entrysubtype": "magazine",
            "author": "Ruiz, Ana",
            "title": "After the Accord",
            "journaltitle": "Foreign Notes",
            "date": "2006-24",
        },
    ),
    (
        "International Labour Organization. “Wages & NATO’s COVID-19.” Working Paper no. 42, 2013.",
        "report",
        {
            "author": "{International Labour Organization}",
            "title": "Wages \\& {NATO}’s {COVID-19}",
            "type": "Working Paper",
            "number": "42",
            "date": "2013",
        },
    ),
    (
        "“Court ‘Finds No Genocide.’” River News, September 7, 2001, a report on the ruling of a court. https://example.org/1.",
        "online",
        {
            "title": "Court ‘Finds No Genocide’",
            "organization": "{River News}",
            "date": "2001-09-07",
            "url": "https://example.org/1",
        },
    ),
    (
        "See UN Assembly Resolution 41, A/RES/41, 2011. Paragraph 4.",
        "legislation",
        {
            "entrysubtype": "resolution",
            "title": "{UN Assembly Resolution 41}",
            "number": "A/RES/41",
            "date": "2011",
        },
    ),
    (
        "Hale Council Res. 27/21, U.N. Doc. A/HC/RES/27/21 (May 6, 2014).",
        "legislation",
        {
            "entrysubtype": "resolution",
            "title": "{Hale Council Res. 27/21}",
            "number": "A/HC/RES/27/21",
            "date": "2014-05-06",
        },
    ),
    (
        "Hale Ships Act, Pub. L. No. 9-12, Title XII, 130 Stat. 33 (2016).",
        "legislation",
        {"title": "{Hale Ships Act}", "number": "9-12", "date": "2016"},
    ),
    ("Hale Ports Act, 50 U.S.C. § 1701.", "legislation", {"title": "{Hale Ports Act}"}),
    (
        "Council Regulation (EU) 2020/98, OJ L 41 I/1, 7 December 2020.",
        "legislation",
        {
            "entrysubtype": "regulation",
            "title": "{Council Regulation (EU) 2020/98}",
            "number": "OJ L 41 I/1",
            "date": "2020-12-07",
        },
    ),
    (
        "Prosecutor v. Hale, Case No. IT-9-1-A, Judgement (July 15, 1999), para. 1.",
        "jurisdiction",
        {"title": "{Prosecutor v. Hale}", "number": "IT-9-1-A", "date": "1999-07-15"},
    ),
    (
        "Ann Hart, Report of the Rapporteur on Ships, UN Doc. A/HC/51/33 (July 15, 2022).",
        "report",
        {
            "author": "Hart, Ann",
            "title": "Report of the Rapporteur on Ships",
            "number": "A/HC/51/33",
            "date": "2022-07-15",
        },
    ),
    (
        "Hale Office, “Ships Named,” press release, May 9, 2022, https://example.org/4.",
        "online",
        {
            "author": "{Hale Office}",
            "title": "Ships Named",
            "type": "press release",
            "date": "2022-05-09",
            "url": "https://example.org/4",
        },
    ),
    (
        "“Ships Again,” editorial, The Hale Times, May 4, 2019.",
        "article",
        {
            "entrysubtype": "newspaper",
            "title": "Ships Again",
            "journaltitle": "The Hale Times",
            "type": "editorial",
            "date": "2019-05-04",
        },
    ),
    (
        "Ann Hart, Peace (Hale University Press, reissue 2005) 12.",
        "book",
        {"author": "Hart, Ann", "title": "Peace", "publisher": "{Hale University Press}", "date": "2005"},
    ),
    (
        "Hart, Ann. “Ships of the Line.” Hale Papers, 1969–1976, vol. 12, 2006.",
        "article",
        {
            "author": "Hart, Ann",
            "title": "Ships of the Line",
            "journaltitle": "Hale Papers, 1969–1976",
            "volume": "12",
            "date": "2006",
        },
    ),
)


@pytest.mark.parametrize(("text", "entry_type", "fields"), CITED, ids=[text[:24] for text, _, _ in CITED])
def test_a_draft_says_what_the_note_prints_and_no_more(text: str, entry_type: str, fields: dict[str, str]) -> None:
    (entry,) = _entries(text)
    del entry["key"]
    assert entry == {"type": entry_type, **fields, "draft": "true"}


def test_but_for_the_mark_of_drafts_the_build_takes_them_as_they_are() -> None:
    drafts = draft_references(_unmatched(*(text for text, _, _ in CITED)), ())
    references, problems = bibliography.read_references(drafts)
    assert len(references) == len(CITED)
    assert {problem.name for problem in problems} == {"bib-draft"}


NAMES = (
    ("", ()),
    ("Lee, Pak K., and Cecilia Ducci.", (Name("Lee", "Pak K."), Name("Ducci", "Cecilia"))),
    ("Lee, Pak K., Ann Fox and Cecilia Ducci", (Name("Lee", "Pak K."), Name("Fox", "Ann"), Name("Ducci", "Cecilia"))),
    ("Pak K. Lee, Ann Fox, and Cecilia Ducci", (Name("Lee", "Pak K."), Name("Fox", "Ann"), Name("Ducci", "Cecilia"))),
    ("Lee, P., Fox, A. & Ducci, C.", (Name("Lee", "P."), Name("Fox", "A."), Name("Ducci", "C."))),
    ("Lee, Fox and Ducci", (Name("Lee"), Name("Fox"), Name("Ducci"))),
    ("García Márquez, Gabriel José", (Name("García Márquez", "Gabriel José"),)),
    ("Hehir, A., and R. Murray", (Name("Hehir", "A."), Name("Murray", "R."))),
    ("Ursula von der Leyen", (Name("von der Leyen", "Ursula"),)),
    ("Ana Ruiz y Soto", (Name("Ruiz y Soto", "Ana"),)),
    ("Whitfield, George, Jr.", (Name("Whitfield", "George", "Jr."),)),
    ("Robert A. Dunn Jr.", (Name("Dunn", "Robert A.", "Jr."),)),
    ("OECD", (Name("", literal="OECD"),)),
    ("Human Rights Watch.", (Name("", literal="Human Rights Watch"),)),
    (
        "Human Rights Watch and Amnesty International",
        (Name("", literal="Human Rights Watch"), Name("", literal="Amnesty International")),
    ),
    ("Physicians for Peace", (Name("", literal="Physicians for Peace"),)),
    ("Department of Health and Human Services", (Name("", literal="Department of Health and Human Services"),)),
    (
        "U.S.-Peru Trade Security and Review Commission",
        (Name("", literal="U.S.-Peru Trade Security and Review Commission"),),
    ),
)


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_names_are_told_apart_however_they_are_turned(text: str, names: tuple[Name, ...]) -> None:
    assert printed_names(text).names == names


def test_editors_and_those_who_are_not_named_are_told() -> None:
    assert printed_names("Dubois, Claire, ed.").editors
    assert printed_names("Berg, L. (eds)").names == (Name("Berg", "L."),)
    assert printed_names("Kim, S. et al.").others


FULL = "Orr, Ann. “The Price of Salt: A History.” Boat News, May 4, 2020. https://example.org/salt."


def test_an_address_with_signs_of_entries_can_be_read() -> None:
    (entry,) = _entries("Orr, Ann. “Salt and Ice.” Boat News, 2020. https://example.org/@orr(1)/a=b,c&d_e%20f#g.")
    assert entry["url"] == "https://example.org/@orr(1)/a=b,c&d_e%20f#g"


def test_a_work_cited_twice_and_in_short_gives_one_draft_that_shows_both_notes() -> None:
    text = draft_references(_unmatched("Orr, “The Price of Salt.”", FULL, FULL), ())
    assert text.count("@online{") == 1
    assert re.findall(r"% note (\d) prints", text) == ["2", "3"]


def test_works_of_one_title_and_another_date_give_two_drafts_with_keys_of_their_own() -> None:
    entries = _entries(
        "Reed, M. (2020), ‘Syria Sanctions List’, 29 July 2020.",
        "Reed, M. (2020), ‘Syria Sanctions List’, 20 August 2020.",
        taken=("reed2020syria",),
    )
    assert [entry["key"] for entry in entries] == ["reed2020syria-2", "reed2020syria-3"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (FULL, "orr2020price"),
        ("Khün–Bâlı, Aslı. “What Is New in the Seas.” Boat News, 2020. https://example.org/1.", "khunbali2020seas"),
        ("Human Rights Watch (2020), ‘US Sanctions Seven’, 2 May 2020.", "hrw2020sanctions"),
        ("“General Information.” World Bank. http://example.org/2.", "worldbank-general"),
        ("“Harbour Mission in Oslo.” https://example.org/3.", "harbour-mission"),
    ],
)
def test_a_key_is_name_year_and_word(text: str, key: str) -> None:
    assert [entry["key"] for entry in _entries(text)] == [key]


def test_a_draft_is_laid_out_as_the_bibliography_is() -> None:
    assert draft_references(_unmatched(FULL), ()).split("\n\n", 1)[1] == (
        "% note 1 prints: Orr, Ann. “The Price of Salt: A History.” Boat News, May 4, 2020. https://example.org/salt\n"
        "@online{orr2020price,\n"
        "  author       = {Orr, Ann},\n"
        "  title        = {The Price of Salt},\n"
        "  subtitle     = {A History},\n"
        "  organization = {{Boat News}},\n"
        "  date         = {2020-05-04},\n"
        "  url          = {https://example.org/salt},\n"
        "  draft        = {true},\n"
        "}\n"
    )


BOOK = "Ann Hart, Hidden Ships: Ports and Law in Hale (Oxford: Reed, 2010), 20."


@pytest.mark.parametrize(
    "short",
    [
        "Hart, Hidden Ships, 230.",
        "Hart, op. cit., p. 9.",
        "Hart (2010), p. 9.",
        "Hart, supra note 1, at 9.",
        "Ibid., 4.",
    ],
)
def test_a_short_form_after_the_full_one_of_a_draft_gives_no_entry_and_no_remark(short: str) -> None:
    assert draft_references(_unmatched(BOOK, short), ()) == draft_references(_unmatched(BOOK), ())


def test_a_body_may_be_named_shortly() -> None:
    full = "U.S. Office of Trade, “Trade Adds Nine Firms to a List of Ships,” November 3, 2021."
    assert len(_entries(full, "Office of Trade, “Trade Adds Nine Firms.”")) == 1


def test_a_short_form_of_an_entry_there_is_or_of_several_drafts_names_them() -> None:
    references, _ = bibliography.read_references(
        "@book{hart2010hidden, author = {Hart, Ann}, title = {Hidden Ships}, date = {2010}, langid = {english}}"
    )
    text = draft_references(_unmatched("Hart, Hidden Ships, 230."), (), references)
    assert text.endswith("% note 1 prints: Hart, Hidden Ships, 230\n% perhaps hart2010hidden\n")
    other = "Ann Hart, Open Ports (Oxford: Reed, 2012), 3."
    assert draft_references(_unmatched(BOOK, other, "Hart, op. cit., p. 9."), ()).endswith(
        "% perhaps hart2010hidden, hart2012open\n"
    )


@pytest.mark.parametrize(
    "text",
    ["Ibid., 23.", "Hart, op. cit., p. 9.", "Hart (2010), p. 9.", "Chirper post by @hart, 4 May 2020, which fell."],
)
def test_what_cannot_be_drafted_is_told(text: str) -> None:
    told = draft_references(_unmatched(text), ())
    assert told.endswith(" (name the work by hand: no draft can be made)\n")
    assert "% note 1 prints: " in told
    assert not parse_string(told).entries


def test_ibid_after_what_cannot_be_drafted_is_told_too() -> None:
    assert draft_references(_unmatched("Hart, op. cit., p. 9.", "Ibid., 4."), ()).count("no draft can be made") == 2


def test_the_head_says_what_is_to_be_added_by_hand() -> None:
    assert "langid = {english}" in draft_references(_unmatched(FULL), ()).split("\n\n", 1)[0]


def test_nothing_unmatched_gives_nothing() -> None:
    assert draft_references((), ()) == ""


ODD = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40)
TITLES = st.one_of(ODD, st.text("aB7 {}\\@#$%&_~^\"'“”’.,:=-?()", min_size=1, max_size=40)).filter(
    lambda title: any(map(str.isalnum, title))
)
PARTS = st.text("abcXYZéøß{}\\@#$%&_~^\"'=()-", min_size=1, max_size=8).filter(lambda part: any(map(str.isalpha, part)))
"""Parts of names: no words such as `and` or `eds` that say something of the list."""


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalpha())


def _made(authors: str, title: str) -> Unmatched:
    text = f"{authors} “{title}” Boat News, 2020"
    start = len(authors) + 2
    end = start + len(title)
    note = Note("n1", "1", text, (), (), ((1, 1),), ())
    return Unmatched("brief", note, Cut(0, len(text), (start, end), authors, "", text[end + 1 :]))


@given(TITLES, PARTS, PARTS, PARTS)
def test_every_draft_can_be_read_and_keeps_every_letter(title: str, family: str, given_name: str, other: str) -> None:
    text = draft_references([_made(f"{family}, {given_name}, and {other} {family}", title)], ())
    library = parse_string(text)
    references, _ = bibliography.read_references(text)
    assert not library.failed_blocks
    assert len(references) == 1
    fields = dict(references[0].fields)
    assert fields["draft"] == "true"
    assert _letters(bibliography.title(references[0])) == _letters(title)
    assert _letters(fields["author"].replace(" and ", " ")) == _letters(family + given_name + other + family)
    # What an editor compares with is a comment, whatever stands in it.
    assert all(line.startswith(("%", "@", " ", "}")) or not line for line in text.split("\n"))
