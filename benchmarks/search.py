"""How the search grows with what it searches: `python -m benchmarks.search [numbers of records]`.

Made-up texts, notes, works and terms, indexed and then asked in Chromium as a reader does, through the page of the
search. For each size, and as a ratio to the first size of the same run where that says more:

records/s    indexed in a second, pages for the indexer written included
B/record     of the index on the disk; what Pagefind adds to any index, its program, is told apart
first query  kilobytes that the server sends for an address that asks for a word, until the page is at rest: program,
             index, vocabulary and the first hits, compressed as servers do; not the frame of the site around it
cold, ms     from the opening of such an address to the first result, nothing having been loaded before
ready, ms    from the key that completes a word to its first result, once the search is loaded; the parts of the index
             and of the vocabulary in which the word stands are not: the median of some words, and the slowest

The words are of middling frequency: each stands in about one record of a hundred.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.made_up_corpus import THEMES, corpus
from florilegium.indexing import INDEX, write_index
from florilegium.model import Placed, Record, SearchRecord
from florilegium.search.index_files import index_files
from florilegium.search.words import words
from tests.browser.chromium import MISSING, find
from tests.browser.opening import FLAGS

SIZES = (500, 5_000, 50_000)
RECORDS_OF_A_TEXT = 75
"""A made-up text gives a few more."""
TYPED = 12
"""Words asked for, one after the other."""
SHARE = 0.01
"""Of the records, in which a word that is typed stands."""
ASSETS = Path(__file__).parent.parent / "docs/assets"
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>'
    '<h1>Search</h1><div data-search-page></div><script type="module" src="../assets/search/page.js"></script></html>'
)
COMPRESSED = (".js", ".json", ".css", ".html", "/")
"""What servers compress; the files of Pagefind are compressed already."""
FIRST_RESULT = """word => new Promise(resolve => {
  const host = document.querySelector("[data-search-page]");
  const input = host.querySelector("input");
  const shown = () => [...host.querySelectorAll("mark")].some((one) => one.textContent.toLowerCase() === word);
  setTimeout(() => resolve(null), 60000);
  input.value = word;
  const started = performance.now();
  const watch = new MutationObserver(() => {
    if (!shown()) return;
    watch.disconnect();
    resolve(performance.now() - started);
  });
  watch.observe(host, { childList: true, subtree: true, characterData: true });
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


def main(sizes: Sequence[int]) -> None:
    """Measure each size, and print a table."""
    print("records  records/s  ratio  B/record  ratio  program kB  first query kB  cold ms  ready ms  slowest ms")
    before: tuple[float, float] | None = None
    for size in sizes:
        made, sources = records(size)
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            started = time.perf_counter()
            problems = write_index(site, index_files(made, THEMES, sources))
            speed = len(made) / (time.perf_counter() - started)
            assert problems == (), problems
            program, index = _bytes(site / INDEX)
            before = before or (speed, index / len(made))
            sent, cold, ready = _asked(site, _middling(made))
        size_of_one = index / len(made)
        print(
            f"{len(made):7} {speed:10.0f} {speed / before[0]:6.2f} {size_of_one:9.0f} {size_of_one / before[1]:6.2f}"
            f" {program / 1000:11.0f} {sent / 1000:15.1f}"
            f" {cold:8.0f} {statistics.median(ready):9.0f} {max(ready):11.0f}",
            flush=True,
        )


def records(size: int) -> tuple[tuple[SearchRecord, ...], tuple[Record, ...]]:
    """Return so many records of a made-up collection, mixed as those of a true one are, and its sources."""
    placed, citations, authority = corpus(max(4, -(-size // RECORDS_OF_A_TEXT)))
    made = [record for one in placed for record in _of_text(one)]
    keys = list(dict.fromkeys(citation.reference for citation in citations))
    cited = {key: [one for one in citations if one.reference == key] for key in keys[: size // 4]}
    for number, (key, places) in enumerate(cited.items()):
        text = f"Author of {key}. {2000 + number % 20}. On {key}. Publisher."
        sources = tuple(dict.fromkeys(one.source for one in places))
        made.append(
            SearchRecord(
                "work",
                f"bibliography/#{key}",
                "2011",
                key,
                text,
                "ours",
                also=("context",),
                sources=sources,
                year=str(2000 + number % 20),
            )
        )
    made += [
        SearchRecord("subject", f"subject-index/#{term.anchor}", "Index", term.name, " · ".join(term.variants), "ours")
        for term in authority.terms
    ]
    # Taken evenly, so that each kind keeps its share.
    taken = tuple(made[at * len(made) // size] for at in range(min(size, len(made))))
    return taken, tuple(one.source.record for one in placed)


def _of_text(placed: Placed) -> Iterator[SearchRecord]:
    source = placed.source.record
    home = f"sources/{source.id}/"
    placings = {placing.block: placing for placing in placed.placings}
    for block in placed.document.blocks:
        if block.id in placings:
            placing = placings[block.id]
            yield SearchRecord(
                "text",
                f"{home}#{block.id}",
                f"¶ {block.id[1:]}",
                source.short,
                block.text,
                "verbatim",
                headings=block.headings,
                theme=placing.theme,
                also=placing.also,
                sources=(source.id,),
                place=block.id,
            )
    for note in placed.document.notes:
        placing = placings[note.cited_from[0]]
        yield SearchRecord(
            "note",
            f"{home}#{note.id}",
            f"n. {note.number}",
            source.short,
            note.text,
            "verbatim",
            theme=placing.theme,
            also=placing.also,
            sources=(source.id,),
            place=note.id,
        )


def _middling(made: Sequence[SearchRecord]) -> list[str]:
    """Return words that stand in about the wanted share of the records."""
    found = Counter(word for record in made for word in set(words(record.text)))
    wanted = SHARE * len(made)
    letters = Counter(word[0] for word in found)
    # Two of five words of the made-up language begin with one letter; no letter of a true one has so many.
    usual = [word for word in found if len(word) > 2 and word.isalpha() and letters[word[0]] < len(found) / 9]
    near = sorted(usual, key=lambda word: (abs(found[word] - wanted), word))[: 4 * TYPED]
    return sorted(near, key=lambda word: word[::-1])[:: max(1, len(near) // TYPED)][:TYPED]


def _bytes(index: Path) -> tuple[int, int]:
    """Return the bytes of Pagefind's program, and those of the index itself."""
    program = other = 0
    for file in index.rglob("*"):
        if file.is_file():
            is_program = file.suffix == ".js" or file.name.startswith("wasm.")
            program += file.stat().st_size * is_program
            other += file.stat().st_size * (not is_program)
    return program, other


def _asked(site: Path, typed: Sequence[str]) -> tuple[int, float, list[float]]:
    """Return the bytes of a first query, its milliseconds, and those of each query after it."""
    shutil.copytree(ASSETS, site / "assets")
    (site / "search").mkdir()
    (site / "search/index.html").write_text(PAGE, encoding="utf-8")
    path = find()
    assert path, MISSING
    with _server(site) as (address, sent), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        first, cold = _first(browser, address, typed[0], sent)
        page = browser.new_page()
        page.goto(f"{address}search/")
        page.wait_for_selector("[data-search-page] input")
        page.evaluate(FIRST_RESULT, typed[0])
        ready = [page.evaluate(FIRST_RESULT, word) for word in typed[1:]]
        browser.close()
    return first, cold, ready


def _first(browser: Browser, address: str, word: str, sent: list[int]) -> tuple[int, float]:
    """Open an address that asks for a word, and return the bytes sent and the milliseconds to its first result."""
    page = browser.new_page()
    page.goto(f"{address}search/?q={word}", wait_until="commit")
    page.locator("mark").first.wait_for(state="attached", timeout=120_000)
    cold = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    return sum(sent), cold


@contextmanager
def _server(site: Path) -> Iterator[tuple[str, list[int]]]:
    """Serve a site as web servers do, compressed, and yield its address and the bytes of each answer."""
    sent: list[int] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, sent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", sent
    server.shutdown()
    server.server_close()


class _Compressing(SimpleHTTPRequestHandler):
    """Sends what a browser may have compressed so, and counts what it sends."""

    protocol_version = "HTTP/1.1"

    def __init__(self, sent: list[int], *args: object, directory: str) -> None:
        self._sent = sent
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with the file, if it is there."""
        path = self.path.split("?")[0]
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        compressed = path.endswith(COMPRESSED)
        content = gzip.compress(content, 6, mtime=0) if compressed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self._sent.append(len(content))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


if __name__ == "__main__":
    main([int(size.replace("_", "")) for size in sys.argv[1:]] or SIZES)
