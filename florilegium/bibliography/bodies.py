"""An unsigned work of a body, to the place at which a style wants that body: as its author, or as its publisher.

An entry says where a note prints the body. APA has it as author of what it publishes, MLA as publisher of what it
wrote, and both name it once. No processor moves it.
"""

from __future__ import annotations

from collections.abc import Mapping

from florilegium.model import Bodies

WRITTEN = frozenset({"document", "report", "webpage"})
"""The types that a body publishes as its own words. A press, a newspaper or a journal writes nothing that it prints."""
UNSIGNED = WRITTEN | {"book", "pamphlet"}
"""The types that a body may both write and publish."""


def with_body(item: Mapping[str, object], bodies: Bodies) -> dict[str, object]:
    """Return a CSL-JSON item with the body that stands for its author where the style wants it."""
    moved = dict(item)
    place = "container-title" if item["type"] == "webpage" else "publisher"
    if item["type"] not in UNSIGNED or bodies == "as printed":
        return moved
    if bodies == "author" and item["type"] in WRITTEN and not ({"author", "editor"} & item.keys()) and item.get(place):
        moved["author"] = [{"literal": moved.pop(place)}]
    elif bodies == "publisher" and not ({"publisher", "container-title"} & item.keys()):
        match item.get("author"):
            case [{"literal": body}]:
                del moved["author"]
                moved[place] = body
    return moved
