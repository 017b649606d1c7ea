"""Texts made up with their truth known: what a typist set, and the file that an extraction would give of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from hypothesis import strategies as st

from florilegium.recovery.widths import width

WORDS = (
    "the a of in and to for by as with state states rights force council treaty people government policy world peace "
    "measures pressure allies court reports trade leaders against between though while because promised refused "
    "answered law-abiding U.S. U.N. G7 5G NATO’s COVID-19 R2P 1990s 2011 $2.5 12 post–war — preëmptive “so-called” "
    "(ideally) Erdoğan’s human long unanimously notwithstanding"
).split()
NOTE, QUOTE = 1.3, 0.6
"""How wide a line of a note and of a pull quote is, in the body's type, against that of the body."""
AFTER = r"\d*"
NAMES = ("Power, Samantha", "Bellamy, Alex", "Odell, R.", "UN News", "Mayer, Jane", "Human Rights Watch")

ALPHABETIC = [word for word in WORDS if word.isalpha()]


def sentence(rng: Random) -> str:
    """A sentence: a capital, some words, a stop."""
    inside = rng.choices(WORDS, k=rng.randint(4, 22))
    last, stop = rng.choice((("peace", "."), ("2011", "."), ("the “war on terror", ".”"), ("(so they say", ").")))
    return " ".join((rng.choice(("The", "In", "Yet", "Some", "If")), *inside, last)) + stop


def headline(rng: Random) -> str:
    """A line that ends no sentence."""
    return " ".join(("What", *rng.choices(("human", "rights", "and", "force", "law"), k=rng.randint(1, 5)), "mean"))


def citation(rng: Random) -> str:
    """A note, perhaps with a year that may begin a line, perhaps with an address."""
    title = " ".join(rng.choices(ALPHABETIC, k=rng.randint(2, 12))).capitalize()
    date = rng.choice(("February 24, 2021", "12 May 2019", "vol. 9, no. 2, 2002. 131–139", "April 17, 2020"))
    path = "-".join(rng.choices(ALPHABETIC, k=rng.randint(1, 16)))
    address = rng.choice(("", f" https://example.org/2020/{path}/.", f" https://example.org/{path}%20x.pdf."))
    return f"{rng.choice(NAMES)}. “{title}.” Journal of Peace, {date}.{address}"


@dataclass(frozen=True)
class Set:
    """A block as its author meant it."""

    kind: str
    sentences: tuple[str, ...]
    notes: dict[int, int] = field(default_factory=dict)
    """By index of a sentence, the number of the note that follows it."""
    label: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True)
class Made:
    """A file and its truth."""

    raw: str
    blocks: tuple[Set, ...]
    quotes: tuple[str, ...]
    notes: tuple[str, ...]
    first: int
    """The number of the first note."""
    drift: bool = False
    ambiguous: bool = False
    """Whether a drifted marker stands behind a figure, so that nobody can tell it from the file."""


def body(rng: Random, first: int, *, most_notes: int) -> tuple[tuple[Set, ...], tuple[str, ...]]:
    """Blocks with their notes: no heading last, none after another."""
    blocks: list[Set] = []
    notes: list[str] = []
    for _ in range(rng.randint(1, 7)):
        if rng.random() < 0.4 and (not blocks or blocks[-1].kind != "heading"):
            blocks.append(Set("heading", (headline(rng),)))
        is_item = rng.random() < 0.2
        texts = tuple(sentence(rng) for _ in range(rng.randint(1 if is_item else 2, 5)))
        cited: dict[int, int] = {}
        for index in range(len(texts)):
            if len(notes) < most_notes and rng.random() < 0.4:
                notes.append(citation(rng))
                cited[index] = first + len(notes) - 1
        blocks.append(Set("list_item" if is_item else "paragraph", texts, cited, "●" if is_item else ""))
    return tuple(blocks), tuple(notes)


def line_text(rng: Random) -> Made:
    """A text with a paragraph a line, its endnotes unnumbered at its end."""
    first = rng.randint(1, 200)
    blocks, notes = body(rng, first, most_notes=12)
    lines: list[str] = []
    quotes: list[str] = []
    for block in blocks:
        label = f"{block.label} " if block.label else ""
        lines.append(label + " ".join(s + str(block.notes.get(i, "")) for i, s in enumerate(block.sentences)))
        if block.kind == "paragraph" and len(block.sentences) > 1 and rng.random() < 0.25:
            quote = rng.choice(block.sentences)
            if len(quote.split()) > 7 and quote not in quotes:
                quotes.append(quote)
                lines.append(quote)
    gap = rng.choice(("\n", "\n\n"))
    return Made(gap.join((*lines, *notes)) + "\n", blocks, tuple(quotes), notes, first)


