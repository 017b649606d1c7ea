"""What a reader can find: the records of the search index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

SearchKind = Literal["text", "note", "work", "subject"]
"""An introduction is a text, too."""
Wordsmith = Literal["verbatim", "paraphrased", "ours"]
"""Whose words a record shows: the publisher's, a paraphrase of them, or those of this edition."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing to be found: a ¶, a note, a work, an index term, or an introduction. All in plain text."""

    kind: SearchKind
    address: str
    """Inside the site, with its anchor: `sources/brief-2022/#p12`."""
    label: str
    """What stands beside it in a list: `¶ 12`, `n. 12`, the year of a work; for what has no number, what it is."""
    title: str
    """What leads there: the short name of a source, the authors of a work, an index term, the title of a theme."""
    text: str
    """The words that are shown, and searched."""
    words_of: Wordsmith
    headings: tuple[str, ...] = ()
    """Above it, outermost first."""
    about: str = ""
    """What else is said of it: where a note is cited, say. Not searched."""
    theme: str = ""
    """Under which it stands first of all; empty for what stands under none, or under several alike."""
    also: tuple[str, ...] = ()
    """Further themes."""
    sources: tuple[str, ...] = ()
    """Ids of the sources in which it stands, or which cite it or speak of it."""
    year: str = ""
    """Of a work; empty where it is not known, and for all else."""
    place: str = ""
    """Id of a ¶ or note, by which it can be asked for: `p12`, `n12`; empty for all else."""
    further: tuple[str, ...] = ()
    """Words by which it is found, and which it does not show: the heading that it opens, other names."""

    @property
    def themes(self) -> tuple[str, ...]:
        """All themes, the first one first."""
        return (*((self.theme,) if self.theme else ()), *self.also)


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """What the search index is made of, as files by their names."""

    stubs: Mapping[str, str]
    """Pages for the indexer, one a record."""
    beside: Mapping[str, str]
    """What lies beside the index in the site: the vocabulary, and the values of the facets."""
