"""Types and tags of RIS, by the types and variables of CSL: only those that citation managers read as what they are."""

from __future__ import annotations

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "song": "SOUND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
OTHER_TYPE = "GEN"
"""There is no better: Zotero reads it as an article of a journal, whatever we do."""

ALWAYS = {
    "title": "TI",
    "title-short": "ST",
    "abstract": "AB",
    "DOI": "DO",
    "URL": "UR",
    "language": "LA",
    "note": "N1",
}
PUBLISHED = {"publisher": "PB", "publisher-place": "CY"}
ARTICLE = {"container-title": "T2", "volume": "VL", "issue": "IS", "ISSN": "SN", "page": "SP"}
ON_THE_WEB = {"container-title": "T2", "genre": "M3", **PUBLISHED}
LAW = {"container-title": "T2", "number": "M1"}
FIELDS = {
    "BILL": {**LAW, "publisher": "T3"},
    "BLOG": ON_THE_WEB,
    "BOOK": {
        "collection-title": "T2",
        "collection-number": "M1",
        "volume": "VL",
        "number-of-volumes": "NV",
        "edition": "ET",
        "number-of-pages": "SP",
        "ISBN": "SN",
        **PUBLISHED,
    },
    "CASE": {"publisher": "PB", "volume": "VL", "page": "SP"},
    "CHAP": {
        "container-title": "T2",
        "collection-title": "T3",
        "volume": "VL",
        "edition": "ET",
        "page": "SP",
        "ISBN": "SN",
        **PUBLISHED,
    },
    "CONF": {"container-title": "T2", "collection-title": "T3", "page": "SP", "ISBN": "SN", **PUBLISHED},
    "ELEC": ON_THE_WEB,
    "HEAR": {"number": "M1", **PUBLISHED},
    "JOUR": {**ARTICLE, "collection-title": "T3"},
    "MGZN": ARTICLE,
    "NEWS": {**ARTICLE, "edition": "ET", "publisher-place": "CY"},
    "RPRT": {"collection-title": "T2", "number": "SN", "genre": "M3", "page": "SP", **PUBLISHED},
    "STAT": LAW,
    "THES": {"genre": "M3", "number-of-pages": "SP", **PUBLISHED},
}
"""The tag of each CSL variable, by RIS type. What is not here has no tag that is read as what it is."""
OTHER_FIELDS = {"container-title": "T2", "volume": "VL", "issue": "IS", "edition": "ET", "page": "SP", **PUBLISHED}
"""Of the types that stand for themselves less often."""

EDITORS = {"CHAP": "A2", "CONF": "A2", "JOUR": "A2", "BOOK": "A3"}
EDITOR = "ED"
"""Where `A2` is no editor, but that of a series, or a sponsor."""
