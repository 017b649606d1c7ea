/* From the words of a quotation to the sources in which it may stand, by the index of the search: no text is fetched for
   it. The rarest words are asked for one by one; who has most of them may have the quotation, even if a word was altered. */
import { Asking } from "../search/asking.js";
import { FACETS } from "../search/state.js";
import { vocabulary as vocabularyOf } from "../search/vocabulary.js";
import { asIndexed, chunks, END, words as wordsOf } from "../search/words.js";

/* Records that hold words of a source; a work has those of its title. */
const KINDS = ["text", "note", "work"];
/* So many words are looked for, the longest, since they are rarer; so many of them, the rarest, decide. */
const ASKED = 40;
const DECIDING = 12;
/* The share of them that a source must have, and of all words the share that must be known at all: parts of words that
   were broken at the end of a line are not. */
const SHARE = 0.6;
const KNOWN = 1 / 3;
/* So many sources are compared. Where more have the words, those come first that have some of them in a row. */
export const MOST = 4;
const ROW = 4;
const ROWS = 8;
const BROKEN = /-\n\s*/gu;

/* Return a promise of {sources: Map id→short name, themes: Map id→title, find}. It rejects with a `reason`, as the search
   does: "index" where there is no index, "other" where it cannot be read. */
export async function open(root) {
  const folder = new URL("pagefind/", root);
  return told(async () => {
    const answer = await fetch(new URL("facets.json", folder));
    const reason = [404, 410].includes(answer.status) ? "index" : "other";
    if (!answer.ok) throw Object.assign(new Error(`${answer.status} for ${answer.url}`), { reason });
    const { counts, sources, themes } = await answer.json();
    const asking = new Asking(folder, Object.fromEntries(FACETS.map((facet) => [facet, counts[facet] ?? {}])));
    await asking.start();
    const vocabulary = vocabularyOf(root);
    const find = (text, most = MOST) => told(() => candidates(text, most, asking, vocabulary));
    return { sources: new Map(sources), themes: new Map(themes), find };
  });
}

async function told(work) {
  try {
    return await work();
  } catch (error) {
    throw Object.assign(error, { reason: error.reason ?? "other" });
  }
}

/* Return the ids of sources that may have the text, the likeliest first. */
async function candidates(text, most, asking, vocabulary) {
  const stems = await known(text.replace(BROKEN, "-"), vocabulary);
  const searched = await Promise.all(stems.map((stem) => holding(stem, asking)));
  const rarest = searched.filter(({ number }) => number).sort((one, other) => one.number - other.number).slice(0, DECIDING);
  const held = new Map();
  for (const { sources } of rarest) for (const id of sources) held.set(id, (held.get(id) ?? 0) + 1);
  const likely = [...held].filter(([, number]) => number >= rarest.length * SHARE).sort((one, other) => other[1] - one[1]);
  const ids = likely.map(([id]) => id);
  return ids.length > most ? (await withRows(text, ids, asking)).slice(0, most) : ids;
}

/* Return stems of the words that the collection has; none where most of them are not there. */
async function known(text, vocabulary) {
  const longest = [...new Set(wordsOf(text))].sort((one, other) => other.length - one.length).slice(0, ASKED);
  const entries = (await Promise.all(longest.map((word) => vocabulary.lookup(word)))).filter(Boolean);
  return entries.length < longest.length * KNOWN ? [] : [...new Set(entries.map(({ stem }) => stem))];
}

/* An index of which a part cannot be read would call a quotation absent that is there. */
async function holding(stem, asking) {
  const word = `${END}${asIndexed(stem)}${END}`;
  await asking.prove([word]);
  const { results, filters } = await asking.search(word, { filters: { kind: { any: KINDS } } });
  const sources = Object.entries(filters.source ?? {}).filter(([, number]) => number > 0).map(([id]) => id);
  return { number: results.length, sources };
}

/* Order sources by how many rows of words they have; the order within equals stays. */
async function withRows(text, ids, asking) {
  const words = chunks(text).map(({ plain }) => asIndexed(plain));
  const step = Math.max(ROW, Math.ceil(words.length / ROWS));
  const rows = words.flatMap((_, at) => (at % step === 0 && at + ROW <= words.length ? [`"${words.slice(at, at + ROW).join(" ")}"`] : []));
  const counted = await Promise.all(ids.map(async (id) => {
    const filters = { source: { any: [id] }, kind: { any: KINDS } };
    const found = await Promise.all(rows.map((row) => asking.search(row, { filters })));
    return [id, found.filter(({ results }) => results.length).length];
  }));
  return counted.sort((one, other) => other[1] - one[1]).map(([id]) => id);
}
