/* What is at hand at the head of the dialog: the ways from a place into the reader's own florilegium, and its link. */
import { button, element } from "../elements.js";
import { wordsAt } from "./cited-place.js";
import { copyButton } from "./copy-button.js";

const CAN_BE_GATHERED = new Set(["paragraph", "note", "work"]);

/* Return "Gather", where the place can be gathered, the button that copies the link, and the way to what was gathered. */
export function gathering({ place, title, link, paraphrased }, root, say) {
  const take = async () => say(await taken({ place, label: title, paraphrased }, root));
  return [
    CAN_BE_GATHERED.has(place.kind) && button("Gather", take, { "aria-label": `Gather ${title}` }),
    copyButton("the permanent link", () => ({ text: link }), say, "Copy permanent link"),
    element("a", { href: new URL("florilegium/", root).href }, "My florilegium"),
  ].filter(Boolean);
}

/* Return a promise of what was done, in words. */
async function taken(item, root) {
  try {
    const [{ gather }, words] = await Promise.all([import("./gathering.js"), wordsAt(item.place, root)]);
    return gather({ ...item, words: words.join("\n\n") }).said;
  } catch {
    return "Not gathered: a part of this site could not be fetched.";
  }
}
