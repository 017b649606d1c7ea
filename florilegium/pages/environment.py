"""The templates, and how a page is made of one."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from florilegium.model import OutputFile
from florilegium.pages.markdown import front_matter

_environment = Environment(
    loader=PackageLoader("florilegium", "templates"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # what a template receives is Markdown already, escaped in pages/markdown.py
)


def page(
    template: str, path: str, metadata: dict[str, object], made_from: tuple[str, ...], **values: Any
) -> OutputFile:
    """Return a page: its metadata, then the template filled with values that are Markdown already."""
    body = _environment.get_template(template).render(**values)
    tidy = re.sub(r"\n{3,}", "\n\n", body).strip("\n") + "\n"
    head = front_matter({**metadata, "generated_from": list(made_from)})
    return OutputFile(path, f"{head}\n{tidy}", made_from)
