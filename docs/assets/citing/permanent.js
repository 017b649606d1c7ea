/* The permanent link of a quotation: the address of its place, and what leads on from there to the very words. */
import { fragmentFor } from "./fragment.js";

/* Return a promise of what follows the address of the place. */
export async function endingOf({ place, quoted }, root) {
  // Where only the text can be cited, the link still leads to the part of it from which the words are. No more: its headings
  // stand in the list of contents as well.
  if (place.kind === "text") return quoted[0].id ? `#${encodeURIComponent(quoted[0].id)}` : "";
  try { return fragmentFor(quoted, await blocksOf(place, root)); } catch { return ""; }
}

/* Return a promise of all blocks of a text, where the page has some only: words that are new here may stand there twice. */
async function blocksOf({ source }, root) {
  const home = new URL(`sources/${encodeURIComponent(source)}/`, root);
  if (new URL(".", location).href === home.href) return null;
  const answer = await fetch(new URL(`data/sources/${encodeURIComponent(source)}.json`, root));
  if (!answer.ok) throw new Error(`${answer.status} for the words of ${source}`);
  const { blocks, notes } = await answer.json();
  return [...blocks, ...notes];
}
