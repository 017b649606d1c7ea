/* From the words of a quotation to the sources in which it may stand, by the index of the search: no text is fetched for
   it. The rarest words are asked for one by one; who has most of them may have the quotation, even if a word was altered.
   The index has no record of what stands around a text, such as the line on its author: where it stands in none of the
   likely sources, those come after them that have any of its words at all. */
import { opened, told } from "../search/index.js";
import { asIndexed, chunks, END, words as wordsOf } from "../search/words.js";

/* Records that hold words of a source; a work has those of its title. */
const KINDS = ["text", "note", "work"];
/* So many words are looked for, the longest, since they are rarer; so many of them, the rarest, decide. */
const ASKED = 40;
const DECIDING = 12;
/* The share of them that a likely source has. */
const SHARE = 0.6;
/* So many sources are compared. Where more have the words, those come first that have some of them in a row. */
export const MOST = 4;
const ROW = 4;
const ROWS = 8;
const BROKEN = /-\n\s*/gu;

/* Return a promise of {sources: Map id→short name, themes: Map id→title, find}. It rejects with a `reason`, as the search
   does. */
export async function open(root) {
  const { facets: { sources, themes }, asking, vocabulary } = await opened(root);
  const names = new Map(sources);
  const find = (text, most = MOST) => told(() => candidates(text, most, [...names.keys()], asking, vocabulary));
  return { sources: names, themes: new Map(themes), find };
}

/* Return {likely, others}: ids of sources that may have the text, the likeliest first, and of those to be asked after them;
   none of either where the collection knows no word of it. Where no more sources are there than are compared at once, none
   is passed over. */
async function candidates(text, most, all, asking, vocabulary) {
  const stems = await known(text.replace(BROKEN, "-"), vocabulary);
  if (!stems.length) return { likely: [], others: [] };
  const searched = await Promise.all(stems.map((stem) => holding(stem, asking)));
  const rarest = searched.filter(({ number }) => number).sort((one, other) => one.number - other.number).slice(0, DECIDING);
  const held = new Map();
  const weights = new Map();
  for (const { number, sources } of rarest) {
    for (const id of sources) {
      held.set(id, (held.get(id) ?? 0) + 1);
      weights.set(id, (weights.get(id) ?? 0) + 1 / number);
    }
  }
  const likely = [...held].filter(([, number]) => number >= rarest.length * SHARE).sort((one, other) => other[1] - one[1]).map(([id]) => id);
  const first = likely.length > most ? (await withRows(text, likely, asking)).slice(0, most) : likely;
  // The rarer a word, the more it tells.
  const plausible = all.length > most ? [...weights].sort((one, other) => other[1] - one[1]).map(([id]) => id) : all;
  return { likely: first, others: plausible.filter((id) => !first.includes(id)).slice(0, most) };
}

/* Return stems of the words that the collection has. */
async function known(text, vocabulary) {
  const longest = [...new Set(wordsOf(text))].sort((one, other) => other.length - one.length).slice(0, ASKED);
  const entries = (await Promise.all(longest.map((word) => vocabulary.lookup(word)))).filter(Boolean);
  return [...new Set(entries.map(({ stem }) => stem))];
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
