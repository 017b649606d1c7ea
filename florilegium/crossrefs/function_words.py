"""English words that say nothing of a subject: articles, pronouns, auxiliaries, connectives, and adverbs of degree.

Two texts that share "moreover" and "increasingly" need not speak of the same thing, rare as these words may be in them.
"""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    (
        # articles, pronouns, determiners
        "the this that these those they them their theirs there she her hers him his its our ours you your yours who "
        "whom whose which what whatever whoever itself himself herself themselves ourselves one ones some any each "
        "every either neither both all many much more most few fewer less least several such same other others another "
        "own none nothing something anything everything someone anyone everyone "
        # auxiliaries
        "are was were been being have has had having does did doing done can could may might must shall should will "
        "would cannot don't doesn't didn't isn't aren't wasn't weren't won't "
        # prepositions and conjunctions
        "and but for nor yet not with without within into onto upon from through throughout across along among amongst "
        "amid against about above below beneath beside besides between beyond before after during despite toward "
        "towards under until unless since because although though while whereas whether where wherever when whenever "
        "why how than then thus hence therefore via per off out over down near like unlike except instead rather also "
        "too else even ever never just only very quite still already again once twice here now "
        # connectives and adverbs of degree
        "moreover furthermore however nevertheless nonetheless meanwhile additionally similarly likewise consequently "
        "accordingly finally indeed perhaps maybe often sometimes always usually generally particularly especially "
        "increasingly largely mostly mainly merely simply nearly almost especially directly highly fully further "
        "moving away back forward together away later earlier recently currently today later soon first second third "
        "next last example instance including include includes included "
        # verbs and adjectives of all work
        "make makes made making take takes took taken taking give gives gave given giving get gets got put puts come "
        "comes came coming become becomes became becoming seem seems seemed say says said saying see sees saw seen "
        "use uses used using need needs needed want wants keep keeps kept let lets go goes went gone going remain "
        "remains remained new old good better best great greater large larger small smaller long short high higher low "
        "lower different important significant various certain specific clear able likely way ways thing things part "
        "parts kind kinds case cases fact facts number numbers year years time times"
    ).split()
)
