/* The data of a source (`/data/sources/<id>.json`) to the texts in which a quotation may stand. The ¶ in order are one
   text, since a quotation may run over the border of two; so they are once more with the headings between them, as who
   copies a page has them. Each note, heading and what else is set apart is a text of its own. */
import { tokensOf } from "./tokens.js";

/* Where the title stands on the page of a text that does not print one itself. */
const TITLE = "title";
const AUTHORS_TEXT = new Set(["paragraph", "list_item", "table"]);

/* Return {id, title, isParaphrased, texts, keys, numbered} of a source. A text is {kind, parts, tokens}: `parts` are its
   blocks, {id, text, theme}; a token also says in which `part` it stands, and its offsets are into the text of that.
   `keys` are all words of the source; `numbered` says after which word which note numbers stand. */
export function textsOf(data) {
  const part = ({ id, text, theme = null }) => ({ id, text, theme });
  const own = data.blocks.filter(({ kind }) => AUTHORS_TEXT.has(kind));
  const running = data.blocks.filter(({ kind, level }) => AUTHORS_TEXT.has(kind) || (kind === "heading" && level !== 1));
  const others = data.blocks.filter(({ kind }) => !AUTHORS_TEXT.has(kind));
  const texts = [
    textOf("paragraph", own.map(part)),
    ...data.notes.map((note) => textOf("note", [part(note)])),
    ...others.map((block) => textOf(block.kind, [part(block)])),
    ...(data.blocks.some(({ level }) => level === 1) ? [] : [textOf("heading", [{ id: TITLE, text: data.title, theme: null }])]),
    textOf("running", running.map(part)),
  ];
  const keys = new Set(texts.flatMap(({ tokens }) => tokens.filter(({ isWord }) => isWord).map(({ key }) => key)));
  const isParaphrased = data.fidelity === "paraphrased";
  return { id: data.id, title: data.title, isParaphrased, texts, keys, numbered: numbersAfterWords(data.blocks) };
}

/* Return the place of spans of tokens in a text of a source, with the gaps between them that a reader is told of. */
export function placeIn(source, text, spans, gaps = []) {
  const held = spans.flatMap(([from, to]) => [text.tokens[from].part, text.tokens[to - 1].part]);
  return { source, kind: text.kind, text, parts: text.parts.slice(Math.min(...held), Math.max(...held) + 1), spans, gaps };
}

function textOf(kind, parts) {
  const tokens = parts.flatMap(({ text }, at) => tokensOf(text).map((token) => ({ ...token, part: at })));
  return { kind, parts, tokens };
}

/* Where the copy had a number, and where it belongs: either may be what was copied. */
function numbersAfterWords(blocks) {
  const after = new Map();
  for (const { text, markers } of blocks) {
    if (!markers?.length) continue;
    const words = tokensOf(text).filter(({ isWord }) => isWord);
    for (const { note, offset, found_at: foundAt } of markers) {
      for (const place of new Set([offset, foundAt])) {
        const end = unitsOf(text, place);
        const word = words.findLast((one) => one.end <= end);
        if (!word) continue;
        if (!after.has(word.key)) after.set(word.key, new Set());
        after.get(word.key).add(note);
      }
    }
  }
  return after;
}

/* Offsets of the data count characters; here a character may be two units. */
function unitsOf(text, characters) {
  let units = 0;
  for (let count = 0; count < characters && units < text.length; count += 1) units += text.codePointAt(units) > 0xffff ? 2 : 1;
  return units;
}
