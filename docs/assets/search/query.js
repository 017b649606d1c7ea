/* What a reader types, to what Pagefind is asked. `parse` finds phrases, numbers of notes and ¶, and words; `resolve`
   asks the vocabulary what each of them is. Pagefind answers a word that it does not know with a shorter one, and takes
   a word for the beginning of longer ones: so it is sent stems between two marks, beginnings that exist, and nothing else. */
import { otherForms } from "./forms.js";
import { END, asIndexed, chunks, groups, isFigures, wholeOf, words } from "./words.js";

const NOTE = String.raw`(?:f?nn?\.?|(?:foot)?notes?)\s*(?<note>[0-9]+)`;
const BLOCK = String.raw`(?:¶+|paras?\.?|pars?\.?|paragraphs?)\s*(?<block>[0-9]+)`;
/* Not the end of `U.N. 12`. */
const NUMBER = new RegExp(String.raw`(?<![\p{L}\p{N}]|\p{L}\.)(?:${NOTE}|${BLOCK})(?![\p{L}\p{N}])`, "giu");
const PREFIXES = new Set(
  ("anti bi co counter cyber de extra geo hyper inter intra macro mega meta micro mid mini mis mono multi nano neo non over post pre "
    + "pro pseudo quasi re semi sub super supra trans tri ultra un under").split(" "),
);
/* Letters of a form that is more than the half of a longer word. */
const SURE = 4;
const OPENING = "“„«‟";
const CLOSING = "”»“";

/* Return the pieces of a query in order, each with the letters from `start` to `end` that said it:
   a phrase {kind, words}, a number {kind, place, words}, a word {kind, parts, whole, plain: the
   parts as phrases are compared, cut: whether a star ends it}. */
export function parse(text) {
  const composed = text.normalize("NFC");
  const pieces = [];
  let from = 0;
  for (const [start, end] of quoted(composed)) {
    pieces.push(...unquoted(composed, from, start));
    const found = chunks(composed.slice(start, end));
    const placed = found.map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
    const phrase = { kind: "phrase", start, end, words: placed };
    if (found.length) pieces.push(phrase);
    from = end;
  }
  pieces.push(...unquoted(composed, from, composed.length));
  return { text: composed, pieces: pieces.map((one) => ({ ...one, said: composed.slice(one.start, one.end).trim() })) };
}

/* Return where phrases stand, their quotation marks included. What is opened with a straight mark ends with the next
   straight one, whatever stands between; a curly one ends with its own, or with the last that could be its own. */
function quoted(text) {
  const found = [];
  // What one of them does not find, none of its like behind it will.
  const open = new Set();
  let at = 0;
  while (at < text.length) {
    const curly = OPENING.includes(text[at]) || text[at] === "”";
    const ends = text[at] === '"' ? text.indexOf('"', at + 1) : curly && !open.has(text[at]) ? closing(text, at) : -1;
    if (ends > at) found.push([at, ends + 1]);
    else open.add(text[at]);
    at = ends > at ? ends + 1 : at + 1;
  }
  return found;
}

function closing(text, start) {
  let depth = 0;
  let last = -1;
  for (let at = start; at < text.length; at += 1) {
    const opens = at === start || (OPENING.includes(text[at]) && text[start] !== "„");
    if (opens) depth += 1;
    else if (CLOSING.includes(text[at])) {
      depth -= 1;
      last = at;
      if (depth === 0) return at;
    }
  }
  return last > 0 ? last : text.indexOf('"', start);
}

function unquoted(text, from, to) {
  const part = text.slice(from, to);
  const pieces = [];
  let at = 0;
  for (const match of part.matchAll(NUMBER)) {
    pieces.push(...plain(part, at, match.index, from));
    at = match.index + match[0].length;
    const { note, block } = match.groups;
    const place = note ? `n${Number(note)}` : `p${Number(block)}`;
    const start = from + match.index;
    pieces.push({ kind: "number", start, end: from + at, place });
  }
  return [...pieces, ...plain(part, at, part.length, from)];
}

function plain(part, from, to, offset) {
  const text = part.slice(from, to);
  return groups(chunks(text)).map((group) => {
    const end = group.at(-1).end;
    const cut = text[end] === "*";
    const parts = group.map((one) => one.word);
    const start = offset + from + group[0].start;
    const printed = group.map((one) => one.plain);
    return { kind: "word", start, end: offset + from + end + (cut ? 1 : 0), parts, whole: wholeOf(parts), plain: printed, cut };
  });
}

/* Return what is asked: `parts` are what Pagefind is sent, each alone; `unknown` are the words that the collection does
   not have, each with the letters that said it in `missing` (whose `word` is empty for a number of a note or ¶); `source`
   is the one to which such a number is restricted; `exactly` is the phrase that plain words are, if all stand there so;
   `marks` is what to mark; `words` are the pieces, with the query that is left without each. */
