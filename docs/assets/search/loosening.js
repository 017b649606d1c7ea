/* A question without an answer, to questions near it: what to leave out, and which word may have been meant. */
import { FACETS, nothingChosen } from "./state.js";

const MOST = 5;
const KINDS = { text: "Passages", note: "Notes", work: "Works", subject: "Subjects" };
const NOTHING = Object.fromEntries(FACETS.map((facet) => [facet, []]));
const QUOTES = /["“”„‟«»]/g;

/* Return the looser questions that find something, the smallest change first: {said, state, number}. `number(state)`
   tells how much is found. Two changes at once are tried only where none alone helps. */
export async function loosened(query, state, facets, number) {
  const [marks, words] = [withoutMarks(query, state), withoutWords(query, state)];
  const once = await finding([...marks, ...withoutChoices(state, facets), ...words], number);
  if (once.length || nothingChosen(state.choices)) return once;
  const free = ({ said, state: { q } }) => ({ said: `${said} and without any choice`, state: { q, choices: NOTHING } });
  return finding([...marks, ...words].map(free), number);
}

async function finding(ways, number) {
  const found = await Promise.all(ways.map(async ({ said, state }) => ({ said, state, number: await number(state) })));
  return found.filter((one) => one.number > 0).slice(0, MOST);
}

function withoutMarks(query, { q, choices }) {
  if (!query.marks.phrases.some((phrase) => phrase.length > 1)) return [];
  const plain = q.replace(QUOTES, " ").replace(/\s+/g, " ").trim();
  return [{ said: "Without quotation marks", state: { q: plain, choices } }];
}

function withoutChoices({ q, choices }, facets) {
  const chosen = FACETS.filter((facet) => choices[facet].length);
  const ways = chosen.map((facet) => {
    const names = choices[facet].map((id) => `“${nameOf(facet, id, facets)}”`).join(" and ");
    return { said: `Without ${names}`, state: { q, choices: { ...choices, [facet]: [] } } };
  });
  if (chosen.length > 1) ways.push({ said: "Without any choice", state: { q, choices: NOTHING } });
  // Nothing typed and nothing chosen asks for nothing.
  return ways.filter((way) => q.trim() || FACETS.some((facet) => way.state.choices[facet].length));
}

function withoutWords(query, { choices }) {
  if (query.words.length < 2) return [];
  return query.words.map(({ said, without }) => {
    const named = said.replace(QUOTES, "").trim();
    return { said: `Without “${named}”`, state: { q: without, choices } };
  });
}

function nameOf(facet, id, facets) {
  if (facet === "kind") return KINDS[id] ?? id;
  const named = { theme: facets.themes, source: facets.sources }[facet] ?? [];
  return named.find(([one]) => one === id)?.[1] ?? id;
}

/* Return the questions with a near word for each that the collection does not have, {said, state}, as far as they find
   something; and the index terms with a name near to what was asked, {name, at}. */
export async function nearby(query, state, vocabulary, number) {
  const near = await Promise.all(query.missing.map((one) => vocabulary.near(one.word)));
  const terms = await vocabulary.nearTerms(state.q);
  const found = await Promise.all(replaced(query, near, state).map(async (way) => {
    if ((await number(way.state)) > 0) return way;
    const wider = { ...way, state: { ...way.state, choices: NOTHING } };
    return (await number(wider.state)) > 0 ? wider : null;
  }));
  return [...found.filter(Boolean), ...terms];
}

/* One word is replaced by each that is near; several by the nearest of each. */
function replaced(query, near, { q, choices }) {
  const { missing } = query;
  if (missing.length === 1) {
    return near[0].map(({ word }) => ({ said: word, state: { q: put(q, [[missing[0], word]]), choices } }));
  }
  if (!missing.length || near.some((words) => !words.length)) return [];
  const whole = put(q, missing.map((one, at) => [one, near[at][0].word]));
  return [{ said: whole, state: { q: whole, choices } }];
}

function put(text, changes) {
  const ordered = [...changes].sort(([one], [other]) => other.start - one.start);
  return ordered.reduce((now, [{ start, end }, word]) => now.slice(0, start) + word + now.slice(end), text.normalize("NFC"));
}
