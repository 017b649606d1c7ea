/* A link to what is known of where it leads: a note, a ¶ or a work, as the address says; its words from small files that
   were made with the site. What cannot be had is null, and the link just works. */

/* Whose words stand beside them, or in them, already. */
const NONE = ".paragraph-number, .passage-number, .filed-under, .headerlink, .strip, .preview, .search-host, dialog";
/* `sources/brief-2022/`, or the page of what it says under a theme. */
const PLACE_RE = /^(?!bibliography\/)[^/]+\/([^/]+)\/$/;

/* Return where a link leads, if that has a preview: {kind, source, id, last}, or {kind, key}. */
export function targetOf(link, root) {
  if (!link.closest("article") || link.closest(NONE)) return null;
  const to = new URL(link.href);
  const path = pathIn(to, root);
  const id = named(to.hash);
  if (path === null || !id) return null;
  if (path === "bibliography/") {
    const isThere = pathIn(location, root)?.startsWith("bibliography/");
    return isThere ? null : { kind: "work", key: id };
  }
  const source = PLACE_RE.exec(path)?.[1];
  const kind = { p: "paragraph", n: "note" }[/^[pn](?=\d)/.exec(id)?.[0]];
  if (!source || !kind) return null;
  return { kind, source: decode(source), id, last: to.searchParams.get("to") ?? id, isHere: to.pathname === location.pathname };
}

function pathIn({ origin, pathname }, root) {
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  return pathname.slice(root.pathname.length).replace(/index\.html$/, "");
}

function named(hash) {
  return decode(hash.slice(1));
}

function decode(part) {
  try { return decodeURIComponent(part); } catch { return ""; }
}

/* Return a promise of what is known of a target, or of null. Of a note that stands beside the text there is nothing to
   say but the works that it cites. */
export async function describe(target, root) {
  if (target.kind === "work") {
    const work = await workOf(target.key, root);
    return work && { kind: "work", work };
  }
  const source = await json(`sources/${encodeURIComponent(target.source)}`, root);
  const told = source?.[target.kind === "note" ? "notes" : "paragraphs"]?.[target.id];
  if (!told) return null;
  const { short, paraphrased, themes } = source;
  const where = { kind: target.kind, id: target.id, last: target.last, short, paraphrased, isHere: target.isHere };
  if (target.kind === "paragraph") return { ...where, ...told, themeTitle: themes[told.theme] };
  const works = await Promise.all((told.works ?? []).map((key) => workOf(key, root)));
  if (works.includes(null)) return null;
  const isBeside = target.isHere && document.documentElement.dataset.notes === "beside" && document.getElementById(target.id);
  if (isBeside && !works.length) return null;
  return { ...where, text: isBeside ? "" : told.text, works };
}

async function workOf(key, root) {
  const first = /^[a-z0-9]/.exec(key.toLowerCase())?.[0] ?? "other";
  const work = (await json(`works/${first}`, root))?.[key];
  return work ? { key, ...work } : null;
}

const asked = new Map();

function json(name, root) {
  const url = new URL(`assets/previews/${name}.json`, root).href;
  if (!asked.has(url)) asked.set(url, fetched(url));
  return asked.get(url);
}

async function fetched(url) {
  try {
    const response = await fetch(url);
    return response.ok ? await response.json() : null;
  } catch {
    asked.delete(url); // Without a network now, perhaps with one later.
    return null;
  }
}
