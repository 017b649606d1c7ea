"""Blocks and notes to Markdown: with their ids, their markers, and links both ways between marker and note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from florilegium.addresses import addresses
from florilegium.model import Block, Marker, Note
from florilegium.pages.markdown import attribute, escape, escape_cell, escape_piece, with_addresses

DOUBTFUL = "the file leaves its place in doubt"


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a page of the original is marked in a block."""

    page: int
    offset: int
    """Characters into the text of the block."""
    said: str
    """What the mark means, in plain text."""
    continued: bool = False
    """Whether the page began before what is shown here."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block is set on a page: what stands beside its words."""

    classes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Markdown that follows its number: the themes under which it stands."""
    page_marks: tuple[PageMark, ...] = ()
    home: str = ""
    """Link to the page where its address is permanent, if that is another page."""
    framing: bool = False
    """Whether it only frames others: then it has no id here, and its notes are at home."""
    cite: str = ""
    """Link to the page that says how to cite it, if the way there stands beside it."""


PLAIN = Setting()
COMMENTARY = '<span class="commentary-mark">Commentary: no work cited</span>'


@dataclass(frozen=True, slots=True)
class WorkLink:
    """A work named in a note, and the way to its entry."""

    start: int
    """Offset into the text of the note of the words that become the link."""
    end: int
    """After them; the same where an editor names a work for which the note has no words."""
    target: str
    label: str
    """How the work is named in short, in plain text."""


def cite_link(target: str, cited: str, name: str, said: str = "Cite") -> str:
    """Return the way to citing something: a link to the page that says how, which a script answers where it stands.

    `cited` tells the script what: the id of a ¶ or note, the first and last of a passage, `text`, `work` or `page`.
    """
    label = "" if said.endswith(name) else f" aria-label={attribute(f'{said} {name}')}"
    return f'[{said}]({target}){{: .cite data-cite="{cited}"{label} }}'


def marker_id(note: str) -> str:
    """Return the id of the marker of a note: `m12`. A note has one marker."""
    return f"m{note}"


def block_markdown(block: Block, setting: Setting = PLAIN) -> str:
    """Return a block as Markdown, blank lines around it left to the caller."""
    if block.kind not in ("paragraph", "list_item", "table"):
        breaks = "".join(f"{_page_mark(mark)}\n{{: .page-break }}\n\n" for mark in setting.page_marks)
        return breaks + _not_numbered(block, setting)
    number = f"[¶ {block.id[1:]}]({setting.home}#{block.id}){{: .paragraph-number }}"
    cite = [cite_link(setting.cite, block.id, f"paragraph {block.id[1:]}")] if setting.cite else []
    beside = " ".join((number, *setting.labels, *cite))
    number = f'<span class="margin">{beside}</span> '
    names = [f".{name}" for name in setting.classes]
    identity = [] if setting.framing else [f"#{block.id}"]
    attributes = f"{{: {' '.join((*identity, *names))} }}" if identity or names else ""
    if block.kind == "table":
        breaks = "".join(f"{_page_mark(mark)} " for mark in setting.page_marks)
        rows = "\n".join("| " + " | ".join(row) + " |" for row in _cells(block, setting))
        head, _, body = rows.partition("\n")
        rule = "|" + " --- |" * max(len(row) for row in block.rows)
        opening = "<div" + (f' id="{block.id}"' if identity else "")
        opening += f' class="{" ".join(("table", *setting.classes))}" markdown="1">'
        return f"{opening}\n\n{number}{breaks}\n\n{head}\n{rule}\n{body}\n\n</div>"
    text = _set(block.text, block.markers, setting)
    if block.kind == "list_item":
        label = f"{block.label[:-1]}." if block.ordered else "-"
        return f"{label} {number}{text}\n    {attributes}"
    return f"{number}{text}\n{attributes}"


def blocks_markdown(blocks: Iterable[tuple[Block, Setting]]) -> str:
    """Return blocks as Markdown; neighbouring items of one list make one list."""
    pieces: list[str] = []
    before: Block | None = None
    for block, setting in blocks:
        if before is not None:
            pieces.append(_between(before, block))
        pieces.append(block_markdown(block, setting))
        before = block
    return "".join(pieces)


def _between(before: Block, block: Block) -> str:
    """Return what stands between two blocks: two lists side by side need a comment, or they would be counted as one."""
    if before.kind != "list_item" or block.kind != "list_item":
        return "\n\n"
    counts_on = not block.ordered or int(block.label[:-1]) == int(before.label[:-1]) + 1
    return "\n" if before.ordered == block.ordered and counts_on else "\n\n<!-- another list -->\n\n"


def notes_markdown(notes: Iterable[Note], works: Mapping[str, Sequence[WorkLink]] | None = None, cite: str = "") -> str:
    """Return notes as Markdown, each with its printed number, the way back to its marker, and links to its works.

    `works` has the links of each note by its number; without it nothing is said of works. `cite` is a link to the page
    that says how to cite one.
    """
    return "\n\n".join(_note(note, None if works is None else works.get(note.number, ()), cite) for note in notes)


def cited_notes(notes: Iterable[Note], blocks: Iterable[Block]) -> tuple[Note, ...]:
    """Return the notes whose markers stand in the given blocks."""
    numbers = {marker.note for block in blocks for marker in block.markers}
    return tuple(note for note in notes if note.number in numbers)


def _not_numbered(block: Block, setting: Setting) -> str:
    """Return a block that holds none of the author's own text, or none of its own."""
    text = _set(block.text, block.markers, PLAIN)
    names = [f".{name}" for name in setting.classes]
    if block.kind == "heading":
        return f"{'#' * (block.level or 2)} {text} {{: #{block.id} }}"
    if block.kind == "pull_quote":
        quoted = " ".join((".pull-quote", *names))
        return f"> {escape(block.text)}\n> {{: #{block.id} {quoted} title={attribute('Set again for display')} }}"
    told = " ".join((f"#{block.id}", f".{block.kind.replace('_', '-')}", *names))
    return f"{escape(block.text)}\n{{: {told} }}"


