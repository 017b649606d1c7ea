/* In a style that numbers its works each is “[1]” by itself: the strings were made one by one. Here they get the numbers that
   they have in the list of all. */
import { inOrder } from "./taking-home.js";

/* “[1]”, “[1, p. 7]”, “(1)”, a raised 1; an entry begins with the same, or with “1.”. */
const NUMBER_RE = /^((?:<[^>]*>|[[(])*)1(?=[\]).,:;<]|$)/;

/* Tell whether the forms of a work have a number. */
export function isNumbered(cited, listed) {
  return NUMBER_RE.test(cited) && NUMBER_RE.test(listed);
}

/* Return what is told of leaves with the numbers of their works. */
export function numbered(told) {
  const numbers = new Map(inOrder(told).map(({ key }, at) => [key, at + 1]));
  const put = (html, { key, isNumbered: has }) => (has ? html.replace(NUMBER_RE, (_, before) => `${before}${numbers.get(key)}`) : html);
  const renumber = (work) => ({ ...work, listed: put(work.listed, work) });
  return told.map((one) => ({
    ...one,
    cited: one.works.length ? put(one.cited, one.works[0]) : one.cited,
    works: one.works.map(renumber),
    cites: one.cites.map(renumber),
  }));
}
