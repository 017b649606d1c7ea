/* What differs between a quotation and the source, counted as a reader would count it: `U.S.` is one word. */
import { runsOf } from "./shown-words.js";

/* Return it as a sentence, "2 words differ."; "" where nothing does. */
export function difference({ groups, places: [{ text }], ordered }) {
  let [words, signs] = [0, 0];
  for (const { yours: own, steps } of groups) {
    for (const run of runsOf(steps).filter((one) => one[0][0] !== "same")) {
      const theirs = clusters(run.filter(([kind]) => kind === "theirs").map(([, at]) => text.tokens[at]));
      const mine = clusters(run.filter(([kind]) => kind === "yours").map(([, at]) => own[at]));
      const spoken = (all) => all.filter((one) => one.some(({ isWord }) => isWord)).length;
      const differing = Math.max(spoken(theirs), spoken(mine));
      words += differing;
      if (!differing) signs += Math.max(theirs.flat().length, mine.flat().length);
    }
  }
  const count = (number, one, several) => (number ? `${number} ${number === 1 ? one : several}` : "");
  const told = [count(words, "word", "words"), count(signs, "punctuation mark", "punctuation marks")].filter(Boolean);
  if (!told.length) return ordered ? "" : "In another order.";
  return `${told.join(" and ")} ${words + signs === 1 ? "differs" : "differ"}.`;
}

function clusters(tokens) {
  const found = [];
  for (const token of tokens) {
    const last = found.at(-1)?.at(-1);
    if (last && last.end === token.start && last.part === token.part) found.at(-1).push(token);
    else found.push([token]);
  }
  return found;
}
