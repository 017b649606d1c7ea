/* A question (words and choices) to its answer: records by kind, and how many carry each value of each facet. Pagefind
   keeps the index and answers single searches; here they are put together, so that no number lies: that of a value is
   how many results carry it, given the words and the choices in all other facets. */
import { NONE } from "./asking.js";
import { beside } from "./beside.js";
import { opened, told } from "./index.js";
import { loosened, nearby } from "./loosening.js";
import { resolve } from "./query.js";
import { FACETS, KINDS as NAMED, nothingChosen } from "./state.js";
import { END } from "./words.js";

const KINDS = NAMED.map(([kind]) => kind);
/* A word that every record has. */
const EVERY = END.repeat(4);
/* Up to so many records their own values are read; of more, which of them carry a value is asked. */
const FEW = 60;

/* Return the engine of the site at `root`. Rejects with a `reason`, as what is asked of it later does: "index" where there
   is no index, "other" where it cannot be read. A later try starts afresh. */
export async function open(root) {
  const { facets, asking, vocabulary } = await opened(root);
  return new Engine(facets, asking, vocabulary);
}

class Engine {
  #asking;
  #totals;
  #vocabulary;
  #meetings = new Map();
  #said = new Map();

  constructor(facets, asking, vocabulary) {
    this.facets = facets;
    this.#asking = asking;
    this.#totals = facets.counts;
    this.#vocabulary = vocabulary;
  }

