/* Turns the facets of the collection and the counts of a search into chips: buttons by theme, source, kind and year that
   are pressed or not. A chip is made once and changed in place, so that the focus stays on it. */
import { button, element, ownId } from "../elements.js";
import { KINDS, nothingChosen } from "./state.js";

/* So many sources are shown without asking for more. */
const MOST = 8;

/* `press(facet, id)` is called when a chip is pressed, `clear()` when all choices are to be dropped. */
export function chips(facets, { press, clear }) {
  const groups = [
    row("theme", "Theme", facets.themes, press),
    row("source", "Source", facets.sources, press, MOST),
    row("kind", "Kind", KINDS, press),
    years(press),
  ];
  const cleared = button("Clear", clear, { class: "chips-clear", "aria-label": "Clear all choices", hidden: true });
  const all = element("div", { class: "chips" }, groups.map((group) => group.element), cleared);

  /* Where nothing at all is found (`vain`) only those stay that would find something, or are chosen. */
  function show(state, counts, vain = false) {
    for (const group of groups) group.show(state[group.facet], counts[group.facet] ?? {}, vain);
    cleared.hidden = nothingChosen(state);
  }
  return { element: all, show };
}

function chip(facet, id, name, press) {
  const number = element("span", { class: "chip-number" });
  const colour = facet === "theme" ? ` chip-theme theme-${id}` : "";
  const made = button(name, () => press(facet, id), { class: `chip${colour}`, "data-facet": facet, "data-value": id });
  made.append(" ", number);
  return {
    id,
    element: made,
    show(pressed, count) {
      made.setAttribute("aria-pressed", String(pressed));
      made.setAttribute("aria-label", `${name}, ${count} ${count === 1 ? "result" : "results"}`);
      made.classList.toggle("chip-none", count === 0);
      number.textContent = count.toLocaleString("en");
    },
  };
}

function row(facet, name, values, press, most = Infinity) {
  const label = element("span", { class: "chips-label", id: ownId(facet) }, name);
  const made = values.map(([id, words]) => chip(facet, id, words, press));
  const box = element("div", { class: "chips-row", role: "group", "aria-labelledby": label.id }, label);
  const list = element("div", { class: "chips-list" }, made.map((one) => one.element));
  box.append(list);
  const more = button("", unfold, { class: "chips-more", "aria-expanded": "false" });
  if (made.length > most) list.append(more);
  let seen = [];
  let numbers = {};
  let less = false;

  /* The chosen, and those with most results; all when asked for. Never hide the chip that has the focus. */
  function fold() {
    const open = more.getAttribute("aria-expanded") === "true";
    const number = (one) => numbers[one.id] ?? 0;
    const worth = made.filter((one) => !less || number(one) > 0 || seen.includes(one.id));
    const order = [...worth].sort((one, other) => number(other) - number(one)).map((one) => one.id);
    const kept = new Set([...order.slice(0, most), ...seen]);
    const shown = open ? worth : worth.filter((one) => kept.has(one.id));
    for (const one of made) one.element.hidden = !shown.includes(one) && one.element !== document.activeElement;
    box.hidden = made.every((one) => one.element.hidden);
    const rest = worth.length - kept.size;
    more.hidden = rest <= 0;
    more.textContent = open ? "Fewer" : `${rest} more`;
  }

  function unfold() {
    more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") !== "true"));
    fold();
  }

  return {
    facet,
    element: box,
    show(chosen, counts, vain) {
      for (const one of made) one.show(chosen.includes(one.id), counts[one.id] ?? 0);
      [seen, numbers, less] = [chosen, counts, vain];
      fold();
    },
  };
}

/* The years of works: only those that have results or are chosen, newest first; folded until one is chosen. */
function years(press) {
  const made = new Map();
  const list = element("div", { class: "chips-list" });
  const label = element("span", { id: ownId("year") }, "Year of work");
  const summary = element("summary", { class: "chips-label" }, label);
  const folded = element("details", { class: "chips-row chips-years", "aria-labelledby": label.id }, summary, list);

  function chipOf(year) {
    if (!made.has(year)) made.set(year, chip("year", year, year, press));
    return made.get(year);
  }

  return {
    facet: "year",
    element: folded,
    show(chosen, counts) {
      const found = Object.keys(counts).filter((year) => counts[year] > 0);
      const focused = [...made.keys()].filter((year) => made.get(year).element === document.activeElement);
      const shown = [...new Set([...found, ...chosen, ...focused])].sort().reverse();
      for (const year of shown) chipOf(year).show(chosen.includes(year), counts[year] ?? 0);
      for (const [year, one] of made) if (!shown.includes(year)) one.element.remove();
      place(list, shown.map((year) => made.get(year).element));
      folded.hidden = shown.length === 0;
      if (chosen.length) folded.open = true;
    },
  };
}

/* Put chips in order without moving those that stand right: a chip that is moved loses the focus. */
function place(list, wanted) {
  wanted.forEach((one, at) => {
    if (list.children[at] !== one) list.insertBefore(one, list.children[at] ?? null);
  });
}
