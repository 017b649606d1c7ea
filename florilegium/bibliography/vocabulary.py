"""The types, fields and kinds of BibLaTeX that are known, so that a slip in one is a fault and not a loss.

The older names of BibTeX are read as what BibLaTeX made of them. `draft` and `distinctfrom` are fields of ours.
"""

from __future__ import annotations

from collections.abc import Mapping

TYPES = frozenset(
    """article artwork audio book bookinbook booklet collection dataset image inbook incollection inproceedings
    inreference jurisdiction legal legislation letter manual misc movie music mvbook mvcollection mvproceedings
    mvreference online patent performance periodical proceedings reference report review software standard
    suppbook suppcollection suppperiodical thesis unpublished video""".split()
)
OLDER_TYPES: Mapping[str, tuple[str, str]] = {
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "mastersthesis": ("thesis", "mathesis"),
    "phdthesis": ("thesis", "phdthesis"),
    "techreport": ("report", ""),
    "www": ("online", ""),
}
"""Type of BibTeX -> type of BibLaTeX, and the `type` that it implies."""
SUBTYPES: Mapping[str, frozenset[str]] = {
    "article": frozenset({"magazine", "newspaper"}),
    "legislation": frozenset({"bill", "hearing", "regulation", "resolution", "treaty"}),
    "online": frozenset({"blog"}),
}
"""What `entrysubtype` may say; other types have none."""

NAME_FIELDS = frozenset(
    """afterword annotator author bookauthor commentator editor editora editorb editorc foreword holder introduction
    shortauthor shorteditor translator""".split()
)
DATE_FIELDS = frozenset("date eventdate origdate urldate".split())
VERBATIM_FIELDS = DATE_FIELDS | frozenset("distinctfrom doi eprint file related url".split())
"""Dates, addresses and keys: nothing in them is LaTeX (`1850~` is about 1850), and two hyphens are two hyphens."""
FIELDS = (
    NAME_FIELDS
    | VERBATIM_FIELDS
    | frozenset(
        """abstract addendum annotation authortype bookpagination booksubtitle booktitle booktitleaddon chapter draft
        edition editoratype editorbtype editorctype editortype eid entrysubtype eprintclass eprinttype eventtitle
        eventtitleaddon howpublished indextitle institution isan isbn ismn isrn issn issue issuesubtitle issuetitle
        issuetitleaddon iswc journalsubtitle journaltitle journaltitleaddon keywords label langid langidopts language
        library location mainsubtitle maintitle maintitleaddon nameaddon note number options organization origlanguage
        origlocation origpublisher origtitle pages pagetotal pagination part presort publisher pubstate relatedoptions
        relatedstring relatedtype reprinttitle series shorthand shorthandintro shortjournal shortseries shorttitle
        sortkey sortname sortshorthand sorttitle sortyear subtitle title titleaddon type venue version volume
        volumes""".split()
    )
)
OLDER_FIELDS: Mapping[str, str] = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "journal": "journaltitle",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}
"""Field of BibTeX -> field of BibLaTeX; `year` and `month` together are the `date`."""
YEAR_AND_MONTH = ("year", "month")
RELATIONS = frozenset(
    """bytranslator multivolume origpubas origpubin reprintas reprintfrom reprintof reviewof translationas
    translationfrom translationof""".split()
)
"""What `relatedtype` may say."""
INHERITING_FIELDS = frozenset("crossref entryset ids xdata xref".split())
"""By these an entry takes fields from another one. They are not followed."""
MONTHS: Mapping[str, str] = {
    month: f"{number:02}"
    for number, month in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
"""The strings that BibTeX itself defines."""

LANGUAGES: Mapping[str, str] = {
    "american": "en-US",
    "arabic": "ar",
    "australian": "en-AU",
    "austrian": "de-AT",
    "brazilian": "pt-BR",
    "british": "en-GB",
    "bulgarian": "bg",
    "canadian": "en-CA",
    "catalan": "ca",
    "chinese": "zh",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "estonian": "et",
    "finnish": "fi",
    "french": "fr",
    "galician": "gl",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hungarian": "hu",
    "icelandic": "is",
    "irish": "ga",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "latin": "la",
    "latvian": "lv",
    "lithuanian": "lt",
    "macedonian": "mk",
    "naustrian": "de-AT",
    "newzealand": "en-NZ",
    "ngerman": "de",
    "norsk": "nb",
    "norwegian": "no",
    "nswissgerman": "de-CH",
    "nynorsk": "nn",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "serbian": "sr",
    "slovak": "sk",
    "slovene": "sl",
    "slovenian": "sl",
    "spanish": "es",
    "swedish": "sv",
    "swissgerman": "de-CH",
    "thai": "th",
    "turkish": "tr",
    "ukenglish": "en-GB",
    "ukrainian": "uk",
    "usenglish": "en-US",
    "vietnamese": "vi",
}
"""`langid` -> the tag of the language."""
