/* A place, and the way from a quotation to its words, to what is shown: the words of the source with some around them.
   What was found is marked; where they differ, what only the source has is underlined, what only the quotation has struck,
   and a voice hears which is which. */
import { element } from "../elements.js";

/* Words around what was found; and how many of a long row that is the same are shown at either end. */
const AROUND = 18;
const SHOWN = 30;

/* Return a paragraph for each ¶. `groups` of a quotation that differs have its tokens and steps; without them all is found. */
export function shownWords(place, quotation, groups) {
  const { tokens, parts } = place.text;
  const pieces = groups ? differing(groups, tokens, quotation) : found(place.spans, tokens);
  const own = pieces.filter(({ at }) => at !== undefined);
  const [first, last] = [own[0].at, own.at(-1).at + own.at(-1).length - 1];
  const all = [...before(first, tokens), ...pieces.flatMap((piece) => shortened(piece)), ...after(last, tokens)];
  return paragraphs(all, tokens, parts, Boolean(groups));
}

/* Return the words of the source themselves, from the first that was compared to the last. */
export function sourceWords({ text: { tokens, parts }, spans }) {
  return spans.map(([from, to]) => {
    const runs = byPart(from, to, tokens);
    return runs.map(([start, end]) => sliced(start, end, tokens, parts)).join("\n\n");
  }).join(" … ");
}

/* --- Pieces: {kind, at, length} of tokens of the source, {kind, words} of anything else --------------------------------- */
function found(spans, tokens) {
  return spans.flatMap(([from, to], rank) => {
    const next = spans[rank + 1]?.[0];
    const isNear = next !== undefined && next - to <= AROUND && tokens[to - 1].part === tokens[next].part;
    const between = next === undefined ? [] : [isNear ? { kind: "replaced", at: to, length: next - to } : { kind: "cut", words: "…" }];
    return [{ kind: "same", at: from, length: to - from }, ...between.filter(({ length }) => length !== 0)];
  });
}

function differing(groups, tokens, quotation) {
  return groups.flatMap(({ yours, steps }, rank) => {
    const pieces = rank ? [{ kind: "cut", words: "…" }] : [];
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

/* Of a long row that is the same the middle is left out, and said so. */
function shortened(piece) {
  if (piece.kind !== "same" || piece.length <= SHOWN * 4) return [piece];
  const size = SHOWN * 2;
  const last = piece.at + piece.length - size;
  return [{ ...piece, length: size }, { kind: "cut", words: "[ … ]" }, { ...piece, at: last, length: size }];
}

function before(first, tokens) {
  let at = first;
  while (at > 0 && first - at < AROUND && tokens[at - 1].part === tokens[first].part) at -= 1;
  const isCut = at > 0 && tokens[at - 1].part === tokens[first].part;
  while (isCut && at < first && !tokens[at].isWord) at += 1;
  return [isCut && { kind: "cut", words: "…" }, at < first && { kind: "around", at, length: first - at }].filter(Boolean);
}

function after(last, tokens) {
  let at = last;
  while (tokens[at + 1]?.part === tokens[last].part && at - last < AROUND) at += 1;
  const isCut = tokens[at + 1]?.part === tokens[last].part;
  return [at > last && { kind: "around", at: last + 1, length: at - last }, isCut && { kind: "cut", words: "…" }].filter(Boolean);
}

/* --- Elements ------------------------------------------------------------------------------------------------------------ */
function paragraphs(pieces, tokens, parts, isDiffering) {
  const made = [];
  let part = null;
  const fresh = () => { made.push(element("p")); return made.at(-1); };
  for (const { kind, at, length, words, isApart } of pieces) {
    if (at === undefined) {
      const isSpaced = kind === "cut" || isApart;
      (made.at(-1) ?? fresh()).append(isSpaced ? " " : "", said(kind, words, isDiffering), kind === "cut" ? " " : "");
      continue;
    }
    for (const [from, to] of byPart(at, at + length, tokens)) {
      const here = part === null || tokens[from].part === part ? (made.at(-1) ?? fresh()) : fresh();
      part = tokens[from].part;
      const gap = from > 0 && tokens[from - 1].part === part && tokens[from - 1].end < tokens[from].start ? " " : "";
      here.append(gap, said(kind, sliced(from, to, tokens, parts), isDiffering));
    }
  }
  return made;
}

function said(kind, words, isDiffering) {
  if (kind === "same") return isDiffering ? words : element("mark", {}, words);
  if (kind === "theirs") return element("ins", {}, ears("[in the source: "), words, ears("]"));
  if (kind === "yours") return element("del", {}, ears("[in yours: "), words, ears("]"));
  return kind === "replaced" ? words : element("span", { class: "around" }, words);
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
