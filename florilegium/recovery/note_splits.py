"""Cut notes that were run together, where the record says so; and propose where else.

A full stop inside a note proves nothing: many notes join works by full stop and prose. So a proposal is the cut that
lets every note suit the sentence that cites it: one cut too few and all later notes speak of something else.
"""

from __future__ import annotations

import math
import re
from collections import Counter

from florilegium.model import Repair
from florilegium.problems import Problem
from florilegium.recovery.draft import Draft, Task
from florilegium.recovery.glued_numbers import Candidate
from florilegium.recovery.traced import Traced
from florilegium.recovery.words import plain_words
from florilegium.sentences import sentence_ends

CUT_RE = re.compile(r"(?<=[.)”’])\s+(?=[(“‘A-ZÀ-Þ])")
"""Where a further work may begin: after a stop, before a capital, a bracket or a quotation mark."""
YEAR_SOON_RE = re.compile(r"^.{0,90}\b(?:1[6-9]|20)\d\d\b")
"""A year not far from the beginning, as where a work is named."""
CUT_COST = 1.0
"""What a cut must win in likeness to be proposed before another."""


def split_notes(lines: tuple[Traced, ...], draft: Draft, task: Task) -> tuple[tuple[Traced, ...], Draft]:
    """Cut the lines where the record says that two notes were run together."""
    texts = list(lines)
    for correction in task.corrections:
        if correction.split_from is None:
            continue
        found = [
            (index, match.end())
            for index, text in enumerate(texts)
            for match in re.finditer(r"\s", text.text)
            if text.text[match.end() :].startswith(correction.begins)
        ]
        if len(found) != 1:
            message = f"{len(found)} places in the notes go on with “{correction.begins}”"
            hint = f"copy the words from {task.record.text_path}, enough of them to name one place"
            name = "ambiguous-words" if found else "words-not-found"
            problem = Problem(name, task.record.path, correction.line, message, hint)
            draft = draft.adding(problems=(problem,))
            continue
        index, at = found[0]
        whole = texts[index]
        left, right = whole.cut(0, at).stripped(), whole.cut(at)
        texts[index : index + 1] = [left, right]
        before = whole.text[max(0, at - 30) : at + 30]
        after = left.text[-(min(30, at) - 1) :] + "\n" + right.text[:30]
        draft = draft.adding(repairs=(Repair("split-note", before, after, draft.lines_of(whole)),))
    return tuple(texts), draft


def propose_splits(texts: tuple[Traced, ...], found: tuple[Candidate, ...], draft: Draft) -> tuple[str, ...]:
    """Return the corrections to paste that make as many notes as there are markers, each like its citing sentence."""
    sentences = [_citing_sentence(draft, candidate) for candidate in found]
    missing = len(sentences) - len(texts)
    cuts = [[match.end() for match in CUT_RE.finditer(text.text)] for text in texts]
    weights = _weights([*sentences, *(text.text for text in texts)])
    # best[extra] is the best choice for the notes so far that made `extra` more of them.
    best: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {0: (0.0, ())}
    for index, text in enumerate(texts):
        further: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {}
        for extra, (value, chosen) in best.items():
            here = index + extra
            whole = value + _likeness(text.text, sentences[here], weights)
            _keep_better(further, extra, whole, chosen)
            if extra < missing:
                for cut in cuts[index]:
                    left, right = text.text[:cut], text.text[cut:]
                    cost = CUT_COST if YEAR_SOON_RE.match(right) else 3 * CUT_COST
                    halves = _likeness(left, sentences[here], weights) + _likeness(right, sentences[here + 1], weights)
                    _keep_better(further, extra + 1, value + halves - cost, (*chosen, (index, cut)))
        best = further
    if missing not in best:
        return ()
    proposals = []
    for extra, (index, cut) in enumerate(best[missing][1], start=1):
        number = found[0].number + index + extra
        begins = " ".join(texts[index].text[cut:].split()[:5]).replace('"', '\\"')
        proposals.append(f'{{at: n{number}, begins: "{begins}", split_from: n{number - 1}}}')
    return tuple(proposals)


def _keep_better(
    choices: dict[int, tuple[float, tuple[tuple[int, int], ...]]],
    extra: int,
    value: float,
    chosen: tuple[tuple[int, int], ...],
) -> None:
    if extra not in choices or value > choices[extra][0]:
        choices[extra] = (value, chosen)


def _citing_sentence(draft: Draft, candidate: Candidate) -> str:
    """Return the sentence before a marker."""
    text = draft.parts[candidate.part].text.text
    before = text[: candidate.start]
    start = max((end for end in sentence_ends(before) if end < candidate.start), default=0)
    return before[start:]


def _weights(texts: list[str]) -> dict[str, float]:
    """Weigh each word by its rarity among the notes and sentences."""
    spread = Counter(word for text in texts for word in set(_stems(text)))
    return {word: math.log(len(texts) / count) for word, count in spread.items()}


def _likeness(note: str, sentence: str, weights: dict[str, float]) -> float:
    """Add the weights of the words that a note and a sentence share."""
    return sum(weights[word] for word in set(_stems(note)) & set(_stems(sentence)))


def _stems(text: str) -> list[str]:
    """Return the beginnings of words, so that `sanction` is like `sanctions`."""
    return [word[:6] for word in plain_words(text) if len(word) > 2]
