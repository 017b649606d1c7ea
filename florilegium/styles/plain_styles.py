"""A CSL style to copies in which works do not influence each other, or only as is said.

Only these let one work change how another prints: telling apart what would read alike, a dash for an author named just
before, numbers of works and of notes, and what was cited soon before. A plain copy has none of them: it takes its
numbers from us. Telling apart compares every work with every other, so that without it time no longer grows with the
square of their number.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

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
PRINTING = (f"{CSL}text", f"{CSL}number")


def plain(csl: str, but: str = "") -> str:
    """Return a style in which works do not influence each other, but by this attribute and those that further it."""
    root = ET.fromstring(csl)
    for element in root.iter():
        for name in [one for one in element.attrib if one.startswith(INFLUENCES) and not (but and one.startswith(but))]:
            del element.attrib[name]
        if _asks_for_others(element):
            # Of no work is this true; what is asked beside it counts as before.
            element.set("variable", f"{element.get('variable', '')} {NOWHERE}".strip())
        if element.tag in PRINTING and element.get("variable") == "citation-number":
            element.set("variable", NUMBER)
    for parent in list(root.iter()):
        for at, child in enumerate(parent):
            if child.tag in PRINTING and child.get("variable") == "first-reference-note-number":
                parent[at] = _first_note(child)
    return ET.tostring(root, encoding="unicode")


def ordering(csl: str) -> str:
    """Return a plain style that prints next to nothing of a work: it brings works into order, and soon."""
    root = ET.fromstring(plain(csl))
    layout = root.find(f"{CSL}bibliography/{CSL}layout")
    if layout is not None:
        layout[:] = [ET.Element(f"{CSL}text", value="one")]
    return ET.tostring(root, encoding="unicode")


def unsorted(csl: str) -> str:
    """Return a style that leaves works in the order given."""
    root = ET.fromstring(csl)
    bibliography = root.find(f"{CSL}bibliography")
    sorting = None if bibliography is None else bibliography.find(f"{CSL}sort")
    if bibliography is not None and sorting is not None:
        bibliography.remove(sorting)
    return ET.tostring(root, encoding="unicode")


def without_letters(csl: str) -> str:
    """Return the style as it is, but without letters after years."""
    root = ET.fromstring(csl)
    for element in root.iter():
        element.attrib.pop(LETTERS, None)
    return ET.tostring(root, encoding="unicode")


def _asks_for_others(element: ET.Element) -> bool:
    """Take out of a condition whether a work must be told apart, or was cited soon before. Say if it asked for it."""
    told_apart = element.attrib.pop("disambiguate", "") != ""
    positions = element.attrib.pop("position", "").split()
    others = [position for position in positions if position != "near-note"]
    if others:
        element.set("position", " ".join(others))
    return told_apart or others != positions


def _first_note(element: ET.Element) -> ET.Element:
    """Let an element print the number we give, but only where the work was cited before."""
    choose = ET.Element(f"{CSL}choose")
    later = ET.SubElement(choose, f"{CSL}if", position="subsequent")
    ET.SubElement(later, element.tag, {**element.attrib, "variable": FIRST_NOTE})
    first = ET.SubElement(choose, f"{CSL}else")
    ET.SubElement(first, element.tag, {**element.attrib, "variable": NOWHERE})
    return choose
