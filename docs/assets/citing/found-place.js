/* A place in which a quotation stands, to how it is called, where it can be opened, and how it is cited. */

const NAMES = {
  heading: "a heading", pull_quote: "a pull quote", front_matter: "before the title", byline: "the line on the author",
};

/* Return "Brief 2022, ¶ 12–13" or the like; `names` are the short names of the sources. */
export function nameOf(place, names) {
  const short = names.get(place.source.id) ?? place.source.title;
  return `${short}, ${whereIn(place)}`;
}

function whereIn(place) {
  const numbers = touched(place).map(({ id }) => id).filter((id) => id.startsWith("p")).map((id) => Number(id.slice(1)));
  if (isRunning(place) && numbers.length) return `¶\u00a0${runsOf(numbers).join(", ")}`;
  if (place.kind === "note") return `note\u00a0${place.parts[0].id.slice(1)}`;
  return NAMES[place.kind] ?? NAMES.heading;
}

/* Return numbers in order as `12–13` and `20`. */
function runsOf(numbers) {
  const runs = [];
  for (const number of numbers) {
    if (runs.length && runs.at(-1)[1] === number - 1) runs.at(-1)[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}

/* Return the titles of the themes under which a place is filed, each once. */
export function themesOf(place, titles) {
  const themes = touched(place).map(({ theme }) => theme).filter(Boolean);
  return [...new Set(themes)].map((theme) => titles.get(theme) ?? theme);
}

/* The blocks in which words were found: between two pieces there may be others. */
function touched({ text: { tokens, parts }, spans }) {
  const within = (at) => spans.some(([from, to]) => tokens[from].part <= at && at <= tokens[to - 1].part);
  return parts.filter((_, at) => within(at));
}

export function linkOf(place, root) {
  const [first, last] = endsOf(place);
  const to = first && last !== first ? `?to=${last.id}` : "";
  return new URL(`sources/${encodeURIComponent(place.source.id)}/${to}#${(first ?? place.parts[0]).id}`, root).href;
}

/* Return the place as it is cited: what has no number of its own is cited as the text. Where the words begin in the first
   ¶ and end in the last narrows the pages on which they are printed. */
export function citable(place) {
  const [first, last] = endsOf(place);
  const { id: source } = place.source;
  if (place.kind === "note") return { kind: "note", source, id: place.parts[0].id };
  if (!first) return { kind: "text", source };
  const { tokens, parts } = place.text;
  const ends = place.spans.map(([, end]) => end - 1);
  const [begin, end] = [tokens[Math.min(...place.spans.map(([from]) => from))], tokens[Math.max(...ends)]];
  const narrowed = parts[begin.part] === first && parts[end.part] === last ? { from: begin.start, to: end.end } : {};
  return { kind: "paragraph", source, id: first.id, last: last.id, ...narrowed };
}

/* Return what the link of a place to its citation names: `p12`, `p12-p13`, `n3`, `text`. */
export function citeName(place) {
  const { kind, id, last } = citable(place);
  if (kind === "text") return "text";
  return kind === "note" || last === id ? id : `${id}-${last}`;
}

/* The first and the last ¶, or nothing: of a heading copied along, the ¶ beside it counts. */
function endsOf(place) {
  if (!isRunning(place)) return [];
  const own = place.parts.filter(({ id }) => id.startsWith("p"));
  return own.length ? [own[0], own.at(-1)] : [];
}

function isRunning({ kind }) {
  return kind === "paragraph" || kind === "running";
}
