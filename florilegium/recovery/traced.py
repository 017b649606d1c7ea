"""A string that knows from which character of the file each of its characters came.

Recovery cuts, lifts and joins. If every character carries its origin, the lines of a block, its pages, what a marker
stood behind, and the proof that nothing was lost all follow from the text itself, and no rule has to keep count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from florilegium.model import Span


@dataclass(frozen=True, slots=True)
class Traced:
    """Text and origins, of one length."""

    text: str
    origins: tuple[int, ...]
    """Offsets into the file, strictly ascending."""

    @classmethod
    def of(cls, raw: str, start: int, end: int) -> Traced:
        """Take the characters `start` to `end` of the file."""
        return cls(raw[start:end], tuple(range(start, end)))

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: Traced) -> Traced:
        return Traced(self.text + other.text, self.origins + other.origins)

    def cut(self, start: int, end: int | None = None) -> Traced:
        """Return the slice `start` to `end`."""
        return Traced(self.text[start:end], self.origins[start:end])

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """Lift out the given slices, which are ascending and do not overlap."""
        kept, at = NOTHING, 0
        for start, end in spans:
            kept, at = kept + self.cut(at, start), end
        return kept + self.cut(at)

    def stripped(self) -> Traced:
        """Drop white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, len(self.text.rstrip()) if self.text.strip() else start)

    def squeezed(self) -> Traced:
        """Make each run of white space one plain space, which keeps the origin of the first of the run."""
        chars: list[str] = []
        origins: list[int] = []
        for char, origin in zip(self.text, self.origins, strict=True):
            if not char.isspace():
                chars.append(char)
                origins.append(origin)
            elif chars and chars[-1] != " ":
                chars.append(" ")
                origins.append(origin)
        return Traced("".join(chars), tuple(origins)).stripped()

    def spans(self) -> tuple[Span, ...]:
        """Return where its characters that are not white space stand in the file, as runs."""
        runs: list[Span] = []
        for char, origin in zip(self.text, self.origins, strict=True):
            if char.isspace():
                continue
            if runs and runs[-1].end == origin:
                runs[-1] = Span(runs[-1].start, origin + 1)
            else:
                runs.append(Span(origin, origin + 1))
        return tuple(runs)


NOTHING = Traced("", ())


def joined(pieces: Iterable[Traced]) -> Traced:
    """Set pieces one after the other, as they are."""
    texts: list[str] = []
    origins: list[int] = []
    for piece in pieces:
        texts.append(piece.text)
        origins.extend(piece.origins)
    return Traced("".join(texts), tuple(origins))
