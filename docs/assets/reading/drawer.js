/* On narrow screens the ways of the site are a popover; one that leads to a place of this very page shuts it. */
import { isOpen } from "./over.js";

export function start({ event }) {
  shut(event);
  addEventListener("click", shut);
}

function shut({ target }) {
  const way = target instanceof Element && target.closest(".md-sidebar a[href]");
  const drawer = way && way.closest("[popover]");
  if (drawer && isOpen(drawer)) drawer.hidePopover();
}