def wrapped_text(rng: Random) -> Made:
    """A text as extracted from a PDF: wrapped, notes at the foot of each page, markers in place or drifted."""
    drift = rng.random() < 0.5
    blocks, notes = body(rng, 1, most_notes=14)
    measure = rng.randint(24_000, 44_000)
    blocks = tuple(_ending_short(block, measure) for block in blocks)
    lines: list[tuple[str, tuple[int, ...]]] = []
    quotes: list[str] = []
    printed: list[str] = []
    for block in blocks:
        lines.extend(_lines(block, measure, drift=drift))
    page_length = rng.randint(5, 14)
    order = rng.choice(("down", "up", "shuffled"))
    pages = [lines[at : at + page_length] for at in range(0, len(lines), page_length)]
    for page in pages:
        printed_body = [text for text, _ in page]
        quote_at, quote = _quote(rng, blocks, printed_body, quotes, measure)
        page_lines = _apart(printed_body, quote_at, quote, measure, joined=rng.random() < 0.5)
        if quote:
            quotes.append(quote)
        numbers = [number for _, cited in page for number in cited]
        numbers = {"down": numbers[::-1], "up": numbers}.get(order, rng.sample(numbers, len(numbers)))
        foot = [_wrap(f"{number} {notes[number - 1]}", round(NOTE * measure), cut=True) for number in numbers]
        # The foot is apart from the body; its notes are apart from one another.
        page_lines += [line for note in foot for line in ("", *note)]
        if printed:
            page_lines[0] = " " + page_lines[0]
        printed += page_lines
    ambiguous = drift and any(cited and re.search(rf"\d{cited[0]}{AFTER}$", text) for text, cited in lines)
    return Made("\n".join(printed) + "\n", blocks, tuple(quotes), notes, 1, drift, ambiguous)


def _ending_short(block: Set, measure: int) -> Set:
    """Lengthen the last sentence until the last line clearly leaves room, as no typist can be asked to."""
    if block.kind == "heading":
        return block
    while True:
        lines = _wrap(block.text, measure)
        if len(lines) > 1 and width(lines[-1]) <= 0.55 * measure:
            return block
        last = block.sentences[-1]
        stem, dot = (last[:-2], last[-2:]) if last[-2:] in (".”", ").") else (last[:-1], last[-1:])
        block = replace(block, sentences=(*block.sentences[:-1], f"{stem} again{dot}"))


def _lines(block: Set, measure: int, *, drift: bool) -> list[tuple[str, tuple[int, ...]]]:
    """Print a block: each line with the notes that it cites."""
    marked = " ".join(
        said + (f"\0{block.notes[index]}\0" if index in block.notes else "")
        for index, said in enumerate(block.sentences)
    )
    label = f"{block.label} " if block.label else ""
    printed = []
    for line in _wrap(label + marked, measure):
        pieces = line.split("\0")
        cited = tuple(int(number) for number in pieces[1::2])
        drifted = "".join(pieces[0::2]) + "".join(str(number) for number in cited)
        printed.append((drifted if drift else "".join(pieces), cited))
    return printed


def _wrap(text: str, measure: int, *, cut: bool = False) -> list[str]:
    """Fill lines; with `cut`, a web address is cut where a line is full."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        rest = word
        while width((f"{line} {rest}" if line else rest).replace("\0", "")) > measure:
            if cut and "://" in word and (not line or width(f"{line} https://example") < measure):
                start = f"{line} " if line else ""
                fits = max(n for n in range(1, len(rest)) if width(start + rest[:n]) <= measure)
                lines.append(start + rest[:fits])
                rest = rest[fits:]
            else:
                lines.append(line)
            line = ""
        line = f"{line} {rest}" if line else rest
    return [*lines, line]


def _quote(rng: Random, blocks: tuple[Set, ...], lines: list[str], used: list[str], measure: int) -> tuple[int, str]:
    """Choose whether, where and which sentence of this page is set again for display."""
    here = " ".join(lines)
    near = [
        said
        for block in blocks
        if block.kind == "paragraph"
        for said in block.sentences
        if said in here and said not in used and len(_wrap(said, round(QUOTE * measure))) > 1
    ]
    if not near or rng.random() < 0.5:
        return 0, ""
    return rng.randrange(len(lines)), rng.choice(near)


def _apart(body: list[str], quote_at: int, quote: str, measure: int, *, joined: bool) -> list[str]:
    """Set the lines of a page apart, with a pull quote set solid between them, perhaps with the line below it too."""
    lines: list[str] = []
    for index, line in enumerate(body):
        if quote and index == quote_at:
            lines += ([""] if lines else []) + _wrap(quote, round(QUOTE * measure))
            lines += [line] if joined and width(line) > 0.86 * measure else ["", line]
        else:
            lines += ["", line] if lines else [line]
    return lines


def _made(make: Callable[[Random], Made]) -> st.SearchStrategy[Made]:
    # A text is drawn as one number: drawn word by word it would take longer to make than to recover.
    return st.integers(0, 2**32).map(lambda seed: make(Random(seed)))


line_texts = _made(line_text)
wrapped_texts = _made(wrapped_text)
