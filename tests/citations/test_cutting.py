"""Notes to citations: each work named is cut out with its title, and remarks are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from florilegium.citations.cutting import cut_note
from florilegium.citations.printed_dates import access_date, printed_date


def titles(text: str) -> list[str]:
    return [text[slice(*cut.title)] for cut in cut_note(text)]


def words(text: str) -> list[str]:
    return [text[cut.start : cut.end] for cut in cut_note(text)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Hart, Ann. “A Long Peace.” The Review, May 2, 2020. https://a.org/x/.", ["A Long Peace"]),
        ("See, e.g., Hart, Ann. “A Long Peace.” Survival, vol. 4, no. 2, 1999. 102–23.", ["A Long Peace"]),
        ("“Army Enters Town.” BBC News, May 2, 2020. https://a.org/x.", ["Army Enters Town"]),
        ("Hart, Ann. A Long Peace: Of War. New York. Verso, 2020.", ["A Long Peace: Of War"]),
        ("Ann Hart, A Long Peace (New York: Verso, 2020), 23.", ["A Long Peace"]),
        ("Ann Hart, “Long Peace,” Survival 41, no. 3 (1999): 5–9.", ["Long Peace"]),
        ("See United Nations Charter, Article 2, Clause 4, and Article 51.", ["United Nations Charter"]),
        ("Hart, A. (2002), A Long Peace: Of War, New York: Verso.", ["A Long Peace: Of War"]),
        ("Hart, A. and Lee, B. (2002), ‘A People’s Peace’, The Times, 5 May 2002.", ["A People’s Peace"]),
        (
            "Hart, A. (2020), ‘First; Second; and Third’, 23 May 2020, (accessed 1 Oct. 2020).",
            ["First; Second; and Third"],
        ),
        ("Hart (2020), ‘One’s ‘Nested’ Label, and More’, Times.", ["One’s ‘Nested’ Label, and More"]),
        ("Hart, A. (2020), An Unquoted Title’, 14 July 2020.", ["An Unquoted Title"]),
        ("(2020), ‘S.37 – An Unclosed Act of 2020, 116th Congress, 17 June 2020.", ["S.37 – An Unclosed Act of 2020"]),
        (
            "Hart, A. (2019), Huawei and Its Kin, the Tech Giants: A View, (accessed 1 Oct. 2020).",
            ["Huawei and Its Kin, the Tech Giants: A View"],
        ),
        (
            "Lee, Ann. “Russia’s “Special Operation” and the Right.” The Institute, 2022.",
            ["Russia’s “Special Operation” and the Right"],
        ),
        ("Hart. “A Long Peace.”", ["A Long Peace"]),
        ("Hart, “A Long Peace.”", ["A Long Peace"]),
    ],
)
def test_the_title_of_a_citation_is_found_in_its_shape(text: str, cited: list[str]) -> None:
    assert titles(text) == cited


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "Hart, Ann. “One.” Survival, 1999. https://a.org; on that question, see Lee, Bo. “Two Wars.” Review, 2001.",
            ["Hart, Ann. “One.” Survival, 1999. https://a.org", "Lee, Bo. “Two Wars.” Review, 2001"],
        ),
        (
            (
                "Hart, Ann. “One Peace.” Survival, 1999. https://a.org. The meeting that followed the war in 1999 "
                "confirmed this view. See Lee, Bo. “Two Wars.” Review, 2001. The authors address the failure to act."
            ),
            ["Hart, Ann. “One Peace.” Survival, 1999. https://a.org", "Lee, Bo. “Two Wars.” Review, 2001"],
        ),
        (
            (
                "The World’s Crises in 2021. Refugee Council, June 1, 2022. https://a.org/b.html. This report examines "
                "neglect. Bo Lee and Ann Hart. “Two Wars.” Review, 2001."
            ),
            [
                "The World’s Crises in 2021. Refugee Council, June 1, 2022. https://a.org/b.html",
                "Bo Lee and Ann Hart. “Two Wars.” Review, 2001",
            ],
        ),
        (
            (
                "The latest round was in May 2020. See Office of War (2020), ‘One; Two’, 3 May 2020, (accessed 1 Oct. "
                "2020); Lee, B. (2020), ‘Three’, Times."
            ),
            ["Office of War (2020), ‘One; Two’, 3 May 2020, (accessed 1 Oct. 2020)", "Lee, B. (2020), ‘Three’, Times"],
        ),
    ],
)
def test_a_note_is_cut_where_one_work_ends_and_not_at_every_semicolon(text: str, cited: list[str]) -> None:
    assert words(text) == cited


@pytest.mark.parametrize(
    "text",
    [
        "The campaign was justified in part by reports that remain contested.",
        "On the “unwilling or unable” doctrine there is no agreement among states.",
        "He called it “A Great Mistake.” Others agreed with him at the time.",
        "In 2002 (2003 in Europe) the rules were changed once more.",
        "",
    ],
)
def test_a_remark_cites_nothing(text: str) -> None:
    assert cut_note(text) == ()


@given(st.text(alphabet="Aab. ,;:“”‘’'\"()2019–&\n", max_size=200))
def test_cuts_stand_in_order_inside_the_note_and_hold_their_titles(text: str) -> None:
    at = 0
    for cut in cut_note(text):
        assert at <= cut.start <= cut.title[0] <= cut.title[1] <= cut.end <= len(text)
        at = cut.end


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Times, May 2, 2020", "2020-05-02"),
        ("Times, 2 Sept. 2020, (accessed 8 Oct. 2021)", "2020-09-02"),
        ("International Security, vol. 26, Spring 2002. 112–142", "2002-21"),
        ("Mother Jones, March–April 2005", "2005-03/2005-04"),
        ("Quarterly, vol. 41, no. 9, 2020. 1575–94", "2020"),
        ("BBC News, May 7, 2001, a report on the 2002 ruling", "2001-05-07"),
        ("(accessed 8 Oct. 2021)", ""),
    ],
)
def test_the_fullest_printed_date_is_read_and_an_access_date_is_none(text: str, date: str) -> None:
    assert printed_date(text) == date


def test_the_access_date_is_read_apart() -> None:
    assert access_date("Times, 2 May 2020, (accessed 8 Oct. 2021).") == "2021-10-08"
