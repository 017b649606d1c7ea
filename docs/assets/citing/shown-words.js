/* A place, and the way from a quotation to its words, to what is shown: the words of the source with some around them.
   What was found is marked; where they differ, what only the source has is underlined, what only the quotation has struck.
   What the quoter left out, or put brackets for, has a line of dots or of dashes. A voice hears which is which. */
import { element } from "../elements.js";
import { wordsIn } from "./tokens.js";

/* Words around what was found; and how many of a long row that is the same are shown at either end. */
const AROUND = 18;
const SHOWN = 30;
/* Of more words that were left out, so many at either end. */
const LEFT_OUT = 12;
/* The sign stands for words that are not shown, and never alone on a line. */
const SIGN = "…";
const TIED = "\u00a0";

/* Return a paragraph for each ¶. `groups` of a quotation that differs have its tokens and steps; without them all is found. */
export function shownWords(place, quotation, groups) {
  const { tokens, parts } = place.text;
  const pieces = groups ? differing(groups, place.spans, tokens, quotation) : found(place);
  const own = pieces.filter(({ at }) => at !== undefined);
  const [first, last] = [own[0].at, own.at(-1).at + own.at(-1).length - 1];
  const all = [...before(first, tokens), ...pieces.flatMap((piece) => shortened(piece, tokens)), ...after(last, tokens)];
  return paragraphs(all, tokens, parts, Boolean(groups));
}

/* Return the words of the source themselves, with those that brackets stand for, from the first that was compared to the
   last; `…` stands where words were left out. */
export function sourceWords({ text: { tokens, parts }, spans, gaps }) {
  const replaced = gaps.filter(({ kind }) => kind === "replaced").map(({ at, length }) => [at, at + length]);
  const joined = [];
  for (const [from, to] of [...spans, ...replaced].sort(([one], [other]) => one - other)) {
    if (joined.length && from <= joined.at(-1)[1]) joined.at(-1)[1] = Math.max(to, joined.at(-1)[1]);
    else joined.push([from, to]);
  }
  const runs = joined.map(([from, to]) => byPart(from, to, tokens).map(([start, end]) => sliced(start, end, tokens, parts)));
  return runs.map((one) => one.join("\n\n")).join(" … ");
}

/* --- Pieces: {kind, at, length} of tokens of the source, {kind, words} of anything else --------------------------------- */
function found({ spans, gaps }) {
  const own = spans.map(([from, to]) => ({ kind: "same", at: from, length: to - from }));
  return [...own, ...gaps].sort((one, other) => one.at - other.at);
}

function differing(groups, spans, tokens, quotation) {
  return groups.flatMap(({ yours, steps }, rank) => {
    const pieces = rank ? [leftOut(spans[rank - 1][1], spans[rank][0])].filter(({ length }) => length !== 0) : [];
    for (const run of runsOf(steps)) {
      const own = run.filter(([kind]) => kind === "yours").map(([, at]) => yours[at]);
      if (own.length) pieces.push({ kind: "yours", ...struck(own, quotation) });
      for (const [kind, at] of run.filter(([one]) => one !== "yours")) {
        const last = pieces.at(-1);
        if (last?.kind === kind && last.at + last.length === at) last.length += 1;
        else pieces.push({ kind, at, length: 1 });
      }
    }
    return pieces;
  });
}

/* What stands in another order has nothing between it. */
function leftOut(from, to) {
  return from <= to ? { kind: "left", at: from, length: to - from } : { kind: "cut", words: SIGN };
}

/* Steps that are the same in a row, and those that are not. */
export function runsOf(steps) {
  const runs = [];
  for (const step of steps) {
    const isSame = step[0] === "same";
    if (runs.length && (runs.at(-1)[0][0] === "same") === isSame) runs.at(-1).push(step);
    else runs.push([step]);
  }
  return runs;
}

function struck(own, quotation) {
  const words = quotation.slice(own[0].start, own.at(-1).end).replace(/\s+/g, " ");
  return { words, isApart: /\s$/.test(quotation.slice(0, own[0].start)) };
}

