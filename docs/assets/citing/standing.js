/* Whether the words of a leaf stand so in the text as it is now: it may have been mended since they were gathered, or a
   file may hold other words than the text ever had. */
import { numberOf } from "../reading/places.js";
import { GAP } from "./blocks.js";
import { textOf } from "./data.js";
import { lines } from "./markdown-words.js";

export const CHANGED = "These words do not stand so in the text now.";

/* Return a promise of whether they do. Where there are none, or the text cannot be had, nothing can be said against them. */
export async function standSo({ place, words }, root) {
  const wanted = lines(words).filter((one) => one !== GAP);
  if (!place.source || !wanted.length) return true;
  const text = await textOf(place.source, root).catch(() => null);
  if (!text) return true;
  const held = [text.title, ...textsAt(place, text)].map(spaced);
  return wanted.every((one) => held.some((other) => stands(spaced(one), other)));
}

/* Return the words of a place. With ¶ the headings among them are gathered; what has no place of its own, as several notes,
   is gathered as the text. */
function textsAt({ kind, id, last = id }, { blocks, notes }) {
  const isWithin = (number) => numberOf(id) <= number && number <= numberOf(last);
  const parts = {
    paragraph: () => blocks.filter((block) => !numberOf(block.id) || isWithin(numberOf(block.id))),
    note: () => notes.filter((note) => note.id === id),
    text: () => [...blocks, ...notes],
  };
  return parts[kind]().map(({ text }) => text);
}

/* Words that are part of longer ones are others. */
function stands(words, text) {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (isBorder(text, at) && isBorder(text, at + words.length)) return true;
  }
  return false;
}

function isBorder(text, at) {
  return !WITHIN_RE.test(text.slice(Math.max(0, at - 1), at + 1));
}

const WITHIN_RE = /[\p{L}\p{N}]{2}/u;

function spaced(text) {
  return text.replace(/\s+/g, " ").trim();
}
