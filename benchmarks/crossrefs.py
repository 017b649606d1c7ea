"""How the time to index and to cross-reference texts grows with their number: `python -m benchmarks.crossrefs [sizes]`.

Made-up texts of some 45 ¶, their vocabulary growing as that of real texts does, new topics coming as texts come. For
each size: seconds of the processor to look for all terms, and to make all cross-references; both by the word, too, as a
ratio to the first size of the same run: 1 means that the time grows as the text does. "Pairs" are those of ¶ that were
held against each other, and what share that is of all there are.
"""

from __future__ import annotations

import sys
import time

from benchmarks.made_up_corpus import corpus
from florilegium.crossrefs import cross_reference
from florilegium.crossrefs.candidates import candidates
from florilegium.crossrefs.evidence import Evidence
from florilegium.crossrefs.paragraphs import paragraphs
from florilegium.subject_index import index_subjects

SIZES = (4, 40, 400, 4_000)


def main(sizes: tuple[int, ...]) -> None:
    """Measure each size, and print a table."""
    print("texts       ¶    words   index s  ratio  crossrefs s  ratio   links      pairs  of all")
    before: tuple[float, float] | None = None
    for size in sizes:
        placed, citations, authority = corpus(size)
        started = time.process_time()
        index = index_subjects(placed, authority)
        indexed = time.process_time()
        found = cross_reference(placed, citations, (), index)
        crossed = time.process_time()
        every = paragraphs(placed, citations, (), index)
        words = sum(one.length for one in every)
        costs = ((indexed - started) / words, (crossed - indexed) / words)
        before = before or costs
        pairs = len(candidates(every, Evidence.of(every, authority.terms).rarity))
        print(
            f"{size:5} {len(every):7} {words:8} {indexed - started:9.2f} {costs[0] / before[0]:6.2f}"
            f" {crossed - indexed:12.2f} {costs[1] / before[1]:6.2f} {len(found):7} {pairs:10}"
            f" {200 * pairs / len(every) ** 2:7.3f}%",
            flush=True,
        )


if __name__ == "__main__":
    main(tuple(int(size.replace("_", "")) for size in sys.argv[1:]) or SIZES)
