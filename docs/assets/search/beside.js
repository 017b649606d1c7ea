/* A question that has an answer, to others that a reader may have meant as well: a word written in one or in two, the
   theme of that name, the note or ¶ of that number. */
import { parse } from "./query.js";
import { words } from "./words.js";

const MOST = 2;
/* The halves of a word: what is shorter is no word that somebody would write by itself. */
const SHORTEST = 3;

/* Return the further questions that find something, {said, state, number}: one for words only if it finds what the
   question itself does not (`shown`: ids of that). `ids(state)` tells what is found. */
export async function beside(state, facets, vocabulary, ids, shown) {
  const { text, pieces } = parse(state.q);
  const here = new Set(shown);
  const isNew = (found) => found.some((id) => !here.has(id));
  const ways = [
    ...themeNamed(state, facets).map((way) => ({ ...way, isWorth: (found) => found.length > 0 })),
    ...(shown.length ? await numbered(pieces, state, vocabulary) : []).map((way) => ({ ...way, isWorth: isNew })),
    ...(await otherwise(text, pieces, state, vocabulary)).map((way) => ({ ...way, isWorth: isNew })),
  ];
  const found = [];
  for (const { said, state: other, isWorth } of ways) {
    const all = found.length < MOST ? await ids(other) : [];
    if (isWorth(all)) found.push({ said, state: other, number: all.length });
  }
  return found;
}

function themeNamed({ q, choices }, facets) {
  const asked = words(q).join(" ");
  const named = facets.themes.filter(([id, title]) => asked && words(title).join(" ") === asked && !choices.theme.includes(id));
  return named.map(([id, title]) => {
    const state = { q: "", choices: { ...choices, theme: [...choices.theme, id] } };
    return { said: `all that stands under ${title}`, state };
  });
}

/* A number alone may be that of a note or ¶. */
async function numbered(pieces, { choices }, vocabulary) {
  if (pieces.length !== 1 || pieces[0].kind !== "word" || pieces[0].cut || pieces[0].parts.length > 1) return [];
  const said = await vocabulary.places(pieces[0].parts[0]);
  return said.map((one) => ({ said: one, state: { q: one, choices } }));
}

/* Two words that are printed as one, too; and one that is printed as two. */
async function otherwise(text, pieces, { choices }, vocabulary) {
  const put = (start, end, said) => ({ said, state: { q: text.slice(0, start) + said + text.slice(end), choices } });
  const ways = [];
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    if (!isPlain(piece)) continue;
    if (next && isPlain(next) && /^\s+$/.test(text.slice(piece.end, next.start)) && (await joins(piece, next, vocabulary))) {
      ways.push(put(piece.start, next.end, piece.parts[0] + next.parts[0]));
    }
    for (const halves of await split(piece, vocabulary)) ways.push(put(piece.start, piece.end, `"${halves.join(" ")}"`));
  }
  return ways;
}

function isPlain(piece) {
  return piece.kind === "word" && !piece.cut;
}

async function joins(one, other, vocabulary) {
  const isWhole = one.parts.length === 1 && other.parts.length === 1;
  return isWhole && (await vocabulary.lookup(one.parts[0] + other.parts[0])) !== null;
}

async function split({ parts, whole }, vocabulary) {
  if (parts.length === 2 && whole) return (await known(parts, vocabulary)) ? [parts] : [];
  const [word] = parts;
  const halves = [];
  for (let at = SHORTEST; parts.length === 1 && at <= word.length - SHORTEST; at += 1) {
    const both = [word.slice(0, at), word.slice(at)];
    if (await known(both, vocabulary)) halves.push(both);
  }
  return halves;
}

/* The first half stands among the letters that are there already: most often the other need not be looked up. */
async function known([first, second], vocabulary) {
  return (await vocabulary.lookup(first)) !== null && (await vocabulary.lookup(second)) !== null;
}
