/* A link to what is known of where it leads: a note, a ¶ or a work, as the address says; its words from small files that
   were made with the site. What cannot be had is null, and the link just works. */
import { isSeenBeside } from "./beside.js";
import { numberOf, pathIn, placeAt } from "./places.js";

/* Whose words stand beside them, or in them, already. */
const NONE = ".paragraph-number, .passage-number, .filed-under, .headerlink, .strip, .preview, .in-place-ways, .search-host, dialog";
/* Its note is open under it. */
const OPEN = '[aria-expanded="true"]';
/* Numbers of which a file tells. This and the names of the files are those of florilegium/pages/previews.py. */
const IN_A_PART = 100;

/* Return the place to which a link leads, if that has a preview, and whether it is on this page. */
export function targetOf(link, root) {
  if (!link.closest("article") || link.closest(NONE) || link.matches(OPEN)) return null;
  const place = placeAt(link.href, root);
  if (place?.kind === "work" && pathIn(location, root)?.startsWith("bibliography/")) return null;
  return place && { ...place, isHere: link.pathname === location.pathname };
}

/* Return a promise of what is known of a target, or of null. Of a note that is in view beside the text there is nothing to
   say but the works that it cites. */
export async function describe(target, root) {
  if (target.kind === "work") {
    const work = await workOf(target.key, root);
    return work && { kind: "work", work };
  }
  const part = await json(`sources/${encodeURIComponent(target.source)}/${partOf(target.id)}`, root);
  const told = part?.told[target.id];
  if (!told) return null;
  const { short, paraphrased, themes } = part;
  const where = { kind: target.kind, id: target.id, last: target.last, short, paraphrased, isHere: target.isHere };
  if (target.kind === "paragraph") return { ...where, ...told, themeTitle: themes[told.theme] };
  const works = await Promise.all((told.works ?? []).map((key) => workOf(key, root)));
  if (works.includes(null)) return null;
  const isSeen = target.isHere && isSeenBeside(document.getElementById(target.id));
  if (isSeen && !works.length) return null;
  return { ...where, text: isSeen ? "" : told.text, works };
}

/* Return the name of the file in which a ¶ or note stands: "p1" for those from p1 to p100. */
export function partOf(id) {
  return `${id[0]}${Math.ceil(numberOf(id) / IN_A_PART)}`;
}

/* Return the name of the file in which a work stands: the first letter of its key. */
export function shardOf(key) {
  return /^[a-z0-9]/.exec(key.toLowerCase())?.[0] ?? "other";
}

async function workOf(key, root) {
  const work = (await json(`works/${shardOf(key)}`, root))?.[key];
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
