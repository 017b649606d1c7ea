/* One leaf as it stands on the page: its words, where they come from, the reader's line, and what can be done with it. */
import { button, element } from "../elements.js";
import { lines } from "./markdown-words.js";
import { GAP } from "./quoted.js";
import { markup } from "./wording.js";

/* Return {row, tell(told), number(at, count), take(leaf)} of a leaf. `deeds` are {write(own), move(by), remove()}. */
export function leafView(leaf, deeds) {
  const words = element("div", { class: "leaf-words" }, wordsOf(leaf));
  const citation = element("p", { class: "leaf-citation" });
  const cites = element("div", { class: "leaf-cites" });
  const place = element("p", { class: "leaf-place" });
  const own = ownLine(leaf, deeds.write);
  const up = button("Up", () => deeds.move(-1), { class: "leaf-up" });
  const down = button("Down", () => deeds.move(1), { class: "leaf-down" });
  const remove = button("Remove", deeds.remove, { class: "leaf-remove" });
  const ways = element("p", { class: "leaf-deeds" }, up, down, remove);
  const row = element("li", { class: "leaf" }, words, citation, cites, place, own.parts, ways);

  function name(label) {
    for (const way of [up, down, remove]) way.setAttribute("aria-label", `${way.textContent}: ${label}`);
    own.field.setAttribute("aria-label", `Your line on ${label}`);
  }

  function tell(told) {
    name(told.label);
    words.replaceChildren(...wordsOf(told));
    citation.replaceChildren(told.isTold ? markup(told.cited) : told.why);
    citation.classList.toggle("leaf-entry", told.isTold && !told.words);
    cites.replaceChildren(...citesOf(told));
    place.replaceChildren(element("a", { href: told.link }, told.label), element("span", { class: "leaf-address" }, `: ${told.link}`));
  }

  /* A button that leads nowhere keeps its place, and whoever stands on it. */
  function number(at, count) {
    up.setAttribute("aria-disabled", String(at === 0));
    down.setAttribute("aria-disabled", String(at === count - 1));
  }

  name(leaf.label);
  place.append(leaf.label);
  return { row, tell, number, take: own.take };
}

/* Return the line that takes the place of a leaf that was removed. */
export function removedView({ label }, undo) {
  const back = button("Undo", undo, { class: "leaf-undo", "aria-label": `Undo: ${label} was removed` });
  return element("li", { class: "leaf-removed" }, `Removed: ${label}. `, back);
}

/* The marks of quotation are made by the look: what is selected and copied here are the words alone. */
function wordsOf({ words, paraphrased }) {
  if (!words.trim()) return [];
  const paragraphs = lines(words).map((one) => element("p", { class: edgesOf(one) || null }, one));
  if (!paraphrased) return [element("blockquote", { class: "quotation" }, paragraphs)];
  const said = element("p", { class: "leaf-fidelity" }, "Paraphrased: these are not the words of its publisher.");
  return [element("div", { class: "paraphrase" }, paragraphs), said];
}

/* Marks that meet other marks stand a hair apart; what is left out is not quoted. */
function edgesOf(words) {
  if (words === GAP) return "left-out";
  return [/^[“‘]/.test(words) && "opens-quoted", /[”’]$/.test(words) && "closes-quoted"].filter(Boolean).join(" ");
}

function citesOf({ cites }) {
  if (!cites.length) return [];
  return [element("p", {}, "It cites:"), element("ul", {}, cites.map((work) => element("li", {}, markup(work.listed))))];
}

/* `write` says whether the line was kept. It is printed as words: a field would print as much of it as its box shows. */
function ownLine({ own }, write) {
  const field = element("textarea", { rows: 1, placeholder: "A line of your own" });
  const printed = element("p", { class: "own-printed" });
  let isKept = true;
  const keep = () => { isKept = write(field.value); };
  const take = (leaf) => {
    if (!isKept) return keep(); // There may be room for it now: it is nowhere but in the field.
    if (field.value !== leaf.own) field.value = leaf.own;
    printed.textContent = leaf.own;
  };
  field.addEventListener("input", () => {
    printed.textContent = field.value;
    keep();
  });
  take({ own });
  return { field, parts: [element("div", { class: "own" }, field), printed], take };
}
