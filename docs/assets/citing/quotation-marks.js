/* The marks of words that are quoted, where they stand in marks themselves. */
import { GAP } from "./blocks.js";

/* Return each text as it stands in a paper: in quotation marks, each ¶ with one before it and the last with one after it.
   What is left out between two is not quoted. */
export function inMarks(texts) {
  const isQuoted = (words) => words !== GAP;
  const inner = withinMarks(texts.filter(isQuoted));
  const last = texts.findLastIndex(isQuoted);
  return texts.map((words, at) => (isQuoted(words) ? `“${inner(words)}${at === last ? "”" : ""}` : words));
}

/* Return how marks within marks are set in texts that are quoted together. Where one of them has single ones itself, its
   marks stay as they are: else one could not be told from the other. */
export function withinMarks(texts) {
  return texts.some((words) => words.includes("‘")) ? (words) => words : single;
}

function single(words) {
  return words.replaceAll("“", "‘").replaceAll("”", "’");
}