/* Of a long row that is the same, or was left out, the middle is passed over, and said so. */
function shortened(piece, tokens) {
  const size = { same: SHOWN * 2, left: LEFT_OUT }[piece.kind];
  if (!size || piece.length <= size * 2 + SHOWN) return [piece];
  const last = piece.at + piece.length - size;
  const passed = wordsIn(tokens.slice(piece.at + size, last));
  return [{ ...piece, length: size }, { kind: "cut", words: ["[", SIGN, passed, "words", SIGN, "]"].join(TIED) }, { ...piece, at: last, length: size }];
}

function before(first, tokens) {
  let at = first;
  while (at > 0 && (first - at < AROUND || isTied(at, tokens)) && tokens[at - 1].part === tokens[first].part) at -= 1;
  const isCut = at > 0 && tokens[at - 1].part === tokens[first].part;
  while (isCut && at < first && !tokens[at].isWord) at += 1;
  return [isCut && { kind: "cut", words: SIGN }, at < first && { kind: "around", at, length: first - at }].filter(Boolean);
}

function after(last, tokens) {
  let at = last;
  while (tokens[at + 1]?.part === tokens[last].part && (at - last < AROUND || isTied(at + 1, tokens))) at += 1;
  const isCut = tokens[at + 1]?.part === tokens[last].part;
  return [at > last && { kind: "around", at: last + 1, length: at - last }, isCut && { kind: "cut", words: SIGN }].filter(Boolean);
}

/* Tell whether nothing stands between a token and the one before it: `U.S.` is shown whole. */
function isTied(at, tokens) {
  return tokens[at - 1].end === tokens[at].start;
}

/* --- Elements ------------------------------------------------------------------------------------------------------------ */
function paragraphs(pieces, tokens, parts, isDiffering) {
  const made = [];
  let part = null;
  const fresh = () => { made.push(element("p")); return made.at(-1); };
  const spaced = (space, here) => (here.textContent.endsWith(TIED) ? "" : space);
  for (const { kind, at, length, words, isApart } of pieces) {
    if (at === undefined) {
      const here = made.at(-1) ?? fresh();
      const isFirst = !here.hasChildNodes();
      const space = words === SIGN && !isFirst ? TIED : " ";
      here.append(kind === "cut" || isApart ? spaced(space, here) : "", said(kind, words, isDiffering));
      if (kind === "cut") here.append(words === SIGN && isFirst ? TIED : " ");
      continue;
    }
    for (const [from, to] of byPart(at, at + length, tokens)) {
      const here = part === null || tokens[from].part === part ? (made.at(-1) ?? fresh()) : fresh();
      part = tokens[from].part;
      const gap = from > 0 && tokens[from - 1].part === part && tokens[from - 1].end < tokens[from].start ? " " : "";
      here.append(spaced(gap, here), said(kind, sliced(from, to, tokens, parts), isDiffering));
    }
  }
  return made;
}

function said(kind, words, isDiffering) {
  if (kind === "same") return isDiffering ? words : element("mark", {}, words);
  if (kind === "theirs") return element("ins", {}, ears("[in the source: "), words, ears("]"));
  if (kind === "yours") return element("del", {}, ears("[in yours: "), words, ears("]"));
  if (kind === "left") return element("span", { class: "left-out" }, ears("[left out: "), words, ears("]"));
  if (kind === "replaced") return element("span", { class: "replaced" }, ears("[for your brackets, the source has: "), words, ears("]"));
  return element("span", { class: "around" }, words);
}

function ears(words) {
  return element("span", { class: "for-ears" }, words);
}

function byPart(from, to, tokens) {
  const runs = [];
  for (let at = from; at < to; at += 1) {
    if (runs.length && tokens[at].part === tokens[at - 1].part) runs.at(-1)[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}

function sliced(from, to, tokens, parts) {
  return parts[tokens[from].part].text.slice(tokens[from].start, tokens[to - 1].end);
}
