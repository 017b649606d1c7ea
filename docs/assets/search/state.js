/* What a reader asked, to an address and back: `?q=magnitsky&theme=sanctions&kind=note`. A choice of two stands there
   twice, so that no id has to be taken apart. */

export const FACETS = ["theme", "source", "kind", "year"];

/* Return the state that an address holds: `search` is `location.search`, or the URLSearchParams themselves. */
export function read(search) {
  const params = new URLSearchParams(search);
  const chosen = (facet) => [...new Set(params.getAll(facet).map((one) => one.trim()).filter(Boolean))];
  return { q: params.get("q") ?? "", ...Object.fromEntries(FACETS.map((facet) => [facet, chosen(facet)])) };
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
