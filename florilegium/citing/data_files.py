"""Strings by which texts, works and pages are cited, to the files from which scripts of the site read them.

Nobody loads more than is asked for: a file for each text, the works by the first letter of their keys. What is written
here docs/assets/citing/data.js reads.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from florilegium.citing.texts import CitedText, styles_told, text_data, work_data
from florilegium.citing.works import CitedPlaces, CitedWork
from florilegium.model import Collection, OutputFile
from florilegium.pages.previews import shard
from florilegium.pages.views import made_from

FOLDER = "assets/citing"


def data_files(
    texts: Sequence[CitedText],
    works: Mapping[str, CitedWork],
    pages: Mapping[str, CitedWork],
    collection: Collection,
    printed: CitedPlaces,
) -> tuple[OutputFile, ...]:
    """Return a file for each text, those of the works, one of the pages by their addresses, and one of the styles."""
    published = collection.edition.url
    placed = [text.placed for text in texts]
    origins = ("mkdocs.yml", *made_from(collection, placed))
    of_texts = {text.placed.source.reference.key: text.placed.source.record.id for text in texts}
    told: dict[str, dict[str, object]] = {}
    for key in sorted(works):
        work = works[key]
        told.setdefault(shard(key), {})[key] = work_data(work) | {
            "continued": work.continued,
            **({"text": of_texts[key]} if key in of_texts else {}),
        }
    styles = styles_told(collection.styles, next(iter(works.values())))
    common: dict[str, object] = {"published": published, "styles": styles}
    shown = {path: work_data(work) for path, work in pages.items()}
    return (
        *(
            OutputFile(
                f"{FOLDER}/sources/{text.placed.source.record.id}.json",
                _written(text_data(text, collection.styles, published, printed)),
                ("mkdocs.yml", *made_from(collection, [text.placed])),
            )
            for text in texts
        ),
        *(OutputFile(f"{FOLDER}/works/{name}.json", _written(told[name]), origins) for name in sorted(told)),
        OutputFile(f"{FOLDER}/pages.json", _written(common | {"pages": shown}), origins),
        OutputFile(f"{FOLDER}/styles.json", _written(common), ("mkdocs.yml",)),
    )


def _written(told: Mapping[str, object]) -> str:
    """Return JSON that is small, and has a line for each value, so that a difference can be read."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), indent=0) + "\n"
