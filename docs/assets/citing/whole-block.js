/* Three clicks to all words of the block in which they are. A browser takes them as far as something that cannot be selected,
   the number of a note, and part of a ¶ would be quoted as if it were the ¶. */
import { wholeRange } from "./whole-range.js";
import { NO_WORDS, partAt, read, selectedWords } from "../reading/own-words.js";

/* Hear a click. Where more is selected than words of one block, the reader meant more. */
export function takeWhole({ target, detail, button }) {
  const part = detail >= 3 && !button ? partAt(target) : null;
  const range = part && !isBeside(target, part) ? wholeRange(getSelection()) : null;
  const selected = range ? selectedWords(range) : [];
  if (selected.length !== 1 || selected[0].element !== part) return;
  // Of a table it is the cell.
  const block = target.closest("td, th") ?? part;
  const { text, spots } = read(part);
  const own = spots.slice(0, text.length).filter(([node]) => node.nodeType === Node.TEXT_NODE && block.contains(node));
  const [first, last] = [own[0], own.at(-1)];
  getSelection().setBaseAndExtent(first[0], first[1], last[0], last[1] + 1);
}

function isBeside(target, part) {
  const other = target.closest(NO_WORDS);
  return other !== null && other !== part && part.contains(other);
}
