/* What a reader pasted to quotations, and a quotation to the pieces that must stand in a source. A quoter may leave words
   out (`…`), put words of their own in square brackets, break lines, and copy the numbers of notes along. */
import { grouped, spelled } from "./brackets.js";
import { CUT, DASH, QUOTE, tokensOf } from "./tokens.js";

const BLANK_LINE = /\n[^\S\n]*\n\s*/u;
const SOFT_LINE_END = /\u00ad\s+/gu;
/* What a quoter puts at either end, whatever stands there in the source. */
const AT_THE_START = new Set([QUOTE, CUT]);
const AT_THE_END = new Set([QUOTE, CUT, ".", ",", ";", ":"]);
/* Figures of a note number, raised or not. */
const FIGURES = /^[0-9⁰¹²³⁴-⁹]{1,4}$/u;
const MOST_FIGURES = 4;
/* So many signs may stand between a word and the number of its note: `end.”12`. */
const SIGNS_BETWEEN = 4;
const PAIRS = new Map([["[", "]"], ["(", ")"]]);

/* Return the quotations of a pasted text: a blank line stands between two, a single line end is a space. */
export function quotationsIn(pasted) {
  const lines = pasted.replace(/\r\n?|[\u2028\u2029\v\f]/gu, "\n").replace(SOFT_LINE_END, "");
  return lines.split(BLANK_LINE).map((one) => one.trim()).filter((one) => tokensOf(one).some(({ isWord }) => isWord));
}

/* Return the pieces of a quotation between omissions, as they were pasted. */
export function piecesOf(quotation) {
  return read(tokensOf(quotation), [], true).groups.map(({ pieces }) => quotation.slice(pieces[0][0].start, pieces.at(-1).at(-1).end));
}

/* Return the ways in which a quotation can be read against a source, the plainest first: {groups, numbers, isCut, isOwn,
   isSpelled}. A group is what stands between two omissions, as `grouped` returns it; a piece of it is a list of tokens with
   offsets into the quotation. `numbers` are the note numbers that were copied along; `isOwn` tells of square brackets,
   `isSpelled` that no word in brackets in part is left open. */
export function readings(quotation, { keys, numbered }) {
  const plain = tokensOf(quotation);
  const joined = withoutLineEnds(plain, quotation, keys);
  const freed = withoutNumbers(joined, numbered);
  const ways = [
    [plain, [], false],
    [joined, [], false],
    [freed.tokens, freed.numbers, false],
    [spelled(plain), [], true],
    [spelled(freed.tokens), freed.numbers, true],
    [plain, [], true],
    [freed.tokens, freed.numbers, true],
  ];
  return ways.map(([tokens, numbers, isFree]) => read(tokens, numbers, isFree)).filter(isNew);
}

function isNew({ said }, at, all) {
  return said && all.findIndex((other) => other.said === said) === at;
}

function read(tokens, numbers, isFree) {
  const split = isFree ? grouped(tokens) : [{ pieces: [tokens], seams: [] }];
  const groups = split.map(freeOfEnds).filter(({ pieces }) => pieces.length);
  const said = groups.map(({ pieces }) => pieces.map((one) => one.map(({ key }) => key).join(" ")).join("\n[]\n")).join("\n…\n");
  const isSpelled = !groups.some(({ seams, before, after }) => before || after || seams.some(({ kind }) => kind === "letters"));
  return { groups, numbers, said, isCut: groups.length > 1, isOwn: isFree && hasOwn(tokens), isSpelled };
}

function hasOwn(tokens) {
  return tokens.some(({ key, isAltered }, at) => isAltered || (key === "[" && tokens[at + 1]?.key !== CUT));
}

/* A hyphen at the end of a line is one of the word, or of the line only: then the source has the word without it. */
function withoutLineEnds(tokens, text, keys) {
  const found = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [one, hyphen, next] = tokens.slice(at, at + 3);
    const isBroken = one.isWord && hyphen?.key === DASH && next?.isWord && hyphen.start === one.end
      && text.slice(hyphen.end, next.start).includes("\n") && keys.has(one.key + next.key);
    found.push(isBroken ? { ...one, key: one.key + next.key, end: next.end } : one);
    if (isBroken) at += 2;
  }
  return found;
}

/* A number is that of a note only after the very word after which the source has it. */
function withoutNumbers(tokens, numbered) {
  const left = [];
  const numbers = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = left.slice(-SIGNS_BETWEEN - 1).findLast(({ isWord }) => isWord);
    const [length, number] = numberAtEnd(token, before, numbered);
    if (!number) {
      left.push(token);
      continue;
    }
    numbers.push(number);
    if (length < token.key.length) left.push({ ...token, key: token.key.slice(0, -length), end: token.end - length });
    else if (tokens[at + 1] && tokens[at + 1].key === PAIRS.get(left.at(-1).key)) {
      left.pop();
      at += 1;
    }
  }
  return { tokens: left, numbers };
}

/* Return how many letters of a word are the number of a note, and that number: all, or the last of them. */
function numberAtEnd({ isWord, key }, before, numbered) {
  for (let length = 1; isWord && length <= Math.min(MOST_FIGURES, key.length); length += 1) {
    const figures = key.slice(-length);
    const word = length < key.length ? key.slice(0, -length) : before?.key;
    const number = figures.normalize("NFKC");
    if (FIGURES.test(figures) && numbered.get(word)?.has(number)) return [length, number];
  }
  return [0, ""];
}

/* Take off the signs that are the quoter's at either end. */
function freeOfEnds(group) {
  const pieces = group.pieces.map((piece) => [...piece]);
  while (AT_THE_START.has(pieces[0][0]?.key)) pieces[0].shift();
  while (AT_THE_END.has(pieces.at(-1).at(-1)?.key)) pieces.at(-1).pop();
  return { ...group, pieces: pieces.filter((piece) => piece.length) };
}
