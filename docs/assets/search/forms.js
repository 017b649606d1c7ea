/* A word to other forms and spellings of it, for one that the collection does not print: who asks for drones may read of
   the one drone there is, and who asks for honour of what is printed as honor. Which of them are words at all, the
   vocabulary tells. */

/* Shorter words are as often the half of another. */
const SHORTEST = 3;
const TAKEN_OFF = [["s", ""], ["es", ""], ["ies", "y"], ["d", ""], ["ed", ""], ["ing", ""], ["ing", "e"]];
/* What stands before, the two spellings, what stands behind: not the end of `hour`, the middle of `forth`, `difference`. */
const SPELLINGS = [
  ["[a-z]{3}", "our", "or", "$|[aehifls]"],
  ["[a-z]{3}", "is", "iz", "[aei]"],
  ["[a-z]", "yse", "yze", ""],
  ["def|off|ret|lic", "ence", "ense", ""],
  ["[a-z]{2}", "gramme", "gram", "s?$"],
  ["[a-z]{3}", "tre", "ter", "s?$"],
  ["[a-z]{3}", "ogue", "og", "s?$"],
  ["[a-z]", "dgement", "dgment", ""],
].flatMap(([before, one, other, behind]) => [
  [new RegExp(`(?<=${before})${one}(?=${behind})`), other],
  [new RegExp(`(?<=${before})${other}(?=${behind})`), one],
]);

/* Return other forms of a folded word, the likeliest first. Nothing is added to it: all that begin so are found anyhow. */
export function otherForms(word) {
  if (word.length <= SHORTEST || !/^\p{L}+$/u.test(word)) return [];
  const shorter = TAKEN_OFF.filter(([ending]) => word.endsWith(ending))
    .map(([ending, instead]) => word.slice(0, word.length - ending.length) + instead);
  const spelt = [word, ...shorter].flatMap((form) => SPELLINGS.map(([one, other]) => form.replace(one, other)));
  return [...new Set([...shorter, ...spelt])].filter((form) => form.length >= SHORTEST && form !== word);
}
