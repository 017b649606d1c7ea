"""Tell list items, and take off what the file prints before them.

A bullet is one anywhere. A hyphen is one only where a sentence has ended, a dash or a star only after a colon, for a
sentence may go on with a dash at a line's start. A number is one only where it counts: 1 after a colon or before 2,
then one more each time. `1986. A year` is a sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from florilegium.model import ApparatusKind
from florilegium.recovery.draft import Draft, Part, Task, apparatus_at
from florilegium.sentences import ends_sentence

BULLET_RE = re.compile(r"[●•▪◦‣■□○∙](?=\s)")
DASH_RE = re.compile(r"[-–*](?=\s)")
NUMBER_RE = re.compile(r"(\d{1,2})[.)](?=\s)")


def list_label(text: str, before: str, last: str, after: str = "") -> str:
    """Return the bullet or number with which a list item begins, else nothing.

    `before` is the text above, `last` the label of the item above (empty if that is none), `after` the text below.
    """
    if match := BULLET_RE.match(text):
        return match[0]
    if match := DASH_RE.match(text):
        # A hyphen begins items; a dash or a star more often something else, unless a colon announces it.
        begins = _closes(before) or not before if match[0] == "-" else before.endswith(":")
        return match[0] if last == match[0] or begins else ""
    if match := NUMBER_RE.match(text):
        counted = NUMBER_RE.match(last + " ")
        if counted and int(match[1]) == int(counted[1]) + 1:
            return match[0]
        follows = NUMBER_RE.match(after)
        opens = before.endswith(":") or bool(follows and int(follows[1]) == 2)
        return match[0] if match[1] == "1" and opens else ""
    return ""


def label_kind(label: str) -> ApparatusKind:
    """Return what kind of apparatus a label is."""
    return "list-number" if label[0].isdigit() else "bullet"


def tell_lists(draft: Draft, task: Task) -> Draft:
    """Make the lines of a list its items."""
    parts: list[Part] = []
    apparatus = draft.apparatus
    last = before = ""
    below = [part.text.text for part in draft.parts[1:]] + [""]
    for part, after in zip(draft.parts, below, strict=False):
        label = "" if part.told else list_label(part.text.text, before, last, after)
        # A numbered list goes on after a paragraph that belongs to one of its items.
        before, last = part.text.text, label or (last if NUMBER_RE.match(last + " ") else "")
        if label and len(part.text) > len(label):
            apparatus += apparatus_at(label_kind(label), part.text.cut(0, len(label)))
            text = part.text.cut(len(label)).stripped()
            part = replace(part, kind="list_item", text=text, label=label, told=True)
        parts.append(part)
    return replace(draft, parts=tuple(parts), apparatus=apparatus)


def _closes(text: str) -> bool:
    return ends_sentence(text) or text.endswith((":", ";"))
