/* A text to the words in it that do not have the letters that they seem to have: Cyrillic or Greek among Latin ones, as the
   recognition of a scan may give them. */

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/* So many are named. */
const MOST = 3;

/* Return the first of them; none where all of the text is in one alphabet. */
export function mixedWords(text) {
  if (!LATIN.test(text)) return [];
  const words = (text.match(WORD) ?? []).filter((word) => ALIKE.test(word));
  return [...new Set(words)].slice(0, MOST);
}
