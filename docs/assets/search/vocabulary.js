/* A word to what the collection knows of it: whether it stands there at all, in which forms, and which words are near.
   Its files lie beside the index, one for each first letter, and are fetched when they are needed, once. */
import { isFigures, words } from "./words.js";

/* How many words are offered for one that is not there. */
const MOST = 3;

export function vocabulary(root) {
  const folder = new URL("pagefind/", root);
  const fetched = new Map();

  function once(name, make) {
    if (!fetched.has(name)) {
      const made = json(new URL(name, folder)).then(make);
      // What failed once is asked for again.
      made.catch(() => fetched.delete(name));
      fetched.set(name, made);
    }
    return fetched.get(name);
  }

  const letters = () => once("letters.json", (all) => all);
  const allPlaces = () => once("places.json", (all) => new Set(all));
  const names = () => once("printed.json", (all) => new Map(Object.entries(all)));

  async function ofLetter(letter) {
    return (await letters()).includes(letter) ? once(`words/${letter}.json`, readLetter) : readLetter({});
  }

  /* Return the stem of a word and all its forms, or null if the collection does not have it. */
  async function lookup(word) {
    return (await ofLetter(letterOf(word))).forms.get(word) ?? null;
  }

  /* Return the forms that begin so. */
  async function begins(word) {
    const { sorted } = await ofLetter(letterOf(word));
    const found = [];
    for (let at = firstFrom(sorted, word); sorted[at]?.startsWith(word); at += 1) found.push(sorted[at]);
    return found;
  }

  /* Tell whether a ¶ or note of this id stands in any source: `p12`, `n161`. */
  async function hasPlace(id) {
    return (await allPlaces()).has(id);
  }

  /* Return how the note and ¶ of a number are asked for, as far as some source has them. */
  async function places(number) {
    if (!isFigures(number)) return [];
    const all = await allPlaces();
    const ways = [[`n${Number(number)}`, `n. ${Number(number)}`], [`p${Number(number)}`, `¶ ${Number(number)}`]];
    return ways.filter(([id]) => all.has(id)).map(([, said]) => said);
  }

  /* Return a word with the capitals that it always has. */
  async function printed(word) {
    return (await names().catch(() => new Map())).get(word) ?? word;
  }

  /* Return the words nearest to one, one for each stem: those that begin alike first. */
  async function near(word) {
    const own = [...new Set([...word.slice(0, 2)].map(letterOf))];
    const found = nearest(word, await Promise.all(own.map(ofLetter)));
    return found.length ? found : nearest(word, await Promise.all((await letters()).map(ofLetter)));
  }

  /* Return the index terms whose name, or as many words of it, are near to what was asked; and whether it is all of it. */
  async function nearTerms(text) {
    const asked = words(text);
    const most = bound(asked.join(" "));
    const terms = asked.length ? await once("terms.json", (all) => all) : [];
    const measured = terms.map(([name, at]) => {
      const said = words(name);
      const far = runs(said, asked.length).map((run) => distance(asked.join(" "), run, most));
      const whole = distance(asked.join(" "), said.join(" "), most);
      return { name, at, isWhole: whole <= most, distance: Math.min(whole, ...far) };
    });
    const close = measured.filter((one) => one.distance <= most);
    return close.sort((one, other) => one.distance - other.distance).slice(0, MOST);
  }

  return { lookup, begins, hasPlace, places, printed, near, nearTerms };
}

async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url.pathname}`);
  return answer.json();
}

function letterOf(word) {
  const first = word[0];
  if (first >= "a" && first <= "z") return first;
  return first >= "0" && first <= "9" ? "0" : "other";
}

function readLetter(stems) {
  const forms = new Map();
  for (const [stem, joined] of Object.entries(stems)) {
    const entry = { stem, forms: joined.split(" ") };
    for (const form of entry.forms) forms.set(form, entry);
  }
  return { forms, sorted: [...forms.keys()].sort() };
}

function runs(all, length) {
  return all.slice(length - 1).map((_, at) => all.slice(at, at + length).join(" "));
}

function firstFrom(sorted, word) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearest(word, files) {
  const most = bound(word);
  const found = new Map();
  for (const { forms } of files) {
    for (const [form, { stem }] of forms) {
      const far = distance(word, form, most);
      // Who errs in the first letter errs in no other.
      if (far > most || (far > 1 && form[0] !== word[0])) continue;
      const one = { word: form, distance: far, alike: alike(word, form) };
      if (!found.has(stem) || nearer(one, found.get(stem)) < 0) found.set(stem, one);
    }
  }
  const best = [...found.values()].sort(nearer).slice(0, MOST);
  return best.map(({ word: form, distance: far }) => ({ word: form, distance: far }));
}

function nearer(one, other) {
  return one.distance - other.distance || other.alike - one.alike || (one.word < other.word ? -1 : 1);
}

function alike(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/* How many letters may differ: the more there are, the more. */
function bound(word) {
  if (word.length <= 2) return 0;
  if (word.length <= 6) return 1;
  return word.length <= 9 ? 2 : 3;
}

/* Return how many letters must be put in, left out, changed, or changed with their neighbour to make one word of
   another (optimal string alignment), or more than `most` as soon as that is sure. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older = [];
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const changed = one[row - 1] === other[at - 1] ? 0 : 1;
      now[at] = Math.min(before[at] + 1, now[at - 1] + 1, before[at - 1] + changed);
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) now[at] = Math.min(now[at], older[at - 2] + 1);
    }
    // A swap reaches back two rows.
    if (Math.min(...now, ...before) > most) return most + 1;
    [older, before] = [before, now];
  }
  return before[other.length];
}
