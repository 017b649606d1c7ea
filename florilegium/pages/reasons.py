"""Why two places belong together, to a line that a reader can check: `Both discuss the harbour; both cite …`.

What evidence says is a sentence of ours. An editor's words stand as they are; of the evidence beside them only a work
that both cite is told, for the rest they say better.
"""

from __future__ import annotations

from collections.abc import Sequence

from florilegium.bibliography import field, names, short_name
from florilegium.model import Reason, ReasonKind, Reference
from florilegium.pages import places
from florilegium.pages.crossings import Crossing, Crossings
from florilegium.pages.markdown import escape
from florilegium.pages.terms_said import TermSaid

MOST_TOLD = {"reference": 3, "term": 3, "text": 4}
"""How many reasons of a kind are told, the weightiest."""
WHOLE_WORKS = frozenset(
    """artwork audio book booklet collection dataset image manual movie music mvbook mvcollection mvproceedings
    mvreference performance periodical proceedings reference report software thesis video""".split()
)
"""Types whose titles are set in italics; others are parts of a whole, in quotation marks."""
UNMARKED = frozenset({"jurisdiction", "legal", "legislation", "letter", "patent", "standard"})
"""Types whose titles are set as they are."""
WITHIN_QUOTES = str.maketrans("“”", "‘’")
STOPS = (".", "?", "!", "…", ".”", "?”", "!”", ".)")


def reason_said(seen: Crossing, known: Crossings, from_page: str, *, brief: bool = False) -> str:
    """Return the reasons of a cross-reference as Markdown; where space is short, the first kind of them alone."""
    reasons = seen.crossed.reasons
    words = " ".join(reason.detail for reason in reasons if reason.kind == "editor")
    works = [_work(reason.detail, known, from_page, turned=seen.turned) for reason in _told(reasons, "reference")]
    terms = [_term(known.terms[reason.detail], from_page) for reason in _told(reasons, "term") if not words]
    spoken = [f"“{escape(reason.detail)}”" for reason in _told(reasons, "text") if not words]
    evidence = [
        f"both {does} {_listed(things)}"
        for does, things in (("cite", works), ("discuss", terms), ("speak of", spoken))
        if things
    ]
    if brief:
        evidence = [] if words else evidence[:1]
    said = _sentence("; ".join(evidence))
    if not words or not said:
        return escape(words) or said
    return f"{escape(words)} {said}" if words.endswith(STOPS) else f"{escape(words)}; b{said[1:]}"


def _told(reasons: Sequence[Reason], kind: ReasonKind) -> list[Reason]:
    return [reason for reason in reasons if reason.kind == kind][: MOST_TOLD[kind]]


def _listed(things: Sequence[str]) -> str:
    """Return a list as a sentence has it: `A, B and C`; where one holds an `and` of its own, `A and B, and C`."""
    last = ", and " if any(" and " in thing for thing in things) else " and "
    return last.join(part for part in (", ".join(things[:-1]), *things[-1:]) if part)


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _term(term: TermSaid, from_page: str) -> str:
    return f"{term.article}[{escape(term.words)}]({places.term_link(from_page, term.anchor)})"


def _work(detail: str, known: Crossings, from_page: str, *, turned: bool) -> str:
    """Return a work as a link to its entry. Of two editions it is the one that this side cites."""
    keys = detail.split(" ")
    key = keys[-1] if turned else keys[0]
    link = f"[{_named(known.references[key])}]({places.work_link(from_page, key)})"
    return f"{link} (in different editions)" if len(keys) > 1 else link


def _named(reference: Reference) -> str:
    """Return authors, without the year, and the title without its subtitle."""
    title = escape(field(reference, "title"))
    if reference.entry_type in WHOLE_WORKS:
        title = f"*{title}*"
    elif reference.entry_type not in UNMARKED:
        title = f"“{title.translate(WITHIN_QUOTES)}”"
    year = field(reference, "date")[:4]
    who = short_name(reference).removesuffix(f" {year}") if names(reference) else ""
    return f"{escape(who)}, {title}" if who else title