  /* Return what is found for a text and choices ({theme: [ids], source, kind, year}). */
  async find(text, choices) {
    const chosen = Object.fromEntries(FACETS.map((facet) => [facet, [...(choices?.[facet] ?? [])]]));
    const { query, results, counts } = await this.#asked(text, chosen);
    const again = async (kind) => (await this.#asked(text, chosen)).results[kind];
    const kinds = Object.fromEntries(KINDS.map((kind) => [kind, this.#listed(kind, results[kind], again)]));
    const total = KINDS.reduce((sum, kind) => sum + kinds[kind].number, 0);
    const state = { q: text, choices: chosen };
    const ids = async (one) => idsOf((await this.#asked(one.q, one.choices)).results);
    const number = async (one) => (await ids(one)).length;
    const loosen = (signal) => loosened(query, state, this.facets, number, signal);
    const near = (signal) => nearby(query, state, this.#vocabulary, number, signal);
    const also = () => beside(state, this.facets, this.#vocabulary, ids, idsOf(results));
    return { query, total, kinds, counts, loosen, near, also };
  }

  #asked(text, chosen) {
    return this.#anew(async () => {
      const query = await resolve(text, this.#vocabulary, this.facets.sources);
      const isAsked = !query.missing.length && !(query.empty && nothingChosen(chosen));
      const proof = isAsked ? this.#asking.prove(query.empty ? [EVERY] : query.parts) : null;
      const [answer] = await Promise.all([this.#answer(query, chosen), proof]);
      return { query, ...answer };
    });
  }

  /* What fails once may be there the next time. */
  #anew(work) {
    return told(work).catch((error) => {
      this.#asking.startAfresh();
      this.#meetings.clear();
      this.#said.clear();
      throw error;
    });
  }

  /* The hits of a kind, loaded when they are asked for; after a failure they are searched anew (`again`). */
  #listed(kind, results = [], again) {
    let found = results;
    const load = (from, to) => this.#anew(async () => {
      found ??= await again(kind);
      const wanted = found.slice(from, to).map(async (result) => hit(kind, await result.data()));
      return Promise.all(wanted).catch((error) => {
        found = null;
        throw error;
      });
    });
    return { number: results.length, load };
  }

  #answer(query, chosen) {
    if (query.empty && nothingChosen(chosen)) return { results: {}, counts: this.#totals };
    if (query.missing.length) return { results: {}, counts: this.#zeros() };
    if (query.empty) return this.#single({ part: EVERY, source: "", exactly: "" }, chosen, { order: "asc" });
    const { parts: [part], source, exactly } = query;
    if (query.parts.length === 1) return this.#single({ part, source, exactly }, chosen, {});
    return this.#several(query.parts, chosen);
  }

  /* One search for each kind, and one for each facet with a choice: its numbers are those without that choice. If it
     is the only choice, any search tells them. What has the words exactly as they are typed stands first. */
  async #single({ part, source, exactly }, chosen, sort) {
    const search = (own) => this.#asking.search(part, { filters: filters(own, source), sort });
    const choosing = FACETS.filter((facet) => facet !== "kind" && chosen[facet].length);
    const searches = KINDS.map((kind) => search({ ...chosen, kind: [kind] }));
    // Not so for a phrase: Pagefind then counts all records that have its words.
    const alone = !part.startsWith('"') && !source && !chosen.kind.length && choosing.length === 1;
    const wider = alone ? [] : choosing.map((facet) => search({ ...chosen, [facet]: [] }));
    const [byKind, byFacet, first] = await Promise.all([Promise.all(searches), Promise.all(wider), this.#saying(exactly)]);
    const ordered = (results) => [...results.filter(({ id }) => first.has(id)), ...results.filter(({ id }) => !first.has(id))];
    const shown = KINDS.filter((kind) => !chosen.kind.length || chosen.kind.includes(kind));
    const counts = this.#zeros();
    KINDS.forEach((kind, at) => {
      counts.kind[kind] = byKind[at].results.length;
      if (!shown.includes(kind)) return;
      for (const facet of FACETS) {
        if (facet !== "kind" && !choosing.includes(facet)) add(counts[facet], byKind[at].filters[facet]);
      }
    });
    choosing.forEach((facet, at) => add(counts[facet], (alone ? byKind[0].totalFilters : byFacet[at].filters)[facet]));
    return { results: Object.fromEntries(shown.map((kind) => [kind, ordered(byKind[KINDS.indexOf(kind)].results)])), counts };
  }

  /* Return the ids of the records that have a phrase; of the last one they are kept, whatever else is chosen. */
  #saying(phrase) {
    if (!this.#said.has(phrase)) {
      this.#said.clear();
      const answer = phrase ? this.#asking.search(phrase) : Promise.resolve({ results: [] });
      this.#said.set(phrase, answer.then(({ results }) => new Set(results.map(({ id }) => id))));
    }
    return this.#said.get(phrase);
  }

  /* Several searches, and what they have in common. */
  async #several(parts, chosen) {
    const key = parts.join("\n");
    if (!this.#meetings.has(key)) {
      this.#meetings.clear();
      this.#meetings.set(key, this.#meeting(parts));
      this.#meetings.get(key).catch(() => this.#meetings.delete(key));
    }
    const { results, carried } = await this.#meetings.get(key);
    const carriesOne = (id, facet) => chosen[facet].some((value) => carried[facet].get(value)?.has(id));
    const carries = (id, facet) => chosen[facet].length === 0 || carriesOne(id, facet);
    const within = (id, facets) => facets.every((facet) => carries(id, facet));
    const counts = this.#zeros();
    for (const facet of FACETS) {
      const others = FACETS.filter((one) => one !== facet);
      const left = results.filter(({ id }) => within(id, others));
      for (const [value, ids] of carried[facet]) counts[facet][value] = left.filter(({ id }) => ids.has(id)).length;
    }
    const left = results.filter(({ id }) => within(id, FACETS));
    const ofKind = (kind) => left.filter(({ id }) => carried.kind.get(kind)?.has(id));
    return { results: Object.fromEntries(KINDS.map((kind) => [kind, ofKind(kind)])), counts };
  }

  async #meeting(parts) {
    const answers = await Promise.all(parts.map((part) => this.#asking.search(part)));
    const rarest = answers.reduce((one, other) => (other.results.length < one.results.length ? other : one));
    const scores = answers.map((answer) => new Map(answer.results.map(({ id, score }) => [id, score])));
    const results = rarest.results.filter(({ id }) => scores.every((all) => all.has(id)));
    const score = new Map(results.map(({ id }) => [id, scores.reduce((sum, all) => sum + all.get(id), 0)]));
    results.sort((one, other) => score.get(other.id) - score.get(one.id));
    const values = FACETS.flatMap((facet) => named(rarest.filters[facet]).map((value) => [facet, value]));
    const isFew = results.length <= Math.min(FEW, values.length);
    const carried = isFew ? read(results) : this.#searched(parts[answers.indexOf(rarest)], values);
    return { results, carried: await carried };
  }

  /* Return for each facet the ids of the records that carry each value: one search a value. */
  async #searched(part, values) {
    const carried = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    await Promise.all(values.map(async ([facet, value]) => {
      const answer = await this.#asking.search(part, { filters: { [facet]: { any: [value] } } });
      carried[facet].set(value, new Set(answer.results.map(({ id }) => id)));
    }));
    return carried;
  }

  #zeros() {
    const none = (numbers) => Object.fromEntries(Object.keys(numbers).map((value) => [value, 0]));
    return Object.fromEntries(FACETS.map((facet) => [facet, none(this.#totals[facet])]));
  }
}

/* Or within a facet, and between them. A query that names a source leaves only that one. */
function filters(chosen, source) {
  const wanted = { ...chosen };
  if (source) wanted.source = !chosen.source.length || chosen.source.includes(source) ? [source] : [NONE];
  return Object.fromEntries(FACETS.filter((facet) => wanted[facet].length).map((facet) => [facet, { any: wanted[facet] }]));
}

/* The same, read off the records themselves. */
async function read(results) {
  const carried = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  await Promise.all(results.map(async (result) => {
    const values = (await result.data()).filters;
    for (const facet of FACETS) {
      for (const value of values[facet] ?? []) {
        if (!carried[facet].has(value)) carried[facet].set(value, new Set());
        carried[facet].get(value).add(result.id);
      }
    }
  }));
  return carried;
}

function named(numbers) {
  return Object.entries(numbers ?? {}).filter(([, number]) => number > 0).map(([value]) => value);
}

function idsOf(results) {
  return KINDS.flatMap((kind) => (results[kind] ?? []).map(({ id }) => id));
}

function add(sums, numbers) {
  // A value may be called as what every object has.
  for (const [value, number] of Object.entries(numbers ?? {})) {
    sums[value] = (Object.hasOwn(sums, value) ? sums[value] : 0) + number;
  }
}

function hit(kind, data) {
  return { kind, ...JSON.parse(data.filters.shown[0]) };
}
