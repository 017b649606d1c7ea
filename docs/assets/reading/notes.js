/* Turns the notes at the end of a text into notes beside it, on a wide screen: each level with the line of its marker,
   or below the note before it. Nothing is moved in the document, so that print and screen readers have them at the end:
   an offset, `--fl-top`, tells the stylesheet. On a narrow screen a marker opens its note in place (in_place.js). */
const GAP = 12;
/* A long note is folded after so many lines where another one would stand further than this from its marker. */
const LINES = 6;
const FAR = 48;
/* The line of the button that unfolds it. */
const FOOT = 26;
/* From the text to the end of the column of notes, in rem: the least in which they can be read. */
const ROOM_BESIDE = 10;
/* Where a letter cannot be measured. */
const ASCENT = 0.8;
/* What the page is scrolled to has some lines above it. */
const ROOM = 120;
/* A pointer that only passes over a marker unfolds nothing. */
const PAUSE = 250;

const page = document.documentElement;
const wide = matchMedia("screen and (min-width: 62.5em)");
const MARKER = 'a[role="doc-noteref"]';
const BACK = 'a[role="doc-backlink"]';
/* What is no word of the text that holds it; landing.js has the twin of this list: a file of both
   would be one more to load with every text. */
const BESIDE = "sup, button, .in-place, .preview, .note-number, .paragraph-number, .filed-under, [hidden]";

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

/* --- Beside the text ---------------------------------------------------------------------------------------------- */
const section = () => document.querySelector(".reading section.notes");
const isBeside = () => page.dataset.notes === "beside";
const markerOf = (note) => document.getElementById(note.querySelector(BACK)?.hash.slice(1));
const noteOf = (marker) => document.getElementById(marker.hash.slice(1));
const opened = new Set();

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
function inOrder(notes) {
  const places = new Map([...document.querySelectorAll(`.reading ${MARKER}`)].map((marker, at) => [marker, at]));
  let last = -1;
  const placed = notes.map((note) => [note, (last = places.get(markerOf(note)) ?? last)]);
  return placed.sort(([, one], [, other]) => one - other).map(([note]) => note);
}

/* Notes that cannot be placed lie one on another: then they are better at the end. */
function place() {
  if (!isBeside()) return;
  try {
    layOut();
  } catch (fault) {
    isFaulty = true;
    choose();
    throw fault;
  }
}

/* All is read before anything is written: else the page would be laid out anew for every note. */
function layOut() {
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
    fold(note.element, folded.has(note));
  });
  // What follows the text begins below the last note.
  section().style.setProperty("--fl-hanging", `${Math.max(0, end - start)}px`);
}

function fold(note, yes) {
  note.classList.toggle("folded", yes);
  const button = note.querySelector(".note-more") ?? (yes ? addButton(note) : null);
  if (!button) return;
  button.hidden = !yes && !opened.has(note);
  button.setAttribute("aria-expanded", String(!yes));
  button.firstChild.data = yes ? "More" : "Less";
}

function addButton(note) {
  const button = document.createElement("button");
  const which = document.createElement("span");
  which.textContent = ` of note ${note.querySelector(".note-number").textContent}`;
  button.type = "button";
  button.className = "note-more";
  button.setAttribute("aria-controls", note.id);
  button.append("More", which);
  button.addEventListener("click", () => (note.matches(".folded") ? unfold(note) : foldAgain(note)));
  note.append(button);
  return button;
}

function unfold(note) {
  if (!note?.matches(".folded")) return;
  opened.add(note);
  place();
}

function foldAgain(note) {
  opened.delete(note);
  place();
}

/* --- Marker and note, each shown by the other --------------------------------------------------------------------- */
function counterpart(target) {
  if (!isBeside() || !(target instanceof Element)) return null;
  const marker = target.closest(MARKER);
  const note = target.closest(".note");
  return marker ? noteOf(marker) : note && markerOf(note);
}

let pause = 0;

function light({ target, type }) {
  for (const lit of document.querySelectorAll(".reading .lit")) lit.classList.remove("lit");
  clearTimeout(pause);
  const other = counterpart(target);
  other?.classList.add("lit");
  if (type === "focusin" && !target.matches?.(".note-more")) unfold(target.closest?.(".note"));
  if (other?.matches(".folded")) pause = setTimeout(() => isBeside() && unfold(other), type === "focusin" ? 0 : PAUSE);
}

/* --- Addresses ---------------------------------------------------------------------------------------------------- */
/* Where on the screen an element may stay, or is to come: wholly in view, and moved no further than that takes. */
function wantedTop(element) {
  const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const { top, bottom, height } = element.getBoundingClientRect();
  if (top < header) return header + ROOM;
  return bottom <= innerHeight ? top : Math.max(header + GAP, innerHeight - height - ROOM / 2);
}

function inView(element) {
  return wantedTop(element) === element.getBoundingClientRect().top;
}

/* An address scrolls its target to the top of the screen, less its margin: with this one the page stays, or nearly. */
function stay(target) {
  target.style.scrollMarginTop = `${wantedTop(target)}px`;
  requestAnimationFrame(() => requestAnimationFrame(() => target.style.removeProperty("scroll-margin-top")));
}

