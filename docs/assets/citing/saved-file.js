/* A florilegium as a file of the reader's own, out and in again. */
import { identityOf, read } from "./leaves.js";

/* Give the browser a text to keep as a file. */
export function save(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/* Return a promise of {leaves, said}: what a file holds, or null where nothing of it can be taken, and why, in words. */
export async function opened(file) {
  let text;
  try { text = await file.text(); } catch { return { leaves: null, unread: 0, said: `“${file.name}” could not be read.` }; }
  const { kind, leaves, unread } = read(text);
  if (kind === "newer") return { leaves: null, unread, said: `“${file.name}” was saved by a newer version of this site. Nothing was added.` };
  if (kind === "none") return { leaves: null, unread, said: `“${file.name}” is no florilegium that this site saved. Nothing was added.` };
  return { leaves, unread, said: "" };
}

/* Return {all, added, there, kept}: leaves together with those of a file that are not there yet; how many were added, how
   many were there already, and of how many the file holds another line than the reader's, which is kept. */
export function joined(leaves, others) {
  const mine = new Map(leaves.map((leaf) => [identityOf(leaf), leaf]));
  const counts = { added: 0, there: 0, kept: 0 };
  for (const other of others) {
    const identity = identityOf(other);
    const same = mine.get(identity);
    counts[same ? "there" : "added"] += 1;
    if (same?.own && other.own && same.own !== other.own) counts.kept += 1;
    if (!same) mine.set(identity, other);
    else if (!same.own) mine.set(identity, { ...same, own: other.own });
  }
  return { all: [...mine.values()], ...counts };
}

/* Return what came of a file in words. */
export function report({ added, there, kept }, unread) {
  const parts = [
    `${added || "None"} added`,
    there && `${there} there already`,
    kept && `${kept} of these with another line in the file: yours was kept`,
    unread && `${unread} could not be read, and ${unread === 1 ? "stands" : "stand"} in the file only`,
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}
