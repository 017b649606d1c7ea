from __future__ import annotations

import json
from html.parser import HTMLParser

from florilegium.model import SearchRecord
from florilegium.search.stubs import EVERY, PART, stub
from florilegium.search.vocabulary import vocabulary_files
from florilegium.search.words import as_indexed

RECORD = SearchRecord(
    kind="note",
    address="sources/brief/#n16",
    label="n. 16",
    title="Doe & Co “2022” <x>",
    text="Aslı Bâli’s <b> sanctioned US-led powers &amp; 1,200 more.",
    words_of="verbatim",
    headings=("What lies ahead?",),
    theme="peace",
    also=("trade",),
    sources=("brief",),
    place="n16",
    further=("Selective embrace",),
)


class Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        for key in ("data-pagefind-filter", "data-pagefind-sort", "data-pagefind-meta"):
            if key in named:
                self.metas.append((str(named[key]).removesuffix("[content]"), str(named["content"])))

    def handle_data(self, data: str) -> None:
        self.text += data


def parts(record: SearchRecord) -> list[list[str]]:
    searched = Reader(stub(record, 7)).text.split()
    first, second = (at for at, word in enumerate(searched) if word == PART)
    return [searched[:first], searched[first + 1 : second], searched[second + 1 :]]


def test_a_stub_is_searched_by_bare_words_by_stems_and_by_further_words() -> None:
    bare, stems, further = parts(RECORD)
    assert bare == f"asli balis b sanctioned us led powers amp {as_indexed('1200')} more".split()
    wanted = ("asli", "bali", "sanction", "us", "led", "usled", as_indexed("1200"), "power", "embrace")
    assert {f"ǂ{word}ǂ" for word in wanted} <= set(stems)
    assert {EVERY, f"ǂǂ{as_indexed('n16')}ǂ"} <= set(stems)
    assert further == ["selective", "embrace", "ǂ", "usled", "ǂ"]


def test_a_word_that_is_said_often_stands_there_often() -> None:
    twice = SearchRecord("text", "x", "¶ 1", "Doe", "Power, powers", "verbatim")
    assert parts(twice)[1].count("ǂpowerǂ") == 2


def test_figures_are_letters_in_the_index_so_that_no_word_is_taken_apart() -> None:
    assert as_indexed("21st").isalpha()
    assert len({as_indexed(figure) for figure in "0123456789"}) == 10


def test_what_is_shown_beside_is_in_no_searched_place() -> None:
    metas = Reader(stub(RECORD, 7)).metas
    assert [value for key, value in metas if key == "theme"] == ["peace", "trade"]
    assert dict(metas)["order"] == "7"
    assert {key for key, _ in metas} == {"theme", "source", "kind", "shown", "order"}
    shown = json.loads(dict(metas)["shown"])
    assert (shown["at"], shown["title"], shown["headings"]) == (RECORD.address, RECORD.title, list(RECORD.headings))
    assert shown["text"] == RECORD.text
    assert "lies" not in Reader(stub(RECORD, 7)).text


def test_the_vocabulary_has_each_word_once_under_its_stem_and_letter() -> None:
    files = vocabulary_files([RECORD, SearchRecord("text", "x", "", "", "Sanction, ŋaŋa, şirket, мир, 9/11", "ours")])
    read = {name: json.loads(content) for name, content in files.items()}
    assert read["words/s.json"]["sanction"] == "sanction sanctioned"
    assert read["places.json"] == ["n16"]
    assert "мир" in read["words/other.json"].values()
    assert set(read["words/0.json"].values()) == {"11", "1200", "9"}
    assert read["letters.json"] == sorted(name[6:-5] for name in files if name.startswith("words/"))
    assert "selective" in read["words/s.json"].get("selective", "")
