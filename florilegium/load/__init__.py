"""Read what an editor wrote: the one place that reads it from the disk.

All faults of all files are returned together, so that an editor mends them in one go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from florilegium.bibliography import read_references
from florilegium.load.records import read_record
from florilegium.load.site_config import PATH, read_site_config
from florilegium.load.term_file import read_terms
from florilegium.load.theme_files import read_theme
from florilegium.model import CONTEXT, Authority, Collection, Reference, Source, Theme
from florilegium.problems import Problem

TERMS = "terms"
"""Name of the file of terms, `sources/terms.yml`, which is no record."""
RESERVED = frozenset(
    {
        CONTEXT,
        "about",
        "all",
        "assets",
        "bibliography",
        "by-source",
        "check",
        "cite",
        "citing",
        "data",
        "florilegium",
        "index",
        "search",
        "sources",
        "subject-index",
        TERMS,
    }
)
"""Names that the site has for what is its own: pages, folders, and the file of terms beside the records."""
ID_RE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and what is wrong with it."""

    collection: Collection
    problems: tuple[Problem, ...]


def load(root: Path) -> Loaded:
    """Read sources, themes, bibliography and edition below `root`."""
    config, config_problems = _read(root, PATH)
    bib, bib_problems = _read(root, "citations.bib")
    references, reference_problems = read_references(bib)
    themes, theme_problems = _themes(root)
    site, site_problems = read_site_config(config, themes)
    at_fault = {problem.line for problem in reference_problems}
    faulty = {one.key for one in references if not at_fault.isdisjoint(_lines(one))}
    authority, term_problems = _authority(root)
    sources, source_problems = _sources(root, references, themes)
    # A text whose record or work is at fault would only be misread, and hide the fault behind others.
    sources = tuple(source for source in sources if source.reference.key not in faulty)
    # A file that cannot be read has no other fault, and causes none elsewhere.
    if bib_problems:
        source_problems = tuple(one for one in source_problems if one.name != "unknown-reference")
    problems = (
        *(config_problems or site_problems),
        *bib_problems,
        *reference_problems,
        *theme_problems,
        *term_problems,
        *source_problems,
    )
    named = site.named_pages
    return Loaded(Collection(sources, themes, references, site.edition, site.styles, authority, named), problems)


def _lines(reference: Reference) -> range:
    """Return the lines of an entry in citations.bib."""
    return range(reference.line, reference.line + reference.raw.count("\n") + 1)


def _read(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, its line ends as they are; empty where it cannot be read."""
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        hint = f"add the file ({error.strerror})"
        return "", (Problem("missing-file", path, 0, "the file cannot be read", hint),)
    try:
        # A byte order mark is no letter of a text.
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save it as UTF-8; for a text received otherwise, convert a copy and say so in the record"
        return "", (Problem("not-utf8", path, line, f"byte {data[error.start]:#04x} is no UTF-8", hint),)


def _themes(root: Path) -> tuple[tuple[Theme, ...], tuple[Problem, ...]]:
    themes: list[Theme] = []
    problems: list[Problem] = []
    for stem in _stems(root / "sources" / "themes", "md"):
        path = f"sources/themes/{stem}.md"
        text, unread = _read(root, path)
        theme, faults = read_theme(text, stem, path)
        themes.append(theme)
        problems.extend((*_bad_id(stem, path), *(unread or faults)))
    if not themes and not problems:
        hint = "add a file such as sources/themes/sanctions.md"
        problems.append(Problem("no-themes", "sources/themes", 0, "no theme", hint))
    return tuple(sorted(themes, key=lambda theme: (theme.order, theme.id))), tuple(problems)


def _authority(root: Path) -> tuple[Authority, tuple[Problem, ...]]:
    """Read the terms of the subject index, which a collection can do without."""
    path = f"sources/{TERMS}.yml"
    misnamed = _misnamed_terms(root / "sources", path)
    # A link that leads nowhere is in the folder, too, and is a file that cannot be read.
    if TERMS not in _stems(root / "sources", "yml"):
        return Authority(), misnamed
    text, unread = _read(root, path)
    authority, faults = read_terms(text, path, {*_records(root), *_stems(root / "sources", "txt")})
    return authority, (*misnamed, *(unread or faults))


def _misnamed_terms(folder: Path, path: str) -> tuple[Problem, ...]:
    """Report a file of terms with an ending under which nothing reads it."""
    hint = f"rename it to {path}; if there is such a file, move its terms there"
    return tuple(
        Problem("wrong-ending", f"sources/{file.name}", 0, f"the terms are read from {path} alone", hint)
        for file in sorted(folder.glob(f"{TERMS}.*"))
        if file.suffix.lower() in (".yaml", ".yml") and file.stem == TERMS and file.suffix != ".yml"
    )


def _sources(
    root: Path, references: tuple[Reference, ...], themes: tuple[Theme, ...]
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    by_key = {reference.key: reference for reference in references}
    theme_ids = tuple(theme.id for theme in themes)
    sources: list[Source] = []
    problems: list[Problem] = []
    records = _records(root)
    texts = _stems(root / "sources", "txt")
    if not records and not texts:
        hint = "add a text and its record, such as sources/smith-2020.txt and sources/smith-2020.yml"
        problems.append(Problem("no-sources", "sources", 0, "no source", hint))
    problems.extend(_taken(theme.id, theme.path) for theme in themes if theme.id in by_key)
    for source_id in (stem for stem in texts if stem not in records):
        path = f"sources/{source_id}.txt"
        hint = f"write sources/{source_id}.yml: what is known of the text"
        problems.extend(_bad_id(source_id, path) or (Problem("no-record", path, 0, "a text without a record", hint),))
    for source_id in records:
        path = f"sources/{source_id}.yml"
        text, unread = _read(root, path)
        raw, unread_text = _read(root, f"sources/{source_id}.txt")
        record, faults = read_record(text, source_id, path, theme_ids, by_key, {*records, *texts})
        problems.extend((*unread, *unread_text, *(() if unread else faults), *_bad_id(source_id, path)))
        if source_id in theme_ids or source_id in by_key:
            problems.append(_taken(source_id, path))
        if raw.strip() and not faults:
            sources.append(Source(record, by_key[record.reference], raw))
        elif not raw.strip() and not unread_text:
            hint = "copy the text as it was received"
            problems.append(Problem("empty-text", record.text_path, 0, "the text is empty", hint))
    return tuple(sources), tuple(problems)


def _records(root: Path) -> tuple[str, ...]:
    """Return the ids of the records; the file of terms stands among them, and is none."""
    return tuple(stem for stem in _stems(root / "sources", "yml") if stem != TERMS)


def _stems(folder: Path, suffix: str) -> tuple[str, ...]:
    """Return the names of the files of one kind, without the passing files that editing programs hide there."""
    return tuple(sorted(file.stem for file in folder.glob(f"*.{suffix}") if not file.name.startswith(".")))


def _taken(name: str, path: str) -> Problem:
    hint = "source ids, theme ids and citation keys must differ: addresses and citations are made of them"
    return Problem("id-taken", path, 0, f"'{name}' is the id of something else", hint)


def _bad_id(name: str, path: str) -> tuple[Problem, ...]:
    """Report a file name that cannot be an id."""
    if name in RESERVED:
        hint = f"reserved are {', '.join(sorted(RESERVED))}"
        return (Problem("reserved-id", path, 0, f"'{name}' is a name that the site keeps for itself", hint),)
    if not ID_RE.fullmatch(name):
        hint = "use small letters, figures and single hyphens"
        return (Problem("bad-id", path, 0, f"'{name}' cannot be part of an address", hint),)
    return ()
