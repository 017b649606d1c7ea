"""Tell the title of the work from what stands before it and around it.

The title is known from the bibliography. Before it a web page may print a number of the chapter, after it the name of
the publisher; paragraphs above it are not the author's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, Part, Task
from florilegium.recovery.traced import Traced

CHAPTER_NUMBER_RE = re.compile(r"(?:chapter\s+)?\d{1,3}[.:]?\s*", re.IGNORECASE)
"""`09 ` or `Chapter 3: `"""
SEPARATOR_RE = re.compile(r"\s+[–—|-]\s+")
"""What a page sets between its title and its publisher: ` – The Times`"""


def tell_title(draft: Draft, task: Task) -> Draft:
    """Make the title a heading of level 1 and what stands before it front matter."""
    for position, part in enumerate(draft.parts):
        found = _title_in(part.text, task)
        if found is None:
            continue
        before, title, after = found
        front = tuple(replace(above, kind="front_matter", told=True) for above in draft.parts[:position])
        heading = Part("heading", title, level=1, told=True)
        left_out = tuple(
            (text, reason)
            for text, reason in ((before, "chapter number before the title"), (after, "publisher after the title"))
            if text.text.strip()
        )
        told = replace(draft, parts=(*front, heading, *draft.parts[position + 1 :]))
        return told.adding(left_out=left_out)
    if not task.title or "title" in task.record.supplied:
        return draft
    message = f"the title “{task.title}” stands nowhere in the text"
    hint = f"if the text shows none, add 'title' to 'supplied:' in {task.record.path}; else mend it in citations.bib"
    return draft.adding(problems=(Problem("title-not-found", task.record.text_path, 0, message, hint),))


def _title_in(text: Traced, task: Task) -> tuple[Traced, Traced, Traced] | None:
    """Cut a text into what stands before the title, the title, and what stands after it; None if it is no title."""
    at = _even(text.text).find(_even(task.title))
    if at == -1 or not task.title:
        return None
    end = at + len(task.title)
    before, after = text.text[:at], text.text[end:]
    if before and not CHAPTER_NUMBER_RE.fullmatch(before):
        return None
    publisher = SEPARATOR_RE.sub("", after, count=1)
    known = {_even(name) for name in task.publishers}
    if after and not (SEPARATOR_RE.match(after) and _even(publisher) in known):
        return None
    return text.cut(0, at).stripped(), text.cut(at, end), text.cut(end).stripped()


def _even(text: str) -> str:
    """Make case and quotation marks alike, of the same length."""
    return text.translate(str.maketrans("‘’“”–—", "''\"\"--")).lower()
