"""Cut notes whose titles stand in quotation marks: `Mayer, Jane. “Outsourcing Torture.” The New Yorker, 2005. https://…`.

Such notes join works by semicolons, by full stops, and by prose between them. So the titles are found first, and each
citation is grown from its title: back over its authors, on over container, date and address, up to a remark.
"""

from __future__ import annotations

import re

from florilegium.addresses import addresses
from florilegium.citations.cut import Cut
from florilegium.citations.prose import after_signal, is_names, is_prose
from florilegium.citations.quotes import double_quoted
from florilegium.sentences import sentence_ends

TITLE_ENDS_RE = re.compile(r"[.,?!…][’'”\"]*$")
GOES_ON_RE = re.compile(r"\s*(?:$|[;,(]|in\s+[A-Z]|https?://|[A-Z])")
STOP_RE = re.compile(r"[\s,.;]*")


def quoted_title_cuts(text: str) -> tuple[Cut, ...]:
    """Return the citations whose title stands in double quotation marks."""
    quotes = double_quoted(text)
    found: list[tuple[int, tuple[int, int]]] = []
    for quote in quotes:
        after = found[-1][1][1] if found else 0
        start = _start(text, after, quote)
        if start is not None:
            found.append((start, quote))
    starts = [start for start, _ in found]
    return tuple(
        _cut(text, start, quote, following)
        for (start, quote), following in zip(found, (*starts[1:], len(text)), strict=False)
    )


def _start(text: str, after: int, quote: tuple[int, int]) -> int | None:
    """Return where a citation with this title begins; None where the words in quotation marks are no title."""
    inside = text[quote[0] + 1 : quote[1] - 1]
    if not re.match(r"[“‘'\"]*[A-Z0-9À-Þ]", inside) or len(inside.split()) < 2 or not GOES_ON_RE.match(text, quote[1]):
        return None
    before = text[after : quote[0]]
    stripped = before.rstrip()
    if not STOP_RE.fullmatch(before) or not stripped:
        # The sentence of the authors ends right before the title, and is no remark of its own.
        least = max(before.rfind("; ") + 1, after_signal(before))
        cuts = sorted({least, *(end for end in sentence_ends(stripped) if least < end < len(stripped))})
        for cut in cuts:
            names = before[cut:].strip()
            if not names or is_names(names):
                return after + cut + len(before[cut:]) - len(before[cut:].lstrip())
        follows_a_remark = stripped.endswith((".", "?", "!", ";", ":")) and TITLE_ENDS_RE.search(inside)
        return quote[0] if follows_a_remark else None
    return quote[0]


def _cut(text: str, start: int, quote: tuple[int, int], following: int) -> Cut:
    end = citation_end(text, quote[1], following)
    title_end = quote[1] - 1
    while text[title_end - 1] in ".,":
        title_end -= 1
    urls = tuple(text[a:b] for a, b in addresses(text) if quote[1] <= a and b <= end)
    return Cut(
        start, end, (quote[0] + 1, title_end), text[start : quote[0]].strip(" ,"), "", text[quote[1] : end], urls
    )


def citation_end(text: str, at: int, following: int) -> int:
    """Return where a citation ends whose title ends at `at`: with its address, at a semicolon, or before a remark."""
    address = next(((a, b) for a, b in addresses(text) if at <= a < following), None)
    semicolon = text.find("; ", at, address[0] if address else following)
    limit = semicolon if semicolon >= 0 else address[1] if address else following
    stops = [at + end for end in sentence_ends(text[at:limit])]
    reached = at
    for stop in (*stops, limit):
        last = stop == limit and semicolon < 0 and address is not None
        # The sentence that leads to the address belongs to the citation, whatever it says.
        if reached > at and is_prose(text[reached:stop]) and not last:
            break
        reached = stop
    if address and semicolon < 0 and reached < limit and not text[reached : address[0]].strip():
        reached = limit
    return at + len(text[at:reached].rstrip(" ,;.") if not address or reached < address[1] else text[at:reached])
