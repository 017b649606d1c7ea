/* Where the notes of a text stand beside it: each with its first line on that of its marker, or below the note before it;
   and long ones folded where another would be pushed far from its marker. */
const GAP = 12;
/* A long note is folded after so many lines where another one would stand further than this from its marker. */
const LINES = 6;
const FAR = 48;
/* The line of the button that unfolds it. */
const FOOT = 26;
/* Where a letter cannot be measured. */
const ASCENT = 0.8;

export const MARKER = 'a[role="doc-noteref"]';
export const BACK = 'a[role="doc-backlink"]';
/* What can stand on a line of the text, or of a note, and is no word of it. own-words.js has the whole list; this file is
   loaded with every text, and does without another. */
const BESIDE = "sup, button, .cite, .in-place, .preview, .note-number, .paragraph-number, .filed-under, [hidden]";

export const section = () => document.querySelector(".reading section.notes");
export const markerOf = (note) => document.getElementById(note.querySelector(BACK)?.hash.slice(1));
const opened = new Set();

/* --- Where notes stand: of each is known where it wants to be, and how high it is in full and folded -------------- */
function stack(notes, folded) {
  let free = -Infinity;
  return notes.map((note) => {
    const top = Math.max(note.wanted, free);
    free = top + (folded.has(note) ? note.short : note.full) + GAP;
    return top;
  });
}

/* Fold the longest of those that push a note far from its marker, until none is far or nothing is left to fold. */
function toFold(notes) {
  const folded = new Set();
  for (;;) {
    const tops = stack(notes, folded);
    const far = (at) => notes[at].wanted > -Infinity && tops[at] - notes[at].wanted > FAR;
    const longest = notes.map((_, at) => far(at) && longestAbove(notes, tops, folded, at)).find(Boolean);
    if (!longest) return needed(notes, folded);
    folded.add(longest);
  }
}

/* What the folding of others made needless is not done. */
function needed(notes, folded) {
  const tops = stack(notes, folded);
  for (const note of [...folded]) {
    folded.delete(note);
    if (stack(notes, folded).some((top, at) => top > tops[at])) folded.add(note);
  }
  return folded;
}

function longestAbove(notes, tops, folded, pushed) {
  let longest = null;
  for (let at = pushed; at > 0 && tops[at] > notes[at].wanted; at -= 1) {
    const note = notes[at - 1];
    if (note.foldable && !folded.has(note) && note.full > (longest?.full ?? 0)) longest = note;
  }
  return longest;
}

/* --- Lines -------------------------------------------------------------------------------------------------------- */
const known = new Map();

/* How far down the box of a letter its baseline is: a part of its height, the same in every size of a face. */
function ascent({ fontStyle, fontWeight, fontFamily }) {
  const font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`;
  if (!known.has(font)) {
    const canvas = document.createElement("canvas").getContext("2d");
    if (!canvas) return ASCENT;
    canvas.font = font;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = canvas.measureText("x");
    known.set(font, up / (up + down));
  }
  return known.get(font);
}

function wordBeside(element, within, step) {
  const { FILTER_ACCEPT, FILTER_SKIP, SHOW_TEXT } = NodeFilter;
  const isWord = ({ data, parentElement }) => data.trim() && !parentElement.closest(BESIDE);
  const words = document.createTreeWalker(within, SHOW_TEXT, (node) => (isWord(node) ? FILTER_ACCEPT : FILTER_SKIP));
  words.currentNode = element;
  return words[step]();
}

function baseline(word, at) {
  const letter = new Range();
  letter.setStart(word, at);
  letter.setEnd(word, at + 1);
  const { top, height } = letter.getBoundingClientRect();
  return top + height * ascent(getComputedStyle(word.parentElement));
}

/* The baseline of the first line of an element; that of a marker, which is raised, is that of the word before it. */
function firstLine(element) {
  const word = wordBeside(element, element, "nextNode");
  return word ? baseline(word, word.data.search(/\S/)) : element.getBoundingClientRect().bottom;
}

function lineOf(marker) {
  const block = marker.closest("p, li, td, th, h1, h2, h3, h4, div");
  const word = wordBeside(marker, block, "previousNode");
  return word ? baseline(word, word.data.trimEnd().length - 1) : firstLine(block);
}

/* --- The notes of the page ---------------------------------------------------------------------------------------- */
function measure(element, start) {
  const { top, height } = element.getBoundingClientRect();
  const marker = markerOf(element);
  const short = LINES * parseFloat(getComputedStyle(element).lineHeight) + FOOT;
  const foot = element.querySelector(".note-more")?.offsetHeight ?? 0;
  const words = element.matches(".folded") ? element.scrollHeight : height - foot;
  const shown = marker?.getClientRects().length;
  return {
    element, short,
    full: words + (opened.has(element) ? FOOT : 0),
    wanted: shown ? lineOf(marker) - (firstLine(element) - top) - start : -Infinity,
    foldable: words > short + FOOT && !opened.has(element),
  };
}

/* In the order of their markers, which need not be that of their numbers: a page may show a part of a text before what
   comes earlier in it. A note without a marker stands after the one before it. */
export function inOrder(notes) {
  const places = new Map([...document.querySelectorAll(`.reading ${MARKER}`)].map((marker, at) => [marker, at]));
  let last = -1;
  const placed = notes.map((note) => [note, (last = places.get(markerOf(note)) ?? last)]);
  return placed.sort(([, one], [, other]) => one - other).map(([note]) => note);
}

/* All is read before anything is written: else the page would be laid out anew for every note. `again` is what lays them
   out when a reader folds or unfolds one. */
export function layOut(again) {
  const article = section().closest("article").getBoundingClientRect();
  const start = section().getBoundingClientRect().top - article.top;
  const notes = inOrder([...section().querySelectorAll(".note")]).map((note) => measure(note, article.top));
  notes[0].wanted = Math.max(notes[0].wanted, 0);
  const folded = toFold(notes);
  const tops = stack(notes, folded);
  const end = tops.at(-1) + (folded.has(notes.at(-1)) ? notes.at(-1).short : notes.at(-1).full);
  notes.forEach((note, at) => {
    note.element.style.setProperty("--fl-top", `${tops[at]}px`);
    note.element.style.setProperty("--fl-folded", `${note.short}px`);
    fold(note.element, folded.has(note), again);
  });
  // What follows the text begins below the last note.
  section().style.setProperty("--fl-hanging", `${Math.max(0, end - start)}px`);
}

function fold(note, yes, again) {
  note.classList.toggle("folded", yes);
  const button = note.querySelector(".note-more") ?? (yes ? addButton(note, again) : null);
  if (!button) return;
  button.hidden = !yes && !opened.has(note);
  button.setAttribute("aria-expanded", String(!yes));
  button.firstChild.data = yes ? "More" : "Less";
}

function addButton(note, again) {
  const button = document.createElement("button");
  const which = document.createElement("span");
  which.textContent = ` of note ${note.querySelector(".note-number").textContent}`;
  button.type = "button";
  button.className = "note-more";
  button.setAttribute("aria-controls", note.id);
  button.append("More", which);
  button.addEventListener("click", () => (note.matches(".folded") ? unfold(note, again) : foldAgain(note, again)));
  note.append(button);
  return button;
}

export function unfold(note, again) {
  if (!note?.matches(".folded")) return;
  opened.add(note);
  again();
}

function foldAgain(note, again) {
  opened.delete(note);
  again();
}
