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

/* Return {html, number} of a work with a locator; no `html` in a style that has no word for it. */
export function located(work, style, label, number) {
  return { html: work.located?.[style]?.[label], number };
}

/* Return what locates a place in the original: {kind: "page" | "heading" | "none", cite(styleId) → {html, number, remark}}. */
export function locatorOf(place, source) {
  const pages = pagesOf(place, source.paragraphs);
  if (pages) return { kind: "page", cite: (style) => byPages(style, pages, source) };
  const { named, cited, remarks } = source.headings[headingOf(place, source)];
  return { kind: named ? "heading" : "none", cite: (style) => ({ html: cited[style], remark: remarks?.[style] }) };
}

/* --- Pages ----------------------------------------------------------------------------------------------------------- */
/* Return whether the pages of a place depend on where in its ¶ the words begin and end. */
export function isNarrow({ id, last, from, to }, paragraphs) {
  const turns = (one) => paragraphs[one].pages?.length > 1;
  return (from !== undefined && turns(id)) || (to !== undefined && turns(last));
}

/* Return a place with its offsets counted as those of the pages are, in characters: a reader's selection counts units, of
   which a character may have two. `wordsOf(id)` → the words of a ¶. */
export function inCharacters({ id, last, from, to, ...place }, wordsOf) {
  const counted = (one, units) => (units === undefined ? units : [...wordsOf(one).slice(0, units)].length);
  return { ...place, id, last, from: counted(id, from), to: counted(last, to) };
}

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
  return located(original, style, isRun ? "pages" : "page", ranges[style]?.[number] ?? number);
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
