/* An address that names a run of ¶, `?to=p14#p12`, marks them all, as the first of them is marked alone. The run belongs to
   the anchor with which it came: whoever follows a link to another within the page leaves it, and the address then names
   that one alone; the way back has the run again. */
import { idOf, parts } from "./own-words.js";
import { kindOf, numberOf, placeAt } from "./places.js";

const IN_RUN = "in-run";
let root = null;
/* The anchor of the link within the page that was followed last. */
let followed = "";

export function start({ root: from }) {
  root = from;
  show();
  addEventListener("click", follow);
  addEventListener("hashchange", leave);
  // The way back to an address that differs in more than its anchor is no change of the anchor to every browser.
  addEventListener("popstate", show);
}

function show() {
  const run = runNamed();
  for (const part of parts()) part.classList.toggle(IN_RUN, run !== null && isWithin(idOf(part), run));
}

/* Return {id, last}, first and last ¶, if the address names a run of which both stand on this page; else null. */
function runNamed() {
  const place = placeAt(location.href, root);
  if (place?.kind !== "paragraph" || place.last === place.id) return null;
  return [place.id, place.last].every((id) => document.getElementById(id)) ? place : null;
}

function isWithin(id, { id: first, last }) {
  return kindOf(id) === "paragraph" && numberOf(id) >= numberOf(first) && numberOf(id) <= numberOf(last);
}

function follow({ target }) {
  followed = target.closest?.('a[href^="#"]')?.hash ?? "";
}

/* A link within the page keeps `?to=`, and would name a run that nobody meant. An address that was typed, or a link that
   has a run of its own, means it: so does the way back. */
function leave() {
  const now = new URL(location);
  if (followed && now.hash === followed && now.searchParams.has("to")) {
    now.searchParams.delete("to");
    try { history.replaceState(history.state, "", now); } catch {}
  }
  followed = "";
  show();
}
