/* An answer to the words in which it is told, and what is offered where nothing is found: near words, index terms, and
   what may be left out. */
import { button, element } from "./elements.js";
import { KINDS, chipName } from "./facets.js";

/* What can be typed, before anything is. */
export const WAYS = "Type words, an “exact phrase” in quotation marks, or the number of a note (n. 161). Or choose a theme to "
  + "browse all that stands under it.";

/* Return how much is found, and of what, in a sentence; where the collection lacks a word, which one. */
export function answered(state, found, facets) {
  const { unknown } = found.query;
  const missing = found.total === 0 && unknown.length ? [unknownWords(unknown)] : [];
  return [sentence(state, found, facets), ...missing].join(" ");
}

/* Return the ways on from nothing, as elements. `take(state)` searches for something else. */
export function waysOn(near, looser, take, root) {
  const ways = [meant(near, take), inIndex(near, root), without(looser, take)].filter(Boolean);
  return ways.length ? ways : [element("p", {}, "Try fewer or other words, or browse a theme.")];
}

function sentence(state, found, facets) {
  const names = (facet) => state[facet].map((id) => chipName(facets, facet, id)).join(" or ");
  const words = state.q ? ` for ${state.q}` : "";
  const where = ["theme", "source"].filter((facet) => state[facet].length).map((facet) => ` in ${names(facet)}`).join(",");
  const when = state.year.length ? ` of ${names("year")}` : "";
  if (found.total === 0) {
    const among = state.kind.length ? ` among ${names("kind").toLowerCase()}` : "";
    return `No results${words}${where}${when}${among}.`;
  }
  const parts = KINDS.filter(([kind]) => found.kinds[kind]?.number > 0)
    .map(([kind, , one, many]) => counted(found.kinds[kind].number, one, many));
  return `${counted(found.total, "result", "results")}${words}${where}${when}: ${parts.join(", ")}.`;
}

function counted(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

function unknownWords(unknown) {
  const quoted = unknown.map((word) => `“${word}”`);
  return `No text has the ${quoted.length === 1 ? "word" : "words"} ${quoted.join(", ")}.`;
}

function meant(near, take) {
  const words = near.filter((one) => one.state);
  if (!words.length) return null;
  const buttons = words.map((one) => button(one.said, () => take(one.state), { class: "search-way" }));
  return element("p", { class: "search-meant" }, "Did you mean ", joined(buttons), "?");
}

function inIndex(near, root) {
  const terms = near.filter((one) => one.at);
  if (!terms.length) return null;
  const links = terms.map((one) => element("a", { href: new URL(one.at, root).href, "data-at": one.at }, one.name));
  return element("p", { class: "search-terms" }, "In the subject index: ", joined(links));
}

function without(looser, take) {
  if (!looser.length) return null;
  const ways = looser.map((one) => {
    const made = button(one.said, () => take(one.state), { class: "search-way" });
    return element("li", {}, made, `: ${counted(one.number, "result", "results")}`);
  });
  return element("div", { class: "search-looser" }, element("p", {}, "What would find something:"), element("ul", {}, ways));
}

function joined(nodes) {
  return nodes.flatMap((node, at) => (at ? [", ", node] : [node]));
}
