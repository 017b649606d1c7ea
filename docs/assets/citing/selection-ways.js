/* What can be done with selected words: copied with their citation, or gathered; and what came of it, in words. */
import { copy } from "./clipboard.js";
import { stylesOf } from "./data.js";
import { endingOf } from "./link-ending.js";
import { offersFor } from "./offers.js";
import { quotedCopy } from "./quoted-copy.js";
import { chosenStyle } from "./style-choice.js";

const UNFETCHED = "a part of this site could not be fetched";

/* Return a promise of what can be cited for a quotation, and in which styles. It is asked for when words are selected: a
   browser lets a page copy only in the moment in which it is asked to. */
export async function citationsFor(quotation, root) {
  const asked = [offersFor(quotation.place, root), stylesOf(root), endingOf(quotation, root)];
  const [offers, styles, ending] = await Promise.all(asked);
  return { offers, styles, ending };
}

/* Return a promise of {done, said}: what there is to say of it, "" where nothing. */
export async function copyQuoted(quotation, asked) {
  let style, parts;
  try {
    const { offers, styles, ending } = await asked;
    style = styles.find(({ id }) => id === chosenStyle(styles));
    parts = quotedCopy(quotation, offers, style, ending);
  } catch {
    return { done: false, said: `Not copied: ${UNFETCHED}.` };
  }
  if (!parts) return { done: false, said: `Not copied: ${style.label} has no form for this place. Choose another style.` };
  const done = await copy(parts);
  return { done, said: done ? parts.remark : "Not copied: the browser does not let this page copy." };
}

/* Return a promise of what was done, in words. */
export async function gatherQuoted({ place, words, paraphrased }, asked) {
  try {
    const [{ gather }, { offers }] = await Promise.all([import("./gathering.js"), asked]);
    return gather({ place, label: offers.title, words, paraphrased }).said;
  } catch {
    return `Not gathered: ${UNFETCHED}.`;
  }
}
