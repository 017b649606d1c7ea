"""Two linked runs of ¶ to a cross-reference: a sentence on each side, and reasons that name what is shared.

A likeness that is only a number cannot be checked; the words that make it can be looked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from florilegium.crossrefs.evidence import Evidence
from florilegium.crossrefs.paragraphs import Paragraph, tokens
from florilegium.crossrefs.scoring import WORDS
from florilegium.crossrefs.sentences_shown import Weights, best_sentence
from florilegium.crossrefs.shared_words import shared_words
from florilegium.model import CrossReference, Reason, SeeLink, Side

SAID = 0.1
"""What a word of an editor's reason is worth when the sentence is looked for that shows it."""
Ends = tuple[int, int]
"""Indices of the first and the last ¶ of a run."""


def told(
    one: Ends,
    other: Ends,
    reasons: Sequence[Reason],
    score: float,
    evidence: Evidence,
    link: SeeLink | None = None,
) -> CrossReference:
    """Return a cross-reference between two runs of ¶; with `link` it is an editor's."""
    mine, theirs = (evidence.paragraphs[ends[0] : ends[1] + 1] for ends in (one, other))
    words = evidence.shared_words(range(one[0], one[1] + 1), range(other[0], other[1] + 1))
    editors = (Reason("editor", link.because, 0.0),) if link else ()
    named = tuple(_named(reason, mine, theirs) for reason in reasons if reason.kind != "text")
    worth = next((reason.weight for reason in reasons if reason.kind == "text"), 0.0)
    # Beside other reasons words say little.
    telling = link is None and not named and worth > 0
    shared = _words(mine, theirs, words, worth) if telling else ()
    return CrossReference(
        side=_side(mine, reasons, words, link.because if link else "", link.shows if link else ""),
        other=_side(theirs, reasons, words, link.because if link else "", link.to_shows if link else ""),
        relation=link.relation if link else "related",
        by="editor" if link else "evidence",
        reasons=(*editors, *named, *shared),
        score=score,
    )


def _named(reason: Reason, mine: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Reason:
    """Return a reason as it is told: of a work, the keys of the editions that both sides cite."""
    if reason.kind != "reference":
        return reason
    keys = [next(c.key for one in run for c in one.works.get(reason.detail, ())) for run in (mine, theirs)]
    return Reason("reference", " ".join(dict.fromkeys(keys)), reason.weight)


def _words(
    mine: Sequence[Paragraph], theirs: Sequence[Paragraph], words: Mapping[str, float], worth: float
) -> tuple[Reason, ...]:
    """Return the words that both share, where these count; what their likeness is worth, parted among them."""
    named = shared_words(mine, theirs, words)
    whole = sum(value for _, value in named)
    return tuple(Reason("text", word, worth * value / whole) for word, value in named)


def _side(
    run: Sequence[Paragraph], reasons: Sequence[Reason], words: Mapping[str, float], because: str, shows: str
) -> Side:
    works = {reason.detail: reason.weight for reason in reasons if reason.kind == "reference"}
    sought = {stem: WORDS * weight for stem, weight in words.items()}
    for stem in sorted({token.stem for token in tokens(because)}):
        sought[stem] = sought.get(stem, 0.0) + SAID
    weights = Weights(
        notes={c.note: works[key] for one in run for key, cited in one.works.items() if key in works for c in cited},
        terms={reason.detail: reason.weight for reason in reasons if reason.kind == "term"},
        words=sought,
    )
    sentence, at = best_sentence(run, weights, shows)
    return Side(run[0].source, run[0].block.id, run[-1].block.id, sentence, at)
