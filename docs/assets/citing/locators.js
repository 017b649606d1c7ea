/* A ¶ or a run of them to the locator that a work allows, and that to its citation in a style. Of the original: the printed
   pages where they are known, else the heading under which the words stand; never our numbers of ¶. */
import { numberOf } from "../reading/places.js";

/* Return the number of a ¶ or note, or of a run as it is printed: "12–14". */
export function numbers(first, last = first) {
  return run(numberOf(first), numberOf(last));
}

function run(first, last) {
  return String(first) === String(last) ? String(first) : `${first}–${last}`;
}

/* Return {html, number} of a work with a locator; without one in a style that has no word for it. */
export function located(work, style, label, number) {
  const html = work.located?.[style]?.[label];
  return html ? { html, number } : { html: work.cited[style], number: "" };
}

/* Return what locates a place in the original: {kind: "page" | "heading" | "none", cite(styleId) → {html, number, remark}}. */
export function locatorOf(place, source) {
  const pages = pagesOf(place, source.paragraphs);
  if (pages) return { kind: "page", cite: (style) => byPages(style, pages, source) };
  const heading = headingOf(place, source);
  return { kind: heading ? "heading" : "none", cite: (style) => byHeading(style, heading, place, source) };
}

/* --- Pages ----------------------------------------------------------------------------------------------------------- */
/* Return [first, last], the pages on which the words stand; null where either is not known. */
function pagesOf({ id, last, from = 0, to = Infinity }, paragraphs) {
  const [first, end] = [paragraphs[id].pages, paragraphs[last].pages];
  if (!first?.length || !end?.length) return null;
  const begins = first.findLast(([, offset]) => offset <= from) ?? first[0];
  // A page that begins right after the last word is not cited.
  const ends = end.findLast(([, offset]) => offset < to) ?? end[0];
  return [begins[0], ends[0]];
}

function byPages(style, [first, last], { original, ranges }) {
  const isRun = String(first) !== String(last);
  const number = run(first, last);
  return { ...located(original, style, isRun ? "pages" : "page", ranges[style]?.[number] ?? number), remark: "" };
}

/* --- Headings -------------------------------------------------------------------------------------------------------- */
/* Return the index of the heading under which all ¶ of a run stand: that of one, or the nearest above several. */
function headingOf({ id, last }, { paragraphs, headings }) {
  const ways = idsBetween(id, last, paragraphs).map((one) => above(paragraphs[one].heading, headings));
  return ways[0].find((heading) => ways.every((way) => way.includes(heading))) ?? 0;
}

/* Return a heading and all above it, nearest first. */
function above(heading, headings) {
  const way = [];
  for (let at = heading; at !== null && at !== undefined; at = headings[at].within) way.push(at);
  return way;
}

function idsBetween(first, last, paragraphs) {
  const [low, high] = [numberOf(first), numberOf(last)];
  const all = Array.from({ length: high - low + 1 }, (_, at) => `p${low + at}`);
  return all.filter((id) => Object.hasOwn(paragraphs, id));
}

/* Some styles count the ¶ under a heading as well, where they can be counted. */
function byHeading(style, heading, place, { headings, paragraphs }) {
  const { cited, counted, remarks } = headings[heading];
  const [first, last] = [paragraphs[place.id], paragraphs[place.last]];
  const areCounted = first.heading === heading && last.heading === heading && first.count && last.count;
  const number = areCounted ? run(first.count, last.count) : "";
  const withCount = number && counted?.[style]?.[place.id === place.last ? "one" : "run"];
  return { html: withCount || cited[style], number, remark: remarks?.[style] ?? "" };
}
