/* Selected words to blocks, as they are copied: a ¶ its words, a table its rows; and what is left out between two ¶.

   A block is {words, rows, isSentence}: `words` as in the data of the site, each space one; `rows`, of a table of which more
   than one cell is selected, the words of each cell, else null; `isSentence` whether the words end with a
   sentence. */
import { numberOf } from "../reading/places.js";
import { read } from "../reading/own-words.js";
import { escaped } from "./wording.js";

export const GAP = "[…]";
const PARAGRAPH_RE = /^p\d/;
/* "U.S.", "e.g.", "J.": the stop is that of the word. */
const SHORTENED_RE = /(?<![\p{L}\p{N}])(?:\p{L}\.)+[’”"']*$/u;
const STOPPED_RE = /(?:[^.…]\.|[?!])[’”"']*$/;
/* In the midst of a sentence "vol." goes on with a number, "cf." with a small letter. */
const GOES_ON_RE = /^[’”"')\]]*[\s,;:]+[\p{Ll}\p{N}]/u;

/* Return the blocks of the selected words of each part, with one of GAP where a ¶ is left out between two. */
export function blocksOf(selected) {
  return selected.flatMap((words, at) => (isGap(selected[at - 1], words) ? [gap(), block(words)] : [block(words)]));
}

/* Return a block as plain text: a line for each row of a table, a tab between its cells. */
export function inText({ words, rows }) {
  return rows ? rows.map((cells) => cells.join("\t")).join("\n") : words;
}

/* Return a block as HTML. */
export function inHtml({ words, rows }) {
  if (!rows) return `<p>${escaped(words)}</p>`;
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
  return `<table><tbody>${lines.join("")}</tbody></table>`;
}

function block(words) {
  return { words: words.text, rows: rowsOf(words), isSentence: endsSentence(words) };
}

function gap() {
  return { words: GAP, rows: null, isSentence: false };
}

function isGap(before, { id }) {
  if (![before?.id, id].every((one) => PARAGRAPH_RE.test(one))) return false;
  return numberOf(id) !== numberOf(before.id) + 1;
}

function endsSentence({ text, all, end }) {
  return STOPPED_RE.test(text) && !SHORTENED_RE.test(text) && !GOES_ON_RE.test(all.slice(end));
}

/* --- Tables ------------------------------------------------------------------------------------------------------------ */
/* Return the rows from the first selected cell to the last, or null where not more than one is. A cell before the first or
   after the last is empty, so that each stands in its column. */
function rowsOf({ element, start, end }) {
  const said = new Map();
  const { text, spots } = read(element);
  let cell = null;
  for (let at = start; at < end; at += 1) {
    // A space may stand between two cells.
    if (text[at] !== " ") cell = spots[at][0].parentElement.closest("td, th") ?? element;
    said.set(cell, (said.get(cell) ?? "") + text[at]);
  }
  if (said.size < 2) return null;
  // What stands in no cell, a caption, is a line of its own.
  const rows = [...new Set([...said.keys()].map((cell) => (cell === element ? element : cell.parentElement)))];
  return rows.map((row) => [...(row.cells ?? [row])].map((cell) => (said.get(cell) ?? "").trim()));
}
