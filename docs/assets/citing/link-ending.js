/* A quotation to what its permanent link has after the address of the place: what leads on from there to the very words. */
import { textOf } from "./data.js";
import { fragmentFor } from "./fragment.js";

/* Return a promise of it, "" where nothing would lead there for sure. */
export async function endingOf({ place, citedParts }, root) {
  // Where only the text can be cited, the link still leads to the part of it from which the words are. No more: its headings
  // stand in the list of contents as well.
  if (place.kind === "text") return citedParts[0].id ? `#${encodeURIComponent(citedParts[0].id)}` : "";
  try { return fragmentFor(citedParts, await blocksOf(place, root)); } catch { return ""; }
}

/* Return a promise of all blocks of a text, where the page has some only: words that are new here may stand there twice. */
async function blocksOf({ source }, root) {
  const home = new URL(`sources/${encodeURIComponent(source)}/`, root);
  if (new URL(".", location).href === home.href) return null;
  const { blocks, notes } = await textOf(source, root);
  return [...blocks, ...notes];
}
