"""The templates, and how a page is made of one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from florilegium.model import Edition, OutputFile
from florilegium.pages.blocks import cite_link
from florilegium.pages.head import as_metadata, site_page_tags
from florilegium.pages.markdown import front_matter, in_html
from florilegium.pages.places import CITE_PAGE, link

TEMPLATES = Environment(
    loader=PackageLoader("florilegium", "templates"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # what a template receives is Markdown already, escaped in pages/markdown.py
)


def page(
    template: str, path: str, metadata: Mapping[str, Any], made_from: tuple[str, ...], edition: Edition, **values: Any
) -> OutputFile:
    """Return a page: its metadata, then the template filled with values that are Markdown already.

    `metadata` is plain text, with title and description. A page that shows a text has `head_tags` among it, the work
    as which it is saved; any other is saved and cited as a page of this site: by its title, or what is given as
    `cited_as`, which is empty for a page that nobody cites.
    """
    title, description = metadata["title"], metadata["description"]
    cited_as = "" if "head_tags" in metadata else metadata.get("cited_as", title)
    metadata = {name: value for name, value in metadata.items() if name != "cited_as"}
    if "head_tags" not in metadata:
        metadata |= {"head_tags": as_metadata(site_page_tags(cited_as or title, description, edition))}
        made_from = ("mkdocs.yml", *made_from)
    body = TEMPLATES.get_template(template).render(**values)
    if cited_as:
        way = cite_link(link(path, CITE_PAGE), "page", "this page", "Cite this page")
        body += f"\n\n{way}\n{{: .cite-page }}\n"
    tidy = re.sub(r"\n{3,}", "\n\n", body).strip("\n") + "\n"
    # These two the theme prints as they are: a quotation mark would end an attribute, a `<` begin a tag.
    shown = {"title": in_html(title), "description": in_html(description)}
    head = front_matter({**metadata, **shown, "generated_from": list(made_from)})
    return OutputFile(path, f"{head}\n{tidy}", made_from, cited_as)
