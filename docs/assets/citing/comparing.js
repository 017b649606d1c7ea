/* A quotation and the sources in which it may stand, to a verdict: exact, differs (with each step from one wording to the
   other), apart (its pieces stand there, and not as one quotation), or absent. Nothing is fetched here and nothing shown.

   A place is {source, kind, text, parts, spans, gaps}: `spans` are [from, to) of the tokens of its text that were found,
   `parts` the blocks over which they run, `gaps` what the source has between them, {kind: "left" or "replaced", at, length}. */
import { compareLooseness, exactly } from "./exact-words.js";
import { nearest } from "./nearest.js";
import { piecesOf } from "./pasted.js";
import { tokensOf, wordsIn } from "./tokens.js";

const PLACES = 4;
/* More pieces than that are looked for as one quotation only. */
const PIECES = 20;
/* A piece of fewer words may stand anywhere. */
const FEW = 4;
/* Where one word ends and the next begins; `well-known` and `U.S.` are one. */
const BETWEEN_WORDS = /[\s\u2013\u2014…]+/u;

/* Return {verdict: "exact", places, numbers, isCut, isOwn}, {verdict: "differs", places, groups, ordered, …}, {verdict:
   "apart", pieces: [{words, result}], isAll} or {verdict: "absent"}. `numbers` are note numbers that were copied along,
   `isOwn` tells of words in brackets, `isMore` of further places. A group, what stands between two omissions, is {yours:
   its tokens, steps}; the steps lead through the text of the first place. Sources are those of `textsOf`; verbatim ones
   come first. */
export function compare(quotation, sources) {
  const inOrder = [...sources].sort((one, other) => one.isParaphrased - other.isParaphrased);
  const exact = exactIn(quotation, inOrder);
  if (exact) return exact;
  const near = inOrder.map((source) => nearest(quotation, source)).filter(Boolean);
  const best = near.length ? near.reduce((one, other) => (other.cost < one.cost ? other : one)) : null;
  const pieces = best?.cost === 0 ? [] : piecesOf(quotation);
  const isCut = pieces.length > 1 && pieces.length <= PIECES;
  if (isCut && pieces.every((piece) => exactIn(piece, inOrder))) return apart(pieces, inOrder);
  if (best) return told("differs", best);
  return isCut && pieces.some((piece) => isFound(piece, inOrder)) ? apart(pieces, inOrder) : { verdict: "absent" };
}

/* Return how many words a quotation has; so many that nothing stands between count as well. */
export function lengthOf(quotation) {
  const spoken = quotation.split(BETWEEN_WORDS).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
  return Math.max(spoken, Math.ceil(wordsIn(tokensOf(quotation)) / 2));
}

/* The nearest pieces first; what may be quoted before a paraphrase. */
function exactIn(quotation, sources) {
  const exact = sources.map((source) => exactly(quotation, source)).filter(Boolean);
  const quotable = exact.filter(({ places: [{ source }] }) => !source.isParaphrased);
  const found = (quotable.length ? quotable : exact).sort((one, other) => compareLooseness(one.looseness, other.looseness));
  if (!found.length) return null;
  const alike = found.filter(({ looseness }) => looseness[0] === found[0].looseness[0] && looseness[1] === found[0].looseness[1]);
  return told("exact", { ...found[0], places: alike.flatMap(({ places }) => places) });
}

function isFound(piece, sources) {
  return wordsIn(tokensOf(piece)) >= FEW && compare(piece, sources).verdict !== "absent";
}

function apart(pieces, sources) {
  const results = pieces.map((words) => ({ words, result: compare(words, sources) }));
  return { verdict: "apart", pieces: results, isAll: results.every(({ result }) => result.verdict !== "absent") };
}

function told(verdict, result) {
  return { ...result, verdict, places: result.places.slice(0, PLACES), isMore: result.places.length > PLACES };
}
