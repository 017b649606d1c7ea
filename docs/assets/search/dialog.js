/* Turns a call from any page into the search in a dialog: one, made once, closed by Esc at once, with the focus given
   back. What stands in it is kept in the history entry, so that the way back from a result finds it again. */
import { element, button } from "./elements.js";
import { address } from "./state.js";
import { ROOT, mount } from "./view.js";

let made = null;

/* `state`: what to search for; without it, what stood there before. The focus goes back to what had it, or to `opener`.
   After the way back from a result (`kept`, or a state that names the last) it goes to that result. */
export function openDialog({ state, opener, kept = false } = {}) {
  made ??= make();
  made.open(state, opener, kept);
}

function make() {
  const link = element("a", { class: "search-as-page" }, "Open as a page");
  const close = button("Close", () => dialog.close(), { class: "search-close" });
  const inner = element("div", { class: "search-dialog-inner md-typeset", "data-scrolls": true });
  const dialog = element("dialog", { class: "search-dialog", "aria-label": "Search" }, inner);
  document.body.append(dialog);
  let view = null;
  let opener = null;
  let outside = false;
  let leaving = false;

  function keep(state) {
    link.href = address(state, ROOT);
    remember(state);
  }

  function open(state, from, kept) {
    const focused = document.activeElement;
    opener = focused && focused !== document.body && !dialog.contains(focused) ? focused : from ?? opener;
    if (!dialog.open) dialog.showModal();
    if (view) {
      if (state) view.show(state);
    } else {
      view = mount(inner, { state, changed: keep, opened: followed, heading: 2, beside: close, below: link });
    }
    keep(view.state());
    if (!kept && !state?.last) view.focus();
  }

  /* A result on this very page does not load it anew: the dialog would stay before it. Its state stays in the history. */
  function followed(to) {
    remember(view.state());
    leaving = sameDocument(to);
    if (leaving) dialog.close();
  }

  function closed() {
    if (!leaving) {
      remember(null);
      opener?.focus();
    }
    leaving = false;
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
  addEventListener("popstate", (event) => {
    const state = event.state?.search;
    if (state && !dialog.open) open(state, null, true);
    else if (!state && dialog.open) dialog.close();
  });
  return { open };
}

function sameDocument(link) {
  const [to, here] = [new URL(link.href), new URL(location)];
  to.hash = here.hash = "";
  return to.href === here.href;
}

/* Keep the state in the entry of the history, beside what others keep there. */
function remember(state) {
  const { search, ...others } = history.state ?? {};
  if (!state && !search) return;
  try { history.replaceState(state ? { ...others, search: state } : others, ""); } catch {}
}
