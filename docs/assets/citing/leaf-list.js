/* The leaves as rows on the page: what is kept, in its order, and among it what was removed, so that it can be put back. */
import { element } from "../elements.js";
import { withRemoved } from "./leaf-order.js";
import { leafView, removedView } from "./leaf-view.js";
import { identityOf } from "./leaves.js";

/* Return {rows, show(leaves, deeds), viewOf(leaf), removed(leaf), before(entry), clear()}; `rows` is the element that holds
   them, and an entry, {leaf, isRemoved, isElsewhere}, is a leaf as it stands on the page. */
export function leafList() {
  const rows = element("ol", { class: "leaves" });
  const views = new Map();
  let entries = [];

  function show(leaves, deeds) {
    entries = withRemoved(entries, leaves).map(withLine);
    const held = entries.find(({ isElsewhere, row, leaf }) => isElsewhere && !row && viewOf(leaf).row.contains(document.activeElement));
    place(entries.map((entry) => rowOf(entry, deeds)));
    if (held) (held.row.querySelector("textarea") ?? held.row.querySelector("button")).focus();
    leaves.forEach((leaf, at) => viewOf(leaf).number(at, leaves.length));
  }

  function rowOf(entry, { deedsOn, undo }) {
    if (entry.isRemoved) return (entry.row ??= removedView(entry, () => undo(entry)));
    const identity = identityOf(entry.leaf);
    if (!views.has(identity)) views.set(identity, leafView(entry.leaf, deedsOn(identity)));
    views.get(identity).take(entry.leaf);
    return views.get(identity).row;
  }

  /* Rows that stand where they belong are not touched: a reader may be writing in one. */
  function place(wanted) {
    for (const row of [...rows.children]) if (!wanted.includes(row)) row.remove();
    wanted.forEach((row, at) => { if (rows.children[at] !== row) rows.insertBefore(row, rows.children[at] ?? null); });
  }

  /* What was removed elsewhere while the reader was writing beside it has the line as it was written. */
  function withLine(entry) {
    if (!entry.isElsewhere || entry.row) return entry;
    const { own, isWriting } = viewOf(entry.leaf).typed();
    return { ...entry, leaf: { ...entry.leaf, own }, isWriting };
  }

  function viewOf(leaf) {
    return views.get(identityOf(leaf));
  }

  /* Keep the place of a leaf that the store has no longer, and return its entry. */
  function removed(leaf) {
    const entry = entries.find((one) => identityOf(one.leaf) === identityOf(leaf));
    return Object.assign(entry, { leaf, isRemoved: true });
  }

  /* Return the leaf after which that of an entry stood. */
  function before(entry) {
    return entries.slice(0, entries.indexOf(entry)).findLast(({ isRemoved }) => !isRemoved)?.leaf;
  }

  /* Forget the leaves that are there; what was removed one by one stays. */
  function clear() {
    entries = entries.filter(({ isRemoved }) => isRemoved);
  }

  return { rows, show, viewOf, removed, before, clear };
}
