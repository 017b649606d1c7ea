/* Opens a note under the line of its marker, where no room is beside the text: the words of the note once more, without
   their ids, which stay with the note at the end. A second tap, "close" or Esc shuts it. */
const panels = new Map();

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
  const shut = part("button", "", "close");
  shut.type = "button";
  shut.setAttribute("aria-label", `close ${marker.getAttribute("aria-label")}`);
  shut.addEventListener("click", () => leave(marker));
  const all = part("a", "", "all notes");
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

/* Of several open notes Esc shuts the one that has the focus, or whose marker has it; else the one opened last. */
function escape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !panels.size) return;
  if (document.querySelector("dialog[open], :popover-open")) return;
  const at = document.activeElement;
  const markers = [...panels.keys()];
  leave(markers.find((marker) => marker === at || panels.get(marker).contains(at)) ?? markers.at(-1));
}

/* Words of a note are chosen only by who begins in it: what is copied of a ¶ are its own words. */
function choosing({ target }) {
  for (const panel of panels.values()) panel.classList.toggle("chosen", panel.contains(target));
}

document.addEventListener("keydown", escape);
document.addEventListener("pointerdown", choosing);
