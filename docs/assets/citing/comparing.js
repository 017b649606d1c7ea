/* A quotation and the sources in which it may stand, to a verdict: exact, differs (with each step from one wording to the
   other), or absent. Nothing is fetched here and nothing shown.

   A place is {source, kind, text, parts, spans}: `spans` are [from, to) of the tokens of its text that were found, `parts`
   the blocks over which they run. */
import { exactly } from "./exact-words.js";
import { nearest } from "./nearest.js";
import { tokensOf, wordsIn } from "./tokens.js";

const PLACES = 4;

/* Return {verdict: "exact", places, numbers, isCut, isOwn}, {verdict: "differs", places, groups, ordered, …} or
   {verdict: "absent"}. `numbers` are note numbers that were copied along, `isOwn` tells of words in brackets. A group, what
   stands between two omissions, is {yours: its tokens, steps}; the steps lead through the text of the first place. Sources
   are those of `textsOf`; verbatim ones come first. */
export function compare(quotation, sources) {
  const inOrder = [...sources].sort((one, other) => one.isParaphrased - other.isParaphrased);
  const exact = inOrder.map((source) => exactly(quotation, source)).filter(Boolean);
  const quotable = exact.filter(({ places: [{ source }] }) => !source.isParaphrased);
  const found = quotable.length ? quotable : exact;
  if (found.length) return told("exact", { ...found[0], places: found.flatMap(({ places }) => places) });
  const near = inOrder.map((source) => nearest(quotation, source)).filter(Boolean);
  if (!near.length) return { verdict: "absent" };
  return told("differs", near.reduce((one, other) => (other.cost < one.cost ? other : one)));
}

/* Return how many words a quotation has. */
export function lengthOf(quotation) {
  return wordsIn(tokensOf(quotation));
}

function told(verdict, result) {
  return { ...result, verdict, places: result.places.slice(0, PLACES) };
}
