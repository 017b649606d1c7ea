/* From what is on the page to the words of the text: what stands beside them (numbers, markers, page marks, notes opened in
   place) is no word of it, and each space is one, as in the data of the site. */
import { pathIn, sourceNamed } from "./places.js";

/* Each a part of the text by itself. A frame is a ¶ filed elsewhere, shown so that what is filed here can be understood. */
const PARTS = [
  ".themed", ".frame", ".note", ".in-place", ".pull-quote", ".front-matter[id]", ".byline[id]", ':is(h2, h3, h4)[id^="h"]',
].map((part) => `.reading article ${part}`).join();
/* What is no word of the part that holds it. placing.js keeps a short list of its own, of what can stand on a line with a
   marker: it comes with every text, and this file only when it is asked for. */
export const NO_WORDS = [
  ".margin", "sup", ".page-mark", ".note-number", ".note-more", ".commentary-mark", ".in-place", ".in-place-number",
  ".in-place-ways", ".preview", ".cite", ".selection", ".headerlink", "[hidden]", "script", "style",
].join();
const CELLS = "td, th, p, li, br";
const SPACE_RE = /[ \t\n\r\f]/;
/* As browsers tell words apart, who find those of an address: "U.S", "Bâli’s" and "3,000" are one, "self-defense" is two. */
export const WORD_RE = /[\p{L}\p{N}\p{M}_]+(?:(?:[.'’]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/gu;

/* Return the words of a ¶, note or other part as text. */
export function wordsOf(element) {
  return read(element).text;
}

/* Return the words of a part: `text`; `spots`, for each letter of it [node, offset]; and `breaks`, the offsets at which
   something stands between the words that is none, or a cell ends. */
export function read(element) {
  const spots = [];
  const breaks = [];
  let text = "";
  const space = (spot) => {
    if (!text || text.endsWith(" ")) return;
    text += " ";
    spots.push(spot);
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      for (let at = 0; at < node.length; at += 1) {
        if (SPACE_RE.test(node.data[at])) space([node, at]);
        else {
          text += node.data[at];
          spots.push([node, at]);
        }
      }
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const isCell = node.matches(CELLS);
      if (isCell) space([node, 0]);
      if (isCell || node.matches(NO_WORDS)) breaks.push(text.length);
      if (!node.matches(NO_WORDS)) node.childNodes.forEach(walk);
    }
  };
  element.childNodes.forEach(walk);
  return { text: text.trimEnd(), spots, breaks };
}

/* Return what is selected of each part of the text, in the order of the page: {element, id, source, text, start, end, all,
   paraphrased, isWhole}, `start` and `end` being offsets into `all`, the words of the whole part. Who selects words of a
   text selects none of its notes, be they open between its lines; theirs are given where nothing else is selected. */
export function selectedWords(range) {
  const source = sourceOfPage();
  const found = [...document.querySelectorAll(PARTS)]
    .filter((element) => range.intersectsNode(element))
    .map((element) => selectedIn(element, range))
    .filter(Boolean)
    .map((words) => ({ ...words, source }));
  const texts = found.filter(({ id }) => !id.startsWith("n"));
  return texts.length ? texts : found;
}

/* Return the same with its first and last word whole: half a word cannot be cited, and nobody means to. Null where only a
   part of one word is selected, or none. */
export function wholeWords(words) {
  const touched = [...words.all.matchAll(WORD_RE)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter(({ from, to }) => from < words.end && words.start < to);
  if (!touched.length || isLess(touched, words)) return null;
  return cut(words, Math.min(words.start, touched[0].from), Math.max(words.end, touched.at(-1).to));
}

function isLess([word, ...more], { start, end }) {
  return !more.length && (start > word.from || end < word.to);
}

/* Return the id of the source whose words the page holds. */
export function sourceOfPage() {
  return sourceNamed(pathIn(location, new URL("../../", import.meta.url)) ?? "");
}

/* Return the id under which a part is known; a part that is shown once more names it in a link. */
export function idOf(element) {
  if (element.id && !element.matches(".in-place")) return element.id;
  const link = element.querySelector(element.matches(".in-place") ? '.in-place-ways a[href^="#"]' : ".paragraph-number");
  return link?.hash.slice(1) ?? "";
}

/* Return all parts of the text on the page, in their order, that are no copies of another. */
export function parts() {
  return [...document.querySelectorAll(PARTS)].filter((element) => !element.matches(".in-place"));
}

/* Return the part of the text in which a place of the document is, or null. */
export function partAt(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest(PARTS) ?? null;
}

/* Tell whether anything is selected with the words of a part that is none of them. */
export function holdsOther(part, range) {
  const others = [...part.querySelectorAll(NO_WORDS)].filter((one) => one.matches(".preview") || !one.closest(".margin, .selection"));
  return others.some((one) => range.intersectsNode(one));
}

function selectedIn(element, range) {
  const { text, spots } = read(element);
  const isSelected = ([node, at]) => range.comparePoint(node, at) >= 0 && range.comparePoint(node, at + (node.length > at)) <= 0;
  const inside = spots.slice(0, text.length).map(isSelected);
  const start = inside.indexOf(true);
  if (start < 0) return null;
  const words = { element, id: idOf(element), all: text, paraphrased: isParaphrased(element) };
  return cut(words, start, inside.lastIndexOf(true) + 1);
}

/* Spaces at either end are no part of what is selected. */
function cut(words, from, to) {
  const wanted = words.all.slice(from, to);
  const start = from + (wanted.length - wanted.trimStart().length);
  const end = to - (wanted.length - wanted.trimEnd().length);
  if (start >= end) return null;
  return { ...words, text: words.all.slice(start, end), start, end, isWhole: start === 0 && end === words.all.length };
}

/* A heading or a note does not say it of itself: it is as the text is. */
function isParaphrased(element) {
  if (element.matches(".verbatim, .paraphrased")) return element.matches(".paraphrased");
  return document.querySelector(".reading article .themed.paraphrased") !== null;
}
