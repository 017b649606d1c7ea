/* The order of leaves: lists in, new lists out. */
import { identityOf } from "./leaves.js";

/* Return leaves with the one that `isIt` finds moved by one place and the place at which it stands then, counted from 0;
   the same list, where it cannot be moved. */
export function moved(leaves, isIt, by) {
  const from = leaves.findIndex(isIt);
  const at = from + by;
  if (from < 0 || at < 0 || at >= leaves.length) return { all: leaves, at: null };
  const all = [...leaves];
  [all[from], all[at]] = [all[at], all[from]];
  return { all, at };
}

/* Return leaves with one put back after another; at the head where that is not among them. */
export function putBack(leaves, leaf, before) {
  const identity = (one) => one && identityOf(one);
  if (leaves.some((one) => identity(one) === identity(leaf))) return leaves;
  const at = leaves.findIndex((one) => identity(one) === identity(before)) + 1;
  return [...leaves.slice(0, at), leaf, ...leaves.slice(at)];
}

/* Return leaves as entries {leaf, isRemoved, isElsewhere}, with those of the former entries that were removed where they
   stood, so that each can be put back: here, or by another page of the site. */
export function withRemoved(entries, leaves) {
  const here = new Set(leaves.map(identityOf));
  const all = leaves.map((leaf) => ({ leaf, isRemoved: false }));
  const at = (entry) => all.findIndex(({ leaf }) => identityOf(leaf) === identityOf(entry.leaf));
  entries.forEach((entry, number) => {
    if (here.has(identityOf(entry.leaf))) return;
    const before = entries.slice(0, number).findLast((one) => at(one) >= 0);
    all.splice(before ? at(before) + 1 : 0, 0, entry.isRemoved ? entry : { ...entry, isRemoved: true, isElsewhere: true });
  });
  return all;
}
