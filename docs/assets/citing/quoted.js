/* Selected words to a quotation: what it quotes, the place that is cited for it, and the words as they go into a paper.

   Words of ¶ are cited as such, with the headings that stand among them; a pull quote among them repeats other words of the
   text, and is left out. A pull quote alone is cited where the text has its words. Words of one note are cited as that
   note. For all else the text is cited without a locator, since none would be sure: headings, what stands before the
   text, several notes. The page of a theme has some ¶ after later ones: what runs from the one to the other is no
   quotation. */
import { blocksOf } from "./blocks.js";
import { numberOf } from "../reading/places.js";
import { parts, sourceOfPage, wholeWords, wordsOf } from "../reading/own-words.js";

export { GAP } from "./blocks.js";

const UNORDERED = "In the text these paragraphs stand in another order. Select them one by one.";
const PARAGRAPH_RE = /^p\d/;
const NOTE_RE = /^n\d/;
const PULL_QUOTE_RE = /^q\d/;

/* Return {place, citedParts, blocks, words, paraphrased, refused} of what own-words.js found to be selected, or null where
   there is no whole word: `citedParts` what of it is cited, `blocks` its words (blocks.js), `words` the same as one text, as a
   reader gathers them; `refused` why it is no quotation, "" of what is one. */
export function quotationOf(selected) {
  const citedParts = within(selected.map(wholeWords).filter(Boolean));
  if (!citedParts.length) return null;
  const blocks = blocksOf(citedParts);
  const [{ paraphrased }] = citedParts;
  const words = blocks.map((block) => block.words).join("\n\n");
  const refused = areInOrder(citedParts.filter(isParagraph)) ? "" : UNORDERED;
  return { place: citedFor(citedParts), citedParts, blocks, words, paraphrased, refused };
}

/* --- What is quoted --------------------------------------------------------------------------------------------------- */
function within(selected) {
  if (selected.some(isParagraph)) return selected.filter(({ id }) => !PULL_QUOTE_RE.test(id));
  return selected.length === 1 && PULL_QUOTE_RE.test(selected[0].id) ? [asInParagraph(selected[0])] : selected;
}

/* Return the same words in the ¶ that has them, or as they stand. */
function asInParagraph(pullQuote) {
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

/* --- What is cited ---------------------------------------------------------------------------------------------------- */
function citedFor(citedParts) {
  const source = sourceOfPage();
  const paragraphs = citedParts.filter(isParagraph);
  if (paragraphs.length) {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    return { kind: "paragraph", source, id: first.id, last: last.id, from: first.start, to: last.end };
  }
  const [first] = citedParts;
  if (citedParts.length === 1 && NOTE_RE.test(first.id)) return { kind: "note", source, id: first.id };
  return { kind: "text", source };
}
