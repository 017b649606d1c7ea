from __future__ import annotations

import json
from html.parser import HTMLParser

from florilegium.model import SearchRecord
from florilegium.search.stubs import EVERY, PART, stub
from florilegium.search.vocabulary import vocabulary_files

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


def parts(record: SearchRecord) -> list[str]:
    return Reader(stub(record, 7)).text.strip().split(PART.rstrip())


def test_a_stub_shows_the_text_as_it_is_and_searches_stems_and_further_words() -> None:
    shown, stems, further = parts(RECORD)
    assert shown.strip() == RECORD.text
    wanted = {"sanctionǂ", "asliǂ", "baliǂ", "usǂ", "ledǂ", "uslǂ", "1200ǂ", "n16ǂ", "embracǂ", EVERY}
    assert wanted <= set(stems.split())
    assert "Selective embrace" in further
    # The letter that the indexer does not fold is folded in a copy, so that a phrase is found as it is typed.
    assert "Asli Bâli’s" in further


def test_a_text_without_unfolded_letters_is_not_copied() -> None:
    plain = SearchRecord("text", "x", "¶ 1", "Doe", "Plain words", "verbatim")
    assert parts(plain)[2].strip() == ""


def test_what_is_shown_beside_is_in_no_searched_place() -> None:
    metas = Reader(stub(RECORD, 7)).metas
    assert [value for key, value in metas if key == "theme"] == ["peace", "trade"]
    assert dict(metas)["order"] == "7"
    assert {key for key, _ in metas} == {"theme", "source", "kind", "shown", "order"}
    shown = json.loads(dict(metas)["shown"])
    assert (shown["at"], shown["title"], shown["headings"]) == (RECORD.address, RECORD.title, list(RECORD.headings))
    assert "What lies" not in Reader(stub(RECORD, 7)).text


def test_the_vocabulary_has_each_word_once_under_its_stem_and_letter() -> None:
    files = vocabulary_files([RECORD, SearchRecord("text", "x", "", "", "Sanction, ŋaŋa, şirket, мир, 9/11", "ours")])
    read = {name: json.loads(content) for name, content in files.items()}
    assert read["words/s.json"]["sanction"] == "sanction sanctioned"
    assert "n16" in read["words/n.json"].values()
    assert "мир" in read["words/other.json"].values()
    assert set(read["words/0.json"].values()) == {"11", "1200", "9"}
    assert read["letters.json"] == sorted(name[6:-5] for name in files if name.startswith("words/"))
    assert "selective" in read["words/s.json"].get("select", "")
