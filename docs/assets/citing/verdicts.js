/* A quotation and what comparing it gave, to what a reader is told: a word for it, the place, the words, the citation. */
import { element } from "../elements.js";
import { copyButton } from "./copy-button.js";
import { difference } from "./difference.js";
import { citable } from "./found-place.js";
import { headOf, verdictOf } from "./headline.js";
import { mixedWords } from "./mixed-letters.js";
import { shownWords, sourceWords } from "./shown-words.js";
import { toldPieces } from "./told-pieces.js";
import { also, cite, placeLink } from "./told-place.js";

/* So many letters of what was pasted say which quotation is meant. */
const LONG = 240;

/* Return the section of one quotation. `site` is {root, names, themes, citations, say}, with the citations of
   verdict-citations.js. */
export function section(quotation, result, site) {
  const verdict = verdictOf(result);
  const body = { paraphrase: paraphrased, apart, absent, long: tooLong }[verdict] ?? standing;
  const [word, more] = headOf(result, site.names);
  return element(
    "section",
    { class: `verdict ${verdict}` },
    element("h2", {}, word, " ", element("small", {}, more)),
    element("div", { class: "verdict-body" }, body(quotation, result, site), alphabets(quotation, verdict)),
  );
}

/* --- Found ---------------------------------------------------------------------------------------------------------------- */
function standing(quotation, result, site) {
  const [place, ...others] = result.places;
  return [
    ...found(quotation, result, site),
    ...remarks(result),
    element("div", { class: "verdict-ways" }, cite(place, site), verdictOf(result) === "exact" ? "" : copyOf(place, site)),
    site.citations.of(citable(place)),
    also(others, site, result.isMore),
  ];
}

function found(quotation, { places: [place], groups }, site) {
  const said = place.source.isParaphrased ? " paraphrased" : "";
  return [
    element("p", { class: "verdict-place" }, placeLink(place, site)),
    element("div", { class: `verdict-words${said}` }, shownWords(place, quotation, groups)),
    legends(place, groups),
  ];
}

/* What the lines under and through words say; a voice hears it beside each. */
function legends({ gaps }, groups) {
  const has = (wanted) => gaps.some(({ kind }) => kind === wanted);
  const told = [
    groups && [element("ins", {}, "Underlined"), ": in the source, not in yours. ", element("del", {}, "Struck"), ": in yours, not in the source."],
    has("left") && [element("span", { class: "left-out" }, "Dots"), ": the source’s words that yours leaves out."],
    has("replaced") && [element("span", { class: "replaced" }, "Dashes"), ": the source’s words where yours has brackets."],
  ].filter(Boolean);
  return told.length ? element("p", { class: "verdict-said", "aria-hidden": "true" }, told.flatMap((one) => [" ", ...one]).slice(1)) : "";
}

function remarks({ verdict, places: [{ gaps }], numbers, isOwn, isCut, ordered }) {
  const one = numbers.length === 1;
  const told = [
    numbers.length && `${one ? "The number" : "The numbers"} ${numbers.join(", ")} in yours ${one ? "is that of a note: it is" : "are those of notes: they are"} not the author’s words.`,
    isOwn && verdict === "differs" && "What stands in square brackets is yours: it was not compared.",
    isCut && ordered !== false && !gaps.some(({ kind }) => kind === "left") && "Nothing stands in the source where yours has an ellipsis.",
    ordered === false && "The pieces stand in the source in another order.",
  ];
  return told.filter(Boolean).map((words) => element("p", { class: "verdict-said" }, words));
}

function copyOf(place, { say }) {
  return copyButton("the source’s words", () => ({ text: sourceWords(place) }), say, "Copy the source’s words");
}

/* --- Found where it may not be quoted ---------------------------------------------------------------------------------- */
function paraphrased(quotation, result, site) {
  const [place, ...others] = result.places;
  const notice = element("p", { class: "verdict-notice" }, "These are not the publisher’s words. Look for them in the original.");
  site.citations.noticeOf(citable(place)).then((told) => told && notice.replaceChildren(told));
  const differs = result.verdict === "differs" ? element("p", { class: "verdict-said" }, `Even there: ${difference(result)}`) : "";
  const ways = element("div", { class: "verdict-ways" }, cite(place, site));
  return [...found(quotation, result, site), differs, ...remarks(result), notice, ways, also(others, site, result.isMore)];
}

/* --- Not found ------------------------------------------------------------------------------------------------------------ */
function absent(quotation) {
  const said = "No text here has these words in this order, nor most of them. Of a text that is here as an excerpt, only what is shown was compared.";
  return [yours(quotation), element("p", { class: "verdict-said" }, said)];
}

function apart(quotation, { pieces }, site) {
  return [toldPieces(pieces, site)];
}

/* A scan may give a letter of another alphabet that only looks the same. */
function alphabets(quotation, verdict) {
  const words = ["differs", "paraphrase", "apart", "absent"].includes(verdict) ? mixedWords(quotation) : [];
  if (!words.length) return null;
  const named = words.flatMap((word) => [", ", element("bdi", {}, `“${word}”`)]).slice(1);
  return element("p", { class: "verdict-said" }, "Yours mixes alphabets: ", named, ". Letters that look Latin may be Cyrillic or Greek, as a scan gives them; type these words anew.");
}

function tooLong(quotation, { most }) {
  return [yours(quotation), element("p", { class: "verdict-said" }, `At most ${most} words can be compared at once. Put a blank line between its parts.`)];
}

function yours(quotation) {
  const said = quotation.replace(/\s+/g, " ");
  const shown = said.length > LONG ? `${said.slice(0, said.lastIndexOf(" ", LONG))}\u00a0…` : said;
  return element("p", { class: "verdict-yours" }, element("bdi", {}, shown));
}
