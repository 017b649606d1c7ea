/* What an address names: a work of the bibliography, or a ¶ or note of a source and, of a run of ¶, its last. */

const KINDS = { p: "paragraph", n: "note" };
const ID_RE = /^([pn])([1-9]\d*)$/;
/* `sources/brief-2022/`, or the page of what it says under a theme. */
const TEXT_RE = /^(?!bibliography\/)[^/]+\/([^/]+)\/$/;

const DIRECTIVE = ":~:";

/* Return "paragraph" or "note", or undefined of an id that is that of neither. */
export function kindOf(id) {
  return KINDS[ID_RE.exec(id)?.[1]];
}

/* Return the number that a reader knows, or null where an id has none. */
export function numberOf(id) {
  const number = ID_RE.exec(id)?.[2];
  return number ? Number(number) : null;
}

/* Return a URL, or null of an address that is none: what an editor typed may be anything. */
export function urlOf(address, base) {
  try { return new URL(address, base); } catch { return null; }
}

/* Return {kind: "work", key}, or {kind, source, id, last} of a ¶ or note, `last` being its own id where it stands alone;
   null of what names none of these. */
export function placeAt(address, root) {
  const to = urlOf(address);
  const path = to && pathIn(to, root);
  // What leads on to words of the place is no part of its name.
  const id = to && decode(to.hash.slice(1).split(DIRECTIVE)[0]);
  if (!path || !id) return null;
  if (path === "bibliography/") return { kind: "work", key: id };
  const source = sourceNamed(path);
  const kind = kindOf(id);
  if (!source || !kind) return null;
  return { kind, source, id, last: lastOf(id, to.searchParams.get("to") ?? "") };
}

/* Return the id of the source whose words a page holds, by the path of the page; "" where it holds none. */
export function sourceNamed(path) {
  return decode(TEXT_RE.exec(path)?.[1] ?? "");
}

/* Return the path of a page within the site, or null where it stands elsewhere. */
export function pathIn({ origin, pathname }, root) {
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  return pathname.slice(root.pathname.length).replace(/index\.html$/, "");
}

function lastOf(id, last) {
  const isRun = kindOf(id) === "paragraph" && kindOf(last) === "paragraph" && numberOf(last) > numberOf(id);
  return isRun ? last : id;
}

function decode(part) {
  try { return decodeURIComponent(part); } catch { return ""; }
}
