/* Keeps what a reader gathers, in this browser and nowhere else. What a reader has is never written over unread: text
   that cannot be read is first kept under a name of its own, and what a newer site wrote is left alone. */
import { identityOf, leafOf, read, written } from "./leaves.js";

const KEY = "florilegium";
const UNREAD = "florilegium-unread";
const UNREAD_RE = new RegExp(`^${UNREAD}(-\\d+)?$`);
const NOT_KEPT = {
  blocked: "this browser keeps nothing for this site. A private window or a setting forbids it",
  full: "the room that this browser gives the site is full. Take your florilegium home, and remove some of it",
  newer: "what is kept here was written by a newer version of this site. Close the other pages of the site, and load this one again",
};

/* Return {leaves, state, text}. `state`: "ready"; "unread", where `text` is kept of which not all could be read; "newer",
   where `text` is not to be touched; "blocked", where the browser refuses. */
export function gathered() {
  let text;
  try { text = localStorage.getItem(KEY); } catch { return { leaves: [], state: "blocked", text: "" }; }
  if (text === null) return { leaves: [], state: "ready", text: "" };
  const { kind, leaves, unread } = read(text);
  if (kind === "newer") return { leaves, state: "newer", text };
  return { leaves, state: kind === "none" || unread ? "unread" : "ready", text };
}

/* Add {place, label, words, paraphrased} and return {done, said}: whether it is there now, and that in words. */
export function gather(asked) {
  const leaf = leafOf({ ...asked, own: "", at: new Date().toISOString() });
  if (!leaf) return { done: false, said: "Not gathered: this place has no address of its own." };
  let isNew = true;
  let count = 0;
  const refused = change((leaves) => {
    isNew = !leaves.some((one) => identityOf(one) === identityOf(leaf));
    count = leaves.length + Number(isNew);
    return isNew ? [...leaves, leaf] : leaves;
  });
  if (refused) return { done: false, said: `Not gathered: ${refused}.` };
  if (!isNew) return { done: true, said: "It is in your florilegium already." };
  here.dispatchEvent(new Event("change"));
  return { done: true, said: `Gathered. ${count === 1 ? "It is the first in your florilegium" : `Your florilegium holds ${count} now`}.` };
}

/* Let `edit` turn the leaves that are kept now into those that shall be, and return "" or, in words, why they are not kept.
   It is given what any page of the site wrote last: a page may be open twice. */
export function change(edit) {
  const { leaves, state, text } = gathered();
  if (NOT_KEPT[state]) return NOT_KEPT[state];
  const edited = edit(leaves);
  if (edited === leaves) return "";
  try {
    if (state === "unread") localStorage.setItem(freeName(text), text);
    localStorage.setItem(KEY, written(edited));
    return "";
  } catch {
    return NOT_KEPT.full;
  }
}

/* Return the texts that could not be read and were kept, as [{name, text}]. */
export function keptUnread() {
  try {
    const names = Object.keys(localStorage).filter((name) => UNREAD_RE.test(name)).sort();
    return names.map((name) => ({ name, text: localStorage.getItem(name) }));
  } catch {
    return [];
  }
}

/* Remove a text that could not be read, as the reader asks. */
export function forgetUnread(name) {
  try { localStorage.removeItem(name); } catch {}
}

const here = new EventTarget();

/* Call `hear` whenever leaves were gathered here, or anything was changed by another page of the site. */
export function watch(hear) {
  here.addEventListener("change", hear);
  addEventListener("storage", ({ key }) => (key === null || key.startsWith(KEY)) && hear());
  // A page that the way back brings again is as it was left.
  addEventListener("pageshow", ({ persisted }) => persisted && hear());
}

/* The same text twice needs no second name: where a write failed after it was kept, the next one keeps it again. */
function freeName(text) {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? UNREAD : `${UNREAD}-${number}`;
    const kept = localStorage.getItem(name);
    if (kept === null || kept === text) return name;
  }
}
