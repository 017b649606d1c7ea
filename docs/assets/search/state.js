/* What a reader can ask for, and the names of it; and what was asked, to an address and back:
   `?q=magnitsky&theme=sanctions&kind=note`. A choice of two stands there twice, so that no id has to be taken apart. */

export const FACETS = ["theme", "source", "kind", "year"];

/* The kinds of record in the order in which they are shown: id, title of the group, one of them, several of them. */
export const KINDS = [
  ["text", "Passages", "passage", "passages"],
  ["note", "Notes", "note", "notes"],
  ["work", "Works", "work", "works"],
  ["subject", "Subjects", "subject", "subjects"],
];

export const NOTHING_CHOSEN = Object.freeze(Object.fromEntries(FACETS.map((facet) => [facet, Object.freeze([])])));

/* So many letters of what was typed are repeated to the reader. */
const LONG = 60;

/* Return the state that an address holds: `search` is `location.search`, or the URLSearchParams themselves. */
export function read(search) {
  const params = new URLSearchParams(search);
  const chosen = (facet) => [...new Set(params.getAll(facet).map((one) => one.trim()).filter(Boolean))];
  const q = params.getAll("q").join(" ").replace(/\s+/g, " ").trim();
  return { q, ...Object.fromEntries(FACETS.map((facet) => [facet, chosen(facet)])) };
}

/* Return the parameters that hold a state; what is empty is not named. */
export function write(state) {
  const params = new URLSearchParams();
  if (state.q?.trim()) params.set("q", state.q.trim());
  for (const facet of FACETS) {
    for (const one of state[facet] ?? []) params.append(facet, one);
  }
  return params;
}

/* Return the address of the page of the search that shows a state. */
export function address(state, root) {
  const url = new URL("search/", root);
  url.search = write(state).toString();
  return url.href;
}

/* Return the choices of a state without its words. */
export function choicesOf(state) {
  return Object.fromEntries(FACETS.map((facet) => [facet, [...(state[facet] ?? [])]]));
}

/* Tell whether nothing is chosen. */
export function nothingChosen(choices) {
  return FACETS.every((facet) => !choices[facet]?.length);
}

/* Return what a value of a facet is called: `facets` are the themes and sources of the collection, as [id, name]. */
export function valueName(facets, facet, id) {
  const named = { theme: facets.themes, source: facets.sources, kind: KINDS }[facet] ?? [];
  return named.find(([one]) => one === id)?.[1] ?? id;
}

/* Tell whether nothing is asked: no words, no choice. */
export function isEmpty(state) {
  return !state.q?.trim() && nothingChosen(state);
}

/* Return words as they are said of a search: its beginning, if it is long. */
export function shortened(words) {
  const letters = [...words];
  return letters.length > LONG ? `${letters.slice(0, LONG).join("").trim()}…` : words;
}
