/* The index of the search, as the site was made with it, for whoever asks it something. */
import { Asking } from "./asking.js";
import { FACETS } from "./state.js";
import { vocabulary as vocabularyOf } from "./vocabulary.js";

/* Return a promise of {facets, asking, vocabulary} of the site at `root`. It rejects with a `reason`: "index" where there is
   no index, "other" where it cannot be read. */
export function opened(root) {
  const folder = new URL("pagefind/", root);
  return told(async () => {
    const answer = await fetch(new URL("facets.json", folder));
    const reason = [404, 410].includes(answer.status) ? "index" : "other";
    if (!answer.ok) throw Object.assign(new Error(`${answer.status} for ${answer.url}`), { reason });
    const facets = await answer.json();
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, facets.counts[facet] ?? {}]));
    const asking = new Asking(folder, counts);
    await asking.start();
    return { facets: { ...facets, counts }, asking, vocabulary: vocabularyOf(root) };
  });
}

/* Do some work with the index; where it fails, the error has a `reason`. */
export async function told(work) {
  try {
    return await work();
  } catch (error) {
    throw Object.assign(error, { reason: error.reason ?? "other" });
  }
}
