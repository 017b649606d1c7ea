/* Turns the notes at the end of a text into notes beside it, on a wide screen: each level with the line of its marker,
   or below the note before it. Nothing is moved in the document, so that print and screen readers have them at the end:
   an offset, `--fl-top`, tells the stylesheet. On a narrow screen a marker opens its note in place (in_place.js). */
import { BACK, MARKER, inOrder, layOut, markerOf, section, unfold as unfoldIn } from "./placing.js";

const GAP = 12;
/* From the text to the end of the column of notes, in rem: the least in which they can be read. */
const ROOM_BESIDE = 10;
/* What the page is scrolled to has some lines above it. */
const ROOM = 120;
/* A pointer that only passes over a marker unfolds nothing. */
const PAUSE = 250;

const page = document.documentElement;
const wide = matchMedia("screen and (min-width: 62.5em)");
/* --- Beside the text ---------------------------------------------------------------------------------------------- */
const isBeside = () => page.dataset.notes === "beside";
const noteOf = (marker) => document.getElementById(marker.hash.slice(1));
const unfold = (note) => unfoldIn(note, place);

/* Notes that cannot be placed lie one on another: then they are better at the end. */
function place() {
  if (!isBeside()) return;
  try {
    layOut(place);
  } catch (fault) {
    isFaulty = true;
    choose();
    throw fault;
  }
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
