/* A string of a citation as it is shown between buttons: links would be one more stop for the keyboard each. What is copied
   keeps them. */
import { markup } from "./wording.js";

export function unlinked(html) {
  const made = markup(html);
  for (const link of made.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  return made;
}
