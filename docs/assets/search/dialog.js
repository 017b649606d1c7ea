/* Turns a call from any page into the search in a dialog: one, made once, closed by Esc at once, with the focus given
   back. What stands in it is kept in the history entry, so that the way back from a result finds it again. */
import { element, button } from "../elements.js";
import { address } from "./state.js";
import { styled } from "./style.js";
import { ROOT, mount } from "./view.js";

await styled;
let made = null;

/* `state`: what to search for; without it, what stood there before. `typed`: what was typed while this was being loaded.
   The focus goes into the line, or to the result that the state names as the last; on closing back to what had it, or to
   `opener`. */
export function openDialog({ state, opener, typed = "" } = {}) {
  made ??= make();
  made.open(state, opener, typed);
}

function make() {
  const link = element("a", {}, "Open as a page");
  const close = button("Close", () => dialog.close(), { class: "search-close" });
  const inner = element("div", { class: "search-dialog-inner md-typeset", "data-scrolls": true });
  const dialog = element("dialog", { class: "search-dialog", "aria-label": "Search" }, inner);
  document.body.append(dialog);
  let view = null;
  let openers = [];
  let outside = false;
  let leaving = false;

  function keep(state) {
    link.href = address(state, ROOT);
    remember(state);
  }

  function open(state, from, typed) {
    const focused = document.activeElement;
    if (!dialog.contains(focused)) openers = [focused, from];
    if (!dialog.open) dialog.showModal();
    if (view) {
      if (state) view.show(state);
    } else {
      view = mount(inner, { state, changed: keep, opened: followed, heading: 2, beside: close, below: link });
    }
    keep(view.state());
    view.focus();
    if (typed) view.type(typed);
  }

  /* A result on this very page does not load it anew: the dialog would stay before it. Its state stays in the entry of
     the history that is left; where the address is the present one no entry is left, and the state is forgotten. */
  function followed(to) {
    remember(to.href === location.href ? null : view.state());
    leaving = sameDocument(to);
    if (!leaving) return;
    dialog.close();
    receive(placeOf(to));
  }

  function closed() {
    if (!leaving) {
      remember(null);
      giveBack();
    }
    leaving = false;
  }

  /* What had the focus may be gone, or was the page as a whole. */
  function giveBack() {
    for (const one of openers) {
      if (!one || one === document.body) continue;
      one.focus();
      if (document.activeElement === one) return;
    }
  }

  const beyond = (event) => {
    const box = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    return event.target === dialog && (x < box.left || x > box.right || y < box.top || y > box.bottom);
  };
  dialog.addEventListener("close", closed);
  // Words that are selected by drawing the pointer out of the dialog do not close it.
  dialog.addEventListener("pointerdown", (event) => { outside = beyond(event); });
  dialog.addEventListener("click", (event) => { if (outside && beyond(event)) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const typing = event.target.matches("input");
    const asked = event.key === "/" ? !typing : event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!asked) return;
    event.preventDefault();
    view.focus();
  });
  // The way back into the search is kept by the script of the header, which is there before this one.
  addEventListener("popstate", (event) => {
    if (event.state?.search || !dialog.open) return;
    leaving = true;
    dialog.close();
  });
  return { open };
}

function sameDocument(link) {
  const [to, here] = [new URL(link.href), new URL(location)];
  to.hash = here.hash = "";
  return to.href === here.href;
}

function placeOf(link) {
  const id = new URL(link.href).hash.slice(1);
  try { return document.getElementById(decodeURIComponent(id)); } catch { return null; }
}

/* Let a place have the focus once, which the browser gives to where a link leads: keys and voice go on from there. */
function receive(place) {
  if (!place || place.tabIndex >= 0 || place.hasAttribute("tabindex")) return;
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
}

/* Keep the state in the entry of the history, beside what others keep there. */
function remember(state) {
  const { search, ...others } = history.state ?? {};
  if (!state && !search) return;
  try { history.replaceState(state ? { ...others, search: state } : others, ""); } catch {}
}
