/* Where a quotation stands in a source word for word. */
import { readings } from "./quotation.js";
import { placeIn } from "./texts.js";
import { wordsIn } from "./tokens.js";

/* Words in brackets stand for no more than so many words of the source. */
export const REPLACED = 6;
/* A word may stand everywhere: so many places of a text are enough, and so many beginnings are tried for each. */
const ENOUGH = 4;
const TRIED = 2000;

/* Return {places, numbers, isCut, isOwn} by the plainest reading that stands there, or null. */
export function exactly(quotation, source) {
  for (const { groups, numbers, isCut, isOwn } of readings(quotation, source)) {
    const all = source.texts.flatMap((text) => occurrences(groups, text).map((spans) => placeIn(source, text, spans)));
    const places = withoutRepeats(all);
    if (places.length) return { places, numbers, isCut, isOwn };
  }
  return null;
}

/* Of the ¶ with their headings only that is new which has a heading in it. */
function withoutRepeats(places) {
  const isNew = ({ kind, parts }) => kind !== "running" || (parts.length > 1 && parts.some(({ id }) => id.startsWith("h")));
  const others = places.filter(({ kind }) => kind !== "running");
  return others.length ? others : places.filter(isNew);
}

/* Return all ways in which the groups stand in a text, each as its spans. */
function occurrences(groups, { tokens }) {
  const found = [];
  let from = 0;
  while (found.length < ENOUGH) {
    const spans = inRow(groups, tokens, from);
    if (!spans) break;
    found.push(spans);
    from = spans[0][0] + 1;
  }
  return found;
}

/* Each group after the one before it, as near as it stands. */
function inRow(groups, tokens, from) {
  const spans = [];
  let at = from;
  for (const { pieces } of groups) {
    const next = together(pieces, tokens, at);
    if (!next) return null;
    spans.push(...next);
    at = next.at(-1)[1];
  }
  return spans;
}

/* Each piece after the one before it, with no more between them than words in brackets can stand for. */
function together([first, ...others], tokens, from) {
  let at = from;
  for (let tried = 0; tried < TRIED; tried += 1) {
    const start = find(first, tokens, at, tokens.length);
    if (start < 0) return null;
    const rest = others.length ? following(others, tokens, start + first.length) : [];
    if (rest) return [[start, start + first.length], ...rest];
    at = start + 1;
  }
  return null;
}

function following([next, ...others], tokens, from) {
  for (let at = from; at < tokens.length && wordsIn(tokens.slice(from, at)) <= REPLACED; at += 1) {
    if (!standsAt(next, tokens, at)) continue;
    const rest = others.length ? following(others, tokens, at + next.length) : [];
    if (rest) return [[at, at + next.length], ...rest];
  }
  return null;
}

export function find(piece, tokens, from, to) {
  for (let at = from; at + piece.length <= to; at += 1) if (standsAt(piece, tokens, at)) return at;
  return -1;
}

function standsAt(piece, tokens, at) {
  return at + piece.length <= tokens.length && piece.every(({ key }, next) => tokens[at + next].key === key);
}
