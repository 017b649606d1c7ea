"""What the site holds, to what a reader can find: each ¶, note, work, index term and introduction, once.

A search index is made of these records by another program, which knows nothing of texts. So all that it shall find, or
narrow a search by, is said here: also the words by which something is known and which it does not show.
"""

from __future__ import annotations

from collections.abc import Sequence

from florilegium.model import Collection, Introduction, Placed, SearchRecord, SubjectIndex, Works
from florilegium.search.introduced import introduction_record
from florilegium.search.notes import note_records
from florilegium.search.subjects import subject_records
from florilegium.search.texts import text_records
from florilegium.search.works_found import work_records

__all__ = ["search_records"]


def search_records(
    collection: Collection,
    shown: Sequence[Placed],
    introductions: Sequence[Introduction],
    works: Works,
    index: SubjectIndex,
) -> tuple[SearchRecord, ...]:
    """Return all that can be found, in reading order: introductions, texts with their notes, works, index terms.

    `collection` has the references by which the texts may be cited; `shown` is what may be shown of the texts.
    """
    order = [theme.id for theme in collection.themes]
    return (
        *(
            introduction_record(one, collection)
            for one in sorted(introductions, key=lambda one: order.index(one.theme))
        ),
        *(record for one in shown for record in (*text_records(one), *note_records(one))),
        *work_records(collection, shown, works),
        *subject_records(collection, shown, index),
    )
