"""No recipe waits for what an entry can never say: a type that is none of ours, a variable that no item has."""

from __future__ import annotations

import pytest

from florilegium import bibliography
from florilegium.bibliography import vocabulary
from florilegium.exports import ris_vocabulary as ris
from florilegium.model import Reference
from florilegium.pages.coins import form_of
from florilegium.pages.head import PAGES, RECIPES
from florilegium.pages.saved_work import DOCUMENT, ITEM_TYPES


def full(entry_type: str, subtype: str, left_out: str) -> Reference:
    """Return an entry that says all there is to say, but for a field in whose place another one is taken."""
    values = dict.fromkeys(vocabulary.FIELDS, "Words")
    values |= dict.fromkeys(vocabulary.DATE_FIELDS, "2020-01-02") | dict.fromkeys(vocabulary.NAME_FIELDS, "Power, Sam")
    values |= {"entrysubtype": subtype, left_out: ""}
    return Reference("key", entry_type, tuple((name, value) for name, value in values.items() if value), 1)


def said() -> dict[str, set[str]]:
    """Return by CSL type the variables that an item of it may have."""
    found: dict[str, set[str]] = {}
    for entry_type in vocabulary.TYPES:
        for subtype in ("", *vocabulary.SUBTYPES.get(entry_type, ())):
            for left_out in ("", "journaltitle"):
                item = bibliography.csl_item(full(entry_type, subtype, left_out))
                found.setdefault(str(item["type"]), set()).update(item)
    return found


SAID = said()
OF_ITEM_TYPE = {
    item_type: set[str]().union(*(SAID[one] for one in SAID if ITEM_TYPES.get(one, DOCUMENT) == item_type))
    for item_type in RECIPES
}


def test_every_type_named_is_one_of_ours() -> None:
    assert set(ITEM_TYPES) <= set(SAID)
    assert set(ris.TYPES) <= set(SAID)
    assert set(ris.FIELDS) | set(ris.EDITORS) <= set(ris.TYPES.values())


@pytest.mark.parametrize("item_type", RECIPES)
def test_every_variable_in_a_recipe_of_a_page_head_is_one_that_its_type_has(item_type: str) -> None:
    wanted = {one for _, variables in RECIPES[item_type] for one in variables.split()}
    assert wanted | set(PAGES.get(item_type, "").split()) <= OF_ITEM_TYPE[item_type]


@pytest.mark.parametrize("item_type", RECIPES)
def test_every_variable_in_a_recipe_of_a_span_is_one_that_its_type_has(item_type: str) -> None:
    form = form_of(item_type)
    wanted = {one for _, variables in (*form.titles, *form.parts) for one in variables.split()}
    # Works on the web that are taken for articles share a recipe with those of journals.
    assert wanted <= OF_ITEM_TYPE[item_type]


@pytest.mark.parametrize("ris_type", ris.FIELDS)
def test_every_variable_with_a_tag_of_ris_is_one_that_its_type_has(ris_type: str) -> None:
    own = set[str]().union(*(SAID[one] for one, written in ris.TYPES.items() if written == ris_type))
    assert {*ris.ALWAYS, *ris.FIELDS[ris_type]} <= own
