"""The JSON Schemas of the data files, published beside them."""

from __future__ import annotations

from importlib.resources import files

from florilegium.model import OutputFile

SCHEMAS = (
    "florilegium-source-1.json",
    "florilegium-citations-1.json",
    "florilegium-references-1.json",
    "florilegium-terms-1.json",
    "florilegium-cross-references-1.json",
)


def schema_files() -> tuple[OutputFile, ...]:
    """Return each schema as the program holds it."""
    return tuple(
        OutputFile(f"data/schema/{name}", (files("florilegium") / "schemas" / name).read_text(encoding="utf-8"), ())
        for name in SCHEMAS
    )