def _set(text: str, markers: Sequence[Marker], setting: Setting, start: int = 0) -> str:
    """Escape a text and put in its markers and page marks, whose offsets are counted from `start` before it."""
    notes_at = setting.home if setting.framing else ""
    inserted = [(marker.offset - start, _marker(marker, notes_at)) for marker in markers]
    for mark in setting.page_marks:
        at = mark.offset - start
        # Between words the mark has a space of its own; in a word it has none, and the word stays one.
        inserted.append((at, _page_mark(mark) + (" " if at == 0 or text[at - 1 : at] == " " else "")))
    pieces, at = [], 0
    for offset, markdown in sorted(inserted, key=lambda one: one[0]):
        pieces += [escape_piece(text[at:offset]), markdown]
        at = offset
    return "".join((*pieces, escape_piece(text[at:])))


def _cells(block: Block, setting: Setting) -> list[list[str]]:
    """Return the cells of a table with their markers; its text is its cells, a space between them."""
    beside = Setting(home=setting.home, framing=setting.framing)
    rows: list[list[str]] = []
    start = 0
    for row in block.rows:
        rows.append([])
        for cell in row:
            own = [marker for marker in block.markers if cell and start < marker.offset <= start + len(cell)]
            rows[-1].append(_set(cell, own, beside, start) if cell else escape_cell(cell))
            start += len(cell) + 1 if cell else 0
    # A cell beyond the head of its table would not be shown.
    width = max(len(row) for row in rows)
    return [row + [escape_cell("")] * (width - len(row)) for row in rows]


def _note(note: Note, works: Sequence[WorkLink] | None, cite: str) -> str:
    back = (
        f"[{note.number}](#{marker_id(note.number)})"
        f'{{: .note-number role="doc-backlink" aria-label="Back to the marker of note {note.number}" }}'
    )
    commentary = works is not None and not works
    said = f" {COMMENTARY}" if commentary else ""
    kind = " .commentary" if commentary else ""
    way = f" {cite_link(cite, note.id, f'note {note.number}')}" if cite else ""
    return f"{back} {_with_works(note.text, works or ())}{said}{way}\n{{: #{note.id} .note{kind} }}"


def _with_works(text: str, works: Sequence[WorkLink]) -> str:
    """Return the text of a note with its addresses and works as links; a work without words of its own follows it."""
    pieces, at = [], 0
    for work in sorted(works, key=lambda one: one.start):
        if work.start < at or work.start == work.end:
            continue
        title = f"[{escape(text[work.start : work.end])}]({work.target}){{: .work }}"
        pieces += [_addressed(text[at : work.start]), title]
        at = work.end
    pieces.append(_addressed(text[at:]))
    wordless = (work for work in works if work.start == work.end)
    pieces += [f" [{escape(work.label)}]({work.target}){{: .work .named-by-editor }}" for work in wordless]
    return "".join(pieces)


def _addressed(piece: str) -> str:
    """Return a part of a note with its addresses as links, the spaces at its ends kept."""
    words = piece.strip(" ")
    before, _, after = piece.partition(words) if words else (piece, "", "")
    return f"{before}{with_addresses(words, addresses(words))}{after}"


def _marker(marker: Marker, home: str) -> str:
    """Return a marker; beside a block that is not at home, a plain link to the note where it is."""
    doubt = f" title={attribute(f'Note {marker.note}: {DOUBTFUL}')}" if marker.doubtful else ""
    kind = ".doubtful " if marker.doubtful else ""
    role = "" if home else f'#{marker_id(marker.note)} role="doc-noteref" '
    return f'<sup>[{marker.note}]({home}#n{marker.note}){{: {kind}{role}aria-label="Note {marker.note}"{doubt} }}</sup>'


def _page_mark(mark: PageMark) -> str:
    shown = f"\\[p. {mark.page}, continued\\]" if mark.continued else f"\\[p. {mark.page}\\]"
    return f'<span class="page-mark" title={attribute(mark.said)}>{shown}</span>'
