"""Find web addresses in a text."""

from __future__ import annotations

import re

ADDRESS_RE = re.compile(r"https?://[^\s<>\"“”‘’`\\^{|}\[\]]+")
CLOSING = ".,;:!?'’”)"


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each address, without the stop or bracket that follows it.

    A closing bracket belongs to the address if it opens one: `https://example.org/a_(b)`.
    """
    found = []
    for match in ADDRESS_RE.finditer(text):
        address = match[0]
        while address[-1] in CLOSING and not (address[-1] == ")" and address.count("(") >= address.count(")")):
            address = address[:-1]
        if len(address) > len("https://"):
            found.append((match.start(), match.start() + len(address)))
    return tuple(found)
