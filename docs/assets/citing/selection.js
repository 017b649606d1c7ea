/* Words that a reader selects to a quotation with its citation: a small bar beside them offers to copy them so, or to gather
   them. It comes once a selection rests, and goes with it; Esc sends it away. */
import { clean } from "./clean-copy.js";
import { look } from "./look.js";
import { quotationOf } from "./quoted.js";
import { makeBar } from "./selection-bar.js";
import { takeWhole } from "./whole-block.js";
import { isBackward, isSame, wholeRange } from "./whole-range.js";
import { selectedWords } from "../reading/own-words.js";

/* So long a selection rests: it may be made with the keys, or with a finger on its handles. */
const PAUSE = 250;

let bar = null;
let styled = null;
let resting = 0;
let isPressed = false;
/* What the bar is for, or was when the reader sent it away. */
let told = null;

/* `event` may be the third of three clicks, which came while this was loaded. */
export function start({ root, event }) {
  styled = look("selection.css");
  bar = makeBar(root);
  document.addEventListener("selectionchange", changed);
  document.addEventListener("copy", clean);
  addEventListener("pointerdown", pressed, { capture: true, passive: true });
  for (const name of ["pointerup", "pointercancel", "touchend"]) addEventListener(name, released, { capture: true, passive: true });
  addEventListener("click", takeWhole);
  addEventListener("keydown", escaped, { capture: true });
  addEventListener("scroll", () => bar.follow(), { capture: true, passive: true });
  addEventListener("resize", () => bar.follow(), { passive: true });
  // The first words may still be in selection while this is loaded.
  isPressed = document.querySelector(":active") !== null;
  if (event?.type === "click") takeWhole(event);
  changed();
}

function pressed({ target }) {
  isPressed = !bar.holds(target);
}

function released() {
  if (!isPressed) return;
  isPressed = false;
  changed();
}

function changed() {
  clearTimeout(resting);
  // To choose a style may cost a browser the selection: the bar stands for the words all the same.
  if (bar.holds(document.activeElement)) return;
  const range = wholeRange(getSelection());
  if (range && isSame(range, told)) return;
  told = null;
  bar.hide();
  if (range && !isPressed) resting = setTimeout(offer, PAUSE);
}

async function offer() {
  await styled;
  const selection = getSelection();
  const range = wholeRange(selection);
  const selected = range ? selectedWords(range) : [];
  const quotation = quotationOf(selected);
  if (!quotation || isPressed) return;
  told = range;
  bar.show(quotation, selected, isBackward(selection));
}

function escaped(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !bar.isShown()) return;
  event.preventDefault();
  bar.hide();
}
