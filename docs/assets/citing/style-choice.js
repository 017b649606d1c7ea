/* The style in which a reader cites, remembered in this browser; the bibliography remembers it under the same name. */

const REMEMBERED = "florilegium-style";
/* Where the store is refused the choice lasts for this page. */
let here = null;

/* Return the id of the chosen style: the first one, where nothing is remembered that is among them. */
export function chosenStyle(styles) {
  const isKnown = (id) => styles.some((style) => style.id === id);
  return [stored(), here].find(isKnown) ?? styles[0].id;
}

export function choose(id) {
  here = id;
  try { localStorage.setItem(REMEMBERED, id); } catch {}
}

function stored() {
  try { return localStorage.getItem(REMEMBERED); } catch { return null; }
}
