/* A text to its words and signs, each with the key under which it is compared. What no quoter can be blamed for is one
   key: kinds of quotation mark and of dash, capitals, ligatures, soft hyphens, composed letters. Spaces are nothing.
   Accents and every other sign count: `Bali` is not `Bâli`, and a comma is a comma. */

/* What is there and cannot be seen: soft hyphens, joiners, marks of direction. */
const UNSEEN = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff";
const APOSTROPHES = "'’‘ʼ‛＇´`";
const SIGNS = `[\\p{L}\\p{N}\\p{M}${UNSEEN}]`;
const TOKEN = new RegExp(
  [
    // A word with what stands within it: `don’t`, `O’Neill`.
    `(?<word>${SIGNS}+(?:[${APOSTROPHES}](?=[\\p{L}\\p{N}])${SIGNS}+)*)`,
    // `…`, `...`, and `. . . .` as the Chicago manual prints it.
    "(?<cut>…|\\.(?:\\s?\\.){2,})",
    "(?<dash>[-‐‑‒–—―−﹘﹣－]+)",
    "(?<quote>''|``|[“”„‟\"«»‹›‚″′＂'’‘ʼ‛＇´`])",
    "(?<sign>\\S)",
  ].join("|"),
  "gu",
);
const NOT_SEEN = new RegExp(`[${UNSEEN}]`, "gu");
const ANY_APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "gu");
const LIGATURE = /[\ufb00-\ufb06]/gu;

/* The keys of signs that have several shapes. */
export const CUT = "…";
export const DASH = "-";
export const QUOTE = '"';

/* Return the words and signs of a text in order, each {key, isWord, isInitial, start, end}: a letter with a full stop, as
   in `U.S.`, is an initial. Offsets are into the text as it is. */
export function tokensOf(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    const { word, cut, dash, quote, sign } = match.groups;
    const key = word ? keyOf(word) : (cut && CUT) ?? (dash && DASH) ?? (quote && QUOTE) ?? sign.normalize("NFC");
    const [start, end] = [match.index, match.index + match[0].length];
    const isInitial = Boolean(word) && text[end] === "." && /^\p{L}$/u.test(key);
    if (key) found.push({ key, isWord: Boolean(word), isInitial, start, end });
  }
  return found;
}

/* Return how many of the tokens are words. */
export function wordsIn(tokens) {
  return tokens.reduce((sum, { isWord }) => sum + (isWord ? 1 : 0), 0);
}

function keyOf(word) {
  const seen = word.replace(NOT_SEEN, "").replace(LIGATURE, (one) => one.normalize("NFKC"));
  return seen.replace(ANY_APOSTROPHE, "'").toLowerCase().normalize("NFC");
}
