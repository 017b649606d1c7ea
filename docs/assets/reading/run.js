/* An address that names a run of ¶, `?to=p14#p12`, marks them all, as the first of them is marked alone. The run belongs to
   the anchor with which it came: whoever goes on to another within the page leaves it, and the address then names that one
   alone; the way back has the run again. */
import { idOf, parts } from "../citing/words.js";
import { kindOf, numberOf, placeAt } from "./places.js";

const IN_RUN = "in-run";
let root = null;

export function start({ root: from }) {
  root = from;
  show();
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

/* A link within the page keeps `?to=`, and would name a run that nobody meant. On the way back only the run itself has it. */
function leave({ oldURL, newURL }) {
  const [old, now] = [new URL(oldURL), new URL(newURL)];
  const isLink = [old, now].every(({ searchParams }) => searchParams.has("to")) && old.hash !== now.hash;
  if (isLink) {
    now.searchParams.delete("to");
    try { history.replaceState(history.state, "", now); } catch {}
  }
  show();
}
