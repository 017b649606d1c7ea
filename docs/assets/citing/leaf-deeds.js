/* What a reader does with leaves: each deed changes the store, has the page show it, and says what was done. */
import { change, gathered } from "./gathering.js";
import { moved, putBack } from "./leaf-order.js";
import { identityOf } from "./leaves.js";
import { joined, opened, report } from "./saved-file.js";

/* Return {deedsOn(identity), undo(entry), removeAll(), putBackAll(leaves), load(file)}. `list` is that of leaf-list.js, `refresh` shows what is
   kept, `say` tells in words. */
export function leafDeeds(list, refresh, say) {
  /* Return whether a change was kept; where it was not, the reader is told. */
  function kept(edit) {
    const refused = change(edit);
    if (refused) say(`Not kept: ${refused}.`);
    return !refused;
  }

  function deedsOn(identity) {
    const isIt = (leaf) => identityOf(leaf) === identity;
    return { write: (own) => write(isIt, own), move: (by) => move(isIt, by), remove: () => remove(isIt) };
  }

  function write(isIt, own) {
    const done = kept((leaves) => leaves.map((leaf) => (isIt(leaf) ? { ...leaf, own } : leaf)));
    if (done) say("");
    return done;
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
    const entry = leaf && list.removed(leaf);
    refresh();
    if (!entry) return; // Another page of the site had removed it before.
    entry.row.querySelector("button").focus();
    say(`Removed: ${leaf.label}.`);
  }

  function undo(entry) {
    if (!kept((leaves) => putBack(leaves, entry.leaf, list.before(entry)))) return;
    refresh();
    list.viewOf(entry.leaf).row.querySelector(".leaf-remove").focus();
    say(`Put back: ${entry.leaf.label}.`);
  }

  /* Return what was removed; null where it is still kept. */
  function removeAll() {
    let all = [];
    const done = kept((leaves) => {
      all = leaves;
      return [];
    });
    if (!done) return null;
    list.clear();
    refresh();
    say("");
    return all;
  }

  /* Put leaves back before those that were gathered since, and return whether it was done. */
  function putBackAll(all) {
    const done = kept((leaves) => joined(all, leaves).all);
    if (!done) return false;
    refresh();
    say("All were put back.");
    return true;
  }

  /* Return a promise of what came of it, in words. */
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

  return { deedsOn, undo, removeAll, putBackAll, load };
}
