/* Opens a note under the line of its marker, where no room is beside the text: the words of the note once more, without
   their ids, which stay with the note at the end. A second tap, "Close" or Esc shuts it. */
import { isSomethingOver } from "./over.js";

const panels = new Map();

export function start() {
  document.addEventListener("keydown", escape);
  document.addEventListener("pointerdown", choosing);
}

export function toggle(marker, note) {
  if (panels.has(marker)) close(marker);
  else open(marker, note);
}

/* On a wide screen a marker opens nothing, and says so. */
export function closeAll() {
  for (const marker of [...panels.keys()]) {
    close(marker);
    marker.removeAttribute("aria-expanded");
  }
}

function open(marker, note) {
  const panel = panelOf(marker, note);
  panels.set(marker, panel);
  // A table or a heading is no place for a line of its own: there the note stands below.
  const block = marker.closest("table, h1, h2, h3, h4");
  panel.classList.toggle("below", block !== null);
  if (block) (block.closest(".md-typeset__scrollwrap") ?? block).after(panel);
  else marker.closest("sup").after(panel);
  marker.setAttribute("aria-expanded", "true");
  marker.setAttribute("aria-controls", panel.id);
  const { bottom, height } = panel.getBoundingClientRect();
  if (bottom > innerHeight && height < innerHeight / 2) panel.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function close(marker) {
  panels.get(marker)?.remove();
  panels.delete(marker);
  marker.setAttribute("aria-expanded", "false");
  marker.removeAttribute("aria-controls");
}

function panelOf(marker, note) {
  const number = note.querySelector(".note-number");
  const panel = part("span", "in-place");
  panel.id = `in-place-${marker.id}`;
  panel.dir = getComputedStyle(note).direction;
  panel.setAttribute("role", "note");
  panel.setAttribute("aria-label", marker.getAttribute("aria-label"));
  const words = [...note.childNodes].filter((node) => node !== number && !node.matches?.(".note-more"));
  panel.append(part("span", "in-place-number", number.textContent), ...words.map(copy), ways(marker, note));
  return panel;
}

function copy(node) {
  const made = node.cloneNode(true);
  for (const one of [made, ...(made.querySelectorAll?.("[id]") ?? [])]) one.removeAttribute?.("id");
  return made;
}

function ways(marker, note) {
  const shut = part("button", "", "Close");
  shut.type = "button";
  shut.setAttribute("aria-label", `Close ${marker.getAttribute("aria-label")}`);
  shut.addEventListener("click", () => leave(marker));
  const all = part("a", "", "All notes");
  all.href = `#${note.id}`;
  const made = part("span", "in-place-ways");
  made.append(shut, all);
  return made;
}

function part(name, kind, words = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(words);
  return made;
}

/* The focus is back where the note was opened, and the page where it was. */
function leave(marker) {
  close(marker);
  marker.focus({ preventScroll: marker.getBoundingClientRect().top > 0 });
}

/* Esc shuts the note in which the focus is; else, of those in view, the one whose marker has it, or the one opened last,
   and then the page stays. What was left open elsewhere is let be: Esc is meant for something else. */
function escape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || isSomethingOver()) return;
  const at = document.activeElement;
  const markers = [...panels.keys()];
  const within = markers.find((marker) => panels.get(marker).contains(at));
  const seen = markers.filter((marker) => isInView(panels.get(marker)));
  const marker = within ?? seen.find((one) => one === at) ?? seen.at(-1);
  if (!marker) return;
  event.preventDefault();
  if (marker === within) leave(marker);
  else close(marker);
}

function isInView(panel) {
  const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const { top, bottom } = panel.getBoundingClientRect();
  return bottom > header && top < innerHeight;
}

/* Words of a note are chosen only by who begins in it: what is copied of a ¶ are its own words. */
function choosing({ target }) {
  for (const panel of panels.values()) panel.classList.toggle("chosen", panel.contains(target));
}
