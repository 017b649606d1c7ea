/* What was sought, to where it stands in a text: for the words marked in a list of results, and for those that the page
   of a result marks. Offsets are into the text in its composed form (NFC). */
import { chunks, groups } from "./words.js";

/* Where a sentence begins: after its predecessor's end. */
const SENTENCE = /[.!?]["”’)\]]*\s+(?=["“‘([]*\p{Lu})/gu;
/* A web address: what is sought stands in it by chance, and can hardly be read there. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gu;
const TIE = /^(?:\S[-\u2010\u2011/'’ʼ]\S|[0-9],[0-9])$/u;
const INITIALISM = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}$/u;
/* Below this part of the length, a text is shown whole rather than cut. */
const NEARLY = 1.15;

/* Return where the sought words and phrases stand, as [start, end], ascending, none within or beside another. The text
   is in its composed form. */
export function spans(text, marks) {
  const found = chunks(text);
  const wanted = (word) => marks.forms.has(word) || marks.beginnings.some((one) => word.startsWith(one));
  const all = found.filter((one) => wanted(one.word)).map(({ start, end }) => [start, end]);
  for (const group of groups(found)) {
    const whole = group.length > 1 && wanted(group.map((one) => one.word).join(""));
    if (whole) all.push([group[0].start, group.at(-1).end]);
  }
  for (const phrase of marks.phrases) {
    for (let at = 0; at + phrase.length <= found.length; at += 1) {
      const here = phrase.every((word, next) => found[at + next].plain === word);
      if (here) all.push([found[at].start, found[at + phrase.length - 1].end]);
    }
  }
  return merged(all.map(([start, end]) => [start, lastPoint(text, start, end)]), text);
}

/* Two marks with nothing but a sign within a word between them are one: `COVID-19`, `9/11`. */
function merged(all, text) {
  const result = [];
  for (const [start, end] of all.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = result.at(-1);
    if (last && (start <= last[1] || TIE.test(text.slice(last[1] - 1, start + 1)))) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/* An initialism ends with its last point: `U.S.`. */
function lastPoint(text, start, end) {
  return text[end] === "." && INITIALISM.test(text.slice(start, end)) ? end + 1 : end;
}

/* Return the part of a text of about this length in which most of what was sought stands, as pieces of whole words:
   {text, marked}; "…" tells where it is cut. */
export function excerpt(text, marks, length) {
  const composed = text.normalize("NFC");
  const found = spans(composed, marks);
  const addresses = [...composed.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length]);
  const plain = found.filter(([start]) => !addresses.some(([from, to]) => from <= start && start < to));
  const [from, to] = stretch(composed, plain, length);
  const pieces = from > 0 ? [{ text: "…", marked: false }] : [];
  let at = from;
  for (const [start, end] of found) {
    if (start < from || end > to) continue;
    if (start > at) pieces.push({ text: composed.slice(at, start), marked: false });
    pieces.push({ text: composed.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) pieces.push({ text: composed.slice(at, to), marked: false });
  if (to < composed.length) pieces.push({ text: "…", marked: false });
  return pieces;
}

function stretch(text, found, length) {
  if (text.length <= length * NEARLY) return [0, text.length];
  const from = beginning(text, anchor(text, found, length), length);
  if (text.length - from <= length * NEARLY) return [from, text.length];
  const to = text.lastIndexOf(" ", from + length);
  const held = found.find(([start, end]) => start < to && end > to);
  const end = held ? held[1] : to;
  return [from, end > from ? end : Math.min(text.length, from + length)];
}

/* The first mark after which most different marks follow. */
function anchor(text, found, length) {
  let best = { start: 0, number: 0 };
  for (const [start] of found) {
    const near = found.filter((one) => one[0] >= start && one[1] <= start + length * 0.7);
    const number = new Set(near.map((one) => text.slice(...one).toLowerCase())).size;
    if (number > best.number) best = { start, number };
  }
  return best.start;
}

/* Begin with the sentence if that is near, else some words before. */
function beginning(text, start, length) {
  const before = [...text.slice(0, start).matchAll(SENTENCE)].at(-1);
  const sentence = before ? before.index + before[0].length : 0;
  if (start - sentence <= length * 0.4) return sentence;
  const word = text.indexOf(" ", Math.max(0, start - Math.round(length * 0.2)));
  return word >= 0 && word < start ? word + 1 : start;
}

/* Return the words and phrases that are marked in a text, as they are printed there, each once. */
export function found(text, marks) {
  const composed = text.normalize("NFC");
  const said = new Map();
  for (const [start, end] of spans(composed, marks)) {
    const printed = composed.slice(start, end);
    if (!said.has(printed.toLowerCase())) said.set(printed.toLowerCase(), printed);
  }
  return [...said.values()];
}
