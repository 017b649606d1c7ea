/* What a browser copies by itself to the words alone, where something stands among them that is none: a note opened in place
   would break its line, a page mark double its space. */
import { blocksOf } from "./quoted.js";
import { wholeRange } from "./whole-range.js";
import { escaped } from "./wording.js";
import { holdsOther, isPartAt, selectedWords } from "./words.js";

/* Hear a copy. What begins or ends outside the text is left to the browser: there more is meant than the words. */
export function clean(event) {
  const range = wholeRange(getSelection());
  if (event.defaultPrevented || !range || event.target.closest?.("input, textarea, dialog, .preview")) return;
  const isWithin = isPartAt(range.startContainer) && (isPartAt(range.endContainer) || range.endOffset === 0);
  const selected = isWithin ? selectedWords(range) : [];
  if (!selected.length || (selected.length === 1 && !holdsOther(selected[0].element, range))) return;
  const words = blocksOf(selected);
  event.preventDefault();
  event.clipboardData.setData("text/plain", words.join("\n\n"));
  event.clipboardData.setData("text/html", words.map((one) => `<p>${escaped(one)}</p>`).join(""));
}