export async function resolve(text, vocabulary, sources) {
  const { text: composed, pieces } = parse(text);
  const all = await Promise.all(pieces.map((piece) => understand(piece, vocabulary)));
  const numbers = all.filter((one) => one.place);
  const others = all.filter((one) => !one.place);
  const source = numbers.length ? sourceNamed(others, sources) : "";
  const asked = source ? numbers : all;
  const plainOnes = [...new Set(asked.flatMap((one) => one.tokens))];
  const phrases = asked.filter((one) => one.phrase);
  const missing = asked.flatMap((one) => one.missing);
  return {
    parts: [...(plainOnes.length ? [plainOnes.join(" ")] : []), ...new Set(phrases.map(sent))],
    unknown: [...new Set(missing.map((one) => one.said))],
    missing,
    source,
    exactly: await exactly(pieces, vocabulary),
    empty: asked.length === 0,
    marks: {
      forms: new Set(asked.flatMap((one) => one.forms)),
      beginnings: [...new Set(asked.flatMap((one) => one.beginnings))],
      phrases: phrases.map((one) => one.phrase),
    },
    words: all.map(({ piece }) => ({ said: piece.said, without: rest(composed, piece) })),
  };
}

function sent(one) {
  return quotedWords(one.phrase);
}

function quotedWords(plain) {
  return `"${plain.map(asIndexed).join(" ")}"`;
}

async function exactly(pieces, vocabulary) {
  if (!pieces.length || pieces.some((piece) => piece.kind !== "word" || piece.cut)) return "";
  const there = await Promise.all(pieces.flatMap((piece) => piece.parts).map(vocabulary.lookup));
  // Of a word with one form all that have it have it so.
  const isOneForm = there.length === 1 && there[0]?.forms.length === 1;
  return there.every(Boolean) && !isOneForm ? quotedWords(pieces.flatMap((piece) => piece.plain)) : "";
}

function rest(text, piece) {
  return `${text.slice(0, piece.start)} ${text.slice(piece.end)}`.replace(/\s+/g, " ").trim();
}

/* A number of which no note and no ¶ is known is not there, whatever its words say elsewhere. */
async function understand(piece, vocabulary) {
  const nothing = { piece, tokens: [], forms: [], beginnings: [], missing: [], phrase: null, place: "" };
  if (piece.kind === "phrase") {
    return { ...nothing, phrase: piece.words.map((one) => one.plain), missing: await notThere(piece, vocabulary) };
  }
  if (piece.kind === "word") return { ...nothing, ...(await wordKnown(piece, vocabulary)) };
  const { place, said, start, end } = piece;
  if (await vocabulary.hasPlace(place)) return { ...nothing, place, tokens: [`${END}${token(place)}`] };
  return { ...nothing, missing: [{ said, word: "", start, end }] };
}

async function notThere(piece, vocabulary) {
  const found = await Promise.all(piece.words.map(async ({ word, plain: said, start, end }) => {
    // A possessive may be typed without its apostrophe.
    const asPossessive = said.endsWith("s") ? said.slice(0, -1) : "";
    const there = (await vocabulary.lookup(word)) ?? (asPossessive && (await vocabulary.lookup(asPossessive)));
    return there ? [] : [{ said, word, start, end }];
  }));
  return found.flat();
}

async function wordKnown(piece, vocabulary) {
  const { parts, whole, cut } = piece;
  const isLast = (at) => at === parts.length - 1;
  // What a prefix makes of a word is one word, however it is printed: `pre-emptive`, `preëmptive`.
  if (PREFIXES.has(parts[0]) && whole && !cut && (await vocabulary.lookup(whole))) {
    return asKnown(whole, { last: false, cut: false }, vocabulary);
  }
  const each = await Promise.all(parts.map((part, at) => asKnown(part, { last: isLast(at), cut: cut && isLast(at) }, vocabulary)));
  if (each.every(Boolean)) return merged(each);
  const together = whole ? await asKnown(whole, { last: true, cut }, vocabulary) : null;
  if (together) return together;
  const word = whole || parts.join("-");
  return { missing: [{ said: piece.said.replace(/\*$/, ""), word, start: piece.start, end: piece.end }] };
}

function merged(each) {
  const all = (key) => each.flatMap((known) => known[key]);
  return { tokens: all("tokens"), forms: all("forms"), beginnings: all("beginnings") };
}

/* A word that stands there means all forms of its stem, and so does one that is another form of it. What is neither
   may be the beginning of some words, but figures: nobody who types 200 means 2009. Of very short forms a beginning is
   the likelier: `thes` is no more than the half of `thesis`. */
async function asKnown(word, { last, cut }, vocabulary) {
  const forms = cut ? [] : [word, ...otherForms(word)];
  const isShort = (form) => form !== word && form.length < SURE;
  const entry = await lookedUp(forms.filter((form) => !isShort(form)), vocabulary);
  if (entry) return ofStem(entry);
  const begins = last && (cut || !isFigures(word)) && (await vocabulary.begins(word)).length > 0;
  if (begins) return { tokens: [asIndexed(word)], forms: [], beginnings: [word] };
  const short = await lookedUp(forms.filter(isShort), vocabulary);
  return short && ofStem(short);
}

function ofStem({ stem, forms }) {
  return { tokens: [token(stem)], forms, beginnings: [] };
}

async function lookedUp(forms, vocabulary) {
  for (const form of forms) {
    const entry = await vocabulary.lookup(form);
    if (entry) return entry;
  }
  return null;
}

function token(stem) {
  return `${END}${asIndexed(stem)}${END}`;
}

/* A number with nothing but words of one source's name is asked for in that source. */
function sourceNamed(others, sources) {
  const said = others.map(({ piece }) => (piece.kind === "word" ? [...piece.parts] : null));
  if (!said.length || said.includes(null)) return "";
  const named = sources.filter(([, short]) => {
    const name = new Set(words(short));
    return said.flat().every((word) => name.has(word));
  });
  return named.length === 1 ? named[0][0] : "";
}
