"""A placed source to an account of why its ¶ stand where they stand: terms found, weights, what an editor said."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from florilegium.model import Block, Placed, Placing, Theme
from florilegium.problems import Problem, did_you_mean
from florilegium.themes import ALSO, ALSO_SHARE, ENOUGH, USUAL_WORDS

WIDTH = 100
BY = {"terms": "by its terms", "heading": "by its terms and what stands around it", "editor": "by an editor"}


def explain(
    placed: Sequence[Placed], themes: Sequence[Theme], source: str, paragraph: str | None = None
) -> str | Problem:
    """Return why each ¶ of a source stands where it does, or one of them: `p12`, or `12`."""
    by_id = {one.source.record.id: one for one in placed}
    if source not in by_id:
        hint = did_you_mean(source, by_id, "the sources are the records sources/*.yml")
        return Problem("unknown-source", "sources", 0, f"no source '{source}'", hint)
    one = by_id[source]
    blocks = {block.id: block for block in one.document.blocks}
    wanted = f"p{paragraph.lstrip('p¶ ')}" if paragraph else None
    placings = [placing for placing in one.placings if wanted in (None, placing.block)]
    if not one.placings:
        return Problem("no-paragraph", one.source.record.text_path, 0, "no ¶", "the text has nothing to be placed")
    if not placings:
        hint = f"it has ¶ 1–{len(one.placings)}, written p1 to p{len(one.placings)}"
        return Problem("unknown-place", one.source.record.text_path, 0, f"no ¶ '{paragraph}'", hint)
    text_path = one.source.record.text_path
    weights = {(theme.id, term.text): term.weight for theme in themes for term in theme.terms}
    return "\n\n".join(_paragraph(blocks[placing.block], placing, weights, text_path) for placing in placings)


def _paragraph(block: Block, placing: Placing, term_weights: Mapping[tuple[str, str], float], text_path: str) -> str:
    also = f", also {', '.join(placing.also)}" if placing.also else ""
    differs = placing.by == "editor" and placing.by_terms != placing.theme
    said = f"{BY[placing.by]}; terms alone say {placing.by_terms}" if differs else BY[placing.by]
    lines = [
        f"¶ {block.id[1:]}  {placing.theme}{also}  ({said})",
        f"  {textwrap.shorten(block.text, WIDTH, placeholder=' …')}",
        f"  {text_path}:{block.lines[0][0]}" + (f"  under: {' › '.join(block.headings)}" if block.headings else ""),
    ]
    for weight in sorted(placing.weights, key=lambda one: -one.total):
        if weight.total > 0:
            terms = ", ".join(
                f"{why.term} {term_weights[why.theme, why.term]:g}" + (f" ×{why.count}" if why.count > 1 else "")
                for why in placing.why
                if why.theme == weight.theme
            )
            lines.append(
                f"  {weight.theme:<16} {weight.total:4.1f} = {weight.terms:.1f} terms + {weight.heading:.1f} heading "
                f"+ {weight.neighbours:.1f} around" + (f"   {terms}" if terms else "")
            )
    lines.append(
        f"  {ENOUGH:g} makes a theme the first one. {ALSO:g} of terms alone, and {ALSO_SHARE:.0%} of what it has, "
        f"make a further one.\n  Terms are weighed as in a ¶ of {USUAL_WORDS} words."
    )
    return "\n".join(lines)
