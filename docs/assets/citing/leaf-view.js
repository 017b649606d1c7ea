/* One leaf as it stands on the page: its words, where they come from, the reader's line, and what can be done with it. */
import { button, element } from "../elements.js";
import { GAP } from "./blocks.js";
import { lines } from "./markdown-words.js";
import { inMarks } from "./quotation-marks.js";
import { DO_NOT_QUOTE } from "./quoted-copy.js";
import { CHANGED } from "./standing.js";
import { remarkOn } from "./taking-home.js";
import { markup } from "./wording.js";

/* Return {row, tell(told), warn(so), number(at, count), take(leaf), typed()} of a leaf: `so` is whether its words stand so in
   the text, `typed()` gives {own, isWriting}. `deeds` are {write(own), move(by), remove()}. */
export function leafView(leaf, deeds) {
  const words = element("div", { class: "leaf-words" }, wordsOf(leaf));
  const changed = element("p", { class: "leaf-changed", hidden: true }, CHANGED);
  const citation = element("p", { class: "leaf-citation" });
  const remark = element("p", { class: "leaf-remark" });
  const cites = element("div", { class: "leaf-cites" });
  const place = element("p", { class: "leaf-place" });
  const own = ownLine(leaf, deeds.write);
  const up = button("Up", () => deeds.move(-1), { class: "leaf-up" });
  const down = button("Down", () => deeds.move(1), { class: "leaf-down" });
  const remove = button("Remove", deeds.remove, { class: "leaf-remove" });
  const ways = element("p", { class: "leaf-deeds" }, up, down, remove);
  const row = element("li", { class: "leaf" }, words, changed, citation, remark, cites, place, own.parts, ways);

  function name(label) {
    for (const way of [up, down, remove]) way.setAttribute("aria-label", `${way.textContent}: ${label}`);
    own.field.setAttribute("aria-label", `Your line on ${label}`);
  }

  function tell(told) {
    name(told.label);
    words.replaceChildren(...wordsOf(told));
    citation.replaceChildren(told.isTold ? markup(told.cited) : told.why);
    citation.classList.toggle("leaf-entry", told.isTold && !told.words);
    remark.textContent = told.remark;
    cites.replaceChildren(...citesOf(told));
    place.replaceChildren(element("a", { href: told.link }, told.label), element("span", { class: "leaf-address" }, `: ${told.link}`));
  }

  function warn(so) {
    changed.hidden = so;
  }

  /* A button that leads nowhere keeps its place, and whoever stands on it. */
  function number(at, count) {
    up.setAttribute("aria-disabled", String(at === 0));
    down.setAttribute("aria-disabled", String(at === count - 1));
  }

  name(leaf.label);
  place.append(leaf.label);
  return { row, tell, warn, number, take: own.take, typed: own.typed };
}

/* Return the line that takes the place of a leaf that was removed. */
export function removedView(entry, undo) {
  const { leaf: { label, own }, isElsewhere, isWriting } = entry;
  const back = button("Undo", undo, { class: "leaf-undo", "aria-label": `Undo: ${label} was removed` });
  const line = isElsewhere && (own || isWriting) ? keptLine(entry) : "";
  return element("li", { class: "leaf-removed" }, `Removed${isElsewhere ? " in another page" : ""}: ${label}. `, back, line);
}

/* Who was writing when it was removed goes on writing; the line is kept when the leaf is put back. */
function keptLine(entry) {
  const field = lineField(entry.leaf.own);
  field.setAttribute("aria-label", `Your line on ${entry.leaf.label}`);
  field.addEventListener("input", () => { entry.leaf = { ...entry.leaf, own: field.value }; });
  return element("div", { class: "own" }, field);
}

/* As they are copied into a paper, so that the same words have one form. */
function wordsOf({ words, paraphrased }) {
  if (!words.trim()) return [];
  const texts = paraphrased ? lines(words) : inMarks(lines(words));
  const paragraphs = texts.map((one) => element("p", { class: one === GAP && "left-out" }, one));
  if (!paraphrased) return [element("blockquote", { class: "quotation" }, paragraphs)];
  const said = element("p", { class: "leaf-fidelity" }, `${DO_NOT_QUOTE}. These are not the words of its publisher.`);
  return [element("div", { class: "paraphrase" }, paragraphs), said];
}

function citesOf({ cites }) {
  if (!cites.length) return [];
  return [element("p", {}, "It cites:"), element("ul", {}, cites.map((work) => element("li", {}, entryOf(work))))];
}

/* Return the entry of a work, with what the editor remarks on it. */
export function entryOf(work) {
  const remark = remarkOn(work);
  return [markup(work.listed), remark && element("span", { class: "work-remark" }, ` ${remark}`)];
}

/* `write` says whether the line was kept. It is printed as words: a field would print as much of it as its box shows. */
function ownLine({ own }, write) {
  const field = lineField(own);
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
  const typed = () => ({ own: field.value, isWriting: document.activeElement === field });
  return { field, parts: [element("div", { class: "own" }, field), printed], take, typed };
}

function lineField(own) {
  const field = element("textarea", { rows: 1, placeholder: "A line of your own" });
  field.value = own;
  field.setSelectionRange(own.length, own.length);
  return field;
}
