"""What a note says of one work, cut out of the words around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a note that name one work, and what they tell of it."""

    start: int
    """Offset into the text of the note."""
    end: int
    title: tuple[int, int]
    """Offsets of the title, without its quotation marks; an empty range where none is printed."""
    authors: str
    """As printed; empty where none is."""
    year: str
    """In parentheses after the authors: `2020`, `n.d.`; empty where the note is not of that shape."""
    rest: str
    """What follows the title: container, date, address, pages."""
    urls: tuple[str, ...] = ()
    ibid: bool = False
    """Whether it only points to the work named before it."""

    def bare(self) -> bool:
        """Say whether nothing of substance follows the title, as in a short form."""
        return not any(sign.isalnum() for sign in self.rest)
