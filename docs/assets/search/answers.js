/* An answer to the words in which it is told, and what is offered where nothing is found: near words, index terms, and
   what may be left out. */
import { button, element } from "../elements.js";
import { KINDS, shortened, valueName } from "./state.js";

const MOST_UNKNOWN = 5;

/* What can be typed, before anything is. */
export const WAYS = "Type words, an “exact phrase” in quotation marks, or the number of a note (n. 161). Or choose a theme to "
  + "browse all that stands under it.";

/* Return how much is found, and of what, in a sentence; where the collection lacks a word, which one: as pieces of a text,
   of which what was typed is {typed}. */
export function answered(state, found, facets) {
  const missing = found.total === 0 && found.query.unknown.length ? [" ", unknownWords(found.query.unknown)] : [];
  return [...sentence(state, found, facets), ...missing];
}

/* Return the ways on from nothing, as elements. `take(state)` searches for something else. */
export function waysOn(near, looser, take, root) {
  const ways = [meant(near, take), inIndex(near, root), without(looser, take)].filter(Boolean);
  return ways.length ? ways : [element("p", {}, "Try fewer or other words, or browse a theme.")];
}

function sentence(state, found, facets) {
  const number = found.total === 0 ? "No results" : counted(found.total, "result", "results");
  const words = state.q && !found.query.empty ? [" for ", { typed: quoted(state.q) }] : [];
  return [number, ...words, choicesSaid(state, facets), byKind(state, found), "."];
}

function quoted(words) {
  const said = shortened(words);
  return /["“”„«»]/.test(words) ? said : `“${said}”`;
}

/* Return what the choices leave: " in Sanctions or Context, in Bâli 2022, among works of 2020". Only works have a year. */
function choicesSaid(state, facets) {
  const names = (facet, or) => state[facet].map((id) => valueName(facets, facet, id)).join(or);
  const where = ["theme", "source"].filter((facet) => state[facet].length).map((facet) => `in ${names(facet, " or ")}`);
  const kinds = state.kind.length ? names("kind", " and ").toLowerCase() : state.year.length ? "works" : "";
  const among = kinds ? [`among ${kinds}${state.year.length ? ` of ${names("year", " or ")}` : ""}`] : [];
  const said = [...where, ...among].join(", ");
  return said ? ` ${said}` : "";
}

/* Return how many there are of each kind, unless the choices say that there is but one. */
function byKind(state, found) {
  const one = state.kind.length === 1 || (!state.kind.length && state.year.length);
  if (found.total === 0 || one) return "";
  const there = KINDS.filter(([kind]) => found.kinds[kind]?.number > 0);
  return `: ${there.map(([kind, , name, names]) => counted(found.kinds[kind].number, name, names)).join(", ")}`;
}

function counted(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

function unknownWords(unknown) {
  const words = [...new Set(unknown)].map((word) => `“${shortened(word)}”`);
  const rest = words.length > MOST_UNKNOWN ? " or others" : "";
  return `No text has ${words.slice(0, MOST_UNKNOWN).join(" or ")}${rest}.`;
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
  return element("p", { class: "search-terms" }, "In the subject index: ", joined(links, "; "));
}

/* Return what is near to a question that has an answer, as a line; nothing where there is none. */
export function besides(also, take) {
  const ways = also.map((one) => {
    const made = button(one.said, () => take(one.state), { class: "search-way" });
    return element("span", {}, made, ` (${one.number.toLocaleString("en")})`);
  });
  return ways.length ? ["Also: ", ...joined(ways)] : [];
}

function without(looser, take) {
  if (!looser.length) return null;
  const ways = looser.map((one) => {
    const made = button(one.said, () => take(one.state), { class: "search-way" });
    return element("li", {}, made, `: ${counted(one.number, "result", "results")}`);
  });
  return element("div", { class: "search-looser" }, element("p", {}, "What would find something:"), element("ul", {}, ways));
}

function joined(nodes, between = ", ") {
  return nodes.flatMap((node, at) => (at ? [between, node] : [node]));
}
