/* Selected words to a quotation: what it quotes, the place that is cited for it, and the words as they go into a paper.

   Words of ¶ are cited as such, with the headings that stand among them; a pull quote among them repeats other words of the
   text, and is left out. A pull quote alone is cited where the text has its words. Words of one note are cited as that
   note. For all else the text is cited without a locator, since none would be sure: headings, what stands before the
   text, several notes. The page of a theme has some ¶ after later ones: what runs from the one to the other is no
   quotation. */
import { numberOf } from "../reading/places.js";
import { parts, sourceOfPage, wholeWords, wordsOf } from "./words.js";

export const GAP = "[…]";
const PARAGRAPH_RE = /^p\d/;
const NOTE_RE = /^n\d/;
const PULL_QUOTE_RE = /^q\d/;

/* Return {place, quoted, blocks, words, paraphrased} of what words.js found to be selected, or null where there is no whole
   word: `quoted` what of it is cited, `blocks` the words of each part and GAP where a ¶ is left out between two, `words` the
   same as one text, as a reader gathers them. */
export function quotationOf(selected) {
  const quoted = within(selected.map(wholeWords).filter(Boolean));
  if (!quoted.length || !areInOrder(quoted.filter(isParagraph))) return null;
  const blocks = blocksOf(quoted);
  return { place: placeOf(quoted), quoted, blocks, words: blocks.join("\n\n"), paraphrased: quoted[0].paraphrased };
}

/* Return the words of each part, and GAP where a ¶ is left out between two. */
export function blocksOf(selected) {
  return selected.flatMap((words, at) => (isGap(selected[at - 1], words) ? [GAP, words.text] : [words.text]));
}

/* Return the blocks as they stand in a paper: in quotation marks, each ¶ with one before it and the last with one after it.
   Words that are a paraphrase are nobody's, and have none. */
export function marked({ blocks, paraphrased }) {
  if (paraphrased) return blocks;
  const inner = blocks.some((words) => words.includes("‘")) ? (words) => words : single;
  const last = blocks.length - 1;
  return blocks.map((words, at) => (words === GAP ? GAP : `“${inner(words)}${at === last ? "”" : ""}`));
}

/* Marks within marks. Where the text has single ones itself, its marks stay as they are: else one could not be told from
   the other. */
function single(words) {
  return words.replaceAll("“", "‘").replaceAll("”", "’");
}

/* --- What is quoted --------------------------------------------------------------------------------------------------- */
function within(selected) {
  if (selected.some(isParagraph)) return selected.filter(({ id }) => !PULL_QUOTE_RE.test(id));
  return selected.length === 1 && PULL_QUOTE_RE.test(selected[0].id) ? [inText(selected[0])] : selected;
}

/* Return the same words in the ¶ that has them, or as they stand. */
function inText(pullQuote) {
  const said = parts().filter((part) => PARAGRAPH_RE.test(part.id)).map((element) => ({ element, all: wordsOf(element) }));
  const found = said.find(({ all }) => all.includes(pullQuote.text));
  if (!found) return pullQuote;
  const start = found.all.indexOf(pullQuote.text);
  return { ...pullQuote, ...found, id: found.element.id, start, end: start + pullQuote.text.length };
}

function isParagraph({ id }) {
  return PARAGRAPH_RE.test(id);
}

function areInOrder(paragraphs) {
  return paragraphs.every(({ id }, at) => !at || numberOf(id) > numberOf(paragraphs[at - 1].id));
}

function isGap(before, words) {
  return Boolean(before) && isParagraph(before) && isParagraph(words) && numberOf(words.id) !== numberOf(before.id) + 1;
}

/* --- What is cited ---------------------------------------------------------------------------------------------------- */
function placeOf(quoted) {
  const source = sourceOfPage();
  const paragraphs = quoted.filter(isParagraph);
  if (paragraphs.length) {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    return { kind: "paragraph", source, id: first.id, last: last.id, from: first.start, to: last.end };
  }
  const [first] = quoted;
  if (quoted.length === 1 && NOTE_RE.test(first.id)) return { kind: "note", source, id: first.id };
  return { kind: "text", source };
}
