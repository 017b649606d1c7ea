/* What a browser copies by itself to the words alone, where something stands among them that is none: a note opened in place
   would break its line, a page mark double its space, a card have its own words copied. */
import { blocksOf, inHtml, inText } from "./blocks.js";
import { wholeRange } from "./whole-range.js";
import { holdsOther, partAt, selectedWords } from "../reading/own-words.js";

/* What is laid over the words or opened among them. Its own are copied by who selects nothing else. */
const LAID = ".preview, .in-place, .selection";

/* Hear a copy. What begins or ends outside the text is left to the browser: there more is meant than the words. */
export function clean(event) {
  const selection = getSelection();
  const range = wholeRange(selection);
  if (event.defaultPrevented || !selection.rangeCount || isElsewhere(selection, event.target)) return;
  const laid = [...document.querySelectorAll(LAID)].filter((one) => selection.containsNode(one, true) && !isIn(selection, one));
  const isWithin = range && partAt(range.startContainer) && (partAt(range.endContainer) || range.endOffset === 0);
  const selected = isWithin ? selectedWords(range) : [];
  if (!selected.length || (!laid.length && isClean(selected, range))) return leaveOut(laid);
  const blocks = blocksOf(selected);
  event.preventDefault();
  event.clipboardData.setData("text/plain", blocks.map(inText).join("\n\n"));
  event.clipboardData.setData("text/html", blocks.map(inHtml).join(""));
}

/* Between two blocks there may be what other texts say of them. */
function isClean([{ element }, ...more], range) {
  return !more.length && element.contains(range.startContainer) && element.contains(range.endContainer) && !holdsOther(element, range);
}

function isElsewhere(selection, target) {
  if (target.closest?.("input, textarea, dialog")) return true;
  return [...document.querySelectorAll(".preview")].some((card) => isIn(selection, card));
}

function isIn({ anchorNode, focusNode }, element) {
  return element.contains(anchorNode) && element.contains(focusNode);
}

/* For as long as the browser copies. A raised number in a card can be selected though the card cannot. */
function leaveOut(laid) {
  const all = laid.flatMap((one) => [one, ...one.querySelectorAll("sup")]);
  for (const { style } of all) style.webkitUserSelect = "none";
  setTimeout(() => all.forEach(({ style }) => { style.webkitUserSelect = ""; }));
}
