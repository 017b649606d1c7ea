from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from florilegium.bibliography.latex import ACCENTS, NAMED, commands, decode

READ = {
    r"{\'e}": "é",
    r"\'e": "é",
    r"\'{e}": "é",
    r"\' e": "é",
    r"{\c{c}}": "ç",
    r"\c c": "ç",
    r"fa\c{c}ade": "façade",
    r"na{\"\i}ve": "naïve",
    r"Asl{\i}": "Aslı",
    r"{\O}zg{\"u}r": "Øzgür",
    r"\o{}re": "øre",
    r"Stra\ss e": "Straße",
    r"{\L}\'od\'z": "Łódź",
    r"{\'E}cole {NATO}": "École {NATO}",
    r"{{\'E}cole} {NATO}": "{École} {NATO}",
    r"``War'' and `Peace'": "“War” and ‘Peace'",
    r"AT\&T, 5\%, \$2, C\#, a\_b": "AT&T, 5%, $2, C#, a_b",
    r"Smith~Jr.": "Smith Jr.",
    r"mul\-ti": "multi",
    r"shelf\/ful": "shelfful",
    r"5\,000": "5\u202f000",
    "68--76": "68--76",
    "it's": "it's",
}


@pytest.mark.parametrize("given_text", READ)
def test_accents_and_signs_become_letters_and_protecting_braces_stay(given_text: str) -> None:
    assert decode(given_text) == READ[given_text]
    assert commands(decode(given_text)) == ()


@pytest.mark.parametrize("text", [r"\emph{x}", r"\textbf{x}", r"\url{x}", r"x\\y", r"\{", r"$\alpha$", "x\\"])
def test_a_command_that_is_not_known_stays_and_is_named(text: str) -> None:
    assert commands(decode(text)) != ()


@pytest.mark.parametrize("accent", ACCENTS)
def test_each_accent_is_read_however_it_is_braced(accent: str) -> None:
    forms = (rf"\{accent}{{e}}", rf"{{\{accent}{{e}}}}", rf"{{\{accent} e}}")
    assert len({decode(form) for form in forms}) == 1
    assert commands(decode(forms[0])) == ()
    assert "{" not in decode(forms[0])


@pytest.mark.parametrize("name", sorted(set(NAMED) - {"textbackslash"}))
def test_each_named_letter_is_read_alone_and_before_a_word(name: str) -> None:
    assert decode(rf"{{\{name}}}x") == decode(rf"\{name}{{}}x") == decode(rf"\{name} x") == f"{NAMED[name]}x"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="\\`~'")))
def test_a_text_without_latex_stays_as_it_is(text: str) -> None:
    assert decode(text) == text
