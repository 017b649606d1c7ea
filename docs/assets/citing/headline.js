/* What comparing a quotation gave, to the few words that a reader sees first: they must be true at a glance. */
import { difference } from "./difference.js";
import { wordsIn } from "./tokens.js";

/* The names of the verdicts, as the summary counts them. */
export const COUNTED = [
  ["exact", "exact", "exact"], ["altered", "exact but for what you marked", "exact but for what you marked"],
  ["differs", "differs", "differ"], ["paraphrase", "found in a paraphrase", "found in a paraphrase"],
  ["apart", "in pieces", "in pieces"], ["absent", "absent", "absent"], ["long", "too long", "too long"],
];

/* Return which verdict a result of `compare` has for a reader: what stands in a paraphrase is never exact, and what is exact
   but for an omission or for brackets is named so. */
export function verdictOf(result) {
  const { verdict, places } = result;
  if (places?.[0].source.isParaphrased) return "paraphrase";
  return verdict === "exact" && places[0].gaps.length ? "altered" : verdict;
}

/* Return the verdict and what is said beside it. */
export function headOf(result, names) {
  const verdict = verdictOf(result);
  if (verdict === "paraphrase") return ["Found in a paraphrase", "Do not quote it."];
  if (verdict === "exact") return ["Exact", exactly(result)];
  if (verdict === "altered") return altered(result.places[0]);
  if (verdict === "differs") return ["Differs", difference(result)];
  if (verdict === "apart") return ["Not one quotation", result.isAll ? "The pieces stand far apart." : "Not all of the pieces were found."];
  if (verdict === "absent") return ["Absent", names.size > 1 ? `In none of the ${names.size} texts.` : "Not in the text."];
  return ["Too long", "It was not compared."];
}

function exactly({ isOwn }) {
  return isOwn ? "Without what you put in brackets, it stands so in the source." : "It stands so in the source.";
}

function altered({ gaps, text: { tokens } }) {
  const has = (wanted) => gaps.some(({ kind }) => kind === wanted);
  if (!has("left")) return ["Exact but for your brackets", "What they stand for is underlined."];
  const left = gaps.filter(({ kind }) => kind === "left").reduce((sum, { at, length }) => sum + wordsIn(tokens.slice(at, at + length)), 0);
  const count = left ? `${left} ${left === 1 ? "word" : "words"}` : "Only punctuation";
  return has("replaced")
    ? ["Exact but for what you left out and your brackets", `${count} left out; what stands there is underlined.`]
    : ["Exact, with words left out", `${count}, underlined.`];
}
