/* Texts to their words as the search compares them: without case, accents and punctuation. It mirrors, letter for letter,
   what made the index (`florilegium/search/words.py`); a test holds the two against each other. */

/* A letter that no word keeps: the index puts stems between two of them. */
export const END = "ǂ";

/* Letters for figures: Pagefind takes `21st` apart, and finds it for a saint. */
const FIGURES = [..."ꓐꓑꓒꓓꓔꓕꓖꓗꓘꓙ"];

/* Letters that Unicode does not take apart; and those that no word keeps. */
const UNFOLDED = new Map([
  ...Object.entries({ ı: "i", ł: "l", đ: "d", ð: "d", ø: "o", ħ: "h", ŧ: "t", ĸ: "k", ŋ: "n", ς: "σ" }),
  ...Object.entries({ æ: "ae", œ: "oe", ß: "ss", þ: "th" }),
  ...[END, ...FIGURES].map((letter) => [letter, ""]),
]);
/* An initialism (`U.S.`, `e.g.`; not the end of `see.It`), a number (`1,200`), or letters and numbers (`China’s`, `1973`). */
const CHUNK = new RegExp(
  [
    String.raw`(?:[\p{L}\p{Nl}\p{No}]\.)+[\p{L}\p{Nl}\p{No}](?![\p{L}\p{N}])`,
    String.raw`[0-9]{1,3}(?:,[0-9]{3})+(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*`,
  ].join("|"),
  "gu",
);
const HYPHENS = "-\u2010\u2011";
const INNER = /['’ʼ.,]/g;
const POSSESSIVE = /['’ʼ]s$/iu;
const SIGN = /[\p{L}\p{N}]/gu;

/* Return the words of a text in order: `word` is folded, `plain` keeps the s of a possessive, as a phrase is compared;
   `joined` tells whether a hyphen ties it to the one before. Offsets are into the text in its composed form (NFC). */
export function chunks(text) {
  const composed = text.normalize("NFC");
  const found = [];
  let before = -1;
  for (const match of composed.matchAll(CHUNK)) {
    const start = match.index;
    const end = start + match[0].length;
    const joined = before >= 0 && start === before + 1 && HYPHENS.includes(composed[before]);
    before = end;
    const word = fold(match[0]);
    if (word) found.push({ start, end, word, plain: bare(match[0]), joined });
  }
  return found;
}

/* Return a word without case, marks, apostrophes and the s of a possessive: `China’s` is `china`. */
export function fold(chunk) {
  return bare(chunk.replace(POSSESSIVE, ""));
}

/* Return the words of a text, folded; after the parts of a hyphenated word the whole: `prewar` for `pre-war`. */
export function words(text) {
  return groups(chunks(text)).flatMap((group) => {
    const parts = group.map((one) => one.word);
    const whole = wholeOf(parts);
    return whole ? [...parts, whole] : parts;
  });
}

/* Return what the parts of a hyphenated word are together; nothing for a single word, and for `16-17`. */
export function wholeOf(parts) {
  const whole = parts.join("");
  return parts.length > 1 && !isFigures(whole) ? whole : "";
}

/* Tell whether a word is nothing but figures. */
export function isFigures(word) {
  return /^\p{Nd}+$/u.test(word);
}

/* Return the chunks in groups of those that hyphens tie together. */
export function groups(found) {
  const grouped = [];
  for (const chunk of found) {
    if (chunk.joined && grouped.length) grouped.at(-1).push(chunk);
    else grouped.push([chunk]);
  }
  return grouped;
}

/* Return a word as it stands in the index. */
export function asIndexed(word) {
  return word.replace(/[0-9]/g, (figure) => FIGURES[figure]);
}

function bare(chunk) {
  // Once more small after it is taken apart: `ℝ` has no small letter, and the R within it has.
  const signs = chunk.replace(INNER, "").toLowerCase().normalize("NFKD").toLowerCase().match(SIGN) ?? [];
  return signs.map((sign) => UNFOLDED.get(sign) ?? sign).join("");
}
