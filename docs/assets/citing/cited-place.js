/* A link "Cite" to the place that it cites, and that to its words: as they stand on this page, else as the site gives them
   out as data (a place may be cited from a page that shows none of its words). */
import { kindOf, numberOf, pathIn } from "../reading/places.js";
import { textOf } from "./data.js";

const SOURCE_RE = /^sources\/([^/]+)\/cite\/$/;

/* Return a place as offers.js takes it. */
export function placeOf(link, root) {
  const [first, last = first] = link.dataset.cite.split("-");
  if (first === "work") return { kind: "work", key: decodeURIComponent(link.hash.slice(1)) };
  if (first === "page") return { kind: "page", path: pathIn(location, root) };
  const source = decodeURIComponent(SOURCE_RE.exec(pathIn(link, root))?.[1] ?? "");
  if (first === "text") return { kind: "text", source };
  const kind = kindOf(first);
  return kind === "paragraph" ? { kind, source, id: first, last } : { kind, source, id: first };
}

/* Return a promise of the words of a place, [] where it has none of its own: one text for each ¶. */
export async function wordsAt(place, root) {
  if (place.kind !== "paragraph" && place.kind !== "note") return [];
  const ids = idsOf(place);
  const shown = isShown(place, root) ? ids.map((id) => document.getElementById(id)) : [null];
  return shown.every(Boolean) ? onPage(shown) : inData(place, ids, root);
}

/* Return the words of a text from its first on: about so many. */
export function opening(text, most) {
  const all = text.split(/\s+/);
  return all.length > most * 1.2 ? `${all.slice(0, most).join(" ")} …` : text;
}

function idsOf({ id, last = id }) {
  const [low, high] = [numberOf(id), numberOf(last)];
  return Array.from({ length: high - low + 1 }, (_, at) => `${id[0]}${low + at}`);
}

/* Ids of ¶ and notes stand on the pages of one text alone, whose address ends in its name. */
function isShown({ source }, root) {
  return pathIn(location, root)?.endsWith(`/${encodeURIComponent(source)}/`) ?? false;
}

async function onPage(elements) {
  const { wordsOf } = await import("../reading/own-words.js");
  return elements.map(wordsOf);
}

async function inData({ source, kind }, ids, root) {
  const { blocks, notes } = await textOf(source, root);
  const texts = new Map((kind === "note" ? notes : blocks).map(({ id, text }) => [id, text]));
  return ids.map((id) => texts.get(id) ?? "").filter(Boolean);
}
