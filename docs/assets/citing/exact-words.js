/* Where a quotation stands in a source word for word. Of all places in which its pieces follow each other, those count in
   which they stand nearest together; pieces that are further apart than the end of one ¶ and the next are no quotation. */
import { fits, REPLACED } from "./brackets.js";
import { placeIn } from "./compared-texts.js";
import { readings } from "./pasted.js";
import { wordsIn } from "./tokens.js";

/* A word may stand everywhere: so many places of a text are enough. */
const ENOUGH = 6;
/* So many ends of ¶ may stand between all pieces. */
const CROSSED = 1;

/* Return {places, numbers, isCut, isOwn, looseness} by the plainest reading that stands there, or null. */
export function exactly(quotation, source) {
  for (const { groups, numbers, isCut, isOwn } of readings(quotation, source)) {
    const all = source.texts.flatMap((text) => standing(groups, text).map(({ spans, gaps, looseness }) => ({ ...placeIn(source, text, spans, gaps), looseness })));
    const places = withoutRepeats(all).sort((one, other) => compareLooseness(one.looseness, other.looseness));
    if (places.length) return { places, numbers, isCut, isOwn, looseness: places[0].looseness };
  }
  return null;
}

/* Less is first: ends of ¶ between pieces, then words that brackets stand for, then words left out. */
export function compareLooseness(one, other) {
  return one.map((number, at) => number - other[at]).find(Boolean) ?? 0;
}

/* Tell whether pieces, by their spans in order, stand near enough to be one quotation. */
export function isTogether(spans, text) {
  return crossedIn(spans, text) <= CROSSED;
}

/* Of the ¶ with their headings only that is new which has a heading in it. */
function withoutRepeats(places) {
  const isNew = ({ kind, parts }) => kind !== "running" || (parts.length > 1 && parts.some(({ id }) => id.startsWith("h")));
  const others = places.filter(({ kind }) => kind !== "running");
  return others.length ? others : places.filter(isNew);
}

/* Return the ways in which the groups follow each other in a text, each {spans, gaps, looseness}; a gap is what the source
   has where words are left out or in brackets, {kind, at, length}. */
function standing(groups, text) {
  const all = groups.map((group) => occurrences(group, text.tokens));
  if (all.some((one) => !one.length)) return [];
  const byEnd = new Map();
  const next = all.map(() => 0);
  for (const first of all[0]) {
    const chain = [first];
    for (let rank = 1; rank < all.length; rank += 1) {
      while (next[rank] < all[rank].length && all[rank][next[rank]].start < chain.at(-1).end) next[rank] += 1;
      if (next[rank] < all[rank].length) chain.push(all[rank][next[rank]]);
    }
    // Of those that end alike, the last is the nearest.
    if (chain.length === all.length) byEnd.set(chain.at(-1).end, chain);
  }
  const told = [...byEnd.values()].map((chain) => joined(chain, text)).filter(({ looseness: [crossed] }) => crossed <= CROSSED);
  const sorted = told.sort((one, other) => compareLooseness(one.looseness, other.looseness));
  // As near as the nearest: neither further over a ¶ nor with more words in brackets passed over.
  return sorted.filter(({ looseness }) => looseness[0] === sorted[0].looseness[0] && looseness[1] === sorted[0].looseness[1]).filter(isElsewhere(text)).slice(0, ENOUGH);
}

/* A ¶ in which the words stand twice is one place. */
function isElsewhere({ tokens }) {
  const blocks = ({ spans }) => `${tokens[spans[0][0]].part} ${tokens[spans.at(-1)[1] - 1].part}`;
  return (one, at, all) => all.findIndex((other) => blocks(other) === blocks(one)) === at;
}

function joined(chain, text) {
  const ends = chain.map(({ start, end }) => [start, end]);
  const cuts = ends.slice(1).map(([start], rank) => ({ kind: "left", at: ends[rank][1], length: start - ends[rank][1] }));
  const gaps = [...chain.flatMap((one) => one.gaps), ...cuts].filter(({ length }) => length);
  const sum = (wanted) => gaps.filter(({ kind }) => kind === wanted).reduce((all, { length }) => all + length, 0);
  const looseness = [crossedIn(ends, text), sum("replaced"), sum("left")];
  return { spans: chain.flatMap(({ spans }) => spans), gaps, looseness };
}

function crossedIn(spans, { tokens, parts }) {
  return spans.slice(1).reduce((sum, [start], rank) => {
    const passed = parts.slice(tokens[spans[rank][1] - 1].part + 1, tokens[start].part + 1);
    return sum + passed.filter(({ id }) => id.startsWith("p")).length;
  }, 0);
}

/* Return all places of a group in a text, {start, end, spans, gaps}: each piece after the one before it, with no more
   between them than brackets can stand for. */
export function occurrences({ pieces: [first, ...others], seams, before, after }, tokens) {
  const found = [];
  for (let at = find(first, tokens, 0, tokens.length); at >= 0; at = find(first, tokens, at + 1, tokens.length)) {
    const rest = following(others, seams, tokens, at + first.length);
    const [start, end] = [at, (rest?.at(-1) ?? [0, at + first.length])[1]];
    const isWhole = (seam, word, { part }) => !seam || (word?.part === part && fits(seam, [word]));
    if (!rest || !isWhole(before, tokens[start - 1], tokens[start]) || !isWhole(after, tokens[end], tokens[end - 1])) continue;
    const spans = [[at, at + first.length], ...rest];
    const between = spans.slice(1).map(([next], rank) => [spans[rank][1], next]);
    const all = [...(before ? [[before, start - 1, start]] : []), ...between.map((one, rank) => [seams[rank], ...one]), ...(after ? [[after, end, end + 1]] : [])];
    // What is spelled as the source has it, `[t]he` for `The`, stands for nothing else.
    const gaps = all.filter(([{ whole }, from]) => whole !== tokens[from].key).map(([, from, to]) => ({ kind: "replaced", at: from, length: to - from }));
    found.push({ start: before ? start - 1 : start, end: after ? end + 1 : end, spans, gaps });
  }
  return found;
}

function following([next, ...others], [seam, ...seams], tokens, from) {
  if (!next) return [];
  for (let at = from; at < tokens.length && wordsIn(tokens.slice(from, at)) <= REPLACED; at += 1) {
    if (!standsAt(next, tokens, at) || !fits(seam, tokens.slice(from, at))) continue;
    const rest = following(others, seams, tokens, at + next.length);
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
