"""The shapes in which notes of all kinds name works, and the remarks that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from florilegium.citations.cutting import cut_note


def words(text: str) -> list[str]:
    return [text[cut.start : cut.end] for cut in cut_note(text)]


@pytest.mark.parametrize(
    ("text", "authors", "title", "cited"),
    [
        # What follows a title: a number, a page, a chapter
        ("Hart, “Peace and War,” 264.", "Hart", "Peace and War", "Hart, “Peace and War,” 264"),
        ("Hart, “Is It Peace?” pp. 8–9.", "Hart", "Is It Peace?", "Hart, “Is It Peace?” pp. 8–9"),
        ("Lee Institute, “Peace,” 7.", "Lee Institute", "Peace", "Lee Institute, “Peace,” 7"),
        # Short forms without quotation marks
        ("Hart et al., Peace and War, 158.", "Hart et al.", "Peace and War", "Hart et al., Peace and War, 158"),
        ("van der Lee, Who Wins, p. 12.", "van der Lee", "Who Wins", "van der Lee, Who Wins, p. 12"),
        ("See Lee, Two Wars, chap. 2.", "Lee", "Two Wars", "Lee, Two Wars, chap. 2"),
        ("Hart and Lee, Peace, 4. They say so.", "Hart and Lee", "Peace", "Hart and Lee, Peace, 4"),
        ("Hart, Peace and War, 107 (“it is so”).", "Hart", "Peace and War", "Hart, Peace and War, 107"),
        # Imprints, also in prose
        ("Ann Hart et al., eds., Peace (Oxford: Hale, 2012), 9.", "Ann Hart et al., eds.", "Peace", None),
        ("ann hart, Peace Is Near (Oxford: Hale, 2012).", "ann hart", "Peace Is Near", None),
        (
            "On the other side, Bo K. Lee, Two Wars (Oxford: Hale, 2012), is the best history.",
            "Bo K. Lee",
            "Two Wars",
            "Bo K. Lee, Two Wars (Oxford: Hale, 2012)",
        ),
        (
            "As Hart argues in Peace and War (Oxford: Hale, 2012), 7, the case is rare.",
            "",
            "Peace and War",
            "Peace and War (Oxford: Hale, 2012), 7",
        ),
        ("Ann Hart, Peace, vol. 1 (Oxford: Hale, 2012).", "Ann Hart", "Peace", None),
        ("Ann Hart, Peace, (Oxford: Hale, 2012), 3.", "Ann Hart", "Peace", None),
        ("Ann Hart, War, Peace, and Empire (Oxford: Hale, 2012).", "Ann Hart", "War, Peace, and Empire", None),
        ("Hart, Lee, and Fox, War and Peace (Oxford: Hale, 2012).", "Hart, Lee, and Fox", "War and Peace", None),
        ("Congress, Senate, Committee on War, The Cost, 7.", "Congress, Senate, Committee on War", "The Cost", None),
        ("Ann Hart, Peace (Hale University Press, reissue 2005) 12.", "Ann Hart", "Peace", None),
        ("Ann Hart, Peace (Hale Press 2005) 12.", "Ann Hart", "Peace", None),
        ("Papers of the Office, 1969–1976, vol. 2 (Oxford: Hale, 2006).", "", "Papers of the Office, 1969–1976", None),
        # Titles in prose
        (
            "The phrase is from Ann Hart, “Sad Wars,” The Review, May 2, 2010, who has it from Lee.",
            "Ann Hart",
            "Sad Wars",
            "Ann Hart, “Sad Wars,” The Review, May 2, 2010",
        ),
        ("Ann Hart, ‘The Meaning of War’, Survival, 2005, p. 3.", "Ann Hart", "The Meaning of War", None),
        ('Ann Hart, "The "New" War and Us" (PhD diss., Hale, 2019), 4.', "Ann Hart", 'The "New" War and Us', None),
        (
            "Ann Hart (@hart), “It is done!” Twitter, May 8, 2018, https://a.org.",
            "Ann Hart (@hart)",
            "It is done!",
            None,
        ),
        ("Ana Ruiz y Soto, ‘La guerra’, Revista 12 (2015): 5–9.", "Ana Ruiz y Soto", "La guerra", None),
        ("Hale Office, “Ships Named,” press release, May 9, 2022.", "Hale Office", "Ships Named", None),
        ("‘Ships Named’, press release, 9 May 2022.", "", "Ships Named", None),
        ("“Ships Again,” editorial, The Hale Times, May 4, 2019.", "", "Ships Again", None),
        # The year after the authors
        ("Hart, A. (1967). On war: A view. World Review, 19(3), 378–416.", "Hart, A.", "On war: A view", None),
        ("Hart, A. (2018, March 14). On war, and peace. World Review, 4.", "Hart, A.", "On war, and peace", None),
        ("Hart, A. 1999. War: A View. Cambridge: Hale.", "Hart, A.", "War: A View", None),
        ("Hart, Ann. 2011. “War Today.” Review 13 (1): 96–108.", "Hart, Ann.", "War Today", None),
        ("Hart, A. (2016) War: A View. Cambridge: Hale.", "Hart, A.", "War: A View", None),
        ("de Lee, A. (2015), War: A View, Cambridge: Hale.", "de Lee, A.", "War: A View", None),
        ("Ann Hart, “War Today,” Dissent 64, no. 1 (2017), 108–114.", "Ann Hart", "War Today", None),
        ("Hart, A. (2018). War, Peace, and Law. World Review, 4.", "Hart, A.", "War, Peace, and Law", None),
        ('"A Long Peace," Review, 2001, p. 3.', "", "A Long Peace", None),
        # Names turned around, with stops of their own
        (
            "Hart, Ann J. The Wars of Today. Speech at the Institute, March 30, 2016.",
            "Hart, Ann J",
            "The Wars of Today",
            None,
        ),
        ("Hart, Ann, ed. The Makers. Princeton: Hale, 2023.", "Hart, Ann, ed", "The Makers", None),
        (
            "Hart, Ann S., Jr. Does It Matter? A View. Oxford: Hale, 2020.",
            "Hart, Ann S., Jr",
            "Does It Matter? A View",
            None,
        ),
        (
            "Crisis Group. The Pact: A View. Report No. 170. Brussels: Hale, 2016.",
            "Crisis Group",
            "The Pact: A View",
            None,
        ),
        # Laws, cases and documents
        ("Charter of the World, art. 2(4).", "", "Charter of the World", "Charter of the World, art. 2(4)"),
        ("Emergency Powers Act, 50 U.S.C. §§ 1701–1708.", "", "Emergency Powers Act", None),
        ("Trade Act, Pub. L. No. 115-44, 131 Stat. 886 (2017).", "", "Trade Act", None),
        ("Hale v. Reed, 548 U.S. 557, 2006.", "", "Hale v. Reed", "Hale v. Reed, 548 U.S. 557, 2006"),
        ("Hale v. Reed (1952).", "", "Hale v. Reed", "Hale v. Reed (1952)"),
        ("War at Sea (Hale v. Reed, Fox joining), Judgment, p. 1.", "", "War at Sea (Hale v. Reed, Fox joining)", None),
        ("See World Charter, Article 2, and Clause 4.", "", "World Charter", "World Charter, Article 2, and Clause 4"),
        ("Executive Order 14, “Blocking Ships,” April 15, 2021.", "", "Executive Order 14", None),
        ("S/PV.6498, 17 March 2011, p. 4.", "", "S/PV.6498", "S/PV.6498, 17 March 2011, p. 4"),
        ("UN Council, On Peace, War and Law, UN doc. A/63/677, para. 11.", "UN Council", "On Peace, War and Law", None),
        ("Council Decision 2014/145 of 17 March 2014, OJ L 78, p. 16.", "", "Council Decision 2014/145", None),
        ("Resolution 2334 (2016), para. 1.", "", "Resolution 2334", None),
        ("@hart, Post, 26 February 2011.", "@hart", "Post", None),
        ("Hale Council Res. 27/21, U.N. Doc. A/HC/RES/27/21 (May 6, 2014).", "", "Hale Council Res. 27/21", None),
        # Addresses
        (
            "Data from the Hale Base, version 3, available at https://a.org.",
            "",
            "Data from the Hale Base",
            None,
        ),
        ("Hale Ship Base, available at https://a.org.", "", "Hale Ship Base", None),
        ("The data are available at https://a.org/x.", "", "", "https://a.org/x"),
    ],
)
def test_names_title_and_bounds_are_found_in_shapes_of_all_kinds(
    text: str, authors: str, title: str, cited: str | None
) -> None:
    (cut,) = cut_note(text)
    assert (cut.authors, text[slice(*cut.title)], cut.doubtful) == (authors, title, False)
    assert text[cut.start : cut.end] == (cited or text.rstrip("."))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "Ann Hart, Peace (Oxford: Hale, 1970), 79, quoted in Bo Lee, Wars (Oxford: Hale, 2010), 12.",
            ["Ann Hart, Peace (Oxford: Hale, 1970), 79", "Bo Lee, Wars (Oxford: Hale, 2010), 12"],
        ),
        (
            "Ann Hart, “On Peace,” Review (2010): 17–30. Cf. Lee, Two Wars, 88.",
            ["Ann Hart, “On Peace,” Review (2010): 17–30", "Lee, Two Wars, 88"],
        ),
        (
            "Peace Treaty, Article 21, and Treaty on the War, Article 215.",
            ["Peace Treaty, Article 21", "Treaty on the War, Article 215"],
        ),
        (
            "Hart, A. (1996) “Some notes”, Review, p. 7, and Lee, B. (2003) Two Wars, Oxford: Hale.",
            ["Hart, A. (1996) “Some notes”, Review, p. 7", "Lee, B. (2003) Two Wars, Oxford: Hale"],
        ),
        (
            "Dan Fox (2021), “The Paradox,” Review, 17(2); but compare Hart, Ann. “No End.” Monthly, June 2020.",
            ["Dan Fox (2021), “The Paradox,” Review, 17(2)", "Hart, Ann. “No End.” Monthly, June 2020"],
        ),
        (
            "Hart, Ann. Peace. Oxford: Hale, 2009, pp. 12–15. Lee, Bo C. Two Wars. London: Hale, 2006.",
            ["Hart, Ann. Peace. Oxford: Hale, 2009, pp. 12–15", "Lee, Bo C. Two Wars. London: Hale, 2006"],
        ),
        (
            "Bo Lee, War (Oxford, 1999), pp. 14–20; UN doc. S/1999/328.",
            ["Bo Lee, War (Oxford, 1999), pp. 14–20", "UN doc. S/1999/328"],
        ),
        (
            "Hart, Ann. “On Peace.” Review, 2004. Lee, Bo C. Two Wars. London: Hale, 2006.",
            ["Hart, Ann. “On Peace.” Review, 2004", "Lee, Bo C. Two Wars. London: Hale, 2006"],
        ),
        (
            "Ibid., and Hale Ships Act, Pub. L. No. 9-12, 130 Stat. 33 (2016).",
            ["Ibid", "Hale Ships Act, Pub. L. No. 9-12, 130 Stat. 33 (2016)"],
        ),
        ("Ann Hart, “On Peace,” https://a.org/x, 14.", ["Ann Hart, “On Peace,” https://a.org/x"]),
        (
            "Ann Hart, Peace (Cambridge, MA; London: Hale, 1999), 3; Lee, Two Wars, 4.",
            ["Ann Hart, Peace (Cambridge, MA; London: Hale, 1999), 3", "Lee, Two Wars, 4"],
        ),
        (
            "The word is that of the Commission (World Commission (2020), ‘A Plan’, 19 February 2020).",
            ["World Commission (2020), ‘A Plan’, 19 February 2020"],
        ),
    ],
)
def test_two_works_are_cut_apart_at_signals_joints_and_new_authors(text: str, cited: list[str]) -> None:
    assert words(text) == cited


@pytest.mark.parametrize(
    "text",
    [
        "See also chapter 3.",
        "See note 14 above.",
        "See Chapter 3 and Part II.",
        "Cf. the argument in Part II.",
        "For example, Chad in 2012 and Mali in 2014.",
        "The president said in March 1999: “Ending this war is a duty.”",
        "“We have no choice,” he told reporters. “They left us none.”",
        "“Never again”, as the slogan goes, was said in 1945.",
        "The treaty (1999) and the one before it (1987) differ in this.",
        "Interview with the author, Geneva, 12 May 2018.",
        "The talks in Hale, held in secret, opened on 4 May 2020.",
        "They then met again and parted, on the evening of Monday, 4 May 2020.",
        "The Hale Press (founded 1905) and its heirs printed it.",
        "Not all agreed. Chad, Mali, and Niger abstained.",
        "He resigned on 4 March 2003; his successor died on 19 August 2003.",
    ],
)
def test_what_is_said_or_pointed_to_inside_a_paper_is_no_work(text: str) -> None:
    assert cut_note(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "something unread (Lyon, 2002), and more of it",
        "as in the thing,” Survival, and so on",
        "a remark on what they had seen, para. 7",
        "they then decided the matter in Hale v. Reed and elsewhere",
        "it was repeated, op. cit., by all of them",
        "it is in something unread (Hale University Press, second printing 2005) and elsewhere",
        "Papers of the Office, 1969–1976, vol. 12, doc. 5.",
        "@hart, Chirper post, 4 May 2020, 10:02 a.m.",
        "Chirper post by @hart, 4 May 2020, which is gone.",
        "they agreed with him, as did Hart 2009, 45, and the others whom they name",
    ],
)
def test_signs_of_a_work_that_no_rule_reads_are_doubtful_and_not_lost(text: str) -> None:
    cuts = cut_note(text)
    assert cuts
    assert all(cut.doubtful or text[slice(*cut.title)] for cut in cuts)


def test_a_doubtful_citation_keeps_the_bracket_that_is_its_own() -> None:
    assert words("So it was held, in vain, by them (Lyon, 2002).") == ["So it was held, in vain, by them (Lyon, 2002)"]


TOKENS = st.sampled_from(
    '“ ” " ‘ ’ , . ; : ( ) See cf. and Hart, Lee A. “Peace,” (2002) (2002), 2002 1999. (Oxford: Hale, 2002)45 p. Ibid. '
    "idem, ed. et al. v. https://x.y/z accessed 3 May S/RES/1973 art. 2 the who War".split(" ")
)


@given(st.lists(st.tuples(TOKENS, st.sampled_from(["", " ", " ", "; "])), max_size=40))
def test_no_note_makes_cuts_overlap_or_leave_it(tokens: list[tuple[str, str]]) -> None:
    text = "".join(token + space for token, space in tokens)
    at = 0
    for cut in cut_note(text):
        assert at <= cut.start <= cut.title[0] <= cut.title[1] <= cut.end <= len(text)
        assert cut.start < cut.end
        at = cut.end
