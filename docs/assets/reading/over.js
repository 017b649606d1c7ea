/* What lies over the page: a dialog, the terms of a ¶, the ways of the site on a narrow screen. Esc shuts that first. */

/* A browser that knows no popovers would refuse `:popover-open`; within `:is()` it passes over it. */
const OVER = ":is(dialog[open], :popover-open)";

export function isSomethingOver() {
  return document.querySelector(OVER) !== null;
}

export function isOpen(element) {
  return element.matches(OVER);
}
