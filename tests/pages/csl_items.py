"""CSL-JSON items, one of each kind, and made-up ones."""

from __future__ import annotations

from hypothesis import strategies as st

from florilegium.pages.saved_work import ITEM_TYPES

Item = dict[str, object]
PERSON = {"family": "Aslan", "given": "Bela"}
REPORT: Item = {
    "id": "report",
    "type": "report",
    "title": "Peace & War: “Why” <i>We</i> Wait",
    "author": [PERSON],
    "issued": {"date-parts": [[2022, 5]]},
    "publisher": "Institute for Quiet Statecraft",
    "publisher-place": "Washington",
    "collection-title": "Quiet Brief",
    "number": "27",
    "genre": "Policy brief",
    "page": "1–3, 7-9",
    "URL": "https://example.org/brief?a=1&b=2",
    "language": "en",
}
CHAPTER: Item = {
    "id": "chapter",
    "type": "chapter",
    "title": "A Policy of Values?",
    "author": [{"family": "van der Lettow", "given": "Paul"}],
    "editor": [{"family": "van Dijk", "given": "Jan Peter"}],
    "container-title": "Policies: What Difference?",
    "collection-title": "Research Paper",
    "publisher": "Quiet House",
    "publisher-place": "London",
    "issued": {"date-parts": [[2020, 10, 8]]},
    "page": "68–76",
    "ISBN": "978-1-78413-427-1",
    "URL": "https://example.org/2020/10/policies",
    "language": "en-GB",
}
BOOK: Item = {
    "id": "book",
    "type": "book",
    "title": "A Problem",
    "author": [{"family": "Power", "given": "S."}],
    "publisher": "Basic Books",
    "publisher-place": "New York",
    "issued": {"date-parts": [[2002]]},
    "edition": "2",
    "ISBN": "0465061508",
}
JOURNAL: Item = {
    "id": "journal",
    "type": "article-journal",
    "title": "Third World Sovereignty",
    "author": [PERSON, {"family": "Ó Briain", "given": "Seán"}],
    "container-title": "Global Governance",
    "volume": "10",
    "issue": 1,
    "page": "99–118",
    "ISSN": "1075-2846",
    "DOI": "10.1163/19426720-01001008",
    "URL": "https://example.org/a_b/~c",
    "issued": {"date-parts": [["2004"]], "season": 1},
}
MAGAZINE: Item = {
    "id": "magazine",
    "type": "article-magazine",
    "title": "Bystanders",
    "author": [{"family": "Power", "given": "Samantha"}],
    "container-title": "The Monthly",
    "volume": "288",
    "issue": "2",
    "page": "84",
    "issued": {"date-parts": [[2001, 9, 1], [2001, 10, 1]]},
}
NEWSPAPER: Item = {
    "id": "newspaper",
    "type": "article-newspaper",
    "title": "Policy Overlooks Rights",
    "author": [{"family": "Lowe", "given": "H"}],
    "container-title": "Pacific Times",
    "publisher-place": "Hong Kong",
    "issued": {"date-parts": [[2021, 2, 4]]},
    "URL": "https://example.org/op-ed",
}
UNSIGNED: Item = {
    "id": "unsigned",
    "type": "webpage",
    "title": "Engagement: 2025 Review",
    "container-title": "Quiet News",
    "URL": "https://example.org/web",
    "language": "en",
}
BLOG: Item = {"id": "blog", "type": "post-weblog", "title": "R+D", "author": [PERSON], "container-title": "A Blog"}
LAW: Item = {
    "id": "law",
    "type": "legislation",
    "title": "An Act to Help",
    "number": "Pub. L. 93-618",
    "issued": {"date-parts": [[1975, 1, 3]]},
}
BILL: Item = {"id": "bill", "type": "bill", "title": "S.3744", "number": "S.3744", "issued": {"date-parts": [[2020]]}}
TREATY: Item = {"id": "treaty", "type": "treaty", "title": "Charter of All", "author": [{"literal": "All Nations"}]}
COURT: Item = {
    "id": "court",
    "type": "legal_case",
    "title": "All v. None",
    "publisher": "Court of Quiet",
    "number": "No. 4",
    "issued": {"date-parts": [[1979]]},
}
HEARING: Item = {"id": "hearing", "type": "hearing", "title": "On Harm", "publisher": "Committee on Quiet"}
VOLUME: Item = {
    "id": "volume",
    "type": "book",
    "title": "All on Waiting",
    "editor": [{"family": "van Dijk", "given": "Jan Peter"}, {"literal": "Office of Peace, War"}],
}
"""An edited one."""
THESIS: Item = {
    "id": "thesis",
    "type": "thesis",
    "title": "On Waiting",
    "author": [PERSON],
    "publisher": "Quiet University",
    "genre": "PhD thesis",
}
PAPER: Item = {
    "id": "paper",
    "type": "paper-conference",
    "title": "On Talking",
    "author": [PERSON],
    "container-title": "Proceedings of Talk",
    "page": "3",
}
ITEMS: tuple[Item, ...] = (
    *(
        REPORT,
        CHAPTER,
        BOOK,
        JOURNAL,
        MAGAZINE,
        NEWSPAPER,
        UNSIGNED,
        BLOG,
        LAW,
        BILL,
        COURT,
        HEARING,
        TREATY,
        THESIS,
        PAPER,
        VOLUME,
    ),
    *(dict[str, object](id=kind, type=kind, title=f"A {kind}") for kind in (*ITEM_TYPES, "dataset")),
)


def lines(alphabet: str | None = None) -> st.SearchStrategy[str]:
    """Texts of one line."""
    texts = st.text(alphabet, min_size=1, max_size=40) if alphabet else st.text(min_size=1, max_size=40)
    return texts.map(lambda text: " ".join(text.split())).filter(bool)


_WORD = st.from_regex(r"[A-ZÁÖŠ][a-záöš]{1,6}", fullmatch=True)
_WORDS = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
PERSONS = st.builds(lambda family, given: {"family": family, "given": given}, _WORDS, _WORDS)
BODIES = st.lists(
    st.sampled_from(["Peace", "of", "U.S.", "War,", "and", "Law", "(W.R.)", "Inc.", "O’Brien"]), min_size=1
)
NAMES = st.lists(PERSONS | BODIES.map(lambda words: {"literal": f"Office {' '.join(words)}"}), max_size=4)
made_up = st.fixed_dictionaries(
    {"id": st.just("x"), "type": st.sampled_from((*ITEM_TYPES, "treaty", "map")), "title": lines(), "author": NAMES},
    optional={
        name: lines()
        for name in ("container-title", "publisher", "publisher-place", "page", "volume", "ISBN", "note", "DOI", "URL")
    },
)
