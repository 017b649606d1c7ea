/* A quotation whose pieces are no quotation together, to each piece told by itself. */
import { element } from "../elements.js";
import { headOf } from "./headline.js";
import { shownWords } from "./shown-words.js";
import { also, cite, placeLink } from "./told-place.js";

/* Return a list with an entry for each of the pieces, {words, result}. */
export function toldPieces(pieces, site) {
  return element("ol", { class: "verdict-pieces" }, pieces.map((piece) => toldPiece(piece, site)));
}

function toldPiece({ words, result }, site) {
  const [word, more] = headOf(result, site.names);
  const [place, ...others] = result.places ?? [];
  return element(
    "li",
    {},
    element("p", {}, element("bdi", { class: "verdict-piece" }, words.replace(/\s+/g, " "))),
    element("p", {}, element("strong", {}, `${word}.`), ` ${more}`),
    place ? element("p", { class: "verdict-place" }, placeLink(place, site), " · ", cite(place, site)) : "",
    place ? element("div", { class: `verdict-words${place.source.isParaphrased ? " paraphrased" : ""}` }, shownWords(place, words, result.groups)) : "",
    also(others, site, result.isMore),
  );
}
