"""Leave out what a web page says about itself."""

from __future__ import annotations

import re
from dataclasses import replace

from florilegium.recovery.draft import Draft, Task

CHROME_RE = re.compile(
    r"(?:(?:loading|please wait)\b[\s,.…]*(?:please wait|loading)?[\s.…]*"
    r"|advertisement|skip to (?:main )?content|share (?:this|on)(?: \w+)?|print this page|read more|related articles?"
    r"|subscribe(?: now)?|sign up for our newsletter|back to top|cookie (?:settings|policy)|all rights reserved\.?)",
    re.IGNORECASE,
)
"""What pages say while they load, or to be shared, followed and printed; the whole line must be that."""


def leave_out_boilerplate(draft: Draft, task: Task) -> Draft:
    """Take the page's own words out of the text."""
    kept = tuple(part for part in draft.parts if not CHROME_RE.fullmatch(part.text.text))
    lost = tuple((part.text, "boilerplate") for part in draft.parts if CHROME_RE.fullmatch(part.text.text))
    return replace(draft, parts=kept).adding(left_out=lost)
