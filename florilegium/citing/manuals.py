"""What the style manuals say of places that CSL has no word for: a heading, and a work known through another.

CSL knows locators with a number. Where a text has none, manuals name the heading, each in its own way; and each has its
own words for a work that was not seen itself. A style of another family gets neither: none is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manual:
    """How one family of styles puts it."""

    listed: str
    """What the manual calls the list of works."""
    heading: str = ""
    """What stands where the number of a page would: `{heading}` is the heading. Empty: the manual gives none."""
    heading_remark: str = ""
    """What the writer does instead, or as well: `{heading}` is the heading."""
    through: str = ""
    """A work known through a note: `{work}` is the work, `{text}` how the note is cited. Empty: there is no form."""
    through_remark: str = ""
    lists_both: bool = False
    """Whether the list has both works then, or the one that was seen alone."""


FAMILIES: dict[str, Manual] = {
    # A heading comes after the word “under” (17th ed., 14.160, and the manual's answers to readers); unnumbered
    # paragraphs are not counted (18th ed., 13.117). Quoted in: both works, the one that was seen last (17th, 14.260).
    "chicago-notes-bibliography": Manual(
        listed="bibliography",
        heading="under “{heading}”",
        through="{work} quoted in {text}",
        through_remark="Write “cited in” if it is not quoted there. The bibliography lists both works.",
        lists_both=True,
    ),
    # The same words in parentheses. Quoted in (15.56 of the 17th): the sentence names the work and its date, the
    # parenthesis and the list have only what was seen.
    "chicago-author-date": Manual(
        listed="reference list",
        heading="under “{heading}”",
        through="quoted in {text}",
        through_remark="Name the work and its date in your sentence. Write “cited in” if it is not quoted there.",
    ),
    # 7th ed., 8.28: where there are no pages, the heading; the number of the paragraph under it may follow. It is that
    # of the original, which may have what the text here has not, so we do not count. As cited in (8.6): the list has
    # only the work that was read.
    "apa": Manual(
        listed="reference list",
        heading="{heading} section",
        heading_remark="You may add the number of the paragraph under this heading, as you count it in the original.",
        through="{work} as cited in {text}",
        through_remark="The reference list has the text that you read, and not the work.",
    ),
    # 9th ed., 6.18–6.20: no number that the source does not print, and no heading for one. Quoted in (6.77).
    "modern-language-association": Manual(
        listed="works cited",
        heading_remark="MLA takes no number that is not printed. Name the heading in your sentence: “{heading}”.",
        through="qtd. in {text}",
        through_remark="Name the author of the work in your sentence. Write “cited in” if it is not quoted there.",
    ),
}
"""By the name of a style; those that only vary it are named after it, with its edition or what else is theirs."""
VARIED_RE = re.compile(r"-(?:\d+th-edition|access-dates|classic|no-url|with-ibid|annotated-bibliography).*")
"""What may follow the name of a style in that of another of the same manual."""
FAMILIES |= {
    f"chicago-{name}": FAMILIES["chicago-notes-bibliography"]
    for name in ("notes", "shortened-notes-bibliography", "shortened-notes")
}
UNKNOWN = Manual(listed="list")


def manual(style: str) -> Manual:
    """Return what is known of a style, by its name."""
    return FAMILIES.get(VARIED_RE.sub("", style), UNKNOWN)
