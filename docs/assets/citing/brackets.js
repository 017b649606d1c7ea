/* Square brackets of a quoter, between two pieces of what is quoted: a remark (`[sic]`, `[p. 7]`, `[1]`), which stands
   between two words and for none; letters of a word (`[T]he`, `continue[d]`), for one word; words, for a few of the source.
   What the source has in their place is told to the reader, and a negation or a number is never passed over for them. */
import { CUT, wordsIn } from "./tokens.js";

/* Words in brackets stand for no more than so many words of the source. */
export const REPLACED = 6;
const REMARKS = new Set(["sic", "recte", "emphasis", "italics", "italic", "bold", "underlining"]);
/* With a figure after it, a place: `[p. 7]`, `[note 3]`. */
const PLACES = new Set(["p", "pp", "page", "pages", "n", "nn", "note", "notes", "fn", "para", "paras", "vol", "ch", "fig", "table"]);
const LETTERS = /^(?!sic$)\p{L}+$/u;
const TELLING = new Set([
  "no not nor none never neither nobody nothing nowhere cannot without hardly scarcely barely",
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
  "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half",
].join(" ").split(" "));

/* Return the tokens in groups between omissions, each {pieces, seams, before, after}. A seam is what stands between two
   pieces, {kind, starts, ends, whole}; `before` and `after` are those of a word at either end of the group of which letters stand
   in brackets, or undefined. */
export function grouped(tokens) {
  const groups = [fresh()];
  for (let at = 0; at < tokens.length; at += 1) {
    const bracket = bracketAt(tokens, at);
    const { pieces, seams } = groups.at(-1);
    if (tokens[at].key === CUT || bracket?.isCut) groups.push(fresh());
    else if (!bracket) pieces.at(-1).push(tokens[at]);
    else {
      if (bracket.before) pieces.at(-1).pop();
      seams.push(seamOf(bracket));
      pieces.push([]);
    }
    at = bracket?.last ?? at;
  }
  return groups.map(trimmed).filter(Boolean);
}

/* Return the tokens with words of which letters stand in brackets as single words. */
export function spelled(tokens) {
  const found = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const bracket = bracketAt(tokens, at);
    const parts = bracket ? [bracket.before, bracket.held[0], bracket.after].filter(Boolean) : [];
    if (parts.length < 2) {
      found.push(tokens[at]);
      continue;
    }
    const [start, end] = [bracket.before?.start ?? tokens[at].start, tokens[bracket.last].end];
    if (bracket.before) found.pop();
    found.push({ ...parts[0], key: parts.map(({ key }) => key).join(""), start, end, isAltered: true });
    at = bracket.last;
  }
  return found;
}

/* Tell whether what stands in a source at a seam may stand there. */
export function fits({ kind, starts, ends }, between) {
  if (kind === "remark") return !between.length;
  if (kind === "words") return wordsIn(between) <= REPLACED && !between.some(isTelling);
  const [{ isWord, key } = {}] = between;
  return between.length === 1 && isWord && key.startsWith(starts) && key.endsWith(ends);
}

function isTelling({ isWord, key }) {
  return isWord && (TELLING.has(key) || key.endsWith("n't") || /^\p{N}/u.test(key));
}

function fresh() {
  return { pieces: [[]], seams: [] };
}

/* Return {held, before, after, last, isCut} of the brackets that open here: what stands in them, the words of which it is a
   part, and the last token that goes with them. */
function bracketAt(tokens, at) {
  const end = tokens[at].key === "[" ? tokens.findIndex(({ key }, later) => later > at && key === "]") : -1;
  if (end < 0) return null;
  const held = tokens.slice(at + 1, end);
  const isPart = held.length === 1 && LETTERS.test(held[0].key);
  const touching = (word, from, to) => (isPart && word?.isWord && from === to ? word : undefined);
  const before = touching(tokens[at - 1], tokens[at - 1]?.end, tokens[at].start);
  const after = touching(tokens[end + 1], tokens[end].end, tokens[end + 1]?.start);
  return { held, before, after, last: after ? end + 1 : end, isCut: held.length === 1 && held[0].key === CUT };
}

function seamOf({ held, before, after }) {
  if (before || after) {
    const [starts, ends] = [before?.key ?? "", after?.key ?? ""];
    return { kind: "letters", starts, ends, whole: `${starts}${held[0].key}${ends}` };
  }
  const words = held.filter(({ isWord, key }) => isWord && /\p{L}/u.test(key)).map(({ key }) => key);
  const isPlace = PLACES.has(words[0]) && held.some(({ key }) => /\p{N}/u.test(key));
  return { kind: !words.length || isPlace || words.some((one) => REMARKS.has(one)) ? "remark" : "words" };
}

/* Take off what has no word beside it: there brackets have nothing to stand for. */
function trimmed({ pieces, seams }) {
  const hasWord = (piece) => piece.some(({ isWord }) => isWord);
  const [first, last] = [pieces.findIndex(hasWord), pieces.findLastIndex(hasWord)];
  if (first < 0) return null;
  const letters = (seam) => (seam?.kind === "letters" ? seam : undefined);
  const kept = { pieces: [pieces[first]], seams: [], before: letters(seams[first - 1]), after: letters(seams[last]) };
  let passed = [];
  for (let at = first + 1; at <= last; at += 1) {
    passed.push(seams[at - 1]);
    if (!pieces[at].length) continue;
    kept.pieces.push(pieces[at]);
    kept.seams.push(together(passed));
    passed = [];
  }
  return kept;
}

/* Of brackets side by side a remark stands for nothing. */
function together(seams) {
  const others = seams.filter(({ kind }) => kind !== "remark");
  if (others.length < 2) return others[0] ?? seams[0];
  return { kind: "words" };
}
