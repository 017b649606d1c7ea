/* Turns the page of the search into a search that its address holds: an address opens it as it was, typing changes the
   address in place, a choice makes a new entry in the history, and the way back restores what stood there. */
import { read, shortened, write } from "./state.js";
import { styled } from "./style.js";
import { mount } from "./view.js";

await styled;
const host = document.querySelector("[data-search-page]");
const title = document.title;
let shown = location.search;

/* What the address says, and beside it what this entry of the history keeps: the result followed last. */
function stateHere() {
  return { ...read(location.search), ...history.state?.results };
}

function name(state) {
  document.title = state.q ? `${shortened(state.q)} – ${title}` : title;
}

function changed(state, how) {
  const { results, ...others } = history.state ?? {};
  const sifted = how === "sifted";
  const to = new URL(location);
  to.search = write(state).toString();
  if (!sifted) to.hash = "";
  try {
    if (how === "chosen") history.pushState(others, "", to);
    else history.replaceState(sifted ? history.state : others, "", to);
  } catch {}
  shown = location.search;
  name(state);
}

function opened() {
  const { last, top, shown } = view.state();
  try { history.replaceState({ ...history.state, results: { last, top, shown } }, ""); } catch {}
}

const view = mount(host, { state: stateHere(), changed, opened, heading: 2 });
name(stateHere());
addEventListener("popstate", () => {
  // A jump to another place of this page asks for nothing else.
  if (location.search === shown && !history.state?.results) return;
  shown = location.search;
  view.show(stateHere());
  name(stateHere());
});
