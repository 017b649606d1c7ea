/* Turns what a search has found into lists by kind: for each record its link, where it stands, its theme, and the words
   around what was sought, marked. The first of each kind stand there, the rest comes when asked for. */
import { button, element, ownId } from "../elements.js";
import { excerpt, found as foundWords, spans } from "./marks.js";
import { KINDS, valueName } from "./state.js";

const FIRST = 5;
const MORE = 20;
const LONG = { text: 300, note: 300, work: 420, subject: 220 };
const MOST_FOUND = 12;
const NOT_LOADED = "These could not be loaded. Check the connection, and try again.";

/* How many of a kind are shown at first: all the room is one kind's if it alone is asked for. */
function firstOf(kind, state) {
  return state.kind.length === 1 && state.kind[0] === kind ? MORE : FIRST;
}

/* Load the first hits of every kind at once: `shown` says how many stood there before, if more. */
export async function firstHits(found, state, shown = {}) {
  const asked = KINDS.map(([kind]) => kind).filter((kind) => found.kinds[kind]?.number > 0);
  const loaded = asked.map(async (kind) => {
    const many = Math.min(found.kinds[kind].number, Math.max(firstOf(kind, state), shown[kind] ?? 0));
    return [kind, await found.kinds[kind].load(0, many)];
  });
  return Object.fromEntries(await Promise.all(loaded));
}

/* Return one section for each kind that has hits. `load(kind, from, to)` loads more of them, and `say(words)` is told what
   happens then. */
export function groups(found, hits, { facets, root, heading, load, say }) {
  return KINDS.filter(([kind]) => hits[kind]?.length).map(([kind, title, one, many]) => {
    const { number } = found.kinds[kind];
    const name = element(`h${heading}`, { class: "group-name", id: ownId(kind) }, title, " ");
    name.append(element("span", { class: "group-number" }, number.toLocaleString("en")));
    const list = element("ul", { class: "hits", role: "list" });
    const card = (hit) => cardOf(hit, found.query.marks, { facets, root });
    list.append(...hits[kind].map(card));
    const section = element("section", { class: "group", "data-kind": kind, "aria-labelledby": name.id }, name, list);
    const more = { number, list, one, many, say, load: async (from, to) => (await load(kind, from, to)).map(card) };
    if (number > hits[kind].length) section.append(moreOf(more));
    return section;
  });
}

/* Some more of a kind at a time; the focus goes to the first new one. */
function moreOf({ number, list, one, many, say, load }) {
  const next = () => Math.min(number, list.children.length + MORE);
  function name() {
    const all = number.toLocaleString("en");
    return next() === number ? `Show all ${all} ${number === 1 ? one : many}` : `Show ${MORE} more (of ${all})`;
  }
  async function add() {
    const before = list.children.length;
    list.append(...await load(before, next()));
    list.children[before]?.querySelector(".hit-link").focus();
    say(`${list.children.length} of ${number} ${many} shown`);
    if (list.children.length >= number) made.remove();
    else made.textContent = name();
  }
  const failed = element("p", { class: "group-failed" }, NOT_LOADED);
  const made = button(name(), async () => {
    if (made.getAttribute("aria-disabled") === "true") return;
    made.setAttribute("aria-disabled", "true");
    failed.remove();
    try {
      await add();
    } catch {
      made.after(failed);
      say(NOT_LOADED);
    } finally {
      made.removeAttribute("aria-disabled");
    }
  }, { class: "group-more" });
  return made;
}

/* The address of a result: the words found go with it, so that its page can mark them. */
function destination(hit, marks, root) {
  const address = new URL(hit.at, root);
  const words = foundWords(hit.text, marks).slice(0, MOST_FOUND);
  for (const word of words) address.searchParams.append("find", word);
  return address.href;
}

function cardOf(hit, marks, { facets, root }) {
  const href = destination(hit, marks, root);
  const link = element("a", { class: "hit-link", href, "data-at": hit.at });
  const named = hit.kind === "work" || hit.kind === "subject";
  link.append(...(named ? marked(hit.title, marks) : [hit.title]));
  link.append(element("span", { class: "for-ears" }, `, ${hit.label}`));
  const body = element("div", {}, element("p", { class: "hit-title" }, link));
  if (hit.headings.length) {
    const path = hit.headings.flatMap((heading, at) => [...(at ? [" › "] : []), ...marked(heading, marks)]);
    body.append(element("p", { class: "hit-headings" }, path));
  }
  if (hit.set === "paraphrased") body.append(element("p", { class: "hit-paraphrased" }, "paraphrased"));
  const pieces = excerpt(hit.text, marks, LONG[hit.kind] ?? LONG.text);
  const words = pieces.map((piece) => (piece.marked ? element("mark", {}, piece.text) : piece.text));
  if (words.length) body.append(element("p", { class: `hit-words hit-${hit.set}` }, words));
  if (hit.about) body.append(element("p", { class: "hit-about" }, hit.about));
  const colour = hit.theme ? ` theme-${hit.theme}` : "";
  const card = element("li", { class: `hit${colour}` }, place(hit, facets), body);
  card.addEventListener("click", (event) => follow(event, link));
  return card;
}

/* What stands at the left: the number, read with the link, and the themes, each in its colour. */
function place(hit, facets) {
  const made = element("p", { class: "hit-at" }, element("span", { class: "hit-label", "aria-hidden": "true" }, hit.label));
  const theme = (id) => element("span", { class: `hit-theme theme-${id}` }, valueName(facets, "theme", id));
  if (hit.theme) made.append(" ", theme(hit.theme));
  hit.also.forEach((id, at) => {
    const before = !at && hit.theme ? "also " : "";
    const after = at < hit.also.length - 1 ? "," : "";
    made.append(" ", element("span", {}, before, theme(id), after));
  });
  return made;
}

/* Words with their marks, as nodes. */
function marked(words, marks) {
  const text = words.normalize("NFC");
  const nodes = [];
  let end = 0;
  for (const [from, to] of spans(text, marks)) {
    nodes.push(text.slice(end, from), element("mark", {}, text.slice(from, to)));
    end = to;
  }
  return [...nodes, text.slice(end)].filter((node) => node !== "");
}

/* The whole card may be pressed, but who selects words in it wants to copy them. */
function follow(event, link) {
  if (event.target.closest("a, button") || event.defaultPrevented || event.button !== 0) return;
  if (String(getSelection?.() ?? "").trim()) return;
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, altKey }));
}
