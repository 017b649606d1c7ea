/* What comparing a quotation gave, to the few words that a reader sees first: they must be true at a glance. */
import { difference } from "./difference.js";
import { wordsIn } from "./tokens.js";

/* What each verdict is called, beside the quotation and in the summary, in which they stand in this order. */
const NAMES = {
  exact: "Exact", omitted: "Exact but for what you left out", bracketed: "Exact but for your brackets",
  both: "Exact but for what you left out and your brackets", differs: "Differs", paraphrase: "Found in a paraphrase",
  apart: "In pieces", absent: "Absent", long: "Too long",
};
/* The one that says of several what it does not say of one. */
const SEVERAL = { differs: "Differ" };

/* Return which verdict a result of `compare` has for a reader: what stands in a paraphrase is never exact, and what is exact
   but for an omission or for brackets is named so. */
export function verdictOf({ verdict, places, isOwn }) {
  if (places?.[0].source.isParaphrased) return "paraphrase";
  if (verdict !== "exact") return verdict;
  const isBracketed = isOwn || hasReplaced(places);
  if (places[0].gaps.some(({ kind }) => kind === "left")) return isBracketed ? "both" : "omitted";
  return isBracketed ? "bracketed" : "exact";
}

/* Tell whether brackets stand for words of the source: they may also only add some. */
function hasReplaced([{ gaps }]) {
  return gaps.some(({ kind }) => kind === "replaced");
}

/* Return the name of the verdict and what is said beside it. */
export function headOf(result, names) {
  const verdict = verdictOf(result);
  return [NAMES[verdict], SAID[verdict](result, names)];
}

/* Return how many quotations have which verdict, in words. */
export function summary(verdicts) {
  const counted = Object.entries(NAMES).map(([verdict, name]) => {
    const number = verdicts.filter((other) => other === verdict).length;
    const called = number > 1 && SEVERAL[verdict] ? SEVERAL[verdict] : name;
    return number && `${number} ${called[0].toLowerCase()}${called.slice(1)}`;
  });
  return `${verdicts.length === 1 ? "1 quotation" : `${verdicts.length} quotations`}: ${counted.filter(Boolean).join(", ")}.`;
}

const SAID = {
  exact: () => "It stands so in the source.",
  omitted: (result) => `${leftOut(result)}, dotted below.`,
  bracketed: ({ places }) => (hasReplaced(places) ? "What they stand for is dashed below." : "Without them it stands so in the source."),
  both: (result) => `${leftOut(result)} left out, dotted below.${hasReplaced(result.places) ? " What your brackets stand for is dashed." : ""}`,
  differs: difference,
  paraphrase: () => "Do not quote it.",
  apart: ({ isAll }) => (isAll ? "They stand far apart: not one quotation." : "Not all of them were found: not one quotation."),
  absent: (_, names) => (names.size > 1 ? `In none of the ${names.size} texts.` : "Not in the text."),
  long: () => "It was not compared.",
};

function leftOut({ places: [{ gaps, text: { tokens } }] }) {
  const left = gaps.filter(({ kind }) => kind === "left");
  const count = left.reduce((sum, { at, length }) => sum + wordsIn(tokens.slice(at, at + length)), 0);
  return count ? `${count} ${count === 1 ? "word" : "words"}` : "Only punctuation";
}
