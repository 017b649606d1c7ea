/* A question without an answer, to questions near it: what to leave out, and which word may have been meant. */
import { isFigures, words as wordsOf } from "./words.js";
import { FACETS, NOTHING_CHOSEN, nothingChosen, valueName } from "./state.js";

const MOST = 5;
/* A longer question is a passage pasted in: none of its words is what is wrong with it, and it fits no button. */
const MOST_WORDS = 8;
const QUOTES = /["“”„‟«»]/g;

/* Return the looser questions that find something, the smallest change first: {said, state, number}. `number(state)`
   tells how much is found; `signal` stops the asking. Two changes at once are tried only where none alone helps. */
export async function loosened(query, state, facets, number, signal) {
  const [marks, words] = [withoutMarks(query, state), withoutWords(query, state)];
  const once = await finding([...marks, ...withoutChoices(state, facets), ...words], number, signal);
  if (once.length || nothingChosen(state.choices)) return once;
  const free = ({ said, state: { q } }) => ({ said: `${said} and without any choice`, state: { q, choices: NOTHING_CHOSEN } });
  return finding([...marks, ...words].map(free), number, signal);
}

/* One is asked after the other, and no more than are offered; in between the page can do what its reader wants. */
async function finding(ways, number, signal) {
  const found = [];
  for (const { said, state } of ways) {
    await new Promise((done) => { setTimeout(done); });
    if (signal?.aborted) break;
    const many = await number(state);
    if (many > 0) found.push({ said, state, number: many });
    if (found.length === MOST) break;
  }
  return found;
}

function withoutMarks(query, { q, choices }) {
  if (!query.marks.phrases.some((phrase) => phrase.length > 1)) return [];
  const plain = q.replace(QUOTES, " ").replace(/\s+/g, " ").trim();
  return [{ said: "Without quotation marks", state: { q: plain, choices } }];
}

function withoutChoices({ q, choices }, facets) {
  const chosen = FACETS.filter((facet) => choices[facet].length);
  const ways = chosen.map((facet) => {
    const names = choices[facet].map((id) => `“${valueName(facets, facet, id)}”`).join(" and ");
    return { said: `Without ${names}`, state: { q, choices: { ...choices, [facet]: [] } } };
  });
  if (chosen.length > 1) ways.push({ said: "Without any choice", state: { q, choices: NOTHING_CHOSEN } });
  // Nothing typed and nothing chosen asks for nothing.
  return ways.filter((way) => q.trim() || FACETS.some((facet) => way.state.choices[facet].length));
}

function withoutWords(query, { choices }) {
  if (query.words.length < 2 || query.words.length > MOST_WORDS) return [];
  return query.words.map(({ said, without }) => {
    const named = said.replace(QUOTES, "").trim();
    return { said: `Without “${named}”`, state: { q: without, choices } };
  });
}

/* Return the questions with a near word for each that the collection does not have, {said, state}, as far as they find
   something; and the index terms with a name near to what was asked, {name, at}. */
export async function nearby(query, state, vocabulary, number, signal) {
  const terms = await vocabulary.nearTerms(state.q);
  const near = await nearWords(query, vocabulary);
  const ways = [...asNamed(terms, state), ...(await asNumber(query, state, vocabulary)), ...replaced(query, near, state)];
  const found = [];
  for (const way of signal?.aborted ? [] : distinct(ways)) {
    const wider = { ...way, state: { ...way.state, choices: NOTHING_CHOSEN } };
    if ((await number(way.state)) > 0) found.push(way);
    else if ((await number(wider.state)) > 0) found.push(wider);
  }
  return [...found, ...terms.map(({ name, at }) => ({ name, at }))];
}

/* The name of a term that is near to the whole question, and says something else. */
function asNamed(terms, { q, choices }) {
  const named = terms.find((one) => one.isWhole && wordsOf(one.name).join(" ") !== wordsOf(q).join(" "));
  return named ? [{ said: named.name, state: { q: named.name, choices } }] : [];
}

/* A number alone may be that of a note or ¶. */
async function asNumber({ words }, { choices }, vocabulary) {
  const said = words.length === 1 ? await vocabulary.places(words[0].said) : [];
  return said.map((one) => ({ said: one, state: { q: one, choices } }));
}

function distinct(ways) {
  const said = ways.map((way) => wordsOf(way.state.q).join(" "));
  return ways.filter((_, at) => said.indexOf(said[at]) === at);
}

/* For each word that is not there, however often it is said, those near to it; none for so many that nothing is meant. */
async function nearWords(query, vocabulary) {
  const missing = new Set(query.missing.map((one) => one.word));
  if (missing.size > 1 && query.words.length > MOST_WORDS) return new Map();
  return new Map(await Promise.all([...missing].map(async (word) => [word, await nearTo(word, vocabulary)])));
}

/* Near to a number is what has that number, not the number beside it. */
async function nearTo(word, vocabulary) {
  if (!word) return [];
  if (isFigures(word)) return vocabulary.places(word);
  return Promise.all((await vocabulary.near(word)).map((one) => vocabulary.printed(one.word)));
}

/* One word is replaced by each that is near; several by the nearest of each. */
function replaced(query, near, { q, choices }) {
  const words = [...near];
  const state = (by) => ({ q: put(q, query.missing.map((one) => [one, by(one.word)])), choices });
  if (words.length === 1) return words[0][1].map((word) => ({ said: word, state: state(() => word) }));
  if (!words.length || words.some(([, close]) => !close.length)) return [];
  const whole = state((word) => near.get(word)[0]);
  return [{ said: whole.q, state: whole }];
}

function put(text, changes) {
  const ordered = [...changes].sort(([one], [other]) => other.start - one.start);
  return ordered.reduce((now, [{ start, end }, word]) => now.slice(0, start) + word + now.slice(end), text.normalize("NFC"));
}
