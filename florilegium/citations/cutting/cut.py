"""What a note says of one work, cut out of the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.citations.cutting.pinpoints import PINPOINTS_RE


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
    """Right after the authors: `2020`, `2020a`, `n.d.`; empty where the note is not of that shape."""
    rest: str
    """What follows the title: container, date, address, pages."""
    urls: tuple[str, ...] = ()
    ibid: bool = False
    """Whether it only points to the work named before it."""
    doubtful: bool = False
    """Whether it only looks as if it named a work: no rule could read it."""

    def bare(self) -> bool:
        """Say whether nothing of substance follows the title, as in a short form: `Power, A Problem from Hell, 45`.

        What has no title at all is one too, unless it has an address: `Power (2002), p. 45`.
        """
        untitled = self.title[0] == self.title[1] and not self.urls
        return untitled or not any(sign.isalnum() for sign in PINPOINTS_RE.sub("", self.rest))
