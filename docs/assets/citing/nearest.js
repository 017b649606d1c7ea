/* The wording of a source that is nearest to a quotation, and each step from the one to the other. */
import { placeIn } from "./compared-texts.js";
import { find, isTogether, occurrences } from "./exact-words.js";
import { alignedBetween, asAligned, LEAST } from "./nearest-stretch.js";
import { readings } from "./pasted.js";
import { wordsIn } from "./tokens.js";

/* Below so many words a quotation is there or it is not: two words that differ in one are other words. */
const FEW = 4;
const SEVERAL = 6;
const MANY = 30;
/* Of many words, a share of LEAST must be the same; of a few, more. */
const MORE = 0.6;
const MOST = 0.75;

/* Return {cost, places, groups, ordered, numbers, isCut, isOwn}, or null where nothing is near. */
export function nearest(quotation, source) {
  const reading = readings(quotation, source).findLast(({ isSpelled }) => isSpelled);
  if (!reading) return null;
  let best = [];
  const all = reading.groups.flatMap(({ pieces }) => pieces.flat());
  for (const text of source.texts) {
    if (text.kind === "running" && !hasHeading(all, text)) continue;
    const one = alignedIn(reading.groups, text);
    if (!one || (best.length && one.cost > best[0].cost)) continue;
    best = best.length && one.cost === best[0].cost ? [...best, one] : [one];
  }
  if (!best.length) return null;
  const [{ cost, groups, ordered }, ...others] = best;
  const { numbers, isCut, isOwn } = reading;
  // The ¶ stand first, and their repetition with the headings last.
  const also = others.filter(({ text: { kind } }) => kind !== "running").map((one) => placeOf(source, one));
  const places = [placeOf(source, best[0]), ...also];
  return { cost, places, groups, ordered, numbers, isCut, isOwn };
}

function placeOf(source, { text, spans, groups, ordered }) {
  const left = ordered ? spans.slice(1).map(([start], rank) => ({ kind: "left", at: spans[rank][1], length: start - spans[rank][1] })) : [];
  const replaced = groups.flatMap(({ steps }) => steps.filter(([kind]) => kind === "replaced").map(([kind, at]) => ({ kind, at, length: 1 })));
  return placeIn(source, text, spans, [...left, ...replaced].filter(({ length }) => length));
}

/* Tell whether a heading was copied along with the ¶. */
function hasHeading(tokens, { parts, tokens: theirs }) {
  const heads = parts.flatMap(({ id }, at) => (id.startsWith("h") ? [theirs.filter(({ part }) => part === at)] : []));
  return heads.some((head) => find(head, tokens, 0, tokens.length) >= 0);
}

/* Return {text, cost, spans, groups, ordered} of the nearest wording in a text, or null where it is another one. The longest
   group says where; the others stand in its ¶ or in those beside it. */
function alignedIn(groups, text) {
  const lengths = groups.map(({ pieces }) => wordsIn(pieces.flat()));
  const lead = lengths.indexOf(Math.max(...lengths));
  const exact = groups.length > 1 ? groups.map((group) => occurrences(group, text.tokens)) : [];
  const ways = alignedBetween(0, text.tokens.length, groups[lead], text).map((one) => around(one, lead, groups, exact, text));
  return ways.filter(Boolean).reduce((best, one) => (best && best.cost <= one.cost ? best : one), null);
}

function around(anchor, lead, groups, exact, text) {
  const found = [];
  found[lead] = anchor;
  const [from, to] = windowOf(anchor.span, text);
  let ordered = true;
  const put = (rank, start, end, which) => {
    const isFree = ({ span: [first, last] }) => found.every(({ span }) => last <= span[0] || span[1] <= first);
    const search = (low, high) => {
      const here = exact[rank].filter((one) => one.start >= low && one.end <= high).map((one) => asAligned(one, groups[rank], text)).filter(isFree);
      return here.at(which) ?? alignedBetween(low, high, groups[rank], text).find(isFree);
    };
    let one = search(start, end);
    const anywhere = one?.cost === 0 ? null : search(from, to);
    if (anywhere && (!one || anywhere.cost < one.cost)) [one, ordered] = [anywhere, false];
    found[rank] = one;
    return Boolean(one);
  };
  // Of several the one that stands nearest: the last before, the first after.
  for (let rank = lead - 1; rank >= 0; rank -= 1) if (!put(rank, from, ordered ? found[rank + 1].span[0] : to, -1)) return null;
  const isBefore = ordered;
  for (let rank = lead + 1; rank < groups.length; rank += 1) {
    if (!put(rank, ordered || isBefore ? found[rank - 1].span[1] : from, to, 0)) return null;
  }
  const sum = (key) => found.reduce((all, one) => all + one[key], 0);
  if (!isNear(sum("shared"), sum("words"), Math.max(...found.map(({ row }) => row)), found.every(({ isWhole }) => isWhole))) return null;
  const spans = found.map(({ span }) => span);
  if (!isTogether([...spans].sort(([one], [other]) => one - other), text)) return null;
  return { text, cost: sum("cost"), spans, groups: found.map(({ yours, steps }) => ({ yours, steps })), ordered };
}

/* Return the tokens of the ¶ of a span and of those beside it. */
function windowOf([first, last], { tokens, parts }) {
  const isParagraph = (part) => !parts[part] || parts[part].id.startsWith("p");
  let [low, high] = [tokens[first].part - 1, tokens[last - 1].part + 1];
  while (!isParagraph(low)) low -= 1;
  while (!isParagraph(high)) high += 1;
  const end = tokens.findIndex(({ part }) => part > high);
  return [tokens.findIndex(({ part }) => part >= low), end < 0 ? tokens.length : end];
}

/* Few words must be the same; of more, some in a row, and more than half of all. */
function isNear(shared, words, row, isWhole) {
  if (isWhole) return true;
  if (words < FEW) return false;
  if (words < SEVERAL) return shared / words >= MOST && row >= 2;
  return row >= 3 && shared / words >= (words < MANY ? MORE : LEAST);
}
