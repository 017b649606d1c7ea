/* Where the bar of selected words stands: below the last of their lines, or above the first where the reader ended there or
   no room is below; beside them where they fill the screen. On a narrow screen, or for a finger, at its foot: near the
   words the system has a menu of its own. While none of them is in view it is not shown, unless the focus is in it. */
import { read } from "../reading/own-words.js";

const GAP = 8;
const EDGE = 8;
const atFoot = matchMedia("(max-width: 43.75em), (pointer: coarse)");

/* Return a function that puts the bar where the words are now. */
export function placer(bar, selected, isBackward) {
  const first = lineOf(selected[0], selected[0].start);
  const last = lineOf(selected.at(-1), selected.at(-1).end - 1);
  return () => {
    const [begin, end] = [first(), last()];
    bar.classList.toggle("at-foot", atFoot.matches);
    bar.classList.toggle("away", !isInView(begin, end) && !bar.contains(document.activeElement));
    if (atFoot.matches) return bar.style.removeProperty("inset");
    const { left, top } = place(bar.getBoundingClientRect(), begin, end, isBackward, selected[0].element);
    bar.style.inset = `${top}px auto auto ${left}px`;
  };
}

/* Return a function that gives the box of a letter of a part. */
function lineOf({ element }, at) {
  const [node, offset] = read(element).spots[at];
  const letter = new Range();
  letter.setStart(node, offset);
  letter.setEnd(node, offset + 1);
  return () => letter.getBoundingClientRect();
}

function place({ width, height }, first, last, isBackward, block) {
  const { clientWidth, clientHeight } = document.documentElement;
  const least = headerEnd() + EDGE;
  const most = clientHeight - height - EDGE;
  const above = { top: first.top - GAP - height, left: first.left - width / 2 };
  const below = { top: last.bottom + GAP, left: last.right - width / 2 };
  const ways = isBackward ? [above, below] : [below, above];
  const found = ways.find(({ top }) => top >= least && top <= most) ?? ways[0];
  const isCovering = found.top > most ? first.top < clientHeight : found.top < least && last.bottom > least;
  return {
    top: clamp(found.top, least, most),
    left: clamp(isCovering ? block.getBoundingClientRect().right + GAP : found.left, EDGE, clientWidth - width - EDGE),
  };
}

function isInView(first, last) {
  return last.bottom > headerEnd() && first.top < document.documentElement.clientHeight;
}

function headerEnd() {
  return document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
}

function clamp(wanted, least, most) {
  return Math.max(least, Math.min(wanted, most));
}
