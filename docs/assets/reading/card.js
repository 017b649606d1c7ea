/* A card beside a link: one at a time, in the document right after its link, so that Tab goes from the one into the
   other. It is there only while it is shown; nothing that reads or copies the page meets it otherwise. */
import { element } from "../elements.js";

const ID = "preview";
/* Between the card and its link, and between the card and the edge of the screen. */
const GAP = 4;
const EDGE = 8;

let link = null;
let card = null;
/* Of a link that runs over several lines, the one at which the card stands; and whether it stands above it. */
let line = 0;
let isAbove = true;

/* Return the link whose card is shown, if any. */
export function opened() {
  return link;
}

/* Tell whether something stands within the card or its link. */
export function holds(node) {
  return link !== null && node instanceof Node && (link.contains(node) || card.contains(node));
}

/* Show the card of a link: `name` is what a screen reader says of it, `point` where the pointer is, if it is one.

   The card is a group with a name, not a description of its link: a description would be read in one breath at each
   marker, its links lost. `aria-details` says that there is more, and the reader finds it as the next thing. */
export function show(at, { name, content }, point) {
  close();
  link = at;
  card = element("div", { id: ID, class: "preview", role: "group", "aria-label": `Preview: ${name}` }, content);
  link.setAttribute("aria-details", ID);
  // A number raised above its line is small and cannot be selected: the card stands after it.
  (link.closest("sup") ?? link).after(card);
  // Over all else, and yet within whatever popover holds the link; an old browser has neither, and lays it on the page.
  if (card.showPopover) {
    card.popover = "manual";
    card.showPopover();
  }
  line = point ? lineUnder(point) : 0;
  isAbove = choose();
  follow();
  // What can be scrolled can be reached by the keyboard.
  if (card.scrollHeight > card.clientHeight && !card.querySelector("a")) card.tabIndex = 0;
}

export function close() {
  if (!link) return;
  link.removeAttribute("aria-details");
  card.remove();
  link = card = null;
}

/* Put the card where its link is now; tell whether that can be seen. */
export function follow() {
  const { top, bottom, left } = box();
  const { clientHeight: height } = document.documentElement;
  if (bottom < 0 || top > height) return false;
  card.style.maxHeight = `min(60vh, ${Math.max(room()[isAbove ? "above" : "below"], 0)}px)`;
  const own = card.getBoundingClientRect();
  card.style.left = `${Math.max(EDGE, Math.min(left - EDGE, end() - own.width))}px`;
  card.style.top = `${isAbove ? top - GAP - own.height : bottom + GAP}px`;
  return true;
}

/* How far to the right it may reach: of a link in the text not over the notes that stand beside it. */
function end() {
  const page = document.documentElement;
  const isBesideNotes = page.dataset.notes === "beside" && !link.closest(".note");
  const text = isBesideNotes ? link.closest("p, li, td, th, h1, h2, h3, h4, summary") : null;
  return Math.min(text?.getBoundingClientRect().right ?? Infinity, page.clientWidth - EDGE);
}

/* Above, where it hides what has been read, if there is room; else where there is more. */
function choose() {
  const { above, below } = room();
  return card.getBoundingClientRect().height <= above || above > below;
}

function room() {
  const { top, bottom } = box();
  return { above: top - GAP - EDGE, below: document.documentElement.clientHeight - bottom - GAP - EDGE };
}

function box() {
  const boxes = link.getClientRects();
  return boxes[line] ?? boxes[0] ?? link.getBoundingClientRect();
}

function lineUnder({ x, y }) {
  const found = [...link.getClientRects()].findIndex((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
  return Math.max(found, 0);
}
