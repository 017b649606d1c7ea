/* Reads what a reader has kept, be it in the browser or in a file: text in, leaves out. A leaf is
   {place, label, words, paraphrased, own, at}: where it stands, how the site calls that, its words as the page gave them,
   whether they are a paraphrase, the line that the reader wrote beside it, and when it was gathered.
   What cannot be read is counted, never guessed at: the text that holds it is left whole to whoever asked. */
import { kindOf, numberOf } from "../reading/places.js";

const NAME = "florilegium-gathering";
const VERSION = 1;
export const FORMAT = `${NAME}/${VERSION}`;
const FORMAT_RE = new RegExp(`^${NAME}/(\\d+)$`);
/* Ids of sources, as their files are named, and keys of works. */
const SOURCE_RE = /^[a-z0-9][a-z0-9-]*$/;
const KEY_RE = /^[^\s/]+$/;
/* The path of a page within the site: "" is home, "sanctions/" a theme. */
const PATH_RE = /^([\w-]+\/)*$/;

/* Return {kind, leaves, unread}. `kind`: "current"; "older", which is read all the same: the bare list, or one whose form
   has a lower number; "newer", which only a newer site can read; "none", which is no gathering. `unread`: how many of its
   leaves could not be read, or say again in other words what another one says. */
export function read(text) {
  const kept = parsed(text);
  const list = Array.isArray(kept) ? kept : kept?.items;
  const version = Array.isArray(kept) ? 0 : Number(FORMAT_RE.exec(kept?.format)?.[1] ?? NaN);
  if (version > VERSION) return { kind: "newer", leaves: [], unread: 0 };
  const isOurs = Array.isArray(list) && version >= 0 && (version > 0 || !list.length || list.some(leafOf));
  if (!isOurs) return { kind: "none", leaves: [], unread: 0 };
  return { kind: version < VERSION ? "older" : "current", ...distinct(list) };
}

/* Return leaves as the text that `read` reads. */
export function written(leaves) {
  return JSON.stringify({ format: FORMAT, items: leaves }, null, 1);
}

/* Return what makes a leaf the same as another: its place and its words. */
export function identityOf({ place, words }) {
  const { kind, source, id, last, key, path } = place;
  return JSON.stringify([kind, source ?? key ?? path, id, last, words.replace(/\s+/g, " ").trim()]);
}

/* Return a leaf with all its fields and no other, or null of what is none. */
export function leafOf(raw) {
  const place = placeOf(raw?.place);
  const { label = "", words = "", own = "", at = "", paraphrased = false } = raw ?? {};
  if (!place || [label, words, own, at].some((text) => typeof text !== "string")) return null;
  return { place, label, words, paraphrased: Boolean(paraphrased), own, at };
}

/* Return a place with its own fields and no other, or null: a file may come from anybody. */
function placeOf(raw) {
  const { kind, source, id, last, from, to, key, path } = raw ?? {};
  const isOf = (text, pattern) => typeof text === "string" && pattern.test(text);
  if (kind === "work") return isOf(key, KEY_RE) ? { kind, key } : null;
  if (kind === "page") return isOf(path, PATH_RE) ? { kind, path } : null;
  if (!isOf(source, SOURCE_RE)) return null;
  if (kind === "text") return { kind, source };
  if (typeof id !== "string" || kindOf(id) !== kind) return null;
  if (kind === "note") return { kind, source, id };
  const end = last ?? id;
  if (typeof end !== "string" || kindOf(end) !== kind || numberOf(end) < numberOf(id)) return null;
  // Where the words begin in the first ¶, and end in the last: they may stand on fewer printed pages than these.
  const offsets = Object.entries({ from, to }).filter(([, offset]) => Number.isInteger(offset) && offset >= 0);
  return { kind, source, id, last: end, ...Object.fromEntries(offsets) };
}

function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}

function distinct(list) {
  const leaves = new Map();
  let unread = 0;
  for (const leaf of list.map(leafOf)) {
    const same = leaf && leaves.get(identityOf(leaf));
    if (!leaf || (same && same.own !== leaf.own)) unread += 1;
    else if (!same) leaves.set(identityOf(leaf), leaf);
  }
  return { leaves: [...leaves.values()], unread };
}
