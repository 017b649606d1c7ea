/* A quotation and what comparing it gave, to what a reader is told: a word for it, the place, the words, the citation. */
import { element } from "../elements.js";
import { copyButton } from "./copy-button.js";
import { citable, citeName, linkOf, nameOf, themesOf } from "./found-place.js";
import { runsOf, shownWords, sourceWords } from "./shown-words.js";
import { markup, plain } from "./wording.js";

/* So many letters of what was pasted say which quotation is meant. */
const LONG = 240;

/* The names of the verdicts, as the summary counts them. */
export const COUNTED = [
  ["exact", "exact", "exact"], ["differs", "differs", "differ"], ["paraphrase", "found in a paraphrase", "found in a paraphrase"],
  ["absent", "absent", "absent"], ["long", "too long", "too long"],
];

/* Return which verdict a result of `compare` has for a reader: what stands in a paraphrase is never exact. */
export function verdictOf({ verdict, places }) {
  return places?.[0].source.isParaphrased ? "paraphrase" : verdict;
}

/* Return the section of one quotation. `site` is {root, names, themes, cite, say}: `cite(place)` promises {cited, name,
   notice}, or null where it cannot be had. */
export function section(quotation, result, site) {
  const verdict = verdictOf(result);
  const body = { exact: standing, differs: standing, paraphrase: paraphrased, absent, long: tooLong }[verdict];
  const [word, more] = headOf(verdict, result, site);
  return element(
    "section",
    { class: `verdict ${verdict}` },
    element("h2", {}, word, " ", element("small", {}, more)),
    element("div", { class: "verdict-body" }, body(quotation, result, site)),
  );
}

function headOf(verdict, result, { names }) {
  if (verdict === "paraphrase") return ["Found in a paraphrase", "Do not quote it."];
  if (verdict === "exact") return ["Exact", "It stands so in the source."];
  if (verdict === "differs") return ["Differs", difference(result)];
  if (verdict === "absent") return ["Absent", names.size > 1 ? `In none of the ${names.size} texts.` : "Not in the text."];
  return ["Too long", "It was not compared."];
}

/* --- Found ---------------------------------------------------------------------------------------------------------------- */
function standing(quotation, result, site) {
  const [place, ...others] = result.places;
  return [
    ...found(quotation, result, site),
    ...remarks(result),
    element("div", { class: "verdict-ways" }, cite(place, site), result.verdict === "differs" ? copyOf(place, site) : ""),
    citation(place, site),
    also(others, site),
  ];
}

function found(quotation, { places: [place], groups }, site) {
  const said = place.source.isParaphrased ? " paraphrased" : "";
  return [
    element("p", { class: "verdict-place" }, placeLink(place, site)),
    element("div", { class: `verdict-words${said}` }, shownWords(place, quotation, groups)),
    groups ? legend() : "",
  ];
}

function placeLink(place, { root, names, themes }) {
  const filed = themesOf(place, themes).join(", ");
  return [element("a", { href: linkOf(place, root) }, nameOf(place, names)), filed && ` · ${filed}`];
}

function legend() {
  return element(
    "p",
    { class: "verdict-said", "aria-hidden": "true" },
    element("ins", {}, "Underlined"), ": in the source, not in yours. ", element("del", {}, "Struck"), ": in yours, not in the source.",
  );
}

function also(places, site) {
  if (!places.length) return null;
  return element("p", { class: "verdict-said" }, "Also: ", places.flatMap((place) => ["; ", ...placeLink(place, site)]).slice(1));
}

function remarks({ numbers, isOwn, isCut, ordered }) {
  const one = numbers.length === 1;
  const told = [
    numbers.length && `${one ? "The number" : "The numbers"} ${numbers.join(", ")} in yours ${one ? "is that of a note: it is" : "are those of notes: they are"} not the author’s words.`,
    isOwn && "What stands in square brackets is yours: it was not compared.",
    isCut && ordered !== false && "Words are left out; the pieces stand in this order.",
    ordered === false && "The pieces stand in the source in another order.",
  ];
  return told.filter(Boolean).map((words) => element("p", { class: "verdict-said" }, words));
}

