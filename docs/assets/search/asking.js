/* Questions to Pagefind, and its silence to an error: what it cannot load of its index it leaves out, and answers from the
   rest. So no answer is believed before each of its words, which the vocabulary has, was found at all. */
import { FACETS } from "./state.js";

/* An id that no value has, and a word that no part of the index could have: letters stand there for figures. */
export const NONE = "…";
const NOWHERE = "0";
/* Up to so many records a search is done before the next key is pressed, and a worker would cost more than it saves. */
const IN_PAGE = 6000;

export class Asking {
  #folder;
  #totals;
  #started = null;
  #found = new Set();

  /* `totals`: how many records carry each value of each facet. */
  constructor(folder, totals) {
    this.#folder = folder;
    this.#totals = totals;
  }

  /* Have all loaded that every search needs. */
  start() {
    this.#started ??= this.#start();
    return this.#started;
  }

  /* Pagefind keeps what it failed to load as failed. */
  startAfresh() {
    this.#started = null;
    this.#found.clear();
  }

  async search(part, options) {
    return (await this.start()).search(part, options);
  }

  /* Reject if a word of what is asked cannot be found, though the collection has it. */
  async prove(parts) {
    const words = new Set(parts.flatMap((part) => part.replaceAll('"', "").split(" ")));
    await Promise.all([...words].filter((word) => !this.#found.has(word)).map(async (word) => {
      if (!(await this.search(word)).results.length) throw new Error(`a part of the index could not be read: ${word}`);
      this.#found.add(word);
    }));
  }

  async #start() {
    const { createInstance } = await import(new URL("pagefind.js", this.#folder));
    const records = Object.values(this.#totals.kind).reduce((sum, number) => sum + number, 0);
    const pagefind = createInstance({ excerptLength: 1, noWorker: records <= IN_PAGE });
    await pagefind.init();
    // The filters are loaded by what names them all; from then on every search counts their values.
    const all = Object.fromEntries(FACETS.map((facet) => [facet, { any: [NONE] }]));
    const { totalFilters } = await pagefind.search(NOWHERE, { filters: all });
    const isThere = (facet) => Object.hasOwn(totalFilters, facet) || !Object.keys(this.#totals[facet]).length;
    if (!FACETS.every(isThere)) throw new Error("the filters of the index could not be read");
    return pagefind;
  }
}
