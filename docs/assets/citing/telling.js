/* A leaf to what is told of it, in a style: its citation, its link, the works whose words it has and those it cites. */
import { UnknownPlace } from "./data.js";
import { isNumbered } from "./numbering.js";
import { offersFor } from "./offers.js";
import { remarkOn } from "./taking-home.js";

/* Return a promise of {label, link, words, paraphrased, own, cited, remark, works, cites, isTold} of a leaf, as taking-home.js
   takes it. Where its strings cannot be had, no more is told than the reader has, and `why`. */
export async function told(leaf, style, root) {
  const { label, words, own } = leaf;
  try {
    const offers = await offersFor(leaf.place, root);
    // Whether words are a quotation is for the text to say: it may have been learned after they were gathered.
    const paraphrased = leaf.paraphrased || offers.paraphrased;
    return { label: offers.title, link: offers.link, words, paraphrased, own, ...ofSections(leaf, offers.sections, style), isTold: true };
  } catch (error) {
    const link = new URL(addressOf(leaf.place), root).href;
    const why = error instanceof UnknownPlace ? UNKNOWN : NOT_FETCHED;
    return { label: label || link, link, words, paraphrased: leaf.paraphrased, own, cited: "", remark: "", works: [], cites: [], isTold: false, why };
  }
}

const UNKNOWN = "Its citation cannot be told: this site knows no such place, or knows it no longer.";
const NOT_FETCHED = "Its citation could not be fetched: check the connection, and load this page again.";

/* The words of a note are its own; the work that it cites stands beside them. What was gathered without words, as a work
   is, is told by its entry in a list. */
function ofSections({ place, words }, sections, style) {
  const held = (place.kind === "note" && sections.find(({ id }) => id === "note")) || sections[0];
  const cites = place.kind === "note" ? sections.filter(({ id }) => id === "work") : [];
  const { html, remark } = formIn(held, style, words.trim() ? "cited" : "listed");
  const own = work(held, style);
  return { cited: html, remark: words.trim() ? remark : remarkOn(own), works: [own], cites: cites.map((one) => work(one, style)) };
}

function work(section, style) {
  const [cited, listed] = ["cited", "listed"].map((form) => formIn(section, style, form).html);
  return { key: section.key, listed, remark: section.remark ?? "", files: section.files, isNumbered: isNumbered(cited, listed) };
}

/* In the first style, where the chosen one is not known or has no form. */
function formIn({ rows }, style, form) {
  const forms = rows.filter((row) => row.form === form);
  const { html = "", remark = "" } = forms.find((row) => row.style === style) ?? forms[0] ?? {};
  return { html, remark };
}

/* Return the address of a place within the site. */
function addressOf({ kind, source, id, last, key, path }) {
  if (kind === "work") return `bibliography/#${encodeURIComponent(key)}`;
  if (kind === "page") return path;
  const at = last && last !== id ? `?to=${last}#${id}` : `#${id}`;
  return `sources/${source}/${kind === "text" ? "" : at}`;
}
