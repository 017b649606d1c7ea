/* A place in which words were found, to its link with its themes, and to the way to its citation. */
import { element } from "../elements.js";
import { citeName, linkOf, nameOf, themesOf } from "./found-place.js";

export function placeLink(place, { root, names, themes }) {
  const filed = themesOf(place, themes).join(", ");
  return [element("a", { href: linkOf(place, root) }, nameOf(place, names)), filed && ` · ${filed}`];
}

/* The dialog hears the link by itself; without it, the link leads to the page that says how the text is cited. */
export function cite(place, { root, names }) {
  const href = new URL(`sources/${encodeURIComponent(place.source.id)}/cite/`, root).href;
  const at = citeName(place);
  // What has no number of its own is cited as the text.
  const cited = at === "text" ? names.get(place.source.id) ?? place.source.title : nameOf(place, names);
  return element("a", { class: "cite", href, "data-cite": at, "aria-label": `Cite ${cited}` }, "Cite");
}

/* `isMore`: there are others that are not named. */
export function also(places, site, isMore) {
  if (!places.length) return null;
  return element("p", { class: "verdict-said" }, "Also: ", places.flatMap((place) => ["; ", ...placeLink(place, site)]).slice(1), isMore ? "; and elsewhere." : "");
}
