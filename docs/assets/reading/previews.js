/* What a link leads to, in a card beside it: on hover after a moment, and on the focus of the keyboard. The card
   stays while the pointer or the focus is on the link or in it, and goes with Esc. A finger gets none: it follows the
   link. */
import { isSeenBeside } from "./beside.js";
import { close, follow, holds, opened, show } from "./card.js";
import { describe, targetOf } from "./preview-data.js";
import { words } from "./preview-words.js";

/* Who goes on with Tab comes from link to link: a card that opened at once would put its own links between them. */
const MOMENT = { pointer: 200, focus: 500 };
/* Of a note that is in view beside the text a card only says more: it is for who rests on the marker. */
const REST = 700;
/* So long a pointer may be away from both, on its way from the one to the other. */
const GRACE = 250;

let root = null;
/* What keeps the card open. */
const held = { pointer: false, focus: false };
/* What the pointer is over, and where it is. */
let over = null;
let point = { x: 0, y: 0 };
/* The link that waits for its card, and the one whose card the reader sent away. */
let waiting = null;
let dismissed = null;
let opening = 0;
let closing = 0;

export function start({ root: from, event }) {
  root = from;
  addEventListener("pointermove", pointed, { passive: true });
  addEventListener("pointerdown", pressed, { capture: true, passive: true });
  addEventListener("pointerout", left, { passive: true });
  addEventListener("focusin", focused);
  addEventListener("focusout", blurred);
  addEventListener("keydown", escaped, { capture: true });
  addEventListener("scroll", moved, { capture: true, passive: true });
  addEventListener("resize", moved, { passive: true });
  // While this was loaded, the reader may have gone on.
  if (event?.type === "focusin" && event.target === document.activeElement) focused(event);
  const under = [...document.querySelectorAll(":hover")].at(-1);
  const { type, clientX, clientY, buttons, pointerType } = event ?? {};
  if (type === "pointerover" && under) pointed({ target: under, clientX, clientY, buttons, pointerType });
}

/* --- The pointer ---------------------------------------------------------------------------------------------------- */
/* It has to be moved, and no button pressed: a page that scrolls under a pointer at rest opens nothing. */
function pointed(event) {
  point = { x: event.clientX, y: event.clientY };
  if (event.pointerType === "touch" || event.target === over) return;
  over = event.target;
  held.pointer = holds(over);
  const link = linkAt(over);
  if (link !== dismissed) dismissed = null;
  if (link && !held.pointer && !event.buttons && link !== dismissed) wait(link, "pointer");
  else forget();
  letGo();
}

function left({ relatedTarget }) {
  if (relatedTarget) return;
  over = null;
  held.pointer = false;
  forget();
  letGo();
}

/* Whoever presses a link has decided. */
function pressed({ target }) {
  forget();
  if (holds(target) && !opened().contains(target)) return;
  dismissed = linkAt(target);
  putAway();
}

/* --- The focus ------------------------------------------------------------------------------------------------------ */
function focused({ target, relatedTarget }) {
  if (target instanceof Element && target.closest("dialog")) putAway();
  const link = linkAt(target);
  const isAsked = link?.matches(":focus-visible") && !isBack(link, relatedTarget);
  held.focus = holds(target) && (target !== opened() || Boolean(isAsked));
  if (isAsked && !held.focus && link !== dismissed) wait(link, "focus");
  else forget();
  if (link !== dismissed) dismissed = null;
  letGo();
}

/* Who comes back to a marker from its note has read it. */
function isBack(link, from) {
  return link.id !== "" && from?.hash === `#${link.id}`;
}

function blurred({ relatedTarget }) {
  if (holds(relatedTarget)) return;
  held.focus = false;
  forget();
  letGo();
}

/* Esc sends the card away and does nothing else: what else hears it may close what the card stands in. */
function escaped(event) {
  if (event.key !== "Escape" || !opened()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  dismissed = opened();
  forget();
  putAway();
}

/* --- Opening and closing -------------------------------------------------------------------------------------------- */
function linkAt(element) {
  const link = element instanceof Element ? element.closest("a[href]") : null;
  return link && !isOpenInPlace(link) && targetOf(link, root) ? link : null;
}

/* A marker whose note stands below its line has nothing to add; a press may have opened it while a card was waited for. */
function isOpenInPlace(link) {
  return link.getAttribute("aria-expanded") === "true";
}

function isBarred() {
  return document.querySelector("dialog[open]") !== null;
}

/* What is to be shown is fetched while the moment passes. */
function wait(link, by) {
  if (link === waiting) return;
  forget();
  if (isBarred()) return;
  waiting = link;
  const described = describe(targetOf(link, root), root);
  // Should it fail, that is told by who waits for it, or by nobody.
  described.catch(() => {});
  opening = setTimeout(() => tell(link, by, described), momentOf(link, by));
}

function momentOf(link, by) {
  const isRest = by === "pointer" && link.matches('[role="doc-noteref"]');
  return isRest && isSeenBeside(document.getElementById(link.hash.slice(1))) ? REST : MOMENT[by];
}

/* Where that fails no card comes, and that of the link before does not stay for it. */
async function tell(link, by, described) {
  try {
    const told = words(await described, root);
    if (link !== waiting || !told || !link.isConnected || isOpenInPlace(link) || isBarred()) return;
    putAway();
    held[by] = true;
    show(link, told, by === "pointer" ? point : null);
  } catch (fault) {
    console.error(fault);
    if (link === waiting) putAway();
  } finally {
    if (link === waiting) waiting = null;
  }
}

function forget() {
  clearTimeout(opening);
  waiting = null;
}

/* The card goes when nothing keeps it, after a moment in which the pointer may come back. */
function letGo() {
  clearTimeout(closing);
  if (opened() && !held.pointer && !held.focus) closing = setTimeout(putAway, GRACE);
}

function putAway() {
  clearTimeout(closing);
  const link = opened();
  const isInside = link !== document.activeElement && holds(document.activeElement);
  held.pointer = held.focus = false;
  if (isInside) {
    dismissed = link;
    link.focus({ preventScroll: true });
  }
  close();
}

/* The card goes along with its link, and away with it. */
function moved({ target }) {
  if (!opened() || (target instanceof Element && holds(target))) return;
  if (!follow()) return putAway();
  if (held.pointer) held.pointer = holds(document.elementFromPoint(point.x, point.y));
  letGo();
}
