/* A quotation and a stretch of a source to what they share: the cheapest way to make one of the other, as a list of
   steps. Words cost more than signs, so that a comma never pulls a word out of its place; a word that the quoter put in
   costs more than one left out, so that all of a quotation finds its place. */

const WORD = 10;
const SIGN = 3;
/* What the quotation alone has costs half as much again. */
const PUT_IN = 1.5;
const [SAME, YOURS, THEIRS] = [0, 1, 2];

/* A letter of an initialism costs no more than a sign: `U.S.` is one word, not two. */
export function costOf({ isWord, isInitial }) {
  return isWord && !isInitial ? WORD : SIGN;
}

/* Return {cost, steps} for the tokens of a quotation and those from `from` to `to` of a text, of which any number at
   either end costs nothing. A step is ["same", at], ["theirs", at] (only in the source) or ["yours", at]; `at` is the
   place in the list in which the token stands. */
export function align(yours, theirs, from, to) {
  const width = to - from + 1;
  const [own, other] = numbered(yours, theirs.slice(from, to));
  const ways = new Uint8Array((yours.length + 1) * width);
  let before = new Float32Array(width);
  let now = new Float32Array(width);
  for (let row = 1; row <= yours.length; row += 1) {
    const key = own.keys[row - 1];
    const leaving = own.costs[row - 1] * PUT_IN;
    const first = row * width;
    now[0] = before[0] + leaving;
    ways[first] = YOURS;
    for (let at = 1; at < width; at += 1) {
      let best = before[at] + leaving;
      let way = YOURS;
      const taking = now[at - 1] + other.costs[at - 1];
      if (taking < best) {
        best = taking;
        way = THEIRS;
      }
      if (other.keys[at - 1] === key && before[at - 1] <= best) {
        best = before[at - 1];
        way = SAME;
      }
      now[at] = best;
      ways[first + at] = way;
    }
    [before, now] = [now, before];
  }
  let end = 0;
  for (let at = 1; at < width; at += 1) if (before[at] < before[end]) end = at;
  return { cost: before[end], steps: stepsTo(yours.length, end, ways, width, from) };
}

/* Numbers for keys: a long quotation is compared some million times. */
function numbered(...lists) {
  const numbers = new Map();
  const numberOf = (key) => numbers.get(key) ?? numbers.set(key, numbers.size).get(key);
  return lists.map((tokens) => ({
    keys: Int32Array.from(tokens, ({ key }) => numberOf(key)),
    costs: Float32Array.from(tokens, costOf),
  }));
}

function stepsTo(last, end, ways, width, from) {
  const steps = [];
  let [row, at] = [last, end];
  while (row > 0) {
    const way = ways[row * width + at];
    if (way === SAME) steps.push(["same", from + at - 1, row - 1]);
    else if (way === YOURS) steps.push(["yours", row - 1]);
    else steps.push(["theirs", from + at - 1]);
    if (way !== THEIRS) row -= 1;
    if (way !== YOURS) at -= 1;
  }
  return steps.reverse();
}

/* Return where in a text, between two of its tokens, a quotation may stand: up to `most` stretches [from, to] that have at least
   this share of its words, those with most of them, and most in a row, first. */
export function stretches(yours, theirs, from, to, { share, most }) {
  const words = yours.filter(({ isWord }) => isWord);
  const size = Math.min(words.length, words.length < 6 ? 2 : 3);
  const own = new Set(words.map(({ key }) => key));
  const runs = new Set(runsOf(words, size));
  const places = theirs.flatMap(({ isWord }, at) => (isWord && at >= from && at < to ? [at] : []));
  const theirRuns = runsOf(places.map((at) => theirs[at]), size);
  const weights = places.map((at, rank) => (own.has(theirs[at].key) ? 1 : 0) + (runs.has(theirRuns[rank]) ? 3 : 0));
  const length = words.length + Math.max(6, Math.round(words.length / 5));
  const sums = [0];
  for (const weight of weights) sums.push(sums.at(-1) + weight);
  const margin = Math.max(8, Math.round(yours.length / 4));
  const found = [];
  const starts = weights.flatMap((weight, rank) => (weight > 1 ? [rank] : []));
  const scored = starts.map((rank) => [sums[Math.min(rank + length, weights.length)] - sums[rank], rank]);
  const has = (rank) => weights.slice(rank, rank + length).filter(Boolean).length;
  for (const [, rank] of scored.sort((one, other) => other[0] - one[0] || one[1] - other[1])) {
    if (found.length >= most) break;
    if (found.some((other) => Math.abs(other - rank) < length)) continue;
    if (has(rank) < words.length * share) break;
    found.push(rank);
  }
  return found.map((rank) => {
    const last = places[Math.min(rank + length, places.length) - 1];
    return [Math.max(from, places[rank] - margin), Math.min(to, last + 1 + margin)];
  });
}

function runsOf(words, size) {
  return words.map((_, at) => words.slice(at, at + size).map(({ key }) => key).join(" "));
}
