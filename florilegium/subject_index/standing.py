"""A place where a text has words that might be a term."""

from __future__ import annotations

from dataclasses import dataclass

from florilegium.subject_index.readings import Reading


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that might be a term, and where they stand."""

    words: tuple[str, ...]
    text: str
    """As printed, spaces single."""
    source: str
    place: str
    """Id of the ¶ or note."""
    in_note: bool
    """Whether that is no ¶."""
    quoted: bool
    """Whether they stand in quotation marks."""
    order: int
    """Place of the ¶ or note among all of these."""

    @classmethod
    def of(cls, reading: Reading, first: int, last: int) -> Standing:
        """Return the words of a text from one to another, and where they stand."""
        said = reading.words[first : last + 1]
        text = " ".join(reading.text[said[0].start : said[-1].end].split())
        return cls(
            tuple(word.exact for word in said),
            text,
            reading.source,
            reading.place,
            reading.is_note,
            reading.quoted[first],
            reading.order,
        )
