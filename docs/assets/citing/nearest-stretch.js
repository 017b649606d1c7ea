/* A group of a quotation, what stands between two omissions, and the stretch of a text that is nearest to it: what is the
   same, and what stands for what. */
import { align, costOf, stretches } from "./aligning.js";
import { fits } from "./brackets.js";
import { wordsIn } from "./tokens.js";

/* So much of its words a stretch must have. */
export const LEAST = 0.5;
/* Up to so many words at either end may be others. */
const ENDS = 2;
/* A longer quotation is compared with one stretch of a text. */
const LONG = 600;
const STRETCHES = 3;

/* Return the stretches between two tokens, the nearest first: {cost, yours, steps, shared, words, row, isWhole, span}, that
   is how many words are the same, of how many, and in a row at most; whether no word differs; and the tokens [first, last]
   over which it runs. */
export function alignedBetween(from, to, { pieces, seams }, { tokens }) {
  const yours = pieces.flat();
  const seamAt = new Map(seams.map((seam, at) => [pieces.slice(0, at + 1).flat().length, seam]));
  const found = stretches(yours, tokens, from, to, { share: LEAST, most: yours.length > LONG ? 1 : STRETCHES }).map(([start, end]) => {
    const { cost, steps } = align(yours, tokens, start, end);
    const freed = ofTheirOwn(steps, seamAt, tokens);
    return measured({ cost: cost - freed.saved, steps: withEnds(freed.steps, yours, tokens) }, yours, tokens);
  });
  return found.filter(Boolean).sort((one, other) => one.cost - other.cost);
}

/* Return the same of an occurrence word for word. */
export function asAligned({ spans }, { pieces }, { tokens }) {
  let own = 0;
  const steps = spans.flatMap(([from, to], rank) => {
    const between = rank ? range(spans[rank - 1][1], from).map((at) => ["replaced", at]) : [];
    return [...between, ...range(from, to).map((at) => ["same", at, own++])];
  });
  return measured({ cost: 0, steps }, pieces.flat(), tokens);
}

function range(from, to) {
  return Array.from({ length: to - from }, (_, at) => from + at);
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

/* What stands in the source where the quoter has words in brackets is no difference, if they may stand for it. */
function ofTheirOwn(steps, seamAt, tokens) {
  const named = [...steps];
  let [row, saved] = [0, 0];
  for (let at = 0; at < steps.length; at += 1) {
    if (steps[at][0] !== "theirs") {
      row += 1;
      continue;
    }
    let end = at;
    while (steps[end]?.[0] === "theirs") end += 1;
    const between = steps.slice(at, end).map(([, place]) => tokens[place]);
    if (seamAt.has(row) && fits(seamAt.get(row), between)) {
      for (let one = at; one < end; one += 1) named[one] = ["replaced", steps[one][1]];
      saved += between.reduce((sum, token) => sum + costOf(token), 0);
    }
    at = end - 1;
  }
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
