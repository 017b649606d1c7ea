/* The reader's florilegium: what is kept in this browser becomes a list that can be ordered, commented and taken home.
   Leaves are told by their place and words, never by their number: another page of the site may change the list meanwhile. */
import { element } from "../elements.js";
import { homeOf, stylesOf } from "./data.js";
import { notices } from "./florilegium-notices.js";
import { origin, tools } from "./florilegium-tools.js";
import { identityOf } from "./leaves.js";
import { change, gathered, watch } from "./gathering.js";
import { moved, putBack, withRemoved } from "./leaf-order.js";
import { leafView, removedView } from "./leaf-view.js";
import { look } from "./look.js";
import { joined, opened, report } from "./saved-file.js";
import { choose, chosenStyle } from "./style-choice.js";
import { listed } from "./taking-home.js";
import { told } from "./telling.js";
import { markup } from "./wording.js";

export async function start({ root }) {
  const host = document.querySelector("[data-florilegium]");
  const [styles, home] = await Promise.all([stylesOf(root).catch(() => []), homeOf(root).catch(() => root), look("florilegium.css")]);
  mount(host, { root, styles, from: origin(home) });
}

function mount(host, { root, styles, from }) {
  let style = styles.length ? chosenStyle(styles) : "";
  let entries = []; // {leaf, isRemoved}, as they stand on the page
  const views = new Map();
  const said = element("div", { class: "florilegium-notices" });
  const count = element("p", { class: "florilegium-count" });
  const list = element("ol", { class: "leaves" });
  const works = element("div", { class: "florilegium-works" });
  const mine = { leaves: () => gathered().leaves, told: toldOfAll, load, removeAll, restyle };
  const { head, say, show } = tools(mine, styles, style, from);

  /* --- From the store to the page ------------------------------------------------------------------------------------- */
  function refresh() {
    const store = gathered();
    entries = withRemoved(entries, store.leaves);
    said.replaceChildren(...notices(store, refresh));
    count.textContent = store.leaves.length ? `${store.leaves.length === 1 ? "One leaf" : `${store.leaves.length} leaves`} gathered.` : "";
    show(store.leaves.length);
    place(entries.map(rowOf));
    store.leaves.forEach((leaf, at) => views.get(identityOf(leaf)).number(at, store.leaves.length));
    return tellAll();
  }

  function rowOf(entry) {
    if (entry.isRemoved) return (entry.row ??= removedView(entry.leaf, () => undo(entry)));
    const identity = identityOf(entry.leaf);
    if (!views.has(identity)) views.set(identity, leafView(entry.leaf, deedsOf(identity)));
    views.get(identity).take(entry.leaf);
    return views.get(identity).row;
  }

  /* Rows that stand where they belong are not touched: a reader may be writing in one. */
  function place(rows) {
    for (const row of [...list.children]) if (!rows.includes(row)) row.remove();
    rows.forEach((row, at) => { if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null); });
  }

  function toldOfAll(leaves = gathered().leaves) {
    return Promise.all(leaves.map((leaf) => told(leaf, style, root)));
  }

  let asked = 0;
  async function tellAll() {
    asked += 1;
    const asking = asked;
    const { leaves } = gathered();
    const all = await toldOfAll(leaves);
    if (asking !== asked) return; // Meanwhile the list or the style changed.
    all.forEach((one, at) => views.get(identityOf(leaves[at]))?.tell(one));
    const entriesOfWorks = listed(all).map((html) => element("li", {}, markup(html)));
    works.replaceChildren(...(entriesOfWorks.length ? [element("h2", {}, "Works"), element("ul", {}, entriesOfWorks)] : []));
  }

  /* --- What a reader does ----------------------------------------------------------------------------------------------- */
  /* Return whether a change was kept; where it was not, the reader is told. */
  function kept(edit) {
    const refused = change(edit);
    if (refused) say(`Not kept: ${refused}.`);
    return !refused;
  }

  function deedsOf(identity) {
    const isIt = (leaf) => identityOf(leaf) === identity;
    return {
      write(own) {
        const done = kept((leaves) => leaves.map((leaf) => (isIt(leaf) ? { ...leaf, own } : leaf)));
        if (done) say("");
        return done;
      },
      move: (by) => move(isIt, by),
      remove: () => remove(isIt),
    };
  }

  function move(isIt, by) {
    const focused = document.activeElement;
    let at = null;
    const done = kept((leaves) => {
      const after = moved(leaves, isIt, by);
      at = after.at;
      return after.all;
    });
    if (!done) return;
    refresh();
    focused?.focus();
    say(at === null ? "It cannot be moved further." : `Moved: now ${at + 1} of ${gathered().leaves.length}.`);
  }

  function remove(isIt) {
    let leaf; // As it is kept now, with the line that the reader wrote last.
    const done = kept((leaves) => {
      leaf = leaves.find(isIt);
      return leaves.filter((one) => one !== leaf);
    });
    if (!done) return;
    const entry = entries.find((one) => isIt(one.leaf));
    if (leaf) Object.assign(entry, { leaf, isRemoved: true });
    refresh();
    entry.row?.querySelector("button").focus();
    say(`Removed: ${entry.leaf.label}.`);
  }

  function undo(entry) {
    const before = entries.slice(0, entries.indexOf(entry)).findLast(({ isRemoved }) => !isRemoved);
    if (!kept((leaves) => putBack(leaves, entry.leaf, before?.leaf))) return;
    refresh();
    views.get(identityOf(entry.leaf)).row.querySelector(".leaf-remove").focus();
    say(`Put back: ${entry.leaf.label}.`);
  }

  function removeAll() {
    if (!kept(() => [])) return;
    entries = [];
    refresh();
    say("All were removed.");
    head[0].querySelector('[aria-label="As a file"] button:not([hidden])').focus();
  }

  async function load(file) {
    const { leaves, unread, said: refused } = await opened(file);
    if (!leaves) return refused;
    let counts = null;
    const notKept = change((mine) => {
      counts = joined(mine, leaves);
      return counts.all;
    });
    if (notKept) return `Nothing was added: ${notKept}.`;
    refresh();
    return report(counts, unread);
  }

  function restyle(chosen) {
    style = chosen;
    choose(chosen);
    tellAll();
  }

  host.replaceChildren(said, count, element("p", { class: "florilegium-from" }, from), ...head, list, works);
  watch(refresh);
  return refresh();
}
