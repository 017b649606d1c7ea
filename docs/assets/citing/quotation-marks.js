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

/* Return how marks within marks are set in texts that are quoted together: single and double by turns, as deep as they
   stand. Where that is not certain in one of them, the marks of all stay as they are: else one could not be told from
   the other. */
export function withinMarks(texts) {
  const turned = new Map(texts.map((words) => [words, alternated(words) ?? simple(words)]));
  return [...turned.values()].includes(null) ? (words) => words : (words) => turned.get(words);
}

const MARK_RE = /[“”‘’]/g;
const CLOSING = { "“": "”", "‘": "’" };
const LETTER_RE = /[\p{L}\p{N}]/u;
/* "workers’ rights": no mark, where none was opened. */
const POSSESSIVE_RE = /^s’\s[\p{L}\p{N}]/iu;

/* Return words with their marks by turns; null unless each has its other one, in the right order. */
function alternated(words) {
  const open = [];
  let isSure = true;
  const set = words.replace(MARK_RE, (mark, at) => {
    if (isApostrophe(words, at)) return mark;
    if (CLOSING[mark]) {
      isSure &&= mark === "“" || isOpening(words, at);
      return by(open.push(mark), "‘", "“");
    }
    isSure &&= CLOSING[open.at(-1)] === mark;
    const depth = open.length;
    open.pop();
    return by(depth, "’", "”");
  });
  return isSure && !open.length ? set : null;
}

/* Return words that have no single marks with single ones: a quotation may be cut, or go on in the next ¶. Null where they
   may have one. */
function simple(words) {
  const isMark = ({ index }) => !isApostrophe(words, index) && !POSSESSIVE_RE.test(words.slice(index - 1, index + 3));
  if ([...words.matchAll(/[‘’]/g)].some(isMark)) return null;
  return words.replaceAll("“", "‘").replaceAll("”", "’");
}

function by(depth, odd, even) {
  return depth % 2 ? odd : even;
}

/* Within a word ("it’s"), or before one from which letters are left out ("’90s"). */
function isApostrophe(words, at) {
  const [before = " ", after = " "] = [words[at - 1], words[at + 1]];
  return words[at] === "’" && LETTER_RE.test(after) && (LETTER_RE.test(before) || /\s/.test(before));
}

/* What stands after a letter or before a space opens nothing: it is misprinted. */
function isOpening(words, at) {
  return !LETTER_RE.test(words[at - 1] ?? " ") && /\S/.test(words[at + 1] ?? " ");
}
