"""Words that tell what a name is the name of, and those that make no term."""

from __future__ import annotations

from florilegium.model import IndexTermKind
from florilegium.sentences import OPENERS

LAWS = """
    accord accords act agreement agreements amendment bill charter code constitution convention conventions covenant
    declaration directive law pact protocol protocols regulation resolution statute treaties treaty
"""
INSTITUTIONS = """
    academy administration agency alliance army assembly association authority bank board bureau caucus center centre
    chamber coalition college commission committee community company conference congress corporation corps council court
    department federation force forces foundation fund government group house institute institution league library
    ministry movement museum network observatory office organisation organization parliament party police press
    secretariat senate service society tribunal union university watch
"""
EVENTS = """
    attack attacks coup crisis famine games genocide holocaust intervention invasion massacre olympics pandemic revolt
    revolution riots spring summit uprising war wars
"""
PLACES = "city county island islands peninsula province republic river sea strait straits"
KINDS: dict[IndexTermKind, frozenset[str]] = {
    "law": frozenset(LAWS.split()),
    "institution": frozenset(INSTITUTIONS.split()),
    "event": frozenset(EVENTS.split()),
    "place": frozenset(PLACES.split()),
}
"""By the last word of a name, or the last before `of` and the like, what it names."""
HEADS = frozenset(word for words in KINDS.values() for word in words) | frozenset(
    "action agenda campaign doctrine initiative mission plan policy program programme project strategy".split()
)
"""Words that head a name, whether or not they tell what it names."""
TITLES = frozenset(
    """
    president secretary senator representative congressman congresswoman ambassador premier minister chancellor governor
    mayor king queen prince princess pope general admiral colonel judge justice chairman chairwoman commissioner
    prosecutor rapporteur director leader prof professor dr mr mrs ms sir
    """.split()
)
"""Before the name of a person."""
QUALIFIERS = frozenset(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest central latin new
    great upper lower middle saint san former
    """.split()
)
"""At the beginning of names of places, not of people."""
PARTICLES = frozenset("al bin bint da de del della den der di dos du el ibn la le ten ter van von".split())
"""Inside the name of a person, in small letters."""
NUMBERED = frozenset("agenda article chapter directive order protocol regulation resolution section title".split())
"""Before a number that belongs to the name."""
COMPOUNDED = frozenset("born built era held led like made nine run said style type wide".split())
"""After a hyphen, what is no syllable of a name."""
DATES = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""With a capital, and no name."""
FUNCTION_WORDS = OPENERS | frozenset(
    """
    about above across again against ago alike almost along alongside already also always am amid among amongst any
    anyone anything are around as aside be became become becomes been being below beneath beside besides better can
    cannot certain could did do does doing done down due either else enough especially even ever every everyone
    everything few forth further generally get got had has have having hence her hers herself him himself how i ii iii
    in including include includes included into is itself just largely least less let like likely made mainly make makes
    making may me might mine more moreover mostly much must myself near nearly neither never next nothing off often
    oftentimes one ones onto other others otherwise ought ourselves out over overall own particularly per perhaps quite
    rather really same seem seems several shall should simply sometimes somewhat soon still subsequently such take taken
    takes than that theirs them themselves thereby though throughout together too toward towards two three underneath
    unless unlike up upon us used using usually various versus very via was way ways well were whatever whenever whereas
    whereby wherein wherever whichever whom whose will would yes yourself s t d ll re ve
    """.split()
)
"""What no term begins or ends with in small letters."""
INSIDE = frozenset("of to for the and in on against from by".split())
"""Function words that may stand inside a term: `rule of law`."""
