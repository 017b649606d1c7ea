/* A question (words and choices) to its answer: records by kind, and how many carry each value of each facet. Pagefind
   keeps the index and answers single searches; here they are put together, so that no number lies: that of a value is
   how many results carry it, given the words and the choices in all other facets. */
import { loosened, nearby } from "./loosening.js";
import { resolve } from "./query.js";
import { FACETS, nothingChosen } from "./state.js";
import { END } from "./words.js";
import { vocabulary as vocabularyOf } from "./vocabulary.js";

const KINDS = ["text", "note", "work", "subject"];
/* A word that every record has. */
const EVERY = END.repeat(4);
/* An id that no value has, and a word that no part of the index could have: letters stand there for figures. */
const NONE = "…";
const NOWHERE = "0";
/* Up to so many records a search is done before the next key is pressed, and a worker would cost more than it saves. */
const IN_PAGE = 6000;

/* Return the engine of the site at `root`. Rejects with a `reason`: "disk" where a browser may not read the index,
   "index" where there is none. */
export async function open(root) {
  if (new URL(root).protocol === "file:") throw because("disk", "opened from disk");
  const folder = new URL("pagefind/", root);
  const answer = await fetch(new URL("facets.json", folder));
  if (!answer.ok) throw because("index", `${answer.status} for ${answer.url}`);
  const [facets, pagefind] = await Promise.all([answer.json(), import(new URL("pagefind.js", folder))]);
  const records = Object.values(facets.counts.kind).reduce((sum, number) => sum + number, 0);
  await pagefind.options({ excerptLength: 1, noWorker: records <= IN_PAGE });
  await pagefind.init();
  // The filters are loaded by what names them all; from then on every search counts their values.
  await pagefind.preload(NOWHERE, { filters: Object.fromEntries(FACETS.map((facet) => [facet, { any: [NONE] }])) });
  return new Engine(facets, pagefind, vocabularyOf(root));
}

function because(reason, message) {
  return Object.assign(new Error(message), { reason });
}

class Engine {
  #pagefind;
  #totals;
  #vocabulary;
  #meetings = new Map();

  constructor(facets, pagefind, vocabulary) {
    this.facets = facets;
    this.#pagefind = pagefind;
    this.#totals = Object.fromEntries(FACETS.map((facet) => [facet, facets.counts[facet] ?? {}]));
    this.#vocabulary = vocabulary;
  }

  /* Return what is found for a text and choices ({theme: [ids], source, kind, year}). */
  async find(text, choices) {
    const chosen = Object.fromEntries(FACETS.map((facet) => [facet, [...(choices?.[facet] ?? [])]]));
    const query = await resolve(text, this.#vocabulary, this.facets.sources);
    const { results, counts } = await this.#answer(query, chosen);
    const kinds = Object.fromEntries(KINDS.map((kind) => [kind, listed(kind, results[kind])]));
    const total = KINDS.reduce((sum, kind) => sum + kinds[kind].number, 0);
    const state = { q: text, choices: chosen };
    const number = async (one) => (await this.find(one.q, one.choices)).total;
    const loosen = () => loosened(query, state, this.facets, number);
    const near = () => nearby(query, state, this.#vocabulary, number);
    return { query, total, kinds, counts, loosen, near };
  }

  #answer(query, chosen) {
    if (query.empty && nothingChosen(chosen)) return { results: {}, counts: this.#totals };
    if (query.missing.length) return { results: {}, counts: this.#zeros() };
    if (query.empty) return this.#single(EVERY, chosen, "", { order: "asc" });
    if (query.parts.length === 1) return this.#single(query.parts[0], chosen, query.source, {});
    return this.#several(query.parts, chosen);
  }

  /* One search for each kind, and one for each facet with a choice: its numbers are those without that choice. If it
     is the only choice, any search tells them. */
  async #single(part, chosen, source, sort) {
    const search = (own) => this.#pagefind.search(part, { filters: filters(own, source), sort });
    const choosing = FACETS.filter((facet) => facet !== "kind" && chosen[facet].length);
    const searches = KINDS.map((kind) => search({ ...chosen, kind: [kind] }));
    // Not so for a phrase: Pagefind then counts all records that have its words.
    const alone = !part.startsWith('"') && !source && !chosen.kind.length && choosing.length === 1;
    const wider = alone ? [] : choosing.map((facet) => search({ ...chosen, [facet]: [] }));
    const [byKind, byFacet] = await Promise.all([Promise.all(searches), Promise.all(wider)]);
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
    return { results: Object.fromEntries(shown.map((kind) => [kind, byKind[KINDS.indexOf(kind)].results])), counts };
  }

  /* Several searches, and what they have in common. Which values the results carry is asked of the rarest of them. */
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
    const answers = await Promise.all(parts.map((part) => this.#pagefind.search(part)));
    const rarest = answers.reduce((one, other) => (other.results.length < one.results.length ? other : one));
    const scores = answers.map((answer) => new Map(answer.results.map(({ id, score }) => [id, score])));
    const results = rarest.results.filter(({ id }) => scores.every((all) => all.has(id)));
    const score = new Map(results.map(({ id }) => [id, scores.reduce((sum, all) => sum + all.get(id), 0)]));
    results.sort((one, other) => score.get(other.id) - score.get(one.id));
    const part = parts[answers.indexOf(rarest)];
    const asking = FACETS.map((facet) => this.#carried(part, facet, results.length ? rarest.filters[facet] : {}));
    const carried = await Promise.all(asking);
    return { results, carried: Object.fromEntries(FACETS.map((facet, at) => [facet, carried[at]])) };
  }

  /* Return the ids of the records that carry each value. */
  async #carried(part, facet, numbers) {
    const values = Object.keys(numbers ?? {}).filter((value) => numbers[value] > 0);
    const ids = async (value) => {
      const answer = await this.#pagefind.search(part, { filters: { [facet]: { any: [value] } } });
      return [value, new Set(answer.results.map(({ id }) => id))];
    };
    return new Map(await Promise.all(values.map(ids)));
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

function add(sums, numbers) {
  for (const [value, number] of Object.entries(numbers ?? {})) sums[value] = (sums[value] ?? 0) + number;
}

function listed(kind, results = []) {
  const load = (from, to) => Promise.all(results.slice(from, to).map(async (result) => hit(kind, await result.data())));
  return { number: results.length, load };
}

function hit(kind, data) {
  return { kind, ...JSON.parse(data.filters.shown[0]) };
}