function copyOf(place, { say }) {
  return copyButton("the source’s words", () => ({ text: sourceWords(place) }), say, "Copy the source’s words");
}

/* The dialog hears the link by itself; without it, the link leads to the page that says how the text is cited. */
function cite(place, { root }) {
  const href = new URL(`sources/${encodeURIComponent(place.source.id)}/cite/`, root).href;
  return element("a", { class: "cite", href, "data-cite": citeName(place) }, "Cite");
}

/* The citation comes when it is there: the verdict does not wait for it. */
function citation(place, site) {
  const host = element("div", { class: "verdict-citation", hidden: true });
  site.cite(citable(place)).then((told) => {
    if (!told?.cited) return;
    const words = () => ({ text: plain(told.cited), html: told.cited });
    host.append(element("p", { class: "verdict-style" }, told.name), element("p", {}, markup(told.cited)), copyButton("the citation", words, site.say));
    host.hidden = false;
  });
  return host;
}

/* --- Found where it may not be quoted ---------------------------------------------------------------------------------- */
function paraphrased(quotation, result, site) {
  const [place, ...others] = result.places;
  const notice = element("p", { class: "verdict-notice" }, "These are not the publisher’s words. Look for them in the original.");
  site.cite(citable(place)).then((told) => told?.notice && notice.replaceChildren(told.notice));
  const differs = result.verdict === "differs" ? element("p", { class: "verdict-said" }, `Even there: ${difference(result)}`) : "";
  const ways = element("div", { class: "verdict-ways" }, cite(place, site));
  return [...found(quotation, result, site), differs, ...remarks(result), notice, ways, also(others, site)];
}

/* --- Not found ------------------------------------------------------------------------------------------------------------ */
function absent(quotation) {
  const said = "No text here has these words in this order, nor most of them. Of a text that is here as an excerpt, only what is shown was compared.";
  return [yours(quotation), element("p", { class: "verdict-said" }, said)];
}

function tooLong(quotation, { most }) {
  return [yours(quotation), element("p", { class: "verdict-said" }, `At most ${most} words can be compared at once. Put a blank line between its parts.`)];
}

function yours(quotation) {
  const said = quotation.replace(/\s+/g, " ");
  const shown = said.length > LONG ? `${said.slice(0, said.lastIndexOf(" ", LONG))} …` : said;
  return element("p", { class: "verdict-yours" }, element("bdi", {}, shown));
}

/* --- What differs, counted as a reader would: `U.S.` is one word ------------------------------------------------------- */
function difference({ groups, places: [{ text }], ordered }) {
  let [words, signs] = [0, 0];
  for (const { yours: own, steps } of groups) {
    for (const run of runsOf(steps).filter((one) => one[0][0] !== "same")) {
      const theirs = clusters(run.filter(([kind]) => kind === "theirs").map(([, at]) => text.tokens[at]));
      const mine = clusters(run.filter(([kind]) => kind === "yours").map(([, at]) => own[at]));
      const spoken = (all) => all.filter((one) => one.some(({ isWord }) => isWord)).length;
      const differing = Math.max(spoken(theirs), spoken(mine));
      words += differing;
      if (!differing) signs += Math.max(theirs.flat().length, mine.flat().length);
    }
  }
  const count = (number, one, several) => (number ? `${number} ${number === 1 ? one : several}` : "");
  const told = [count(words, "word", "words"), count(signs, "punctuation mark", "punctuation marks")].filter(Boolean);
  if (!told.length) return ordered ? "" : "In another order.";
  return `${told.join(" and ")} ${words + signs === 1 ? "differs" : "differ"}.`;
}

function clusters(tokens) {
  const found = [];
  for (const token of tokens) {
    const last = found.at(-1)?.at(-1);
    if (last && last.end === token.start && last.part === token.part) found.at(-1).push(token);
    else found.push([token]);
  }
  return found;
}
