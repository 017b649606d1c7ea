"""References for tests, made in one line."""

from __future__ import annotations

from florilegium.model import Reference


def reference(entry_type: str = "book", key: str = "work2020", line: int = 1, **fields: str) -> Reference:
    return Reference(key, entry_type, tuple(fields.items()), line)
