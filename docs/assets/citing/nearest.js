/* The wording of a source that is nearest to a quotation, and each step from the one to the other. */
import { align, costOf, stretches } from "./aligning.js";
import { find, REPLACED } from "./exact-words.js";
import { readings } from "./quotation.js";
import { placeIn } from "./texts.js";
import { wordsIn } from "./tokens.js";

/* Below so many words a quotation is there or it is not: two words that differ in one are other words. */
const FEW = 4;
const SEVERAL = 6;
const MANY = 30;
/* Of many words, so much must be shared; of a few, more. */
const LEAST = 0.5;
const MORE = 0.6;
const MOST = 0.75;
/* Up to so many words at either end may be others. */
const ENDS = 2;
/* A longer quotation is compared with one stretch of a text. */
const LONG = 600;
const STRETCHES = 3;

/* Return {cost, places, groups, ordered, numbers, isCut, isOwn}, or null where nothing is near. */
export function nearest(quotation, source) {
  const reading = readings(quotation, source).at(-1);
  if (!reading) return null;
  let best = [];
  const all = reading.groups.flatMap(({ pieces }) => pieces.flat());
  for (const text of source.texts) {
    if (text.kind === "running" && !hasHeading(all, text)) continue;
    const one = alignedIn(reading.groups, text);
    if (!one || (best.length && one.cost > best[0].cost)) continue;
    best = best.length && one.cost === best[0].cost ? [...best, one] : [one];
  }
  if (!best.length) return null;
  const [{ cost, groups, ordered, text, spans }, ...others] = best;
  const { numbers, isCut, isOwn } = reading;
  // The ¶ stand first, and their repetition with the headings last.
  const also = others.filter(({ text: { kind } }) => kind !== "running").map((one) => placeIn(source, one.text, one.spans));
  const places = [placeIn(source, text, spans), ...also];
  return { cost, places, groups, ordered, numbers, isCut, isOwn };
}

/* Tell whether a heading was copied along with the ¶. */
function hasHeading(tokens, { parts, tokens: theirs }) {
  const heads = parts.flatMap(({ id }, at) => (id.startsWith("h") ? [theirs.filter(({ part }) => part === at)] : []));
  return heads.some((head) => find(head, tokens, 0, tokens.length) >= 0);
}

/* Return {text, cost, spans, groups, ordered} of the nearest wording in a text, or null where it is another one. */
function alignedIn(groups, text) {
  const found = [];
  let from = 0;
  let ordered = true;
  for (const { pieces } of groups) {
    let one = alignedFrom(pieces, text, from);
    const anywhere = from > 0 && one?.cost !== 0 ? alignedFrom(pieces, text, 0) : null;
    if (anywhere && (!one || anywhere.cost < one.cost)) [one, ordered] = [anywhere, false];
    if (!one) return null;
    found.push(one);
    from = one.span[1];
  }
  const sum = (key) => found.reduce((all, one) => all + one[key], 0);
  if (!isNear(sum("shared"), sum("words"), Math.max(...found.map(({ row }) => row)), found.every(({ isWhole }) => isWhole))) return null;
  const told = found.map(({ yours, steps }) => ({ yours, steps }));
  return { text, cost: sum("cost"), spans: found.map(({ span }) => span), groups: told, ordered };
}

/* Few words must be the same; of more, some in a row, and more than half of all. */
function isNear(shared, words, row, isWhole) {
  if (isWhole) return true;
  if (words < FEW) return false;
  if (words < SEVERAL) return shared / words >= MOST && row >= 2;
  return row >= 3 && shared / words >= (words < MANY ? MORE : LEAST);
}

function alignedFrom(pieces, { tokens }, from) {
  const yours = pieces.flat();
  const seams = new Set(pieces.slice(0, -1).map((_, at) => pieces.slice(0, at + 1).flat().length));
  let best = null;
  for (const [start, end] of stretches(yours, tokens, from, { share: LEAST, most: yours.length > LONG ? 1 : STRETCHES })) {
    const { cost, steps } = align(yours, tokens, start, end);
    const freed = ofTheirOwn(steps, seams, tokens);
    if (!best || cost - freed.saved < best.cost) best = { cost: cost - freed.saved, steps: freed.steps };
  }
  return best && measured({ ...best, steps: withEnds(best.steps, yours, tokens) }, yours, tokens);
}

/* A word that is another one at either end has its counterpart in the source beside it; more than two are an addition. */
function withEnds(steps, yours, tokens) {
  const inner = steps.findIndex(([kind]) => kind === "same");
  const last = steps.findLastIndex(([kind]) => kind === "same");
  if (inner < 0) return steps;
  const [before, after] = [steps.slice(0, inner), steps.slice(last + 1)];
  const beside = (near, way) => {
    const missing = near.filter((step) => step[0] === "yours" && wordOf(step, yours, tokens)).length;
    const taken = [];
    let at = steps[way < 0 ? inner : last][1] + way;
    const { part } = tokens[at - way];
    if (missing > ENDS || near.some(([kind]) => kind !== "yours")) return [];
    for (let words = 0; words < missing && tokens[at]?.part === part; at += way) {
      taken.push(["theirs", at]);
      words += tokens[at].isWord ? 1 : 0;
    }
    return way < 0 ? taken.reverse() : taken;
  };
  return [...beside(before, -1), ...steps, ...beside(after, 1)];
}

/* What stands in the source where the quoter has words in brackets is no difference. */
function ofTheirOwn(steps, seams, tokens) {
  let row = 0;
  let saved = 0;
  let replaced = 0;
  const named = steps.map((step) => {
    const [kind, at] = step;
    if (kind !== "theirs") {
      row += 1;
      replaced = 0;
      return step;
    }
    replaced += tokens[at].isWord ? 1 : 0;
    if (!seams.has(row) || replaced > REPLACED) return step;
    saved += costOf(tokens[at]);
    return ["replaced", at];
  });
  return { steps: named, saved };
}

function measured({ cost, steps }, yours, tokens) {
  const same = steps.filter(([kind]) => kind === "same").map(([, at]) => at);
  if (!same.length) return null;
  const found = steps.filter(([kind]) => kind !== "yours").map(([, at]) => at);
  const shared = same.filter((at) => tokens[at].isWord).length;
  const isWhole = steps.every((step) => step[0] === "same" || step[0] === "replaced" || !wordOf(step, yours, tokens));
  const span = [found[0], found.at(-1) + 1];
  return { cost, yours, steps, shared, words: wordsIn(yours), row: longestRow(steps, yours, tokens), isWhole, span };
}

function wordOf([kind, at], yours, tokens) {
  return (kind === "yours" ? yours : tokens)[at].isWord;
}

function longestRow(steps, yours, tokens) {
  let [row, longest] = [0, 0];
  for (const step of steps) {
    if (!wordOf(step, yours, tokens)) continue;
    row = step[0] === "same" ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
}
