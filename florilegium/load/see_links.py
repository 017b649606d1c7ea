"""The `see` of a record: cross-references that an editor makes or forbids, each with the words it is about.

Evidence can say that two texts speak of one thing. That one contradicts the other, only an editor can say, with the
reason. What is written is checked as far as a record can be read by itself; its ¶ are held against the texts later.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import cast, get_args

from florilegium.load.fields import Fields
from florilegium.load.yaml_nodes import Node
from florilegium.model import Relation, SeeLink
from florilegium.problems import Problem, did_you_mean

SEE_KEYS = ("from", "begins", "to", "to_begins", "relation", "because", "shows", "to_shows", "forbid")
IDLE_IF_FORBIDDEN = ("relation", "because", "shows", "to_shows")
RUN = r"(?P<first>p[1-9][0-9]{0,5})(?:\s*[–-]\s*p?(?P<last>[1-9][0-9]{0,5}))?"
FROM_RE = re.compile(RUN)
"""`p12`, or a run: `p12–14`, `p12-14`, `p12–p14`"""
TO_RE = re.compile(rf"(?P<source>[^\s#]+)#{RUN}")
"""`smith-2020#p9`, `smith-2020#p9–11`"""
EXAMPLE = '{from: p12, begins: "…", to: "smith-2020#p9", relation: related, because: "…"}'
FROM_HINT = "write a ¶ of this text, as in 'p12', or a run of them, as in 'p12–14'"
TO_HINT = 'write a source, \'#\' and a ¶ of it, in quotation marks: "smith-2020#p9", or "smith-2020#p9–11" for a run'


def read_see(fields: Fields, source: str, sources: Collection[str]) -> tuple[SeeLink, ...]:
    """Parse the cross-references of a record; what is wrong with one is told to its reader, and the others returned."""
    node = fields.mapping.get("see")
    if node is None or node.kind == "nothing":
        return ()
    if node.sequence is None:
        hint = 'write each as a line \'  - {from: p12, begins: "…", to: "smith-2020#p9", relation: …, because: "…"}\''
        fields.problems.append(Problem("wrong-type", fields.path, node.line, "'see' is no list", hint))
        return ()
    links: dict[tuple[str, ...], SeeLink] = {}
    for entry in node.sequence:
        link, problems = _link(entry, fields.path, source, sources)
        fields.problems.extend(problems)
        if link is None:
            continue
        places = (link.first, link.last, link.to_source, link.to_first, link.to_last)
        before = links.setdefault(places, link)
        if before is not link:
            hint = f"line {before.line} has it already: keep one of the two"
            message = f"the link from {_run(link.first, link.last)} to {_target(link)} stands twice"
            fields.problems.append(Problem("link-twice", fields.path, link.line, message, hint))
    return tuple(links.values())


def _link(entry: Node, path: str, source: str, sources: Collection[str]) -> tuple[SeeLink | None, tuple[Problem, ...]]:
    """Return a link, or what is wrong with it."""
    fields = Fields.of(entry, path, "a cross-reference")
    if entry.mapping is None:
        return None, tuple(fields.problems)
    fields.only(SEE_KEYS, "a cross-reference")
    _, first, last = _place(fields, "from", FROM_RE, FROM_HINT)
    to_source, to_first, to_last = _place(fields, "to", TO_RE, TO_HINT)
    begins, to_begins = fields.text("begins"), fields.text("to_begins", "")
    shows, to_shows = fields.text("shows", ""), fields.text("to_shows", "")
    fields.problems.extend(_source_faults(fields, to_source, source, sources))
    forbid = _forbids(fields)
    relation = "related" if forbid else fields.choice("relation", get_args(Relation))
    because = "" if forbid else fields.text("because")
    if fields.problems:
        return None, tuple(fields.problems)
    link = SeeLink(
        line=entry.line,
        first=first,
        last=last,
        begins=begins,
        to_source=to_source,
        to_first=to_first,
        to_last=to_last,
        to_begins=to_begins,
        shows=shows,
        to_shows=to_shows,
        relation=cast("Relation", relation),
        because=because,
        forbid=forbid,
    )
    return link, ()


def _place(fields: Fields, key: str, form: re.Pattern[str], hint: str) -> tuple[str, str, str]:
    """Read a ¶ or a run of ¶: its source where one is named, the first and the last; empty where it is faulty."""
    text = fields.text(key)
    match = form.fullmatch(text)
    if not match:
        if text:
            fields.problems.append(
                Problem("bad-place", fields.path, fields.line_of(key), f"'{text}' is no place", hint)
            )
        return "", "", ""
    first, last = match["first"], f"p{match['last']}" if match["last"] else match["first"]
    if int(last[1:]) < int(first[1:]):
        message = f"'{text}' ends before it begins"
        fields.problems.append(
            Problem("bad-place", fields.path, fields.line_of(key), message, "write the lower number first")
        )
    return match.groupdict().get("source") or "", first, last


def _source_faults(fields: Fields, to_source: str, source: str, sources: Collection[str]) -> tuple[Problem, ...]:
    """Report a target that is no source, or the one that links."""
    line = fields.line_of("to")
    if to_source == source:
        hint = "a cross-reference leads to another source: name a ¶ of one"
        return (Problem("own-source", fields.path, line, f"the link leads to '{source}' itself", hint),)
    if to_source and to_source not in sources:
        others = [one for one in sources if one != source]
        hint = did_you_mean(to_source, others, "the sources are the records sources/*.yml")
        return (Problem("unknown-source", fields.path, line, f"no source '{to_source}'", hint),)
    return ()


def _forbids(fields: Fields) -> bool:
    """Read `forbid`, which stands for itself: a link that is not made has no relation, no reason, no sentence."""
    forbid = fields.flag("forbid")
    named = "' and '".join(key for key in IDLE_IF_FORBIDDEN if key in fields.mapping)
    line = fields.line_of("forbid")
    if forbid is False:
        message, hint = "'forbid: false' says nothing", "leave it out: what is not forbidden is made"
        fields.problems.append(Problem("idle-key", fields.path, line, message, hint))
    elif forbid and named:
        message = f"a link that is forbidden has no use for '{named}'"
        hint = "leave out what is idle; a reason not to link may stand behind a '#'"
        fields.problems.append(Problem("idle-key", fields.path, line, message, hint))
    # What was meant by a `forbid` of the wrong type is not known, and no ground to ask for more.
    return "forbid" in fields.mapping and forbid is not False


def _run(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last[1:]}"


def _target(link: SeeLink) -> str:
    return f"{link.to_source}#{_run(link.to_first, link.to_last)}"
