/* From selected words to the part of an address that leads a browser to them, and lights them: `:~:text=first,last`.

   A browser looks for the words of an address in all that a page shows, numbers of notes and page marks among them, and
   takes the first place that fits. So what is given stands in one piece between those, is whole words, and stands nowhere
   before: else the words before it tell it, or more of its own. */
import { WORD_RE, read } from "../reading/own-words.js";

/* So many words are given whole; of more, so many at either end. */
const WHOLE = 8;
const END = 4;
/* So few tell no place; so many of those around them do. */
const FEW = 3;
const AROUND = 3;
const WORD_SIGN_RE = /[\p{L}\p{N}\p{M}_]/u;

/* Return the fragment directive for selected words (as own-words.js gives them, made whole), or "" where they lead nowhere.
   The address is that of the whole text: on a page that holds some of it, `blocks` are all that it has, {id, text} each. */
export function fragmentFor(selected, blocks = null) {
  const pieces = selected.flatMap(piecesOf).filter(({ words }) => words.length);
  const first = pieces.find(tells) ?? pieces[0];
  if (!first) return "";
  const earlier = spaced(before(first, blocks));
  const isNew = (said) => !earlier.includes(spaced(said));
  if (first === pieces.at(-1) && first.words.length <= WHOLE) return whole(first, isNew);
  const most = first === pieces.at(-1) ? first.words.length - END : first.words.length;
  for (let count = Math.min(END, most); count <= most; count += 1) {
    const start = text(first, first.words.slice(0, count));
    const isAlone = isNew(start);
    if (!isAlone && !isNew(text(first, [...lead(first), ...first.words.slice(0, count)]))) continue;
    return directive({ prefix: isAlone ? "" : prefixOf(first), start, ...endOf(pieces, first, count, selected) });
  }
  return "";
}

/* Return all that a browser meets before the words. */
function before({ element, id, all, words: [{ from }] }, blocks) {
  if (blocks) {
    const texts = new Map(blocks.map((block) => [block.id, block.text]));
    const ids = [...texts.keys()];
    return [...ids.slice(0, Math.max(ids.indexOf(id), 0)).map((one) => texts.get(one)), all.slice(0, from)].join(" ");
  }
  const range = new Range();
  range.setStart(document.body, 0);
  range.setEnd(...read(element).spots[from]);
  return range.toString();
}

/* --- Pieces ------------------------------------------------------------------------------------------------------------ */
/* Return the parts of a block between what is no word of it: {element, id, all, words, lead, rest}, `words` being those that
   are selected and the others those before and after them, each word as {from, to}. */
function piecesOf({ element, id, all, start, end }) {
  const breaks = new Set(read(element).breaks.map((at) => Math.min(at, all.length)));
  const bounds = [...new Set([0, ...breaks, all.length])];
  return bounds.slice(1).map((to, at) => {
    const words = wordsBetween(all, bounds[at], to, breaks);
    return {
      element,
      id,
      all,
      lead: words.filter((word) => word.to <= start),
      words: words.filter((word) => word.from >= start && word.to <= end),
      rest: words.filter((word) => word.from >= end),
    };
  });
}

/* A number that stands right at a word is one word with it to a browser: the two are found together or not at all. */
function wordsBetween(all, from, to, breaks) {
  const found = [...all.slice(from, to).matchAll(WORD_RE)];
  const words = found.map(({ index, 0: word }) => ({ from: from + index, to: from + index + word.length }));
  if (from && words[0]?.from === from && WORD_SIGN_RE.test(all[from])) words.shift();
  if (breaks.has(to) && words.at(-1)?.to === to && WORD_SIGN_RE.test(all[to - 1])) words.pop();
  return words;
}

function tells({ lead, words }) {
  return words.length && Math.min(lead.length, AROUND) + words.length > FEW;
}

/* --- What is given of them --------------------------------------------------------------------------------------------- */
function whole(piece, isNew) {
  const start = text(piece, piece.words);
  if (piece.words.length > FEW && isNew(start)) return directive({ start });
  const isTold = isNew(text(piece, [...lead(piece), ...piece.words, ...rest(piece)]));
  return isTold ? directive({ prefix: prefixOf(piece), start, suffix: suffixOf(piece) }) : "";
}

/* Return {end, suffix}: the last words that stand nowhere between the first ones and themselves, few of them told by those
   that follow. */
function endOf(pieces, first, count, selected) {
  const all = spaced(selected.map((one) => one.text).join(" "));
  for (const piece of pieces.slice(pieces.indexOf(first)).reverse()) {
    const words = piece === first ? piece.words.slice(count) : piece.words;
    if (piece !== first && words.length + rest(piece).length < FEW) continue;
    for (let more = Math.min(END, words.length); more && more <= words.length; more += 1) {
      const end = text(piece, words.slice(-more));
      if (all.indexOf(spaced(end)) !== all.lastIndexOf(spaced(end))) continue;
      return { end, suffix: words.length < FEW ? suffixOf(piece) : "" };
    }
  }
  return {};
}

function lead(piece) {
  return piece.lead.slice(-AROUND);
}

function rest(piece) {
  return piece.rest.slice(0, AROUND);
}

/* With whatever sign stands between them and the words. */
function prefixOf(piece) {
  const from = lead(piece)[0]?.from;
  return from === undefined ? "" : piece.all.slice(from, piece.words[0].from).trim();
}

function suffixOf(piece) {
  const to = rest(piece).at(-1)?.to;
  return to === undefined ? "" : piece.all.slice(piece.words.at(-1).to, to).trim();
}

function text({ all }, words) {
  return all.slice(words[0].from, words.at(-1).to);
}

function spaced(said) {
  return said.toLowerCase().replace(/\s+/g, " ");
}

function directive({ prefix, start, end, suffix }) {
  const parts = [prefix && `${encoded(prefix)}-`, encoded(start), end && encoded(end), suffix && `-${encoded(suffix)}`];
  return `:~:text=${parts.filter(Boolean).join(",")}`;
}

/* In a directive a comma and a dash part its parts, and `&` two directives. */
function encoded(said) {
  return encodeURIComponent(said).replaceAll("-", "%2D");
}