/* The note that an address names; the heading of them all, which is not to be seen beside the text, stands for the first. */
function addressed() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches(".notes > h2")) return inOrder([...section().querySelectorAll(".note")])[0];
  return target?.matches(".notes .note") ? target : null;
}

function showAddressed() {
  const note = addressed();
  if (!isBeside() || !note) return;
  unfold(note);
  if (!inView(note)) note.scrollIntoView({ block: "center", behavior: "instant" });
}

/* The way back as well, which would else bring what it leads to under the header. */
function turnBack() {
  const target = document.getElementById(location.hash.slice(1));
  if (isBeside() && target?.matches(`.notes .note, .reading ${MARKER}`)) stay(target);
}

let inPlace = null;

async function loadInPlace() {
  const feature = await import("./in_place.js");
  feature.start();
  return feature;
}

function follow(event) {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (event.defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
  const link = event.target.closest?.(`${MARKER}, .notes ${BACK}`);
  if (!link?.closest(".reading")) return;
  const target = document.getElementById(link.hash.slice(1));
  if (!target) return;
  if (isBeside()) {
    unfold(target);
    stay(target);
  } else if (link.matches(MARKER)) {
    event.preventDefault();
    inPlace ??= loadInPlace();
    inPlace.then(({ toggle }) => toggle(link, target)).catch(() => (location.hash = link.hash));
  }
}

/* --- Which of the two --------------------------------------------------------------------------------------------- */
/* Boxes that are made anew have not moved: nothing that stands below the text is seen to jump. */
function renew(change) {
  const listed = [...document.querySelectorAll('.md-nav a[href="#notes"]')].map((link) => link.closest("li"));
  const footer = document.querySelector(".md-footer");
  const later = [section(), ...after(section()), ...listed.flatMap(after), footer];
  const parts = later.filter((part) => part && !part.style.display);
  for (const part of parts) part.style.display = "none";
  change();
  void page.offsetHeight;
  for (const part of parts) part.style.removeProperty("display");
}

function after(element) {
  const parts = [...element.parentElement.children];
  return parts.slice(parts.indexOf(element) + 1);
}

let isFaulty = false;
let chosen = null;

/* A media query does not see how large a reader has made the letters of a page: the notes may have no room by the text. */
function hasRoom() {
  const text = document.querySelector(".reading .themed, .reading article > p");
  const { right } = section().closest("article").getBoundingClientRect();
  return !text || right - text.getBoundingClientRect().right > ROOM_BESIDE * parseFloat(getComputedStyle(page).fontSize);
}

function choose() {
  const beside = wide.matches && !isFaulty && hasRoom();
  if (beside === chosen) return;
  chosen = beside;
  for (const marker of document.querySelectorAll(`.reading ${MARKER}`)) {
    if (beside) marker.removeAttribute("aria-expanded");
    else marker.setAttribute("aria-expanded", "false");
  }
  if (beside) inPlace?.then(({ closeAll }) => closeAll()).catch(() => {});
  if (beside === isBeside()) return;
  const midst = read ?? midstOf();
  renew(() => {
    if (beside) page.dataset.notes = "beside";
    else delete page.dataset.notes;
  });
  place();
  if (midst) scrollBy({ top: placeOf(midst) - innerHeight / 2, behavior: "instant" });
}

/* What is in the midst of the screen stays there, be it a note that goes from the one place to the other. Where it was is
   known from before: when the width changes, the text has moved already. */
let read = null;

function midstOf() {
  const middle = innerHeight / 2;
  const found = [0, 40, -40].map((more) => document.elementFromPoint(innerWidth / 2, middle + more));
  const element = found.map((one) => one?.closest(".note, p, li, td, h1, h2, h3, h4")).find(Boolean);
  if (!element) return null;
  const { top, height } = element.getBoundingClientRect();
  return { element, part: (middle - top) / height };
}

function placeOf({ element, part }) {
  const { top, height } = element.getBoundingClientRect();
  return top + part * height;
}

/* An address that led here shows its note with the text that it belongs to; unless the reader is elsewhere already. */
function begin() {
  const note = addressed();
  const isAsked = note && (scrollY === 0 || inView(document.getElementById(location.hash.slice(1))));
  choose();
  if (!isAsked || !isBeside()) return;
  unfold(note);
  note.scrollIntoView({ block: "center", behavior: "instant" });
}

export function start() {
  let asked = 0;
  let resting = 0;
  const renewed = () => {
    choose();
    place();
  };
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(renewed);
    rest();
  };
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(() => { read = midstOf(); }, PAUSE);
  };
  wide.addEventListener("change", choose);
  addEventListener("resize", soon);
  addEventListener("scroll", rest, { passive: true });
  addEventListener("popstate", turnBack);
  addEventListener("hashchange", showAddressed);
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, light);
  document.addEventListener("click", follow);
  begin();
  if (globalThis.ResizeObserver) new ResizeObserver(soon).observe(section().closest("article"));
  document.fonts?.ready.then(soon);
}
