/* A selection to one range. A browser may keep it in several, cut where something stands that cannot be selected. */
import { selectedWords } from "../reading/own-words.js";

/* Return the range from the first selected word to the last; null where nothing is selected, or words between two ranges are
   not: then the reader chose several places, and they are no one quotation. */
export function wholeRange(selection) {
  if (selection.isCollapsed && selection.rangeCount < 2) return null;
  const ranges = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
  if (!ranges.length || ranges.slice(1).some((range, at) => hasWords(between(ranges[at], range)))) return null;
  return rangeOf(ranges[0].startContainer, ranges[0].startOffset, ranges.at(-1).endContainer, ranges.at(-1).endOffset);
}

/* Tell whether the reader went from the end of the words to their beginning. */
export function isBackward({ anchorNode, anchorOffset, focusNode, focusOffset }) {
  const from = new Range();
  from.setStart(anchorNode, anchorOffset);
  return from.comparePoint(focusNode, focusOffset) < 0;
}

export function isSame(one, other) {
  const ends = ["startContainer", "startOffset", "endContainer", "endOffset"];
  return Boolean(one && other) && ends.every((end) => one[end] === other[end]);
}

function between(one, next) {
  return rangeOf(one.endContainer, one.endOffset, next.startContainer, next.startOffset);
}

function rangeOf(from, fromOffset, to, toOffset) {
  const range = new Range();
  range.setStart(from, fromOffset);
  range.setEnd(to, toOffset);
  return range;
}

function hasWords(range) {
  return selectedWords(range).length > 0;
}
